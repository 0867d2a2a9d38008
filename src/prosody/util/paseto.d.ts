/** @noSelfInFile */

/**
 * Platform-agnostic security tokens (PASETO), versions v3.local and v4.public.
 * @since 13.0
 * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
 */
declare module "prosody.util.paseto" {
    import type { Key } from "prosody.util.crypto";
    /** What tokens have beside their claims. */
    export interface Options {
        /** What stands behind the claims for all to read. */
        default_footer?: string;
        /** What both sides have to know and is not in the token. */
        default_implicit_assertion?: string;
    }
    /** A token, or nothing and why there is none. */
    type Token = LuaMultiReturn<[token: string] | [token: undefined, error: string]>;
    /** What a token says, or nothing and why it is not valid. */
    type Claims = LuaMultiReturn<[claims: Record<string, unknown>] | [claims: undefined, error: string]>;
    /** Makes a token. */
    export type Signer = (this: void, claims: object, footer?: string, assertion?: string) => Token;
    /** Checks a token and gives its claims. */
    export type Verifier = (this: void, token: string, expected_footer?: string, assertion?: string) => Claims;

    /**
     * Pre-authentication encoding of texts.
     * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
     */
    export function pae(parts: readonly string[]): string;
    /** Signed tokens, with keys of Ed25519. */
    export namespace v4_public {
        /**
         * A token.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function sign(claims: object, key: Key, footer?: string, assertion?: string): Token;
        /**
         * The claims of a token; undefined and why not.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function verify(token: string, key: Key, expected_footer?: string, assertion?: string): Claims;
        /**
         * A private key from PEM.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function import_private_key(pem: string): LuaMultiReturn<[key: Key] | [key: undefined, error?: string]>;
        /**
         * A public key from PEM.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function import_public_key(pem: string): LuaMultiReturn<[key: Key] | [key: undefined, error?: string]>;
        /**
         * A new pair of keys.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function new_keypair(): Key;
        /**
         * A signer and a verifier; undefined for that whose key is not given.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function init(
            private_key_pem: string | undefined,
            public_key_pem: string | undefined,
            options?: Options,
        ): LuaMultiReturn<[Signer | undefined, Verifier | undefined]>;
        /**
         * A function that makes tokens.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function new_signer(private_key_pem: string, options?: Options): Signer;
        /**
         * A function that checks tokens.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function new_verifier(public_key_pem: string, options?: Options): Verifier;
    }
    /** Encrypted tokens, with a key of 32 bytes. */
    export namespace v3_local {
        /**
         * A token.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function encrypt(claims: object, key: string, footer?: string, assertion?: string): Token;
        /**
         * The claims of a token; undefined and why not.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function decrypt(token: string, key: string, expected_footer?: string, assertion?: string): Claims;
        /**
         * A new key.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function new_key(): string;
        /**
         * A signer and a verifier.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function init(key: string, options?: Options): LuaMultiReturn<[Signer, Verifier]>;
        /**
         * A function that makes tokens.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function new_signer(key: string, options?: Options): Signer;
        /**
         * A function that checks tokens.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        function new_verifier(key: string, options?: Options): Verifier;
        /**
         * For Prosody itself.
         * @see [util/paseto.lua](https://hg.prosody.im/trunk/file/tip/util/paseto.lua)
         */
        const _key_mt: object;
    }
}
