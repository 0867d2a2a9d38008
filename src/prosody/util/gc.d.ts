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
    /**
     * Sets it up; settings, and those that stand in for what is missing.
     * @see [util/gc.lua](https://hg.prosody.im/trunk/file/tip/util/gc.lua)
     */
    export function configure(
        settings: Settings,
        defaults: Settings,
    ): LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
}
