/** @noSelfInFile */

/**
 * Bits of whole numbers, by the operators of Lua 5.3.
 * @since 0.12
 * @see [util/bit53.lua](https://hg.prosody.im/trunk/file/tip/util/bit53.lua)
 */
declare module "prosody.util.bit53" {
    /**
     * Bits that are set in all.
     * @see [util/bit53.lua](https://hg.prosody.im/trunk/file/tip/util/bit53.lua)
     */
    export function band(first: number, second: number, ...others: number[]): number;
    /**
     * Bits that are set in any.
     * @see [util/bit53.lua](https://hg.prosody.im/trunk/file/tip/util/bit53.lua)
     */
    export function bor(first: number, second: number, ...others: number[]): number;
    /**
     * Bits that are set in an odd number of them.
     * @see [util/bit53.lua](https://hg.prosody.im/trunk/file/tip/util/bit53.lua)
     */
    export function bxor(first: number, second: number, ...others: number[]): number;
    /**
     * Bits that are not set.
     * @since 13.0
     * @see [util/bit53.lua](https://hg.prosody.im/trunk/file/tip/util/bit53.lua)
     */
    export function bnot(value: number): number;
    /**
     * Bits moved to the left.
     * @param count How many bits.
     * @see [util/bit53.lua](https://hg.prosody.im/trunk/file/tip/util/bit53.lua)
     */
    export function lshift(value: number, count: number): number;
    /**
     * Bits moved to the right.
     * @param count How many bits.
     * @see [util/bit53.lua](https://hg.prosody.im/trunk/file/tip/util/bit53.lua)
     */
    export function rshift(value: number, count: number): number;
}
