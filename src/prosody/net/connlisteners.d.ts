/** @noSelfInFile */

/**
 * The registry of listeners of Prosody 0.8. Its functions log an error and do nothing.
 * @removed 0.12 Take `module.provides("net", ...)`.
 */
declare module "prosody.net.connlisteners" {
    /** Does nothing. */
    export function register(...args: unknown[]): unknown;
    /** Does nothing. */
    export function get(...args: unknown[]): unknown;
    /** Does nothing. */
    export function start(...args: unknown[]): unknown;
}
