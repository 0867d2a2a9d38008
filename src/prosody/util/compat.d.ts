/** @noSelfInFile */

/** Another place of `prosody.util.xpcall`. */
declare module "prosody.util.compat" {
    export { xpcall } from "prosody.util.xpcall";
}
