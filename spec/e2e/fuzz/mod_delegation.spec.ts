import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
    errorCondition,
    parseXml,
    prosodyVersions,
    useProsody,
    xml,
    type ProsodyUnderTest,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { element, escapeXml, iqRequest, message, stanzaId } from "../../../src/testing/fuzz/arbitraries.ts";
import { expectNothingLeft, takeFootprintAfter } from "../faults/load.ts";
import { fuzzSeed } from "./seed.ts";

const HOST = "localhost";
const SERVICE = "service.localhost";
/** Another component, with the module: it may manage, but nothing was delegated to it. */
const STRANGER = "stranger.localhost";
const SECRET = "s";
const USERS = ["romeo", "juliet"] as const;
const ROMEO = "romeo@localhost";
const MANAGER = "manager@localhost";

/** Delegated by the configuration: to the component, the same with a filter, and to the first client of an account. */
const WORK = "urn:example:work";
const FILTERED = "urn:example:filtered";
const DESK = "urn:example:desk";
/** Delegated by Romeo, for himself, to the component. */
const OWN = "urn:example:own";

const DELEGATION = "urn:xmpp:delegation:2";
const FORWARD = "urn:xmpp:forward:0";
const FORMS = "jabber:x:data";
const STANZA_ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** Seconds. Enough for whatever answers at all; what does not is looked at when all is over. */
const TIMEOUT = 3;
/** In-process there are thousands. */
const CASES = 80;

// ---------------------------------------------------------------------------------------------------------- answers

/** What the user has to get for an answer of the managing entity; "nothing": the request goes on waiting. */
type Effect = "result" | "empty" | "error" | "refusal" | "nothing";

/** A request as the managing entity was forwarded it. */
interface Forwarded {
    /** Id of the stanza that it came in. */
    readonly key: string;
    readonly id: string;
    readonly sender: string;
    /** Who the user's answer has to come from. */
    readonly recipient: string;
    /** The other user, who asks with the same ids. */
    readonly other: string;
}

type Attributes = Readonly<Record<string, string | undefined>>;

function tag(name: string, attributes: Attributes, content: string): string {
    const written = Object.entries(attributes).map(([key, value]) =>
        value === undefined ? "" : ` ${key}="${escapeXml(value)}"`,
    );
    return `<${name}${written.join("")}>${content}</${name}>`;
}

/** The stanza that an answer comes in. */
const outside = ({ key }: Forwarded, content: string, attributes: Attributes = {}): string =>
    tag("iq", { type: "result", id: key, to: HOST, ...attributes }, content);

/** What holds the user's answer, with white space as some entities write it. */
const envelope = (content: string, version = DELEGATION): string =>
    tag("delegation", { xmlns: version }, `\n  ${tag("forwarded", { xmlns: FORWARD }, `\n${content} `)}`);

const done = (said: string, content = ""): string => tag("done", { xmlns: WORK, said }, content);

const failure = (said: string): string =>
    `<error type="cancel"><item-not-found xmlns="${STANZA_ERRORS}"/><text xmlns="${STANZA_ERRORS}">${said}</text></error>`;

/** The user's answer. */
const inside = ({ id, sender }: Forwarded, content: string, attributes: Attributes = {}): string =>
    tag("iq", { xmlns: "jabber:client", type: "result", id, to: sender, ...attributes }, content);

interface Answer {
    readonly effect: Effect;
    /** Only a component can write other addresses of its own. */
    readonly ofComponent?: true;
    /** @param rubbish A generated element. */
    readonly write: (request: Forwarded, said: string, rubbish: string) => string;
}

/** An answer in its envelope whose inside is wrong. */
const wrong = (attributes: (request: Forwarded) => Attributes): Answer => ({
    effect: "refusal",
    write: (request, said) => outside(request, envelope(inside(request, done(said), attributes(request)))),
});

/** XEP-0355, section 4.3. */
const ANSWERS: Readonly<Record<string, Answer>> = {
    "a result": {
        effect: "result",
        write: (request, said, rubbish) => outside(request, envelope(inside(request, done(said, rubbish)))),
    },
    "a result with its sender": {
        effect: "result",
        write: (request, said) => outside(request, envelope(inside(request, done(said), { from: request.recipient }))),
    },
    "an empty result": {
        effect: "empty",
        write: (request) => outside(request, envelope(inside(request, ""))),
    },
    "an error inside": {
        effect: "error",
        write: (request, said) => outside(request, envelope(inside(request, failure(said), { type: "error" }))),
    },

    "an error outside": {
        effect: "refusal",
        write: (request, said) => outside(request, failure(said), { type: "error" }),
    },
    "another id inside": wrong(({ id }) => ({ id: `${id}0` })),
    "no id inside": wrong(() => ({ id: undefined })),
    "the other user inside": wrong(({ other }) => ({ to: other })),
    "the user's bare JID inside": wrong(({ sender }) => ({ to: sender.replace(/\/.*/, "") })),
    "no recipient inside": wrong(() => ({ to: undefined })),
    "a stranger as sender inside": wrong(() => ({ from: STRANGER })),
    "the user as sender inside": wrong(({ sender }) => ({ from: sender })),
    "a set inside": wrong(() => ({ type: "set" })),
    "no type inside": wrong(() => ({ type: undefined })),
    "another namespace inside": wrong(() => ({ xmlns: FORWARD })),
    "two results inside": {
        effect: "refusal",
        write: (request, said, rubbish) => outside(request, envelope(inside(request, done(said) + rubbish))),
    },
    "an error without reason": {
        effect: "refusal",
        write: (request, said) => outside(request, envelope(inside(request, done(said), { type: "error" }))),
    },
    "a message inside": {
        effect: "refusal",
        write: (request, said) =>
            outside(
                request,
                envelope(tag("message", { xmlns: "jabber:client", id: request.id, to: request.sender }, done(said))),
            ),
    },
    "the older version": {
        effect: "refusal",
        write: (request, said) => outside(request, envelope(inside(request, done(said)), "urn:xmpp:delegation:1")),
    },
    "an envelope in an envelope": {
        effect: "refusal",
        write: (request, said) => outside(request, envelope(envelope(inside(request, done(said))))),
    },
    "no envelope": {
        effect: "refusal",
        write: (request, said) => outside(request, inside(request, done(said))),
    },
    "half an envelope": {
        effect: "refusal",
        write: (request, said) =>
            outside(request, tag("delegation", { xmlns: DELEGATION }, inside(request, done(said)))),
    },
    "an empty envelope": { effect: "refusal", write: (request) => outside(request, envelope("")) },
    "rubbish inside": { effect: "refusal", write: (request, _, rubbish) => outside(request, envelope(rubbish)) },
    rubbish: { effect: "refusal", write: (request, _, rubbish) => outside(request, rubbish) },
    nothing: { effect: "refusal", write: (request) => outside(request, "") },

    "another id outside": {
        effect: "nothing",
        write: (request, said) => outside(request, envelope(inside(request, done(said))), { id: `${request.key}0` }),
    },
    "the id of the user's request outside": {
        effect: "nothing",
        write: (request, said) => outside(request, envelope(inside(request, done(said))), { id: request.id }),
    },
    "the user's account outside": {
        effect: "nothing",
        write: (request, said) =>
            outside(request, envelope(inside(request, done(said))), { to: request.sender.replace(/\/.*/, "") }),
    },
    "a request outside": {
        effect: "nothing",
        write: (request, said) => outside(request, envelope(inside(request, done(said))), { type: "set" }),
    },
    "another sender outside": {
        effect: "nothing",
        ofComponent: true,
        write: (request, said) => outside(request, envelope(inside(request, done(said))), { from: `user@${SERVICE}` }),
    },
    "an error of another sender": {
        effect: "nothing",
        ofComponent: true,
        write: (request, said) => outside(request, failure(said), { type: "error", from: `${SERVICE}/a` }),
    },
};

// ---------------------------------------------------------------------------------------------------------- conduct

/** Who answers though nobody asked: a user, a component, and the client that would manage if the first were gone. */
const FORGERS = ["a user", "a component", "the second client"] as const;

/** Something that happens while a request waits, or when it waits no more. */
type Act =
    | { readonly by: "entity" | (typeof FORGERS)[number]; readonly answer: string; readonly rubbish: string }
    | { readonly by: "noise"; readonly stanza: string };

/** The answer that ended a request's waiting. */
interface Ending {
    readonly answer: string;
    readonly said: string;
    readonly rubbish: string;
}

const answerName = fc.oneof(
    {
        weight: 2,
        arbitrary: fc.constantFrom("a result", "a result with its sender", "an empty result", "an error inside"),
    },
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(ANSWERS)) },
);

/** What an entity may want of the server itself. Who it is, and what it manages, is put in later. */
const OWN_JID = "OWN-JID";
const OWN_NAMESPACE = "OWN-NAMESPACE";
const ownStanzas = { to: fc.constantFrom(HOST, ROMEO, `nobody@${HOST}`), from: fc.constant(OWN_JID) };
const noise = fc.oneof(
    message({ ...ownStanzas, to: fc.constant(HOST) }),
    // Over a component's request without content Prosody itself raises an error.
    iqRequest(ownStanzas).filter((text) => parseXml(text).getChildElements().length > 0),
    fc
        .record({ ...ownStanzas, type: fc.constantFrom("get", "set"), id: stanzaId })
        .map((attributes) => tag("iq", attributes, tag("query", { xmlns: OWN_NAMESPACE, node: "n" }, ""))),
    fc
        .record({ from: ownStanzas.from, type: fc.constantFrom("result", "error"), id: stanzaId })
        .map(({ from, type, id }) => tag("iq", { to: HOST, from, type, id }, type === "result" ? "" : failure("no"))),
);

const act: fc.Arbitrary<Act> = fc.oneof(
    {
        weight: 4,
        arbitrary: fc.record({ by: fc.constant<"entity">("entity"), answer: answerName, rubbish: element }),
    },
    {
        weight: 3,
        arbitrary: fc.record({ by: fc.constantFrom(...FORGERS), answer: answerName, rubbish: element }),
    },
    { weight: 1, arbitrary: fc.record({ by: fc.constant<"noise">("noise"), stanza: noise }) },
);

/** A request of a user, and what becomes of it. */
const wish = fc.record({
    user: fc.constantFrom(...USERS),
    namespace: fc.constantFrom(WORK, WORK, FILTERED, DESK, OWN),
    hasNode: fc.boolean(),
    to: fc.constantFrom(undefined, HOST, ...USERS.map((name) => `${name}@${HOST}`)),
    type: fc.constantFrom("get", "set"),
    content: fc.oneof(fc.constant(""), element),
    acts: fc.array(act, { maxLength: 5 }),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

/** Who has to be asked; undefined where the server answers itself. */
function managerOf({ user, namespace, hasNode, to }: Wish): "component" | "client" | undefined {
    if (namespace === WORK) return "component";
    if (namespace === FILTERED) return hasNode ? "component" : undefined;
    if (namespace === DESK) return "client";
    // XEP-0355, section 5.2.
    const account = to === undefined || to === HOST ? `${user}@${HOST}` : to;
    return account === ROMEO ? "component" : undefined;
}

// ---------------------------------------------------------------------------------------------------------- sessions

/** Answers what the server asks about disco, so that it asks no more. */
async function answerDisco(session: XmppSession): Promise<void> {
    const isQuestion = ({ name, attrs }: XmlElement): boolean =>
        name === "iq" && attrs["type"] === "get" && attrs["from"] === HOST;
    await session.roundTrip(HOST);
    while (session.pending(isQuestion).length > 0) {
        const { id = "" } = (await session.next(isQuestion)).attrs;
        await session.send(
            xml`<iq type="error" id="${id}" to="${HOST}"><error type="cancel"><service-unavailable
                xmlns="${STANZA_ERRORS}"/></error></iq>`,
        );
    }
    await session.roundTrip(HOST);
}

async function login(prosody: ProsodyUnderTest, jid: string): Promise<XmppSession> {
    const session = await prosody.connect(jid, "pw");
    await session.send("<presence/>");
    await session.next(({ name }) => name === "presence");
    await answerDisco(session);
    return session;
}

/** Has the component manage a namespace for a user, as long as the user's session lasts. */
async function grant(service: XmppSession, user: XmppSession): Promise<void> {
    await service.send(
        xml`<iq type="get" id="wish" to="${HOST}"><query xmlns="${DELEGATION}" to="${user.bareJid}"><delegate
            namespace="${OWN}"/></query></iq>`,
    );
    const form = (await user.next((stanza) => stanza.getChild("x", FORMS) !== undefined)).getChild("x", FORMS)!;
    const challenge = form.getChildren("field").find(({ attrs }) => attrs["var"] === "challenge")!;
    await user.send(
        xml`<message to="${HOST}"><x xmlns="${FORMS}" type="submit"><field var="challenge"><value>${challenge.getChildText("value")!}</value></field><field
            var="${OWN}"><value>1</value></field></x></message>`,
    );
    await answerDisco(user);
    await answerDisco(service);
}

/** Whether a stanza answers a request that had an id. */
const answers =
    (id: string) =>
    ({ name, attrs }: XmlElement): boolean =>
        name === "iq" && attrs["id"] === id && (attrs["type"] === "result" || attrs["type"] === "error");

/** What stands in a request or an answer that goes by way of a managing entity. */
const insideOf = (stanza: XmlElement): XmlElement | undefined =>
    stanza.getChild("delegation", DELEGATION)?.getChild("forwarded", FORWARD)?.getChild("iq", "jabber:client");

const forwardedIn = (stanza: XmlElement): XmlElement | undefined =>
    stanza.attrs["type"] === "set" ? insideOf(stanza) : undefined;

/** What an element says, however it is written. Of attributes servers choose the prefixes, and write white space as it is. */
function shapeOf(node: XmlElement | string): unknown {
    if (typeof node === "string") return node;
    const attributes = Object.entries(node.attrs)
        .filter(([name]) => !/^xmlns|:/.test(name))
        .map(([name, value]) => [name, value?.replace(/[\t\n]/g, " ")]);
    return [node.name, node.getNS(), Object.fromEntries(attributes), node.children.map(shapeOf)];
}

describe.each(prosodyVersions())("mod_delegation and any managing entity on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: {
                [HOST]: {
                    users: { romeo: "pw", juliet: "pw", manager: "pw", tybalt: "pw" },
                    modules: ["delegation"],
                    options: {
                        delegation_timeout: TIMEOUT,
                        delegations: {
                            [WORK]: { jid: SERVICE },
                            [FILTERED]: { jid: SERVICE, filtering: ["node"] },
                            [DESK]: { jid: MANAGER },
                        },
                        delegation_client_mode: true,
                        delegation_client_namespaces: [OWN],
                    },
                },
            },
            components: {
                [SERVICE]: { secret: SECRET, modules: ["delegation"] },
                [STRANGER]: { secret: SECRET, modules: ["delegation"] },
            },
        },
    });

    const seed = fuzzSeed();
    it(
        `answers each request once, with the truth or the right error, and leaves nothing behind, seed ${seed}`,
        { timeout: 300_000 },
        async () => {
            prosody.expectLog(/^Refused the answer of \S+ to the iq from (romeo|juliet)@localhost\/phone: /, {
                atLeast: 1,
            });
            const service = await prosody.connectComponent(SERVICE, SECRET);
            await answerDisco(service);
            const manager = await login(prosody, `${MANAGER}/first`);
            const forgers = {
                "a user": await login(prosody, "tybalt@localhost/phone"),
                "a component": await prosody.connectComponent(STRANGER, SECRET),
                "the second client": await login(prosody, `${MANAGER}/second`),
            };
            const entities = { component: service, client: manager };
            const users = {
                romeo: await login(prosody, `${ROMEO}/phone`),
                juliet: await login(prosody, "juliet@localhost/phone"),
            };
            await grant(service, users.romeo);

            let plays = 0;
            let number = 0;
            const asked = { romeo: [] as string[], juliet: [] as string[] };
            /** What nobody has answered yet, and what has to come of it in the end. */
            const unanswered: { user: XmppSession; entity: XmppSession; forwarded: Forwarded }[] = [];

            const judge = (reply: XmlElement, forwarded: Forwarded, ends: Ending | undefined): void => {
                expect(reply.attrs).toMatchObject({ from: forwarded.recipient, to: forwarded.sender });
                const { effect = "refusal", write } = ANSWERS[ends?.answer ?? ""] ?? {};
                if (effect === "result" || effect === "empty") {
                    expect(reply.attrs["type"], reply.toString()).toBe("result");
                    const said = parseXml(write!(forwarded, ends!.said, ends!.rubbish));
                    expect(reply.children.map(shapeOf)).toEqual(insideOf(said)!.children.map(shapeOf));
                } else {
                    expect(reply.attrs["type"], reply.toString()).toBe("error");
                    expect(errorCondition(reply)).toBe(effect === "error" ? "item-not-found" : "service-unavailable");
                    const text = reply.getChild("error")?.getChildText("text", STANZA_ERRORS);
                    expect(text ?? "").toBe(effect === "error" ? ends!.said : "");
                }
            };

            const play = async (wishes: readonly Wish[], suffix: string): Promise<void> => {
                plays += 1;
                // What was on its way when the one before it failed belongs to that.
                await Promise.all([service, manager].map((entity) => entity.roundTrip(HOST)));
                const seen = new Map([...Object.values(users), service, manager].map((of) => [of, of.received.length]));
                const since = (session: XmppSession): XmlElement[] => session.received.slice(seen.get(session));
                const earlier = { romeo: new Set(asked.romeo), juliet: new Set(asked.juliet) };
                const ownRequests: { session: XmppSession; id: string; to: string }[] = [];

                // All ask.
                const requests = [];
                for (const wish of wishes) {
                    const { user, namespace, hasNode, to, type, content } = wish;
                    number += 1;
                    // Both users have the same ids at the same time: their answers must not be mixed up.
                    const id = `${plays}.${asked[user].length - earlier[user].size}-${suffix}`;
                    asked[user].push(id);
                    const attributes = { xmlns: namespace, n: String(number), node: hasNode ? "n" : undefined };
                    await users[user].send(tag("iq", { type, id, to }, tag("query", attributes, content)));
                    requests.push({ wish, number, id });
                }

                // Those who manage are asked for what they manage.
                const open = [];
                for (const { wish, number: which, id } of requests) {
                    const { user, to, type, acts } = wish;
                    const asker = users[user];
                    const manages = managerOf(wish);
                    if (manages === undefined) {
                        const reply = await asker.next(answers(id));
                        expect(reply.attrs["type"], reply.toString()).toBe("error");
                        continue;
                    }
                    const entity = entities[manages];
                    const isIt = (stanza: XmlElement): boolean =>
                        forwardedIn(stanza)?.getChildElements()[0]?.attrs["n"] === String(which);
                    const outer = await entity.next(isIt);
                    expect(outer.attrs).toMatchObject({ from: HOST, to: entity.jid });
                    const inner = forwardedIn(outer)!;
                    expect(inner.attrs).toMatchObject({ type, id, from: asker.jid });
                    // The own account and nobody in particular are the same.
                    expect(inner.attrs["to"] ?? asker.bareJid).toBe(to ?? asker.bareJid);
                    const forwarded: Forwarded = {
                        key: outer.attrs["id"]!,
                        id,
                        sender: asker.jid,
                        recipient: to ?? asker.bareJid,
                        other: users[user === "romeo" ? "juliet" : "romeo"].jid,
                    };
                    open.push({ asker, entity, forwarded, acts, ends: undefined as Ending | undefined });
                }

                // Answers, lies and noise, in turn.
                for (let turn = 0; turn < Math.max(0, ...open.map(({ acts }) => acts.length)); turn++) {
                    const forging = new Set<XmppSession>();
                    for (const request of open) {
                        const { entity, forwarded } = request;
                        const what = request.acts[turn];
                        if (what === undefined) continue;
                        if (what.by === "noise") {
                            const namespace = entity === service ? WORK : DESK;
                            const stanza = parseXml(
                                what.stanza.replaceAll(OWN_JID, entity.jid).replaceAll(OWN_NAMESPACE, namespace),
                            );
                            await entity.send(stanza);
                            const { name, attrs } = stanza;
                            if (name === "iq" && /^(get|set)$/.test(attrs["type"]!) && attrs["id"] !== undefined) {
                                ownRequests.push({ session: entity, id: attrs["id"], to: attrs["to"]! });
                            }
                            continue;
                        }
                        const { effect, ofComponent, write } = ANSWERS[what.answer]!;
                        if (what.by !== "entity") {
                            const forger = forgers[what.by];
                            if (ofComponent) continue;
                            const forged = parseXml(write(forwarded, "a lie", what.rubbish));
                            await forger.send(forged);
                            forging.add(forger);
                        } else if (!ofComponent || entity === service) {
                            const said = `the truth of ${forwarded.key} in turn ${turn}`;
                            await entity.send(write(forwarded, said, what.rubbish));
                            if (effect !== "nothing") request.ends ??= { ...what, said };
                            else if (what.answer === "a request outside") {
                                ownRequests.push({ session: entity, id: forwarded.key, to: HOST });
                            }
                        }
                    }
                    // So that nobody overtakes them.
                    await Promise.all([...forging].map((forger) => forger.roundTrip(HOST)));
                }

                for (const { asker, entity, forwarded, ends } of open) {
                    if (ends === undefined) {
                        unanswered.push({ user: asker, entity, forwarded });
                    } else {
                        judge(await asker.next(answers(forwarded.id)), forwarded, ends);
                    }
                }
                for (const name of USERS) {
                    await users[name].roundTrip();
                    // Time may be over for what was asked before, and nothing else comes of itself.
                    const open = new Set(unanswered.map(({ forwarded }) => forwarded.id));
                    const unasked = users[name]
                        .pending()
                        .filter(({ attrs }) => !open.has(attrs["id"]!) && !earlier[name].has(attrs["id"]!));
                    expect(unasked.map(String)).toEqual([]);
                }
                for (const entity of [service, manager]) {
                    await entity.roundTrip(HOST);
                    const others = since(entity)
                        .map(forwardedIn)
                        .filter((inner) => inner !== undefined);
                    const mine = open.filter((request) => request.entity === entity);
                    expect(others.map(String)).toHaveLength(mine.length);
                }
                // The entities' own requests have one answer each too.
                for (const { session, id, to } of ownRequests) {
                    const same = ownRequests.filter(
                        (other) => other.session === session && other.id === id && other.to === to,
                    );
                    const replies = since(session)
                        .filter(answers(id))
                        .filter(({ attrs }) => attrs["from"] === to);
                    expect(replies.map(String), id).toHaveLength(same.length);
                }
            };

            const first: Wish = {
                user: "romeo",
                namespace: WORK,
                hasNode: false,
                to: HOST,
                type: "get",
                content: "",
                acts: [{ by: "entity", answer: "the other user inside", rubbish: "" }],
            };
            await play([first, { ...first, namespace: OWN }, { ...first, namespace: DESK, user: "juliet" }], "a");
            // Each answer is in before its time is over, but the timers are there until then.
            const before = await takeFootprintAfter(prosody, TIMEOUT);
            // A failure names its seed and the shortest conduct that shows it.
            await fc.assert(
                fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 8, size: "max" }), stanzaId, play),
                {
                    numRuns: CASES,
                    seed,
                },
            );

            for (const { user, forwarded } of unanswered) {
                const reply = await user.next(answers(forwarded.id), (TIMEOUT + 5) * 1000);
                judge(reply, forwarded, undefined);
            }
            for (const { entity, forwarded } of unanswered) {
                await entity.send(ANSWERS["a result"]!.write(forwarded, "too late", ""));
                await entity.roundTrip(HOST);
            }
            for (const name of USERS) {
                await users[name].roundTrip();
                expect(users[name].pending().map(String)).toEqual([]);
                for (const id of asked[name]) {
                    expect(users[name].received.filter(answers(id)).map(String), id).toHaveLength(1);
                }
            }
            await expectNothingLeft(prosody, before);
        },
    );
});
