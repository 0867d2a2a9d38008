/** @noSelfInFile */

/**
 * Promises. `await` waits for them, and async functions give them. Handlers run at once when the promise settles (or later,
 * where `set_nexttick` was called). https://prosody.im/doc/developers/util/promise
 * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
 */
declare module "prosody.util.promise" {
    /** What handlers may give: a value, or a promise to wait for. */
    type Eventual<T> = T | PromiseLike<T>;

    /** An outcome that is there now or later. */
    export interface Promise<T, E = unknown> extends globalThis.Promise<T> {
        /**
         * Calls one of the functions when the promise settles. The new promise has what that function returns; an error raised
         * in it rejects the new promise with its traceback.
         * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
         */
        next<R = T, S = never>(
            on_fulfilled?: (this: void, value: T) => Eventual<R>,
            on_rejected?: (this: void, reason: E) => Eventual<S>,
        ): Promise<R | S>;
        /**
         * Calls the function when the promise is rejected.
         * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
         */
        catch<S = never>(on_rejected: (this: void, reason: E) => Eventual<S>): Promise<T | S>;
        /**
         * Calls the function when the promise settles; value and reason pass through.
         * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
         */
        finally(on_finally: (this: void) => void): Promise<T, E>;
    }
    /** How a promise ended well. */
    export interface Fulfilled<T> {
        /** It ended well. */
        status: "fulfilled";
        /** With what. */
        value: T;
    }
    /** How a promise failed. */
    export interface Rejected {
        /** It failed. */
        status: "rejected";
        /** Why. */
        reason: unknown;
    }

    /**
     * A promise that the given function settles, by calling the first or the second function it gets.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    function new_<T, E = unknown>(
        executor: (
            this: void,
            resolve: (this: void, value: Eventual<T>) => void,
            reject: (this: void, reason: E) => void,
        ) => void,
    ): Promise<T, E>;
    /**
     * A promise of what a function returns or raises.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    function try_<T>(func: (this: void) => Eventual<T>): Promise<T>;
    export { new_ as new, try_ as try };
    /**
     * A promise of a value.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function resolve<T>(value: Eventual<T>): Promise<T>;
    /**
     * A promise of a value.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function resolve(): Promise<undefined>;
    /**
     * A rejected promise.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function reject<E>(reason: E): Promise<never, E>;
    /**
     * All values when all are fulfilled; rejected with the first rejection. Keys stay as they are.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function all<T>(promises: readonly Eventual<T>[]): Promise<T[]>;
    /**
     * All values when all are fulfilled; rejected with the first rejection. Keys stay as they are.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function all<K extends string, T>(promises: Record<K, Eventual<T>>): Promise<Record<K, T>>;
    /**
     * The outcomes of all when all are settled; never rejected.
     * @since 0.12 Before, take `all` of promises that never fail.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function all_settled<T>(promises: readonly Promise<T>[]): Promise<(Fulfilled<T> | Rejected)[]>;
    /**
     * The outcomes of all when all are settled; never rejected.
     * @since 0.12 Before, take `all` of promises that never fail.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function all_settled<K extends string, T>(
        promises: Record<K, Promise<T>>,
    ): Promise<Record<K, Fulfilled<T> | Rejected>>;
    /**
     * Whatever the first to settle gives.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function race<T>(promises: readonly Promise<T>[]): Promise<T>;
    /**
     * Calls a function with the values of all promises.
     * @since 0.12 Before, take `all` and `next`.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function join<A extends unknown[], R>(
        handler: (this: void, ...values: A) => Eventual<R>,
        ...promises: { [I in keyof A]: Eventual<A[I]> }
    ): Promise<R>;
    /**
     * Whether a value is a promise.
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function is_promise(value: unknown): value is Promise<unknown>;
    /**
     * Says how handlers are put off; called by Prosody at its start.
     * @since 0.12
     * @see [util/promise.lua](https://hg.prosody.im/trunk/file/tip/util/promise.lua)
     */
    export function set_nexttick(next_tick: (this: void, func: (this: void) => void) => void): void;
}
