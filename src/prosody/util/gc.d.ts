/** @noSelfInFile */
/**
 * Lua's garbage collector.
 * @see [util/gc.lua](https://hg.prosody.im/trunk/file/tip/util/gc.lua)
 */
declare module "prosody.util.gc" {
    /** How Lua collects garbage. */
    export interface Settings {
        /** Which way; "generational" on Lua 5.4 only. */
        mode?: "incremental" | "generational";
        /** How much memory grows before it starts again, in percent. */
        threshold?: number;
        /** How fast it works, against how fast memory is taken, in percent. */
        speed?: number;
        /** How much it does at once: the power of two of the bytes; on Lua 5.4 only. */
        step_size?: number;
        /** How much memory grows before a look at what is young, in percent. */
        minor_threshold?: number;
        /** How much memory grows before a look at everything, in percent. */
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
