/** @noSelfInFile */

/** Paths of files. */
declare module "prosody.util.paths" {
    /** A path made absolute against a folder. */
    export function resolve_relative_path(parent_path: string, path: string): string;
    export function resolve_relative_path(parent_path: string, path: string | undefined): string | undefined;
    /** A Lua pattern that matches what `*` and `?` stand for. */
    export function glob_to_pattern(glob: string): string;
    /** The parts put together with the system's separator. */
    export function join(first: string, ...others: string[]): string;
    /**
     * Lets Lua find what is installed in a folder.
     * @since 0.12
     */
    export function complement_lua_path(installer_plugin_path: string): void;
}
