import { assert, before_each, describe, it } from "busted";
import * as st from "prosody.util.stanza";
import { startServer, type Client, type Server } from "typed-prosody/busted/server";

type Stanza = Prosody.Stanza;

const HOST = "example.com";
const WORK = "urn:example:work";
const DESK = "urn:example:desk";
const MANAGER = "manager@example.com";
const A = `${MANAGER}/a`;
const B = `${MANAGER}/b`;
const ROMEO = "romeo@montague.example/orchard";
const DELEGATION = "urn:xmpp:delegation:2";
const DELEGATION_1 = "urn:xmpp:delegation:1";
const FORWARD = "urn:xmpp:forward:0";
const DISCO_INFO = "http://jabber.org/protocol/disco#info";

const DELEGATIONS = { [WORK]: { jid: MANAGER }, [DESK]: { jid: MANAGER, filtering: ["node", "color"] } };

function request(attributes: Record<string, string> = {}, child: Record<string, string> = { xmlns: WORK }): Stanza {
    return st
        .iq({ type: "get", id: "q1", from: ROMEO, to: HOST, ...attributes } as st.IqAttributes)
        .tag("query", child)
        .up();
}

/** What a user is to get for a request. */
function result(inner: Stanza, attributes: Record<string, string> = {}): Stanza {
    return st
        .stanza("iq", {
            xmlns: "jabber:client",
            type: "result",
            id: inner.attr.id,
            to: inner.attr.from,
            ...attributes,
        })
        .tag("query", { xmlns: WORK })
        .text("42")
        .up();
}

function wrap(outer: Stanza, inner: Stanza, version = DELEGATION): Stanza {
    return st
        .iq({ type: "result", id: outer.attr.id!, from: outer.attr.to, to: outer.attr.from })
        .text("\n  ")
        .tag("delegation", { xmlns: version })
        .text("\n    ")
        .tag("forwarded", { xmlns: FORWARD })
        .add_child(inner);
}

function inside(outer: Stanza, version = DELEGATION): Stanza {
    return outer.get_child("delegation", version)!.get_child("forwarded", FORWARD)!.get_child("iq", "jabber:client")!;
}

function errorOf(stanza: Stanza): string {
    const [type, condition] = stanza.get_error();
    return `${stanza.attr.type} ${type} ${condition}`;
}

describe("mod_delegation", () => {
    let server: Server;

    function start(options: Record<string, unknown> = {}): void {
        server = startServer({ hosts: { [HOST]: { delegations: DELEGATIONS, ...options } } });
        server.load(HOST, "disco");
    }

    function online(address: string): Client {
        const client = server.connect_client(address);
        server.receive_from(client, st.presence());
        return client;
    }

    /** IQ requests that were sent to a JID since the last look, disco of the module left aside. */
    function forwarded(): Stanza[] {
        return server.take_sent().filter((stanza) => stanza.name === "iq" && stanza.attr.type === "set");
    }

    function forward(stanza: Stanza): Stanza {
        server.receive(stanza);
        const sent = forwarded();
        assert.are.equal(1, sent.length);
        return sent[0]!;
    }

    /** Takes a stanza in and gives the one that is sent for it. */
    function reply(stanza: Stanza): Stanza {
        server.receive(stanza);
        return server.take_one_sent();
    }

    function load(options: Record<string, unknown> = {}): Client {
        start(options);
        server.load(HOST, "delegation");
        const client = online(A);
        server.take_sent();
        server.clear_log();
        return client;
    }

    function disco(to = HOST): Stanza {
        server.take_sent();
        server.receive(st.iq({ type: "get", id: "d1", from: ROMEO, to }).tag("query", { xmlns: DISCO_INFO }).up());
        return server.take_one_sent().get_child("query", DISCO_INFO)!;
    }

    /** What a disco#info says, without the parts that every host has. */
    function said(query: Stanza): string[] {
        const found: string[] = [];
        for (const { name, attr } of query.tags) {
            const text = name === "feature" ? attr["var"]! : `${name} ${attr["category"] ?? ""}`;
            if (string.find(text, "urn:example", 1, true)[0] !== undefined || name !== "feature") {
                found.push(text);
            }
        }
        table.sort(found);
        return found;
    }

    /** The questions about features that were sent since the last look, by node. */
    function questions(): LuaMap<string, Stanza> {
        const found = new LuaMap<string, Stanza>();
        for (const stanza of server.take_sent()) {
            const query = stanza.get_child("query", DISCO_INFO);
            if (query !== undefined) {
                found.set(query.attr["node"]!, stanza);
            }
        }
        return found;
    }

    function answerDisco(question: Stanza, ...content: Stanza[]): void {
        const answer = st
            .iq({ type: "result", id: question.attr.id!, from: question.attr.to, to: question.attr.from })
            .tag("query", { xmlns: DISCO_INFO, node: question.get_child("query", DISCO_INFO)!.attr["node"] });
        for (const element of content) {
            element.attr.xmlns ??= DISCO_INFO;
            answer.add_child(element);
        }
        server.receive(answer.reset());
    }

    describe("forwarding", () => {
        before_each(() => {
            load();
        });

        it("wraps a request and leaves the original as it was", () => {
            const original = request({ to: `juliet@${HOST}` });
            const outer = forward(original);
            assert.are.equal(A, outer.attr.to);
            assert.are.equal(HOST, outer.attr.from);
            const inner = inside(outer);
            assert.are.equal(ROMEO, inner.attr.from);
            assert.are.equal(`juliet@${HOST}`, inner.attr.to);
            assert.are.equal("get", inner.attr.type);
            assert.is_nil(original.attr.xmlns);
        });

        it("takes the answer out, and out of jabber:client", () => {
            const outer = forward(request());
            const answer = reply(wrap(outer, result(inside(outer))));
            assert.are.same({ type: "result", id: "q1", to: ROMEO, from: HOST }, answer.attr);
            assert.are.equal("42", answer.get_child_text("query", WORK));
        });

        it("passes errors inside on as stanzas", () => {
            const outer = forward(request());
            const inner = inside(outer);
            const refusal = st
                .stanza("iq", { xmlns: "jabber:client", type: "error", id: inner.attr.id, to: inner.attr.from })
                .tag("error", { xmlns: "jabber:client", type: "auth" })
                .tag("forbidden", { xmlns: "urn:ietf:params:xml:ns:xmpp-stanzas" })
                .reset();
            const answer = reply(wrap(outer, refusal));
            assert.are.equal("error auth forbidden", errorOf(answer));
            assert.is_nil(answer.tags[0]!.attr.xmlns);
        });

        it("wins over what the server does with a client's IQs to nobody", () => {
            const roster = "jabber:iq:roster";
            load({ delegations: { [roster]: { jid: MANAGER }, [WORK]: { jid: MANAGER } } });
            server.load(HOST, "roster");
            const romeo = server.connect_client(`romeo@${HOST}/orchard`);
            for (const xmlns of [roster, WORK]) {
                server.receive_from(romeo, st.iq({ type: "get", id: "r1" }).tag("query", { xmlns }).up());
                const [outer, more] = forwarded();
                assert.are.equal(`romeo@${HOST}/orchard`, inside(outer!).attr.from);
                assert.is_nil(more);
            }
            assert.are.same([], romeo.received);
        });

        it("needs all filtering attributes", () => {
            for (const child of [{ xmlns: DESK }, { xmlns: DESK, node: "n" }, { xmlns: DESK, color: "red" }]) {
                assert.are.equal("error cancel service-unavailable", errorOf(reply(request({}, child))));
            }
            forward(request({}, { xmlns: DESK, node: "", color: "red" }));
        });

        it("leaves alone what others have answered", () => {
            server.receive(
                st.iq({ type: "result", id: "r1", from: ROMEO, to: HOST }).tag("query", { xmlns: WORK }).reset(),
            );
            server.receive(st.iq({ type: "result", id: "r2", from: ROMEO, to: HOST }));
            assert.are.same([], server.take_sent());
            assert.are.same([], server.complaints());
        });

        it("accepts the recipient as sender of the answer, and nobody else", () => {
            const own = forward(request());
            assert.are.equal("result", reply(wrap(own, result(inside(own), { from: HOST }))).attr.type);
            const forged = forward(request());
            const answer = reply(wrap(forged, result(inside(forged), { from: `juliet@${HOST}` })));
            assert.are.equal("error cancel service-unavailable", errorOf(answer));
            assert.are.equal(HOST, answer.attr.from);
            assert.are.equal(1, server.messages("warn").length);
        });

        it("answers once whatever comes", () => {
            const outer = forward(request());
            server.receive(wrap(outer, result(inside(outer))));
            server.receive(wrap(outer, result(inside(outer))));
            server.advance(100);
            assert.are.equal(1, server.take_sent().length);
            assert.are.equal(0, server.waiting_timers());
        });

        it("leaves nothing behind of requests that are never answered", () => {
            for (const index of $range(1, 500)) {
                server.receive(request({ id: `q${string.format("%d", index)}` }));
            }
            assert.are.equal(500, forwarded().length);
            server.advance(60);
            const refusals = server.take_sent();
            assert.are.equal(500, refusals.length);
            for (const refusal of refusals) {
                assert.are.equal("error cancel service-unavailable", errorOf(refusal));
            }
            assert.are.equal(0, server.waiting_timers());
        });

        it("ignores answers of others and goes on waiting", () => {
            const outer = forward(request());
            const forgery = wrap(outer, result(inside(outer)));
            forgery.attr.from = "mercutio@montague.example/x";
            server.receive(forgery);
            server.receive(st.iq({ type: "error", id: outer.attr.id!, from: ROMEO, to: HOST }));
            assert.are.same([], server.take_sent());
            assert.are.equal("result", reply(wrap(outer, result(inside(outer)))).attr.type);
        });

        it("refuses what has no id", () => {
            const stanza = request();
            (stanza.attr as { id: string | undefined }).id = undefined;
            assert.are.equal("error modify bad-request", errorOf(reply(stanza)));
        });
    });

    describe("configuration", () => {
        function complaints(options: Record<string, unknown>): string[] {
            start(options);
            server.try_load(HOST, "delegation");
            return server.complaints();
        }

        it("that is malformed in one delegation is left out there", () => {
            const lines = complaints({
                delegations: {
                    a: {},
                    b: { jid: 5 },
                    c: { jid: "@" },
                    d: { jid: HOST },
                    e: { jid: MANAGER, filtering: [1] },
                    f: true,
                    [DELEGATION]: { jid: MANAGER },
                    "urn:xmpp:delegation:7": { jid: MANAGER },
                    [WORK]: { jid: MANAGER },
                },
            });
            assert.are.equal(8, lines.length);
            for (const line of lines) {
                assert.matches("^Ignored the delegation of ", line);
            }
            online(A);
            server.take_sent();
            forward(request());
        });

        it("that is malformed as a whole stops the module", () => {
            for (const options of [
                { delegations: 5 },
                { delegation_version: 3 },
                { delegation_version: "2" },
                { delegation_timeout: 0 },
            ]) {
                const lines = complaints(options);
                assert.are.equal(1, lines.length);
                assert.matches("Option delegation[%w_]+ of example%.com: found", lines[0]!);
                assert.is_false(server.is_loaded(HOST, "delegation"));
            }
        });
    });

    describe("managing entities", () => {
        it("are told in each version, the rest of disco by its name there", () => {
            start({
                delegation_version: "both",
                delegations: { "http://jabber.org/protocol/disco#items:*": { jid: MANAGER } },
            });
            server.load(HOST, "delegation");
            online(A);
            const [message] = server.take_sent().filter(({ name }) => name === "message");
            for (const version of [DELEGATION, DELEGATION_1]) {
                const delegated = message!.get_child("delegation", version)!.tags;
                assert.are.equal(1, delegated.length);
                assert.are.equal(`${version}:bare:disco#items:*`, delegated[0]!.attr["namespace"]);
            }
        });

        it("are found where they were online before the module", () => {
            start();
            online(A);
            server.take_sent();
            server.load(HOST, "delegation");
            assert.are.equal(1, server.take_sent().filter(({ name }) => name === "message").length);
            forward(request());
        });

        it("hand over to the resource that came next", () => {
            const first = load();
            const second = online(B);
            forward(request());
            server.disconnect_client(first);
            const sent = server.take_sent();
            const refusals = sent.filter(({ attr }) => attr.to === ROMEO);
            assert.are.equal(1, refusals.length);
            assert.are.equal("error cancel service-unavailable", errorOf(refusals[0]!));
            assert.are.equal(B, forward(request()).attr.to);
            server.take_sent();
            server.disconnect_client(second);
            server.take_sent();
            assert.are.equal("error cancel service-unavailable", errorOf(reply(request())));
        });

        it("keep requests over a reload, in their order, and are told nothing new", () => {
            load();
            online(B);
            const outer = forward(request());
            server.reload(HOST, "delegation");
            assert.are.equal(0, server.take_sent().filter(({ name }) => name === "message").length);
            assert.are.equal("result", reply(wrap(outer, result(inside(outer)))).attr.type);
            assert.are.equal(A, forward(request()).attr.to);
        });

        it("are told what a reload changes", () => {
            load();
            server.reconfigure(HOST, { delegations: { [WORK]: { jid: MANAGER } } });
            server.reload(HOST, "delegation");
            const told = server.take_sent().filter(({ name }) => name === "message");
            assert.are.equal(1, told.length);
            assert.are.equal(1, told[0]!.get_child("delegation", DELEGATION)!.tags.length);
            server.reconfigure(HOST, { delegations: {} });
            server.reload(HOST, "delegation");
            const revoked = server.take_sent().filter(({ name }) => name === "message");
            assert.are.equal(1, revoked.length);
            assert.are.equal(0, revoked[0]!.get_child("delegation", DELEGATION)!.tags.length);
        });

        it("leave nobody waiting when the module is unloaded", () => {
            load();
            forward(request());
            server.unload(HOST, "delegation");
            assert.are.equal("error cancel service-unavailable", errorOf(server.take_one_sent()));
            assert.are.equal(0, server.waiting_timers());
        });
    });

    describe("service discovery", () => {
        function form(type: string): Stanza {
            return st
                .stanza("x", { xmlns: "jabber:x:data", type: "result" })
                .tag("field", { xmlns: "jabber:x:data", var: "FORM_TYPE", type: "hidden" })
                .tag("value", { xmlns: "jabber:x:data" })
                .text(type)
                .reset();
        }

        /** A module of Prosody's that stands in for one that does the work itself. */
        function internal(): Prosody.Module {
            return server.load(HOST, "ping").module;
        }

        it("hides what modules say, whether they came before or later, and puts it back", () => {
            start();
            const source = internal();
            source.add_identity("work", "hard");
            source.add_feature(WORK);
            source.add_feature(`${WORK}#more`);
            source.add_feature(`${WORK}shop`);
            source.add_extension(form(WORK));
            const before = said(disco());
            assert.are.same(["identity server", "identity work", WORK, `${WORK}#more`, `${WORK}shop`, "x "], before);
            server.load(HOST, "delegation");
            assert.are.same(["identity server", `${WORK}shop`], said(disco()));
            source.add_feature(`${WORK}/later`);
            source.add_identity("work", "later");
            assert.are.same(["identity server", `${WORK}shop`], said(disco()));
            server.reload(HOST, "delegation");
            assert.are.same(["identity server", `${WORK}shop`], said(disco()));
            server.unload(HOST, "delegation");
            const after = said(disco());
            assert.are.equal(before.length + 2, after.length);
            for (const text of before) {
                assert.is_true(after.includes(text));
            }
        });

        it("gives nothing back to modules that are gone", () => {
            start();
            internal().add_feature(WORK);
            server.load(HOST, "delegation");
            server.unload(HOST, "ping");
            server.unload(HOST, "delegation");
            assert.are.same(["identity server"], said(disco()));
        });

        it("shows what the entity says, without what is malformed", () => {
            start();
            server.load(HOST, "delegation");
            const client = online(A);
            const question = questions().get(`${DELEGATION}::${WORK}`)!;
            answerDisco(
                question,
                st.stanza("feature", { var: `${WORK}#theirs` }),
                st.stanza("feature"),
                st.stanza("identity", { category: "work", type: "their" }),
                st.stanza("identity", { type: "no category" }),
                form(WORK),
                st.stanza("x", { xmlns: "jabber:x:data" }),
            );
            assert.are.equal(1, server.messages("warn").length);
            assert.are.same(["identity server", "identity work", `${WORK}#theirs`, "x "], said(disco()));
            server.disconnect_client(client);
            assert.are.same(["identity server"], said(disco()));
        });

        it("takes no features from others than the entity", () => {
            start();
            server.load(HOST, "delegation");
            online(A);
            const question = questions().get(`${DELEGATION}::${WORK}`)!;
            question.attr.to = ROMEO;
            answerDisco(question, st.stanza("feature", { var: `${WORK}#forged` }));
            assert.are.same(["identity server"], said(disco()));
        });

        it("is asked in both versions, and the newer one wins", () => {
            start({ delegation_version: "both" });
            server.load(HOST, "delegation");
            online(A);
            const asked = questions();
            answerDisco(asked.get(`${DELEGATION}::${WORK}`)!, st.stanza("feature", { var: `${WORK}#2` }));
            answerDisco(asked.get(`${DELEGATION_1}::${WORK}`)!, st.stanza("feature", { var: `${WORK}#1` }));
            assert.are.same(["identity server", `${WORK}#2`], said(disco()));
            inside(forward(request()), DELEGATION);
        });

        it("decides the version of requests", () => {
            start({ delegation_version: "both" });
            server.load(HOST, "delegation");
            online(A);
            const asked = questions();
            const refused = asked.get(`${DELEGATION}::${WORK}`)!;
            server.receive(st.error_reply(refused, "cancel", "item-not-found").reset());
            answerDisco(asked.get(`${DELEGATION_1}::${WORK}`)!);
            const outer = forward(request());
            const inner = inside(outer, DELEGATION_1);
            assert.are.equal("result", reply(wrap(outer, result(inner), DELEGATION_1)).attr.type);
        });
    });
});
