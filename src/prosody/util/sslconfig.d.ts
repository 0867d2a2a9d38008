/** @noSelfInFile */
/**
 * Putting settings of TLS together.
 * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
 */
declare module "prosody.util.sslconfig" {
    /** Settings of TLS, gathered from several places. */
    export interface SslConfig {
        /** Options of OpenSSL, as keys. */
        options: Record<string, boolean>;
        /** A setting. */
        [setting: string]: any;
        /**
         * Settings over those that are there.
         * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
         */
        apply(settings: object | undefined): this;
        /**
         * The settings as LuaSec takes them.
         * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
         */
        final(): object;
        /**
         * A context of TLS.
         * @since 13.0
         * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
         */
        build?(): LuaMultiReturn<[context: object] | [context: undefined, error: string]>;
        /**
         * A copy.
         * @since 13.0
         * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
         */
        clone?(): SslConfig;
    }
    /**
     * Settings without any.
     * @removed 13.0
     * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
     */
    function new_(): SslConfig;
    export { new_ as new };
    /**
     * Settings without any; for Prosody itself.
     * @since 13.0
     * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
     */
    export function _new(
        context_factory: (this: void, settings: object, config: SslConfig) => unknown,
        basedir: string,
    ): SslConfig;
    /**
     * Settings over others.
     * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
     */
    export function apply(config: SslConfig, settings: object | undefined): SslConfig;
    /**
     * Settings as LuaSec takes them.
     * @see [util/sslconfig.lua](https://hg.prosody.im/trunk/file/tip/util/sslconfig.lua)
     */
    export function final(config: SslConfig): object;
}
