/** @noSelfInFile */

/** Entity capabilities (XEP-0115). */
declare module "prosody.util.caps" {
    /** The hash of a disco#info query, and the text that it was made of. */
    export function calculate_hash(
        disco_info: import("prosody.util.stanza").Stanza,
    ): LuaMultiReturn<[hash: string, text: string]>;
}
