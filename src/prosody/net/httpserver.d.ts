/** @noSelfInFile */

/**
 * The HTTP server of Prosody 0.8. Its functions log a warning and do nothing.
 * @removed 13.0 Take `module.provides("http", ...)`.
 */
declare module "prosody.net.httpserver" {
    /** Does nothing. */
    function new_(...args: unknown[]): void;
    export { new_ as new };
    /** Does nothing. */
    export function new_from_config(...args: unknown[]): void;
    /** Does nothing. */
    export function set_default_handler(...args: unknown[]): void;
}
