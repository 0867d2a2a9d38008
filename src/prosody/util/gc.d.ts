/** @noSelfInFile */

/** Lua's garbage collector. */
declare module "prosody.util.gc" {
    export interface Settings {
        mode?: "incremental" | "generational";
        threshold?: number;
        speed?: number;
        step_size?: number;
        minor_threshold?: number;
        major_threshold?: number;
    }
    /** Sets it up; settings, and those that stand in for what is missing. */
    export function configure(
        settings: Settings,
        defaults: Settings,
    ): LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
}
