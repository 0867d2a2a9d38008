/** @noSelfInFile */

/**
 * UUIDs (RFC 9562). https://prosody.im/doc/developers/util/uuid
 * @see [util/uuid.lua](https://hg.prosody.im/trunk/file/tip/util/uuid.lua)
 */
declare module "prosody.util.uuid" {
    /**
     * A random UUID (version 4).
     * @see [util/uuid.lua](https://hg.prosody.im/trunk/file/tip/util/uuid.lua)
     */
    export function generate(): string;
    /**
     * So many random hexadecimal digits.
     * @see [util/uuid.lua](https://hg.prosody.im/trunk/file/tip/util/uuid.lua)
     */
    export function get_nibbles(count: number): string;
    /**
     * A random UUID (version 4).
     * @since 13.0 Before, take `generate`.
     * @see [util/uuid.lua](https://hg.prosody.im/trunk/file/tip/util/uuid.lua)
     */
    export function v4(): string;
    /**
     * A UUID that sorts by the time it was made (version 7).
     * @since 13.0 Before, take `generate`.
     * @see [util/uuid.lua](https://hg.prosody.im/trunk/file/tip/util/uuid.lua)
     */
    export function v7(): string;
}
