/** @noSelfInFile */
/**
 * Base64, UTF-8, string preparation and internationalised domains. https://prosody.im/doc/developers/util/encodings
 * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
 */
declare module "prosody.util.encodings" {
    /** Bytes as text (RFC 4648). */
    export namespace base64 {
        /**
         * Bytes as base64 (RFC 4648, section 4), padded.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function encode(bytes: string): string;
        /**
         * The bytes; undefined for malformed base64.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function decode(text: string): string | undefined;
    }
    /** Preparing the parts of a JID (RFC 3920). Undefined where the text is not allowed. */
    export namespace stringprep {
        /**
         * Prepares a domain.
         * @param strict Refuses unassigned code points; read from 0.12 on.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function nameprep(text: string, strict?: boolean): string | undefined;
        /**
         * Prepares a local part.
         * @param strict Refuses unassigned code points; read from 0.12 on.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function nodeprep(text: string, strict?: boolean): string | undefined;
        /**
         * Prepares a resource.
         * @param strict Refuses unassigned code points; read from 0.12 on.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function resourceprep(text: string, strict?: boolean): string | undefined;
        /**
         * Prepares a username or a password for SASL (RFC 4013).
         * @param strict Refuses unassigned code points; read from 0.12 on.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function saslprep(text: string, strict?: boolean): string | undefined;
    }
    /** Internationalised domains (RFC 3490). */
    export namespace idna {
        /**
         * A domain in ASCII (xn--...); undefined where it is none.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function to_ascii(domain: string): string | undefined;
        /**
         * A domain in Unicode; undefined where it is none.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function to_unicode(domain: string): string | undefined;
    }
    /** Text that Lua takes for bytes. */
    export namespace utf8 {
        /**
         * Whether the text is well-formed UTF-8.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function valid(text: string): boolean;
        /**
         * The number of characters; undefined for malformed UTF-8.
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function length(text: string): number | undefined;
    }
    /**
     * Texts that look alike (Unicode TR 39).
     * @since 0.12
     */
    export namespace confusable {
        /**
         * The form that all look-alikes of a text share.
         * @since 0.12
         * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
         */
        function skeleton(text: string): string | undefined;
    }
    /**
     * Which library does the work.
     * @see [util-src/encodings.c](https://hg.prosody.im/trunk/file/tip/util-src/encodings.c)
     */
    export const version: string;
}
