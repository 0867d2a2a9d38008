/** @noSelfInFile */
/**
 * Parsing streams of XMPP. https://prosody.im/doc/developers/util/xmppstream
 * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
 */
declare module "prosody.util.xmppstream" {
    import type { Attributes, Stanza } from "prosody.util.stanza";
    /** What the parser tells; the session comes first. */
    export interface Callbacks<S> {
        /** The namespace of elements that name none. */
        default_ns?: string;
        /** That of the stream; default http://etherx.jabber.org/streams. */
        stream_ns?: string;
        /** Name of the stream's element; default "stream". */
        stream_tag?: string;
        /** The name of stream errors, with its namespace in front. */
        error_tag?: string;
        /** The other side opened its stream. */
        streamopened?: (this: void, session: S, attributes: Attributes) => unknown;
        /** The other side closed its stream. */
        streamclosed?: (this: void, session: S, attributes: Attributes) => unknown;
        /** Something is wrong: "no-stream", "parse-error", or "stream-error" with the element. */
        error?: (this: void, session: S, error: string, data?: unknown) => unknown;
        /** An element is complete. */
        handlestanza?: (this: void, session: S, stanza: Stanza) => unknown;
    }
    /** Makes stanzas of what a stream brings. */
    export interface XmppStream<S> {
        /**
         * Takes bytes; true, or undefined and what is wrong.
         * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
         */
        feed(data: string): LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
        /**
         * Starts again with a new stream.
         * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
         */
        reset(): void;
        /**
         * Gives the callbacks another session.
         * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
         */
        set_session(session: S): void;
        /**
         * How many bytes a stanza may have, and from 13.0 on how many elements.
         * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
         */
        set_stanza_size_limit(bytes: number, max_elements?: number): void;
    }
    /**
     * A parser. It gives the session a function `open_stream`.
     * @param stanza_size_limit In bytes.
     * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
     */
    function new_<S extends object>(
        session: S,
        callbacks: Callbacks<S>,
        stanza_size_limit?: number,
        options?: {
            /** How many elements a stanza may have. */
            max_elements?: number;
        },
    ): XmppStream<S>;
    export { new_ as new };
    /**
     * Handlers for LuaExpat, and functions to reset them.
     * @param max_elements How many elements a stanza may have.
     * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
     */
    export function new_sax_handlers<S extends object>(
        session: S,
        callbacks: Callbacks<S>,
        handleprogress?: (this: void, bytes: number) => void,
        max_elements?: number,
    ): LuaMultiReturn<[handlers: object, meta: object]>;
    /**
     * What stands between a namespace and a name: the byte 1.
     * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
     */
    export const ns_separator: string;
    /**
     * A Lua pattern that takes the two apart.
     * @see [util/xmppstream.lua](https://hg.prosody.im/trunk/file/tip/util/xmppstream.lua)
     */
    export const ns_pattern: string;
}
