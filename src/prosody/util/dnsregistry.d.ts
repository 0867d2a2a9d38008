/** @noSelfInFile */

/**
 * Numbers of DNS (IANA).
 * @since 0.12
 * @see [util/dnsregistry.lua](https://hg.prosody.im/trunk/file/tip/util/dnsregistry.lua)
 */
declare module "prosody.util.dnsregistry" {
    /** Numbers by name, and names by number. */
    export interface Registry {
        /** A number's name. */
        readonly [value: number]: string;
        /** A name's number. */
        readonly [name: string]: any;
    }
    /** Meanings by name; names by number. */
    export interface ErrorRegistry {
        /** The name of a code. */
        readonly [code: number]: string;
        /** Algorithm not supported (RFC 8945). */
        readonly BADALG: string;
        /** Bad or missing server cookie (RFC 7873). */
        readonly BADCOOKIE: string;
        /** Key not recognised (RFC 8945). */
        readonly BADKEY: string;
        /** Bad TKEY mode (RFC 2930). */
        readonly BADMODE: string;
        /** Key name taken already (RFC 2930). */
        readonly BADNAME: string;
        /** Signature out of its time (RFC 8945). */
        readonly BADTIME: string;
        /** Bad truncation (RFC 8945). */
        readonly BADTRUNC: string;
        /** Bad version of EDNS (RFC 6891). */
        readonly BADVERS: string;
        /** DSO type not implemented (RFC 8490). */
        readonly DSOTYPENI: string;
        /** The question cannot be read (RFC 1035). */
        readonly FormErr: string;
        /** The name does not exist (RFC 1035). */
        readonly NXDomain: string;
        /** Records that should exist do not (RFC 2136). */
        readonly NXRRSet: string;
        /** All is well (RFC 1035). */
        readonly NoError: string;
        /** The server is not responsible for the zone, or the asker not authorized (RFC 2136, RFC 8945). */
        readonly NotAuth: string;
        /** The server cannot do that (RFC 1035). */
        readonly NotImp: string;
        /** The name is not in the zone (RFC 2136). */
        readonly NotZone: string;
        /** The server does not want to (RFC 1035). */
        readonly Refused: string;
        /** The server failed (RFC 1035). */
        readonly ServFail: string;
        /** A name exists that should not (RFC 2136). */
        readonly YXDomain: string;
        /** Records exist that should not (RFC 2136). */
        readonly YXRRSet: string;
    }
    /**
     * Classes, by name and by number.
     * @see [util/dnsregistry.lua](https://hg.prosody.im/trunk/file/tip/util/dnsregistry.lua)
     */
    export const classes: Registry & {
        /** Any class. */
        readonly ANY: number;
        /** Chaosnet. */
        readonly CH: number;
        /** Hesiod. */
        readonly HS: number;
        /** The Internet. */
        readonly IN: number;
    };
    /**
     * Types of records, by name and by number.
     * @see [util/dnsregistry.lua](https://hg.prosody.im/trunk/file/tip/util/dnsregistry.lua)
     */
    export const types: Registry;
    /**
     * Response codes, by name and by number: their meaning.
     * @see [util/dnsregistry.lua](https://hg.prosody.im/trunk/file/tip/util/dnsregistry.lua)
     */
    export const errors: ErrorRegistry;
}
