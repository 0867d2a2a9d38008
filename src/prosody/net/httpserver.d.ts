/** @noSelfInFile */

/**
 * The HTTP server of Prosody 0.8. Its functions log a warning and do nothing.
 * @removed 13.0 Take `module.provides("http", ...)`.
 * @see [net/httpserver.lua](https://hg.prosody.im/0.12/file/tip/net/httpserver.lua)
 */
declare module "prosody.net.httpserver" {
    /**
     * Does nothing.
     * @see [net/httpserver.lua](https://hg.prosody.im/0.12/file/tip/net/httpserver.lua)
     */
    function new_(): void;
    export { new_ as new };
    /**
     * Does nothing.
     * @see [net/httpserver.lua](https://hg.prosody.im/0.12/file/tip/net/httpserver.lua)
     */
    export function new_from_config(): void;
    /**
     * Does nothing.
     * @see [net/httpserver.lua](https://hg.prosody.im/0.12/file/tip/net/httpserver.lua)
     */
    export function set_default_handler(): void;
}
