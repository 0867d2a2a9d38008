/** @noSelfInFile */

/**
 * Stores. A module takes `module.open_store`. https://prosody.im/doc/developers/core/storagemanager
 * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
 */
declare module "prosody.core.storagemanager" {
    /**
     * Opens a store of a host; any other type would lose data without a word.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export function open<V = unknown>(
        host: string,
        store: string,
        type?: "keyval",
    ): LuaMultiReturn<[Prosody.KeyvalStore<V>] | [undefined, string]>;
    /**
     * Opens a store of a host; any other type would lose data without a word.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export function open<V = unknown>(
        host: string,
        store: string,
        type: "map",
    ): LuaMultiReturn<[Prosody.MapStore<V>] | [undefined, string]>;
    /**
     * Opens a store of a host; any other type would lose data without a word.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export function open<V = Prosody.Stanza>(
        host: string,
        store: string,
        type: "archive",
    ): LuaMultiReturn<[Prosody.ArchiveStore<V>] | [undefined, string]>;
    /**
     * Deletes all data of a user.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export function purge(user: string, host: string): true;
    /**
     * Which driver keeps a store, and its name.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export function get_driver(host: string, store?: string): LuaMultiReturn<[Prosody.StorageProvider, string]>;
    /**
     * Loads a driver by name.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export function load_driver(host: string, name: string): Prosody.StorageProvider | undefined;
    /**
     * Prepares a host; called by Prosody when it is activated.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export function initialize_host(host: string): void;
    /**
     * The functions of `prosody.util.datamanager` as they were before stores took their place.
     * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
     */
    export const olddm: typeof import("prosody.util.datamanager");
}
