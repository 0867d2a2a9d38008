/** @noSelfInFile */

declare namespace Prosody {
    /** What a store says: success, or undefined and why not. */
    type StoreOutcome = LuaMultiReturn<[ok: true] | [ok: undefined | false, error: string]>;

    /** One value per user; undefined as user is the host itself. */
    interface KeyvalStore<V = unknown> {
        /** Its name, with the storage "internal". */
        readonly store?: string;
        /** "keyval". */
        readonly type?: string;
        /**
         * The value; undefined where there is none, with a message where reading failed.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        get(username: string | undefined): LuaMultiReturn<[value: V | undefined, error?: string]>;
        /**
         * Sets the value; undefined takes it away.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        set(username: string | undefined, value: V | undefined): StoreOutcome;
        /**
         * Walks over the users that have a value.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        users(): LuaIterable<string> | LuaIterable<string, any>;
    }
    /** Values by key for each user. */
    interface MapStore<V = unknown, K extends string = string> {
        /** What keeps the values, where the storage knows no maps. */
        readonly keyval_store?: KeyvalStore<Record<K, V>>;
        /**
         * The value; undefined where there is none, with a message where reading failed.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        get(username: string | undefined, key: K): LuaMultiReturn<[value: V | undefined, error?: string]>;
        /**
         * Sets the value; undefined takes it away.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        set(username: string | undefined, key: K, value: V | undefined): StoreOutcome;
        /**
         * Sets several values; the sentinel `remove` takes one away.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        set_keys(username: string | undefined, values: Record<string, V | MapStoreRemove>): StoreOutcome;
        /** Takes a value away, where it is this sentinel in `set_keys`. */
        readonly remove: MapStoreRemove;
        /**
         * The value of a key for each user.
         * @since 0.12 Before, take a keyval store.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        get_all?(key: K): LuaMultiReturn<[values: Record<string, V> | undefined, error?: string]>;
        /**
         * Takes a key away from each user.
         * @since 0.12 Before, take a keyval store.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        delete_all?(key: K): StoreOutcome;
    }
    /** What takes the place of a value to remove it. */
    interface MapStoreRemove {
        readonly __mapStoreRemove: unique symbol;
    }
    /**
     * Both at once.
     * @since 13.0
     */
    interface KeyvalPlusStore<V = unknown> {
        /** The same data as whole tables. */
        readonly keyval_store: KeyvalStore<Record<string, V>>;
        /** The same data key by key. */
        readonly map_store: MapStore<V>;
        /**
         * All values of a user by key.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        get(username: string | undefined): LuaMultiReturn<[value: Record<string, V> | undefined, error?: string]>;
        /**
         * Sets all values of a user; undefined takes them away.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        set(username: string | undefined, value: Record<string, V> | undefined): StoreOutcome;
        /**
         * Walks over the users that have values.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        items(): LuaIterable<string>;
        /**
         * One value.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        get_key(username: string | undefined, key: string): LuaMultiReturn<[value: V | undefined, error?: string]>;
        /**
         * Sets one value; undefined takes it away.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        set_key(username: string | undefined, key: string, value: V | undefined): StoreOutcome;
        /**
         * Sets several values; the sentinel `remove` takes one away.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        set_keys(username: string | undefined, values: Record<string, V | MapStoreRemove>): StoreOutcome;
        /** Takes a value away, where it is this sentinel in `set_keys`. */
        readonly remove: MapStoreRemove;
        /**
         * The value of a key for each user.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        get_key_from_all(key: string): LuaMultiReturn<[values: Record<string, V> | undefined, error?: string]>;
        /**
         * Takes a key away from each user.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        delete_key_from_all(key: string): StoreOutcome;
    }
    /** Which items of an archive are meant. */
    interface ArchiveQuery {
        /** From this time on, in seconds since 1970. */
        start?: number | undefined;
        /** Up to this time. */
        end?: number | undefined;
        /** Exchanged with this JID. */
        with?: string | undefined;
        /** This item alone. */
        key?: string | undefined;
        /** These items alone. @since 0.12 */
        ids?: string[] | undefined;
        /** Behind this item. */
        after?: string | undefined;
        /** Before this item. */
        before?: string | undefined;
        /** So many items at most. */
        limit?: number | undefined;
        /** The newest first. */
        reverse?: boolean | undefined;
        /** Whether the number of matches is wanted as second result of `find`. */
        total?: boolean | undefined;
    }
    /** Items in the order of time, such as messages. */
    interface ArchiveStore<V = Stanza> {
        /**
         * Adds an item; its key, a new one where none is given.
         * @param when In seconds since 1970.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        append(
            username: string | undefined,
            key: string | undefined,
            value: V,
            when?: number,
            with_?: string,
        ): LuaMultiReturn<[key: string] | [key: undefined, error: string]>;
        /**
         * Walks over items: key, value, time, with.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        find(
            username: string | undefined,
            query?: ArchiveQuery,
        ): LuaMultiReturn<
            | [
                  items: (
                      this: void,
                  ) => LuaMultiReturn<[key: string, value: V, when: number, with_: string] | [undefined]>,
                  total?: number,
              ]
            | [items: undefined, error: string]
        >;
        /**
         * Deletes items; how many, or true.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        delete(
            username: string | undefined,
            query?: ArchiveQuery,
        ): LuaMultiReturn<[deleted: number | true] | [deleted: undefined, error: string]>;
        /**
         * The days that have items.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        dates?(username: string): LuaMultiReturn<[dates: string[]] | [undefined, string]>;
        /**
         * One item.
         * @since 0.12
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        get?(
            username: string,
            key: string,
        ): LuaMultiReturn<[value: V, when: number, with_: string] | [undefined, string]>;
        /**
         * Changes an item.
         * @param when In seconds since 1970.
         * @since 0.12
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        set?(username: string, key: string, value: V, when?: number, with_?: string): StoreOutcome;
        /**
         * How many items there are, by whom they were exchanged with.
         * @since 0.12 Before, walk over `find`.
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        summary?(username: string, query?: ArchiveQuery): LuaMultiReturn<[object] | [undefined, string]>;
        /**
         * Walks over the users that have items.
         * @since 0.12
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        users?(): LuaIterable<string>;
        /**
         * Drops what is older than a time.
         * @param to_when In seconds since 1970.
         * @since 13.0
         * @see [plugins/mod_storage_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_storage_internal.lua)
         */
        trim?(
            username: string,
            to_when?: number,
        ): LuaMultiReturn<[removed: number | true] | [removed: undefined, error: string]>;
        /** Its name, with the storage "internal". */
        readonly store?: string;
        /** "archive". */
        readonly type?: string;
        /** What the store can do. @since 0.12 */
        readonly caps?: Record<string, unknown>;
    }
}
