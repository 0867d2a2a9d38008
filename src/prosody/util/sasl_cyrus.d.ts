/** @noSelfInFile */

/**
 * Authentication by Cyrus SASL.
 * @removed 0.12
 * @see [util/sasl_cyrus.lua](https://hg.prosody.im/0.11/file/tip/util/sasl_cyrus.lua)
 */
declare module "prosody.util.sasl_cyrus" {
    /**
     * A handler for one authentication.
     * @see [util/sasl_cyrus.lua](https://hg.prosody.im/0.11/file/tip/util/sasl_cyrus.lua)
     */
    function new_(realm: string, service_name: string, app_name?: string, server_fqdn?: string): Prosody.SaslHandler;
    export { new_ as new };
}
