/** @noSelfInFile */

/**
 * The mechanisms SCRAM-* (RFC 5802), and the keys that servers keep for them.
 * @see [util/sasl/scram.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/scram.lua)
 */
declare module "prosody.util.sasl.scram" {
    /** Makes the keys of a password: true, stored key, server key; or false and what is wrong. */
    export type Hasher = (
        this: void,
        password: string,
        salt: string,
        iteration_count: number,
    ) => LuaMultiReturn<[ok: true, stored_key: string, server_key: string] | [ok: false, error: string]>;

    /**
     * Registers them; called by `prosody.util.sasl`.
     * @see [util/sasl/scram.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/scram.lua)
     */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
    /**
     * Makes the keys for SCRAM-SHA-1.
     * @param iteration_count How often the hash is applied.
     * @see [util/sasl/scram.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/scram.lua)
     */
    export function getAuthenticationDatabaseSHA1(
        password: string,
        salt: string,
        iteration_count: number,
    ): LuaMultiReturn<[ok: true, stored_key: string, server_key: string] | [ok: false, error: string]>;
    /**
     * A function that makes keys with other digests.
     * @since 0.12
     * @see [util/sasl/scram.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/scram.lua)
     */
    export function get_hash(
        digest: (this: void, data: string) => string,
        hmac: (this: void, key: string, data: string) => string,
        hi: (this: void, password: string, salt: string, iterations: number) => string,
    ): Hasher;
    /**
     * Functions that make keys, by digest.
     * @since 0.12
     * @see [util/sasl/scram.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/scram.lua)
     */
    export const hashers: {
        /** Makes the keys for SCRAM-SHA-1. */
        "SHA-1": Hasher;
        /** Makes the keys for SCRAM-SHA-256. */
        "SHA-256": Hasher;
    };
}
