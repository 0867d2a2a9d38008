/** Generated stanzas, addresses, texts and HTTP answers: mostly as well-behaved programs send them, and often enough not. */
import fc from "fast-check";

/** One of the generators, as often as the numbers say. */
function often<T>(...choices: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]): fc.Arbitrary<T> {
    return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

// ------------------------------------------------------------------------------------------------------------- texts

/** Characters that XML can carry (XML 1.0, section 2.2). */
const XML_TEXT = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Text that XML can carry, the awkward characters more often than by chance. */
export const xmlText: fc.Arbitrary<string> = often<string>(
    [6, fc.string({ unit: "grapheme-ascii", maxLength: 20 })],
    [2, fc.string({ unit: "binary", maxLength: 12 }).filter((text) => XML_TEXT.test(text) && !text.includes("\r"))],
    [
        2,
        fc.constantFrom(
            "",
            " ",
            "voilà",
            "<&>\"'",
            "]]>",
            "a\tb\nc",
            "日本語",
            "👍🏽",
            "\u0085\u00a0\u2028",
            "x".repeat(5000),
            '{"body":"nested"}',
            "%s%d%",
            "\\u0041",
        ),
    ],
);

/** Text that JSON can carry, XML not always. */
export const anyText: fc.Arbitrary<string> = often<string>(
    [5, xmlText],
    [2, fc.string({ unit: "binary", maxLength: 12 })],
    [
        2,
        fc.constantFrom(
            "\u0000",
            "a\u0007b",
            "\ud800",
            "\udc00x",
            "\ufffe",
            "\uffff",
            "\u{1fffe}",
            "\u{10ffff}",
            "\u007f",
        ),
    ],
);

export function escapeXml(text: string): string {
    return text.replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// --------------------------------------------------------------------------------------------------------- addresses

/** Resources in prepared form (RFC 7622, section 3.4): they come out of the server as they went in. */
export const resource: fc.Arbitrary<string> = often<string>(
    [6, fc.constantFrom("phone", "tablet", "desk", "a")],
    [2, fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text)],
    [1, fc.constantFrom("with space", "a/b@c", "<&>\"'", "日本語", "übung", "r".repeat(1020), "%d%s", "..", "a b c d")],
);

/** Accounts and hosts elsewhere. Few, so that they meet again. */
export const bareJid: fc.Arbitrary<string> = often<string>(
    [6, fc.constantFrom("romeo@example.com", "juliet@example.com", "nurse@example.net")],
    [
        1,
        fc.constantFrom(
            "example.com",
            "zoë@example.com",
            `${"u".repeat(1000)}@example.com`,
            "a.b-c_d@xn--bcher-kva.example",
        ),
    ],
);

export const fullJid: fc.Arbitrary<string> = fc.tuple(bareJid, resource).map(([bare, name]) => `${bare}/${name}`);

export const jid: fc.Arbitrary<string> = often([3, fullJid], [1, bareJid]);

/** What is no JID, or not one in prepared form. */
export const strangeJid: fc.Arbitrary<string> = often<string>(
    [
        3,
        fc.constantFrom(
            "",
            "@",
            "/",
            "@example.com",
            "a@",
            "example.com/",
            "a@b@c",
            "Romeo@EXAMPLE.com/Phone",
            " ",
            "a b@c",
        ),
    ],
    [1, anyText],
    [1, fc.constant(`x@${"y".repeat(1024)}`)],
);

/** A JID of a component's domain. */
export function addressAt(domain: string): fc.Arbitrary<string> {
    return often<string>(
        [3, fc.constant(domain)],
        [3, fc.constantFrom("bot", "a", "room1").map((node) => `${node}@${domain}`)],
        [1, resource.map((name) => `bot@${domain}/${name}`)],
        [1, resource.map((name) => `${domain}/${name}`)],
    );
}

/** Ids. Few, so that two requests have the same now and then. */
export const stanzaId: fc.Arbitrary<string> = often<string>(
    [6, fc.constantFrom("1", "2", "a1b2c3d4")],
    [1, fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 10 })],
    [1, fc.constantFrom("<&>\"'", "id with space", "日本語", "i".repeat(1000), "0x10", "1e3", "nil")],
);

// ---------------------------------------------------------------------------------------------------------- elements

const elementName = fc.constantFrom("query", "x", "body", "error", "item", "message", "data-1", "a.b");
const namespace = fc.constantFrom(
    "urn:example:a",
    "jabber:iq:version",
    "urn:xmpp:ping",
    "http://jabber.org/protocol/disco#info",
);

/** An element as XML, with what it may contain. */
export const element: fc.Arbitrary<string> = fc.letrec<{ element: string; content: string }>((tie) => ({
    element: fc
        .tuple(
            elementName,
            fc.option(namespace, { nil: undefined, freq: 3 }),
            fc.dictionary(fc.constantFrom("node", "ver", "xml:lang", "id", "type"), xmlText, { maxKeys: 2 }),
            tie("content"),
        )
        .map(([name, xmlns, attributes, content]) => {
            const declared = xmlns === undefined ? "" : ` xmlns="${xmlns}"`;
            const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
            // Attributes with a namespace come with prefixes of the sender's choice.
            const foreign = name === "x" ? ' xmlns:p="urn:example:p" p:odd="1"' : "";
            return `<${name}${declared}${written.join("")}${foreign}>${content}</${name}>`;
        }),
    content: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        xmlText.map(escapeXml),
        fc.constant(""),
        fc.array(tie("element"), { maxLength: 3 }).map((children) => children.join("")),
    ),
})).element;

/** The attributes of a stanza as XML. */
export function stanzaAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
    return Object.entries(attributes)
        .filter((entry): entry is [string, string] => entry[1] !== undefined)
        .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
        .join("");
}

export interface Addresses {
    readonly to: fc.Arbitrary<string>;
    readonly from: fc.Arbitrary<string>;
}

function stanza(
    name: string,
    types: fc.Arbitrary<string | undefined>,
    ids: fc.Arbitrary<string | undefined>,
    content: fc.Arbitrary<string>,
    { to, from }: Addresses,
): fc.Arbitrary<string> {
    return fc
        .tuple(to, from, types, ids, content)
        .map(([toJid, fromJid, type, id, inside]) =>
            [`<${name}${stanzaAttributes({ to: toJid, from: fromJid, type, id })}>`, inside, `</${name}>`].join(""),
        );
}

const maybeId = fc.option(stanzaId, { nil: undefined, freq: 3 });

/** A message from another server. */
export function message(addresses: Addresses): fc.Arbitrary<string> {
    const types = often<string | undefined>(
        [6, fc.constantFrom(undefined, "chat", "normal")],
        [2, fc.constantFrom("groupchat", "headline", "error")],
        [1, fc.constantFrom("", "strange", "get")],
    );
    const content = often<string>(
        [5, xmlText.map((text) => `<body>${escapeXml(text)}</body>`)],
        [1, fc.tuple(element, xmlText).map(([other, text]) => `${other}<body>${escapeXml(text)}</body>${other}`)],
        [1, fc.array(element, { maxLength: 3 }).map((all) => all.join(""))],
        [1, fc.constantFrom("<body/>", "<body>a</body><body>b</body>", "<body xmlns='urn:other'>no</body>", "text")],
    );
    return stanza("message", types, maybeId, content, addresses);
}

/** Presence from another server. */
export function presence(addresses: Addresses): fc.Arbitrary<string> {
    const types = often<string | undefined>(
        [4, fc.constantFrom(undefined, "unavailable")],
        [4, fc.constantFrom("subscribe", "subscribed", "unsubscribe", "unsubscribed", "probe", "error")],
        [1, fc.constantFrom("", "available", "invisible")],
    );
    const content = often<string>(
        [4, fc.constant("")],
        [1, fc.constantFrom("<show>away</show>", "<priority>-1</priority>", "<status>voilà</status>")],
        [1, element],
    );
    return stanza("presence", types, maybeId, content, addresses);
}

/** An IQ get or set. Sometimes without what RFC 6120, section 8.2.3 asks for. */
export function iqRequest(addresses: Addresses, id: fc.Arbitrary<string> = stanzaId): fc.Arbitrary<string> {
    const content = often<string>(
        [8, element],
        [1, fc.constant("")],
        [1, fc.tuple(element, element).map((two) => two.join(""))],
    );
    const ids = often<string | undefined>([12, id], [1, fc.constant(undefined)]);
    return stanza("iq", fc.constantFrom("get", "set"), ids, content, addresses);
}

/** An IQ that answers nothing that was asked, or has a type that none has. */
export function strayIq(addresses: Addresses): fc.Arbitrary<string> {
    const types = often<string | undefined>(
        [6, fc.constantFrom("result", "error")],
        [1, fc.constantFrom(undefined, "", "strange")],
    );
    return stanza("iq", types, maybeId, often([1, fc.constant("")], [2, element]), addresses);
}

// -------------------------------------------------------------------------------------------------------------- HTTP

export interface HttpAnswer {
    readonly status: number;
    readonly contentType: string | undefined;
    readonly body: Buffer;
    /** How the end of the body is told (RFC 9112, section 6.3), or that it never comes. */
    readonly framing: "length" | "chunked" | "close" | "cut";
}

/** An answer as it goes over the wire; each character is a byte. */
export function httpBytes({ status, contentType, body, framing }: HttpAnswer): string {
    const head = [`HTTP/1.1 ${status} Answer`];
    if (contentType !== undefined) head.push(`Content-Type: ${contentType}`);
    if (framing === "chunked") head.push("Transfer-Encoding: chunked");
    else if (framing === "length") head.push(`Content-Length: ${body.length}`);
    // More than will come.
    else if (framing === "cut") head.push(`Content-Length: ${body.length + 10}`);
    const parts: Buffer[] = [Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1")];
    if (framing === "chunked") {
        const middle = Math.floor(body.length / 2);
        for (const chunk of [body.subarray(0, middle), body.subarray(middle)]) {
            if (chunk.length > 0)
                parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n"));
        }
        parts.push(Buffer.from("0\r\n\r\n"));
    } else {
        parts.push(body);
    }
    return Buffer.concat(parts).toString("latin1");
}

export const httpStatus: fc.Arbitrary<number> = often<number>(
    [12, fc.constant(200)],
    [3, fc.constantFrom(201, 202, 204)],
    [3, fc.constantFrom(400, 401, 403, 404, 408, 410, 429, 500, 502, 503, 504)],
    [1, fc.constantFrom(100, 301, 304, 418, 599, 999)],
);

export const contentType: fc.Arbitrary<string | undefined> = often<string | undefined>(
    [12, fc.constantFrom("application/json", "application/json; charset=utf-8", "Application/JSON")],
    [2, fc.constantFrom("text/plain", "text/html", "application/jsonp", "", ";", "application/json-seq")],
    [1, fc.constant(undefined)],
);

export const framing: fc.Arbitrary<HttpAnswer["framing"]> = often<HttpAnswer["framing"]>(
    [6, fc.constant("length")],
    [2, fc.constant("close")],
    [2, fc.constant("chunked")],
    [1, fc.constant("cut")],
);

/** A value of JSON, as text: a lone surrogate stays an escape. */
export const anyJson: fc.Arbitrary<string> = fc.json({ maxDepth: 3, stringUnit: "binary" });
