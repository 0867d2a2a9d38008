/** @noSelfInFile */

/**
 * Choosing between addresses (RFC 6724).
 * @removed 13.0
 */
declare module "prosody.util.rfc6724" {
    import type { Ip } from "prosody.util.ip";
    /** The best of some own addresses for a destination. */
    export function source(destination: Ip, candidates: Ip[]): Ip;
    /** Destinations, the best first. */
    export function destination(candidates: Ip[], sources: Ip[]): Ip[];
}
