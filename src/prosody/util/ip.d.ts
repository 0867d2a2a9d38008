/** @noSelfInFile */
/**
 * Addresses of IP. https://prosody.im/doc/developers/util/ip
 * @see [util/ip.lua](https://hg.prosody.im/trunk/file/tip/util/ip.lua)
 */
declare module "prosody.util.ip" {
    /** An address; fields, not methods. */
    export interface Ip {
        /** The address as text. */
        readonly addr: string;
        /** In bytes: 4 or 16. */
        readonly packed: string;
        /** Which kind of address. */
        readonly proto: "IPv4" | "IPv6";
        /** The interface of a link-local address. */
        readonly zone?: string | undefined;
        /** In its shortest form. */
        readonly normal: string;
        /** In 16 bytes. */
        readonly packed_full: string;
        /** An IPv4 address as IPv6 address; undefined for an IPv6 address. */
        readonly toV4mapped: Ip | undefined;
        /** RFC 6724, section 2.1. */
        readonly label: number;
        /** RFC 6724, section 2.1. */
        readonly precedence: number;
        /** RFC 6724, section 3.1. */
        readonly scope: number;
        /** Whether it is of a private network. */
        readonly private: boolean;
    }
    /**
     * An address; undefined and a message where it is none.
     * @see [util/ip.lua](https://hg.prosody.im/trunk/file/tip/util/ip.lua)
     */
    export function new_ip(
        address: string,
        proto?: "IPv4" | "IPv6",
    ): LuaMultiReturn<[ip: Ip] | [ip: undefined, error: string]>;
    /**
     * An address with the length of its prefix, such as "10.0.0.0/8".
     * @see [util/ip.lua](https://hg.prosody.im/trunk/file/tip/util/ip.lua)
     */
    export function parse_cidr(cidr: string): LuaMultiReturn<[ip: Ip | undefined, bits: number | undefined]>;
    /**
     * Whether the first so many bits of two addresses are equal; all without number.
     * @see [util/ip.lua](https://hg.prosody.im/trunk/file/tip/util/ip.lua)
     */
    export function match(a: Ip, b: Ip, bits?: number): boolean;
    /**
     * How many bits at the start two addresses have in common.
     * @see [util/ip.lua](https://hg.prosody.im/trunk/file/tip/util/ip.lua)
     */
    export function commonPrefixLength(a: Ip, b: Ip): number;
    /**
     * Whether a value is such an address.
     * @since 13.0
     * @see [util/ip.lua](https://hg.prosody.im/trunk/file/tip/util/ip.lua)
     */
    export function is_ip(value: unknown): value is Ip;
    /**
     * An address with all but the first bits cleared; a multiple of 8.
     * @since 13.0
     * @see [util/ip.lua](https://hg.prosody.im/trunk/file/tip/util/ip.lua)
     */
    export function truncate(ip: Ip, bits: number): Ip;
}
