/** @noSelfInFile */

/**
 * Digests and what is built on them. Results are bytes, or hexadecimal digits where `hex` is true. https://prosody.im/doc/developers/util/hashes
 * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
 */
declare module "prosody.util.hashes" {
    /**
     * SHA-1: 20 bytes.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function sha1(data: string, hex?: boolean): string;
    /**
     * SHA-224: 28 bytes.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function sha224(data: string, hex?: boolean): string;
    /**
     * SHA-256: 32 bytes.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function sha256(data: string, hex?: boolean): string;
    /**
     * SHA-384: 48 bytes.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function sha384(data: string, hex?: boolean): string;
    /**
     * SHA-512: 64 bytes.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function sha512(data: string, hex?: boolean): string;
    /**
     * MD5: 16 bytes; broken, for old protocols alone.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function md5(data: string, hex?: boolean): string;
    /**
     * SHA3-256: 32 bytes.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function sha3_256(data: string, hex?: boolean): string;
    /**
     * SHA3-512: 64 bytes.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function sha3_512(data: string, hex?: boolean): string;
    /**
     * BLAKE2s: 32 bytes.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function blake2s256(data: string, hex?: boolean): string;
    /**
     * BLAKE2b: 64 bytes.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function blake2b512(data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with SHA-1.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_sha1(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with SHA-224.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_sha224(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with SHA-256.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_sha256(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with SHA-384.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_sha384(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with SHA-512.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_sha512(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with MD5.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_md5(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with SHA3-256.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_sha3_256(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with SHA3-512.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_sha3_512(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with BLAKE2s.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_blake2s256(key: string, data: string, hex?: boolean): string;
    /**
     * HMAC (RFC 2104) with BLAKE2b.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hmac_blake2b512(key: string, data: string, hex?: boolean): string;
    /**
     * PBKDF2 with HMAC-SHA-1: 20 bytes. Another name of `pbkdf2_hmac_sha1`, there on every version.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function scram_Hi_sha1(password: string, salt: string, iterations: number): string;
    /**
     * PBKDF2 with HMAC-SHA-1: 20 bytes.
     * @since 0.12 Before, take `scram_Hi_sha1`.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function pbkdf2_hmac_sha1(password: string, salt: string, iterations: number): string;
    /**
     * PBKDF2 with HMAC-SHA-256: 32 bytes.
     * @since 0.12
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function pbkdf2_hmac_sha256(password: string, salt: string, iterations: number): string;
    /**
     * HKDF (RFC 5869) with HMAC-SHA-256.
     * @param length In bytes.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hkdf_hmac_sha256(length: number, key: string, salt?: string, info?: string): string;
    /**
     * HKDF (RFC 5869) with HMAC-SHA-384.
     * @param length In bytes.
     * @since 13.0
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function hkdf_hmac_sha384(length: number, key: string, salt?: string, info?: string): string;
    /**
     * Whether two strings of bytes are equal, in a time that says nothing about where they differ: for comparing secrets.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export function equals(a: string, b: string): boolean;
    /**
     * Which library does the work.
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export const version: string;
    /**
     * Which version of the library.
     * @since 0.12
     * @see [util-src/hashes.c](https://hg.prosody.im/trunk/file/tip/util-src/hashes.c)
     */
    export const _LIBCRYPTO_VERSION: string;
}
