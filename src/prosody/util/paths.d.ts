/** @noSelfInFile */

/**
 * Paths of files.
 * @see [util/paths.lua](https://hg.prosody.im/trunk/file/tip/util/paths.lua)
 */
declare module "prosody.util.paths" {
    /**
     * A path made absolute against a folder.
     * @see [util/paths.lua](https://hg.prosody.im/trunk/file/tip/util/paths.lua)
     */
    export function resolve_relative_path(parent_path: string, path: string): string;
    /**
     * A path made absolute against a folder.
     * @see [util/paths.lua](https://hg.prosody.im/trunk/file/tip/util/paths.lua)
     */
    export function resolve_relative_path(parent_path: string, path: string | undefined): string | undefined;
    /**
     * A Lua pattern that matches what `*` and `?` stand for.
     * @see [util/paths.lua](https://hg.prosody.im/trunk/file/tip/util/paths.lua)
     */
    export function glob_to_pattern(glob: string): string;
    /**
     * The parts put together with the system's separator.
     * @see [util/paths.lua](https://hg.prosody.im/trunk/file/tip/util/paths.lua)
     */
    export function join(first: string, ...others: string[]): string;
    /**
     * Lets Lua find what is installed in a folder.
     * @since 0.12
     * @see [util/paths.lua](https://hg.prosody.im/trunk/file/tip/util/paths.lua)
     */
    export function complement_lua_path(installer_plugin_path: string): void;
}
