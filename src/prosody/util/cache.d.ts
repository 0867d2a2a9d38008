/** @noSelfInFile */

/**
 * Bounded maps that forget what was longest unused. https://prosody.im/doc/developers/util/cache
 * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
 */
declare module "prosody.util.cache" {
    /** A map of at most `size` entries; setting a key makes it the newest, reading does not. */
    export interface Cache<K, V> {
        /** How many entries it holds at most. */
        readonly size: number;
        /**
         * The value of a key.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        get(key: K): V | undefined;
        /**
         * Sets a key; undefined takes it out. False where it is full and `on_evict` refused to give up an entry.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        set(key: K, value: V | undefined): boolean;
        /**
         * How many entries it holds.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        count(): number;
        /**
         * Walks over keys and values, the newest first.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        items(): LuaIterable<LuaMultiReturn<[K, V]>>;
        /**
         * Walks over the values, the newest first.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        values(): LuaIterable<V>;
        /**
         * The newest entry.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        head(): LuaMultiReturn<[K, V] | [undefined, undefined]>;
        /**
         * The oldest entry.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        tail(): LuaMultiReturn<[K, V] | [undefined, undefined]>;
        /**
         * Another size; false where entries would go and `on_evict` refused.
         * @param size How many entries fit.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        resize(size: number): boolean;
        /**
         * A table that reads from and writes to the cache.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        table(): LuaTable<K & AnyNotNil, V | undefined>;
        /**
         * Forgets everything, without `on_evict`.
         * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
         */
        clear(): void;
    }
    /**
     * Called with the oldest entry before it goes; false keeps it and refuses the new one. In place of the function, false
     * refuses all.
     */
    export type OnEvict<K, V> = (this: void, key: K, value: V, cache: Cache<K, V>) => boolean | undefined | void;

    /**
     * A new cache; raises an error for a size below 1.
     * @param size How many entries fit.
     * @see [util/cache.lua](https://hg.prosody.im/trunk/file/tip/util/cache.lua)
     */
    function new_<K, V>(size: number, on_evict?: OnEvict<K, V> | false): Cache<K, V>;
    export { new_ as new };
}
