/** @noSelfInFile */

/**
 * The mechanism DIGEST-MD5, which RFC 6331 moved to historic.
 * @removed 0.12
 * @see [util/sasl/digest-md5.lua](https://hg.prosody.im/0.11/file/tip/util/sasl/digest-md5.lua)
 */
declare module "prosody.util.sasl.digest-md5" {
    /**
     * Registers it; called by `prosody.util.sasl`.
     * @see [util/sasl/digest-md5.lua](https://hg.prosody.im/0.11/file/tip/util/sasl/digest-md5.lua)
     */
    export function init(registerMechanism: typeof import("prosody.util.sasl").registerMechanism): void;
}
