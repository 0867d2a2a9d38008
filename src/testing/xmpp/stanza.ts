import parse from "@xmpp/xml/lib/parse.js";

/** An XML element as xmpp.js makes it (the class of its ltx library). */
export interface XmlElement {
    name: string;
    attrs: Record<string, string | undefined>;
    children: (XmlElement | string)[];
    parent: XmlElement | null;
    is(name: string, xmlns?: string): boolean;
    getNS(): string | undefined;
    getChild(name: string, xmlns?: string): XmlElement | undefined;
    getChildren(name: string, xmlns?: string): XmlElement[];
    getChildElements(): XmlElement[];
    getChildText(name: string, xmlns?: string): string | null;
    text(): string;
    toString(): string;
}

/**
 * Parses one XML element.
 * @throws when the text is not well-formed.
 */
export function parseXml(text: string): XmlElement {
    const element = parse(text.trim());
    if (!element) throw new SyntaxError(`This is no XML element: ${text}`);
    return element;
}

function escape(value: string): string {
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A stanza from a template; what is put in is escaped, elements are put in as they are:
 * xml`<message to="${to}"><body>${text}</body></message>`
 */
export function xml(strings: TemplateStringsArray, ...values: (string | number | XmlElement)[]): XmlElement {
    const text = strings.reduce((before, string, index) => {
        const value = values[index - 1] ?? "";
        return before + (typeof value === "object" ? value.toString() : escape(String(value))) + string;
    });
    return parseXml(text);
}

const STANZA_ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** The defined condition of an error stanza (RFC 6120, 8.3.3), "item-not-found"; undefined where the stanza carries no error. */
export function errorCondition(stanza: XmlElement): string | undefined {
    return stanza
        .getChild("error")
        ?.getChildElements()
        .find((child) => child.getNS() === STANZA_ERRORS && child.name !== "text")?.name;
}

/** The type of a stanza's error (RFC 6120, 8.3.2): "cancel", "wait", ... */
export function errorType(stanza: XmlElement): string | undefined {
    return stanza.getChild("error")?.attrs["type"];
}
