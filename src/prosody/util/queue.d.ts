/** @noSelfInFile */
/**
 * Bounded first-in first-out queues. https://prosody.im/doc/developers/util/queue
 * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
 */
declare module "prosody.util.queue" {
    /** Gives out first what came first. */
    export interface Queue<T> {
        /** How many items it holds at most. */
        readonly size: number;
        /**
         * How many items it holds.
         * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
         */
        count(): number;
        /**
         * Puts an item at the end; undefined and "queue full" where it is full and may not wrap.
         * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
         */
        push(item: T): LuaMultiReturn<[ok: true] | [ok: undefined, error: "queue full"]>;
        /**
         * Takes the oldest item off.
         * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
         */
        pop(): T | undefined;
        /**
         * The oldest item, which stays.
         * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
         */
        peek(): T | undefined;
        /**
         * Puts an item in place of the oldest.
         * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
         */
        replace(item: T): true;
        /**
         * Walks over positions from 1 and items, the oldest first.
         * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
         */
        items(): LuaIterable<LuaMultiReturn<[number, T]>, Queue<T>>;
        /**
         * Walks over the items and takes them off.
         * @since 0.12
         * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
         */
        consume(): LuaIterable<T, Queue<T>>;
    }
    /**
     * A new queue.
     * @param allow_wrapping A full queue drops its oldest item instead of refusing.
     * @param size How many items fit.
     * @see [util/queue.lua](https://hg.prosody.im/trunk/file/tip/util/queue.lua)
     */
    function new_<T>(size: number, allow_wrapping?: boolean): Queue<T>;
    export { new_ as new };
}
