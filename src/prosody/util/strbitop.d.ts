/** @noSelfInFile */

/**
 * Bits of strings: the first string, with the second repeated over it.
 * @see [util-src/strbitop.c](https://hg.prosody.im/trunk/file/tip/util-src/strbitop.c)
 */
declare module "prosody.util.strbitop" {
    /**
     * Bits that are set in both.
     * @see [util-src/strbitop.c](https://hg.prosody.im/trunk/file/tip/util-src/strbitop.c)
     */
    export function sand(a: string, b: string): string;
    /**
     * Bits that are set in either.
     * @see [util-src/strbitop.c](https://hg.prosody.im/trunk/file/tip/util-src/strbitop.c)
     */
    export function sor(a: string, b: string): string;
    /**
     * Bits that are set in one of them only.
     * @see [util-src/strbitop.c](https://hg.prosody.im/trunk/file/tip/util-src/strbitop.c)
     */
    export function sxor(a: string, b: string): string;
    /**
     * How many bits at the start are equal.
     * @since 13.0
     * @see [util-src/strbitop.c](https://hg.prosody.im/trunk/file/tip/util-src/strbitop.c)
     */
    export function common_prefix_bits(a: string, b: string): number;
}
