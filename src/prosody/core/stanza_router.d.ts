/** @noSelfInFile */

/** Routes stanzas. It exports nothing: its functions are `prosody.core_post_stanza` and its kin. */
declare module "prosody.core.stanza_router" {
    export {};
}
