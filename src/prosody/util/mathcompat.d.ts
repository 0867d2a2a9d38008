/** @noSelfInFile */

/**
 * Loading it adds `math.type` where Lua lacks it. It exports nothing.
 * @since 13.0
 * @see [util/mathcompat.lua](https://hg.prosody.im/trunk/file/tip/util/mathcompat.lua)
 */
declare module "prosody.util.mathcompat" {
    export {};
}
