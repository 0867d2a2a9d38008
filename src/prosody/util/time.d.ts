/** @noSelfInFile */

/**
 * Clocks.
 * @see [util-src/time.c](https://hg.prosody.im/trunk/file/tip/util-src/time.c)
 */
declare module "prosody.util.time" {
    /**
     * Seconds since 1970, with a fraction.
     * @see [util-src/time.c](https://hg.prosody.im/trunk/file/tip/util-src/time.c)
     */
    export function now(): number;
    /**
     * Seconds of a clock that never jumps; for measuring.
     * @see [util-src/time.c](https://hg.prosody.im/trunk/file/tip/util-src/time.c)
     */
    export function monotonic(): number;
}
