/** @noSelfInFile */

/**
 * TLS by LuaSec.
 * @since 13.0
 * @see [net/tls_luasec.lua](https://hg.prosody.im/trunk/file/tip/net/tls_luasec.lua)
 */
declare module "prosody.net.tls_luasec" {
    /**
     * What LuaSec can do.
     * @see [net/tls_luasec.lua](https://hg.prosody.im/trunk/file/tip/net/tls_luasec.lua)
     */
    export const features: {
        /** Kinds of keys, by name. */
        readonly algorithms: Record<string, boolean>;
        /** What LuaSec can do, by name. */
        readonly capabilities: Record<string, boolean>;
        /** Elliptic curves, by name. */
        readonly curves: Record<string, boolean>;
        /** Options of OpenSSL, by name. */
        readonly options: Record<string, boolean>;
        /** Versions of TLS, by name. */
        readonly protocols: Record<string, boolean>;
    };
    /**
     * A certificate from PEM.
     * @see [net/tls_luasec.lua](https://hg.prosody.im/trunk/file/tip/net/tls_luasec.lua)
     */
    export function load_certificate(
        pem: string,
    ): LuaMultiReturn<
        [certificate: import("prosody.util.x509").Certificate] | [certificate: undefined, error?: string]
    >;
    /**
     * A context from settings.
     * @see [net/tls_luasec.lua](https://hg.prosody.im/trunk/file/tip/net/tls_luasec.lua)
     */
    export function new_context(
        config: object,
        builder: import("prosody.util.sslconfig").SslConfig,
    ): LuaMultiReturn<[context: object] | [context: undefined, error: string]>;
}
