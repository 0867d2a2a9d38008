/** @noSelfInFile */

/**
 * Routes stanzas. It exports nothing: its functions are `prosody.core_post_stanza` and its kin.
 * @see [core/stanza_router.lua](https://hg.prosody.im/trunk/file/tip/core/stanza_router.lua)
 */
declare module "prosody.core.stanza_router" {
    export {};
}
