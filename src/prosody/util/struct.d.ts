/** @noSelfInFile */

/**
 * Values as bytes and back, by a format such as ">I2".
 * @since 0.12
 * @see [util-src/struct.c](https://hg.prosody.im/trunk/file/tip/util-src/struct.c)
 */
declare module "prosody.util.struct" {
    /**
     * The bytes of values.
     * @see [util-src/struct.c](https://hg.prosody.im/trunk/file/tip/util-src/struct.c)
     */
    export function pack(format: string, ...values: (string | number)[]): string;
    /**
     * The values of bytes, then the position behind them.
     * @see [util-src/struct.c](https://hg.prosody.im/trunk/file/tip/util-src/struct.c)
     */
    export function unpack(format: string, bytes: string, position?: number): LuaMultiReturn<any[]>;
    /**
     * How many bytes a format takes.
     * @see [util-src/struct.c](https://hg.prosody.im/trunk/file/tip/util-src/struct.c)
     */
    export function size(format: string): number;
}
