import { assert, before_each, describe, it } from "busted";
import { base64 } from "prosody.util.encodings";
import { sha256 } from "prosody.util.hashes";
import * as st from "prosody.util.stanza";
import { startServer, type Server } from "typed-prosody/busted/server";

type Stanza = Prosody.Stanza;

/** Of the whole process, so modules have no use for it. */
const { randomseed } = math as unknown as { randomseed(this: void, seed: number): void };

const PROXY = "proxy.example.org";
const TARGET = "worker@example.com";
const A = `${TARGET}/a`;
const B = `${TARGET}/b`;
const ROMEO = "romeo@montague.example/orchard";
const JULIET = "juliet@capulet.example/balcony";

function base64url(bytes: string): string {
    const [safe] = string.gsub(base64.encode(bytes), "[+/=]", { "+": "-", "/": "_", "=": "" });
    return safe;
}

/** Where the target sees a sender. */
function addressOf(sender: string): string {
    return `${PROXY}/${base64url(sender)}`;
}

function query(attributes: Record<string, string> = {}): Stanza {
    return st
        .iq({ type: "get", id: "q1", from: ROMEO, to: PROXY, ...attributes } as st.IqAttributes)
        .tag("query", { xmlns: "urn:example:work" })
        .text("how much?")
        .up();
}

/** What a client of the target answers to a request. */
function answerTo(request: Stanza, attributes: Record<string, string> = {}): Stanza {
    return st
        .iq({ type: "result", id: request.attr.id!, from: request.attr.to, to: request.attr.from, ...attributes })
        .tag("query", { xmlns: "urn:example:work" })
        .text("42")
        .up();
}

function errorOf(stanza: Stanza): string {
    const [type, condition] = stanza.get_error();
    return `${stanza.attr.type} ${type} ${condition}`;
}

describe("mod_client_proxy", () => {
    let server: Server;

    function start(options: Record<string, unknown> = { target_address: TARGET }): void {
        server = startServer({
            hosts: { "example.com": {}, "elsewhere.example": {} },
            components: { [PROXY]: options },
        });
    }

    function presence(from: string, type?: Prosody.Presence["attr"]["type"], to = PROXY): void {
        server.receive(st.presence({ from, to, type }));
    }

    /** Takes an IQ in and gives what the target is sent. */
    function dispatch(stanza: Stanza): Stanza {
        server.receive(stanza);
        return server.take_one_sent();
    }

    /** Loads the module with its subscription granted and resources available. */
    function load(...resources: string[]): void {
        start();
        server.load(PROXY, "client_proxy");
        presence(TARGET, "subscribed");
        for (const resource of resources) {
            presence(resource);
        }
        server.take_sent();
        server.clear_log();
    }

    /** Takes an IQ in that has to be refused. */
    function refusal(stanza: Stanza): string {
        const { id, from, to } = stanza.attr;
        const answer = dispatch(stanza);
        assert.are.equal(stanza.name, answer.name);
        assert.are.equal(id, answer.attr.id);
        assert.are.equal(from, answer.attr.to);
        assert.are.equal(to, answer.attr.from);
        return errorOf(answer);
    }

    /** Takes a stanza in that nobody gets to see, and gives the log's line about it. */
    function dropped(stanza: Stanza): string {
        server.clear_log();
        server.receive(stanza);
        assert.are.same([], server.take_sent());
        const lines = server.messages("info", `${PROXY}:client_proxy`);
        assert.are.equal(1, lines.length);
        return lines[0]!;
    }

    function sentTypes(): string[] {
        return server.take_sent().map((stanza) => `${stanza.name} ${stanza.attr.type}`);
    }

    describe("configuration", () => {
        function complaint(options: Record<string, unknown>): string {
            start(options);
            const [loaded] = server.try_load(PROXY, "client_proxy");
            assert.is_nil(loaded);
            const lines = server.complaints();
            assert.are.equal(1, lines.length);
            assert.are.same([], server.take_sent());
            return lines[0]!;
        }

        it("needs the target's address", () => {
            assert.matches("Option target_address of proxy%.example%.org: found nothing", complaint({}));
        });

        it("refuses what is no bare JID of an account, in one line", () => {
            for (const address of ["@", "worker@", "example.com", A, 5, "", { "1": TARGET }, "a b@example.com"]) {
                assert.matches(
                    "Option target_address of proxy%.example%.org: found .*, expected .*JID",
                    complaint({ target_address: address }),
                );
            }
        });

        it("refuses a timeout that is none", () => {
            for (const seconds of [0, -1, "60", 3601]) {
                assert.matches(
                    "Option client_proxy_timeout of proxy%.example%.org: found",
                    complaint({ target_address: TARGET, client_proxy_timeout: seconds }),
                );
            }
        });

        it("loads on components only", () => {
            server = startServer({ hosts: { "example.org": { target_address: TARGET } } });
            const [loaded] = server.try_load("example.org", "client_proxy");
            assert.is_nil(loaded);
            assert.are.equal(1, server.complaints().length);
            assert.matches("must be loaded as a component", server.complaints()[0]!);
        });

        it("takes another letter case for the same target", () => {
            start({ target_address: "WORKER@Example.COM" });
            server.load(PROXY, "client_proxy");
            presence(A);
            server.take_sent();
            assert.are.equal(A, dispatch(query()).attr.to);
        });
    });

    describe("subscription", () => {
        function ask(): void {
            start();
            server.load(PROXY, "client_proxy");
        }

        it("is asked for, and once it is granted, who is online", () => {
            ask();
            assert.are.same({ type: "subscribe", from: PROXY, to: TARGET }, server.take_one_sent().attr);
            presence(TARGET, "subscribed");
            assert.are.same({ type: "probe", from: PROXY, to: TARGET }, server.take_one_sent().attr);
        });

        it("waits for the server's start, when all hosts are there", () => {
            start();
            const started = server.prosody.start_time;
            rawset(server.prosody as { start_time: number | undefined }, "start_time", undefined);
            server.load(PROXY, "client_proxy");
            server.fire("*", "host-activated", "example.com");
            server.advance(10);
            assert.are.same([], sentTypes());
            rawset(server.prosody as { start_time: number | undefined }, "start_time", started);
            server.fire("*", "server-started");
            assert.are.same(["presence subscribe"], sentTypes());
        });

        it("is asked for again when the target's host comes back", () => {
            load(A);
            server.fire("*", "host-deactivated", "elsewhere.example");
            assert.are.equal(A, dispatch(query({ type: "set" })).attr.to);
            server.fire("*", "host-deactivated", "example.com");
            assert.are.equal("error wait recipient-unavailable", errorOf(server.take_one_sent()));
            assert.are.equal("error cancel service-unavailable", refusal(query()));
            server.fire("*", "host-activated", "elsewhere.example");
            assert.are.same([], sentTypes());
            server.fire("*", "host-activated", "example.com");
            assert.are.same(["presence probe"], sentTypes());
        });

        it("is asked for until it is granted, ever more rarely", () => {
            ask();
            server.take_sent();
            let expected = 60;
            for (const _ of $range(1, 14)) {
                server.advance(expected - 1);
                assert.are.same([], sentTypes());
                server.advance(1);
                assert.are.same(["presence subscribe"], sentTypes());
                expected = math.min(2 * expected, 86_400);
            }
            assert.are.equal(86_400, expected);
            presence(TARGET, "subscribed");
            assert.are.same(["presence probe"], sentTypes());
            server.advance(2 * 86_400);
            assert.are.same([], sentTypes());
            assert.are.equal(0, server.waiting_timers());
            assert.are.same([], server.complaints());
        });

        for (const type of ["unsubscribed", "unsubscribe"] as const) {
            it(`that ends with ${type} takes the resources along, and is asked for again after a while`, () => {
                load(A, B);
                server.receive(query());
                server.receive(query({ id: "q2", type: "set" }));
                server.take_sent();
                presence(TARGET, type);
                const sent = server.take_sent();
                assert.are.equal(2, sent.length);
                for (const stanza of sent) {
                    assert.are.equal("error wait recipient-unavailable", errorOf(stanza));
                }
                assert.are.equal("error cancel service-unavailable", refusal(query()));
                assert.are.same([`${TARGET} shows no presence: ${type}`], server.complaints());
                server.advance(59);
                assert.are.same([], sentTypes());
                server.advance(1);
                assert.are.same(["presence subscribe"], sentTypes());
                presence(TARGET, type);
                server.advance(119);
                assert.are.same([], sentTypes());
                server.advance(1);
                assert.are.same(["presence subscribe"], sentTypes());
            });
        }

        it("that was granted in between is asked for as soon as at first", () => {
            ask();
            server.advance(600);
            presence(TARGET, "subscribed");
            presence(TARGET, "unsubscribed");
            server.take_sent();
            server.advance(60);
            assert.are.same(["presence subscribe"], sentTypes());
        });

        it("that cannot be asked for is asked for again", () => {
            ask();
            const [subscribe] = server.take_sent() as [Stanza];
            server.receive(st.error_reply(subscribe, "cancel", "remote-server-not-found"));
            assert.are.same([], sentTypes());
            server.advance(60);
            assert.are.same(["presence subscribe"], sentTypes());
            assert.are.same([], server.complaints());
        });

        it("of others is none of the target's", () => {
            load();
            for (const from of ["workers@example.com/a", "worker@example.com.evil.example/a", "example.com/a", ROMEO]) {
                for (const type of ["subscribed", "unsubscribed", "unavailable", "available"] as const) {
                    presence(from, type === "available" ? undefined : type);
                    assert.are.equal("error modify bad-request", errorOf(server.take_one_sent()));
                }
            }
            assert.are.equal("error cancel service-unavailable", refusal(query()));
        });
    });

    describe("requests", () => {
        it("go to an available resource, and only their addresses change", () => {
            load(A);
            for (const type of ["get", "set"]) {
                const original = query({ type, id: `the ${type}`, "xml:lang": "it" });
                const expected = st.clone(original);
                expected.attr.to = A;
                expected.attr.from = addressOf(ROMEO);
                const unchanged = tostring(original);
                const request = dispatch(original);
                assert.are.same(expected.attr, request.attr);
                assert.are.equal(tostring(expected.tags[0]), tostring(request.tags[0]));
                assert.are.equal(1, request.tags.length);
                // Whoever sent it may still need it.
                assert.are.equal(unchanged, tostring(original));
            }
        });

        it("without a resource are refused", () => {
            load();
            assert.are.equal("error cancel service-unavailable", refusal(query()));
        });

        it("may be for any resource of the domain, and answers come from there", () => {
            load(A);
            const request = dispatch(query({ to: `${PROXY}/office` }));
            assert.are.equal(addressOf(ROMEO), request.attr.from);
            assert.are.equal(`${PROXY}/office`, dispatch(answerTo(request)).attr.from);
        });

        it("reach no account of the domain", () => {
            load(A);
            assert.are.equal("error cancel service-unavailable", refusal(query({ to: `somebody@${PROXY}` })));
            assert.are.equal("error cancel service-unavailable", refusal(query({ to: `somebody@${PROXY}/x` })));
        });

        it("without id are refused", () => {
            load(A);
            const stanza = query();
            stanza.attr.id = undefined;
            assert.are.equal("error modify bad-request", refusal(stanza));
        });

        it("without sender are dropped", () => {
            load(A);
            const stanza = query();
            stanza.attr.from = undefined;
            dropped(stanza);
            assert.are.equal(A, dispatch(query()).attr.to);
        });

        it("of the target itself are not allowed", () => {
            load(A);
            for (const to of [PROXY, addressOf(ROMEO), `somebody@${PROXY}`, `somebody@${PROXY}/x`]) {
                for (const from of [TARGET, A, B]) {
                    assert.are.equal("error cancel not-allowed", refusal(query({ from, to })));
                }
            }
        });

        it("spread evenly over resources that come and go", () => {
            // Three sigmas would fail once in a hundred runs: the draws are the same in each.
            randomseed(20);
            load();
            const online = new LuaMap<string, number>();
            const names: string[] = [];
            for (const number of $range(1, 5)) {
                names.push(`${TARGET}/${string.format("%d", number)}`);
            }
            // Every draw of a resource is one in as many as there are: the sums of what is expected and of its variance.
            const hits = new LuaMap<string, number>();
            const expected = new LuaMap<string, number>();
            const variance = new LuaMap<string, number>();
            let count = 0;
            for (const round of $range(1, 20_000)) {
                if (round % 50 === 1) {
                    const name = names[math.random(5) - 1]!;
                    const isOnline = online.has(name);
                    presence(name, isOnline ? "unavailable" : undefined);
                    if (isOnline) {
                        online.delete(name);
                    } else {
                        online.set(name, 1);
                    }
                    count += isOnline ? -1 : 1;
                    assert.are.same([], server.take_sent());
                }
                const sent = dispatch(query({ id: string.format("%d", round) }));
                if (count === 0) {
                    assert.are.equal("error cancel service-unavailable", errorOf(sent));
                } else {
                    const peer = sent.attr.to!;
                    assert.is_true(online.has(peer));
                    hits.set(peer, (hits.get(peer) ?? 0) + 1);
                    for (const [name] of pairs(online)) {
                        const chance = 1 / count;
                        expected.set(name, (expected.get(name) ?? 0) + chance);
                        variance.set(name, (variance.get(name) ?? 0) + chance * (1 - chance));
                    }
                    server.receive(answerTo(sent));
                    assert.are.equal(ROMEO, server.take_one_sent().attr.to);
                }
                server.clear_log();
            }
            for (const name of names) {
                const sigma = math.sqrt(variance.get(name) ?? 0);
                assert.is.near(expected.get(name) ?? 0, hits.get(name) ?? 0, 3 * sigma);
            }
        });
    });

    describe("a sender's address", () => {
        it("is the sender's own, and stays the same", () => {
            load(A);
            const first = dispatch(query()).attr.from;
            const other = dispatch(query({ from: JULIET })).attr.from;
            assert.are.equal(addressOf(ROMEO), first);
            assert.are.equal(addressOf(JULIET), other);
            server.unload(PROXY, "client_proxy");
            server.load(PROXY, "client_proxy");
            presence(A);
            server.take_sent();
            assert.are.equal(first, dispatch(query()).attr.from);
        });

        it("is a resource that everybody takes, whatever the sender's is", () => {
            load(A);
            for (const resource of [
                "ünïcødé ☃ 🌹",
                "a/b@c",
                "<&'\">",
                string.rep("x", 1020),
                string.rep("é", 510),
                "~.~?>",
            ]) {
                const from = `romeo@montague.example/${resource}`;
                const request = dispatch(query({ from }));
                const [name] = string.match(request.attr.from!, "^proxy%.example%.org/([%w_:-]+)$");
                assert.is_not_nil(name);
                assert.is_true(name!.length <= 1000);
                assert.are.equal(from, dispatch(answerTo(request)).attr.to);
            }
        });

        it("is a digest where the JID is too long", () => {
            load(A);
            const fitting = `romeo@montague.example/${string.rep("x", 727)}`;
            assert.are.equal(750, fitting.length);
            assert.are.equal(addressOf(fitting), dispatch(query({ from: fitting })).attr.from);
            const tooLong = fitting + "x";
            const request = dispatch(query({ from: tooLong }));
            assert.are.equal(`${PROXY}/sha256:${base64url(sha256(tooLong))}`, request.attr.from);
            assert.are.equal(tooLong, dispatch(answerTo(request)).attr.to);
        });

        it("differs between requests in flight that have the same id", () => {
            load(A);
            const requests = [1, 2, 3].map(() => dispatch(query()));
            const addresses = requests.map((request) => request.attr.from);
            assert.are.same([addressOf(ROMEO), `${addressOf(ROMEO)}.1`, `${addressOf(ROMEO)}.2`], addresses);
            for (const request of requests) {
                assert.are.equal("q1", request.attr.id);
                const answer = dispatch(answerTo(request));
                assert.are.equal(ROMEO, answer.attr.to);
                assert.are.equal("q1", answer.attr.id);
            }
            assert.are.equal(addressOf(ROMEO), dispatch(query()).attr.from);
        });

        it("is forgotten for the bulk of senders without harm", () => {
            load(A);
            for (const number of $range(1, 3000)) {
                const from = `user${string.format("%d", number)}@montague.example/orchard`;
                const request = dispatch(query({ from }));
                assert.are.equal(addressOf(from), request.attr.from);
                assert.are.equal(from, dispatch(answerTo(request)).attr.to);
                server.clear_log();
            }
            assert.are.equal(addressOf(ROMEO), dispatch(query()).attr.from);
        });
    });

    describe("answers", () => {
        it("go back to who asked, from where the request was sent to", () => {
            load(A);
            for (const type of ["result", "error"] as const) {
                const request = dispatch(query());
                const answer =
                    type === "result" ? answerTo(request) : st.error_reply(request, "auth", "forbidden", "no!");
                const [payload] = answer.tags as [Stanza];
                const passed = dispatch(answer);
                assert.are.same({ type, id: "q1", to: ROMEO, from: PROXY }, passed.attr);
                assert.are.equal(tostring(payload), tostring(passed.tags[0]));
            }
            assert.are.same([], server.complaints());
        });

        it("pass once", () => {
            load(A);
            const request = dispatch(query());
            const answer = answerTo(request);
            dispatch(st.clone(answer));
            assert.matches("it answers no request in flight", dropped(answer));
        });

        it("pass from no other resource, and not under another id or address", () => {
            load(A, B);
            const request = dispatch(query());
            const wrong = request.attr.to === A ? B : A;
            for (const attributes of [
                { from: wrong },
                { from: TARGET },
                { from: `${TARGET}/c` },
                { id: "q2" },
                { to: PROXY },
                { to: addressOf(JULIET) },
                { to: `${addressOf(ROMEO)}.1` },
                { to: `somebody@${PROXY}` },
                { to: `somebody@${PROXY}/${base64url(ROMEO)}` },
            ]) {
                dropped(answerTo(request, attributes));
                dropped(answerTo(request, { ...attributes, type: "error" }));
            }
            const nameless = answerTo(request);
            nameless.attr.id = undefined;
            dropped(nameless);
            assert.are.equal(ROMEO, dispatch(answerTo(request)).attr.to);
        });

        it("of others are left to the modules that asked for them", () => {
            load(A);
            const request = dispatch(query());
            server.receive(answerTo(request, { from: ROMEO }));
            server.receive(answerTo(request, { from: "worker@example.comm/a" }));
            assert.are.same([], server.take_sent());
            assert.are.same([], server.messages("info", `${PROXY}:client_proxy`));
            assert.are.equal(ROMEO, dispatch(answerTo(request)).attr.to);
        });
    });

    describe("other stanzas", () => {
        it("of users are refused, but never errors", () => {
            load(A);
            for (const to of [PROXY, `${PROXY}/x`, `somebody@${PROXY}`, `somebody@${PROXY}/x`]) {
                for (const type of ["chat", "groupchat", "headline", "normal"] as const) {
                    const message = st.message({ type, id: "m1", from: ROMEO, to }, "hello");
                    assert.are.equal("error cancel feature-not-implemented", refusal(message));
                }
                for (const type of ["subscribe", "unsubscribed", "unavailable", "probe"] as const) {
                    assert.are.equal(
                        "error modify bad-request",
                        refusal(st.presence({ type, id: "p1", from: ROMEO, to })),
                    );
                }
                assert.are.equal(
                    "error cancel feature-not-implemented",
                    refusal(st.message({ from: ROMEO, to }, "hello")),
                );
                assert.are.equal("error modify bad-request", refusal(st.presence({ from: ROMEO, to })));
                server.receive(st.error_reply(st.message({ from: to, to: ROMEO }), "cancel", "item-not-found"));
                server.receive(st.error_reply(st.presence({ from: to, to: ROMEO }), "cancel", "item-not-found"));
                server.receive(st.error_reply(query({ from: to, to: ROMEO }), "cancel", "item-not-found"));
                server.receive(answerTo(query({ from: to, to: ROMEO })));
                assert.are.same([], server.take_sent());
            }
            assert.are.same([], server.complaints());
        });

        it("of the target are dropped", () => {
            load(A);
            for (const to of [PROXY, addressOf(ROMEO), `somebody@${PROXY}`, `somebody@${PROXY}/x`]) {
                assert.matches("messages are not passed on", dropped(st.message({ from: A, to }, "hello")));
                dropped(st.message({ type: "error", from: A, to }));
                if (to !== PROXY) {
                    assert.matches("presence is not passed on", dropped(st.presence({ from: A, to })));
                    dropped(st.presence({ type: "unavailable", from: A, to }));
                }
            }
            for (const type of ["probe", "subscribe"] as const) {
                dropped(st.presence({ type, from: TARGET, to: PROXY }));
            }
            dropped(st.presence({ from: TARGET, to: PROXY }));
            assert.are.equal(A, dispatch(query()).attr.to);
        });
    });

    describe("a request in flight", () => {
        it("is tried on another resource when the client goes offline, where it is a get", () => {
            load(A, B);
            const original = query();
            const first = dispatch(original);
            const [gone, other] = first.attr.to === A ? [A, B] : [B, A];
            presence(gone, "unavailable");
            const second = server.take_one_sent();
            assert.are.equal(other, second.attr.to);
            assert.are.equal(first.attr.from, second.attr.from);
            assert.are.equal("q1", second.attr.id);
            assert.are.equal(tostring(original.tags[0]), tostring(second.tags[0]));
            dropped(answerTo(first));
            assert.are.equal(ROMEO, dispatch(answerTo(second)).attr.to);
            dropped(answerTo(second));
        });

        it("is refused when the client goes offline and no other is there", () => {
            load(A);
            dispatch(query());
            presence(A, "unavailable");
            const answer = server.take_one_sent();
            assert.are.same({ type: "error", id: "q1", to: ROMEO, from: PROXY }, answer.attr);
            assert.are.equal("error wait recipient-unavailable", errorOf(answer));
        });

        it("is refused when the client goes offline, where it is a set", () => {
            load(A, B);
            const request = dispatch(query({ type: "set" }));
            presence(request.attr.to!, "unavailable");
            assert.are.equal("error wait recipient-unavailable", errorOf(server.take_one_sent()));
            dropped(answerTo(request));
        });

        it("is refused when all clients go offline at once", () => {
            load(A, B);
            dispatch(query());
            presence(TARGET, "unavailable");
            assert.are.equal("error wait recipient-unavailable", errorOf(server.take_one_sent()));
            assert.are.equal("error cancel service-unavailable", refusal(query()));
        });

        it("is tried on another resource when the server says that the client is gone", () => {
            load(A, B, `${TARGET}/c`);
            const first = dispatch(query());
            const gone = st.error_reply(first, "wait", "recipient-unavailable");
            const second = dispatch(gone);
            assert.are.equal("get", second.attr.type);
            assert.are_not.equal(first.attr.to, second.attr.to);
            presence(first.attr.to!, "unavailable");
            assert.are.same([], server.take_sent());
            // Once: a server may say so of each of them.
            const answer = dispatch(st.error_reply(second, "wait", "recipient-unavailable"));
            assert.are.equal(ROMEO, answer.attr.to);
            assert.are.equal("error wait recipient-unavailable", errorOf(answer));
        });

        it("is not tried again for any other error, nor where it is a set", () => {
            load(A, B);
            assert.are.equal(ROMEO, dispatch(st.error_reply(dispatch(query()), "wait", "resource-constraint")).attr.to);
            const set = dispatch(query({ type: "set" }));
            assert.are.equal(ROMEO, dispatch(st.error_reply(set, "wait", "recipient-unavailable")).attr.to);
        });

        it("gets the error of the only client's server", () => {
            load(A);
            const gone = st.error_reply(dispatch(query()), "wait", "recipient-unavailable");
            assert.are.equal("error wait recipient-unavailable", errorOf(dispatch(gone)));
        });

        it("times out once, a minute after it came, however often it was tried", () => {
            load(A, B);
            const request = dispatch(query());
            server.advance(40);
            presence(request.attr.to!, "unavailable");
            const again = server.take_one_sent();
            server.advance(19);
            assert.are.same([], server.take_sent());
            server.advance(1);
            const answer = server.take_one_sent();
            assert.are.same({ type: "error", id: "q1", to: ROMEO, from: PROXY }, answer.attr);
            assert.are.equal("error wait remote-server-timeout", errorOf(answer));
            dropped(answerTo(again));
            presence(again.attr.to!, "unavailable");
            assert.are.same([], server.take_sent());
            assert.are.equal(0, server.waiting_timers());
        });

        it("times out after the configured time, each at its own", () => {
            start({ target_address: TARGET, client_proxy_timeout: 5 });
            server.load(PROXY, "client_proxy");
            presence(TARGET, "subscribed");
            presence(A);
            server.take_sent();
            for (const id of ["1", "2", "3"]) {
                dispatch(query({ id }));
                server.advance(1);
            }
            for (const id of ["1", "2", "3"]) {
                server.advance(1);
                if (id === "1") {
                    assert.are.same([], server.take_sent());
                    server.advance(1);
                }
                assert.are.equal(id, server.take_one_sent().attr.id);
            }
            assert.are.equal(0, server.waiting_timers());
        });
    });

    describe("a reload", () => {
        it("loses no request in flight, no resource and no consent", () => {
            load(A);
            const request = dispatch(query());
            const twin = dispatch(query());
            server.advance(30);
            server.reload(PROXY, "client_proxy");
            assert.are.same(["presence probe"], sentTypes());
            const next = dispatch(query());
            assert.are_not.equal(request.attr.from, next.attr.from);
            assert.are_not.equal(twin.attr.from, next.attr.from);
            for (const each of [twin, request]) {
                const answer = dispatch(answerTo(each));
                assert.are.same({ type: "result", id: "q1", to: ROMEO, from: PROXY }, answer.attr);
                dropped(answerTo(each));
            }
            server.advance(59);
            assert.are.same([], server.take_sent());
            server.advance(1);
            assert.are.equal("error wait remote-server-timeout", errorOf(server.take_one_sent()));
            server.advance(86_400);
            assert.are.same([], server.take_sent());
            assert.are.equal(0, server.waiting_timers());
            assert.are.same([], server.complaints());
        });

        it("keeps deadlines, and puts them forward where there is less time now", () => {
            load(A);
            dispatch(query({ id: "1" }));
            server.advance(20);
            dispatch(query({ id: "2" }));
            server.reload(PROXY, "client_proxy");
            server.take_sent();
            server.advance(40);
            assert.are.equal("1", server.take_one_sent().attr.id);
            server.reconfigure(PROXY, { client_proxy_timeout: 5 });
            server.reload(PROXY, "client_proxy");
            server.take_sent();
            server.advance(5);
            assert.are.equal("2", server.take_one_sent().attr.id);
        });

        it("with another target answers what the former one had to", () => {
            load(A);
            const request = dispatch(query());
            server.reconfigure(PROXY, { target_address: "other@example.com" });
            server.reload(PROXY, "client_proxy");
            const [answer, subscribe, more] = server.take_sent() as Stanza[];
            assert.are.equal("error wait recipient-unavailable", errorOf(answer!));
            assert.are.same({ type: "subscribe", from: PROXY, to: "other@example.com" }, subscribe!.attr);
            assert.is_nil(more);
            assert.are.equal("error cancel service-unavailable", refusal(query()));
            server.receive(answerTo(request));
            assert.are.same([], server.take_sent());
        });

        it("that fails answers what is in flight", () => {
            load(A);
            dispatch(query());
            dispatch(query({ id: "q2", type: "set" }));
            server.reconfigure(PROXY, { target_address: 5 });
            assert.has.errors(() => server.reload(PROXY, "client_proxy"));
            server.settle();
            assert.are.same(
                ["q1 error wait recipient-unavailable", "q2 error wait recipient-unavailable"],
                server.take_sent().map((stanza) => `${stanza.attr.id} ${errorOf(stanza)}`),
            );
            server.advance(86_400);
            assert.are.same([], server.take_sent());
            assert.are.equal(0, server.waiting_timers());
        });

        it("while the target is asked goes on asking", () => {
            start();
            server.load(PROXY, "client_proxy");
            server.take_sent();
            server.reload(PROXY, "client_proxy");
            assert.are.same(["presence subscribe"], sentTypes());
            server.advance(60);
            assert.are.same(["presence subscribe"], sentTypes());
        });
    });

    it("answers what is in flight when it is unloaded, and withdraws nothing", () => {
        load(A);
        const request = dispatch(query());
        dispatch(query({ id: "q2", type: "set" }));
        server.unload(PROXY, "client_proxy");
        assert.are.same(
            ["q1 error wait recipient-unavailable", "q2 error wait recipient-unavailable"],
            server.take_sent().map((stanza) => `${stanza.attr.id} ${errorOf(stanza)}`),
        );
        server.receive(answerTo(request));
        server.advance(86_400);
        assert.are.same([], server.take_sent());
        assert.are.equal(0, server.waiting_timers());
        assert.are.same([], server.complaints());
    });

    it("leaves no timer behind when it is unloaded", () => {
        load(A);
        dispatch(query());
        presence(TARGET, "unsubscribed");
        assert.is_true(server.waiting_timers() > 0);
        server.unload(PROXY, "client_proxy");
        assert.are.equal(0, server.waiting_timers());
    });

    describe("memory", () => {
        before_each(() => load(A));

        function inUse(): number {
            server.clear_log();
            collectgarbage();
            collectgarbage();
            return collectgarbage("count");
        }

        function flood(requests: number, each: (this: void, sent: Stanza) => void): void {
            const sent: Stanza[] = [];
            for (const number of $range(1, requests)) {
                sent.push(dispatch(query({ id: string.format("%d", number) })));
                // A table keeps the size that it once had, the log's too.
                server.clear_log();
            }
            for (const request of sent) {
                each(request);
                server.take_sent();
                server.clear_log();
            }
        }

        it("comes back when all is answered", () => {
            // Lua's table of all strings, too, keeps the size that as many need.
            flood(5000, (request) => server.receive(answerTo(request)));
            // What LuaJIT's stack still points to goes with the next ones.
            flood(100, (request) => server.receive(answerTo(request)));
            const before = inUse();
            flood(5000, (request) => server.receive(answerTo(request)));
            assert.is_true(inUse() - before < 32);
        });

        it("comes back when nothing is answered", () => {
            // The log of this server grows to its size.
            for (const _ of $range(1, 6000)) {
                server.receive(st.message({ from: A, to: PROXY }));
            }
            flood(5000, () => {});
            server.advance(60);
            server.take_sent();
            const before = inUse();
            flood(5000, () => {});
            server.advance(60);
            assert.are.equal(5000, server.take_sent().length);
            assert.is_true(inUse() - before < 32);
            assert.are.equal(0, server.waiting_timers());
        });
    });
});
