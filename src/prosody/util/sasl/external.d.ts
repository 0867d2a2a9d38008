/** @noSelfInFile */

/**
 * The mechanism EXTERNAL (RFC 4422, appendix A).
 * @see [util/sasl/external.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/external.lua)
 */
declare module "prosody.util.sasl.external" {
    /**
     * Registers it; called by `prosody.util.sasl`.
     * @see [util/sasl/external.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/external.lua)
     */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
}
