/** @noSelfInFile */

/**
 * Signatures and encryption, over OpenSSL. Keys, signatures and texts are strings of bytes.
 * @since 13.0
 * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
 */
declare module "prosody.util.crypto" {
    /** A key, or a pair of them. */
    export interface Key {
        /**
         * What kind it is: "ED25519", "rsaEncryption", "id-ecPublicKey" ...
         * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
         */
        get_type(): string;
        /**
         * The private key as PEM; undefined where there is none.
         * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
         */
        private_pem(): string | undefined;
        /**
         * The public key as PEM.
         * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
         */
        public_pem(): string | undefined;
        /**
         * The public key as bytes.
         * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
         */
        public_raw(): string | undefined;
        /**
         * What this key and another's public one agree on.
         * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
         */
        derive(peer: Key): string | undefined;
    }

    /**
     * Which library does the work.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export const _LIBCRYPTO_VERSION: string;
    /**
     * Decrypts with AES-128-GCM, the tag at the end. Undefined where the tag is wrong.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function aes_128_gcm_decrypt(key: string, iv: string, ciphertext: string): string | undefined;
    /**
     * Encrypts with AES-128-GCM, the tag at the end.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function aes_128_gcm_encrypt(key: string, iv: string, plaintext: string): string;
    /**
     * Decrypts with AES-256-CTR.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function aes_256_ctr_decrypt(key: string, iv: string, ciphertext: string): string;
    /**
     * Encrypts with AES-256-CTR.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function aes_256_ctr_encrypt(key: string, iv: string, plaintext: string): string;
    /**
     * Decrypts with AES-256-GCM, the tag at the end. Undefined where the tag is wrong.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function aes_256_gcm_decrypt(key: string, iv: string, ciphertext: string): string | undefined;
    /**
     * Encrypts with AES-256-GCM, the tag at the end.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function aes_256_gcm_encrypt(key: string, iv: string, plaintext: string): string;
    /**
     * A signature in DER from its two numbers.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function build_ecdsa_signature(r: string, s: string): string;
    /**
     * A signature: ecdsa sha256.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ecdsa_sha256_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: ecdsa sha256.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ecdsa_sha256_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: ecdsa sha384.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ecdsa_sha384_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: ecdsa sha384.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ecdsa_sha384_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: ecdsa sha512.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ecdsa_sha512_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: ecdsa sha512.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ecdsa_sha512_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: ed25519.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ed25519_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: ed25519.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function ed25519_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A new key of Ed25519.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function generate_ed25519_keypair(): Key;
    /**
     * A new key of the curve P-256.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function generate_p256_keypair(): Key;
    /**
     * A private key from PEM.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function import_private_pem(pem: string): LuaMultiReturn<[key: Key] | [key: undefined, error?: string]>;
    /**
     * A public key of a curve from its bytes.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function import_public_ec_raw(
        bytes: string,
        curve?: string,
    ): LuaMultiReturn<[key: Key] | [key: undefined, error?: string]>;
    /**
     * A public key from PEM.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function import_public_pem(pem: string): LuaMultiReturn<[key: Key] | [key: undefined, error?: string]>;
    /**
     * The two numbers of a signature in DER, each of so many bytes.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function parse_ecdsa_signature(
        der: string,
        length: number,
    ): LuaMultiReturn<[r: string, s: string] | [undefined]>;
    /**
     * A signature: rsassa pkcs1 sha256.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pkcs1_sha256_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: rsassa pkcs1 sha256.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pkcs1_sha256_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: rsassa pkcs1 sha384.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pkcs1_sha384_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: rsassa pkcs1 sha384.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pkcs1_sha384_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: rsassa pkcs1 sha512.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pkcs1_sha512_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: rsassa pkcs1 sha512.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pkcs1_sha512_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: rsassa pss sha256.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pss_sha256_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: rsassa pss sha256.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pss_sha256_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: rsassa pss sha384.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pss_sha384_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: rsassa pss sha384.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pss_sha384_verify(key: Key, message: string, signature: string): boolean;
    /**
     * A signature: rsassa pss sha512.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pss_sha512_sign(key: Key, message: string): string;
    /**
     * Whether a signature is right: rsassa pss sha512.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export function rsassa_pss_sha512_verify(key: Key, message: string, signature: string): boolean;
    /**
     * Which library does the work.
     * @see [util-src/crypto.c](https://hg.prosody.im/trunk/file/tip/util-src/crypto.c)
     */
    export const version: string;
}
