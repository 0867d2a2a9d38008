/** @noSelfInFile */

/** Clocks. */
declare module "prosody.util.time" {
    /** Seconds since 1970, with a fraction. */
    export function now(): number;
    /** Seconds of a clock that never jumps; for measuring. */
    export function monotonic(): number;
}
