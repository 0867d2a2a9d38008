/** @noSelfInFile */
/**
 * XML elements and XMPP stanzas: building, reading, copying. https://prosody.im/doc/developers/util/stanza
 * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
 */
declare module "prosody.util.stanza" {
    import type { Error as StanzaErrorObject } from "prosody.util.error";

    /** RFC 6120, section 8.2.3. */
    export type IqType = "get" | "set" | "result" | "error";
    /** RFC 6121, section 5.2.2; absent means normal. */
    export type MessageType = "chat" | "error" | "groupchat" | "headline" | "normal";
    /** RFC 6121, section 4.7.1; absent means available. */
    export type PresenceType =
        "error" | "probe" | "subscribe" | "subscribed" | "unavailable" | "unsubscribe" | "unsubscribed";
    /** What the sender of a refused stanza may do about it. RFC 6120, section 8.3.2. */
    export type ErrorType = "auth" | "cancel" | "continue" | "modify" | "wait";
    /** Stanza error conditions. RFC 6120, section 8.3.3. */
    export type ErrorCondition =
        | "bad-request"
        | "conflict"
        | "feature-not-implemented"
        | "forbidden"
        | "gone"
        | "internal-server-error"
        | "item-not-found"
        | "jid-malformed"
        | "not-acceptable"
        | "not-allowed"
        | "not-authorized"
        | "policy-violation"
        | "recipient-unavailable"
        | "redirect"
        | "registration-required"
        | "remote-server-not-found"
        | "remote-server-timeout"
        | "resource-constraint"
        | "service-unavailable"
        | "subscription-required"
        | "undefined-condition"
        | "unexpected-request";

    /**
     * Attributes by name; an absent one is undefined. Values are text: a number or a boolean raises an error when the element
     * is built. A namespaced attribute has its namespace, the byte 1 and its name as key; only the `xml` prefix stays.
     */
    export interface Attributes {
        /** An attribute; of another namespace with that in front, and the control character 1 between. */
        [name: string]: string | undefined;
        /** The namespace; undefined inside a stanza means jabber:client (or that of the parent). */
        xmlns?: string | undefined;
        /** The language of the text (RFC 5646). */
        "xml:lang"?: string | undefined;
    }
    /** The attributes that stanzas share. */
    export interface StanzaAttributes extends Attributes {
        /** The recipient; absent means the sender's own account. */
        to?: string | undefined;
        /** The sender; Prosody sets it on what its own users send. */
        from?: string | undefined;
        /** What an answer refers to. */
        id?: string | undefined;
        /** What the stanza is for. */
        type?: string | undefined;
    }
    /** Attributes of an info/query stanza. */
    export interface IqAttributes<T extends IqType = IqType> extends StanzaAttributes {
        /** What the answer refers to. */
        id: string;
        /** Whether it asks, changes or answers. */
        type: T;
    }
    /** Attributes of a message. */
    export interface MessageAttributes extends StanzaAttributes {
        /** What conversation it is part of; "normal" where absent. */
        type?: MessageType | undefined;
    }
    /** Attributes of presence. */
    export interface PresenceAttributes extends StanzaAttributes {
        /** What it says; "available" where absent. */
        type?: PresenceType | undefined;
    }

    /** Names of Prosody's namespace prefixes, as the parser met them. */
    export type Namespaces = Record<string, string>;

    /**
     * An XML element. It remembers where it is being built: `tag` goes down into the new child, `up` goes back, `text` writes at
     * that place. All positions start at the element itself; `reset` goes back there.
     */
    export interface Stanza {
        /** The name of the element. */
        name: string;
        /** Its attributes. */
        attr: StanzaAttributes;
        /** Its child elements, in order, without text. */
        tags: Stanza[];
        /** Prefixes that were declared on the element, where the parser kept them. */
        namespaces?: Namespaces | undefined;
        /** Children, text included, counted from 1. `children()` walks over them. */
        [position: number]: Stanza | string;

        /**
         * Adds an element at the current place and goes down into it.
         * @param attr Its attributes; text values only.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        tag(name: string, attr?: Attributes, namespaces?: Namespaces): this;
        /**
         * Adds text at the current place; nothing for undefined or "". Raises an error for control characters and broken UTF-8.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        text(text?: string): this;
        /**
         * Adds an element that holds text only, and stays at the current place.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        text_tag(name: string, text?: string, attr?: Attributes, namespaces?: Namespaces): this;
        /**
         * Goes up to the parent.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        up(): this;
        /**
         * Goes back to the element itself.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        reset(): this;
        /**
         * Whether the current place is the element itself.
         * @since 0.12
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        at_top(): boolean;
        /**
         * Adds a `<query>` of the namespace and goes down into it.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        query(xmlns: string): this;
        /**
         * Adds a `<body>` with text. On 0.11 it goes down into it, later it does not: take `text_tag("body", text)`.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        body(text?: string, attr?: Attributes): this;
        /**
         * Adds an element or text at the current place, without going down.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        add_child(child: Stanza | string): this;
        /**
         * Adds an element or text to the element itself, wherever the current place is.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        add_direct_child(child: Stanza | string): void;
        /**
         * Adds an `<error>` (RFC 6120, section 8.3) at the current place.
         * @param error_by Who reports it, where that is not the sender of the stanza.
         * @since 13.0 Before, take `error_reply`.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        add_error(error_type: ErrorType, condition: ErrorCondition, text?: string, error_by?: string): this;
        /**
         * Adds an `<error>` (RFC 6120, section 8.3) at the current place.
         * @since 13.0 Before, take `error_reply`.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        add_error(error: StanzaErrorObject): this;

        /**
         * The first child element with a name and a namespace.
         * @param name Any where undefined.
         * @param xmlns That of this element where undefined.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        get_child(name?: string, xmlns?: string): Stanza | undefined;
        /**
         * The text of such a child; undefined where there is none, or where it has children of its own.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        get_child_text(name?: string, xmlns?: string): string | undefined;
        /**
         * An attribute of such a child.
         * @since 13.0 Before, take `get_child(...)?.attr[name]`.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        get_child_attr(name: string | undefined, xmlns: string | undefined, attr: string): string | undefined;
        /**
         * The first such child whose attribute has a value.
         * @param normalize Applied to the attribute before the comparison.
         * @since 0.12 Before, walk over `childtags`.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        get_child_with_attr(
            name: string | undefined,
            xmlns: string | undefined,
            attr_name: string,
            attr_value: string,
            normalize?: (this: void, value: string | undefined) => string | undefined,
        ): Stanza | undefined;
        /**
         * The first child element with a name, of any namespace.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        child_with_name(name: string): Stanza | undefined;
        /**
         * The first child element of a namespace.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        child_with_ns(xmlns: string): Stanza | undefined;
        /**
         * Walks over all children, text included.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        children(): LuaIterable<Stanza | string, Stanza>;
        /**
         * Walks over the child elements with a name and a namespace, as `get_child` finds them.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        childtags(name?: string, xmlns?: string): LuaIterable<Stanza>;
        /**
         * Replaces each child element by what the function gives; undefined takes it away.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        maptags(callback: (this: void, child: Stanza) => Stanza | undefined): this;
        /**
         * Takes the child elements with a name and a namespace away.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        remove_children(name?: string, xmlns?: string): this;
        /**
         * Follows a path such as `{urn:example}query/item@id`: names with a namespace in braces where it is not the parent's,
         * `@name` at the end for an attribute, `#` for the text. Undefined where it leads nowhere.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        find<P extends string>(
            path: P,
        ): string extends P
            ? Stanza | string | undefined
            : P extends `${string}#` | `${string}@${string}`
              ? string | undefined
              : Stanza | undefined;
        /**
         * The text of the element; undefined where it has child elements.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        get_text(): string | undefined;
        /**
         * Reads an error stanza: type, condition, text, and the application's own element (from 0.12 on).
         * All undefined where there is no `<error>`.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        get_error(): LuaMultiReturn<
            | [
                  type: ErrorType | undefined,
                  condition: ErrorCondition,
                  text: string | undefined,
                  extra: Stanza | undefined,
              ]
            | [type: undefined, condition: undefined, text: undefined, extra: undefined]
        >;
        /**
         * The start tag alone, as text, for logs.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        top_tag(): string;
        /**
         * The element as text with colours of a terminal.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        pretty_print(): string;
        /**
         * The start tag with colours of a terminal.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        pretty_top_tag(): string;
        /**
         * A copy that is indented for people; changes white space.
         * @param level Depth of the element itself, default 1.
         * @param indent Default a tab.
         * @since 0.12
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        indent(level?: number, indent?: string): Stanza;
    }

    /** An `<iq>`: a request (get, set) or its answer (result, error). RFC 6120, section 8.2.3. */
    export interface Iq<T extends IqType = IqType> extends Stanza {
        /** It is an info/query stanza. */
        name: "iq";
        /** Its attributes. */
        attr: IqAttributes<T>;
    }
    /** A `<message>`. RFC 6121, section 5. */
    export interface Message extends Stanza {
        /** It is a message. */
        name: "message";
        /** Its attributes. */
        attr: MessageAttributes;
    }
    /** A `<presence>`. RFC 6121, section 4. */
    export interface Presence extends Stanza {
        /** It is presence. */
        name: "presence";
        /** Its attributes. */
        attr: PresenceAttributes;
    }
    /** One of the three kinds; `stanza.name` tells which. */
    export type AnyStanza = Iq | Message | Presence;

    /** A stanza without metatable, as stores keep it: name, attr, and children from 1 on. */
    export interface SerializedStanza {
        /** Name of the element. */
        name: string;
        /** Its attributes. */
        attr: Attributes;
        /** Its content: elements and texts. */
        [position: number]: SerializedStanza | string;
    }

    /** What `add_error` and `error_reply` read from an error of `prosody.util.error` or a table like it. */
    export interface ErrorLike {
        /** What the other side can do about it. */
        type: ErrorType;
        /** What is wrong (RFC 6120, section 8.3.3). */
        condition: ErrorCondition;
        /** For people. */
        text?: string | undefined;
        /** Under what circumstances it happened. */
        context?:
            | {
                  /** The JID of who says so. */
                  by?: unknown;
              }
            | undefined;
        /** What goes into the error element beside the usual. */
        extra?:
            | {
                  /** Where what is gone can be found now. */
                  uri?: string | undefined;
                  /** An element to put in. */
                  tag?: Stanza | undefined;
                  /** Namespace of the application's own condition. */
                  namespace?: string | undefined;
                  /** Name of the application's own condition. */
                  condition?: string | undefined;
              }
            | undefined;
    }

    /**
     * A new element.
     * @param attr Text values only.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function stanza(name: string, attr?: Attributes, namespaces?: Namespaces): Stanza;
    /**
     * A new `<message>`, with a `<body>` where one is given.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function message(attr?: MessageAttributes, body?: string): Message;
    /**
     * A new `<iq>`; `id` and `type` are required, and Prosody raises an error without.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function iq<T extends IqType>(attr: IqAttributes<T>): Iq<T>;
    /**
     * A new `<presence>`.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function presence(attr?: PresenceAttributes): Presence;
    /**
     * An answer: addresses swapped, same id; an IQ of type result, else the type of the original.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function reply(original: Iq): Iq<"result">;
    /**
     * An answer: addresses swapped, same id; an IQ of type result, else the type of the original.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function reply(original: Message): Message;
    /**
     * An answer: addresses swapped, same id; an IQ of type result, else the type of the original.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function reply(original: Presence): Presence;
    /**
     * An answer: addresses swapped, same id; an IQ of type result, else the type of the original.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function reply(original: Stanza): Stanza;
    /**
     * An error as answer; the current place is inside `<error>`, ready for an element of the application's own.
     * Raises an error for a stanza of type error from 0.12 on (RFC 6120, section 8.3.1 forbids such answers): check first.
     * @param error_by Who reports it, where that is not the recipient; read from 0.12 on.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function error_reply(
        original: Iq,
        error_type: ErrorType,
        condition: ErrorCondition,
        text?: string,
        error_by?: string,
    ): Iq<"error">;
    /**
     * An error as answer; the current place is inside `<error>`, ready for an element of the application's own.
     * Raises an error for a stanza of type error from 0.12 on (RFC 6120, section 8.3.1 forbids such answers): check first.
     * @param error_by Who reports it, where that is not the recipient; read from 0.12 on.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function error_reply<S extends Stanza>(
        original: S,
        error_type: ErrorType,
        condition: ErrorCondition,
        text?: string,
        error_by?: string,
    ): S;
    /**
     * The same from an error object.
     * @since 0.12 Before, give type, condition and text.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function error_reply<S extends Stanza>(original: S, error: ErrorLike): S;
    /**
     * A deep copy.
     * @param only_top Without children; read from 0.12 on.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function clone<S extends Stanza>(stanza: S, only_top?: boolean): S;
    /**
     * Whether a value is an element.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function is_stanza(value: unknown): value is Stanza;
    /**
     * A plain table for stores; `deserialize` reads it back.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function preserialize(stanza: Stanza): SerializedStanza;
    /**
     * The element from a plain table; undefined for undefined.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function deserialize(serialized: SerializedStanza): Stanza;
    /**
     * The element from a plain table; undefined for undefined.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function deserialize(serialized: SerializedStanza | undefined): Stanza | undefined;
    /**
     * Text with `&`, `<`, `>` and both quotes escaped for XML.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function xml_escape(text: string): string;
    /**
     * XML text with colours of a terminal.
     * @since 0.12
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export function pretty_print(xml: string): string;
    /**
     * The metatable of all elements.
     * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
     */
    export const stanza_mt: StanzaMetatable;
    /** Holds the methods of all elements. */
    export interface StanzaMetatable extends Omit<Stanza, number | "name" | "attr" | "tags" | "namespaces"> {
        /** The methods. */
        readonly __index: object;
        /** What tells stanzas from other tables. */
        readonly __name: "stanza";
        /**
         * The element as XML text; what `tostring` gives.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        __tostring(this: Stanza): string;
        /**
         * The element as plain table.
         * @see [util/stanza.lua](https://hg.prosody.im/trunk/file/tip/util/stanza.lua)
         */
        __freeze(this: Stanza): SerializedStanza;
    }
}
