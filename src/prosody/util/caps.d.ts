/** @noSelfInFile */

/**
 * Entity capabilities (XEP-0115).
 * @see [util/caps.lua](https://hg.prosody.im/trunk/file/tip/util/caps.lua)
 */
declare module "prosody.util.caps" {
    /**
     * The hash of a disco#info query, and the text that it was made of.
     * @see [util/caps.lua](https://hg.prosody.im/trunk/file/tip/util/caps.lua)
     */
    export function calculate_hash(
        disco_info: import("prosody.util.stanza").Stanza,
    ): LuaMultiReturn<[hash: string, text: string]>;
}
