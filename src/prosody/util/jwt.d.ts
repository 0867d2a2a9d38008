/** @noSelfInFile */

/**
 * JSON Web Tokens (RFC 7519).
 * @since 0.12
 * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
 */
declare module "prosody.util.jwt" {
    /** How tokens are signed (RFC 7518, section 3.1). */
    export type Algorithm =
        "ES256" | "ES512" | "HS256" | "HS384" | "HS512" | "PS256" | "PS384" | "PS512" | "RS256" | "RS384" | "RS512";
    /** The claims of a token. */
    export interface Claims {
        /** When it ends, in seconds since 1970. */
        exp?: number | undefined;
        /** When it was made, in seconds since 1970. */
        iat?: number | undefined;
        /** What the token says of something else. */
        [claim: string]: unknown;
    }
    /** True and the claims; else undefined or false, and why. */
    export type Verified = LuaMultiReturn<[ok: true, claims: Claims] | [ok: undefined | false, error: string]>;
    /** Makes a token; sets `iat` and `exp` in the claims where they are not. */
    export type Signer = (this: void, claims: Claims) => string;
    /** Checks a token: its signature, its end, and what the options say. */
    export type Verifier = (this: void, token: string) => Verified;
    /** What signed tokens are like. */
    export interface SignerOptions {
        /** Seconds that a token lasts; default 3600. */
        default_ttl?: number;
    }
    /** Which tokens are taken. */
    export interface VerifierOptions {
        /** Tokens past their end are accepted. */
        accept_expired?: boolean;
        /** Says whether the claims are as they should be. */
        claim_verifier?: (this: void, claims: Claims) => boolean;
    }
    /** What makes signers and verifiers of one algorithm. */
    interface AlgorithmFunctions {
        /**
         * A token.
         * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
         */
        sign(this: void, key: unknown, claims: Claims): string;
        /**
         * Checks the signature of a token.
         * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
         */
        verify(this: void, key: unknown, token: string): Verified;
    }

    /**
     * Functions that make and check tokens. Raises an error for a key of another kind.
     * @param private_key Text for HS*, PEM for the others.
     * @param public_key PEM; the same as the first for HS*.
     * @since 13.0 Before, take `sign` and `verify`.
     * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
     */
    export function init(
        algorithm: Algorithm,
        private_key: string,
        public_key?: string,
        options?: SignerOptions & VerifierOptions,
    ): LuaMultiReturn<[Signer, Verifier]>;
    /**
     * A function that makes tokens.
     * @since 13.0 Before, take `sign`.
     * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
     */
    export function new_signer(algorithm: Algorithm, key: string, options?: SignerOptions): Signer;
    /**
     * A function that checks tokens.
     * @since 13.0 Before, take `verify`.
     * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
     */
    export function new_verifier(algorithm: Algorithm, key: string, options?: VerifierOptions): Verifier;
    /**
     * A token under HS256.
     * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
     */
    export function sign(key: string, claims: Claims): string;
    /**
     * Checks the signature of a token under HS256, and nothing else.
     * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
     */
    export function verify(key: string, token: string): Verified;
    /**
     * The algorithms by name.
     * @since 13.0
     * @see [util/jwt.lua](https://hg.prosody.im/trunk/file/tip/util/jwt.lua)
     */
    export const _algorithms: Record<Algorithm, AlgorithmFunctions>;
}
