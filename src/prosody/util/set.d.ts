/** @noSelfInFile */

/**
 * Sets. https://prosody.im/doc/developers/util/set
 * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
 */
declare module "prosody.util.set" {
    /** Holds each value once, in no order. */
    export interface Set<T> {
        /**
         * Puts a value in.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        add(item: T): void;
        /**
         * Puts all values of a list in.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        add_list(list: readonly T[] | undefined): void;
        /**
         * True where the value is in, else undefined.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        contains(item: unknown): true | undefined;
        /**
         * Whether all values of another set are in.
         * @since 0.12
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        contains_set(other: Set<T>): boolean;
        /**
         * Whether nothing is in.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        empty(): boolean;
        /**
         * Takes a value out.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        remove(item: T): void;
        /**
         * Puts all values of another set in.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        include(other: Set<T>): void;
        /**
         * Takes all values of another set out.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        exclude(other: Set<T>): void;
        /**
         * Walks over the values, in no order.
         * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
         */
        items(): LuaIterable<T, object>;
        /** Each value as key; for reading. */
        readonly _items: LuaSet<T & AnyNotNil>;
    }
    /**
     * A set of the values of a list.
     * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
     */
    function new_<T = unknown>(list?: readonly T[]): Set<T>;
    export { new_ as new };
    /**
     * Whether a value is a set.
     * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
     */
    export function is_set(value: unknown): value is Set<unknown>;
    /**
     * What is in either.
     * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
     */
    export function union<A, B>(a: Set<A>, b: Set<B>): Set<A | B>;
    /**
     * What is in the first and not in the second.
     * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
     */
    export function difference<A>(a: Set<A>, b: Set<unknown>): Set<A>;
    /**
     * What is in both.
     * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
     */
    export function intersection<A>(a: Set<A>, b: Set<unknown>): Set<A>;
    /**
     * What is in one of them only.
     * @see [util/set.lua](https://hg.prosody.im/trunk/file/tip/util/set.lua)
     */
    export function xor<A, B>(a: Set<A>, b: Set<B>): Set<A | B>;
}
