import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    prosodyVersions,
    startHttpBackend,
    useProsody,
    type HttpBackend,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import {
    connectObserver,
    CONTACTS,
    createUsers,
    CROWD,
    crowdConfig,
    gatherCrowd,
    postRefresh,
    rosterOf,
} from "../roster-crowd.ts";
import { recordNoEvents } from "../../../src/testing/prosody/event-recording.ts";

recordNoEvents();

/** The default of http_roster_parallel. */
const PARALLEL = 20;

const isPush = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";

describe.each(prosodyVersions())("mod_http_roster_admin and many users on Prosody %s", (version) => {
    let backend: HttpBackend;
    let crowd = new Map<string, XmppSession>();
    /** Of whom the backend knows nothing now. */
    let unknown = new Set<string>();
    let edition = 1;
    let running = 0;
    let mostRunning = 0;
    /** Answers wait until as many requests run as may, however late a busy machine sends them. */
    let isHeld = false;

    beforeAll(async () => {
        backend = await startHttpBackend(async ({ path }) => {
            mostRunning = Math.max(mostRunning, ++running);
            if (running === PARALLEL) isHeld = false;
            do await delay(5);
            while (isHeld);
            running -= 1;
            const username = path.slice("/contacts/".length);
            return unknown.has(username) ? { status: 404 } : { json: rosterOf(username, edition) };
        });
    });
    afterAll(() => backend.stop());

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => crowdConfig(backend.url(hostAddress, "/contacts/%s")),
    });

    afterAll(async () => {
        await Promise.all([...crowd.values()].map((session) => session.stop()));
    });

    it(
        `refreshes ${CROWD.length} of ${CONTACTS} contacts each, ${PARALLEL} at a time, and accounts for all`,
        { timeout: 300_000 },
        async () => {
            prosody.expectLog(/^Roster of user\d+: http:\S+: answered 404$/, { level: "warn", times: 10 });
            const observer = await connectObserver(prosody.server);
            crowd = await gatherCrowd(prosody.server);
            expect(backend.requests).toHaveLength(CROWD.length);
            await createUsers(prosody.server, "offline", 5);
            backend.clear();
            mostRunning = 0;
            isHeld = true;
            edition += 1;
            unknown = new Set(CROWD.filter((_, index) => index % 100 === 50));
            const strangers = ["nobody", "no body"];
            const offline = Array.from({ length: 5 }, (_, index) => `offline${index}`);
            let isOver = false;
            const refreshing = postRefresh(prosody.server, [...CROWD, ...strangers, ...offline, "user0"]).finally(
                () => {
                    isOver = true;
                },
            );
            let pings = 0;
            while (!isOver) {
                await observer.roundTrip();
                pings += 1;
            }
            const { status, summary } = await refreshing;
            expect([status, summary]).toEqual([
                200,
                {
                    status: "ok",
                    message: "roster update complete",
                    updated: CROWD.length - unknown.size + offline.length,
                    errors: unknown.size + strangers.length,
                    failed: {
                        ...Object.fromEntries([...unknown].map((name) => [name, "answered 404"])),
                        nobody: "no such user",
                        "no body": "invalid username",
                    },
                },
            ]);
            // Others were served meanwhile: once in a blocked server's while would be once.
            expect(pings).toBeGreaterThan(10);
            expect(mostRunning).toBe(PARALLEL);
            expect(backend.requests.map(({ path }) => path).sort()).toEqual(
                CROWD.map((name) => `/contacts/${name}`).sort(),
            );
            for (const [name, session] of crowd) {
                await session.roundTrip();
                const pushed = session
                    .pending(isPush)
                    .flatMap((push) => push.getChild("query")?.getChildElements() ?? [])
                    .map(({ attrs }) => `${attrs["jid"]} ${attrs["name"]}`);
                expect(pushed, name).toEqual(unknown.has(name) ? [] : [`c0@contacts.invalid edition ${edition}`]);
            }
            await observer.stop();
        },
    );

    const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `no${index}`);

    it("takes as many usernames as it may, and no more", { timeout: 60_000 }, async () => {
        const { status, summary } = await postRefresh(prosody.server, many(10_000));
        expect([status, summary.status, summary.updated, summary.errors]).toEqual([200, "error", 0, 10_000]);
        expect(Object.keys(summary.failed ?? {})).toHaveLength(10_000);
        expect((await postRefresh(prosody.server, many(10_001))).status).toBe(413);
        expect((await postRefresh(prosody.server, ["x".repeat(1024 * 1024)])).status).toBe(413);
    });

    it("accounts for all of a long list when it is reloaded meanwhile", { timeout: 60_000 }, async () => {
        const refreshing = postRefresh(prosody.server, many(10_000));
        const reloading = prosody.server.reload("http_roster_admin", "localhost");
        const { summary } = await refreshing;
        await reloading;
        expect(summary.updated + summary.errors).toBe(10_000);
        for (const reason of Object.values(summary.failed ?? {})) {
            expect(reason).toMatch(/^(no such user|the module is unloaded)$/);
        }
    });
});
