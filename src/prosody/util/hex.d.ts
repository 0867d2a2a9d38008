/** @noSelfInFile */

/**
 * Bytes as hexadecimal digits and back.
 * @see [util/hex.lua](https://hg.prosody.im/trunk/file/tip/util/hex.lua)
 */
declare module "prosody.util.hex" {
    /**
     * The bytes as hexadecimal digits.
     * @since 0.12 Before, take `to`.
     * @see [util/hex.lua](https://hg.prosody.im/trunk/file/tip/util/hex.lua)
     */
    export function encode(bytes: string): string;
    /**
     * The bytes that the digits stand for; white space is skipped.
     * @since 0.12 Before, take `from`.
     * @see [util/hex.lua](https://hg.prosody.im/trunk/file/tip/util/hex.lua)
     */
    export function decode(digits: string): string;
    /**
     * The bytes as hexadecimal digits.
     * @see [util/hex.lua](https://hg.prosody.im/trunk/file/tip/util/hex.lua)
     */
    export function to(bytes: string): string;
    /**
     * The bytes that the digits stand for.
     * @see [util/hex.lua](https://hg.prosody.im/trunk/file/tip/util/hex.lua)
     */
    export function from(digits: string): string;
}
