/** @noSelfInFile */

/**
 * Numbers of DNS (IANA).
 * @since 0.12
 */
declare module "prosody.util.dnsregistry" {
    /** Numbers by name, and names by number. */
    export interface Registry {
        readonly [value: number]: string;
        readonly [name: string]: any;
    }
    /** Meanings by name; names by number. */
    export interface ErrorRegistry {
        readonly [code: number]: string;
        readonly BADALG: string;
        readonly BADCOOKIE: string;
        readonly BADKEY: string;
        readonly BADMODE: string;
        readonly BADNAME: string;
        readonly BADTIME: string;
        readonly BADTRUNC: string;
        readonly BADVERS: string;
        readonly DSOTYPENI: string;
        readonly FormErr: string;
        readonly NXDomain: string;
        readonly NXRRSet: string;
        readonly NoError: string;
        readonly NotAuth: string;
        readonly NotImp: string;
        readonly NotZone: string;
        readonly Refused: string;
        readonly ServFail: string;
        readonly YXDomain: string;
        readonly YXRRSet: string;
    }
    /**
     * Classes, by name and by number.
     * @see [util/dnsregistry.lua](https://hg.prosody.im/trunk/file/tip/util/dnsregistry.lua)
     */
    export const classes: Registry & {
        readonly ANY: number;
        readonly CH: number;
        readonly HS: number;
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
