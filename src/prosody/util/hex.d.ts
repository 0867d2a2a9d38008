/** @noSelfInFile */

/** Bytes as hexadecimal digits and back. */
declare module "prosody.util.hex" {
    /**
     * The bytes as hexadecimal digits.
     * @since 0.12 Before, take `to`.
     */
    export function encode(bytes: string): string;
    /**
     * The bytes that the digits stand for; white space is skipped.
     * @since 0.12 Before, take `from`.
     */
    export function decode(digits: string): string;
    /** The bytes as hexadecimal digits. */
    export function to(bytes: string): string;
    /** The bytes that the digits stand for. */
    export function from(digits: string): string;
}
