/** @noSelfInFile */

/** UUIDs (RFC 9562). https://prosody.im/doc/developers/util/uuid */
declare module "prosody.util.uuid" {
    /** A random UUID (version 4). */
    export function generate(): string;
    /** So many random hexadecimal digits. */
    export function get_nibbles(count: number): string;
    /**
     * A random UUID (version 4).
     * @since 13.0 Before, take `generate`.
     */
    export function v4(): string;
    /**
     * A UUID that sorts by the time it was made (version 7).
     * @since 13.0
     */
    export function v7(): string;
}
