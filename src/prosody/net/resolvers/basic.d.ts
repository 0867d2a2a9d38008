/** @noSelfInFile */
/**
 * Targets from a host's addresses.
 * @see [net/resolvers/basic.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/basic.lua)
 */
declare module "prosody.net.resolvers.basic" {
    /** How addresses are looked up. */
    export interface Extra {
        /** The name to show for TLS. */
        servername?: string;
        /** Whether IPv4 addresses are looked up. */
        use_ipv4?: boolean;
        /** Whether IPv6 addresses are looked up. */
        use_ipv6?: boolean;
        /** Whether TLSA records are looked up too (RFC 6698). */
        use_dane?: boolean | undefined;
        /** What else goes to the connection. */
        [key: string]: unknown;
    }
    /**
     * A resolver of a host name or an address.
     * @see [net/resolvers/basic.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/basic.lua)
     */
    function new_(
        hostname: string,
        port: number,
        conn_type?: "tcp" | "udp",
        extra?: Extra,
    ): import("prosody.net.connect").Resolver;
    export { new_ as new };
}
