/** @noSelfInFile */

/**
 * Targets from several resolvers, one after the other.
 * @since 0.12
 */
declare module "prosody.net.resolvers.chain" {
    /** A resolver of resolvers, which it uses up. */
    function new_(resolvers: import("prosody.net.connect").Resolver[]): import("prosody.net.connect").Resolver;
    export { new_ as new };
}
