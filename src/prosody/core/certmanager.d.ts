/** @noSelfInFile */
/**
 * Certificates and settings of TLS.
 * @see [core/certmanager.lua](https://hg.prosody.im/trunk/file/tip/core/certmanager.lua)
 */
declare module "prosody.core.certmanager" {
    /** A certificate and its key, as paths. */
    export interface CertificateFiles {
        /** Path of the certificate, with its chain. */
        certificate: string;
        /** Path of the private key. */
        key: string;
    }
    /**
     * A TLS context for a host, from its configuration and further settings.
     * @param mode Whether this side is the server.
     * @see [core/certmanager.lua](https://hg.prosody.im/trunk/file/tip/core/certmanager.lua)
     */
    export function create_context(
        host: string,
        mode: "server" | "client",
        ...configs: (object | undefined)[]
    ): LuaMultiReturn<
        [context: object, error: undefined, config: object] | [context: undefined, error: string, config?: object]
    >;
    /**
     * Reads the settings of the server again.
     * @see [core/certmanager.lua](https://hg.prosody.im/trunk/file/tip/core/certmanager.lua)
     */
    export function reload_ssl_config(): void;
    /**
     * The files of a certificate by name, in the folders or files that an admin configured.
     * @see [core/certmanager.lua](https://hg.prosody.im/trunk/file/tip/core/certmanager.lua)
     */
    export function find_cert(
        user_certs: string | Prosody.ConfigTable | undefined,
        name: string,
    ): CertificateFiles | undefined;
    /**
     * The files of a host's certificate.
     * @since 0.12
     * @see [core/certmanager.lua](https://hg.prosody.im/trunk/file/tip/core/certmanager.lua)
     */
    export function find_host_cert(host: string): CertificateFiles | undefined;
    /**
     * The files of a host's certificate in an index.
     * @since 0.12
     * @see [core/certmanager.lua](https://hg.prosody.im/trunk/file/tip/core/certmanager.lua)
     */
    export function find_cert_in_index(
        index: Record<string, Record<string, string[]>> | undefined,
        host: string,
    ): CertificateFiles | undefined;
    /**
     * An index of the certificates in a folder: services by domain by file.
     * @param depth_limit How many folders deep to look.
     * @since 0.12
     * @see [core/certmanager.lua](https://hg.prosody.im/trunk/file/tip/core/certmanager.lua)
     */
    export function index_certs(
        dir?: string,
        files_by_name?: Record<string, Record<string, string[]>>,
        depth_limit?: number,
    ): Record<string, Record<string, string[]>>;
}
