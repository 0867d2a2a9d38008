/** @noSelfInFile */

/**
 * The mechanism ANONYMOUS (RFC 4505).
 * @see [util/sasl/anonymous.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/anonymous.lua)
 */
declare module "prosody.util.sasl.anonymous" {
    /**
     * Registers it; called by `prosody.util.sasl`.
     * @see [util/sasl/anonymous.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/anonymous.lua)
     */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
}
