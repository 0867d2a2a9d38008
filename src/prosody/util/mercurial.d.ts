/** @noSelfInFile */

/**
 * Which revision Prosody's sources are of.
 * @see [util/mercurial.lua](https://hg.prosody.im/trunk/file/tip/util/mercurial.lua)
 */
declare module "prosody.util.mercurial" {
    /**
     * The revision of a folder, and the repository that it is of; undefined where it is not one.
     * @see [util/mercurial.lua](https://hg.prosody.im/trunk/file/tip/util/mercurial.lua)
     */
    export function check_id(path: string): LuaMultiReturn<[id: string | undefined, repository: string | undefined]>;
}
