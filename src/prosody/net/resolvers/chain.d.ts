/** @noSelfInFile */

/**
 * Targets from several resolvers, one after the other.
 * @since 0.12
 * @see [net/resolvers/chain.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/chain.lua)
 */
declare module "prosody.net.resolvers.chain" {
    /**
     * A resolver of resolvers, which it uses up.
     * @see [net/resolvers/chain.lua](https://hg.prosody.im/trunk/file/tip/net/resolvers/chain.lua)
     */
    function new_(resolvers: import("prosody.net.connect").Resolver[]): import("prosody.net.connect").Resolver;
    export { new_ as new };
}
