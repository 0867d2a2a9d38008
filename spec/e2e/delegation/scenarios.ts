/**
 * What a user, an admin or a managing entity may expect of namespace delegation, as data: played to this project's
 * mod_delegation and to the hand-written one that Debian ships, with the same servers, clients and components.
 */
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import {
    errorCondition,
    takeFootprint,
    xml,
    type ProsodyConfig,
    type ProsodyServer,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";

export const HOST = "localhost";
export const SERVICE = "service.localhost";
const SECRET = "s";
const WORK = "urn:example:work";
const FILTERED = "urn:example:filtered";
const DESK = "urn:example:desk";
const VERSION = "jabber:iq:version";
const ROSTER = "jabber:iq:roster";
const PUBSUB = "http://jabber.org/protocol/pubsub";
const FORWARD = "urn:xmpp:forward:0";
const DISCO_INFO = "http://jabber.org/protocol/disco#info";
const DISCO_ITEMS = "http://jabber.org/protocol/disco#items";
/** What the rest of disco is called; in the XEP's older version there was one name, for disco#items alone. */
const remainingNames = (namespace: string): string[] =>
    namespace.endsWith(":1")
        ? ["http://jabber.org/protocol/disco#items:*"]
        : [`${namespace}:bare:disco#items:*`, `${namespace}:bare:disco#info:*`];

/** Milliseconds to wait for what may never come. */
const PATIENCE = 3000;

const users = { romeo: "r", juliet: "j", manager: "m" };
type User = keyof typeof users;

/** Seconds that a managing entity has, where the module knows of such a limit. */
const TIMEOUT = 2;

/** Configuration that both modules read. `namespace` is that of the XEP's version: 1 is all that Debian 11's module knows. */
export function configFor(namespace: string): ProsodyConfig {
    return {
        hosts: {
            [HOST]: {
                users,
                modules: ["delegation", "version", "pep"],
                options: {
                    delegation_timeout: TIMEOUT,
                    delegation_version: Number(namespace.slice(-1)),
                    delegation_client_mode: true,
                    delegations: {
                        [WORK]: { jid: SERVICE },
                        [FILTERED]: { jid: SERVICE, filtering: ["node"] },
                        [VERSION]: { jid: SERVICE },
                        [ROSTER]: { jid: SERVICE },
                        [PUBSUB]: { jid: SERVICE },
                        ...Object.fromEntries(remainingNames(namespace).map((name) => [name, { jid: SERVICE }])),
                        [DESK]: { jid: "manager@localhost" },
                    },
                },
            },
        },
        components: { [SERVICE]: { secret: SECRET, modules: ["delegation"] } },
    };
}

/** What a scenario plays with. */
export interface Stage {
    readonly server: ProsodyServer;
    /** The XEP's namespace that the module speaks. */
    readonly namespace: string;
    /** Logs a client in; it is logged out when the scenario is over. */
    login(jid: string, password: string): Promise<XmppSession>;
    /** Connects a component; it is disconnected when the scenario is over. */
    connect(domain: string, secret: string): Promise<XmppSession>;
}

export interface Scenario {
    /** What is expected, as the end of a sentence that begins with "The module". */
    readonly name: string;
    /** Where XEP-0355, version 0.5, asks for it; absent where plain robustness does. */
    readonly section?: string;
    /** The version of the XEP's namespace that has it, where the older one has not. */
    readonly since?: 2;
    /** It may leave a server behind that is of no use to others. */
    readonly ownServer?: true;
    readonly play: (stage: Stage) => Promise<void>;
}

/** Debian 11 has the hand-written module as of the XEP's older namespace, so that both are asked to speak that there. */
export const namespaceFor = (version: string): string => `urn:xmpp:delegation:${version.startsWith("0.11") ? 1 : 2}`;

/** Whether a scenario is about what the namespace of that Prosody version has. */
export const isFor = (version: string, { since }: Scenario): boolean =>
    since === undefined || namespaceFor(version).endsWith(`:${since}`);

// --------------------------------------------------------------------------------------------------- what is sent and seen

const isForwarded = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";

const serve = (stage: Stage): Promise<XmppSession> => stage.connect(SERVICE, SECRET);
const client = (stage: Stage, user: User, resource = "phone"): Promise<XmppSession> =>
    stage.login(`${user}@${HOST}/${resource}`, users[user]);

/** Logs a user in who is the first to ask for nothing: what comes of logging in is not waited for. */
const romeoOf = (stage: Stage): Promise<XmppSession> => client(stage, "romeo");

const request = (namespace: string, to?: string, attributes: Readonly<Record<string, string>> = {}): XmlElement => {
    const stanza = xml`<iq type="get"><query xmlns="${namespace}"/></iq>`;
    Object.assign(stanza.getChildElements()[0]!.attrs, attributes);
    if (to !== undefined) stanza.attrs["to"] = to;
    return stanza;
};

function unwrap({ namespace }: Stage, stanza: XmlElement): XmlElement {
    const inner = stanza
        .getChild("delegation", namespace)
        ?.getChild("forwarded", FORWARD)
        ?.getChild("iq", "jabber:client");
    if (!inner) throw new Error(`Nothing is forwarded in ${stanza.toString()}`);
    return inner;
}

function wrap({ namespace }: Stage, outer: XmlElement, inner: XmlElement | string): XmlElement {
    const { id = "", from = "" } = outer.attrs;
    return xml`<iq type="result" id="${id}" to="${from}"><delegation xmlns="${namespace}"><forwarded xmlns="${FORWARD}">${inner}</forwarded></delegation></iq>`;
}

function result(inner: XmlElement, text: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
    const { id = "", from = "" } = inner.attrs;
    const iq = xml`<iq xmlns="jabber:client" type="result" id="${id}" to="${from}"><done xmlns="${WORK}">${text}</done></iq>`;
    Object.assign(iq.attrs, attributes);
    return iq;
}

/** The next request that is forwarded to an entity is answered. @returns what was forwarded. */
async function answer(stage: Stage, entity: XmppSession, text: string): Promise<XmlElement> {
    const outer = await entity.next(isForwarded, PATIENCE);
    const inner = unwrap(stage, outer);
    await entity.send(wrap(stage, outer, result(inner, text)));
    return inner;
}

const textOf = (stanza: XmlElement): string | null => stanza.getChildText("done", WORK);

/** The user has exactly one answer, and it is this error. */
async function expectRefusal(user: XmppSession, asking: Promise<XmlElement>): Promise<void> {
    expect(errorCondition(await asking)).toBe("service-unavailable");
    await user.roundTrip();
    expect(user.pending(({ name }) => name === "iq").map(String)).toEqual([]);
}

/** Asks; nobody has to be listening yet when no answer comes. */
function ask(user: XmppSession, stanza: XmlElement, patience = PATIENCE): Promise<XmlElement> {
    const asking = user.iq(stanza, patience);
    asking.catch(() => {});
    return asking;
}

const discoTexts = (stanza: XmlElement): string[] =>
    (stanza.getChild("query", DISCO_INFO)?.getChildElements() ?? []).map(({ name, attrs }) =>
        name === "feature" ? (attrs["var"] ?? "") : `${name} ${attrs["category"] ?? ""}/${attrs["type"] ?? ""}`,
    );

const disco = async (user: XmppSession, to: string): Promise<string[]> =>
    discoTexts(await ask(user, request(DISCO_INFO, to)));

async function answerDisco(entity: XmppSession, node: string, content: string): Promise<void> {
    const question = await entity.next(
        (stanza) => stanza.getChild("query", DISCO_INFO)?.attrs["node"] === node,
        PATIENCE,
    );
    const { id = "", from = "" } = question.attrs;
    await entity.send(
        `<iq type="result" id="${id}" to="${from}"><query xmlns="${DISCO_INFO}" node="${node}">${content}</query></iq>`,
    );
    await entity.roundTrip(HOST);
}

const advertisement =
    ({ namespace }: Stage) =>
    (stanza: XmlElement): boolean =>
        stanza.name === "message" && stanza.getChild("delegation", namespace) !== undefined;

async function manage(stage: Stage, resource: string): Promise<XmppSession> {
    const manager = await client(stage, "manager", resource);
    await manager.send("<presence/>");
    await manager.roundTrip();
    return manager;
}

/** An answer that is wrong in one way leaves the user with service-unavailable. */
const refusesAnswer = (
    what: string,
    make: (stage: Stage, outer: XmlElement, inner: XmlElement) => XmlElement,
): Scenario => ({
    name: `gives the user service-unavailable for an answer ${what}`,
    section: "4.3",
    async play(stage) {
        const service = await serve(stage);
        const romeo = await romeoOf(stage);
        const asking = ask(romeo, request(WORK, HOST));
        const outer = await service.next(isForwarded, PATIENCE);
        await service.send(make(stage, outer, unwrap(stage, outer)));
        await expectRefusal(romeo, asking);
    },
});

const forwardsTo = (what: string, to: string | undefined, from: string): Scenario => ({
    name: `forwards an IQ to ${what}, and passes the answer on`,
    section: "4.3",
    async play(stage) {
        const service = await serve(stage);
        const romeo = await romeoOf(stage);
        const asking = ask(romeo, request(WORK, to));
        const outer = await service.next(isForwarded, PATIENCE);
        const inner = unwrap(stage, outer);
        expect(inner.attrs["from"]).toBe(romeo.jid);
        await service.send(wrap(stage, outer, result(inner, "done", { from })));
        const got = await asking;
        expect([textOf(got), got.attrs["from"]]).toEqual(["done", from]);
    },
});

const asksForItems = (what: string, to: string, attributes: Readonly<Record<string, string>>): Scenario => ({
    name: `asks the entity for the items of ${what}`,
    section: "7.2.5",
    async play(stage) {
        const service = await serve(stage);
        const romeo = await romeoOf(stage);
        const asking = ask(romeo, request(DISCO_ITEMS, to, attributes));
        await answer(stage, service, "items");
        expect(textOf(await asking)).toBe("items");
    },
});

// ------------------------------------------------------------------------------------------------------------- the scenarios

export const scenarios: readonly Scenario[] = [
    {
        name: "tells a component what is delegated to it, and nothing else",
        section: "4.2",
        async play(stage) {
            const service = await serve(stage);
            const message = await service.next(advertisement(stage), PATIENCE);
            const delegated = message.getChild("delegation", stage.namespace)!.getChildren("delegated");
            const named = delegated.map(({ attrs }) => attrs["namespace"]);
            for (const namespace of [WORK, FILTERED, VERSION, ROSTER, PUBSUB]) expect(named).toContain(namespace);
            expect(named).not.toContain(DESK);
            const filtered = delegated.find(({ attrs }) => attrs["namespace"] === FILTERED)!;
            expect(filtered.getChildren("attribute").map(({ attrs }) => attrs["name"])).toEqual(["node"]);
        },
    },
    forwardsTo("the host", HOST, HOST),
    forwardsTo("another account", "juliet@localhost", "juliet@localhost"),
    forwardsTo("the sender's own account", "romeo@localhost", "romeo@localhost"),
    forwardsTo("nobody in particular", undefined, "romeo@localhost"),
    {
        name: "puts the recipient's name on an answer that names no sender, as the XEP's examples do",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(WORK, "juliet@localhost"));
            await answer(stage, service, "done");
            expect((await asking).attrs["from"]).toBe("juliet@localhost");
        },
    },
    {
        name: "wins over what the server itself does for an IQ to the host",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(VERSION, HOST));
            await answer(stage, service, "mine");
            expect(textOf(await asking)).toBe("mine");
        },
    },
    {
        name: "wins over what the server itself does for an IQ to nobody in particular",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(ROSTER));
            await answer(stage, service, "mine");
            expect(textOf(await asking)).toBe("mine");
        },
    },
    {
        name: "leaves IQs to full JIDs to the client there",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const juliet = await client(stage, "juliet");
            const stanza = request(WORK, juliet.jid);
            stanza.attrs["id"] = "d1";
            await romeo.send(stanza);
            await juliet.next((received) => received.getChild("query", WORK) !== undefined, PATIENCE);
            await service.roundTrip(HOST);
            expect(service.pending(isForwarded)).toEqual([]);
        },
    },
    {
        name: "forwards what has the filtering attributes, and leaves the rest to the server",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            expect(errorCondition(await ask(romeo, request(FILTERED, HOST)))).toBe("service-unavailable");
            await service.roundTrip(HOST);
            expect(service.pending(isForwarded)).toEqual([]);
            const asking = ask(romeo, request(FILTERED, HOST, { node: "n" }));
            await answer(stage, service, "filtered");
            expect(textOf(await asking)).toBe("filtered");
        },
    },
    {
        name: "does not forward the managing entity's own IQs",
        section: "4.3.1",
        async play(stage) {
            const service = await serve(stage);
            const got = await ask(service, request(VERSION, HOST));
            expect(got.getChild("query", VERSION)?.getChildText("name")).toBe("Prosody");
        },
    },
    {
        name: "passes an error inside an answer on",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(WORK, HOST));
            const outer = await service.next(isForwarded, PATIENCE);
            const { id = "", from = "" } = unwrap(stage, outer).attrs;
            const error = xml`<iq xmlns="jabber:client" type="error" id="${id}" to="${from}"><error type="cancel"><item-not-found
                xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`;
            await service.send(wrap(stage, outer, error));
            expect(errorCondition(await asking)).toBe("item-not-found");
        },
    },
    {
        name: "gives the user service-unavailable where the entity answers with an error",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(WORK, HOST));
            const { id = "", from = "" } = (await service.next(isForwarded, PATIENCE)).attrs;
            await service.send(
                xml`<iq type="error" id="${id}" to="${from}"><error type="cancel"><item-not-found
                    xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
            );
            await expectRefusal(romeo, asking);
        },
    },
    refusesAnswer("with another id", (stage, outer, inner) => wrap(stage, outer, result(inner, "x", { id: "other" }))),
    refusesAnswer("to another user", (stage, outer, inner) =>
        wrap(stage, outer, result(inner, "x", { to: "juliet@localhost" })),
    ),
    refusesAnswer("with a forged sender", (stage, outer, inner) =>
        wrap(stage, outer, result(inner, "x", { from: "bank.localhost" })),
    ),
    refusesAnswer("that is a request", (stage, outer, inner) =>
        wrap(stage, outer, result(inner, "x", { type: "set" })),
    ),
    refusesAnswer("of another version", (stage, outer, inner) =>
        wrap({ ...stage, namespace: "urn:xmpp:delegation:0" }, outer, result(inner, "x")),
    ),
    refusesAnswer("with nothing inside", (stage, outer) => wrap(stage, outer, "")),
    refusesAnswer(
        "without content",
        (_, { attrs }) => xml`<iq type="result" id="${attrs["id"] ?? ""}" to="${attrs["from"] ?? ""}"/>`,
    ),
    {
        name: "takes no offence at white space inside an answer",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(WORK, HOST));
            const outer = await service.next(isForwarded, PATIENCE);
            const { id = "", from = "" } = outer.attrs;
            await service.send(
                xml`<iq type="result" id="${id}" to="${from}">
                    <delegation xmlns="${stage.namespace}">
                        <forwarded xmlns="${FORWARD}">
                            ${result(unwrap(stage, outer), "with space")}
                        </forwarded>
                    </delegation>
                </iq>`,
            );
            expect(textOf(await asking)).toBe("with space");
        },
    },
    {
        name: "lets nobody else answer, or end the waiting, with a guessed id",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const juliet = await client(stage, "juliet");
            const asking = ask(romeo, request(WORK, HOST));
            const outer = await service.next(isForwarded, PATIENCE);
            await juliet.send(wrap(stage, outer, result(unwrap(stage, outer), "forged")));
            await juliet.send(xml`<iq type="error" id="${outer.attrs["id"] ?? ""}" to="localhost"/>`);
            await juliet.roundTrip();
            await service.send(wrap(stage, outer, result(unwrap(stage, outer), "true")));
            expect(textOf(await asking)).toBe("true");
        },
    },
    {
        name: "gives the user service-unavailable while the entity is not connected",
        section: "4.3",
        async play(stage) {
            const romeo = await romeoOf(stage);
            await expectRefusal(romeo, ask(romeo, request(WORK, HOST)));
        },
    },
    {
        name: "gives the user service-unavailable where the entity goes with a request in flight, and after that",
        section: "4.3",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(WORK, HOST));
            await service.next(isForwarded, PATIENCE);
            service.cut();
            await expectRefusal(romeo, asking);
            await expectRefusal(romeo, ask(romeo, request(WORK, HOST)));
        },
    },
    {
        name: "gives the user service-unavailable where the entity never answers",
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(WORK, HOST), TIMEOUT * 1000 + PATIENCE);
            await service.next(isForwarded, PATIENCE);
            await expectRefusal(romeo, asking);
        },
    },
    {
        name: "leaves no event handlers behind of requests that are never answered",
        ownServer: true,
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            await romeo.roundTrip();
            await service.roundTrip(HOST);
            const before = await takeFootprint(stage.server);
            for (let index = 0; index < 20; index++) {
                const stanza = request(WORK, HOST);
                stanza.attrs["id"] = `u${index}`;
                await romeo.send(stanza);
            }
            for (let index = 0; index < 20; index++) await service.next(isForwarded, PATIENCE);
            await delay(TIMEOUT * 1000 + 500);
            expect((await takeFootprint(stage.server)).handlers).toBe(before.handlers);
        },
    },
    {
        name: "keeps requests in flight and the connected entity over a reload",
        ownServer: true,
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(WORK, HOST));
            const outer = await service.next(isForwarded, PATIENCE);
            await stage.server.reload("delegation", HOST);
            await service.send(wrap(stage, outer, result(unwrap(stage, outer), "over a reload")));
            expect(textOf(await asking)).toBe("over a reload");
            const next = ask(romeo, request(WORK, HOST));
            await answer(stage, service, "after it");
            expect(textOf(await next)).toBe("after it");
        },
    },
    {
        name: "is gone when it is unloaded: nothing is advertised any more",
        ownServer: true,
        async play(stage) {
            await stage.server.unload("delegation", HOST);
            const service = await serve(stage);
            await service.roundTrip(HOST);
            expect(service.pending(advertisement(stage))).toEqual([]);
            const romeo = await romeoOf(stage);
            expect((await ask(romeo, request(VERSION, HOST))).attrs["type"]).toBe("result");
        },
    },
    {
        name: "announces itself in the host's disco#info",
        section: "7.1",
        async play(stage) {
            const romeo = await romeoOf(stage);
            expect(await disco(romeo, HOST)).toContain(stage.namespace);
        },
    },
    {
        name: "hides what the server itself says about a delegated namespace, where its module comes later",
        section: "7.2.1",
        ownServer: true,
        async play(stage) {
            const romeo = await romeoOf(stage);
            await stage.server.unload("version", HOST);
            await stage.server.load("version", HOST);
            expect(await disco(romeo, HOST)).not.toContain(VERSION);
        },
    },
    {
        name: "hides what the server itself says about a delegated namespace, where its module came first",
        section: "7.2.1",
        ownServer: true,
        async play(stage) {
            const romeo = await romeoOf(stage);
            await stage.server.unload("delegation", HOST);
            await stage.server.unload("version", HOST);
            await stage.server.load("version", HOST);
            await stage.server.load("delegation", HOST);
            expect(await disco(romeo, HOST)).not.toContain(VERSION);
        },
    },
    {
        name: "puts back what it hid when it is unloaded",
        ownServer: true,
        async play(stage) {
            const romeo = await romeoOf(stage);
            await stage.server.unload("version", HOST);
            await stage.server.load("version", HOST);
            await stage.server.unload("delegation", HOST);
            expect(await disco(romeo, HOST)).toContain(VERSION);
        },
    },
    {
        name: "shows what the entity says about the host while it is connected, and asks again after each connection",
        section: "7.2.1",
        ownServer: true,
        async play(stage) {
            const romeo = await romeoOf(stage);
            for (const feature of [`${WORK}#first`, `${WORK}#second`]) {
                const service = await serve(stage);
                await answerDisco(
                    service,
                    `${stage.namespace}::${WORK}`,
                    `<identity category="work" type="hard"/><feature var="${feature}"/>`,
                );
                const during = await disco(romeo, HOST);
                expect(during).toEqual(expect.arrayContaining([feature, "identity work/hard"]));
                service.cut();
                await delay(200);
                const after = await disco(romeo, HOST);
                expect(after).not.toContain(feature);
            }
        },
    },
    {
        name: "shows what the entity says about accounts, in place of the server's own",
        section: "7.2.2",
        ownServer: true,
        async play(stage) {
            const romeo = await romeoOf(stage);
            expect(await disco(romeo, "romeo@localhost")).not.toContain("identity pubsub/pep");
            const service = await serve(stage);
            await answerDisco(
                service,
                `${stage.namespace}:bare:${PUBSUB}`,
                `<identity category="pubsub" type="theirs"/><feature var="${PUBSUB}#theirs"/>`,
            );
            const shown = (await disco(romeo, "romeo@localhost")).filter((text) => text.includes("pubsub"));
            expect(shown.sort()).toEqual([`${PUBSUB}#theirs`, "identity pubsub/theirs"].sort());
        },
    },
    {
        name: "shows the entity's extensions of disco (XEP-0128)",
        section: "7.2.3",
        ownServer: true,
        async play(stage) {
            const romeo = await romeoOf(stage);
            const service = await serve(stage);
            const form = `<x xmlns="jabber:x:data" type="result"><field var="FORM_TYPE" type="hidden"><value>${WORK}</value></field></x>`;
            await answerDisco(service, `${stage.namespace}::${WORK}`, form);
            const stanza = await ask(romeo, request(DISCO_INFO, HOST));
            expect(stanza.toString()).toContain(`<value>${WORK}</value>`);
        },
    },
    {
        name: "lets users log in whatever an entity says of its features",
        ownServer: true,
        async play(stage) {
            const service = await serve(stage);
            const before = await romeoOf(stage);
            await answerDisco(
                service,
                `${stage.namespace}::${WORK}`,
                `<feature/><identity/><feature var="${WORK}#ok"/>`,
            );
            expect(await disco(before, HOST)).toContain(`${WORK}#ok`);
            const juliet = await client(stage, "juliet");
            await juliet.roundTrip();
        },
    },
    asksForItems("the sender's own account", "romeo@localhost", {}),
    asksForItems("another account", "juliet@localhost", {}),
    asksForItems("a node of the sender's own account that the server does not know", "romeo@localhost", {
        node: "unknown",
    }),
    asksForItems("a node of another account", "juliet@localhost", { node: "unknown" }),
    {
        name: "asks the entity about a node of an account that the server does not know",
        section: "7.2.4",
        since: 2,
        async play(stage) {
            const service = await serve(stage);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(DISCO_INFO, "romeo@localhost", { node: "unknown" }));
            await answer(stage, service, "info");
            expect(textOf(await asking)).toBe("info");
        },
    },
    {
        name: "lets a client be the managing entity",
        section: "4.2",
        async play(stage) {
            const manager = await manage(stage, "first");
            await manager.next(advertisement(stage), PATIENCE);
            const romeo = await romeoOf(stage);
            const asking = ask(romeo, request(DESK, HOST));
            await answer(stage, manager, "by a client");
            expect(textOf(await asking)).toBe("by a client");
        },
    },
    {
        name: "hands over to the next resource of a managing account when the first leaves",
        ownServer: true,
        async play(stage) {
            const first = await manage(stage, "first");
            const second = await manage(stage, "second");
            const romeo = await romeoOf(stage);
            await first.send('<presence type="unavailable"/>');
            await first.roundTrip();
            const asking = ask(romeo, request(DESK, HOST));
            await answer(stage, second, "second");
            expect(textOf(await asking)).toBe("second");
        },
    },
    {
        name: "asks a user whether an entity may manage a namespace, and lets it (client mode)",
        section: "5.1",
        ownServer: true,
        async play(stage) {
            const namespace = "urn:xmpp:mam:2";
            const service = await serve(stage);
            const juliet = await client(stage, "juliet");
            await juliet.send("<presence/>");
            await juliet.roundTrip();
            const granted = await ask(
                service,
                xml`<iq type="get" to="localhost"><query xmlns="${stage.namespace}" to="juliet@localhost"><delegate namespace="${namespace}"/></query></iq>`,
            );
            expect(granted.attrs["type"]).toBe("result");
            const form = (await juliet.next((stanza) => stanza.getChild("x", "jabber:x:data") !== undefined, PATIENCE))
                .getChild("x", "jabber:x:data")!
                .getChildren("field");
            const challenge = form.find(({ attrs }) => attrs["var"] === "challenge")!.getChildText("value")!;
            await juliet.send(
                xml`<message to="localhost"><x xmlns="jabber:x:data" type="submit"><field var="challenge"><value>${challenge}</value></field><field var="${namespace}"><value>1</value></field></x></message>`,
            );
            await service.next(
                (stanza) => stanza.getChild("delegation", stage.namespace)?.attrs["to"] === "juliet@localhost",
                PATIENCE,
            );
            const asking = ask(juliet, request(namespace));
            await answer(stage, service, "for juliet");
            expect(textOf(await asking)).toBe("for juliet");
        },
    },
];
