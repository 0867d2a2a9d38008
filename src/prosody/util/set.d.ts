/** @noSelfInFile */

/** Sets. https://prosody.im/doc/developers/util/set */
declare module "prosody.util.set" {
    /** Holds each value once, in no order. */
    export interface Set<T> {
        /** Puts a value in. */
        add(item: T): void;
        /** Puts all values of a list in. */
        add_list(list: readonly T[] | undefined): void;
        /** True where the value is in, else undefined. */
        contains(item: unknown): true | undefined;
        /**
         * Whether all values of another set are in.
         * @since 0.12
         */
        contains_set(other: Set<T>): boolean;
        /** Whether nothing is in. */
        empty(): boolean;
        /** Takes a value out. */
        remove(item: T): void;
        /** Puts all values of another set in. */
        include(other: Set<T>): void;
        /** Takes all values of another set out. */
        exclude(other: Set<T>): void;
        /** Walks over the values, in no order. */
        items(): LuaIterable<T, object>;
        /** Each value as key; for reading. */
        readonly _items: LuaSet<T & AnyNotNil>;
    }
    /** A set of the values of a list. */
    function new_<T = unknown>(list?: readonly T[]): Set<T>;
    export { new_ as new };
    /** Whether a value is a set. */
    export function is_set(value: unknown): value is Set<unknown>;
    /** What is in either. */
    export function union<A, B>(a: Set<A>, b: Set<B>): Set<A | B>;
    /** What is in the first and not in the second. */
    export function difference<A>(a: Set<A>, b: Set<unknown>): Set<A>;
    /** What is in both. */
    export function intersection<A>(a: Set<A>, b: Set<unknown>): Set<A>;
    /** What is in one of them only. */
    export function xor<A, B>(a: Set<A>, b: Set<B>): Set<A | B>;
}
