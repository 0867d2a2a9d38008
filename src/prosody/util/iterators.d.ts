/** @noSelfInFile */

/**
 * Working with Lua's iterators. Where a function takes an iterator, those are the three values of Lua's `for`: the function, a
 * state, and the first value; a stateless `LuaIterable` is the function alone.
 * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
 */
declare module "prosody.util.iterators" {
    /** The function of an iterator. */
    type Step<S, K> = (this: void, state: S, last: K) => any;

    /**
     * Walks over the keys of a table.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function keys<T extends object>(table: T): LuaIterable<keyof T, T>;
    /**
     * Walks over the values of a table.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function values<T extends object>(table: T): LuaIterable<NonNullable<T[keyof T]>, T>;
    /**
     * Walks over keys and values in the order of the keys.
     * @param before Whether the first key comes before the second.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function sorted_pairs<T extends object>(
        table: T,
        before?: (this: void, a: keyof T, b: keyof T) => boolean,
    ): LuaIterable<LuaMultiReturn<[keyof T, NonNullable<T[keyof T]>]>>;
    /**
     * Walks over a list from its end: positions from 1, values.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function ripairs<T>(list: readonly T[]): LuaIterable<LuaMultiReturn<[number, T]>, readonly T[]>;
    /**
     * Walks from 1 to `last`, or from `first` to `last`.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function range(first: number, last?: number): LuaIterable<number, number>;
    /**
     * The first value of each step, in a list.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function to_array<T, S = undefined>(
        step: (this: void, state: S, last: T) => T,
        state?: S,
        initial?: T,
    ): NonNullable<T>[];
    /**
     * The first two values of each step, as keys and values.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function to_table<S = undefined, K = any>(step: Step<S, K>, state?: S, initial?: K): Record<string, any>;
    /**
     * How many steps there are.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function count<S = undefined, K = any>(step: Step<S, K>, state?: S, initial?: K): number;
    /**
     * The steps in the opposite order.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function reverse<S = undefined, K = any>(
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaIterable<LuaMultiReturn<any[]>, unknown>;
    /**
     * The value at a position, from 1, of each step.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function select<S = undefined, K = any>(
        position: number,
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaIterable<any, unknown>;
    /**
     * The steps whose first value was not there before.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function unique<S = undefined, K = any>(
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaIterable<LuaMultiReturn<any[]>>;
    /**
     * The first steps.
     * @param count How many.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function head<S = undefined, K = any>(
        count: number,
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaIterable<LuaMultiReturn<any[]>, unknown>;
    /**
     * All but the first steps.
     * @param count How many.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function skip<S = undefined, K = any>(
        count: number,
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaIterable<LuaMultiReturn<any[]>, unknown>;
    /**
     * The last steps.
     * @param count How many.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function tail<S = undefined, K = any>(
        count: number,
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaIterable<LuaMultiReturn<any[]>>;
    /**
     * The steps for which the function gives true, or whose first value is another than that given.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function filter<S = undefined, K = any>(
        predicate: ((this: void, ...values: any[]) => boolean | undefined) | string | number | boolean | object,
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaIterable<LuaMultiReturn<any[]>, unknown>;
    /** Iterators one after the other. */
    export interface Joined {
        /**
         * Adds an iterator at the end.
         * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
         */
        append<S = undefined, K = any>(
            step: Step<S, K>,
            state?: S,
            initial?: K,
        ): LuaIterable<LuaMultiReturn<any[]>, unknown>;
        /**
         * Adds an iterator at the start.
         * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
         */
        prepend<S = undefined, K = any>(
            step: Step<S, K>,
            state?: S,
            initial?: K,
        ): LuaIterable<LuaMultiReturn<any[]>, unknown>;
    }
    /**
     * An iterator that others can be appended to.
     * @see [util/iterators.lua](https://hg.prosody.im/trunk/file/tip/util/iterators.lua)
     */
    export function join<S = undefined, K = any>(
        step: Step<S, K>,
        state?: S,
        initial?: K,
    ): LuaMultiReturn<[Joined, unknown]>;
}
