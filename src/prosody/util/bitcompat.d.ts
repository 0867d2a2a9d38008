/** @noSelfInFile */

/**
 * Bits of whole numbers, on any Lua.
 * @since 0.12
 * @see [util/bitcompat.lua](https://hg.prosody.im/trunk/file/tip/util/bitcompat.lua)
 */
declare module "prosody.util.bitcompat" {
    /**
     * Bits that are set in all.
     * @see [util/bitcompat.lua](https://hg.prosody.im/trunk/file/tip/util/bitcompat.lua)
     */
    export function band(first: number, second: number, ...others: number[]): number;
    /**
     * Bits that are set in any.
     * @see [util/bitcompat.lua](https://hg.prosody.im/trunk/file/tip/util/bitcompat.lua)
     */
    export function bor(first: number, second: number, ...others: number[]): number;
    /**
     * Bits that are set in an odd number of them.
     * @see [util/bitcompat.lua](https://hg.prosody.im/trunk/file/tip/util/bitcompat.lua)
     */
    export function bxor(first: number, second: number, ...others: number[]): number;
    /**
     * Bits that are not set.
     * @since 13.0
     * @see [util/bitcompat.lua](https://hg.prosody.im/trunk/file/tip/util/bitcompat.lua)
     */
    export function bnot(value: number): number;
    /**
     * Bits moved to the left.
     * @param count How many bits.
     * @see [util/bitcompat.lua](https://hg.prosody.im/trunk/file/tip/util/bitcompat.lua)
     */
    export function lshift(value: number, count: number): number;
    /**
     * Bits moved to the right.
     * @param count How many bits.
     * @see [util/bitcompat.lua](https://hg.prosody.im/trunk/file/tip/util/bitcompat.lua)
     */
    export function rshift(value: number, count: number): number;
}
