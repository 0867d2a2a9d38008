import { assert, before_each, describe, it } from "busted";
import * as json from "prosody.util.json";
import * as st from "prosody.util.stanza";
import { startServer, type Client, type HttpResult, type Server } from "typed-prosody/busted/server";

/** What Lua can count instructions with. */
const hooks = debug as unknown as {
    sethook(this: void, hook?: (this: void) => void, mask?: string, count?: number): void;
};

const HOST = "example.org";
const ROMEO = `romeo@${HOST}`;
const JULIET = `juliet@${HOST}`;

describe("mod_http_roster_admin", () => {
    let server: Server;

    let instance: Prosody.Module;

    function start(options: Record<string, unknown> = { http_roster_admin_allow: ["198.51.100.0/24"] }): void {
        server = startServer({
            // All requests come from there; for whom, a header says.
            options: { trusted_proxies: ["198.51.100.7"] },
            hosts: {
                [HOST]: {
                    http_roster_url: "http://127.0.0.1:8080/contacts/%s?case=a%2Fb",
                    ...options,
                },
            },
            routes: true,
        });
        instance = server.load(HOST, "http_roster_admin").module;
    }

    before_each(() => start());

    function answer(body: string, headers: Record<string, string> = {}): void {
        server.http.last_request().respond({ headers, body });
    }

    function ask(client: Client, id = "r1"): void {
        client.received.length = 0;
        server.receive_from(client, st.iq({ type: "get", id }).tag("query", { xmlns: "jabber:iq:roster" }).up());
    }

    /** A client that has its roster and is available. */
    function online(jid: string, roster: string): Client {
        const client = server.connect_client(`${jid}/phone`);
        ask(client);
        answer(roster);
        server.receive_from(client, st.presence());
        client.received.length = 0;
        return client;
    }

    function describeItems(stanza: Prosody.Stanza): string[] {
        const found: string[] = [];
        const query = stanza.get_child("query", "jabber:iq:roster")!;
        for (const item of query.tags) {
            const groups = item.tags.map((group) => group.get_text()!);
            table.sort(groups);
            found.push(
                `${item.attr.jid} ${item.attr.subscription} ${item.attr.name ?? "-"} ${table.concat(groups, ",")}`,
            );
        }
        table.sort(found);
        return found;
    }

    function pushes(client: Client): string[] {
        const found: string[] = [];
        for (const stanza of client.received) {
            if (stanza.name === "iq" && stanza.attr.type === "set") {
                found.push(describeItems(stanza)[0]!);
            }
        }
        table.sort(found);
        return found;
    }

    function presence(client: Client): string[] {
        const found: string[] = [];
        for (const stanza of client.received) {
            if (stanza.name === "presence") {
                found.push(`${stanza.attr.from} ${stanza.attr.type ?? "available"}`);
            }
        }
        return found;
    }

    function refresh(body: string, headers: Record<string, string> = {}): (this: void) => HttpResult | undefined {
        const exchange = server.request(HOST, { path: "/roster_admin/refresh", body, headers });
        return () => exchange.result();
    }

    function summary(result: HttpResult | undefined): Record<string, unknown> {
        const [value] = json.decode(result!.body);
        return value as unknown as Record<string, unknown>;
    }

    it("encodes the username, and nothing else of the URL", () => {
        const client = server.connect_client(`a%1+b@${HOST}/x`);
        ask(client);
        assert.are.equal("/contacts/a%251%2bb?case=a%2Fb", server.http.last_request().target);
        answer("{}");
        assert.are.same([], describeItems(client.received[0]!));
    });

    it("takes groups as list and as object, with empty arrays for empty objects", () => {
        const client = server.connect_client(`${ROMEO}/phone`);
        ask(client);
        answer(
            '{"a@x.example":{"groups":["B","A"]},"b@x.example":{"groups":{"A":true,"No":false}},"c@x.example":[],"d@x.example":{"groups":[],"name":""}}',
        );
        assert.are.same(
            ["a@x.example both - A,B", "b@x.example both - A", "c@x.example both - ", "d@x.example both - "],
            describeItems(client.received[0]!),
        );
        assert.are.same([], server.complaints());
    });

    it("refuses what streams cannot carry, and goes on", () => {
        const client = server.connect_client(`${ROMEO}/phone`);
        ask(client);
        answer(
            '{"x..":{},"a@x.example":{"name":"a\\u0007b"},"b@x.example":{"name":"' +
                string.char(0xff) +
                '"},"c@x.example":{"groups":["\\u0001","ok"]},"x\\n.example":{}}',
        );
        assert.are.same(
            ["a@x.example both - ", "b@x.example both - ", "c@x.example both - ok"],
            describeItems(client.received[0]!),
        );
        assert.are.equal(1, server.complaints().length);
        assert.does_match(
            "^Roster of romeo: 2 contacts skipped, 3 values ignored, the first is ",
            server.complaints()[0]!,
        );
    });

    it("tells contacts and user of each other as subscriptions come and go", () => {
        const juliet = online(JULIET, `{"${ROMEO}":{}}`);
        const romeo = online(ROMEO, "{}");
        juliet.received.length = 0;
        const change = (data: string): void => {
            romeo.received.length = 0;
            juliet.received.length = 0;
            refresh('["romeo"]');
            answer(`{"${JULIET}":${data}}`);
        };
        change('{"subscription":"to"}');
        assert.are.same([`${JULIET} to - `], pushes(romeo));
        assert.are.same([`${JULIET}/phone available`], presence(romeo));
        assert.are.same([], presence(juliet));
        change('{"subscription":"both"}');
        assert.are.same([`${ROMEO}/phone available`], presence(juliet));
        assert.are.same([], presence(romeo));
        change('{"subscription":"from"}');
        assert.are.same([`${JULIET}/phone unavailable`], presence(romeo));
        assert.are.same([], presence(juliet));
        change('{"subscription":"none"}');
        assert.are.same([], presence(romeo));
        assert.are.same([`${ROMEO}/phone unavailable`], presence(juliet));
        change('{"subscription":"none"}');
        assert.are.same([], romeo.received);
    });

    it("repeats what fails at once, later and later, and leaves its place to others meanwhile", () => {
        start({ http_roster_parallel: 1 });
        const romeo = server.connect_client(`${ROMEO}/phone`);
        const juliet = server.connect_client(`${JULIET}/phone`);
        ask(romeo);
        ask(juliet);
        assert.are.equal(1, server.http.requests().length);
        server.http.last_request().respond({ status: 503 });
        assert.are.equal("/contacts/juliet?case=a%2Fb", server.http.last_request().target);
        answer("{}");
        server.advance(0.9);
        assert.are.equal(2, server.http.requests().length);
        server.advance(0.2);
        assert.are.equal(3, server.http.requests().length);
        server.http.last_request().drop();
        server.advance(1.9);
        assert.are.equal(3, server.http.requests().length);
        server.advance(0.2);
        answer(`{"${JULIET}":{}}`);
        assert.are.same([`${JULIET} both - `], describeItems(romeo.received[0]!));
        assert.are.same([], server.complaints());
        assert.are.equal(0, server.waiting_timers());
    });

    it("gives up after the last repetition, and shows that the backend fails until it answers", () => {
        start({ http_roster_retries: 1 });
        const romeo = server.connect_client(`${ROMEO}/phone`);
        ask(romeo);
        server.http.last_request().respond({ status: 500 });
        server.advance(1);
        server.http.last_request().respond({ status: 500 });
        const [type, condition] = romeo.received[0]!.get_error();
        assert.are.equal("wait internal-server-error", `${type} ${condition}`);
        assert.are.same(["Roster of romeo: http://127.0.0.1:8080: answered 500"], server.complaints());
        const hasStatus = (instance as unknown as { set_status?: unknown }).set_status !== undefined;
        assert.are.equal(hasStatus ? "warn" : undefined, instance.status_type);
        ask(romeo);
        answer("{}");
        assert.are.equal(hasStatus ? "info" : undefined, instance.status_type);
    });

    it("does not repeat what took too long, and drops a late answer", () => {
        start({ http_roster_timeout: 5 });
        const romeo = server.connect_client(`${ROMEO}/phone`);
        ask(romeo);
        const late = server.http.last_request();
        server.advance(5);
        assert.is_true(late.is_closed());
        assert.are.equal(1, romeo.received.length);
        server.advance(60);
        assert.are.equal(1, server.http.requests().length);
        assert.are.equal(1, romeo.received.length);
        assert.are.same(["Roster of romeo: http://127.0.0.1:8080: no answer within 5 seconds"], server.complaints());
    });

    it("awaits the backend for as long as Prosody keeps a silent connection, and no longer", () => {
        start({ http_roster_timeout: 840, http_roster_retries: 0 });
        const romeo = server.connect_client(`${ROMEO}/phone`);
        ask(romeo);
        server.advance(839.9);
        assert.are.equal(0, romeo.received.length);
        server.advance(0.2);
        assert.are.equal(1, romeo.received.length);
        assert.are.same(["Roster of romeo: http://127.0.0.1:8080: no answer within 840 seconds"], server.complaints());
    });

    it("does not load with a time for the backend that Prosody would cut short", () => {
        const options = { http_roster_url: "http://127.0.0.1:8080/%s", http_roster_timeout: 840.5 };
        server = startServer({ hosts: { [HOST]: options } });
        const [, reason] = server.try_load(HOST, "http_roster_admin");
        assert.are.equal(
            `Option http_roster_timeout of ${HOST}: found a number 840.5, expected a number of seconds above 0 and at most 840`,
            tostring(reason),
        );
    });

    describe("refuses", () => {
        function statusFor(address: string, authorization?: string): number {
            const headers: Record<string, string> = { "X-Forwarded-For": address };
            if (authorization !== undefined) {
                headers.Authorization = authorization;
            }
            return refresh("[]", headers)()!.status;
        }

        it("all but this machine where there is neither token nor list", () => {
            start({});
            assert.are.equal(200, statusFor("127.0.0.1"));
            assert.are.equal(200, statusFor("127.8.9.10"));
            assert.are.equal(200, statusFor("::1"));
            assert.are.equal(403, statusFor("128.0.0.1"));
            assert.are.equal(403, statusFor("::2"));
        });

        it("nobody for the address where there is a token alone", () => {
            start({ http_roster_admin_token: "t0ken" });
            assert.are.equal(200, statusFor("203.0.113.9", "Bearer t0ken"));
            assert.are.equal(200, statusFor("203.0.113.9", "bearer  t0ken"));
            assert.are.equal(401, statusFor("127.0.0.1"));
            assert.are.equal(401, statusFor("127.0.0.1", "Bearer t0ke"));
            assert.are.equal(401, statusFor("127.0.0.1", "Bearer t0kenn"));
            assert.are.equal(401, statusFor("127.0.0.1", "Basic t0ken"));
            for (const message of server.complaints()) {
                assert.is_nil(string.find(message, "t0ke", 1, true)[0]);
            }
        });

        it("those who are not in the list or lack the token, where there are both", () => {
            start({ http_roster_admin_allow: ["192.0.2.0/25", "2001:db8::/32"], http_roster_admin_token: "t0ken" });
            assert.are.equal(200, statusFor("192.0.2.127", "Bearer t0ken"));
            assert.are.equal(200, statusFor("2001:db8:1::5", "Bearer t0ken"));
            assert.are.equal(403, statusFor("192.0.2.128", "Bearer t0ken"));
            assert.are.equal(403, statusFor("2001:db9::1", "Bearer t0ken"));
            assert.are.equal(401, statusFor("192.0.2.1"));
        });

        it("by what a reload of the configuration says", () => {
            server.reconfigure(HOST, { http_roster_admin_token: "new" });
            assert.are.equal(401, statusFor("198.51.100.9"));
            server.reconfigure(HOST, { http_roster_admin_token: 5 });
            assert.are.equal(200, statusFor("198.51.100.9", "Bearer new"));
            assert.does_match(
                "found a number that is kept secret, expected a string that is not empty; the former values stay$",
                server.messages("error", `${HOST}:http_roster_admin`)[0]!,
            );
        });
    });

    it("sends the backend the secret that was configured last", () => {
        start({ http_roster_auth: "Bearer old" });
        server.reconfigure(HOST, { http_roster_auth: "Bearer new" });
        ask(server.connect_client(`${ROMEO}/phone`));
        assert.are.equal("Bearer new", server.http.last_request().headers.authorization);
    });

    it("tells nobody of the contacts of an account that is gone", () => {
        const romeo = server.connect_client(`${ROMEO}/phone`);
        ask(romeo);
        answer(`{"${JULIET}":{}}`);
        server.disconnect_client(romeo);
        server.fire("*", "user-deleted", { username: "romeo", host: HOST, session: {} });
        const heir = server.connect_client(`${ROMEO}/new`);
        ask(heir);
        server.http.last_request().respond({ status: 404 });
        assert.are.equal("error", heir.received[0]!.attr.type);
    });

    it("answers a refresh only when all are done", () => {
        online(ROMEO, "{}");
        online(JULIET, "{}");
        const result = refresh('["romeo","juliet"]');
        const [, , first, second] = server.http.requests();
        first!.respond({ body: "{}" });
        assert.is_nil(result());
        second!.respond({ status: 404 });
        const { updated, errors, status, failed } = summary(result());
        assert.are.same([1, 1, "ok"], [updated, errors, status]);
        assert.are.same({ juliet: "answered 404" }, failed);
    });

    describe("keeps the rosters that were known last", () => {
        function roster(client: Client): string[] {
            return describeItems(client.received[0]!);
        }

        it("over a reload, for users who are online and who left", () => {
            const juliet = online(JULIET, `{"nurse@${HOST}":{}}`);
            server.disconnect_client(juliet);
            const romeo = online(ROMEO, `{"${JULIET}":{}}`);
            server.reload(HOST, "http_roster_admin");
            ask(romeo);
            assert.are.same([`${JULIET} both - `], roster(romeo));
            assert.are.equal(2, server.http.requests().length);
            const again = server.connect_client(`${JULIET}/again`);
            ask(again);
            server.http.last_request().respond({ status: 404 });
            assert.are.same([`nurse@${HOST} both - `], roster(again));
        });

        it("but not over a reload with another backend", () => {
            const romeo = server.connect_client(`${ROMEO}/phone`);
            ask(romeo);
            answer(`{"${JULIET}":{}}`, { ETag: '"v1"' });
            server.reconfigure(HOST, { http_roster_url: "http://127.0.0.1:8080/other/%s" });
            server.reload(HOST, "http_roster_admin");
            ask(romeo);
            assert.are.equal("/other/romeo", server.http.last_request().target);
            assert.is_nil(server.http.last_request().headers["if-none-match"]);
            answer("{}");
            assert.are.same([`${JULIET} remove - `], pushes(romeo));
            assert.are.same([], describeItems(romeo.received[romeo.received.length - 1]!));
        });

        function contacts(many: number): string {
            const parts: string[] = [];
            for (let index = 1; index <= many; index++) {
                parts.push(`"c${string.format("%d", index)}@x.example":{}`);
            }
            return `{${table.concat(parts, ",")}}`;
        }

        function etagOf(username: string): string | undefined {
            const client = server.connect_client(`${username}@${HOST}/again`);
            ask(client);
            const request = server.http.last_request();
            answer("{}");
            server.disconnect_client(client);
            return request.headers["if-none-match"];
        }

        function leave(username: string, roster: string): void {
            const client = server.connect_client(`${username}@${HOST}/phone`);
            ask(client);
            answer(roster, { ETag: `"${username}"` });
            server.disconnect_client(client);
        }

        it("as long as users are online, and some of those who left", () => {
            // 100,000 contacts and users of those who left are kept.
            const romeo = server.connect_client(`${ROMEO}/phone`);
            ask(romeo);
            answer("{}", { ETag: '"romeo"' });
            leave("first", contacts(10));
            leave("second", contacts(10));
            leave("third", contacts(99_980));
            assert.is_nil(etagOf("first"));
            assert.are.equal('"second"', etagOf("second"));
            assert.are.equal('"third"', etagOf("third"));
            refresh('["romeo"]');
            assert.are.equal('"romeo"', server.http.last_request().headers["if-none-match"]);
        });

        it("and those of users who are back take no place from others", () => {
            leave("first", contacts(50_000));
            leave("romeo", contacts(40_000));
            const romeo = server.connect_client(`${ROMEO}/phone`);
            ask(romeo);
            answer("{}");
            leave("second", contacts(40_000));
            assert.are.equal('"first"', etagOf("first"));
        });
    });

    it("gives the roster to a client that comes while it is fetched for one that left", () => {
        const first = server.connect_client(`${ROMEO}/first`);
        ask(first);
        server.disconnect_client(first);
        const second = server.connect_client(`${ROMEO}/second`);
        answer(`{"${JULIET}":{}}`);
        ask(second);
        assert.are.same([`${JULIET} both - `], describeItems(second.received[0]!));
        assert.are.equal(1, server.http.requests().length);
    });

    it("takes 304 for what it knew when it asked", () => {
        const romeo = online(ROMEO, "{}");
        server.disconnect_client(romeo);
        const again = server.connect_client(`${ROMEO}/again`);
        ask(again);
        answer(`{"${JULIET}":{}}`, { ETag: '"v1"' });
        refresh('["romeo"]');
        const request = server.http.last_request();
        assert.are.equal('"v1"', request.headers["if-none-match"]);
        // Nothing is known of the account any more.
        server.fire("*", "user-deleted", { username: "romeo", host: HOST, session: {} });
        request.respond({ status: 304 });
        ask(again);
        assert.are.same([`${JULIET} both - `], describeItems(again.received[again.received.length - 1]!));
        assert.are.same([], server.complaints());
    });

    describe("answers 500", () => {
        it("where a roster cannot be changed, and does all others", () => {
            const romeo = online(ROMEO, "{}");
            const juliet = online(JULIET, "{}");
            romeo.session.send = () => error("no send", 0);
            const result = refresh('["romeo","juliet"]');
            for (const request of server.http.requests()) {
                if (!request.is_closed()) {
                    request.respond({ body: `{"nurse@${HOST}":{}}` });
                }
            }
            assert.are.equal(500, result()!.status);
            const { status, updated, errors, failed } = summary(result());
            assert.are.same(["ok", 1, 1], [status, updated, errors]);
            assert.are.same({ romeo: "internal error" }, failed);
            assert.are.same([`nurse@${HOST} both - `], pushes(juliet));
            assert.are.same(["Roster of romeo: no send"], server.complaints());
        });

        it("where accounts cannot be looked up", () => {
            (server.prosody.hosts[HOST] as unknown as { users: { user_exists: unknown } }).users.user_exists = () =>
                error("no disk", 0);
            const result = refresh('["nurse"]');
            assert.are.equal(500, result()!.status);
            assert.are.same({ nurse: "internal error" }, summary(result()).failed);
            assert.are.same(["Refresh of nurse: no disk"], server.complaints());
        });
    });

    it("counts each username once, right or wrong", () => {
        const result = refresh('["a b","a b","nobody","NOBODY","nobody"]');
        const { status, updated, errors, failed } = summary(result());
        assert.are.same(["error", 0, 2], [status, updated, errors]);
        assert.are.same({ "a b": "invalid username", nobody: "no such user" }, failed);
    });

    it("lets others have their turn between many usernames", () => {
        const { users } = server.prosody.hosts[HOST] as unknown as {
            users: { user_exists: (this: void, username: string) => boolean };
        };
        const { add_task: addTask } = require("util.timer") as {
            add_task(this: void, delay: number, callback: (this: void) => void): void;
        };
        let looked = 0;
        let lookedBefore = 0;
        users.user_exists = () => {
            looked += 1;
            if (looked === 1) {
                addTask(0, () => {
                    lookedBefore = looked;
                });
            }
            return true;
        };
        const names: string[] = [];
        for (let index = 1; index <= 1000; index++) {
            names.push(`"u${string.format("%d", index)}"`);
        }
        const result = refresh(`[${table.concat(names, ",")}]`);
        assert.are.same(
            ["ok", 1000, 0],
            [summary(result()).status, summary(result()).updated, summary(result()).errors],
        );
        assert.are.equal(1000, looked);
        assert.is_true(lookedBefore < 300);
    });

    it("costs the same for each contact, however many there are", () => {
        // What LuaJIT has compiled is not counted.
        const { jit } = _G as { jit?: { off(this: void): void; flush(this: void): void; on(this: void): void } };
        jit?.off();
        jit?.flush();
        const text = (size: number, renamed: number): string => {
            const parts: string[] = [];
            for (let index = 1; index <= size; index++) {
                const name = index <= renamed ? "D" : "C";
                parts.push(`"c${string.format("%d", index)}@x.example":{"name":"${name}"}`);
            }
            return `{${table.concat(parts, ",")}}`;
        };
        const measure = (body: string): number => {
            let ticks = 0;
            hooks.sethook(
                () => {
                    ticks += 1;
                },
                "",
                100,
            );
            answer(body);
            hooks.sethook();
            return ticks;
        };
        const count = (size: number): LuaMultiReturn<[fetch: number, refresh: number]> => {
            start();
            const client = server.connect_client(`${ROMEO}/phone`);
            const whole = text(size, 0);
            const changed = text(size, size / 100);
            ask(client);
            const fetched = measure(whole);
            assert.are.equal(size, describeItems(client.received[0]!).length);
            client.received.length = 0;
            refresh('["romeo"]');
            const refreshed = measure(changed);
            assert.are.equal(size / 100, client.received.length);
            assert.are.equal(size / 100, pushes(client).length);
            return $multi(fetched / size, refreshed / size);
        };
        const [fewFetched, fewRefreshed] = count(100);
        for (const size of [1000, 10_000]) {
            const [fetched, refreshed] = count(size);
            assert.is_true(fetched < fewFetched * 1.1);
            assert.is_true(refreshed < fewRefreshed * 1.1);
        }
        jit?.on();
    });
});
