/** @noSelfInFile */

/**
 * Records of DNS.
 * @since 0.12
 * @see [util/dns.lua](https://hg.prosody.im/trunk/file/tip/util/dns.lua)
 */
declare module "prosody.util.dns" {
    /** Reads the bytes of a record: text, or a table with its fields. */
    export type Parser = (this: void, packet: string, position?: number) => any;
    /** What reads the data of records, by type. */
    export interface Parsers {
        /** Reads an IPv4 address. */
        readonly A: Parser;
        /** Reads an IPv6 address. */
        readonly AAAA: Parser;
        /** Reads the name that another stands for. */
        readonly CNAME: Parser;
        /** Reads how to reach a web server (RFC 9460). */
        readonly HTTPS: Parser;
        /** Reads a mail server. */
        readonly MX: Parser;
        /** Reads a name server. */
        readonly NS: Parser;
        /** Reads the name of an address. */
        readonly PTR: Parser;
        /** Reads what a zone says of itself. */
        readonly SOA: Parser;
        /** Reads who may send mail. */
        readonly SPF: Parser;
        /** Reads where a service is (RFC 2782). */
        readonly SRV: Parser;
        /** Reads how to reach a service (RFC 9460). */
        readonly SVCB: Parser;
        /** Reads which certificates are right (RFC 6698). */
        readonly TLSA: Parser;
        /** Reads texts. */
        readonly TXT: Parser;
    }

    /**
     * Classes, by name and by number.
     * @see [util/dns.lua](https://hg.prosody.im/trunk/file/tip/util/dns.lua)
     */
    export const classes: typeof import("prosody.util.dnsregistry").classes;
    /**
     * Types of records, by name and by number.
     * @see [util/dns.lua](https://hg.prosody.im/trunk/file/tip/util/dns.lua)
     */
    export const types: import("prosody.util.dnsregistry").Registry;
    /**
     * Response codes, by name and by number: their meaning.
     * @see [util/dns.lua](https://hg.prosody.im/trunk/file/tip/util/dns.lua)
     */
    export const errors: import("prosody.util.dnsregistry").ErrorRegistry;
    /**
     * Numbers of parameters, by type of record.
     * @see [util/dns.lua](https://hg.prosody.im/trunk/file/tip/util/dns.lua)
     */
    export const params: {
        /** Names of TLSA's numbers, and numbers by name. */
        readonly TLSA: Record<string, number | string>;
    };
    /**
     * Functions that read the data of a record, by its type.
     * @see [util/dns.lua](https://hg.prosody.im/trunk/file/tip/util/dns.lua)
     */
    export const parsers: Parsers;
}
