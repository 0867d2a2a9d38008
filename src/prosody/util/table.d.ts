/** @noSelfInFile */
/**
 * Tables of a size, and what older Luas lack.
 * @see [util-src/table.c](https://hg.prosody.im/trunk/file/tip/util-src/table.c)
 */
declare module "prosody.util.table" {
    /**
     * An empty table with room for so many elements and so many fields.
     * @see [util-src/table.c](https://hg.prosody.im/trunk/file/tip/util-src/table.c)
     */
    export function create<T = any>(elements: number, fields: number): T[];
    /**
     * The arguments in a table, and in `n` how many.
     * @see [util-src/table.c](https://hg.prosody.im/trunk/file/tip/util-src/table.c)
     */
    export function pack<T extends unknown[]>(
        ...values: T
    ): T & {
        /** How many values there are, nil or not. */
        n: number;
    };
    /**
     * Copies elements from one table, or place, to another; positions from 1.
     * @since 13.0
     * @see [util-src/table.c](https://hg.prosody.im/trunk/file/tip/util-src/table.c)
     */
    export function move<T>(from: readonly T[], first: number, last: number, position: number, to?: T[]): T[];
}
