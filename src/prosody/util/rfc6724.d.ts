/** @noSelfInFile */

/**
 * Choosing between addresses (RFC 6724).
 * @removed 13.0
 * @see [util/rfc6724.lua](https://hg.prosody.im/0.12/file/tip/util/rfc6724.lua)
 */
declare module "prosody.util.rfc6724" {
    import type { Ip } from "prosody.util.ip";
    /**
     * The best of some own addresses for a destination.
     * @see [util/rfc6724.lua](https://hg.prosody.im/0.12/file/tip/util/rfc6724.lua)
     */
    export function source(destination: Ip, candidates: Ip[]): Ip;
    /**
     * Destinations, the best first.
     * @see [util/rfc6724.lua](https://hg.prosody.im/0.12/file/tip/util/rfc6724.lua)
     */
    export function destination(candidates: Ip[], sources: Ip[]): Ip[];
}
