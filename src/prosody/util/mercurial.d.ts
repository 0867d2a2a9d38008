/** @noSelfInFile */

/** Which revision Prosody's sources are of. */
declare module "prosody.util.mercurial" {
    /** The revision of a folder, and the repository that it is of; undefined where it is not one. */
    export function check_id(path: string): LuaMultiReturn<[id: string | undefined, repository: string | undefined]>;
}
