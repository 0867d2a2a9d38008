import { describe, expect, it } from "vitest";
import {
    errorCondition,
    prosodyVersions,
    useProsody,
    xml,
    type ProsodyConfig,
    type XmlElement,
    type XmppSession,
} from "../../src/testing/index.ts";

const SERVICE = "service.localhost";
const SECRET = "s";
const WORK = "urn:example:work";
const FILTERED = "urn:example:filtered";
const DESK = "urn:example:desk";
const VERSION = "jabber:iq:version";
const PUBSUB = "http://jabber.org/protocol/pubsub";
const DELEGATION = "urn:xmpp:delegation:2";
const DELEGATION_1 = "urn:xmpp:delegation:1";
const FORWARD = "urn:xmpp:forward:0";
const DISCO_INFO = "http://jabber.org/protocol/disco#info";
const DISCO_ITEMS = "http://jabber.org/protocol/disco#items";

const isForwarded = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";
const isAdvertisement = (stanza: XmlElement): boolean =>
    stanza.name === "message" && stanza.getChildElements().some(({ name }) => name === "delegation");

/** What stands in a forwarded request. */
function unwrap(stanza: XmlElement, version = DELEGATION): XmlElement {
    const inner = stanza
        .getChild("delegation", version)
        ?.getChild("forwarded", FORWARD)
        ?.getChild("iq", "jabber:client");
    if (!inner) throw new Error(`Nothing is forwarded in ${stanza.toString()}`);
    return inner;
}

/** An answer of a managing entity around what the user is to get. */
function wrap(stanza: XmlElement, inner: XmlElement | string, version = DELEGATION): XmlElement {
    const { id = "", from = "" } = stanza.attrs;
    // With white space between the elements, as some entities write it.
    return xml`<iq type="result" id="${id}" to="${from}">
        <delegation xmlns="${version}">
            <forwarded xmlns="${FORWARD}">
                ${inner}
            </forwarded>
        </delegation>
    </iq>`;
}

/** What the user is to get for a request, with attributes of another choice. */
function result(request: XmlElement, text: string, attributes: Record<string, string> = {}): XmlElement {
    const { id = "", from = "" } = request.attrs;
    const iq = xml`<iq xmlns="jabber:client" type="result" id="${id}" to="${from}"><done xmlns="${WORK}">${text}</done></iq>`;
    Object.assign(iq.attrs, attributes);
    return iq;
}

const request = (namespace: string, to?: string, type: "get" | "set" = "get"): XmlElement => {
    const stanza = xml`<iq type="${type}"><query xmlns="${namespace}"/></iq>`;
    if (to !== undefined) stanza.attrs["to"] = to;
    return stanza;
};

const delegatedIn = (advertisement: XmlElement, version = DELEGATION): [string | undefined, (string | undefined)[]][] =>
    (advertisement.getChild("delegation", version)?.getChildren("delegated") ?? []).map((delegated) => [
        delegated.attrs["namespace"],
        delegated.getChildren("attribute").map(({ attrs }) => attrs["name"]),
    ]);

const features = (answer: XmlElement): (string | undefined)[] =>
    (answer.getChild("query", DISCO_INFO)?.getChildren("feature") ?? []).map(({ attrs }) => attrs["var"]);
const identities = (answer: XmlElement): string[] =>
    (answer.getChild("query", DISCO_INFO)?.getChildren("identity") ?? []).map(
        ({ attrs }) => `${attrs["category"]}/${attrs["type"]}`,
    );
const forms = (answer: XmlElement): number =>
    answer.getChild("query", DISCO_INFO)?.getChildren("x", "jabber:x:data").length ?? 0;

const discoInfo = (to: string, node?: string): XmlElement => {
    const stanza = request(DISCO_INFO, to);
    if (node !== undefined) stanza.getChildElements()[0]!.attrs["node"] = node;
    return stanza;
};

/** Answers a question about a node of disco nesting. */
async function answerDisco(entity: XmppSession, node: string, content: string): Promise<void> {
    const question = await entity.next((stanza) => stanza.getChild("query", DISCO_INFO)?.attrs["node"] === node);
    const { id = "", from = "" } = question.attrs;
    await entity.send(
        `<iq type="result" id="${id}" to="${from}"><query xmlns="${DISCO_INFO}" node="${node}">${content}</query></iq>`,
    );
}

const users = { romeo: "r", juliet: "j", manager: "m" };

describe.each(prosodyVersions())("mod_delegation on Prosody %s", (version) => {
    const config: ProsodyConfig = {
        hosts: {
            localhost: {
                users,
                modules: ["delegation", "version", "pep"],
                options: {
                    delegation_timeout: 2,
                    delegations: {
                        [WORK]: { jid: SERVICE },
                        [FILTERED]: { jid: SERVICE, filtering: ["node"] },
                        [VERSION]: { jid: SERVICE },
                        [PUBSUB]: { jid: SERVICE },
                        [DESK]: { jid: "manager@localhost" },
                        [`${DELEGATION}:bare:disco#info:*`]: { jid: SERVICE },
                        [`${DELEGATION}:bare:disco#items:*`]: { jid: SERVICE },
                    },
                },
            },
        },
        components: { [SERVICE]: { secret: SECRET, modules: ["delegation"] } },
    };

    describe("a component", () => {
        const prosody = useProsody({ version, config });
        const login = (): Promise<XmppSession> => prosody.connect("romeo@localhost/orchard", "r");
        const serve = (): Promise<XmppSession> => prosody.connectComponent(SERVICE, SECRET);

        it("is told what is delegated to it, and nothing else", async () => {
            const service = await serve();
            const advertisement = await service.next(isAdvertisement);
            expect(advertisement.attrs["from"]).toBe("localhost");
            expect(delegatedIn(advertisement).sort()).toEqual(
                [
                    [WORK, []],
                    [FILTERED, ["node"]],
                    [VERSION, []],
                    [PUBSUB, []],
                    [`${DELEGATION}:bare:disco#info:*`, []],
                    [`${DELEGATION}:bare:disco#items:*`, []],
                ].sort(),
            );
            await service.roundTrip("localhost");
            expect(service.pending(isAdvertisement)).toEqual([]);
        });

        it.each([
            ["the host", "localhost", "localhost"],
            ["another account", "juliet@localhost", "juliet@localhost"],
            ["the own account", "romeo@localhost", "romeo@localhost"],
            ["nobody", undefined, "romeo@localhost"],
        ])("answers a request to %s", async (_, to, from) => {
            const service = await serve();
            const romeo = await login();
            const asking = romeo.iq(request(WORK, to, "set"));
            const stanza = await service.next(isForwarded);
            expect(stanza.attrs).toMatchObject({ type: "set", from: "localhost", to: SERVICE });
            const inner = unwrap(stanza);
            expect(inner.attrs).toMatchObject({ type: "set", from: romeo.jid });
            expect(inner.getChild("query", WORK)).toBeDefined();
            await service.send(wrap(stanza, result(inner, "„fertig“")));
            const answer = await asking;
            expect(answer.attrs).toMatchObject({ type: "result", from, to: romeo.jid });
            expect(answer.getChildText("done", WORK)).toBe("„fertig“");
        });

        it("wins over the server's own handler, while full JIDs are the user's", async () => {
            const service = await serve();
            const romeo = await login();
            const juliet = await prosody.connect("juliet@localhost/balcony", "j");
            const asking = romeo.iq(request(VERSION, "localhost"));
            const stanza = await service.next(isForwarded);
            await service.send(wrap(stanza, result(unwrap(stanza), "mine")));
            expect((await asking).getChildText("done", WORK)).toBe("mine");
            const direct = request(WORK, juliet.jid);
            direct.attrs["id"] = "d1";
            await romeo.send(direct);
            expect((await juliet.next()).getChild("query", WORK)).toBeDefined();
            await service.roundTrip("localhost");
            expect(service.pending(({ attrs }) => attrs["type"] === "set")).toEqual([]);
        });

        it("gets what has the filtering attribute; the server the rest", async () => {
            const service = await serve();
            const romeo = await login();
            expect(errorCondition(await romeo.iq(request(FILTERED, "localhost")))).toBe("service-unavailable");
            await service.roundTrip("localhost");
            expect(service.pending(({ attrs }) => attrs["type"] === "set")).toEqual([]);
            const filtered = request(FILTERED, "localhost");
            filtered.getChildElements()[0]!.attrs["node"] = "n";
            const asking = romeo.iq(filtered);
            const stanza = await service.next(isForwarded);
            await service.send(wrap(stanza, result(unwrap(stanza), "filtered")));
            expect((await asking).getChildText("done", WORK)).toBe("filtered");
        });

        it("can pass an error to the user", async () => {
            const service = await serve();
            const romeo = await login();
            const asking = romeo.iq(request(WORK, "localhost"));
            const stanza = await service.next(isForwarded);
            const { id = "", from = "" } = unwrap(stanza).attrs;
            await service.send(
                wrap(
                    stanza,
                    xml`<iq xmlns="jabber:client" type="error" id="${id}" to="${from}"><error type="cancel"><item-not-found
                        xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
                ),
            );
            const answer = await asking;
            expect([errorCondition(answer), answer.attrs["from"]]).toEqual(["item-not-found", "localhost"]);
        });

        it("that answers with an error leaves service-unavailable to the user", async () => {
            const service = await serve();
            const romeo = await login();
            const asking = romeo.iq(request(WORK, "localhost"));
            const { id = "", from = "" } = (await service.next(isForwarded)).attrs;
            await service.send(
                xml`<iq type="error" id="${id}" to="${from}"><error type="cancel"><item-not-found
                    xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
            );
            expect(errorCondition(await asking)).toBe("service-unavailable");
        });

        it.each<[string, (stanza: XmlElement, inner: XmlElement) => XmlElement]>([
            ["another id", (stanza, inner) => wrap(stanza, result(inner, "x", { id: "other" }))],
            ["another user", (stanza, inner) => wrap(stanza, result(inner, "x", { to: "juliet@localhost" }))],
            ["a forged sender", (stanza, inner) => wrap(stanza, result(inner, "x", { from: "bank.localhost" }))],
            ["a request", (stanza, inner) => wrap(stanza, result(inner, "x", { type: "set" }))],
            ["no namespace", (stanza, inner) => wrap(stanza, result(inner, "x", { xmlns: FORWARD }))],
            ["an error without reason", (stanza, inner) => wrap(stanza, result(inner, "x", { type: "error" }))],
            ["another version", (stanza, inner) => wrap(stanza, result(inner, "x"), DELEGATION_1)],
            ["nothing forwarded", (stanza) => wrap(stanza, "")],
            ["nothing", ({ attrs }) => xml`<iq type="result" id="${attrs["id"] ?? ""}" to="${attrs["from"] ?? ""}"/>`],
        ])("that answers with %s is refused, and the user told", async (_, answer) => {
            const service = await serve();
            const romeo = await login();
            prosody.expectLog(/^Refused the answer of service\.localhost to the iq from romeo@localhost\/orchard: /);
            const asking = romeo.iq(request(WORK, "localhost"));
            const stanza = await service.next(isForwarded);
            await service.send(answer(stanza, unwrap(stanza)));
            const got = await asking;
            expect([errorCondition(got), got.attrs["from"]]).toEqual(["service-unavailable", "localhost"]);
            // Once is enough, whatever comes after it.
            await service.send(wrap(stanza, result(unwrap(stanza), "late")));
            await service.roundTrip("localhost");
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it("is not spoken for by anybody else", async () => {
            const service = await serve();
            const romeo = await login();
            const juliet = await prosody.connect("juliet@localhost/balcony", "j");
            const asking = romeo.iq(request(WORK, "localhost"));
            const stanza = await service.next(isForwarded);
            await juliet.send(wrap(stanza, result(unwrap(stanza), "forged")));
            await juliet.send(xml`<iq type="error" id="${stanza.attrs["id"] ?? ""}" to="localhost"/>`);
            await juliet.roundTrip();
            const fromWithin = wrap(stanza, result(unwrap(stanza), "from another JID"));
            fromWithin.attrs["from"] = `user@${SERVICE}`;
            await service.send(fromWithin);
            await service.send(wrap(stanza, result(unwrap(stanza), "true")));
            expect((await asking).getChildText("done", WORK)).toBe("true");
        });

        it("gets none of its own requests", async () => {
            const service = await serve();
            const answer = await service.iq(request(VERSION, "localhost"));
            expect(answer.attrs["type"]).toBe("result");
            expect(answer.getChild("query", VERSION)?.getChildText("name")).toBe("Prosody");
        });

        it("that is not connected leaves service-unavailable to users", async () => {
            const romeo = await login();
            const answer = await romeo.iq(request(WORK, "localhost"));
            expect([errorCondition(answer), answer.attrs["from"]]).toEqual(["service-unavailable", "localhost"]);
            expect(errorCondition(await romeo.iq(request(VERSION, "localhost")))).toBe("service-unavailable");
        });

        it("that goes leaves nobody waiting, and is told again when it is back", async () => {
            const service = await serve();
            const romeo = await login();
            const asking = Promise.all([
                romeo.iq(request(WORK, "localhost")),
                romeo.iq(request(WORK, "juliet@localhost")),
            ]);
            await service.next(isForwarded);
            await service.next(isForwarded);
            service.cut();
            expect((await asking).map(errorCondition)).toEqual(["service-unavailable", "service-unavailable"]);
            expect(errorCondition(await romeo.iq(request(WORK, "localhost")))).toBe("service-unavailable");
            const again = await serve();
            await again.next(isAdvertisement);
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it("that does not answer in time is not waited for, and comes too late", async () => {
            const service = await serve();
            const romeo = await login();
            const asked = Date.now();
            const answer = await romeo.iq(request(WORK, "localhost"));
            expect(Date.now() - asked).toBeGreaterThan(1900);
            expect(errorCondition(answer)).toBe("service-unavailable");
            const stanza = await service.next(isForwarded);
            await service.send(wrap(stanza, result(unwrap(stanza), "late")));
            await service.roundTrip("localhost");
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it("goes on over a reload of the host's module and of its own", async () => {
            const service = await serve();
            await service.next(isAdvertisement);
            const romeo = await login();
            const asking = romeo.iq(request(WORK, "localhost"));
            const stanza = await service.next(isForwarded);
            await prosody.server.reload("delegation", "localhost");
            await prosody.server.reload("delegation", SERVICE);
            await service.send(wrap(stanza, result(unwrap(stanza), "over a reload")));
            expect((await asking).getChildText("done", WORK)).toBe("over a reload");
            const next = romeo.iq(request(WORK, "localhost"));
            const second = await service.next(isForwarded);
            await service.send(wrap(second, result(unwrap(second), "after it")));
            expect((await next).getChildText("done", WORK)).toBe("after it");
            await service.roundTrip("localhost");
            expect(service.pending(isAdvertisement)).toEqual([]);
        });

        it("leaves all to the server when the module is unloaded", async () => {
            const service = await serve();
            const romeo = await login();
            const asking = romeo.iq(request(WORK, "localhost"));
            await service.next(isForwarded);
            await prosody.server.unload("delegation", "localhost");
            expect(errorCondition(await asking)).toBe("service-unavailable");
            expect((await romeo.iq(request(VERSION, "localhost"))).attrs["type"]).toBe("result");
            await service.next(isAdvertisement);
            await prosody.server.load("delegation", "localhost");
            await service.next(isAdvertisement);
        });

        describe("and service discovery", () => {
            const form = `<x xmlns="jabber:x:data" type="result"><field var="FORM_TYPE" type="hidden"><value>${WORK}</value>
                </field><field var="much"><value>1</value></field></x>`;

            it("shows what the component can do in place of what the host can", async () => {
                const romeo = await login();
                const before = await romeo.iq(discoInfo("localhost"));
                expect(features(before)).toContain(DELEGATION);
                expect(features(before)).not.toContain(VERSION);
                const service = await serve();
                await answerDisco(
                    service,
                    `${DELEGATION}::${WORK}`,
                    `<identity category="work" type="hard"/><feature var="${WORK}#hard"/>${form}`,
                );
                await answerDisco(service, `${DELEGATION}::${VERSION}`, `<feature var="${VERSION}"/>`);
                await service.roundTrip("localhost");
                const during = await romeo.iq(discoInfo("localhost"));
                expect(features(during)).toEqual(expect.arrayContaining([`${WORK}#hard`, VERSION]));
                expect(identities(during)).toEqual(expect.arrayContaining(["server/im", "work/hard"]));
                expect(forms(during)).toBe(forms(before) + 1);
                const from = prosody.server.log.mark();
                service.cut();
                await prosody.server.log.next(/^service\.localhost is gone$/, { from, timeout: 5000 });
                const after = await romeo.iq(discoInfo("localhost"));
                expect(features(after).sort()).toEqual(features(before).sort());
                expect(identities(after).sort()).toEqual(identities(before).sort());
                expect(forms(after)).toBe(forms(before));
                const again = await serve();
                await answerDisco(again, `${DELEGATION}::${WORK}`, `<feature var="${WORK}#soft"/>`);
                await again.roundTrip("localhost");
                expect(features(await romeo.iq(discoInfo("localhost")))).toContain(`${WORK}#soft`);
            });

            it("shows what the component can do in place of what accounts can", async () => {
                const romeo = await login();
                const before = await romeo.iq(discoInfo("romeo@localhost"));
                expect(identities(before)).toEqual(["account/registered"]);
                expect(features(before).filter((feature) => feature?.startsWith(PUBSUB))).toEqual([]);
                const service = await serve();
                await answerDisco(
                    service,
                    `${DELEGATION}:bare:${PUBSUB}`,
                    `<identity category="pubsub" type="pep"/><feature var="${PUBSUB}#publish"/>${form}`,
                );
                await service.roundTrip("localhost");
                const during = await romeo.iq(discoInfo("romeo@localhost"));
                expect(identities(during)).toEqual(["account/registered", "pubsub/pep"]);
                expect(features(during)).toContain(`${PUBSUB}#publish`);
                expect(forms(during)).toBe(1);
            });

            it("puts all of the server's own back when the module is unloaded", async () => {
                const romeo = await login();
                await prosody.server.unload("delegation", "localhost");
                const host = await romeo.iq(discoInfo("localhost"));
                const account = await romeo.iq(discoInfo("romeo@localhost"));
                await prosody.server.load("delegation", "localhost");
                expect(features(host)).toContain(VERSION);
                expect(features(host)).not.toContain(DELEGATION);
                expect(identities(account)).toContain("pubsub/pep");
                expect(features(account)).toContain(`${PUBSUB}#publish`);
                expect(features(await romeo.iq(discoInfo("localhost")))).not.toContain(VERSION);
            });

            it("leaves out what is malformed, and users log in all the same", async () => {
                const service = await serve();
                prosody.expectLog(/^Left out 3 malformed parts of what service\.localhost says about /);
                await answerDisco(
                    service,
                    `${DELEGATION}::${WORK}`,
                    `<feature/><identity category="x"/><x xmlns="jabber:x:data"><field/></x><feature var="${WORK}#ok"/>`,
                );
                await service.roundTrip("localhost");
                const romeo = await login();
                expect(features(await romeo.iq(discoInfo("localhost")))).toContain(`${WORK}#ok`);
            });

            it("asks the component for nodes and items that the server does not know", async () => {
                const service = await serve();
                const romeo = await login();
                for (const [namespace, node] of [
                    [DISCO_INFO, "unknown"],
                    [DISCO_ITEMS, "unknown"],
                    [DISCO_ITEMS, undefined],
                ] as const) {
                    for (const to of ["romeo@localhost", "juliet@localhost"]) {
                        const question = request(namespace, to);
                        if (node !== undefined) question.getChildElements()[0]!.attrs["node"] = node;
                        const asking = romeo.iq(question);
                        const stanza = await service.next(isForwarded);
                        expect(unwrap(stanza).getChild("query", namespace)?.attrs["node"]).toBe(node);
                        await service.send(wrap(stanza, result(unwrap(stanza), "known")));
                        expect((await asking).getChildText("done", WORK)).toBe("known");
                    }
                }
                // What the server knows stays its own.
                expect(identities(await romeo.iq(discoInfo("romeo@localhost")))).toContain("account/registered");
            });
        });
    });

    describe("a client", () => {
        const prosody = useProsody({ version, config });
        const manage = async (resource: string): Promise<XmppSession> => {
            const manager = await prosody.connect(`manager@localhost/${resource}`, "m");
            await manager.send("<presence/>");
            await manager.roundTrip();
            return manager;
        };

        it("manages from the resource that came first; the next one takes over", async () => {
            const first = await manage("first");
            expect(delegatedIn(await first.next(isAdvertisement))).toEqual([[DESK, []]]);
            const second = await manage("second");
            expect(second.pending(isAdvertisement)).toEqual([]);
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            const asking = romeo.iq(request(DESK, "localhost"));
            const stanza = await first.next(isForwarded);
            expect(stanza.attrs["to"]).toBe("manager@localhost/first");
            // The other resource is not the one that was asked.
            await second.send(wrap(stanza, result(unwrap(stanza), "forged")));
            await second.roundTrip();
            await first.send(wrap(stanza, result(unwrap(stanza), "first")));
            expect((await asking).getChildText("done", WORK)).toBe("first");
            const left = romeo.iq(request(DESK, "localhost"));
            await first.next(isForwarded);
            await first.send('<presence type="unavailable"/>');
            expect(errorCondition(await left)).toBe("service-unavailable");
            expect(delegatedIn(await second.next(isAdvertisement))).toEqual([[DESK, []]]);
            const next = romeo.iq(request(DESK, "localhost"));
            const taken = await second.next(isForwarded);
            await second.send(wrap(taken, result(unwrap(taken), "second")));
            expect((await next).getChildText("done", WORK)).toBe("second");
            const from = prosody.server.log.mark();
            second.cut();
            await prosody.server.log.next(/^manager@localhost\/second is gone$/, { from, timeout: 5000 });
            expect(errorCondition(await romeo.iq(request(DESK, "localhost")))).toBe("service-unavailable");
        });

        it("goes on over a reload, in the same order", async () => {
            const first = await manage("z");
            const second = await manage("a");
            await first.next(isAdvertisement);
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            const asking = romeo.iq(request(DESK, "localhost"));
            const stanza = await first.next(isForwarded);
            await prosody.server.reload("delegation", "localhost");
            await first.send(wrap(stanza, result(unwrap(stanza), "over a reload")));
            expect((await asking).getChildText("done", WORK)).toBe("over a reload");
            await first.roundTrip();
            await second.roundTrip();
            expect([...first.pending(isAdvertisement), ...second.pending(isAdvertisement)]).toEqual([]);
            await first.send('<presence type="unavailable"/>');
            await second.next(isAdvertisement);
        });

        it("gets none of its own requests", async () => {
            const first = await manage("first");
            expect(errorCondition(await first.iq(request(DESK, "localhost")))).toBe("service-unavailable");
            await first.roundTrip();
            expect(first.pending(isForwarded)).toEqual([]);
        });
    });

    describe("versions", () => {
        const host = (options: Record<string, string | number>): ProsodyConfig => ({
            hosts: {
                localhost: {
                    users,
                    modules: ["delegation"],
                    options: { delegations: { [WORK]: { jid: SERVICE } }, ...options },
                },
            },
            components: { [SERVICE]: { secret: SECRET, modules: ["delegation"] } },
        });
        const older = useProsody({ version, config: host({ delegation_version: 1 }) });
        const both = useProsody({ version, config: host({ delegation_version: "both" }) });

        it("can be the older one", async () => {
            const service = await older.connectComponent(SERVICE, SECRET);
            const advertisement = await service.next(isAdvertisement);
            expect(delegatedIn(advertisement, DELEGATION_1)).toEqual([[WORK, []]]);
            expect(delegatedIn(advertisement)).toEqual([]);
            const romeo = await older.connect("romeo@localhost/orchard", "r");
            const asking = romeo.iq(request(WORK, "localhost"));
            const stanza = await service.next(isForwarded);
            await service.send(wrap(stanza, result(unwrap(stanza, DELEGATION_1), "old"), DELEGATION_1));
            expect((await asking).getChildText("done", WORK)).toBe("old");
            expect(features(await romeo.iq(discoInfo("localhost")))).toContain(DELEGATION_1);
        });

        it("can be the one that the entity speaks", async () => {
            const service = await both.connectComponent(SERVICE, SECRET);
            const advertisement = await service.next(isAdvertisement);
            expect(delegatedIn(advertisement, DELEGATION_1)).toEqual([[WORK, []]]);
            expect(delegatedIn(advertisement)).toEqual([[WORK, []]]);
            const romeo = await both.connect("romeo@localhost/orchard", "r");
            for (const spoken of [DELEGATION_1, DELEGATION]) {
                await answerDisco(service, `${spoken}::${WORK}`, `<feature var="${spoken}#spoken"/>`);
                await service.roundTrip("localhost");
                const asking = romeo.iq(request(WORK, "localhost"));
                const stanza = await service.next(isForwarded);
                await service.send(wrap(stanza, result(unwrap(stanza, spoken), spoken), spoken));
                expect((await asking).getChildText("done", WORK)).toBe(spoken);
            }
            const shown = features(await romeo.iq(discoInfo("localhost")));
            expect(shown).toContain(`${DELEGATION}#spoken`);
            expect(shown).not.toContain(`${DELEGATION_1}#spoken`);
        });
    });

    describe("configuration", () => {
        const prosody = useProsody({
            version,
            config: {
                hosts: {
                    localhost: {
                        users,
                        modules: ["delegation"],
                        options: {
                            delegations: {
                                [WORK]: { jid: SERVICE },
                                "urn:example:nobody": {},
                                "urn:example:nowhere": { jid: "@" },
                                "urn:example:text": "x",
                                "urn:example:filter": { jid: SERVICE, filtering: 5 },
                                [DELEGATION]: { jid: SERVICE },
                            },
                        },
                    },
                    "wrong.localhost": { modules: ["delegation"], options: { delegation_version: 3 } },
                },
                components: { [SERVICE]: { secret: SECRET, modules: ["delegation"] } },
            },
            expectAtStart: [
                /^Ignored the delegation of "urn:example:nobody": its jid is nothing/,
                /^Ignored the delegation of "urn:example:nowhere": its jid is a string "@"/,
                /^Ignored the delegation of "urn:example:text": found a string "x"/,
                /^Ignored the delegation of "urn:example:filter": its filtering is a number 5/,
                /^Ignored the delegation of "urn:xmpp:delegation:2": that namespace cannot be delegated/,
                /Option delegation_version of wrong\.localhost: found a number 3, expected 1, 2 or "both"/,
            ],
        });

        it("that is wrong in one delegation leaves the others", async () => {
            const service = await prosody.connectComponent(SERVICE, SECRET);
            expect(delegatedIn(await service.next(isAdvertisement))).toEqual([[WORK, []]]);
            expect(await prosody.server.isLoaded("delegation", "wrong.localhost")).toBe(false);
        });
    });
});
