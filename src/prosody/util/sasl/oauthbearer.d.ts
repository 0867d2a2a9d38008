/** @noSelfInFile */

/**
 * The mechanism OAUTHBEARER (RFC 7628).
 * @since 13.0
 * @see [util/sasl/oauthbearer.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/oauthbearer.lua)
 */
declare module "prosody.util.sasl.oauthbearer" {
    /**
     * Registers it; called by `prosody.util.sasl`.
     * @see [util/sasl/oauthbearer.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/oauthbearer.lua)
     */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
}
