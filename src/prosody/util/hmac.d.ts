/** @noSelfInFile */

/** Keyed digests by short names. Results are bytes, or hexadecimal digits where `hex` is true. */
declare module "prosody.util.hmac" {
    /** HMAC with MD5. */
    export function md5(key: string, data: string, hex?: boolean): string;
    /** HMAC with SHA-1. */
    export function sha1(key: string, data: string, hex?: boolean): string;
    /** HMAC with SHA-224. @since 13.0 */
    export function sha224(key: string, data: string, hex?: boolean): string;
    /** HMAC with SHA-256. */
    export function sha256(key: string, data: string, hex?: boolean): string;
    /** HMAC with SHA-384. @since 13.0 */
    export function sha384(key: string, data: string, hex?: boolean): string;
    /** HMAC with SHA-512. @since 0.12 */
    export function sha512(key: string, data: string, hex?: boolean): string;
    /** HMAC with BLAKE2s. @since 13.0 */
    export function blake2s256(key: string, data: string, hex?: boolean): string;
    /** HMAC with BLAKE2b. @since 13.0 */
    export function blake2b512(key: string, data: string, hex?: boolean): string;
}
