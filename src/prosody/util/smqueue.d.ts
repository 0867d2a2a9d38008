/** @noSelfInFile */

/**
 * Queues of what was sent and not acknowledged (XEP-0198).
 * @since 0.12
 */
declare module "prosody.util.smqueue" {
    export interface SmQueue<T> {
        /** Adds an item; the oldest is lost where it is full. */
        push(item: T): void;
        /** Drops all up to the h-th item ever pushed; those dropped, or undefined and what is wrong with h. */
        ack(h: number): LuaMultiReturn<[acked: T[]] | [acked: undefined, error: "tail" | "head" | "pop"]>;
        /** How many wait for an acknowledgement. */
        count_unacked(): number;
        /** How many were acknowledged. */
        count_acked(): number;
        /** Whether none of them is lost. */
        resumable(): boolean;
        /** Walks over positions from 1 and items. */
        resume(): LuaIterable<LuaMultiReturn<[number, T]>, unknown>;
        /** Walks over the items and takes them off. */
        consume(): LuaIterable<T, unknown>;
        /** The items in a list. */
        table(): T[];
    }
    /** An empty queue. */
    function new_<T>(size: number): SmQueue<T>;
    export { new_ as new };
    /** The methods of all such queues. */
    export const smqueue: SmQueue<any>;
}
