/** @noSelfInFile */

// The module is no table of exports but a value of its own: `export =`, which TypeScript takes in a .d.cts alone.
/**
 * Lists with methods. In TypeScript plain arrays do the same with less; this is for what Prosody hands out and expects.
 * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
 */
declare module "prosody.util.array" {
    /**
     * The module itself can be called: `import array from "prosody.util.array"`. A list of the given table (the same table, not a
     * copy), or of what an iterator gives.
     * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
     */
    function array<T>(items?: array.PArray<T> | T[]): array.PArray<T>;
    /**
     * The module itself can be called: `import array from "prosody.util.array"`. A list of the given table (the same table, not a
     * copy), or of what an iterator gives.
     * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
     */
    function array<T, S = undefined>(
        iterator: (this: void, state: S, last: T) => T,
        state?: S,
        initial?: T,
    ): array.PArray<T>;
    /** Arrays with methods. */
    namespace array {
        /** A list; its methods change it in place and return it. Counted from 1. */
        export interface PArray<T> {
            /** What is at a position. */
            [position: number]: T;
            /**
             * The number of elements.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            length(): number;
            /**
             * Appends the elements of a list.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            append(list: PArray<T> | readonly T[]): this;
            /**
             * Appends one element.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            push(item: T): this;
            /**
             * Takes an element off, the last without position.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            pop(position?: number): T | undefined;
            /**
             * The elements as text, joined.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            concat(separator?: string): string;
            /**
             * Replaces each element.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            map<U>(func: (this: void, item: T) => U): PArray<U>;
            /**
             * Keeps the elements for which the function gives true.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            filter(func: (this: void, item: T) => boolean | undefined): this;
            /**
             * Sorts; by Lua's `<`, or by a function that says whether the first comes before the second.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            sort(before?: (this: void, a: T, b: T) => boolean): this;
            /**
             * Keeps the first of equal elements.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            unique(): this;
            /**
             * Replaces each element by one of its fields, or by the default where it lacks that.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            pluck<K extends keyof T>(key: K, default_value?: T[K]): PArray<T[K]>;
            /**
             * Turns the order round.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            reverse(): this;
            /**
             * Brings the elements into a random order.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            shuffle(): this;
            /**
             * An element by chance; raises an error where there is none.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            random(): T;
            /**
             * An element by chance that is not the one at a position.
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            random_other(position: number): T;
            /**
             * Keeps the elements from one position to another, both included; negative ones count from the end.
             * @since 0.12
             * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
             */
            slice(first: number, last?: number): this;
        }

        /**
         * A list of the given table, the same table.
         * @since 13.0 Before, call the module itself.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        function new_<T>(items?: T[]): PArray<T>;
        export { new_ as new };
        /**
         * A list of what an iterator gives until it gives undefined; the three values that Lua's `for` takes.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function collect<T, S = undefined>(
            iterator: (this: void, state: S, last: T) => T,
            state?: S,
            initial?: T,
        ): PArray<T>;
        /**
         * A new list of what the function makes of each element.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function map<T, U>(list: PArray<T> | readonly T[], func: (this: void, item: T) => U): PArray<U>;
        /**
         * A new list of the elements for which the function gives true.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function filter<T>(
            list: PArray<T> | readonly T[],
            func: (this: void, item: T) => boolean | undefined,
        ): PArray<T>;
        /**
         * A sorted copy.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function sort<T>(
            list: PArray<T> | readonly T[],
            before?: (this: void, a: T, b: T) => boolean,
        ): PArray<T>;
        /**
         * A copy without repetitions.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function unique<T>(list: PArray<T> | readonly T[]): PArray<T>;
        /**
         * A new list of one field of each element.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function pluck<T, K extends keyof T>(
            list: PArray<T> | readonly T[],
            key: K,
            default_value?: T[K],
        ): PArray<T[K]>;
        /**
         * A copy in the opposite order.
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function reverse<T>(list: PArray<T> | readonly T[]): PArray<T>;
        /**
         * A copy of a part; positions from 1, both included, negative ones from the end.
         * @since 0.12
         * @see [util/array.lua](https://hg.prosody.im/trunk/file/tip/util/array.lua)
         */
        export function slice<T>(list: PArray<T> | readonly T[], first: number, last?: number): PArray<T>;
    }
    export = array;
}
