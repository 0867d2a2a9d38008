/** @noSelfInFile */

/**
 * TLS by LuaSec.
 * @since 13.0
 */
declare module "prosody.net.tls_luasec" {
    /** What LuaSec can do. */
    export const features: {
        readonly algorithms: Record<string, boolean>;
        readonly capabilities: Record<string, boolean>;
        readonly curves: Record<string, boolean>;
        readonly options: Record<string, boolean>;
        readonly protocols: Record<string, boolean>;
    };
    /** A certificate from PEM. */
    export function load_certificate(
        pem: string,
    ): LuaMultiReturn<
        [certificate: import("prosody.util.x509").Certificate] | [certificate: undefined, error?: string]
    >;
    /** A context from settings. */
    export function new_context(
        config: object,
        builder: import("prosody.util.sslconfig").SslConfig,
    ): LuaMultiReturn<[context: object] | [context: undefined, error: string]>;
}
