/** @noSelfInFile */

/**
 * The mechanism OAUTHBEARER (RFC 7628).
 * @since 13.0
 */
declare module "prosody.util.sasl.oauthbearer" {
    /** Registers it; called by `prosody.util.sasl`. */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
}
