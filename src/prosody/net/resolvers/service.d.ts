/** @noSelfInFile */
/**
 * Targets from SRV records (RFC 2782).
 * @see [net/resolvers/service.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/service.lua)
 */
declare module "prosody.net.resolvers.service" {
    /**
     * A resolver of a domain's service.
     * @see [net/resolvers/service.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/service.lua)
     */
    function new_(
        hostname: string,
        service: string,
        conn_type?: "tcp" | "udp",
        extra?: import("prosody.net.resolvers.basic").Extra & {
            /** The port where there are no SRV records. */
            default_port?: number;
        },
    ): import("prosody.net.connect").Resolver;
    export { new_ as new };
}
