/** @noSelfInFile */

/**
 * Tables with several keys. https://prosody.im/doc/developers/util/multitable
 * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
 */
declare module "prosody.util.multitable" {
    /** Values by several keys; as many in each call as the table has, undefined for any where the function looks for values. */
    export interface Multitable<V> {
        /** The nested tables. */
        readonly data: Record<string, unknown>;
        /**
         * The value of the keys, or the table below them where there are fewer.
         * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
         */
        get(...keys: unknown[]): any;
        /**
         * Appends the last argument to the list below the others.
         * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
         */
        add(...keys_and_value: [...keys: unknown[], value: V]): void;
        /**
         * Sets the value of the keys; it is the last argument.
         * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
         */
        set(...keys_and_value: [...keys: unknown[], value: V | undefined]): void;
        /**
         * Takes values away.
         * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
         */
        remove(...keys: unknown[]): void;
        /**
         * All values that match.
         * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
         */
        search(...keys: unknown[]): V[];
        /**
         * Adds all values that match to a list.
         * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
         */
        search_add(results: V[] | undefined, ...keys: unknown[]): V[];
        /**
         * Walks over what matches: the keys, then the value.
         * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
         */
        iter(...keys: unknown[]): LuaIterable<LuaMultiReturn<any[]>, Multitable<V>>;
    }
    /**
     * An empty table.
     * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
     */
    function new_<V>(): Multitable<V>;
    export { new_ as new };
    /**
     * Walks over what matches: the keys, then the value.
     * @see [util/multitable.lua](https://hg.prosody.im/trunk/file/tip/util/multitable.lua)
     */
    export function iter<V>(
        table: Multitable<V>,
        ...keys: unknown[]
    ): LuaIterable<LuaMultiReturn<any[]>, Multitable<V>>;
}
