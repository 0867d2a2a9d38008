/** Scripts for mod_component_http: stanzas to its domain, and a backend that answers as it pleases. */
import fc from "fast-check";
import {
    addressAt,
    anyJson,
    anyText,
    contentType,
    element,
    escapeXml,
    framing,
    fullJid,
    httpBytes,
    httpStatus,
    iqRequest,
    jid,
    message,
    presence,
    stanzaAttributes,
    stanzaId,
    strangeJid,
    strayIq,
    xmlText,
} from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { receivedStanzas, seenOf } from "../../../src/testing/fuzz/judge.ts";
import type { Observation, Script, Step } from "../../../src/testing/fuzz/script.ts";
import { parseXml } from "../../../src/testing/index.ts";

const HOST = "bot.example.org";
const TIMEOUT = 30;
const KINDS = ["message", "presence", "iq"] as const;
type Kind = (typeof KINDS)[number];

const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
    fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const addresses = { to: addressAt(HOST), from: jid };

const received: fc.Arbitrary<Step> = weighted(
    [5, iqRequest({ to: addresses.to, from: fullJid })],
    [5, message(addresses)],
    [2, presence(addresses)],
    [1, strayIq(addresses)],
).map((xml) => ({ do: "receive", xml }));

const stanzaType = fc.constantFrom(
    "get",
    "set",
    "result",
    "error",
    "chat",
    "normal",
    "subscribed",
    "unavailable",
    "",
    "strange",
);
const ownAddress = weighted([4, addressAt(HOST)], [1, jid], [1, strangeJid]);
const anyAddress = weighted([4, jid], [1, strangeJid]);

/** A stanza as a backend may write it, right or wrong. */
const writtenStanza: fc.Arbitrary<string> = weighted(
    [
        8,
        fc
            .tuple(
                fc.constantFrom("message", "presence", "iq", "iq", "query", "stream:stream"),
                fc.record({ to: anyAddress, from: ownAddress, type: stanzaType, id: stanzaId }, { requiredKeys: [] }),
                fc.constantFrom("", ' xmlns="jabber:client"', ' xmlns="jabber:server"', ' xmlns="urn:other"'),
                weighted(
                    [3, element],
                    [1, fc.constant("")],
                    [1, xmlText.map(escapeXml)],
                    [1, fc.constant("<error type='cancel'/>")],
                ),
            )
            .filter(([, attributes]) =>
                Object.values(attributes).every((value) => !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/.test(value)),
            )
            .map(
                ([name, attributes, xmlns, content]) =>
                    `<${name}${xmlns}${stanzaAttributes(attributes)}>${content}</${name}>`,
            ),
    ],
    [
        2,
        fc.constantFrom(
            "",
            "<message>",
            "<message/><message/>",
            "<!DOCTYPE message [<!ENTITY a 'b'>]><message>&a;</message>",
            "<!-- --><message/>",
            "<?xml version='1.0'?><message/>",
            "<?pi?><message/>",
            "<message><body>&undefined;</body></message>",
            "<message><body>&#0;</body></message>",
            "<message><body>&#xFFFE;</body></message>",
            "<message><body><![CDATA[<]]></body></message>",
            `${"<message>".repeat(150)}${"</message>".repeat(150)}`,
            "<p:message xmlns:p='jabber:client'/>",
            "<message p:a='' xmlns:p='urn:p'/>",
            "plain text",
        ),
    ],
    [1, anyText],
);

/** What a property may rightly be. */
const proper = {
    to: jid,
    from: addressAt(HOST),
    kind: fc.constantFrom(...KINDS),
    type: stanzaType,
    id: stanzaId,
    body: xmlText,
    payload: element,
};

/** What no property may be, or another one only. */
const wild: fc.Arbitrary<Record<string, unknown>> = fc
    .tuple(
        fc.constantFrom("to", "from", "kind", "type", "id", "body", "payload", "stanza"),
        weighted<unknown>([3, jid], [3, strangeJid], [3, anyText], [2, fc.jsonValue()], [2, writtenStanza]),
    )
    .map(([name, value]) => ({ [name]: value }));

const written = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** The body of an answer. */
const answerBody: fc.Arbitrary<Buffer> = weighted(
    [4, xmlText.map((body) => written({ body }))],
    [2, anyText.map((body) => written({ body }))],
    [2, writtenStanza.map((stanza) => written({ stanza }))],
    [2, element.map((payload) => written({ payload }))],
    [3, fc.record(proper, { requiredKeys: [] }).map(written)],
    // One at a time, or the first would hide all others.
    [4, fc.tuple(fc.record(proper, { requiredKeys: [] }), wild).map(([all, one]) => written({ ...all, ...one }))],
    [3, wild.map(written)],
    [2, anyJson.map((text) => Buffer.from(text))],
    [1, fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes))],
    // Invalid UTF-8 within proper JSON: a lone continuation, an overlong form, a surrogate, past the last code point.
    [
        1,
        fc
            .constantFrom("80", "c0af", "eda080", "f4908080", "e282", "ff")
            .map((hex) => Buffer.concat([Buffer.from('{"body":"a'), Buffer.from(hex, "hex"), Buffer.from('b"}')])),
    ],
    [
        1,
        fc.constantFrom(
            Buffer.from(""),
            Buffer.from(" "),
            Buffer.from("[".repeat(3000)),
            Buffer.from(`${"[".repeat(300)}${"]".repeat(300)}`),
            Buffer.from('{"body":"\\ud800"}'),
            Buffer.from('{"body":"\\udc00\\ud800"}'),
            Buffer.from('{"body":"\\u0000"}'),
            Buffer.from('{"body":1e999}'),
            Buffer.from('{"body":"a","body":"b"}'),
            Buffer.from('{"__array":1,"__hash":["a"]}'),
            Buffer.from("\ufeff{}"),
        ),
    ],
);

const responded: fc.Arbitrary<Step> = fc
    .record({ status: httpStatus, contentType, body: answerBody, framing })
    .chain((answer) =>
        fc.nat(3).map((which): Step => {
            // Only a closed connection ends an answer of that kind; one that is cut short has to end in some way too.
            const close = answer.framing === "close" || answer.framing === "cut";
            return { do: "respond", which, bytes: httpBytes(answer), close };
        }),
    );

const step: fc.Arbitrary<Step> = weighted<Step>(
    [10, received],
    [10, responded],
    [1, fc.nat(3).map((which): Step => ({ do: "drop", which }))],
    [
        1,
        fc
            .record({
                which: fc.nat(3),
                bytes: weighted(
                    [1, fc.string()],
                    [2, fc.constantFrom("", "HTTP/1.1", "HTTP/1.1 200 OK\r\n", "SSH-2.0\r\n\r\n")],
                ),
            })
            .map(({ which, bytes }): Step => ({
                do: "respond",
                which,
                bytes: Buffer.from(bytes).toString("latin1"),
                close: true,
            })),
    ],
    [2, fc.constantFrom(1, TIMEOUT / 2, TIMEOUT + 1).map((seconds): Step => ({ do: "advance", seconds }))],
    [1, fc.constant<Step>({ do: "reload" })],
);

/** Whether RFC 6120, section 8.2.3 allows an IQ to be so. Prosody's mod_iq raises errors over others that come from servers. */
function isProperIq(xml: string): boolean {
    const { attrs, children } = parseXml(xml);
    const isRequest = attrs["type"] === "get" || attrs["type"] === "set";
    const elements = children.filter((child) => typeof child !== "string");
    const isIq = isRequest || attrs["type"] === "result" || attrs["type"] === "error";
    return isIq && attrs["id"] !== undefined && (!isRequest || elements.length === 1);
}

const scripts: fc.Arbitrary<Script> = fc
    .tuple(fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1 }), fc.array(step, { maxLength: 12 }))
    .map(([kinds, steps]) => ({
        host: HOST,
        module: "component_http",
        options: {
            component_post_url: "http://127.0.0.1:8080/stanzas",
            component_post_stanzas: kinds,
            component_post_timeout: TIMEOUT,
        },
        steps: [
            ...steps.filter(
                (each) =>
                    kinds.includes("iq") ||
                    each.do !== "receive" ||
                    !each.xml.startsWith("<iq") ||
                    isProperIq(each.xml),
            ),
            // By then whatever hangs has been given up.
            { do: "advance", seconds: TIMEOUT + 1 },
        ],
    }));

/** Each stanza of a forwarded kind is posted once, as it came. */
function judgePosts(script: Script, observation: Observation): string[] {
    const kinds = script.options["component_post_stanzas"] as readonly Kind[];
    const posts = seenOf(observation, "posted");
    return receivedStanzas(script).flatMap((stanza) => {
        const found = posts.filter((post) => post.step === stanza.step);
        const forwarded = kinds.includes(stanza.name as Kind);
        // Prosody itself answers IQs that are none (RFC 6120, section 8.2.3).
        const least = forwarded && stanza.name !== "iq" ? 1 : 0;
        if (found.length < least || found.length > (forwarded ? 1 : 0)) {
            return [`${stanza.xml} was posted ${found.length} times`];
        }
        return found.flatMap((post) => comparePost(stanza.xml, post.body));
    });
}

function comparePost(xml: string, body: string): string[] {
    const stanza = parseXml(xml);
    const posted = JSON.parse(body) as Record<string, unknown>;
    const expected: Record<string, unknown> = { kind: stanza.name };
    for (const name of ["to", "from", "type", "id"]) {
        if (stanza.attrs[name] !== undefined) expected[name] = stanza.attrs[name];
    }
    const faults = Object.entries(expected)
        .filter(([name, value]) => posted[name] !== value)
        .map(
            ([name, value]) =>
                `${name} of ${xml} is ${JSON.stringify(value)}, posted was ${JSON.stringify(posted[name])}`,
        );
    const text = stanza.name === "message" ? stanza.getChild("body", stanza.attrs["xmlns"])?.text() : undefined;
    // An empty body and none are the same to Prosody's util.stanza.
    if ((text ?? "") !== (posted["body"] ?? "") && !/xmlns/.test(xml)) {
        faults.push(`the body of ${xml} is ${JSON.stringify(text)}, posted was ${JSON.stringify(posted["body"])}`);
    }
    const again = parseXml(posted["stanza"] as string);
    if (again.name !== stanza.name || again.text() !== stanza.text()) {
        faults.push(`${xml} was posted as ${String(posted["stanza"])}`);
    }
    return faults;
}

/** What is answered to errors and IQ results goes nowhere; a plain reply to a message arrives as it is. */
function judgeReplies(script: Script, observation: Observation): string[] {
    const posts = seenOf(observation, "posted");
    const sent = seenOf(observation, "sent");
    return seenOf(observation, "answered").flatMap(({ step: number, number: request }) => {
        const post = posts.find((each) => each.number === request);
        const answer = script.steps[number];
        if (post === undefined || answer?.do !== "respond") return [];
        const posted = JSON.parse(post.body) as Record<string, string | undefined>;
        const replies = sent.filter((each) => each.step === number);
        if (posted["type"] === "error" || (posted["kind"] === "iq" && posted["type"] === "result")) {
            return replies.map(
                (each) => `an answer to a ${posted["kind"]} of type ${posted["type"]} was sent: ${each.xml}`,
            );
        }
        const body = plainReply(answer.bytes);
        if (body === undefined || posted["kind"] !== "message") return [];
        const [reply] = replies;
        if (replies.length !== 1 || reply?.name !== "message")
            return [`${replies.length} replies to a message were sent`];
        const { to, from } = reply.attr;
        const text = parseXml(reply.xml).getChildText("body");
        // Line ends are one character in XML (XML 1.0, section 2.11).
        if (to !== posted["from"] || from !== posted["to"] || text !== body.replace(/\r\n?/g, "\n")) {
            return [`the reply ${JSON.stringify(body)} went out as ${reply.xml}`];
        }
        return [];
    });
}

/** The text of an answer that is nothing but a body. */
function plainReply(bytes: string): string | undefined {
    const [head = "", content = ""] = bytes.split("\r\n\r\n");
    const length = /^Content-Length: (\d+)$/m.exec(head)?.[1];
    if (!head.startsWith("HTTP/1.1 200 ") || !/^Content-Type: application\/json(;.*)?$/im.test(head)) return undefined;
    if (length !== String(content.length)) return undefined;
    try {
        const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(content, "latin1"));
        const value = JSON.parse(text) as unknown;
        if (typeof value !== "object" || value === null || Object.keys(value).join() !== "body") return undefined;
        const { body } = value as { body: unknown };
        // U+007F is none of those that Prosody 0.11 takes.
        const carried = /^[\t\n\r\u0020-\u007e\u0080-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
        return typeof body === "string" && carried.test(body) ? body : undefined;
    } catch {
        return undefined;
    }
}

export const componentHttp: FuzzTarget = {
    module: "mod_component_http",
    scripts,
    judge: (script, observation) => [...judgePosts(script, observation), ...judgeReplies(script, observation)],
};
