/** @noSelfInFile */
/**
 * Heaps whose items can be found again: the lowest priority comes first.
 * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
 */
declare module "prosody.util.indexedbheap" {
    /** Gives out the item with the lowest number first. */
    export interface IndexedHeap<T> {
        /**
         * Puts an item in; its id.
         * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
         */
        insert(item: T, priority: number, id?: number): number;
        /**
         * Takes the first item out.
         * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
         */
        pop(): LuaMultiReturn<[priority: number, item: T, id: number] | []>;
        /**
         * The lowest priority.
         * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
         */
        peek(): number | undefined;
        /**
         * Gives an item another priority.
         * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
         */
        reprioritize(id: number, priority: number): void;
        /**
         * Takes an item out.
         * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
         */
        remove(id: number): LuaMultiReturn<[priority: number, item: T, id: number] | []>;
        /**
         * Takes the item at a place of the heap out.
         * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
         */
        remove_index(index: number): LuaMultiReturn<[priority: number, item: T, id: number] | []>;
        /** Ids of the items, in the heap's order. */
        readonly ids: number[];
        /** The items by their ids. */
        readonly items: LuaMap<number, T>;
        /** Their numbers, in the heap's order. */
        readonly priorities: number[];
        /** Where in the heap an id stands. */
        readonly index: LuaMap<number, number>;
        /** The id that the next item gets. */
        readonly current_id: number;
    }
    /**
     * An empty heap.
     * @see [util/indexedbheap.lua](https://hg.prosody.im/trunk/file/tip/util/indexedbheap.lua)
     */
    export function create<T>(): IndexedHeap<T>;
}
