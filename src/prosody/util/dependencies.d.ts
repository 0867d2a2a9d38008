/** @noSelfInFile */

/**
 * Libraries that Prosody needs.
 * @see [util/dependencies.lua](https://hg.prosody.im/trunk/file/tip/util/dependencies.lua)
 */
declare module "prosody.util.dependencies" {
    /**
     * Loads a Lua module; undefined and why not where that fails.
     * @see [util/dependencies.lua](https://hg.prosody.im/trunk/file/tip/util/dependencies.lua)
     */
    export function softreq(name: string): LuaMultiReturn<[any] | [undefined, string]>;
    /**
     * Prints that a library is missing, and where it comes from.
     * @see [util/dependencies.lua](https://hg.prosody.im/trunk/file/tip/util/dependencies.lua)
     */
    export function missingdep(
        name: string,
        sources: [system: string, command: string][],
        message?: string,
        error?: string,
    ): void;
    /**
     * Whether all is there that Prosody cannot do without.
     * @see [util/dependencies.lua](https://hg.prosody.im/trunk/file/tip/util/dependencies.lua)
     */
    export function check_dependencies(): boolean | undefined;
    /**
     * Writes to the log what is too old.
     * @see [util/dependencies.lua](https://hg.prosody.im/trunk/file/tip/util/dependencies.lua)
     */
    export function log_warnings(): void;
}
