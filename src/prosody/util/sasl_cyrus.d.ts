/** @noSelfInFile */

/**
 * Authentication by Cyrus SASL.
 * @removed 0.12
 */
declare module "prosody.util.sasl_cyrus" {
    function new_(realm: string, service_name: string, app_name?: string, server_fqdn?: string): Prosody.SaslHandler;
    export {
        /** A handler for one authentication. */
        new_ as new,
    };
}
