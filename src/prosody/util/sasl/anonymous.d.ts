/** @noSelfInFile */

/** The mechanism ANONYMOUS (RFC 4505). */
declare module "prosody.util.sasl.anonymous" {
    /** Registers it; called by `prosody.util.sasl`. */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
}
