/** @noSelfInFile */
/**
 * Timers that fire unless they are reset in time.
 * @see [util/watchdog.lua](https://hg.prosody.im/trunk/file/tip/util/watchdog.lua)
 */
declare module "prosody.util.watchdog" {
    /** Calls a function where nothing has happened for a while. */
    export interface Watchdog {
        /** After how many seconds. */
        timeout: number;
        /** What it calls. */
        readonly callback: (this: void, watchdog: Watchdog) => number | undefined | void;
        /** When it was started or reset, in seconds since 1970; undefined once it is stopped. @removed 13.0 */
        readonly last_reset?: number | undefined;
        /** The timer that runs; undefined once it is stopped. @since 13.0 */
        readonly timer_id?: unknown;
        /**
         * Starts from the beginning.
         * @param timeout In seconds, from now on.
         * @see [util/watchdog.lua](https://hg.prosody.im/trunk/file/tip/util/watchdog.lua)
         */
        reset(timeout?: number): void;
        /**
         * Stops it.
         * @see [util/watchdog.lua](https://hg.prosody.im/trunk/file/tip/util/watchdog.lua)
         */
        cancel(): void;
    }
    /**
     * Starts one; it fires a second after `timeout`.
     * @see [util/watchdog.lua](https://hg.prosody.im/trunk/file/tip/util/watchdog.lua)
     */
    function new_(timeout: number, callback: (this: void, watchdog: Watchdog) => number | undefined | void): Watchdog;
    export { new_ as new };
}
