/** @noSelfInFile */

/**
 * Targets from a list.
 * @see [net/resolvers/manual.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/manual.lua)
 */
declare module "prosody.net.resolvers.manual" {
    /** Connection type, address, port, and more; in Lua a list. */
    export type Target = [conn_type: string, ip: string, port: number, extra?: object];
    /**
     * A resolver of nothing but a list, which it uses up.
     * @see [net/resolvers/manual.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/manual.lua)
     */
    function new_(targets?: Target[], conn_type?: string, extra?: object): import("prosody.net.connect").Resolver;
    export { new_ as new };
}
