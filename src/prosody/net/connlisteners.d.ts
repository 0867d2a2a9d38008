/** @noSelfInFile */

/**
 * The registry of listeners of Prosody 0.8. Its functions log an error and do nothing.
 * @removed 0.12 Take `module.provides("net", ...)`.
 * @see [net/connlisteners.lua](https://hg.prosody.im/0.11/file/tip/net/connlisteners.lua)
 */
declare module "prosody.net.connlisteners" {
    /**
     * Does nothing.
     * @see [net/connlisteners.lua](https://hg.prosody.im/0.11/file/tip/net/connlisteners.lua)
     */
    export function register(): unknown;
    /**
     * Does nothing.
     * @see [net/connlisteners.lua](https://hg.prosody.im/0.11/file/tip/net/connlisteners.lua)
     */
    export function get(): unknown;
    /**
     * Does nothing.
     * @see [net/connlisteners.lua](https://hg.prosody.im/0.11/file/tip/net/connlisteners.lua)
     */
    export function start(): unknown;
}
