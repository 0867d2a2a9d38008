/** @noSelfInFile */

/**
 * Another place of `prosody.util.xpcall`.
 * @see [util-src/compat.c](https://hg.prosody.im/trunk/file/tip/util-src/compat.c)
 */
declare module "prosody.util.compat" {
    export { xpcall } from "prosody.util.xpcall";
}
