/** @noSelfInFile */

/**
 * Loading it adds `math.type` where Lua lacks it. It exports nothing.
 * @since 13.0
 */
declare module "prosody.util.mathcompat" {
    export {};
}
