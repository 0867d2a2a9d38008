/** @noSelfInFile */

/**
 * Another place of `prosody.util.xpcall`.
 * @see [util/compat.lua](https://hg.prosody.im/trunk/file/tip/util/compat.lua)
 */
declare module "prosody.util.compat" {
    export { xpcall } from "prosody.util.xpcall";
}
