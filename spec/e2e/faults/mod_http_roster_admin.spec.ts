import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    prosodyVersions,
    startHttpBackend,
    takeFootprint,
    useProsody,
    type BackendBehaviour,
    type HttpBackend,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { crowdConfig, createUsers, postRefresh } from "../roster-crowd.ts";
import { expectNothingLeft } from "./load.ts";

const USERS = Array.from({ length: 10 }, (_, index) => `user${index}`);
const REFRESHES = 10;

/** Each connection has a timer for so many seconds, however soon its client is known. */
const C2S_TIMEOUT = 6;

/** How the backend fares with one request after the other: well, badly, worse. */
const FATES: (BackendBehaviour | "well")[] = [
    "well",
    { status: 503 },
    "well",
    "drop",
    { body: "<html>" },
    "well",
    "hang",
    { json: ["user1"] },
    "die",
    { status: 302, headers: { Location: "/elsewhere" } },
    { json: { "@": 5, "user1@localhost": { name: 5 } } },
];

const isPush = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";

function addItems(view: Map<string, string>, stanza: XmlElement): void {
    for (const { attrs } of stanza.getChild("query")?.getChildElements() ?? []) {
        if (attrs["subscription"] === "remove") view.delete(attrs["jid"]!);
        else view.set(attrs["jid"]!, attrs["name"] ?? "");
    }
}

describe.each(prosodyVersions())("mod_http_roster_admin under faults on Prosody %s", (version) => {
    let backend: HttpBackend;
    /** Counts up with each request, so that each good answer is another roster. */
    let edition = 0;

    beforeAll(async () => {
        backend = await startHttpBackend();
    });
    afterAll(() => backend.stop());

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => {
            const config = crowdConfig(backend.url(hostAddress, "/contacts/%s"), {
                http_roster_timeout: 1,
                http_roster_parallel: 5,
                http_roster_retries: 1,
            });
            // With epoll, util.timer of Prosody 0.11 has now one, now two timers of its own in the event loop.
            const network_backend = version.startsWith("0.11") ? "select" : "epoll";
            return { ...config, options: { ...config.options, network_backend, c2s_timeout: C2S_TIMEOUT } };
        },
    });

    /** All users are contacts of each other; one name is new, and one contact comes and goes. */
    function roster(): Record<string, { name: string }> {
        edition += 1;
        const contacts = Object.fromEntries(USERS.map((name) => [`${name}@localhost`, { name }]));
        contacts["user0@localhost"] = { name: `edition ${edition}` };
        if (edition % 2 === 0) contacts["guest@localhost"] = { name: "Guest" };
        return contacts;
    }

    const doWell = (): BackendBehaviour => ({ json: roster() });

    async function ask(session: XmppSession): Promise<XmlElement> {
        return session.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>', 30_000);
    }

    async function online(name: string): Promise<XmppSession> {
        const session = await prosody.connect(`${name}@localhost/phone`, "pw");
        await session.send("<presence/>");
        return session;
    }

    const gather = (): Promise<XmppSession[]> => Promise.all(USERS.map(online));

    /** Clients ask, the backend tells of changes and does its worst, and something happens to the module. */
    async function round(disturb: () => Promise<void>): Promise<void> {
        const sessions = await gather();
        let number = 0;
        backend.answer(() => {
            const fate = FATES[number++ % FATES.length]!;
            return fate === "well" ? doWell() : fate;
        });
        const asking = sessions.map(async (session) => {
            for (let count = 0; count < 5; count++) {
                expect(["result", "error"]).toContain((await ask(session)).attrs["type"]);
            }
        });
        const refreshing = Array.from({ length: REFRESHES }, async () => {
            const { summary } = await postRefresh(prosody.server, USERS);
            expect(summary.updated + summary.errors).toBe(USERS.length);
            expect(Object.keys(summary.failed ?? {})).toHaveLength(summary.errors);
        });
        await disturb();
        await Promise.all([...asking, ...refreshing]);
        for (const session of sessions) {
            await session.roundTrip();
            // Answers are unexpected by now; pushes and presence were due.
            const answers = session.pending(({ name, attrs }) => name === "iq" && attrs["type"] !== "set");
            expect(answers.map(String)).toEqual([]);
        }
        await Promise.all(sessions.map((session) => session.stop()));
    }

    it(
        "answers everybody once and leaves nothing behind, whatever backend and admin do",
        { timeout: 180_000 },
        async () => {
            prosody.expectLog(/^Roster of user\d: /, { atLeast: 1, level: "warn" });
            const { server } = prosody;
            await createUsers(server, "user", USERS.length);
            const calm = async (): Promise<void> => {};
            // The first round makes Prosody fill its own caches, and the module its own.
            await round(calm);
            await new Promise((resolve) => setTimeout(resolve, (C2S_TIMEOUT + 1) * 1000));
            const before = await takeFootprint(server);
            await round(calm);
            await round(() => server.reload("http_roster_admin", "localhost"));
            await round(async () => {
                await server.reload("http_roster_admin", "localhost");
                await server.reload("http_roster_admin", "localhost");
            });
            await round(async () => {
                // Clients that leave while their rosters are fetched.
                const leaving = await Promise.all(USERS.map((name) => prosody.connect(`${name}@localhost/gone`, "pw")));
                for (const session of leaving) {
                    await session.send('<iq type="get" id="gone"><query xmlns="jabber:iq:roster"/></iq>');
                    session.cut();
                }
            });
            await expectNothingLeft(prosody, before);
        },
    );

    it("ends up with what the backend says, in every client's eyes", { timeout: 60_000 }, async () => {
        prosody.expectLog(/^Roster of user\d: /, { atLeast: 1, level: "warn" });
        backend.answer(doWell);
        const sessions = await gather();
        const views = new Map<XmppSession, Map<string, string>>();
        for (const session of sessions) {
            const view = new Map<string, string>();
            addItems(view, await ask(session));
            views.set(session, view);
        }
        await postRefresh(prosody.server, USERS);
        let number = 0;
        backend.answer(() => {
            const fate = FATES[number++ % FATES.length]!;
            return fate === "well" ? doWell() : fate;
        });
        for (let count = 0; count < 5; count++) await postRefresh(prosody.server, USERS);
        const last = roster();
        backend.answer({ json: last });
        const { summary } = await postRefresh(prosody.server, USERS);
        expect(summary).toMatchObject({ status: "ok", updated: USERS.length, errors: 0 });
        for (const [session, view] of views) {
            await session.roundTrip();
            for (const push of session.pending(isPush)) addItems(view, push);
            const expected = new Map(Object.entries(last).map(([jid, { name }]) => [jid, name]));
            expected.delete(session.bareJid);
            expect(new Map([...view].sort())).toEqual(new Map([...expected].sort()));
        }
    });

    it("answers what is in flight when the backend dies under load", { timeout: 60_000 }, async () => {
        prosody.expectLog(/^Roster of user\d: http:\S+: /, { atLeast: 1, level: "warn" });
        backend.answer(doWell);
        const sessions = await gather();
        await Promise.all(sessions.map(ask));
        backend.clear();
        backend.answer("hang");
        const refreshing = postRefresh(prosody.server, USERS);
        await backend.next();
        await backend.stop();
        const { summary } = await refreshing;
        expect(summary).toMatchObject({ status: "error", updated: 0, errors: USERS.length });
        // What was known before is served on.
        for (const session of sessions) expect((await ask(session)).attrs["type"]).toBe("result");
        await backend.start();
        backend.answer(doWell);
        expect((await postRefresh(prosody.server, USERS)).summary).toMatchObject({ updated: USERS.length, errors: 0 });
    });
});
