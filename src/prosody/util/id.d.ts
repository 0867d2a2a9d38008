/** @noSelfInFile */

/**
 * Random identifiers from the system's entropy, in base64url letters. https://prosody.im/doc/developers/util/id
 * @see [util/id.lua](https://hg.prosody.im/trunk/file/tip/util/id.lua)
 */
declare module "prosody.util.id" {
    /**
     * 24 bits in 4 letters: for things that live briefly and among few.
     * @since 0.12 Before, take `short`.
     * @see [util/id.lua](https://hg.prosody.im/trunk/file/tip/util/id.lua)
     */
    export function tiny(): string;
    /**
     * 72 bits in 12 letters: enough within a user or a host.
     * @see [util/id.lua](https://hg.prosody.im/trunk/file/tip/util/id.lua)
     */
    export function short(): string;
    /**
     * 144 bits in 24 letters: enough for the world, and for secrets.
     * @see [util/id.lua](https://hg.prosody.im/trunk/file/tip/util/id.lua)
     */
    export function medium(): string;
    /**
     * 216 bits in 36 letters.
     * @see [util/id.lua](https://hg.prosody.im/trunk/file/tip/util/id.lua)
     */
    export function long(): string;
    /**
     * A function that makes identifiers of so many random bytes.
     * @see [util/id.lua](https://hg.prosody.im/trunk/file/tip/util/id.lua)
     */
    export function custom(bytes: number): (this: void) => string;
}
