/** @noSelfInFile */

/**
 * Records of DNS.
 * @since 0.12
 */
declare module "prosody.util.dns" {
    /** Reads the bytes of a record: text, or a table with its fields. */
    export type Parser = (this: void, packet: string, position?: number) => any;
    export interface Parsers {
        readonly A: Parser;
        readonly AAAA: Parser;
        readonly CNAME: Parser;
        readonly HTTPS: Parser;
        readonly MX: Parser;
        readonly NS: Parser;
        readonly PTR: Parser;
        readonly SOA: Parser;
        readonly SPF: Parser;
        readonly SRV: Parser;
        readonly SVCB: Parser;
        readonly TLSA: Parser;
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
    export const params: { readonly TLSA: Record<string, number | string> };
    /**
     * Functions that read the data of a record, by its type.
     * @see [util/dns.lua](https://hg.prosody.im/trunk/file/tip/util/dns.lua)
     */
    export const parsers: Parsers;
}
