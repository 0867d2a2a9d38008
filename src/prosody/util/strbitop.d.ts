/** @noSelfInFile */

/** Bits of strings: the first string, with the second repeated over it. */
declare module "prosody.util.strbitop" {
    /** Bits that are set in both. */
    export function sand(a: string, b: string): string;
    /** Bits that are set in either. */
    export function sor(a: string, b: string): string;
    /** Bits that are set in one of them only. */
    export function sxor(a: string, b: string): string;
    /**
     * How many bits at the start are equal.
     * @since 13.0
     */
    export function common_prefix_bits(a: string, b: string): number;
}
