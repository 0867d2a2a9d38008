/** @noSelfInFile */

/** Bounded first-in first-out queues. https://prosody.im/doc/developers/util/queue */
declare module "prosody.util.queue" {
    export interface Queue<T> {
        /** How many items it holds at most. */
        readonly size: number;
        /** How many items it holds. */
        count(): number;
        /** Puts an item at the end; undefined and "queue full" where it is full and may not wrap. */
        push(item: T): LuaMultiReturn<[ok: true] | [ok: undefined, error: "queue full"]>;
        /** Takes the oldest item off. */
        pop(): T | undefined;
        /** The oldest item, which stays. */
        peek(): T | undefined;
        /** Puts an item in place of the oldest. */
        replace(item: T): true;
        /** Walks over positions from 1 and items, the oldest first. */
        items(): LuaIterable<LuaMultiReturn<[number, T]>, Queue<T>>;
        /**
         * Walks over the items and takes them off.
         * @since 0.12
         */
        consume(): LuaIterable<T, Queue<T>>;
    }
    /** A new queue. @param allow_wrapping A full queue drops its oldest item instead of refusing. */
    function new_<T>(size: number, allow_wrapping?: boolean): Queue<T>;
    export { new_ as new };
}
