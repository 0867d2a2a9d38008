/** @noSelfInFile */

/**
 * Timers that outlive no server but every module: a module takes `module.add_timer`, which ends with it. https://prosody.im/doc/developers/util/timer
 * @see [util/timer.lua](https://hg.prosody.im/trunk/file/tip/util/timer.lua)
 */
declare module "prosody.util.timer" {
    /** Stands for a running timer; opaque. */
    export interface TimerId {
        readonly __timerId: unique symbol;
    }
    /**
     * Calls a function once, after a delay in seconds; again after as many seconds as it returns.
     * @param callback Gets the time, the timer and `param`.
     * @see [util/timer.lua](https://hg.prosody.im/trunk/file/tip/util/timer.lua)
     */
    export function add_task<P = undefined>(
        delay: number,
        callback: (this: void, now: number, id: TimerId, param: P) => number | undefined | void,
        param?: P,
    ): TimerId;
    /**
     * Stops a timer.
     * @see [util/timer.lua](https://hg.prosody.im/trunk/file/tip/util/timer.lua)
     */
    export function stop(id: TimerId): void;
    /**
     * Lets a timer fire in so many seconds from now instead.
     * @see [util/timer.lua](https://hg.prosody.im/trunk/file/tip/util/timer.lua)
     */
    export function reschedule(id: TimerId, delay: number): void;
    /**
     * Seconds from now as a point in time.
     * @since 0.12
     * @see [util/timer.lua](https://hg.prosody.im/trunk/file/tip/util/timer.lua)
     */
    export function to_absolute_time(delay: number): number;
}
