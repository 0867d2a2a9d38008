/** @noSelfInFile */
/**
 * Waiting without holding up the server, in functions that a runner runs. https://prosody.im/doc/developers/util/async
 * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
 */
declare module "prosody.util.async" {
    import type { Promise } from "prosody.util.promise";

    /** Whether it waits for work, is at it, or waits for something that its function asked for. */
    export type RunnerState = "ready" | "running" | "waiting";
    /** Runs a function for each item, one after the other; the function may wait. */
    export interface Runner<T, D = unknown> {
        /** For the log. */
        readonly id: string;
        /** What it is doing. */
        readonly state: RunnerState;
        /** What was given with it. */
        data: D;
        /** Calls for the items. */
        readonly func: (this: void, item: T) => void;
        /** The items that wait. */
        readonly queue: T[];
        /** What is called as its state changes. */
        readonly watchers: Watchers<T, D>;
        /** The coroutine that it runs in; false where it has none. */
        readonly thread: LuaThread | false;
        /** The state that watchers were last told. */
        readonly notified_state: RunnerState;
        /**
         * Runs the function for an item, once it is its turn; true, the state, and how many items wait.
         * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
         */
        run(item?: T): LuaMultiReturn<[true, RunnerState, number]>;
        /**
         * Puts an item in the queue without running it.
         * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
         */
        enqueue(item: T): this;
        /**
         * Writes to the log under its name.
         * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
         */
        log(level: import("prosody.util.logger").LogLevel, message: string, ...values: unknown[]): void;
        /**
         * Calls a function when the runner waits no more.
         * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
         */
        onready(watcher: (this: void, runner: Runner<T, D>) => void): this;
        /**
         * Calls a function when the runner waits.
         * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
         */
        onwaiting(watcher: (this: void, runner: Runner<T, D>) => void): this;
        /**
         * Calls a function when the runner's function raised an error.
         * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
         */
        onerror(watcher: (this: void, runner: Runner<T, D>, error: unknown) => void): this;
    }
    /** What is called as a runner's state changes. */
    export interface Watchers<T, D> {
        /** There is nothing to do. */
        ready?: (this: void, runner: Runner<T, D>) => void;
        /** The function waits for something. */
        waiting?: (this: void, runner: Runner<T, D>) => void;
        /** The function failed. */
        error?: (this: void, runner: Runner<T, D>, error: unknown) => void;
    }
    /** Lets one in at a time, by id. */
    export interface Guarder {
        /** Waits for its turn; the function that it gives ends that. */
        (this: void, id?: unknown): (this: void) => void;
        /** Waits for its turn and runs a function. */
        (this: void, id: unknown, func: (this: void) => void): void;
    }

    /**
     * Whether the code runs in a runner and may wait; else false and why.
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function ready(): LuaMultiReturn<[ready: true, thread: LuaThread] | [ready: false, error: unknown]>;
    /**
     * Two functions: one that waits, and one that ends the waiting once it was called so many times.
     * @param allow_many More calls are no error.
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function waiter(
        count?: number,
        allow_many?: boolean,
    ): LuaMultiReturn<[wait: (this: void) => void, done: (this: void) => void]>;
    /**
     * A function that lets one in at a time, by id: it waits for its turn and gives a function that ends it, or runs a function.
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function guarder(): Guarder;
    /**
     * A runner.
     * @param func Gets the items; where undefined the items are functions.
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function runner<T, D = undefined>(
        func?: (this: void, item: T) => void,
        watchers?: Watchers<T, D>,
        data?: D,
    ): Runner<T, D>;
    /**
     * Waits for a promise: its value, or undefined and the reason. A value that is false comes back as undefined.
     * @since 0.12 Before, take `waiter`.
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function wait_for<T, E>(
        promise: Promise<T, E>,
    ): LuaMultiReturn<[value: T] | [value: undefined, reason: E | undefined]>;
    /**
     * Another name of `wait_for`.
     * @since 0.12 Before, take `waiter`.
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function wait<T, E>(
        promise: Promise<T, E>,
    ): LuaMultiReturn<[value: T] | [value: undefined, reason: E | undefined]>;
    /**
     * Waits for so many seconds.
     * @since 0.12 Before, take `waiter` and a timer.
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function sleep(seconds: number): void;
    /**
     * Says how runners go on after waiting; called by Prosody at its start.
     * @since 0.12
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function set_nexttick(next_tick: (this: void, func: (this: void) => void) => void): void;
    /**
     * Says how `sleep` has itself woken; called by Prosody at its start.
     * @since 0.12
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function set_schedule_function(
        schedule: (this: void, seconds: number, func: (this: void) => void) => unknown,
    ): void;
    /**
     * The runners that wait, with the time since which they do.
     * @since 13.0
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export const waiting_runners: LuaMap<Runner<any, any>, number>;
    /**
     * Calls its argument.
     * @since 13.0
     * @see [util/async.lua](https://hg.prosody.im/trunk/file/tip/util/async.lua)
     */
    export function default_runner_func(func: (this: void) => void): void;
}
