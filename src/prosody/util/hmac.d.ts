/** @noSelfInFile */

/**
 * Keyed digests by short names. Results are bytes, or hexadecimal digits where `hex` is true.
 * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
 */
declare module "prosody.util.hmac" {
    /**
     * HMAC with MD5.
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function md5(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC with SHA-1.
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function sha1(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC with SHA-224.
     * @since 13.0
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function sha224(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC with SHA-256.
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function sha256(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC with SHA-384.
     * @since 13.0
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function sha384(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC with SHA-512.
     * @since 0.12 Before, take `prosody.util.hashes`' `hmac_sha512`.
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function sha512(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC with BLAKE2s.
     * @since 13.0
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function blake2s256(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC with BLAKE2b.
     * @since 13.0
     * @see [util/hmac.lua](https://hg.prosody.im/trunk/file/tip/util/hmac.lua)
     */
    export function blake2b512(key: string, data: string, hex?: boolean): string;
}
