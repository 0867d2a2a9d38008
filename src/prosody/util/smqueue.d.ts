/** @noSelfInFile */

/**
 * Queues of what was sent and not acknowledged (XEP-0198).
 * @since 0.12
 * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
 */
declare module "prosody.util.smqueue" {
    /** What was sent and not acknowledged yet (XEP-0198). */
    export interface SmQueue<T> {
        /**
         * Adds an item; the oldest is lost where it is full.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        push(item: T): void;
        /**
         * Drops all up to the h-th item ever pushed; those dropped, or undefined and what is wrong with h.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        ack(h: number): LuaMultiReturn<[acked: T[]] | [acked: undefined, error: "tail" | "head" | "pop"]>;
        /**
         * How many wait for an acknowledgement.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        count_unacked(): number;
        /**
         * How many were acknowledged.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        count_acked(): number;
        /**
         * Whether none of them is lost.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        resumable(): boolean;
        /**
         * Walks over positions from 1 and items.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        resume(): LuaIterable<LuaMultiReturn<[number, T]>, unknown>;
        /**
         * Walks over the items and takes them off.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        consume(): LuaIterable<T, unknown>;
        /**
         * The items in a list.
         * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
         */
        table(): T[];
    }
    /**
     * An empty queue.
     * @param size How many stanzas fit.
     * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
     */
    function new_<T>(size: number): SmQueue<T>;
    export { new_ as new };
    /**
     * The methods of all such queues.
     * @see [util/smqueue.lua](https://hg.prosody.im/trunk/file/tip/util/smqueue.lua)
     */
    export const smqueue: SmQueue<any>;
}
