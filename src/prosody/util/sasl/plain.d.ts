/** @noSelfInFile */

/**
 * The mechanism PLAIN (RFC 4616).
 * @see [util/sasl/plain.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/plain.lua)
 */
declare module "prosody.util.sasl.plain" {
    /**
     * Registers it; called by `prosody.util.sasl`.
     * @see [util/sasl/plain.lua](https://hg.prosody.im/trunk/file/tip/util/sasl/plain.lua)
     */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
}
