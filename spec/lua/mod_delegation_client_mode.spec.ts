import { assert, before_each, describe, it } from "busted";
import * as st from "prosody.util.stanza";
import { startServer, type Client, type Server } from "typed-prosody/busted/server";

type Stanza = Prosody.Stanza;

const HOST = "example.com";
const PUBSUB = "http://jabber.org/protocol/pubsub";
const MAM = "urn:xmpp:mam:2";
const WORK = "urn:example:work";
const BOT = "bot@example.com";
const SERVICE = "pubsub.montague.example";
const JULIET = "juliet@example.com";
const BALCONY = `${JULIET}/balcony`;
const ROMEO = "romeo@montague.example/orchard";
const DELEGATION = "urn:xmpp:delegation:2";
const DELEGATION_1 = "urn:xmpp:delegation:1";
const CONFIGURE = `${DELEGATION}#configure`;
const COMMANDS = "http://jabber.org/protocol/commands";
const FORWARD = "urn:xmpp:forward:0";
const FORMS = "jabber:x:data";
const DISCO_INFO = "http://jabber.org/protocol/disco#info";

function errorOf(stanza: Stanza): string {
    const [type, condition] = stanza.get_error();
    return `${stanza.attr.type} ${type} ${condition}`;
}

/** An entity's wish to manage namespaces for an account. */
function wish(from: string, namespaces: string[], to: string | undefined = JULIET, version = DELEGATION): Stanza {
    const iq = st.iq({ type: "get", id: "w1", from, to: HOST }).tag("query", { xmlns: version, to });
    for (const namespace of namespaces) {
        iq.tag("delegate", { xmlns: version, namespace }).up();
    }
    return iq.reset();
}

/** Text of an element inside another; elements that the module makes carry no namespace of their own. */
function textIn(element: Stanza, name: string): string | undefined {
    for (const child of element.tags) {
        if (child.name === name) {
            return child.get_text() ?? "";
        }
    }
    return undefined;
}

function fieldOf(form: Stanza, name: string): Stanza | undefined {
    for (const child of form.tags) {
        if (child.name === "field" && child.attr["var"] === name) {
            return child;
        }
    }
    return undefined;
}

function valueOf(form: Stanza, name: string): string | undefined {
    const field = fieldOf(form, name);
    return field && textIn(field, "value");
}

/** Label and value of what can be chosen in a field. */
function optionsOf(form: Stanza, name: string): string[][] {
    const found: string[][] = [];
    for (const child of fieldOf(form, name)!.tags) {
        if (child.name === "option") {
            found.push([child.attr["label"]!, textIn(child, "value")!]);
        }
    }
    return found;
}

/** What a client sends for a form. */
function filled(values: Record<string, string>, type: "submit" | "cancel" = "submit"): Stanza {
    const form = st.stanza("x", { xmlns: FORMS, type });
    for (const [name, value] of pairs(values)) {
        form.tag("field", { xmlns: FORMS, var: name as string })
            .tag("value", { xmlns: FORMS })
            .text(value)
            .up()
            .up();
    }
    return form.reset();
}

function inForm(values: Record<string, string>, type?: "submit" | "cancel"): Stanza {
    return st.message({ to: HOST, id: "f1" }).add_child(filled(values, type)).reset();
}

function formIn(message: Stanza): Stanza {
    return message.get_child("x", FORMS)!;
}

function query(xmlns: string, attributes: Record<string, string> = {}): Stanza {
    return st
        .iq({ type: "get", id: "q1", ...attributes } as st.IqAttributes)
        .tag("query", { xmlns })
        .up();
}

describe("mod_delegation in client mode", () => {
    let server: Server;

    function start(options: Record<string, unknown> = {}): void {
        server = startServer({ hosts: { [HOST]: { delegation_client_mode: true, ...options } } });
        server.load(HOST, "disco");
        server.create_user(JULIET, "secret");
    }

    function load(options: Record<string, unknown> = {}): void {
        start(options);
        server.load(HOST, "delegation");
        server.take_sent();
        server.clear_log();
    }

    function online(address: string): Client {
        const client = server.connect_client(address);
        server.receive_from(client, st.presence());
        return client;
    }

    /** What was sent since the last look: messages, and IQs to entities and clients that are no question about features. */
    function take(): Stanza[] {
        return server.take_sent().filter((stanza) => stanza.get_child("query", DISCO_INFO) === undefined);
    }

    function takeOne(): Stanza {
        const taken = take();
        assert.are.equal(1, taken.length, taken.map(tostring).join("\n"));
        return taken[0]!;
    }

    /** Lets an entity ask; the form that the user is shown. */
    function ask(from = SERVICE, namespaces = [PUBSUB]): Stanza {
        server.receive(wish(from, namespaces));
        const [answer, message, more] = take();
        assert.are.equal("result", answer!.attr.type);
        assert.is_nil(more);
        return message!;
    }

    /** Lets an entity ask and the user say yes; what the entity is told. */
    function allow(client: Client, from = SERVICE, namespaces = [PUBSUB]): Stanza {
        const form = formIn(ask(from, namespaces));
        const values: Record<string, string> = { challenge: valueOf(form, "challenge")! };
        for (const namespace of namespaces) {
            values[namespace] = "1";
        }
        server.receive_from(client, inForm(values));
        return takeOne();
    }

    /** The question to a client what it knows, answered. */
    function know(client: Client, feature: string): void {
        const { full_jid } = client.session;
        const [question] = server
            .take_sent()
            .filter(({ attr, name }) => name === "iq" && attr.to === full_jid && attr.type === "get");
        server.receive_from(
            client,
            st
                .iq({ type: "result", id: question!.attr.id!, to: HOST })
                .tag("query", { xmlns: DISCO_INFO })
                .tag("feature", { xmlns: DISCO_INFO, var: feature })
                .reset(),
        );
    }

    /** The same, of a client whose grants outlast its session. */
    function allowForGood(client: Client, from = SERVICE, namespaces = [PUBSUB]): void {
        const form = formIn(ask(from, namespaces));
        const values: Record<string, string> = { challenge: valueOf(form, "challenge")! };
        for (const namespace of namespaces) {
            values[namespace] = "1";
        }
        server.receive_from(client, inForm(values));
        know(client, COMMANDS);
    }

    function told(message: Stanza): string[] {
        const delegation = message.get_child("delegation", DELEGATION)!;
        assert.are.equal(JULIET, delegation.attr.to);
        return delegation.tags.map((delegated) => delegated.attr["namespace"]!);
    }

    /** Whether an IQ goes to an entity; the answer of somebody else is an error. */
    function isForwarded(stanza: Stanza, to = SERVICE, client?: Client): boolean {
        client?.received.splice(0, client.received.length);
        if (client === undefined) {
            server.receive(stanza);
        } else {
            server.receive_from(client, stanza);
        }
        const sent = take();
        const here = client?.received ?? [];
        const forwarded = sent.filter(({ attr }) => attr.type === "set" && attr.to === to);
        assert.are.equal(1, sent.length + here.length);
        return forwarded.length === 1;
    }

    describe("is asked by an entity, and", () => {
        let juliet: Client;

        before_each(() => {
            load();
            juliet = online(BALCONY);
            take();
        });

        it("shows the user a form with a challenge, a warning, and no as default", () => {
            const message = ask(SERVICE, [PUBSUB, MAM]);
            assert.are.equal(JULIET, message.attr.to);
            assert.are.equal(HOST, message.attr.from);
            assert.matches("trust", message.get_child_text("body")!);
            const form = formIn(message);
            assert.are.equal("form", form.attr.type);
            assert.is_truthy(textIn(form, "title"));
            assert.matches("trust", textIn(form, "instructions")!);
            assert.are.equal("hidden", fieldOf(form, "FORM_TYPE")!.attr.type);
            assert.are.equal(DELEGATION, valueOf(form, "FORM_TYPE"));
            assert.are.equal("hidden", fieldOf(form, "challenge")!.attr.type);
            assert.is_true(valueOf(form, "challenge")!.length >= 16);
            for (const namespace of [PUBSUB, MAM]) {
                const field = fieldOf(form, namespace)!;
                assert.are.equal("list-single", field.attr.type);
                assert.are.equal("0", valueOf(form, namespace));
                // A label in words, which names the namespace too.
                assert.is_true(string.find(field.attr["label"]!, namespace, 1, true)[0]! > 10);
                assert.are.same(
                    [
                        ["No", "0"],
                        ["Yes", "1"],
                    ],
                    optionsOf(form, namespace),
                );
            }
        });

        it("refuses what is malformed or may not be delegated", () => {
            for (const [namespaces, to, expected] of [
                [["jabber:iq:roster"], JULIET, "error auth forbidden"],
                [["jabber:iq:register"], JULIET, "error auth forbidden"],
                [["urn:ietf:params:xml:ns:xmpp-sasl"], JULIET, "error auth forbidden"],
                [[DELEGATION], JULIET, "error auth forbidden"],
                [[COMMANDS], JULIET, "error auth forbidden"],
                [[PUBSUB, WORK], JULIET, "error auth forbidden"],
                [[], JULIET, "error modify bad-request"],
                [[PUBSUB], "", "error modify bad-request"],
                [[PUBSUB], "@", "error modify bad-request"],
                [[PUBSUB], HOST, "error modify bad-request"],
                [[PUBSUB], BALCONY, "error modify bad-request"],
                [[PUBSUB], "juliet@elsewhere.example", "error cancel item-not-found"],
            ] as [string[], string, string][]) {
                const stanza = wish(SERVICE, namespaces);
                stanza.tags[0]!.attr.to = to === "" ? undefined : to;
                server.receive(stanza);
                assert.are.equal(expected, errorOf(takeOne()));
            }
            const nameless = wish(SERVICE, [PUBSUB]);
            nameless.tags[0]!.tags[0]!.attr["namespace"] = undefined;
            server.receive(nameless);
            assert.are.equal("error modify bad-request", errorOf(takeOne()));
        });

        it("does not tell whether an account exists", () => {
            server.receive(wish(SERVICE, [PUBSUB], `nobody@${HOST}`));
            assert.are.equal("result", takeOne().attr.type);
        });

        it("has one open form for each user and entity", () => {
            const first = valueOf(formIn(ask()), "challenge");
            server.receive(wish(SERVICE, [PUBSUB]));
            assert.are.equal("result", takeOne().attr.type);
            // More than before is a new form, and the former one is worth nothing.
            const second = formIn(ask(SERVICE, [MAM]));
            assert.is_truthy(fieldOf(second, PUBSUB));
            assert.is_truthy(fieldOf(second, MAM));
            server.receive_from(juliet, inForm({ challenge: first!, [PUBSUB]: "1" }));
            assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
            assert.is_truthy(ask("other.example", [PUBSUB]));
        });

        it("puts no more than a few questions through", () => {
            for (const index of $range(1, 8)) {
                ask(`service${string.format("%d", index)}.example`);
            }
            server.receive(wish("service9.example", [PUBSUB]));
            assert.are.equal("result", takeOne().attr.type);
            server.advance(7 * 86400 + 1);
            ask("service9.example");
        });

        it("forgets questions that nobody answers", () => {
            const challenge = valueOf(formIn(ask()), "challenge")!;
            server.advance(7 * 86400 + 1);
            server.receive_from(juliet, inForm({ challenge, [PUBSUB]: "1" }));
            assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
            ask();
        });

        it("tells the entity what it is allowed, and nothing else", () => {
            const form = formIn(ask(SERVICE, [PUBSUB, MAM]));
            server.receive_from(
                juliet,
                inForm({
                    FORM_TYPE: DELEGATION,
                    challenge: valueOf(form, "challenge")!,
                    [PUBSUB]: "0",
                    [MAM]: "1",
                    [WORK]: "1",
                }),
            );
            const message = takeOne();
            assert.are.equal(SERVICE, message.attr.to);
            assert.are.same([MAM], told(message));
            assert.is_false(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET })));
            assert.is_false(isForwarded(query(WORK, { from: ROMEO, to: JULIET })));
            assert.is_true(isForwarded(query(MAM, { from: ROMEO, to: JULIET })));
        });

        it("takes an answer whose FORM_TYPE is empty or absent, and no other", () => {
            for (const FORM_TYPE of ["", "absent"]) {
                const challenge = valueOf(formIn(ask(`s${FORM_TYPE}.example`)), "challenge")!;
                const values: Record<string, string> = { challenge, [PUBSUB]: "true" };
                if (FORM_TYPE === "") {
                    values["FORM_TYPE"] = FORM_TYPE;
                }
                server.receive_from(juliet, inForm(values));
                const [message] = take().filter(({ attr }) => attr.to === `s${FORM_TYPE}.example`);
                assert.are.same([PUBSUB], told(message!));
            }
            const challenge = valueOf(formIn(ask()), "challenge")!;
            juliet.received.length = 0;
            server.receive_from(juliet, inForm({ FORM_TYPE: "urn:other", challenge, [PUBSUB]: "1" }));
            assert.are.equal("error cancel service-unavailable", errorOf(juliet.received[0]!));
        });

        it("takes a refusal for an answer, and does not let the same be asked at once", () => {
            for (const [entity, values, type] of [
                ["a.example", { [PUBSUB]: "0" }, "submit"],
                ["b.example", {}, "submit"],
                ["c.example", { [PUBSUB]: "1" }, "cancel"],
            ] as [string, Record<string, string>, "submit" | "cancel"][]) {
                const challenge = valueOf(formIn(ask(entity)), "challenge")!;
                server.receive_from(juliet, inForm({ challenge, ...values }, type));
                assert.are.same([], take());
                assert.is_false(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET }), entity));
                server.receive(wish(entity, [PUBSUB]));
                assert.are.equal("result", takeOne().attr.type);
                // Not to be answered a second time.
                server.receive_from(juliet, inForm({ challenge, [PUBSUB]: "1" }));
                assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
            }
            server.advance(3601);
            ask("a.example");
        });

        it("refuses forged answers", () => {
            const challenge = valueOf(formIn(ask()), "challenge")!;
            const tybalt = online(`tybalt@${HOST}/street`);
            take();
            server.receive_from(tybalt, inForm({ challenge, [PUBSUB]: "1" }));
            assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
            const remote = inForm({ challenge, [PUBSUB]: "1" });
            remote.attr.from = ROMEO;
            server.receive(remote);
            assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
            for (const wrong of ["", "x", `${challenge}x`]) {
                server.receive_from(juliet, inForm({ FORM_TYPE: DELEGATION, challenge: wrong, [PUBSUB]: "1" }));
                assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
            }
            server.receive_from(juliet, inForm({ FORM_TYPE: DELEGATION, [PUBSUB]: "1" }));
            assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
            assert.is_false(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET })));
            server.receive_from(juliet, inForm({ challenge, [PUBSUB]: "1" }));
            assert.are.same([PUBSUB], told(takeOne()));
            // Once and not again.
            server.receive_from(juliet, inForm({ challenge, [PUBSUB]: "1" }));
            assert.are.equal("error modify not-acceptable", errorOf(takeOne()));
        });

        it("tells an entity that has forgotten, and asks the user nothing", () => {
            allow(juliet);
            server.receive(wish(SERVICE, [PUBSUB]));
            const [answer, message, more] = take();
            assert.are.equal("result", answer!.attr.type);
            assert.are.same([PUBSUB], told(message!));
            assert.is_nil(more);
        });

        it("gives a namespace to one entity at a time", () => {
            allow(juliet);
            const form = formIn(ask("other.example"));
            server.receive_from(juliet, inForm({ challenge: valueOf(form, "challenge")!, [PUBSUB]: "1" }));
            const messages = take();
            assert.are.equal(2, messages.length);
            const found: Record<string, string[]> = {};
            for (const message of messages) {
                found[message.attr.to!] = told(message);
            }
            assert.are.same({ [SERVICE]: [], "other.example": [PUBSUB] }, found);
            assert.is_true(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET }), "other.example"));
        });

        it("leaves other messages to the host alone", () => {
            for (const message of [
                st.message({ to: HOST, id: "m1" }, "hello"),
                inForm({ name: "value" }),
                inForm({ FORM_TYPE: "urn:example:other", challenge: "x" }),
            ]) {
                juliet.received.length = 0;
                server.receive_from(juliet, message);
                assert.are.equal("error cancel service-unavailable", errorOf(juliet.received[0]!));
            }
        });
    });

    describe("keeps a question for a user", () => {
        it("who is offline, even over a restart of the module", () => {
            load();
            server.receive(wish(SERVICE, [PUBSUB]));
            assert.are.equal("result", takeOne().attr.type);
            server.unload(HOST, "delegation");
            server.load(HOST, "delegation");
            const juliet = online(BALCONY);
            const [message] = take().filter(({ name }) => name === "message");
            assert.are.equal(BALCONY, message!.attr.to);
            const challenge = valueOf(formIn(message!), "challenge")!;
            server.receive_from(juliet, inForm({ challenge, [PUBSUB]: "1" }));
            assert.are.same([PUBSUB], told(takeOne()));
            // Shown once.
            online(`${JULIET}/garden`);
            assert.are.same(
                [],
                take().filter(({ name }) => name === "message"),
            );
        });
    });

    describe("forwards", () => {
        let juliet: Client;

        before_each(() => {
            load();
            juliet = online(BALCONY);
            take();
            allow(juliet);
        });

        it("what the user sends to the server and to nobody, and what anybody sends to the user's bare JID", () => {
            assert.is_true(isForwarded(query(PUBSUB), SERVICE, juliet));
            assert.is_true(isForwarded(query(PUBSUB, { to: HOST }), SERVICE, juliet));
            assert.is_true(isForwarded(query(PUBSUB, { to: JULIET }), SERVICE, juliet));
            assert.is_true(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET })));
        });

        it("nothing else", () => {
            server.create_user(`tybalt@${HOST}`, "secret");
            const tybalt = online(`tybalt@${HOST}/street`);
            take();
            // Others to the server, others' accounts, other namespaces, full JIDs.
            assert.is_false(isForwarded(query(PUBSUB, { from: ROMEO, to: HOST })));
            assert.is_false(isForwarded(query(PUBSUB, { to: HOST }), SERVICE, tybalt));
            assert.is_false(isForwarded(query(PUBSUB), SERVICE, tybalt));
            assert.is_false(isForwarded(query(PUBSUB, { to: `tybalt@${HOST}` }), SERVICE, juliet));
            assert.is_false(isForwarded(query(MAM), SERVICE, juliet));
            server.receive(query(PUBSUB, { from: ROMEO, to: BALCONY }));
            assert.are.same([], take());
            assert.are.equal(ROMEO, juliet.received[juliet.received.length - 1]!.attr.from);
        });

        it("none of the entity's own", () => {
            assert.is_false(isForwarded(query(PUBSUB, { from: SERVICE, to: JULIET })));
        });

        it("in order, the next before the one before it is answered", () => {
            for (const id of ["a", "b", "c"]) {
                server.receive_from(juliet, query(PUBSUB, { id }));
            }
            const forwarded = take();
            const order = forwarded.map(
                (stanza) =>
                    stanza
                        .get_child("delegation", DELEGATION)!
                        .get_child("forwarded", FORWARD)!
                        .get_child("iq", "jabber:client")!.attr.id,
            );
            assert.are.same(["a", "b", "c"], order);
            // The second is answered; the others get their error in time.
            const outer = forwarded[1]!;
            server.receive(
                st
                    .iq({ type: "result", id: outer.attr.id!, from: SERVICE, to: HOST })
                    .tag("delegation", { xmlns: DELEGATION })
                    .tag("forwarded", { xmlns: FORWARD })
                    .tag("iq", { xmlns: "jabber:client", type: "result", id: "b", to: BALCONY })
                    .reset(),
            );
            const answer = takeOne();
            const { type, id, from, to } = answer.attr;
            assert.are.equal(`result b ${JULIET} ${BALCONY}`, `${type} ${id} ${from} ${to}`);
            server.advance(60);
            assert.are.same(
                ["a", "c"],
                take().map(({ attr }) => attr.id!),
            );
            assert.are.equal(0, server.waiting_timers());
        });
    });

    describe("and a client of this server as entity", () => {
        it("manages from the resource that is there, and is told when it is back", () => {
            load();
            const juliet = online(BALCONY);
            const bot = online(`${BOT}/a`);
            take();
            const message = allow(juliet, `${BOT}/a`);
            assert.are.equal(`${BOT}/a`, message.attr.to);
            assert.is_true(isForwarded(query(PUBSUB), `${BOT}/a`, juliet));
            const second = online(`${BOT}/b`);
            take();
            server.disconnect_client(bot);
            take();
            assert.is_true(isForwarded(query(PUBSUB), `${BOT}/b`, juliet));
            server.disconnect_client(second);
            take();
            juliet.received.length = 0;
            server.receive_from(juliet, query(PUBSUB));
            assert.are.equal("error cancel service-unavailable", errorOf(juliet.received[0]!));
            // What changes meanwhile is told later: the grant ends with the session.
            server.disconnect_client(juliet);
            take();
            online(`${BOT}/c`);
            const [news] = take().filter(({ name, attr }) => name === "message" && attr.to === `${BOT}/c`);
            assert.are.same([], told(news!));
        });
    });

    describe("and a client of another server as entity", () => {
        it("manages from where it asked last", () => {
            load();
            const juliet = online(BALCONY);
            take();
            const message = allow(juliet, "bot@example.net/a");
            assert.are.equal("bot@example.net/a", message.attr.to);
            assert.is_true(isForwarded(query(PUBSUB), "bot@example.net/a", juliet));
            server.reload(HOST, "delegation");
            take();
            assert.is_true(isForwarded(query(PUBSUB), "bot@example.net/a", juliet));
            server.receive(wish("bot@example.net/b", [PUBSUB]));
            const [, news] = take();
            assert.are.equal("bot@example.net/b", news!.attr.to);
            assert.are.same([PUBSUB], told(news!));
            assert.is_true(isForwarded(query(PUBSUB), "bot@example.net/b", juliet));
        });
    });

    describe("and sessions", () => {
        it("ends grants with the session of a client that knows no ad-hoc commands", () => {
            load();
            const juliet = online(BALCONY);
            take();
            const form = formIn(ask());
            server.receive_from(juliet, inForm({ challenge: valueOf(form, "challenge")!, [PUBSUB]: "1" }));
            know(juliet, "urn:other");
            // Another client of the user changes nothing.
            const garden = online(`${JULIET}/garden`);
            server.disconnect_client(garden);
            take();
            assert.is_true(isForwarded(query(PUBSUB), SERVICE, juliet));
            server.disconnect_client(juliet);
            const messages = take().filter(({ name }) => name === "message");
            assert.are.equal(1, messages.length);
            assert.are.same([], told(messages[0]!));
            assert.is_false(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET })));
            assert.is_nil(server.open_store(HOST, "delegation_grants").get("juliet")[0]);
        });

        it("keeps what a client grants that knows them, over its session and a restart", () => {
            load();
            const juliet = online(BALCONY);
            take();
            allowForGood(juliet);
            server.disconnect_client(juliet);
            assert.are.same(
                [],
                take().filter(({ name }) => name === "message"),
            );
            server.unload(HOST, "delegation");
            server.load(HOST, "delegation");
            take();
            assert.is_true(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET })));
        });

        it("asks the user who says so nothing more, and believes nobody else", () => {
            load();
            const juliet = online(BALCONY);
            const tybalt = online(`tybalt@${HOST}/street`);
            take();
            const form = formIn(ask());
            server.receive_from(juliet, inForm({ challenge: valueOf(form, "challenge")!, [PUBSUB]: "1" }));
            const [question] = server.take_sent().filter(({ attr }) => attr.to === BALCONY && attr.type === "get");
            server.receive_from(
                tybalt,
                st
                    .iq({ type: "result", id: question!.attr.id!, to: HOST })
                    .tag("query", { xmlns: DISCO_INFO })
                    .tag("feature", { xmlns: DISCO_INFO, var: COMMANDS })
                    .reset(),
            );
            server.disconnect_client(juliet);
            take();
            assert.is_false(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET })));
        });

        it("goes on over a reload, with grants of both kinds and with requests in flight", () => {
            load();
            const juliet = online(BALCONY);
            online(`${BOT}/a`);
            take();
            allowForGood(juliet);
            const form = formIn(ask(`${BOT}/a`, [MAM]));
            server.receive_from(juliet, inForm({ challenge: valueOf(form, "challenge")!, [MAM]: "1" }));
            take();
            server.receive_from(juliet, query(PUBSUB, { id: "inflight" }));
            take();
            server.reload(HOST, "delegation");
            assert.are.same([], take());
            assert.is_true(isForwarded(query(PUBSUB), SERVICE, juliet));
            assert.is_true(isForwarded(query(MAM), `${BOT}/a`, juliet));
            server.disconnect_client(juliet);
            take();
            assert.is_true(isForwarded(query(PUBSUB, { from: ROMEO, to: JULIET })));
            assert.is_false(isForwarded(query(MAM, { from: ROMEO, to: JULIET }), `${BOT}/a`));
        });

        it("forgets a deleted account, and tells the entity", () => {
            load();
            const juliet = online(BALCONY);
            take();
            allowForGood(juliet);
            server.disconnect_client(juliet);
            take();
            server.fire("*", "user-deleted", { username: "juliet", host: HOST });
            assert.are.same([], told(takeOne()));
            assert.is_nil(server.open_store(HOST, "delegation_grants").get("juliet")[0]);
        });
    });

    describe("and the configuration", () => {
        it("wins over grants", () => {
            load();
            const juliet = online(BALCONY);
            take();
            allowForGood(juliet);
            server.reconfigure(HOST, { delegations: { [PUBSUB]: { jid: "admin.example" } } });
            server.reload(HOST, "delegation");
            const messages = take();
            assert.are.same([], told(messages[messages.length - 1]!));
            assert.is_false(isForwarded(query(PUBSUB), SERVICE, juliet));
            server.receive(wish(SERVICE, [PUBSUB]));
            assert.are.equal("error auth forbidden", errorOf(takeOne()));
        });

        it("says what users may delegate, with labels, but never all", () => {
            start({ delegation_client_namespaces: { 1: "jabber:iq:roster", 2: WORK, [MAM]: "my mail" } });
            server.try_load(HOST, "delegation");
            const [line, more] = server.complaints();
            assert.matches('^Left "jabber:iq:roster" out of delegation_client_namespaces', line!);
            assert.is_nil(more);
            online(BALCONY);
            take();
            const form = formIn(ask(SERVICE, [WORK, MAM]));
            assert.are.equal(`Manage ${WORK}`, fieldOf(form, WORK)!.attr["label"]);
            assert.are.equal(`Manage my mail: ${MAM}`, fieldOf(form, MAM)!.attr["label"]);
            server.receive(wish(SERVICE, [PUBSUB]));
            assert.are.equal("error auth forbidden", errorOf(takeOne()));
        });

        it("that is malformed stops the module", () => {
            for (const options of [
                { delegation_client_mode: "yes" },
                { delegation_client_namespaces: 5 },
                { delegation_client_namespaces: [5] },
                { delegation_client_namespaces: [""] },
            ]) {
                start(options);
                server.try_load(HOST, "delegation");
                const lines = server.complaints();
                assert.are.equal(1, lines.length);
                assert.matches("Option delegation_client_%a+ of example%.com: found", lines[0]!);
                assert.is_false(server.is_loaded(HOST, "delegation"));
            }
        });

        it("leaves client mode off by default", () => {
            load({ delegation_client_mode: false });
            server.receive(wish(SERVICE, [PUBSUB]));
            assert.are.equal("error cancel service-unavailable", errorOf(takeOne()));
            assert.is_false(server.is_loaded(HOST, "adhoc"));
        });

        it("can be of the older version", () => {
            load({ delegation_version: 1 });
            const juliet = online(BALCONY);
            take();
            server.receive(wish(SERVICE, [PUBSUB], JULIET, DELEGATION_1));
            const form = formIn(take()[1]!);
            assert.are.equal(DELEGATION_1, valueOf(form, "FORM_TYPE"));
            server.receive_from(juliet, inForm({ challenge: valueOf(form, "challenge")!, [PUBSUB]: "1" }));
            assert.is_truthy(takeOne().get_child("delegation", DELEGATION_1));
            server.receive_from(juliet, query(PUBSUB));
            assert.is_truthy(takeOne().get_child("delegation", DELEGATION_1));
        });
    });

    describe("has a command that", () => {
        let juliet: Client;

        function run(client: Client, content?: Stanza, action = "execute"): Stanza {
            const iq = st
                .iq({ type: "set", id: "c1", to: HOST })
                .tag("command", { xmlns: COMMANDS, node: CONFIGURE, action });
            if (content !== undefined) {
                iq.add_child(content);
            }
            client.received.length = 0;
            server.receive_from(client, iq.reset());
            return client.received[0]!.get_child("command", COMMANDS)!;
        }

        before_each(() => {
            load();
            juliet = online(BALCONY);
            take();
            allowForGood(juliet, SERVICE, [PUBSUB]);
            allowForGood(juliet, "archive.example", [MAM]);
            take();
        });

        it("lists grants, and takes back those that are chosen", () => {
            const shown = run(juliet);
            assert.are.equal("executing", shown.attr["status"]);
            const [first, second, more] = optionsOf(formIn(shown), "revoke");
            assert.matches(`^${SERVICE} manages `, first![0]!);
            assert.matches("^archive.example manages ", second![0]!);
            assert.are.same([PUBSUB, MAM], [first![1]!, second![1]!]);
            assert.is_nil(more);
            assert.are.equal("1", valueOf(formIn(shown), "keep"));
            const done = run(juliet, filled({ revoke: PUBSUB }), "complete");
            assert.are.equal("completed", done.attr["status"]);
            assert.matches(PUBSUB, textIn(done, "note")!);
            const message = takeOne();
            assert.are.equal(SERVICE, message.attr.to);
            assert.are.same([], told(message));
            server.receive_from(juliet, query(PUBSUB));
            assert.are.equal(0, take().filter(({ attr }) => attr.to === SERVICE).length);
            assert.is_true(isForwarded(query(MAM), "archive.example", juliet));
        });

        it("ends grants with the session where the user wants that", () => {
            run(juliet, filled({ keep: "0" }), "complete");
            assert.are.equal("0", valueOf(formIn(run(juliet)), "keep"));
            server.disconnect_client(juliet);
            const messages = take().filter(({ name }) => name === "message");
            assert.are.equal(2, messages.length);
            assert.is_false(isForwarded(query(MAM, { from: ROMEO, to: JULIET }), "archive.example"));
        });

        it("can be cancelled, and is each user's own", () => {
            assert.are.equal("canceled", run(juliet, undefined, "cancel").attr["status"]);
            const tybalt = online(`tybalt@${HOST}/street`);
            take();
            const shown = run(tybalt);
            assert.is_nil(fieldOf(formIn(shown), "revoke"));
            run(tybalt, filled({ revoke: PUBSUB }), "complete");
            assert.are.same([], take());
            assert.is_true(isForwarded(query(PUBSUB), SERVICE, juliet));
        });
    });

    describe("and service discovery", () => {
        it("shows for the user's account what the entity says, in place of the server's own", () => {
            load();
            server.load(HOST, "pep");
            const juliet = online(BALCONY);
            const tybalt = online(`tybalt@${HOST}/street`);
            take();
            const features = (client: Client): string[] => {
                client.received.length = 0;
                server.receive_from(client, query(DISCO_INFO));
                const found: string[] = [];
                for (const { name, attr } of client.received[0]!.get_child("query", DISCO_INFO)!.tags) {
                    const text = name === "feature" ? attr["var"]! : `${attr["category"]}/${attr.type}`;
                    if (string.find(text, "pubsub", 1, true)[0] !== undefined) {
                        found.push(text);
                    }
                }
                table.sort(found);
                return found;
            };
            const own = features(juliet);
            assert.is_true(own.length > 3);
            const form = formIn(ask());
            server.receive_from(juliet, inForm({ challenge: valueOf(form, "challenge")!, [PUBSUB]: "1" }));
            const [question] = server
                .take_sent()
                .filter(
                    (stanza) => stanza.get_child("query", DISCO_INFO)?.attr["node"] === `${DELEGATION}:bare:${PUBSUB}`,
                );
            assert.are.equal(SERVICE, question!.attr.to);
            assert.are.same([], features(juliet));
            server.receive(
                st
                    .iq({ type: "result", id: question!.attr.id!, from: SERVICE, to: HOST })
                    .tag("query", { xmlns: DISCO_INFO, node: `${DELEGATION}:bare:${PUBSUB}` })
                    .tag("identity", { xmlns: DISCO_INFO, category: "pubsub", type: "theirs" })
                    .up()
                    .tag("feature", { xmlns: DISCO_INFO, var: `${PUBSUB}#theirs` })
                    .reset(),
            );
            assert.are.same([`${PUBSUB}#theirs`, "pubsub/theirs"], features(juliet));
            assert.are.same(own, features(tybalt));
        });
    });
});
