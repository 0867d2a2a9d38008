/** @noSelfInFile */
/**
 * Whole XML documents. Streams are parsed by `prosody.util.xmppstream`.
 * @see [util/xml.lua](https://hg.prosody.im/trunk/file/tip/util/xml.lua)
 */
declare module "prosody.util.xml" {
    import type { Stanza } from "prosody.util.stanza";

    /** What may be in the text. */
    export interface ParseOptions {
        /** Comments are skipped instead of refused. */
        allow_comments?: boolean | undefined;
        /**
         * Processing instructions are skipped instead of refused.
         * @since 0.12
         */
        allow_processing_instructions?: boolean | undefined;
    }
    /**
     * Parses a document with one root element. A DOCTYPE, a processing instruction or a comment is refused. Undefined (or false)
     * and a message where the text is no well-formed XML; other errors of the parser are raised on 0.11.
     * @see [util/xml.lua](https://hg.prosody.im/trunk/file/tip/util/xml.lua)
     */
    export function parse(
        xml: string,
        options?: ParseOptions,
    ): LuaMultiReturn<[document: Stanza] | [document: undefined, error: string]>;
}
