import { execFile, spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
    errorCondition,
    errorType,
    prosodyVersions,
    startHttpBackend,
    useProsody,
    xml,
    type BackendBehaviour,
    type HostConfig,
    type HttpBackend,
    type ProsodyConfig,
    type ProsodyUnderTest,
    type RecordedRequest,
    type XmlElement,
    type XmppSession,
} from "../../src/testing/index.ts";

const TOKEN = "swordfish-4711";
const BACKEND_SECRET = "Bearer hush-hush";
const ROSTER_GET = '<iq type="get"><query xmlns="jabber:iq:roster"/></iq>';
const USERS = ["romeo", "juliet", "nurse", "tybalt"];

/** What a backend may say of a contact, and more than it should. */
type Contact = unknown;

interface Summary {
    status: string;
    message: string;
    updated: number;
    errors: number;
    failed?: Record<string, string>;
}

const isPush = ({ name, attrs, getChild }: XmlElement): boolean =>
    name === "iq" && attrs["type"] === "set" && !!getChild;
const isPresenceFrom =
    (bare: string, type?: string) =>
    ({ name, attrs }: XmlElement): boolean =>
        name === "presence" && attrs["type"] === type && (attrs["from"] ?? "").split("/")[0] === bare;

/** Items by JID: subscription, name and groups in one line each. */
function items(stanza: XmlElement): Record<string, string> {
    const found: Record<string, string> = {};
    for (const item of stanza.getChild("query", "jabber:iq:roster")?.getChildElements() ?? []) {
        const groups = item
            .getChildElements()
            .map((group) => group.text())
            .sort();
        found[item.attrs["jid"] ?? ""] = [item.attrs["subscription"], item.attrs["name"] ?? "-", ...groups].join(" ");
    }
    return found;
}

const users = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, "pw"]));

function host(url: string, options: HostConfig["options"] = {}, names = USERS): HostConfig {
    return {
        modules: ["http_roster_admin", "block_subscriptions"],
        users: users(names),
        options: {
            modules_disabled: ["roster"],
            storage: { roster: "memory" },
            http_roster_url: url,
            http_roster_admin_token: TOKEN,
            http_roster_retries: 0,
            ...options,
        },
    };
}

interface Refreshing {
    /** Null sends none. */
    token?: string | null;
    path?: string;
    method?: string;
}

async function refreshOn(
    prosody: ProsodyUnderTest,
    names: unknown,
    { token = TOKEN, path = "", method = "POST" }: Refreshing = {},
): Promise<{ status: number; json: Summary }> {
    const body = typeof names === "string" || names === undefined ? names : JSON.stringify(names);
    const response = await fetch(prosody.server.url(`/roster_admin/refresh${path}`), {
        method,
        headers: { ...(token !== null && { Authorization: `Bearer ${token}` }) },
        ...(method === "POST" && { body: body ?? "" }),
    });
    const text = await response.text();
    return { status: response.status, json: JSON.parse(text) as Summary };
}

describe.each(prosodyVersions())("mod_http_roster_admin on Prosody %s", (version) => {
    let backend: HttpBackend;
    let rosters: Record<string, Record<string, Contact>>;
    let config: ProsodyConfig;

    beforeAll(async () => {
        backend = await startHttpBackend();
    });

    afterAll(() => backend.stop());

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => {
            config = {
                hosts: {
                    localhost: host(backend.url(hostAddress, "/contacts/%s?key=hush%2F1"), {
                        http_roster_timeout: 1,
                        http_roster_auth: BACKEND_SECRET,
                        http_roster_parallel: 4,
                        http_roster_admin_max_users: 50,
                        http_roster_admin_max_body: 4000,
                    }),
                },
                options: { http_default_host: "localhost" },
            };
            return config;
        },
    });

    const usernameOf = (request: RecordedRequest): string =>
        decodeURIComponent(/^\/contacts\/([^?]*)/.exec(request.path)?.[1] ?? "");

    const serve = (request: RecordedRequest): BackendBehaviour => ({ json: rosters[usernameOf(request)] ?? {} });

    beforeEach(() => {
        rosters = {};
        backend.clear();
        backend.answer(serve);
    });

    const login = (name: string, resource = "phone"): Promise<XmppSession> =>
        prosody.connect(`${name}@localhost/${resource}`, "pw");

    const askRoster = async (session: XmppSession): Promise<Record<string, string>> =>
        items(await session.iq(ROSTER_GET));

    /** A client as most are: it has its roster and is available. */
    async function online(name: string, resource?: string): Promise<XmppSession> {
        const session = await login(name, resource);
        await askRoster(session);
        await session.send(xml`<presence/>`);
        await session.next(isPresenceFrom(`${name}@localhost`));
        return session;
    }

    const refresh = (names: unknown): Promise<{ status: number; json: Summary }> => refreshOn(prosody, names);

    async function expectUpdated(names: string[]): Promise<void> {
        expect(await refresh(names)).toEqual({
            status: 200,
            json: { status: "ok", message: "roster update complete", updated: names.length, errors: 0 },
        });
    }

    /** The pushes that a client got so far. */
    async function pushes(session: XmppSession): Promise<Record<string, string>> {
        await session.roundTrip();
        return Object.assign({}, ...session.pending(isPush).map(items)) as Record<string, string>;
    }

    describe("a roster request", () => {
        it("is answered with what the backend says, subscription both unless it says more", async () => {
            rosters["romeo"] = {
                "juliet@localhost": { name: "Jülïet 🌹 <&>", groups: ["Verona", "Capulet"] },
                "nurse@localhost": { groups: { Verona: true, Left: false } },
                "tybalt@localhost": { subscription: "from", name: null },
                "shop.example.com": {},
            };
            const romeo = await login("romeo");
            expect(await askRoster(romeo)).toEqual({
                "juliet@localhost": "both Jülïet 🌹 <&> Capulet Verona",
                "nurse@localhost": "both - Verona",
                "tybalt@localhost": "from -",
                "shop.example.com": "both -",
            });
            const [request] = backend.requests;
            expect(request).toMatchObject({ method: "GET", path: "/contacts/romeo?key=hush%2F1" });
            expect(request?.headers).toMatchObject({ authorization: BACKEND_SECRET, accept: "application/json" });
        });

        it("is answered with an empty roster where there are no contacts", async () => {
            expect(await askRoster(await login("romeo"))).toEqual({});
        });

        it("has the roster fetched once while the user is online, and again after", async () => {
            const romeo = await login("romeo");
            await askRoster(romeo);
            rosters["romeo"] = { "juliet@localhost": {} };
            const second = await login("romeo", "tablet");
            expect(await askRoster(second)).toEqual({});
            expect(backend.requests).toHaveLength(1);
            await Promise.all([romeo.stop(), second.stop()]);
            const later = await login("romeo", "later");
            expect(await askRoster(later)).toEqual({ "juliet@localhost": "both -" });
        });

        it("shares a fetch that is under way", async () => {
            backend.answer(() => ({ json: { "juliet@localhost": {} }, after: 200 }));
            const [one, two] = await Promise.all([login("romeo", "one"), login("romeo", "two")]);
            const answers = await Promise.all([askRoster(one), askRoster(two), refresh(["romeo"])]);
            expect(answers.slice(0, 2)).toEqual([{ "juliet@localhost": "both -" }, { "juliet@localhost": "both -" }]);
            expect(backend.requests).toHaveLength(1);
        });

        it("that would change the roster is refused", async () => {
            const romeo = await online("romeo");
            const answer = await romeo.iq(
                '<iq type="set"><query xmlns="jabber:iq:roster"><item jid="nurse@localhost"/></query></iq>',
            );
            expect([errorCondition(answer), errorType(answer)]).toEqual(["service-unavailable", "cancel"]);
            expect(await askRoster(romeo)).toEqual({});
        });

        it("asks for names that URLs cannot hold in encoded form", async () => {
            await prosody.server.evaluate(
                `local um = require "core.usermanager"; um.create_user("x+ü", "pw", "localhost"); return true`,
            );
            const session = await login("x+ü");
            await askRoster(session);
            expect(backend.requests.map(({ path }) => path)).toEqual(["/contacts/x%2b%c3%bc?key=hush%2F1"]);
        });
    });

    describe("what a backend should not say", () => {
        it("is left out, one by one, and counted in the log", async () => {
            prosody.expectLog(/^Roster of romeo: 5 contacts skipped, 5 values ignored, the first is .*/, {
                level: "warn",
            });
            rosters["romeo"] = {
                "juliet@localhost": { name: 5, groups: "Verona", subscription: "twice" },
                "nurse@localhost": { name: "Nurse", groups: ["Verona", 7, ""], unknown: [1] },
                "romeo@localhost": { name: "myself" },
                "juliet@localhost/balcony": {},
                "@": {},
                "": {},
                "a@b@c": {},
                "tybalt@localhost": "a string",
            };
            expect(await askRoster(await login("romeo"))).toEqual({
                "juliet@localhost": "both -",
                "nurse@localhost": "both Nurse Verona",
            });
        });

        it("is one contact where JIDs differ in letter case alone", async () => {
            prosody.expectLog(/^Roster of romeo: 1 contacts skipped, 0 values ignored/, { level: "warn" });
            backend.answer({
                body: '{"JULIET@localhost": {"name": "loud"}, "juliet@localhost": {"name": "quiet"}, "NURSE@LOCALHOST": {}}',
            });
            expect(await askRoster(await login("romeo"))).toEqual({
                "juliet@localhost": "both quiet",
                "nurse@localhost": "both -",
            });
        });

        it("is the last one where keys are equal", async () => {
            backend.answer({ body: '{"nurse@localhost": {"name": "1"}, "nurse@localhost": {"name": "2"}}' });
            expect(await askRoster(await login("romeo"))).toEqual({ "nurse@localhost": "both 2" });
        });
    });

    const FAILURES: [string, BackendBehaviour, RegExp][] = [
        ["500", { status: 500 }, /answered 500/],
        ["404", { status: 404 }, /answered 404/],
        ["a redirect", { status: 302, headers: { Location: "/elsewhere" } }, /answered 302/],
        ["304 that nobody asked for", { status: 304 }, /answered 304/],
        ["no JSON", { body: "<html>" }, /malformed JSON/],
        ["nothing", {}, /malformed JSON/],
        ["an array", { json: [] }, /the JSON is an array, expected an object/],
        ["null", { body: "null" }, /the JSON is no object, expected an object/],
        ["half of it", "die", /./],
        ["a closed connection", "drop", /closed/],
        ["no answer in time", "hang", /no answer within 1 seconds/],
        ["one byte a second", { body: '{"nurse@localhost":{}}', trickle: 400 }, /no answer within 1 seconds/],
        ["more than is read", { body: `{"${"x".repeat(11_000_000)}":{}}` }, /limit|bytes/],
    ];

    describe("a backend that fails", () => {
        it.each(FAILURES)("with %s leaves the client online with an error", async (_how, behaviour, reason) => {
            prosody.expectLog(new RegExp(`^Roster of tybalt: http://\\S+: .*${reason.source}`), { level: "warn" });
            // A reload would keep what it knew.
            await prosody.server.unload("http_roster_admin", "localhost");
            await prosody.server.load("http_roster_admin", "localhost");
            backend.answer(behaviour);
            const tybalt = await login("tybalt");
            const answer = await tybalt.iq(ROSTER_GET);
            expect([errorCondition(answer), errorType(answer)]).toEqual(["internal-server-error", "wait"]);
            backend.answer({ json: { "nurse@localhost": {} } });
            expect(await askRoster(tybalt)).toEqual({ "nurse@localhost": "both -" });
        });

        it.each(FAILURES.filter(([how]) => how !== "304 that nobody asked for"))(
            "with %s at a refresh changes nothing, and is told",
            async (_how, behaviour, reason) => {
                prosody.expectLog(/^Roster of romeo: /, { level: "warn" });
                rosters["romeo"] = { "nurse@localhost": {} };
                const romeo = await online("romeo");
                backend.answer(behaviour);
                const { status, json } = await refresh(["romeo"]);
                expect(status).toBe(200);
                expect(json).toMatchObject({ status: "error", updated: 0, errors: 1 });
                expect(json.failed?.["romeo"]).toMatch(reason);
                expect(await pushes(romeo)).toEqual({});
                expect(await askRoster(romeo)).toEqual({ "nurse@localhost": "both -" });
            },
        );

        it("by refusing connections is answered, and used again when it is back", async () => {
            prosody.expectLog(/^Roster of romeo: http:\S+: connection refused/, { level: "warn", times: 2 });
            rosters["romeo"] = { "nurse@localhost": {} };
            const romeo = await online("romeo");
            await backend.stop();
            try {
                expect((await refresh(["romeo"])).json).toMatchObject({ status: "error", updated: 0, errors: 1 });
                await romeo.stop();
                // What was known last is better than nothing.
                expect(await askRoster(await login("romeo", "again"))).toEqual({ "nurse@localhost": "both -" });
            } finally {
                await backend.start();
            }
            await expectUpdated(["romeo"]);
        });
    });

    it("never writes secrets into its log or its answers, whatever happens", async () => {
        prosody.expectLog(/^Roster of romeo: /, { level: "warn", atLeast: 1 });
        prosody.expectLog(/^Refresh from /, { level: "warn", atLeast: 1 });
        const mark = prosody.server.log.mark();
        const said: string[] = [];
        const tell = async (names: unknown, refreshing?: Refreshing): Promise<void> => {
            said.push(JSON.stringify(await refreshOn(prosody, names, refreshing)));
        };
        await login("romeo");
        for (const [, behaviour] of FAILURES) {
            backend.answer(behaviour);
            await tell(["romeo"]);
        }
        backend.answer({ status: 401, headers: { "WWW-Authenticate": "Bearer" }, body: BACKEND_SECRET });
        await tell(["romeo"]);
        await tell(["romeo"], { token: `${TOKEN}x` });
        await tell([TOKEN.slice(0, -1)], { token: null });
        await tell("{", {});
        await prosody.server.reload("http_roster_admin", "localhost");
        await prosody.server.flushLog();
        const written = prosody.server.log.text(mark);
        expect(written).toContain("debug");
        // The token, the backend's Authorization, and what is in the URL's query.
        for (const text of [written, ...said]) expect(text).not.toMatch(/swordfish|hush/);
    });

    it("asks with If-None-Match, and takes 304 for no change", async () => {
        let hits = 0;
        backend.answer((request) => {
            if (request.headers["if-none-match"] === '"v1"') {
                hits += 1;
                return { status: 304 };
            }
            return { json: { "nurse@localhost": { name: "Nurse" } }, headers: { ETag: '"v1"' } };
        });
        const romeo = await online("romeo");
        await expectUpdated(["romeo"]);
        expect(hits).toBe(1);
        expect(await pushes(romeo)).toEqual({});
        expect(await askRoster(romeo)).toEqual({ "nurse@localhost": "both Nurse" });
    });

    describe("a refresh", () => {
        it("pushes exactly what was added, changed and removed, to clients that have the roster", async () => {
            rosters["romeo"] = {
                "juliet@localhost": { name: "Juliet" },
                "nurse@localhost": { groups: ["Verona"] },
                "tybalt@localhost": {},
                "same@example.com": { name: "Same", groups: ["A", "B"] },
            };
            const romeo = await online("romeo");
            const unaware = await login("romeo", "unaware");
            rosters["romeo"] = {
                "juliet@localhost": { name: "Giulietta" },
                "nurse@localhost": { groups: ["Mantua"] },
                "same@example.com": { name: "Same", groups: ["B", "A"] },
                "new@example.com": { name: "New" },
            };
            await expectUpdated(["romeo"]);
            const expected = {
                "juliet@localhost": "both Giulietta",
                "nurse@localhost": "both - Mantua",
                "tybalt@localhost": "remove -",
                "new@example.com": "both New",
            };
            expect(await pushes(romeo)).toEqual(expected);
            expect(romeo.pending(isPush)).toHaveLength(4);
            expect(await pushes(unaware)).toEqual({});
            expect(await askRoster(romeo)).toEqual({
                "juliet@localhost": "both Giulietta",
                "nurse@localhost": "both - Mantua",
                "same@example.com": "both Same A B",
                "new@example.com": "both New",
            });
        });

        it("brings the presence of new contacts, and takes away that of removed ones", async () => {
            const romeo = await online("romeo");
            const juliet = await online("juliet");
            rosters = { romeo: { "juliet@localhost": {} }, juliet: { "romeo@localhost": {} } };
            await expectUpdated(["romeo", "juliet"]);
            await romeo.next(isPresenceFrom("juliet@localhost"));
            await juliet.next(isPresenceFrom("romeo@localhost"));
            await romeo.send(xml`<presence><show>away</show></presence>`);
            await juliet.next((stanza) => isPresenceFrom("romeo@localhost")(stanza) && !!stanza.getChild("show"));
            rosters = {};
            await expectUpdated(["romeo", "juliet"]);
            await romeo.next(isPresenceFrom("juliet@localhost", "unavailable"));
            await juliet.next(isPresenceFrom("romeo@localhost", "unavailable"));
            await romeo.roundTrip();
            await juliet.roundTrip();
            juliet.received.length = 0;
            await romeo.send(xml`<presence/>`);
            await romeo.roundTrip();
            await juliet.roundTrip();
            expect(juliet.received.filter(isPresenceFrom("romeo@localhost"))).toEqual([]);
        });

        it("brings presence to contacts that come online later", async () => {
            rosters = { romeo: { "juliet@localhost": {} }, juliet: { "romeo@localhost": {} } };
            const romeo = await online("romeo");
            const juliet = await online("juliet");
            await romeo.next(isPresenceFrom("juliet@localhost"));
            await juliet.next(isPresenceFrom("romeo@localhost"));
        });

        it("does not mind a resource without presence", async () => {
            const romeo = await login("romeo");
            await askRoster(romeo);
            rosters["romeo"] = { "juliet@localhost": {} };
            await expectUpdated(["romeo"]);
            expect(await pushes(romeo)).toEqual({ "juliet@localhost": "both -" });
            rosters = {};
            await expectUpdated(["romeo"]);
        });

        it("does not mind a user who leaves meanwhile", async () => {
            const romeo = await online("romeo");
            backend.clear();
            backend.answer(() => ({ json: { "juliet@localhost": {} }, after: 300 }));
            const refreshing = refresh(["romeo"]);
            await backend.next();
            romeo.cut();
            expect((await refreshing).json).toMatchObject({ status: "ok", updated: 1, errors: 0 });
        });

        it("does not mind a client that leaves while its roster is fetched", async () => {
            const romeo = await login("romeo");
            backend.answer(() => ({ json: { "juliet@localhost": {} }, after: 300 }));
            await romeo.send(xml`<iq type="get" id="r1"><query xmlns="jabber:iq:roster"/></iq>`);
            await backend.next();
            romeo.cut();
            await vi.waitFor(() => expect(backend.openConnections).toBe(0), { timeout: 5000 });
        });

        it("counts users who are offline without a fetch, and lists those who cannot be done", async () => {
            await login("romeo");
            const { status, json } = await refresh(["ROMEO", "nurse", "nobody", "in valid", "", "romeo"]);
            expect(status).toBe(200);
            expect(json).toEqual({
                status: "ok",
                message: "roster update complete",
                updated: 2,
                errors: 3,
                failed: { nobody: "no such user", "in valid": "invalid username", "": "invalid username" },
            });
            expect(backend.requests.map(usernameOf)).toEqual(["romeo"]);
        });

        it("of nobody is done", async () => {
            await expectUpdated([]);
        });

        it("of one user takes a GET", async () => {
            const romeo = await online("romeo");
            rosters["romeo"] = { "nurse@localhost": {} };
            const { json } = await refreshOn(prosody, undefined, { path: "/Romeo", method: "GET" });
            expect(json).toMatchObject({ status: "ok", updated: 1, errors: 0 });
            expect(await pushes(romeo)).toEqual({ "nurse@localhost": "both -" });
            const unknown = await refreshOn(prosody, undefined, { path: "/nobody", method: "GET" });
            expect(unknown.json).toMatchObject({ status: "error", updated: 0, errors: 1 });
        });

        it.each([
            ["none", undefined],
            ["no JSON", "romeo"],
            ["an object", "{}"],
            ["null", "null"],
            ["a string", '"romeo"'],
            ["a list of other things", '["romeo", 5]'],
            ["a list with a hole", '["romeo", null]'],
            ["nested lists", "[".repeat(1500)],
        ])("with a body that is %s gets 400", async (_what, body) => {
            const { status, json } = await refresh(body);
            expect([status, json.status]).toEqual([400, "error"]);
        });

        it("with too much in it gets 413", async () => {
            expect((await refresh(Array.from({ length: 51 }, (_, index) => `u${index}`))).status).toBe(413);
            expect((await refresh(["x".repeat(4000)])).status).toBe(413);
        });

        it.each([
            ["no", null],
            ["a wrong", "sword"],
        ])("with %s token gets 401 and does nothing", async (what, token) => {
            const times = { level: "warn", times: 2 } as const;
            prosody.expectLog(new RegExp(`^Refresh from \\S+ refused: ${what.replace("a ", "")} token$`), times);
            await login("romeo");
            expect((await refreshOn(prosody, ["romeo"], { token })).status).toBe(401);
            expect((await refreshOn(prosody, undefined, { token, path: "/romeo", method: "GET" })).status).toBe(401);
            expect(backend.requests).toEqual([]);
        });

        it("by an address that is not listed gets 403, whatever its token; a reload of the configuration is enough", async () => {
            prosody.expectLog(/^Refresh from \S+ refused: not an allowed address$/, { level: "warn" });
            const changed = (options: HostConfig["options"]): ProsodyConfig => {
                const localhost = config.hosts!["localhost"]!;
                return {
                    ...config,
                    hosts: { localhost: { ...localhost, options: { ...localhost.options, ...options } } },
                };
            };
            try {
                await prosody.server.configure(changed({ http_roster_admin_allow: ["192.0.2.0/24"] }));
                expect((await refresh([])).status).toBe(403);
                await prosody.server.configure(
                    changed({ http_roster_admin_allow: ["0.0.0.0/0", "::/0"], http_roster_admin_token: "new-token" }),
                );
                expect((await refreshOn(prosody, [], { token: "new-token" })).status).toBe(200);
            } finally {
                await prosody.server.configure(config);
            }
        });

        it("fetches in parallel, but not more at once than it may", async () => {
            const names = Array.from({ length: 12 }, (_, index) => `extra${index}`);
            await prosody.server.evaluate(
                `local um = require "core.usermanager"; for i = 0, 11 do um.create_user("extra"..i, "pw", "localhost"); end return true`,
            );
            await Promise.all(names.map((name) => login(name)));
            let now = 0;
            let most = 0;
            backend.answer(async () => {
                most = Math.max(most, ++now);
                await new Promise((resolve) => setTimeout(resolve, 30));
                now -= 1;
                return { json: {} };
            });
            await expectUpdated(names);
            expect(most).toBe(4);
            expect(backend.requests).toHaveLength(12);
        });
    });

    it("pushes exactly the changed ones of 10,000 contacts", { timeout: 60_000 }, async () => {
        const many: Record<string, Contact> = {};
        for (let index = 0; index < 10_000; index++) many[`c${index}@example.invalid`] = { name: `C${index}` };
        rosters["romeo"] = many;
        const romeo = await login("romeo");
        expect(Object.keys(items(await romeo.iq(ROSTER_GET, 20_000)))).toHaveLength(10_000);
        const expected: Record<string, string> = {};
        for (let index = 0; index < 10_000; index += 100) {
            many[`c${index}@example.invalid`] = { name: `Changed ${index}` };
            expected[`c${index}@example.invalid`] = `both Changed ${index}`;
        }
        await expectUpdated(["romeo"]);
        expect(await pushes(romeo)).toEqual(expected);
        expect(romeo.pending(isPush)).toHaveLength(100);
    });

    it("keeps over a reload what it knew, of users who are online and who left", async () => {
        prosody.expectLog(/^Roster of (juliet|romeo): http:\S+: answered 500$/, { level: "warn", times: 2 });
        rosters = { romeo: { "nurse@localhost": { name: "Nurse" } }, juliet: { "romeo@localhost": {} } };
        const romeo = await online("romeo");
        const juliet = await online("juliet");
        await juliet.stop();
        await prosody.server.reload("http_roster_admin", "localhost");
        backend.clear();
        backend.answer({ status: 500 });
        expect(await askRoster(romeo)).toEqual({ "nurse@localhost": "both Nurse" });
        expect(backend.requests).toEqual([]);
        expect((await refresh(["romeo"])).json).toMatchObject({ status: "error", failed: { romeo: "answered 500" } });
        expect(await askRoster(romeo)).toEqual({ "nurse@localhost": "both Nurse" });
        expect(await askRoster(await login("juliet", "again"))).toEqual({ "romeo@localhost": "both -" });
    });

    it("repeats what fails at once, and gives up after the last time", { timeout: 30_000 }, async () => {
        const changed: ProsodyConfig = {
            ...config,
            hosts: {
                localhost: host(backend.url(prosody.server.hostAddress, "/contacts/%s"), { http_roster_retries: 1 }),
            },
        };
        try {
            await prosody.server.configure(changed);
            await prosody.server.reload("http_roster_admin", "localhost");
            const romeo = await login("romeo");
            const behaviours: BackendBehaviour[] = [{ status: 503 }, { json: { "nurse@localhost": {} } }];
            backend.answer(() => behaviours.shift() ?? { status: 503 });
            expect(await askRoster(romeo)).toEqual({ "nurse@localhost": "both -" });
            expect(backend.requests).toHaveLength(2);
            prosody.expectLog(/^Roster of romeo: http:\S+: answered 503$/, { level: "warn" });
            expect((await refresh(["romeo"])).json.failed).toEqual({ romeo: "answered 503" });
            expect(backend.requests).toHaveLength(4);
        } finally {
            await prosody.server.configure(config);
            await prosody.server.reload("http_roster_admin", "localhost");
        }
    });

    it("takes an encoded name in a GET", async () => {
        await prosody.server.evaluate(
            `local um = require "core.usermanager"; um.create_user("y+ü", "pw", "localhost"); return true`,
        );
        const session = await login("y+ü");
        await askRoster(session);
        rosters["y+ü"] = { "nurse@localhost": {} };
        const { json } = await refreshOn(prosody, undefined, { path: "/Y%2B%C3%9C", method: "GET" });
        expect(json).toEqual({ status: "ok", message: "roster update complete", updated: 1, errors: 0 });
        expect(await pushes(session)).toEqual({ "nurse@localhost": "both -" });
    });

    it.each(["reload", "unload"] as const)("answers what is in flight at %s", async (action) => {
        const romeo = await login("romeo");
        const juliet = await login("juliet");
        backend.answer({ json: {}, after: 600 });
        const refreshing = refresh(["romeo"]);
        const asking = juliet.iq(ROSTER_GET);
        await vi.waitFor(() => expect(backend.requests).toHaveLength(2));
        await prosody.server[action]("http_roster_admin", "localhost");
        expect((await refreshing).json).toMatchObject({ status: "error", failed: { romeo: "the module is unloaded" } });
        const answer = await asking;
        expect(["error", "result"]).toContain(answer.attrs["type"]);
        if (action === "unload") await prosody.server.load("http_roster_admin", "localhost");
        rosters["romeo"] = { "nurse@localhost": {} };
        backend.answer(serve);
        expect(await askRoster(romeo)).toEqual({ "nurse@localhost": "both -" });
    });
});

describe.each(prosodyVersions())("mod_http_roster_admin misconfigured on Prosody %s", (version) => {
    const sound = host("http://127.0.0.1:1/%s", {}, []);
    const wrong = (options: HostConfig["options"]): HostConfig => ({
        ...sound,
        options: { ...sound.options, ...options },
    });

    const prosody = useProsody({
        version,
        config: {
            hosts: {
                localhost: {},
                "stored.localhost": wrong({ storage: { roster: "internal" } }),
                "both.localhost": wrong({ modules_disabled: [] }),
                "parallel.localhost": wrong({ http_roster_parallel: 0 }),
                "allow.localhost": wrong({ http_roster_admin_allow: ["10.0.0.0/8", "10.0.0.0/x"] }),
                "token.localhost": wrong({ http_roster_admin_token: ["swordfish-4711"] }),
                "auth.localhost": wrong({ http_roster_auth: "Bearer swordfish-4711\r\nX: y" }),
                "url.localhost": wrong({ http_roster_url: "htp://user:swordfish-4711@backend.example/%s" }),
            },
        },
        expectAtStart: [
            {
                pattern:
                    /'stored.localhost': .*rosters are kept by "internal" storage and would be overwritten.*"memory" \}$/,
            },
            { pattern: /'both.localhost': .*mod_roster is enabled and would answer in its place.*"roster" \}$/ },
            {
                pattern:
                    /'parallel.localhost': Option http_roster_parallel .* found a number 0, expected a whole number/,
            },
            { pattern: /'allow.localhost': Option http_roster_admin_allow .* found a string "10.0.0.0\/x", expected/ },
            { pattern: /'token.localhost': Option http_roster_admin_token .* kept secret, expected/ },
            { pattern: /'auth.localhost': Option http_roster_auth .* control characters, expected a header's value$/ },
            { pattern: /'url.localhost': Option http_roster_url .* expected/ },
        ],
    });

    it("does not load", async () => {
        for (const name of ["stored", "both", "parallel", "allow", "token", "auth", "url"]) {
            expect(await prosody.server.isLoaded("http_roster_admin", `${name}.localhost`)).toBe(false);
        }
        // Whatever is wrong with a secret, it is not shown.
        expect(prosody.server.log.text(0)).not.toContain("swordfish");
    });
});

describe.each(prosodyVersions())("the example in mod_http_roster_admin's README on Prosody %s", (version) => {
    let program: ChildProcess;
    let port: string;
    let section: string;
    let commands: string;

    beforeAll(async () => {
        const readme = await readFile(
            new URL("../../src/modules/mod_http_roster_admin/README.md", import.meta.url),
            "utf8",
        );
        const [, source = ""] = /```js\n(.*?)```/s.exec(readme) ?? [];
        [, section = ""] = /```lua\nVirtualHost "localhost"\n(.*?)```/s.exec(readme) ?? [];
        [, commands = ""] = /```sh\n(.*?)```/s.exec(readme) ?? [];
        program = spawn(process.execPath, ["--input-type=module", "-"], {
            env: { ...process.env, HOST: "0.0.0.0", PORT: "0" },
            stdio: ["pipe", "pipe", "inherit"],
        });
        program.stdin!.end(source);
        port = await new Promise((resolve, reject) => {
            program.once("exit", (code) => reject(new Error(`The example ended with ${code}`)));
            program.stdout!.once("data", (line: Buffer) => resolve(/port (\d+)/.exec(line.toString())![1]!));
        });
    });

    afterAll(() => {
        program.kill();
    });

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => ({
            hosts: {
                localhost: {
                    users: users(USERS),
                    lua: section.replace("http://localhost:8080", `http://${hostAddress}:${port}`),
                },
            },
        }),
    });

    it("gives rosters, changes one and tells Prosody", async () => {
        const romeo = await prosody.connect("romeo@localhost/phone", "pw");
        expect(items(await romeo.iq(ROSTER_GET))).toEqual({ "juliet@localhost": "both Juliet Verona" });
        const script = commands
            .replaceAll("http://localhost:8080", `http://127.0.0.1:${port}`)
            // By that name Prosody knows whose modules are asked.
            .replaceAll("http://localhost:5280/", `http://localhost:${new URL(prosody.server.url("/")).port}/`);
        const { stdout } = await promisify(execFile)("sh", ["-ec", script]);
        expect(stdout).toContain('"updated":1');
        await romeo.roundTrip();
        expect(Object.assign({}, ...romeo.pending(isPush).map(items))).toEqual({
            "juliet@localhost": "both Juliet",
            "nurse@localhost": "both -",
        });
    });
});
