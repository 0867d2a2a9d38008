/** @noSelfInFile */

/** Certificates (RFC 5280) as XMPP reads them (RFC 6120, section 13.7.1). */
declare module "prosody.util.x509" {
    /** A certificate of LuaSec. */
    export interface Certificate {
        /** Extensions by number. */
        extensions(): any;
        /** Whose it is. */
        subject(): any;
        /** Who signed it. */
        issuer(): any;
        /** It as PEM. */
        pem(): string;
        /** A digest of it. */
        digest(algorithm?: string): string;
        /** From when it is good. */
        notbefore(): string;
        /** Until when it is good. */
        notafter(): string;
        /** Whether it is good at a time. */
        validat(time: number): boolean;
        /** Has texts in another encoding. */
        setencode?(encoding: string): void;
        /** Its number. */
        serial(): string;
        /** Its key. */
        pubkey(): LuaMultiReturn<[key: string, type: string, bits: number]>;
    }
    /** Whether a certificate is that of a host. @param service Such as "_xmpp-server"; false for none. */
    export function verify_identity(host: string, service: string | false, certificate: Certificate): boolean;
    /**
     * What a certificate is good for: services by name, "*" for any.
     * @since 0.12
     */
    export function get_identities(certificate: Certificate): Record<string, Record<string, true>>;
    /** The bytes of PEM, and of what type they are; undefined where it is none. */
    export function pem2der(pem: string): LuaMultiReturn<[der: string | undefined, type: string | undefined]>;
    /** PEM of bytes. @param type Default "CERTIFICATE". */
    export function der2pem(der: string, type?: string): string;
}
