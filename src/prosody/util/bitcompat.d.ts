/** @noSelfInFile */

/**
 * Bits of whole numbers, on any Lua.
 * @since 0.12
 */
declare module "prosody.util.bitcompat" {
    /** Bits that are set in all. */
    export function band(first: number, second: number, ...others: number[]): number;
    /** Bits that are set in any. */
    export function bor(first: number, second: number, ...others: number[]): number;
    /** Bits that are set in an odd number of them. */
    export function bxor(first: number, second: number, ...others: number[]): number;
    /**
     * Bits that are not set.
     * @since 13.0
     */
    export function bnot(value: number): number;
    /** Bits moved to the left. */
    export function lshift(value: number, count: number): number;
    /** Bits moved to the right. */
    export function rshift(value: number, count: number): number;
}
