/**
 * Serves a component's domain over HTTP: what is sent to the domain is posted to a backend as JSON, and what the backend
 * answers is sent back as a stanza.
 *
 * @noSelfInFile
 */

import * as http from "prosody.net.http";
import { short as newId } from "prosody.util.id";
import { bare as jidBare, host as jidHost, prep as jidPrep } from "prosody.util.jid";
import * as json from "prosody.util.json";
import * as st from "prosody.util.stanza";
import { parse as parseXml } from "prosody.util.xml";
import { mustBeComponent } from "typed-prosody/lib/component";
import { describe } from "typed-prosody/lib/describe";
import { closeRequest, collectUntilClosed } from "typed-prosody/lib/http-request";
import { periodOption, urlOption, wordsOption } from "typed-prosody/lib/options";
import { isXmlText } from "typed-prosody/lib/xml-text";

type Stanza = st.Stanza;
type Kind = "message" | "presence" | "iq";

mustBeComponent();

/** Where stanzas are posted. Credentials in it become Basic authentication. */
const postUrl = urlOption("component_post_url");
/** The kinds of stanzas that are posted. A single one needs no braces. */
const postStanzas = wordsOption("component_post_stanzas", ["message", "presence", "iq"], {
    default: ["message"],
    legacy: "post_stanza_types",
});
/** How long the backend's answer is awaited. Nobody else is held up meanwhile. Prosody closes connections that are silent for longer than 14 minutes. */
const postTimeout = periodOption("component_post_timeout", { default: 60, max: 840 });

/** The backend as log lines name it, without what may be secret: credentials, path and query. */
const backend = string.gsub(string.match(postUrl, "^%a+://[^/?#]+")[0]!, "//.*@", "//")[0];

/** More than any stanza that Prosody passes on to other servers in its default configuration. */
const LONGEST_ANSWER = 512 * 1024;
/** Writing a stanza is recursive. */
const DEEPEST_XML = 100;

const STANZA_ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const HEADERS = { "Content-Type": "application/json", Accept: "application/json" };

/** RFC 6121, sections 4.7.1 and 5.2.2; RFC 6120, section 8.2.3. */
const TYPES: Record<string, Record<string, true | undefined> | undefined> = {
    message: { normal: true, chat: true, groupchat: true, headline: true, error: true },
    presence: {
        unavailable: true,
        subscribe: true,
        subscribed: true,
        unsubscribe: true,
        unsubscribed: true,
        probe: true,
        error: true,
    },
    iq: { get: true, set: true, result: true, error: true },
};

/** What the sender may do about an error. RFC 6120, section 8.3.3. */
const ERROR_TYPES = {
    "bad-request": "modify",
    forbidden: "auth",
    gone: "cancel",
    "internal-server-error": "cancel",
    "item-not-found": "cancel",
    "not-authorized": "auth",
    "remote-server-timeout": "wait",
    "resource-constraint": "wait",
    "service-unavailable": "cancel",
} as const;
type Condition = keyof typeof ERROR_TYPES;

/** What statuses of HTTP mean for an IQ; any other is service-unavailable. */
const CONDITIONS: Record<number, Condition | undefined> = {
    [400]: "bad-request",
    [401]: "not-authorized",
    [403]: "forbidden",
    [404]: "item-not-found",
    [408]: "remote-server-timeout",
    [410]: "gone",
    [429]: "resource-constraint",
    [500]: "internal-server-error",
    [504]: "remote-server-timeout",
};

/** What is posted about a stanza. It is a copy: others may send the stanza on to somebody else meanwhile. */
interface PostedStanza {
    to: string | undefined;
    from: string | undefined;
    kind: Kind;
    type: string | undefined;
    id: string | undefined;
    body: string | undefined;
    stanza: string;
}

/** A stanza whose answer is awaited. */
interface Exchange {
    posted: PostedStanza;
    timer: Prosody.Timer;
    request: http.Request | undefined;
}

/** What a backend may answer; nothing about it is known yet. */
interface BackendAnswer {
    to?: unknown;
    from?: unknown;
    kind?: unknown;
    type?: unknown;
    id?: unknown;
    body?: unknown;
    payload?: unknown;
    stanza?: unknown;
}

let inFlight = new LuaSet<Exchange>();

/** Whether a stanza is an IQ that waits for an answer. One without id, which only other servers can send, has no answer. */
function isIqRequest(posted: PostedStanza): boolean {
    return posted.kind === "iq" && (posted.type === "get" || posted.type === "set") && posted.id !== undefined;
}

function sendIqResult(posted: PostedStanza): void {
    module.send(st.iq({ type: "result", id: posted.id!, to: posted.from, from: posted.to }));
}

/** Every IQ get or set has exactly one answer (RFC 6120, section 8.2.3); other stanzas have none where the backend fails. */
function sendIqError(posted: PostedStanza, condition: Condition): void {
    if (isIqRequest(posted)) {
        module.send(
            st
                .iq({ type: "error", id: posted.id!, to: posted.from, from: posted.to })
                .tag("error", { type: ERROR_TYPES[condition] })
                .tag(condition, { xmlns: STANZA_ERRORS }),
        );
    }
}

/** What a value of JSON is, in words. */
function found(value: unknown): string {
    if (value === json.null) {
        return "null";
    } else if (typeof value === "object") {
        // Decoded arrays have the metatable of util.array.
        return getmetatable(value) === undefined ? "an object" : "an array";
    }
    return describe(value);
}

/**
 * Makes a parsed element part of a stanza: inside stanzas Prosody leaves jabber:client out.
 * @param parentIsStanza Whether the element's namespace is by default that of stanzas.
 * @returns False where elements are nested too deeply.
 */
function adopt(element: Stanza, parentIsStanza: boolean, depth: number): boolean {
    if (depth > DEEPEST_XML) {
        return false;
    }
    if (parentIsStanza && element.attr.xmlns === "jabber:client") {
        element.attr.xmlns = undefined;
    }
    const isStanza = parentIsStanza && element.attr.xmlns === undefined;
    for (const child of element.tags) {
        if (!adopt(child, isStanza, depth + 1)) {
            return false;
        }
    }
    return true;
}

/** The one element of an XML text, or what is wrong. util.xml refuses DOCTYPE, comments, instructions and a second root. */
function readXml(xml: unknown): LuaMultiReturn<[Stanza] | [undefined, string]> {
    if (typeof xml !== "string") {
        return $multi(undefined, `is ${found(xml)}, expected XML`);
    } else if (!isXmlText(xml)) {
        return $multi(undefined, "has characters that XML cannot carry");
    }
    const [ok, element, problem] = pcall(parseXml, xml);
    if (!ok || !element) {
        return $multi(undefined, `is no XML for a stream: ${tostring(ok ? problem : element)}`);
    } else if (!adopt(element, true, 1)) {
        return $multi(undefined, `is nested deeper than ${DEEPEST_XML} elements`);
    }
    return $multi(element);
}

/** The stanza that an answer holds as XML, or what is wrong with it. */
function readStanza(xml: unknown): LuaMultiReturn<[Stanza] | [undefined, string]> {
    const [element, problem] = readXml(xml);
    if (element === undefined) {
        return $multi(undefined, "stanza " + problem);
    } else if (element.attr.xmlns !== undefined || TYPES[element.name] === undefined) {
        return $multi(undefined, `stanza is <${element.name}/>, expected <message/>, <presence/> or <iq/>`);
    }
    return $multi(element);
}

/** The stanza that an answer holds or describes, its attributes still unchecked; or what is wrong with it. */
function readReply(posted: PostedStanza, answer: BackendAnswer): LuaMultiReturn<[Stanza] | [undefined, string]> {
    if (answer.stanza !== undefined) {
        return readStanza(answer.stanza);
    }
    let { kind, type, body } = answer;
    if (kind === undefined) {
        kind = posted.kind === "iq" ? "iq" : "message";
    } else if (TYPES[kind as string] === undefined) {
        return $multi(undefined, `kind is ${found(kind)}, expected "message", "presence" or "iq"`);
    }
    if (type === undefined) {
        if (kind === "message" && posted.kind === "message" && TYPES.message![posted.type!]) {
            type = posted.type;
        } else if (kind === "iq" && isIqRequest(posted)) {
            type = "result";
        }
    }
    const reply = st.stanza(kind as Kind);
    const attr = reply.attr as BackendAnswer;
    attr.to = answer.to;
    attr.from = answer.from;
    attr.type = type;
    attr.id = answer.id;
    if (body !== undefined) {
        if (!isXmlText(body)) {
            return $multi(undefined, `body is ${found(body)}, expected text that XML can carry`);
        } else if (kind === "message") {
            reply.text_tag("body", body);
        }
    }
    if (answer.payload !== undefined) {
        const [payload, problem] = readXml(answer.payload);
        if (payload === undefined) {
            return $multi(undefined, "payload " + problem);
        }
        reply.add_child(payload);
    }
    return $multi(reply);
}

/** The preparation of domains lets ASCII's control characters pass (RFC 3491, section 5). */
function prepareJid(jid: unknown): string | undefined {
    if (!isXmlText(jid)) {
        return undefined;
    }
    return jidPrep(jid);
}

/** Completes, checks and prepares the addresses of a reply; gives what is wrong with them. */
function checkAddresses(attr: BackendAnswer, posted: PostedStanza): string | undefined {
    const { to, from } = attr;
    if (to === undefined) {
        attr.to = posted.from;
    } else {
        attr.to = prepareJid(to);
    }
    if (attr.to === undefined) {
        return `to is ${found(to)}, expected a JID`;
    }
    if (from === undefined) {
        attr.from = posted.to;
        return undefined;
    }
    const preparedFrom = prepareJid(from);
    if (preparedFrom === undefined || jidHost(preparedFrom) !== module.host) {
        return `from is ${found(from)}, expected a JID of ${module.host}`;
    }
    attr.from = preparedFrom;
    return undefined;
}

/** Completes an IQ and fits a result or error to the IQ that was posted; gives what is wrong with it. */
function checkIq(reply: Stanza, posted: PostedStanza): string | undefined {
    const attr = reply.attr;
    if (attr.type === undefined) {
        return 'type is missing, expected "get", "set", "result" or "error"';
    } else if (attr.type === "get" || attr.type === "set") {
        attr.id ??= newId();
        return reply.tags.length === 1 ? undefined : `payload must be one element in an iq of type ${attr.type}`;
    } else if (!isIqRequest(posted)) {
        return `type is "${attr.type}" where no iq waits for an answer`;
    }
    attr.id ??= posted.id;
    if (attr.id !== posted.id) {
        return "id is not that of the iq";
    } else if (attr.to !== posted.from) {
        return "to is not the sender of the iq";
    } else if (attr.from !== posted.to) {
        return "from is not the recipient of the iq";
    }
    return undefined;
}

/** Completes and checks what an answer asks to send; gives what is wrong with it, the property's name first. */
function checkReply(reply: Stanza, posted: PostedStanza): string | undefined {
    const attr = reply.attr as BackendAnswer;
    const problem = checkAddresses(attr, posted);
    if (problem !== undefined) {
        return problem;
    } else if (attr.type !== undefined && !TYPES[reply.name]![attr.type as string]) {
        return `type is ${found(attr.type)}, which no ${reply.name} has`;
    } else if (attr.id !== undefined && (attr.id === "" || !isXmlText(attr.id))) {
        return `id is ${found(attr.id)}, expected text that XML can carry`;
    } else if (attr.type === "error" && reply.get_child("error") === undefined) {
        return 'type is "error" without an <error/> inside';
    } else if (reply.name === "iq") {
        return checkIq(reply, posted);
    }
    return undefined;
}

/** The JSON object in an answer, or what is wrong with it. */
function readAnswer(text: string): LuaMultiReturn<[BackendAnswer] | [undefined, string]> {
    if (text.length > LONGEST_ANSWER) {
        return $multi(undefined, `${text.length} bytes are more than the limit of ${LONGEST_ANSWER}`);
    }
    // Deep nesting and some keys make util.json raise errors.
    const [ok, answer, problem] = pcall(json.decode, text);
    if (!ok || answer === undefined) {
        return $multi(undefined, `malformed JSON, ${tostring(ok ? problem : answer)}`);
    } else if (typeof answer !== "object" || getmetatable(answer) !== undefined) {
        return $multi(undefined, `the JSON is ${found(answer)}, expected an object`);
    }
    return $multi(answer as BackendAnswer);
}

function refuseAnswer(posted: PostedStanza, problem: string): void {
    module.log("warn", "Answer of %s to the %s from %s refused: %s", backend, posted.kind, posted.from, problem);
    sendIqError(posted, "internal-server-error");
}

/** Sends what a 200 answer with JSON asks for, and answers an IQ in any case. */
function takeAnswer(posted: PostedStanza, text: string): void {
    const [answer, malformed] = readAnswer(text);
    if (answer === undefined) {
        refuseAnswer(posted, malformed);
        return;
    }
    const [reply, unfit] = readReply(posted, answer);
    if (reply === undefined) {
        refuseAnswer(posted, unfit);
        return;
    }
    const problem = checkReply(reply, posted);
    if (problem !== undefined) {
        refuseAnswer(posted, problem);
        return;
    }
    const { type } = reply.attr;
    module.send(reply);
    if (isIqRequest(posted) && !(reply.name === "iq" && (type === "result" || type === "error"))) {
        sendIqResult(posted);
    }
}

/** Whether a Content-Type is JSON's. Its letter case and parameters do not matter (RFC 9110, section 8.3.1). */
function isJson(contentType: string | undefined): boolean {
    if (contentType === undefined) {
        return false;
    }
    const [mediaType] = string.match(contentType, "^%s*([^;%s]+)");
    return mediaType !== undefined && mediaType.toLowerCase() === "application/json";
}

/** Whether a stanza must not be answered: errors (RFC 6120, section 8.3.1) and IQ results (section 8.2.3). */
function endsExchange(posted: PostedStanza): boolean {
    return posted.type === "error" || (posted.kind === "iq" && posted.type === "result");
}

function takeResponse(
    posted: PostedStanza,
    status: number,
    body: string | false | undefined,
    contentType?: string,
): void {
    const isEmpty = body === undefined || body === false || body === "";
    if (status === 200 && !isEmpty && isJson(contentType)) {
        if (endsExchange(posted)) {
            module.log("debug", "Answer to the %s of type %s from %s dropped", posted.kind, posted.type, posted.from);
        } else {
            takeAnswer(posted, body);
        }
    } else if (status >= 200 && status <= 299) {
        if (isEmpty && isIqRequest(posted)) {
            sendIqResult(posted);
        } else if (isIqRequest(posted)) {
            module.log(
                "warn",
                "%s answered an iq with %d and %s, expected JSON",
                backend,
                status,
                contentType ?? "no type",
            );
            sendIqError(posted, "internal-server-error");
        }
    } else {
        // A client error is for the sender of an IQ to see; nobody but the admin sees what becomes of other stanzas.
        const level = isIqRequest(posted) && status >= 400 && status <= 499 ? "debug" : "warn";
        module.log(level, "%s answered %d to the %s from %s", backend, status, posted.kind, posted.from);
        sendIqError(posted, CONDITIONS[status] ?? "service-unavailable");
    }
}

/** Ends an exchange whose answer is no longer wanted: a late one finds nothing of it. */
function abandon(exchange: Exchange): void {
    inFlight.delete(exchange);
    if (exchange.request !== undefined) {
        closeRequest(exchange.request);
    }
    sendIqError(exchange.posted, "remote-server-timeout");
}

function giveUp(_now: number, exchange: Exchange): void {
    const { kind, from } = exchange.posted;
    module.log("warn", "%s did not answer to the %s from %s within %g seconds", backend, kind, from, postTimeout);
    abandon(exchange);
}

function finish(exchange: Exchange, answer: string | false | undefined, status: number, response: http.Response): void {
    if (!inFlight.has(exchange)) {
        return;
    }
    const { posted, timer } = exchange;
    inFlight.delete(exchange);
    timer.stop();
    if (status === 0) {
        module.log("warn", "%s failed on the %s from %s: %s", backend, posted.kind, posted.from, answer);
        sendIqError(posted, "remote-server-timeout");
    } else {
        takeResponse(posted, status, answer, response.headers["content-type"]);
    }
}

function post(event: Prosody.StanzaEvent): true {
    const { stanza } = event;
    const { attr } = stanza;
    let body: string | undefined;
    if (stanza.name === "message") {
        body = stanza.get_child_text("body");
    }
    const posted: PostedStanza = {
        to: attr.to,
        from: attr.from,
        kind: stanza.name as Kind,
        type: attr.type,
        id: attr.id,
        body,
        stanza: tostring(stanza),
    };
    const exchange = { posted } as Exchange;
    exchange.timer = module.add_timer(postTimeout, giveUp, exchange);
    inFlight.add(exchange);
    const options = {
        body: json.encode(posted),
        headers: HEADERS,
        streaming_handler: collectUntilClosed(LONGEST_ANSWER),
        suppress_url: true,
    };
    // net.http may call back before it returns.
    const [request] = http.request(postUrl, options, (answer, status, response) => {
        finish(exchange, answer, status, response as http.Response);
    });
    exchange.request = request;
    return true;
}

/** Makes every JID of the domain an always-on contact that accepts subscriptions. RFC 6121, sections 3.1, 3.3 and 4.3. */
function answerPresence(event: Prosody.StanzaEvent): true {
    const { to, from, type } = event.stanza.attr;
    if (type === "probe") {
        module.send(st.presence({ to: from, from: to }));
    } else if (type === "subscribe") {
        module.send(st.presence({ type: "subscribed", to: jidBare(from), from: jidBare(to) }));
        module.send(st.presence({ to: from, from: to }));
    } else if (type === "unsubscribe") {
        module.send(st.presence({ type: "unsubscribed", to: jidBare(from), from: jidBare(to) }));
        module.send(st.presence({ type: "unavailable", to: from, from: to }));
    }
    return true;
}

/** At unload and reload; a timer of the module would no longer run. */
module.unload = () => {
    const exchanges = inFlight;
    // Errors that are sent now may come back to this domain and be posted.
    inFlight = new LuaSet();
    for (const exchange of exchanges) {
        exchange.timer.stop();
        abandon(exchange);
    }
};

/** Before mod_iq, whose answers are for components that do not take IQs themselves. */
const BEFORE_MOD_IQ = 1;

for (const kind of postStanzas) {
    module.hook(`${kind}/bare`, post, BEFORE_MOD_IQ);
    module.hook(`${kind}/full`, post, BEFORE_MOD_IQ);
    module.hook(`${kind}/host`, post, BEFORE_MOD_IQ);
}
if (!postStanzas.has("presence")) {
    module.hook("presence/bare", answerPresence);
    module.hook("presence/full", answerPresence);
    module.hook("presence/host", answerPresence);
}
