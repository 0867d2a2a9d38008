/** @noSelfInFile */

/** Libraries that Prosody needs. */
declare module "prosody.util.dependencies" {
    /** Loads a Lua module; undefined and why not where that fails. */
    export function softreq(name: string): LuaMultiReturn<[any] | [undefined, string]>;
    /** Prints that a library is missing, and where it comes from. */
    export function missingdep(
        name: string,
        sources: [system: string, command: string][],
        message?: string,
        error?: string,
    ): void;
    /** Whether all is there that Prosody cannot do without. */
    export function check_dependencies(): boolean | undefined;
    /** Writes to the log what is too old. */
    export function log_warnings(): void;
}
