/** @noSelfInFile */

/**
 * Files of data, as the storage "internal" keeps them. A module takes `module.open_store`; these functions look past the
 * configured storage or, where Prosody has replaced them, ask it.
 * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
 */
declare module "prosody.util.datamanager" {
    /** True, or a false value and why not. */
    type Outcome = LuaMultiReturn<[ok: true] | [ok: undefined | false, error: string]>;
    /** Sees data before they are written and may change what is written where; false as username keeps them from the disk. */
    export type Callback = (
        this: void,
        username: string | undefined,
        host: string,
        datastore: string,
        data: unknown,
    ) => LuaMultiReturn<[username: string | undefined | false, host: string, datastore: string, data: unknown]>;

    /**
     * Sets the folder that holds the files.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function set_data_path(path: string): void;
    /**
     * Has a function called for each write; true where it was not there before.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function add_callback(func: Callback): true | undefined;
    /**
     * Takes such a function away.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function remove_callback(func: Callback): true | undefined;
    /**
     * The path of a file.
     * @param extension Default "dat".
     * @param create Whether its folders are made.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function getpath(
        username: string | undefined,
        host: string | undefined,
        datastore: string,
        extension?: string,
        create?: boolean,
    ): string;
    /**
     * The data of a user; undefined where there are none, with a message where reading failed.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function load(
        username: string | undefined,
        host: string,
        datastore: string,
    ): LuaMultiReturn<[data: unknown, error?: string]>;
    /**
     * Writes the data of a user; undefined deletes the file.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function store(username: string | undefined, host: string, datastore: string, data: unknown): Outcome;
    /**
     * Writes a file as a whole or not at all.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function store_raw(filename: string, data: string): Outcome;
    /**
     * Adds bytes to a file.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function append_raw(
        username: string | undefined,
        host: string,
        datastore: string,
        extension: string,
        data: string,
    ): Outcome;
    /**
     * Adds an item to a list.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function list_append(username: string | undefined, host: string, datastore: string, data: unknown): Outcome;
    /**
     * Writes a list; undefined or an empty one deletes the file.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function list_store(
        username: string | undefined,
        host: string,
        datastore: string,
        data: readonly unknown[] | undefined,
    ): Outcome;
    /**
     * A list; undefined where there is none, with a message where reading failed.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function list_load(
        username: string | undefined,
        host: string,
        datastore: string,
    ): LuaMultiReturn<[items: unknown[] | undefined, error?: string]>;
    /**
     * A list whose items are read when they are asked for.
     * @since 13.0
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function list_open(
        username: string | undefined,
        host: string,
        datastore: string,
    ): LuaMultiReturn<[items: OpenList | undefined, error?: string]>;
    /** A list whose items are read as they are asked for, by position from 1. */
    export interface OpenList {
        /** The item at a position, read when asked for. */
        readonly [position: number]: unknown;
        /**
         * Closes the file.
         * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
         */
        close?(): void;
    }
    /**
     * Drops the first items of a list. @param trim_to Position, from 1, of the first that stays.
     * @since 13.0
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function list_shift(username: string | undefined, host: string, datastore: string, trim_to: number): Outcome;
    /**
     * Where the items of a list are in its file.
     * @since 13.0
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function build_list_index(
        username: string | undefined,
        host: string,
        datastore: string,
        items?: unknown,
    ): LuaMultiReturn<
        | [
              index: {
                  /** Where the item begins, in bytes. */
                  start: number;
                  /** How long it is, in bytes. */
                  length: number;
              }[],
          ]
        | [index: undefined, error: string]
    >;
    /**
     * Walks over the users that have data.
     * @param type Default "keyval".
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function users(host: string, datastore: string, type?: "keyval" | "list"): LuaIterable<string, unknown>;
    /**
     * Walks over what a user has data in; all stores of users for true, those of the host for undefined.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function stores(
        username: string | true | undefined,
        host: string,
        type?: "keyval" | "list",
    ): LuaIterable<string, unknown>;
    /**
     * Deletes all data of a user.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function purge(username: string, host: string): LuaMultiReturn<[ok: boolean, errors: string]>;
    /**
     * A name from a file name.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function path_decode(text: string): string;
    /**
     * A name made fit for a file name.
     * @see [util/datamanager.lua](https://hg.prosody.im/trunk/file/tip/util/datamanager.lua)
     */
    export function path_encode(text: string): string;
}
