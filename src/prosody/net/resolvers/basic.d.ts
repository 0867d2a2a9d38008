/** @noSelfInFile */

/** Targets from a host's addresses. */
declare module "prosody.net.resolvers.basic" {
    export interface Extra {
        servername?: string;
        use_ipv4?: boolean;
        use_ipv6?: boolean;
        use_dane?: boolean | undefined;
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
