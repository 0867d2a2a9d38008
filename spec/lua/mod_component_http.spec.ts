import { assert, before_each, describe, it } from "busted";
import * as json from "prosody.util.json";
import * as st from "prosody.util.stanza";
import { startServer, type HttpAnswer, type HttpRequest, type Server } from "typed-prosody/busted/server";

type Stanza = Prosody.Stanza;

const BOT = "bot.example.org";
const JULIET = `juliet@${BOT}`;
const ROMEO = "romeo@example.com/orchard";
const JSON_TYPE = { "Content-Type": "application/json" };

describe("mod_component_http", () => {
    let server: Server;

    function start(options: Record<string, unknown> = {}): void {
        server = startServer({
            components: {
                [BOT]: {
                    component_post_url: "http://127.0.0.1:8080/stanzas",
                    component_post_stanzas: ["message", "presence", "iq"],
                    ...options,
                },
            },
        });
        server.load(BOT, "component_http");
    }

    before_each(() => start());

    function message(attributes: Record<string, string> = {}): Stanza {
        return st.message({ to: JULIET, from: ROMEO, ...attributes }, "hello");
    }

    function iq(type: "get" | "set" = "get", id = "q1"): Stanza {
        return st.iq({ type, id, to: JULIET, from: ROMEO }).tag("query", { xmlns: "jabber:iq:version" }).up();
    }

    function receive(stanza: Stanza): HttpRequest {
        server.receive(stanza);
        return server.http.last_request();
    }

    function answerWith(request: HttpRequest, body: string): void {
        request.respond({ headers: JSON_TYPE, body });
    }

    function posted(request: HttpRequest): Record<string, unknown> {
        const [value] = json.decode(request.body);
        return value as unknown as Record<string, unknown>;
    }

    /** Asserts that nothing is left of what was asked: no request, no timer. */
    function assertIdle(): void {
        for (const request of server.http.requests()) {
            assert.is_true(request.is_closed());
        }
        assert.are.equal(0, server.waiting_timers());
    }

    function conditionOf(stanza: Stanza): string {
        const [type, condition] = stanza.get_error();
        return `${stanza.attr.type} ${type} ${condition}`;
    }

    it("hooks all kinds of addresses for what it posts, ahead of mod_iq", () => {
        const expected: string[] = [];
        for (const kind of ["iq", "message", "presence"]) {
            for (const address of ["bare", "full", "host"]) {
                expected.push(`${kind}/${address} 1`);
            }
        }
        assert.are.same(
            expected,
            server.hooks(BOT, "component_http").map((hook) => `${hook.event} ${string.format("%d", hook.priority)}`),
        );
    });

    it("makes one POST for each stanza and sends one stanza for its answer", () => {
        const request = receive(message({ type: "chat", id: "m1" }));
        assert.are.equal("POST", request.method);
        assert.are.equal("/stanzas", request.target);
        assert.are.equal("application/json", request.headers["content-type"]);
        const { stanza, ...rest } = posted(request);
        assert.are.same({ to: JULIET, from: ROMEO, kind: "message", type: "chat", id: "m1", body: "hello" }, rest);
        assert.does_match("<body>hello</body>", stanza as string);
        answerWith(request, '{"body":"re: hello"}');
        const reply = server.take_one_sent();
        assert.are.equal("re: hello", reply.get_child_text("body"));
        assert.are.same({ to: ROMEO, from: JULIET, type: "chat" }, reply.attr);
        assertIdle();
        assert.are.same([], server.complaints());
    });

    it("posts a copy: what others do to the stanza meanwhile does not matter", () => {
        const stanza = message();
        const request = receive(stanza);
        stanza.attr.from = "someone@else.example";
        stanza.attr.to = "another@else.example";
        answerWith(request, '{"body":"to you"}');
        assert.are.same({ to: ROMEO, from: JULIET }, server.take_one_sent().attr);
    });

    it("gives a reply no type that XMPP does not know", () => {
        answerWith(receive(message({ type: "gossip" })), '{"body":"x"}');
        assert.is_nil(server.take_one_sent().attr.type);
    });

    it("posts an IQ without id but has no answer to send", () => {
        const stanza = iq();
        stanza.attr.id = undefined;
        const request = receive(stanza);
        assert.are.equal("get", posted(request)["type"]);
        request.respond({ status: 500 });
        assert.are.same([], server.take_sent());
        answerWith(receive(stanza), "{}");
        assert.are.same([], server.take_sent());
        assert.are.equal(2, server.complaints().length);
        assertIdle();
    });

    describe("takes an answer in whatever pieces it comes", () => {
        const body = '{"body":"in pieces"}';
        const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        const bounded = `${head}Content-Length: ${string.format("%d", body.length)}\r\n\r\n${body}`;
        const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"bod\r\nf\r\ny":"in pieces"}\r\n0\r\n\r\n`;
        const untilClosed = `${head}\r\n${body}`;

        for (const [name, bytes] of pairs({ bounded, chunked, untilClosed })) {
            for (const size of [1, 7, 60, 1000]) {
                if (name === "chunked" && size < 60 && startServer().prosody.version === "0.11.9") {
                    // The parser of 0.11 never sees the end of a body whose last chunk comes in two pieces.
                    continue;
                }
                it(`${name}, ${string.format("%d", size)} bytes at a time`, () => {
                    const request = receive(message());
                    for (let from = 1; from <= bytes.length; from += size) {
                        request.respond_raw(string.sub(bytes, from, from + size - 1));
                    }
                    request.drop();
                    assert.are.equal("in pieces", server.take_one_sent().get_child_text("body"));
                    assert.are.same([], server.complaints());
                    assertIdle();
                });
            }
        }

        it("and bounds one that ends with the connection", () => {
            const request = receive(iq());
            request.respond_raw(`${head}\r\n`);
            for (let sent = 0; sent < 11 && !request.is_closed(); sent += 1) {
                request.respond_raw(string.rep("x", 1024 * 1024));
            }
            if (server.prosody.version !== "0.11.9") {
                // 0.11 takes up to 20 MiB before it breaks the connection itself.
                assert.is_true(request.is_closed());
            }
            request.drop();
            assert.does_match("^error ", conditionOf(server.take_one_sent()));
            assert.are.equal(1, server.complaints().length);
            assertIdle();
        });
    });

    describe("gives every IQ one answer", () => {
        const failures: Record<string, (request: HttpRequest) => void> = {
            "when the connection breaks": (request) => request.drop(),
            "when the connection breaks within the head": (request) => {
                request.respond_raw("HTTP/1.1 200 OK\r\nContent-");
                request.drop();
            },
            "when the connection breaks within the body": (request) => {
                request.respond_raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
                request.drop();
            },
            "when the answer is no HTTP": (request) => request.respond_raw("220 mail.example.org ESMTP\r\n\r\n"),
        };
        for (const [name, fail] of pairs(failures)) {
            it(`${name}: remote-server-timeout, and one warning`, () => {
                fail(receive(iq()));
                assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
                assert.are.equal(1, server.complaints().length);
                assertIdle();
            });
        }

        it("when the backend closes the connection before the announced body: after the timeout", () => {
            const request = receive(iq());
            request.respond_raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
            request.drop();
            server.advance(60);
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            assertIdle();
        });

        it("when the backend refuses the connection", () => {
            server.http.refuse();
            server.receive(iq());
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            assert.are.same(
                ["http://127.0.0.1:8080 failed on the iq from romeo@example.com/orchard: connection refused"],
                server.complaints(),
            );
            assertIdle();
        });

        it("when the backend's name has no address", () => {
            start({ component_post_url: "https://backend.example.org/x?key=hush" });
            server.http.forget_host("backend.example.org");
            server.receive(iq());
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            const [complaint] = server.complaints();
            assert.does_match("^https://backend.example.org failed on the iq from romeo", complaint!);
            assertIdle();
        });

        it("when the backend hangs: at the timeout, not before, and never again", () => {
            start({ component_post_timeout: 5 });
            const request = receive(iq());
            server.advance(4.9);
            assert.are.same([], server.take_sent());
            assert.is_false(request.is_closed());
            server.advance(0.2);
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            assert.is_true(request.is_closed());
            assert.are.same(
                ["http://127.0.0.1:8080 did not answer to the iq from romeo@example.com/orchard within 5 seconds"],
                server.complaints(),
            );
            server.advance(600);
            assert.are.same([], server.take_sent());
            assertIdle();
        });

        it("when the backend hangs for as long as may be configured: at the timeout, before Prosody gives up", () => {
            start({ component_post_timeout: 840 });
            receive(iq());
            server.advance(839.9);
            assert.are.same([], server.take_sent());
            server.advance(0.2);
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            assert.are.same(
                ["http://127.0.0.1:8080 did not answer to the iq from romeo@example.com/orchard within 840 seconds"],
                server.complaints(),
            );
            assertIdle();
        });

        it("whatever the backend answers with, and the component goes on", () => {
            const xmls = [
                "<iq type='result'/>",
                "<iq type='result' id='other'/>",
                "<iq type='set' id='s1'><x xmlns='urn:x'/></iq>",
                "<message/>",
                "<message to='&#127;@x'/>",
                "<message type='error'/>",
                "<presence type='probe'/>",
                "<message xmlns='jabber:server'/>",
                "<message><body>&#127;</body></message>",
                "<message a:b='c' xmlns:a='urn:a'/>",
                "<a:message xmlns:a='jabber:client'/>",
                "",
                "<",
            ];
            const values = ["null", "[]", "{}", "5", '""', "true", '"\\u0000"', '"\\ufffe"', '"\\u007f"', '"a@b/c"'];
            const bodies = ["5", "[]", "{", "null", "nope", '{"__array":5}', '{"__hash":[1]}', '{"__hash":5}'];
            for (const xml of xmls) {
                bodies.push(json.encode({ stanza: xml }));
                bodies.push(json.encode({ payload: xml }));
            }
            for (const property of ["to", "from", "kind", "type", "id", "body", "payload", "stanza"]) {
                for (const value of values) {
                    bodies.push(`{"${property}":${value}}`);
                }
            }
            for (const kind of ["message", "presence", "iq"]) {
                for (const type of ["get", "set", "result", "error", "chat", "probe", "unavailable"]) {
                    bodies.push(`{"kind":"${kind}","type":"${type}"}`);
                    bodies.push(`{"kind":"${kind}","type":"${type}","payload":"<error/>"}`);
                }
            }
            for (const body of bodies) {
                server.clear_log();
                answerWith(receive(iq("set", "q7")), body);
                let answers = 0;
                for (const stanza of server.take_sent()) {
                    const { type, id, to, from } = stanza.attr;
                    assert.are.equal(BOT, string.match(from!, "([^@/]+)$")[0] ?? BOT);
                    if (stanza.name === "iq" && (type === "result" || type === "error")) {
                        answers += 1;
                        assert.are.equal(`q7 ${ROMEO} ${JULIET}`, `${id} ${to} ${from}`, body);
                    }
                }
                assert.are.equal(1, answers, body);
                assert.is_true(server.complaints().length <= 1, table.concat(server.complaints(), "\n"));
                for (const complaint of server.complaints()) {
                    assert.does_match("^Answer of http://127.0.0.1:8080 to the iq from .* refused: ", complaint);
                }
                assertIdle();
            }
            answerWith(receive(message()), '{"body":"still here"}');
            assert.are.equal("still here", server.take_one_sent().get_child_text("body"));
        });
    });

    describe("replies nothing to a message", () => {
        const silent: Record<string, HttpAnswer> = {
            "204": { status: 204, headers: JSON_TYPE, body: '{"body":"x"}' },
            "another 2xx": { status: 201, headers: JSON_TYPE, body: '{"body":"x"}' },
            "another media type": { headers: { "Content-Type": "text/json" }, body: '{"body":"x"}' },
            "no media type": { body: '{"body":"x"}' },
            "an empty 200": { headers: JSON_TYPE },
        };
        for (const [name, answer] of pairs(silent)) {
            it(`for ${name}, and has nothing to complain of`, () => {
                receive(message()).respond(answer);
                assert.are.same([], server.take_sent());
                assert.are.same([], server.complaints());
                assertIdle();
            });
        }

        it("that is an error itself, nor to an error or a result of an IQ", () => {
            const stanzas = [
                message({ type: "error" }),
                st.presence({ type: "error", to: JULIET, from: ROMEO }),
                st.iq({ type: "error", id: "q1", to: JULIET, from: ROMEO }),
                st.iq({ type: "result", id: "q1", to: JULIET, from: ROMEO }),
            ];
            for (const stanza of stanzas) {
                const request = receive(stanza);
                assert.are.equal(stanza.attr.type, posted(request)["type"]);
                answerWith(request, '{"kind":"message","body":"x"}');
            }
            assert.are.same([], server.take_sent());
            assert.are.same([], server.complaints());
        });
    });

    for (const mediaType of ["application/json", "Application/JSON", " application/json ; charset=utf-8"]) {
        it(`takes "${mediaType}" for JSON`, () => {
            receive(message()).respond({ headers: { "Content-Type": mediaType }, body: '{"body":"x"}' });
            assert.are.equal("x", server.take_one_sent().get_child_text("body"));
        });
    }

    describe("refuses an answer in one line that names the property:", () => {
        const deep = string.rep("<a>", 100) + string.rep("</a>", 100);
        const notText = "expected text that XML can carry";
        const refused: [string, string][] = [
            ["5", "the JSON is a number 5, expected an object"],
            ["[]", "the JSON is an array, expected an object"],
            ["null", "the JSON is null, expected an object"],
            ["{", "malformed JSON, key expected"],
            [`"${string.rep("x", 512 * 1024)}"`, "524290 bytes are more than the limit of 524288"],
            ['{"body":7}', `body is a number 7, ${notText}`],
            ['{"body":null}', `body is null, ${notText}`],
            ['{"body":{}}', `body is an object, ${notText}`],
            ['{"body":["x"]}', `body is an array, ${notText}`],
            ['{"body":"\\uffff"}', `body is a string "\uffff", ${notText}`],
            [`{"body":"a${string.char(0xed, 0xa0, 0x80)}"}`, `body is a string "a???", ${notText}`],
            ['{"id":""}', `id is a string "", ${notText}`],
            ['{"id":true}', `id is a boolean true, ${notText}`],
            ['{"kind":"query"}', 'kind is a string "query", expected "message", "presence" or "iq"'],
            ['{"type":"get"}', 'type is a string "get", which no message has'],
            ['{"type":"error"}', 'type is "error" without an <error/> inside'],
            ['{"kind":"iq","type":"get"}', "payload must be one element in an iq of type get"],
            ['{"kind":"iq","type":"result"}', 'type is "result" where no iq waits for an answer'],
            ['{"to":"a@b@c"}', 'to is a string "a@b@c", expected a JID'],
            ['{"to":"a\\u0007b"}', 'to is a string "a?b", expected a JID'],
            ['{"from":"juliet@example.org"}', `from is a string "juliet@example.org", expected a JID of ${BOT}`],
            ['{"payload":[]}', "payload is an array, expected XML"],
            ['{"stanza":1}', "stanza is a number 1, expected XML"],
            ['{"stanza":"<iq/><iq/>"}', "stanza is no XML for a stream: "],
            ['{"stanza":"<x/>"}', "stanza is <x/>, expected <message/>, <presence/> or <iq/>"],
            [`{"stanza":"<message>${deep}</message>"}`, "stanza is nested deeper than 100 elements"],
            ['{"stanza":"<message>\\u0001</message>"}', "stanza has characters that XML cannot carry"],
            ['{"stanza":"<message from=\'x.org\'/>"}', `from is a string "x.org", expected a JID of ${BOT}`],
        ];
        for (const [body, problem] of refused) {
            it(problem, () => {
                answerWith(receive(message()), body);
                assert.are.same([], server.take_sent());
                const [complaint, ...others] = server.complaints();
                const [from, to] = string.find(complaint!, problem, 1, true);
                assert.is_truthy(from, complaint);
                assert.is_true(to === complaint!.length || string.sub(problem, -2) === ": ", complaint);
                assert.are.same([], others);
            });
        }

        it("the recipient of an IQ is who answers it", () => {
            answerWith(receive(iq()), `{"from":"nurse@${BOT}"}`);
            assert.are.equal("error cancel internal-server-error", conditionOf(server.take_one_sent()));
            assert.does_match("from is not the recipient of the iq$", server.complaints()[0]!);
        });
    });

    it("keeps path, query and credentials of the URL out of the log", () => {
        start({ component_post_url: "http://capulet:nurse@127.0.0.1:8080/path?key=hush" });
        receive(message()).respond({ status: 500 });
        server.http.refuse();
        server.receive(message());
        assert.are.equal(2, server.complaints().length);
        for (const { message: line } of server.log) {
            for (const secret of ["nurse", "capulet", "/path", "hush"]) {
                assert.is_nil(string.find(line, secret, 1, true)[0], line);
            }
        }
    });

    it("sends nothing but what a stream can carry: text of an answer is as it was, or refused", () => {
        for (let code = 0; code < 256; code += 1) {
            const text = `a${string.char(code)}b`;
            server.clear_log();
            answerWith(receive(message()), `{"body":"${string.format("a\\u%04xb", code)}"}`);
            const isControl = (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127;
            if (isControl) {
                assert.are.same([], server.take_sent());
                assert.are.equal(1, server.complaints().length);
            } else {
                const body = server.take_one_sent().get_child_text("body")!;
                assert.are.equal(code < 128 ? 3 : 4, body.length);
                if (code < 128) {
                    assert.are.equal(text, body);
                }
            }
        }
    });

    it("prepares addresses before it looks at them", () => {
        answerWith(receive(message()), '{"body":"x","from":"Nurse@BOT.example.org/Door","to":"ROMEO@Example.com"}');
        assert.are.same({ to: "romeo@example.com", from: `nurse@${BOT}/Door` }, server.take_one_sent().attr);
    });

    it("puts elements of jabber:client into the stanza's namespace, and only these", () => {
        answerWith(
            receive(message()),
            json.encode({
                stanza:
                    "<message xmlns='jabber:client'><body>x</body><forwarded xmlns='urn:xmpp:forward:0'>" +
                    "<message xmlns='jabber:client'><body>inner</body></message></forwarded></message>",
            }),
        );
        const reply = server.take_one_sent();
        assert.is_nil(reply.attr.xmlns);
        assert.are.equal("x", reply.get_child_text("body"));
        const inner = reply.get_child("forwarded", "urn:xmpp:forward:0")!.get_child("message", "jabber:client")!;
        assert.are.equal("inner", inner.get_child_text("body"));
    });

    describe("with requests in flight", () => {
        it("leaves nothing behind when unloaded: IQs are answered, late answers find nobody", () => {
            const asked = receive(iq());
            const told = receive(message());
            server.unload(BOT, "component_http");
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            answerWith(asked, "{}");
            answerWith(told, '{"body":"late"}');
            server.advance(3600);
            assert.are.same([], server.take_sent());
            assert.are.same([], server.complaints());
            assertIdle();
        });

        it("drops the answer to a request whose connection stood only after the end", () => {
            const origin = server.prosody.hosts[BOT]!;
            // Nothing but the handlers runs in here: the connection is still to come.
            origin.events.fire_event("iq/bare", { origin, stanza: iq() });
            assert.are.same([], server.http.requests());
            server.unload(BOT, "component_http");
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            const late = server.http.last_request();
            assert.is_false(late.is_closed());
            // The connection is closed as soon as it is there, not when the backend likes.
            server.advance(1);
            assert.is_true(late.is_closed());
            assert.are.same([], server.take_sent());
            assert.are.same([], server.complaints());
            assertIdle();
        });

        it("drops an answer that comes before such a connection is closed", () => {
            const origin = server.prosody.hosts[BOT]!;
            origin.events.fire_event("iq/bare", { origin, stanza: iq() });
            server.unload(BOT, "component_http");
            server.take_one_sent();
            answerWith(server.http.last_request(), "{}");
            server.advance(1);
            assert.are.same([], server.take_sent());
            assert.are.same([], server.complaints());
            assertIdle();
        });

        it("starts anew when reloaded", () => {
            const asked = receive(iq());
            server.reload(BOT, "component_http");
            assert.are.equal("error wait remote-server-timeout", conditionOf(server.take_one_sent()));
            answerWith(asked, "{}");
            assert.are.same([], server.take_sent());
            answerWith(receive(iq("get", "q2")), "{}");
            assert.are.equal("q2", server.take_one_sent().attr.id);
            assert.are.same([], server.complaints());
        });

        it("keeps no connection, timer or memory for what is done", () => {
            function burst(): void {
                for (let n = 0; n < 200; n += 1) {
                    const answers: HttpAnswer[] = [{ status: 204 }, { headers: JSON_TYPE, body: '{"body":"x"}' }];
                    receive(message()).respond(answers[n % 2]!);
                }
                server.take_sent();
                server.clear_log();
            }
            burst();
            assertIdle();
        });
    });

    describe("presence", () => {
        before_each(() => start({ component_post_stanzas: "message" }));

        function presence(type: "subscribe" | "unsubscribe" | "probe" | "error" | undefined, to = JULIET): string[] {
            server.receive(st.presence({ type, to, from: type === "probe" ? ROMEO : "romeo@example.com" }));
            assert.are.same([], server.http.requests());
            return server
                .take_sent()
                .map(({ name, attr }) => `${name} ${attr.type ?? "available"} ${attr.from} -> ${attr.to}`);
        }

        for (const contact of [BOT, JULIET]) {
            it(`accepts subscriptions to ${contact} and is online at once`, () => {
                assert.are.same(
                    [
                        `presence subscribed ${contact} -> romeo@example.com`,
                        `presence available ${contact} -> romeo@example.com`,
                    ],
                    presence("subscribe", contact),
                );
            });

            it(`acknowledges that a subscription to ${contact} ends`, () => {
                assert.are.same(
                    [
                        `presence unsubscribed ${contact} -> romeo@example.com`,
                        `presence unavailable ${contact} -> romeo@example.com`,
                    ],
                    presence("unsubscribe", contact),
                );
            });
        }

        it("speaks of subscriptions from the bare address", () => {
            const [subscribed] = presence("subscribe", `${JULIET}/balcony`);
            assert.are.equal(`presence subscribed ${JULIET} -> romeo@example.com`, subscribed);
        });

        it("answers probes from the address that was asked", () => {
            for (const to of [BOT, JULIET, `${JULIET}/balcony`]) {
                assert.are.same([`presence available ${to} -> ${ROMEO}`], presence("probe", to));
            }
        });

        it("takes all other kinds without a word", () => {
            assert.are.same([], presence(undefined));
            assert.are.same([], presence("error"));
        });
    });

    it("does not load with a timeout that Prosody would cut short", () => {
        server = startServer({
            components: { [BOT]: { component_post_url: "http://127.0.0.1:8080/", component_post_timeout: 840.5 } },
        });
        const [, reason] = server.try_load(BOT, "component_http");
        assert.are.equal(
            `Option component_post_timeout of ${BOT}: found a number 840.5, expected a number of seconds above 0 and at most 840`,
            tostring(reason),
        );
    });

    it("does not load, and hooks nothing, with a configuration that it cannot work with", () => {
        server = startServer({ components: { [BOT]: { component_post_url: 5 } } });
        const [environment, reason] = server.try_load(BOT, "component_http");
        assert.is_nil(environment);
        const line = `Option component_post_url of ${BOT}: found a number 5, expected a URL that starts with http:// or https://`;
        assert.are.equal(line, tostring(reason));
        assert.are.same([`Error initializing module 'component_http' on '${BOT}': ${line}`], server.complaints());
        server.receive(message());
        assert.are.equal("error cancel service-unavailable", conditionOf(server.take_one_sent()));
    });
});
