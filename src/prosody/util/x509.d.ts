/** @noSelfInFile */

/**
 * Certificates (RFC 5280) as XMPP reads them (RFC 6120, section 13.7.1).
 * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
 */
declare module "prosody.util.x509" {
    /** A certificate of LuaSec. */
    export interface Certificate {
        /**
         * Extensions by number.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        extensions(): any;
        /**
         * Whose it is.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        subject(): any;
        /**
         * Who signed it.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        issuer(): any;
        /**
         * It as PEM.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        pem(): string;
        /**
         * A digest of it.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        digest(algorithm?: string): string;
        /**
         * From when it is good.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        notbefore(): string;
        /**
         * Until when it is good.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        notafter(): string;
        /**
         * Whether it is good at a time.
         * @param time In seconds since 1970; default now.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        validat(time: number): boolean;
        /**
         * Has texts in another encoding.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        setencode?(encoding: string): void;
        /**
         * With which algorithm it is signed.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        getsignaturename(): string;
        /**
         * Whether this one signed another.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        issued(other: Certificate, ...chain: Certificate[]): boolean;
        /**
         * Its number.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        serial(): string;
        /**
         * Its key.
         * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
         */
        pubkey(): LuaMultiReturn<[key: string, type: string, bits: number]>;
    }
    /**
     * Whether a certificate is that of a host.
     * @param service Such as "_xmpp-server"; false for none.
     * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
     */
    export function verify_identity(host: string, service: string | false, certificate: Certificate): boolean;
    /**
     * What a certificate is good for: services by name, "*" for any.
     * @since 0.12
     * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
     */
    export function get_identities(certificate: Certificate): Record<string, Record<string, true>>;
    /**
     * The bytes of PEM, and of what type they are; undefined where it is none.
     * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
     */
    export function pem2der(pem: string): LuaMultiReturn<[der: string | undefined, type: string | undefined]>;
    /**
     * PEM of bytes.
     * @param type Default "CERTIFICATE".
     * @see [util/x509.lua](https://hg.prosody.im/trunk/file/tip/util/x509.lua)
     */
    export function der2pem(der: string, type?: string): string;
}
