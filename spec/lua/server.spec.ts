import { assert, before_each, describe, it } from "busted";
import * as st from "prosody.util.stanza";
import { startServer, type Server } from "typed-prosody/busted/server";

const HOST = "example.org";
const COMPONENT = "bot.example.org";

describe("a server for specs", () => {
    let server: Server;
    before_each(() => {
        server = startServer({
            options: { probe_global: "all" },
            hosts: { [HOST]: { probe_text: "here" } },
            components: { [COMPONENT]: { probe_text: "there", probe_url: "http://backend.example.com:8080/in?x=1" } },
        });
    });

    describe("options", () => {
        it("are those of the host, then those above all hosts", () => {
            const here = server.load(HOST, "probe").module;
            const there = server.load(COMPONENT, "probe").module;
            assert.are.equal("here", here.get_option_string("probe_text"));
            assert.are.equal("there", there.get_option_string("probe_text"));
            assert.are.equal("all", there.get_option("probe_global"));
            assert.is_nil(here.get_option("probe_nothing"));
        });

        it("are coerced with the complaint that Prosody logs", () => {
            const { module } = server.load(HOST, "probe");
            server.reconfigure(HOST, {
                probe_number: "12",
                probe_broken: "twelve",
                probe_flag: "true",
                probe_list: "one",
            });
            assert.are.equal(12, module.get_option_number("probe_number"));
            assert.is_true(module.get_option_boolean("probe_flag"));
            assert.are.same(["one"], module.get_option_array("probe_list"));
            assert.is_true(module.get_option_set("probe_list")!.contains("one"));
            assert.are.same([], server.complaints());
            assert.is_nil(module.get_option_number("probe_broken"));
            assert.are.same(
                ["Config option 'probe_broken' not understood, expecting a number"],
                server.messages("error", "example.org:probe"),
            );
        });

        it("change when the configuration is read again", () => {
            const { module } = server.load(HOST, "probe");
            let told = 0;
            module.hook_global("config-reloaded", () => {
                told += 1;
            });
            server.reconfigure(HOST, { probe_text: "new" });
            assert.are.equal(1, told);
            assert.are.equal("new", module.get_option_string("probe_text"));
        });
    });

    describe("modules", () => {
        it("have globals of their own", () => {
            const here = server.load(HOST, "probe");
            const there = server.load(COMPONENT, "probe");
            assert.are_not.equal(here, there);
            assert.are.equal(HOST, here["probed_host"]);
            assert.are.equal(COMPONENT, there["probed_host"]);
            assert.is_nil((_G as Record<string, unknown>)["probed_host"]);
        });

        it("that raise an error do not load, and leave no hook behind", () => {
            server.reconfigure(HOST, { probe_fail: "no such luck" });
            const [environment, reason] = server.try_load(HOST, "probe");
            assert.is_nil(environment);
            assert.matches("no such luck", reason);
            assert.is_false(server.is_loaded(HOST, "probe"));
            assert.matches("Error initializing module 'probe' on 'example.org'", server.messages("error")[0]);
            assert.has_error(() => server.hooks(HOST, "probe"));
        });

        it("that do not exist do not load", () => {
            assert.is_nil(server.try_load(HOST, "no_such_module")[0]);
        });

        it("hand their state over when they are reloaded", () => {
            const first = server.load(HOST, "probe");
            server.receive(st.message({ to: `user@${HOST}`, from: "friend@example.net/phone" }, "one"));
            const second = server.reload(HOST, "probe");
            assert.are_not.equal(first, second);
            server.receive(st.message({ to: `user@${HOST}`, from: "friend@example.net/phone" }, "two"));
            assert.are.equal(2, (second["count"] as () => number)());
        });

        it("lose their hooks, items and timers when they are unloaded", () => {
            const before = server.items(HOST, "feature");
            server.load(HOST, "probe");
            assert.are.same([{ event: "message/bare", priority: 5 }], server.hooks(HOST, "probe"));
            assert.are.equal(before.length + 1, server.items(HOST, "feature").length);
            assert.is_true(server.items(HOST, "feature").includes("urn:example:probe"));
            server.unload(HOST, "probe");
            assert.is_false(server.items(HOST, "feature").includes("urn:example:probe"));
            server.receive(st.message({ to: `user@${HOST}`, from: "friend@example.net/phone" }, "echo"));
            server.advance(100);
            assert.are.same([], server.messages("info", "example.org:probe"));
            assert.are.equal("service-unavailable", server.take_one_sent().get_error()[1]);
        });
    });

    describe("stanzas", () => {
        it("reach modules through Prosody's router, and what they send is kept", () => {
            server.load(COMPONENT, "probe");
            server.receive(st.message({ to: `any@${COMPONENT}`, from: "friend@example.net/phone", id: "m1" }, "echo"));
            const answer = server.take_one_sent();
            assert.are.equal(`any@${COMPONENT}`, answer.attr.from);
            assert.are.equal("friend@example.net/phone", answer.attr.to);
            assert.are.equal("echo", answer.get_child_text("body"));
            assert.are.same([], server.take_sent());
        });

        it("that nobody handles are answered by Prosody", () => {
            server.receive(
                st
                    .iq({ to: COMPONENT, from: "friend@example.net/phone", id: "i1", type: "get" })
                    .query("urn:example:none"),
            );
            const answer = server.take_one_sent();
            assert.are.equal("error", answer.attr.type);
            assert.are.equal("service-unavailable", answer.get_error()[1]);
        });

        it("with an invalid address are refused as in Prosody", () => {
            server.receive(st.message({ to: "@@", from: "friend@example.net/phone" }, "echo"));
            assert.are.equal("jid-malformed", server.take_one_sent().get_error()[1]);
            assert.are.equal(1, server.complaints().length);
        });

        it("of clients get the client's address", () => {
            server.load(HOST, "probe");
            const client = server.connect_client(`user@${HOST}/phone`);
            server.receive_from(client, st.message({ to: `other@${HOST}` }, "echo"));
            assert.are.equal(`user@${HOST}/phone`, server.take_one_sent().attr.to);
        });

        it("reach clients through their sessions, until they are gone", () => {
            const client = server.connect_client(`user@${HOST}/phone`);
            const query = () =>
                st
                    .iq({ to: `user@${HOST}/phone`, from: "friend@example.net/phone", id: "i1", type: "get" })
                    .query("urn:x");
            server.receive(query());
            assert.are.equal("i1", client.received[0]!.attr.id);
            server.disconnect_client(client);
            server.receive(query());
            assert.are.equal("service-unavailable", server.take_one_sent().get_error()[1]);
            assert.are.equal(1, client.received.length);
        });

        it("of modules go on to clients where the server routes", () => {
            const routing = startServer({ hosts: { [HOST]: {} }, routes: true });
            const { module } = routing.load(HOST, "probe");
            const client = routing.connect_client(`user@${HOST}/phone`);
            routing.receive_from(client, st.presence());
            module.send(st.message({ to: `user@${HOST}`, from: HOST }, "hello"));
            assert.is_true(client.received.some((stanza) => stanza.get_child_text("body") === "hello"));
        });

        it("of subscribed contacts are presence as in Prosody", () => {
            const routing = startServer({ hosts: { [HOST]: {} }, routes: true });
            routing.load(HOST, "roster");
            const anna = routing.connect_client(`anna@${HOST}/phone`);
            const bert = routing.connect_client(`bert@${HOST}/phone`);
            for (const client of [anna, bert]) routing.receive_from(client, st.presence());
            routing.receive_from(anna, st.presence({ to: `bert@${HOST}`, type: "subscribe" }));
            assert.is_true(bert.received.some(({ name, attr }) => name === "presence" && attr.type === "subscribe"));
            routing.receive_from(bert, st.presence({ to: `anna@${HOST}`, type: "subscribed" }));
            anna.received.length = 0;
            routing.receive_from(bert, st.presence().text_tag("status", "back"));
            assert.is_true(anna.received.some((stanza) => stanza.get_child_text("status") === "back"));
        });
    });

    describe("events", () => {
        it("run handlers by priority until one gives anything but nil", () => {
            const { module } = server.load(HOST, "probe");
            const order: string[] = [];
            const hook = (name: string, result: unknown, priority?: number) => {
                (
                    module as unknown as {
                        hook(event: string, handler: (this: void) => unknown, priority?: number): void;
                    }
                ).hook(
                    "probe-event",
                    () => {
                        order[order.length] = name;
                        return result;
                    },
                    priority,
                );
            };
            hook("last", undefined, -1);
            hook("stops", false);
            hook("first", undefined, 10);
            assert.is_false(server.fire(HOST, "probe-event"));
            assert.are.same(["first", "stops"], order);
            assert.is_nil(server.fire(COMPONENT, "probe-event"));
        });
    });

    describe("time", () => {
        it("passes only when it is told to", () => {
            const start = server.now();
            assert.are.equal(math.floor(start), os.time());
            server.advance(3600);
            assert.are.equal(start + 3600, server.now());
            assert.are.equal(math.floor(start) + 3600, os.time());
        });

        it("runs timers in their order, each at its time, and again as they ask", () => {
            const { module } = server.load(COMPONENT, "probe");
            const start = server.now();
            const order: string[] = [];
            module.add_timer(5, () => {
                order[order.length] = `late ${string.format("%d", server.now() - start)}`;
            });
            module.add_timer(2, (): number | undefined => {
                order[order.length] = `early ${string.format("%d", server.now() - start)}`;
                return order.length < 2 ? 2 : undefined;
            });
            server.advance(1);
            assert.are.same([], order);
            server.advance(60);
            assert.are.same(["early 2", "early 4", "late 5"], order);
        });

        it("stops timers that are told to stop", () => {
            const { module } = server.load(COMPONENT, "probe");
            let ran = false;
            const timer = module.add_timer(5, () => {
                ran = true;
            });
            server.advance(4);
            timer.stop();
            server.advance(10);
            assert.is_false(ran);
        });

        it("logs errors in timers and goes on", () => {
            const { module } = server.load(COMPONENT, "probe");
            let ran = false;
            module.add_timer(1, () => error("broken timer"));
            module.add_timer(2, () => {
                ran = true;
            });
            server.advance(3);
            assert.is_true(ran);
            assert.matches("broken timer", server.messages("error")[0]);
        });
    });

    describe("HTTP", () => {
        const post = () => server.receive(st.message({ to: COMPONENT, from: "friend@example.net/phone" }, "post"));

        before_each(() => {
            server.load(COMPONENT, "probe");
        });

        it("requests reach the backend as Prosody makes them", () => {
            post();
            const request = server.http.last_request();
            assert.are.equal("POST", request.method);
            assert.are.equal("/in?x=1", request.target);
            assert.are.equal("backend.example.com:8080", request.headers["host"]);
            assert.are.equal("text/plain", request.headers["content-type"]);
            assert.are.equal("post", request.body);
            assert.are.same([], server.take_sent());
        });

        it("answers reach the module", () => {
            post();
            server.http.last_request().respond({ status: 201, headers: { "X-Probe": "yes" }, body: "fine" });
            assert.are.equal("201 fine yes", server.take_one_sent().get_child_text("body"));
        });

        it("answers in pieces reach the module once they are whole", () => {
            post();
            const request = server.http.last_request();
            request.respond_raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nfi");
            assert.are.same([], server.take_sent());
            request.respond_raw("\r\n2\r\nne\r\n0\r\n\r\n");
            assert.are.equal("200 fine nil", server.take_one_sent().get_child_text("body"));
        });

        it("connections that break give code 0", () => {
            post();
            server.http.last_request().drop();
            assert.matches("^0 c", server.take_one_sent().get_child_text("body"));
        });

        it("connections that are refused give code 0", () => {
            server.http.refuse();
            post();
            assert.are.equal("0 connection refused nil", server.take_one_sent().get_child_text("body"));
            server.http.accept();
            post();
            assert.are.equal(1, server.http.requests().length);
        });

        it("names without address give code 0", () => {
            server.http.forget_host("backend.example.com");
            post();
            assert.matches("^0 ", server.take_one_sent().get_child_text("body"));
            assert.are.equal(0, server.http.requests().length);
        });

        it("silence ends when Prosody gives up on the connection", () => {
            post();
            server.advance(600);
            assert.are.same([], server.take_sent());
            server.advance(600);
            assert.are.equal("0 read timeout nil", server.take_one_sent().get_child_text("body"));
            assert.is_true(server.http.last_request().is_closed());
        });
    });

    describe("what modules provide over HTTP", () => {
        it("answers requests through Prosody's HTTP server", () => {
            const { module } = server.load(HOST, "probe");
            module.depends("http");
            module.provides("http", {
                default_path: "/probe",
                route: {
                    "GET /*": (event, path) => {
                        event.response.headers["x-probe"] = "yes";
                        return `${path as string} for ${event.request.headers["host"]}`;
                    },
                    POST: ({ request }) => (request.body === "bad" ? 400 : 204),
                },
            });
            const got = server.request(HOST, { path: "/probe/me" }).result();
            assert.are.equal(200, got?.status);
            assert.are.equal(`me for ${HOST}`, got?.body);
            assert.are.equal("yes", got?.headers["x-probe"]);
            assert.are.equal(204, server.request(HOST, { path: "/probe", body: "fine" }).result()?.status);
            assert.are.equal(400, server.request(HOST, { path: "/probe", body: "bad" }).result()?.status);
            assert.are.equal(404, server.request(HOST, { path: "/elsewhere" }).result()?.status);
            assert.are.same([], server.complaints());
        });
    });

    it("lets library code stand in a module", () => {
        const outer: unknown = rawget(_G as Record<string, unknown>, "module");
        const found = server.as_module(COMPONENT, "library", () => {
            module.log("warn", "told by %s", module.name);
            return module.get_option_string("probe_text");
        });
        assert.are.equal("there", found);
        assert.are.same(["told by library"], server.messages("warn", `${COMPONENT}:library`));
        assert.has_error(() => server.as_module(HOST, "library", () => error({ no: "luck" })), { no: "luck" });
        assert.are.equal(outer, rawget(_G as Record<string, unknown>, "module"));
    });

    it("keeps stores in memory", () => {
        const { module } = server.load(HOST, "probe");
        const [store] = module.open_store("probe", "keyval");
        assert.is_not_nil(store);
        store.set("user", { seen: 3 });
        assert.are.same({ seen: 3 }, server.open_store(HOST, "probe").get("user")[0]);
        assert.is_nil(server.open_store(COMPONENT, "probe").get("user")[0]);
    });

    it("starts afresh each time", () => {
        server.load(HOST, "probe");
        server.receive(st.message({ to: `user@${HOST}`, from: "friend@example.net/phone" }, "echo"));
        const next = startServer({ hosts: { [HOST]: {} } });
        assert.is_false(next.is_loaded(HOST, "probe"));
        assert.are.same([], next.take_sent());
        assert.are.same([], next.log);
        assert.is_nil(next.load(HOST, "probe").module.get_option("probe_text"));
    });
});
