/** @noSelfInFile */

/**
 * Targets from several resolvers, one after the other.
 * @since 0.12
 */
declare module "prosody.net.resolvers.chain" {
    function new_(resolvers: import("prosody.net.connect").Resolver[]): import("prosody.net.connect").Resolver;
    export {
        /** A resolver of resolvers, which it uses up. */
        new_ as new,
    };
}
