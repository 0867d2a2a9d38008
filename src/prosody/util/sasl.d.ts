/** @noSelfInFile */
/**
 * Authentication (RFC 4422), this side being the server. https://prosody.im/doc/developers/util/sasl
 * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
 */
declare module "prosody.util.sasl" {
    /**
     * How an account is checked, by method. The second result (or the last) is whether the account may log in: undefined means
     * that it does not exist.
     */
    export interface Profile<S = Prosody.SaslHandler> {
        /**
         * Gives the password.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        plain?(
            this: void,
            sasl: S,
            username: string,
            realm: string,
        ): LuaMultiReturn<[password: string | undefined, enabled: boolean | undefined]>;
        /**
         * Checks a password.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        plain_test?(
            this: void,
            sasl: S,
            username: string,
            password: string,
            realm: string,
        ): LuaMultiReturn<[right: boolean | undefined, enabled: boolean | undefined]>;
        /**
         * Gives what SCRAM-SHA-1 needs.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        scram_sha_1?(this: void, sasl: S, username: string, realm: string): ScramCredentials;
        /**
         * Gives what SCRAM-SHA-256 needs.
         * @since 0.12
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        scram_sha_256?(this: void, sasl: S, username: string, realm: string): ScramCredentials;
        /**
         * Lets anybody in, under a name by chance.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        anonymous?(this: void, sasl: S, username: string, realm: string): boolean;
        /**
         * Lets those in whom TLS has authenticated.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        external?(
            this: void,
            sasl: S,
            authorization_identity: string,
        ): LuaMultiReturn<[username: string | undefined, enabled: boolean | undefined]>;
        /**
         * Checks a token.
         * @since 13.0
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        oauthbearer?(this: void, sasl: S, token: string, realm: string, authzid: string | undefined): unknown;
        /** Names of the mechanisms, as keys; found out by itself. */
        mechanisms?: Record<string, true>;
        /** Channel bindings (RFC 5929) by name. */
        cb?: Record<string, (this: void, sasl: S) => string | undefined>;
        /** A way to check credentials, by name. */
        [backend: string]: unknown;
    }
    /** What SCRAM checks a login with (RFC 5802, section 3). */
    type ScramCredentials = LuaMultiReturn<
        | [stored_key: string, server_key: string, iteration_count: number, salt: string, enabled: boolean | undefined]
        | [undefined, error?: string]
    >;
    /** One side of an exchange; answers with its state, and data to send or an error condition. */
    export type Mechanism = (
        this: void,
        sasl: Prosody.SaslHandler,
        message: string,
    ) => LuaMultiReturn<[status: "challenge" | "success" | "failure", data?: string, text?: string]>;

    /**
     * A handler for one authentication.
     * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
     */
    function new_(realm: string | undefined, profile: Profile, userdata?: object): Prosody.SaslHandler;
    export { new_ as new };
    /**
     * Adds a mechanism.
     * @param backends The methods of a profile that it works with.
     * @param bindings Channel bindings that it needs.
     * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
     */
    export function registerMechanism(
        name: string,
        backends: readonly string[],
        mechanism: Mechanism,
        bindings?: readonly string[],
    ): void;
}
