import { Agent, request as httpRequest } from "node:http";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    errorCondition,
    prosodyVersions,
    startHttpBackend,
    useProsody,
    type BackendBehaviour,
    type HttpBackend,
    type ProsodyServer,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { anyJson, anyText } from "../../../src/testing/fuzz/arbitraries.ts";
import { expectNothingLeft, takeFootprintAfter } from "../faults/load.ts";
import { TOKEN, type RefreshSummary } from "../roster-crowd.ts";
import { fuzzSeed } from "./seed.ts";

const HOST = "localhost";
const USERS = ["romeo", "juliet"] as const;
type User = (typeof USERS)[number];
/** In-process there are thousands; here each has several steps. */
const CASES = 30;
/** Seconds. Enough for whatever answers at all. */
const TIMEOUT = 2;
/** Before 13.0 each connection has a timer for so many seconds, however soon its client is known. */
const C2S_TIMEOUT = 3;

const often = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
    fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

// ---------------------------------------------------------------------------------------------------------- rosters

/** Contacts by JID, each as one line: what a client has to see. */
type Roster = ReadonlyMap<string, string>;

function describeItem(subscription: string, name: string, groups: readonly string[]): string {
    return JSON.stringify([subscription, name, [...new Set(groups)].sort()]);
}

/** A property as a backend writes it, and what comes of it: README, "The backend's answer". */
interface Property<T> {
    /** Undefined is left out. */
    readonly written: unknown;
    readonly meant: T;
}

const asIs = <T>(...values: readonly T[]): fc.Arbitrary<Property<T>> =>
    fc.constantFrom(...values.map((value) => ({ written: value, meant: value })));
const ignored = <T>(meant: T, ...values: readonly unknown[]): fc.Arbitrary<Property<T>> =>
    fc.constantFrom(...values.map((written) => ({ written, meant })));

/** What no XML can carry. */
const NO_XML = ["a\u0007b", "\u0000", "\ufffe"];

const name: fc.Arbitrary<Property<string>> = often(
    [6, asIs("N", "M", "Ü 🌹", "<&>\"']]>", "%s%d%", "n".repeat(3000))],
    [2, ignored("", undefined, null, "")],
    [2, ignored("", 5, true, ["N"], { N: true }, ...NO_XML)],
);

const subscription: fc.Arbitrary<Property<string>> = often(
    [2, asIs("both", "to", "from", "none")],
    [4, ignored("both", undefined, null)],
    [1, ignored("both", "twice", "remove", "", 1, [], ["to"])],
);

const GROUPS = ["A", "B", "Ä <&>"];
const NO_GROUPS: readonly unknown[] = [7, null, "", [], ...NO_XML];
const groups: fc.Arbitrary<Property<readonly string[]>> = often<Property<readonly string[]>>(
    [
        3,
        fc
            .array(often<unknown>([5, fc.constantFrom(...GROUPS)], [1, fc.constantFrom(...NO_GROUPS)]), {
                maxLength: 4,
            })
            .map((list) => ({
                written: list,
                meant: list.filter((each) => GROUPS.includes(each as string)) as string[],
            })),
    ],
    [
        2,
        fc
            .dictionary(fc.constantFrom(...GROUPS, "", ...NO_XML), fc.constantFrom(true, 1, {}, false, null))
            .map((all) => ({
                written: all,
                meant: Object.keys(all).filter(
                    (key) => GROUPS.includes(key) && all[key] !== false && all[key] !== null,
                ),
            })),
    ],
    [2, ignored<readonly string[]>([], undefined, null)],
    [1, ignored<readonly string[]>([], "A", 5, true)],
);

/** A member of the backend's object; undefined `item`: none that counts. */
interface Member {
    readonly key: string;
    readonly value: unknown;
    readonly jid: string;
    readonly item: string | undefined;
}

/** JIDs as backends spell them, by their prepared forms. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
    "romeo@localhost": ["romeo@localhost", "Romeo@LOCALHOST"],
    "juliet@localhost": ["juliet@localhost", "JULIET@localhost"],
    "nurse@localhost": ["nurse@localhost"],
    "zoë@elsewhere.invalid": ["zoë@elsewhere.invalid", "ZOË@elsewhere.invalid"],
    "shop.elsewhere.invalid": ["shop.elsewhere.invalid", "Shop.Elsewhere.Invalid"],
};
const NO_JIDS = [
    "",
    "@",
    "a@",
    "@b.invalid",
    "a@b@c.invalid",
    "a b@c.invalid",
    "nurse@localhost/ward",
    "a\u0000@b.invalid",
];

const contact: fc.Arbitrary<Member> = fc
    .record({
        jid: fc.constantFrom(...Object.keys(SPELLINGS)),
        spelling: fc.nat(1),
        name,
        subscription,
        groups,
        more: fc.constantFrom({}, { unknown: [1, { x: null }] }),
    })
    .map(({ jid, spelling, name, subscription, groups, more }) => {
        const spellings = SPELLINGS[jid]!;
        return {
            key: spellings[spelling % spellings.length]!,
            value: { name: name.written, subscription: subscription.written, groups: groups.written, ...more },
            jid,
            item: describeItem(subscription.meant, name.meant, groups.meant),
        };
    });

const noContact: fc.Arbitrary<Member> = fc.oneof(
    fc.constantFrom(...NO_JIDS).map((key) => ({ key, value: { name: "no" }, jid: key, item: undefined })),
    fc
        .tuple(fc.constantFrom(...Object.keys(SPELLINGS)), fc.constantFrom<unknown>(5, null, "both", true, [{}]))
        .map(([jid, value]) => ({ key: jid, value, jid, item: undefined })),
);

/** What a backend has about a user. */
interface Document {
    readonly text: string;
    readonly roster: Roster;
}

function documentOf(members: readonly Member[]): Document {
    const properties = members.map(({ key, value }) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    const counted = members.filter(({ item }) => item !== undefined);
    return { text: `{${properties.join(",\n")}}`, roster: new Map(counted.map(({ jid, item }) => [jid, item!])) };
}

const small = fc
    .uniqueArray(often([6, contact], [1, noContact]), { selector: ({ jid }) => jid, maxLength: 6 })
    .map(documentOf);

/** Without subscriptions: presence of so many would take more time than all else. */
const crowd = (size: number): Document =>
    documentOf(
        Array.from({ length: size }, (_, index) => {
            const jid = `c${index}@crowd.invalid`;
            const value = { name: jid, subscription: "none", groups: ["A"] };
            return { key: jid, value, jid, item: describeItem("none", jid, ["A"]) };
        }),
    );

const document: fc.Arbitrary<Document> = often([40, small], [1, fc.constant(crowd(1000))]);

// ------------------------------------------------------------------------------------------------- what backends do

/** An answer about one user's roster. */
interface Answer {
    /** How it goes over the wire. */
    readonly behaviour: BackendBehaviour;
    /** The roster in it; "unchanged": what was said before, if that had a tag; undefined: none that counts. */
    readonly says: Roster | "unchanged" | undefined;
    readonly etag?: string | undefined;
}

/** The longest that comes byte by byte: a millisecond for each. */
const LONGEST_TRICKLE = 150;

const good: fc.Arbitrary<Answer> = fc
    .record({
        document,
        type: fc.constantFrom("application/json", "application/json; charset=utf-8", "text/html", ""),
        etag: fc.constantFrom(undefined, undefined, '"1"', 'W/"2"'),
        /** Else it comes in chunks. */
        hasLength: fc.boolean(),
        pace: fc.constantFrom("at once", "at once", "late", "byte by byte"),
    })
    .map(({ document: { text, roster }, type, etag, hasLength, pace }) => ({
        behaviour: {
            headers: {
                ...(type !== "" && { "Content-Type": type }),
                ...(etag !== undefined && { ETag: etag }),
                ...(hasLength && { "Content-Length": String(Buffer.byteLength(text)) }),
            },
            body: text,
            ...(pace === "late" && { after: 60 }),
            ...(pace === "byte by byte" && text.length <= LONGEST_TRICKLE && { trickle: 0 }),
        },
        says: roster,
        etag,
    }));

const fails = (behaviour: BackendBehaviour): Answer => ({ behaviour, says: undefined });

/** Somebody else's roster, with whatever else is wrong. */
const bad: fc.Arbitrary<Answer> = often<Answer>(
    [3, fc.constantFrom<BackendBehaviour>("drop", "die", { status: 204 }, {}).map(fails)],
    [
        8,
        fc
            .record({ status: fc.constantFrom(201, 204, 206, 400, 403, 404, 410, 429, 500, 503), document: small })
            .map(({ status, document: { text } }) => fails({ status, body: status === 204 ? "" : text })),
    ],
    [
        3,
        fc
            .record({ status: fc.constantFrom(301, 302, 303, 307, 308), after: fc.constantFrom(0, 30) })
            .map(({ status, after }) => fails({ status, headers: { Location: "/a-lie" }, body: "{}", after })),
    ],
    // JSON that breaks off, and JSON that goes on.
    [
        4,
        fc.tuple(small, fc.nat(1000)).map(([{ text }, length]) => fails({ body: text.slice(0, length % text.length) })),
    ],
    [2, small.map(({ text }) => fails({ body: `${text}]` }))],
    [3, anyJson.filter((text) => !text.trimStart().startsWith("{")).map((body) => fails({ body }))],
    [3, anyText.filter((text) => !text.trimStart().startsWith("{")).map((body) => fails({ body }))],
    [2, small.map(({ text }) => fails({ headers: { "Content-Encoding": "gzip" }, body: gzipSync(Buffer.from(text)) }))],
);

/** What takes its time, and so comes seldom: more than is read, and nothing. */
const slow = fc.constantFrom(fails({ body: `{"${"x".repeat(11_000_000)}":{}}` }), fails("hang"));

/** What was said last of a user, with its tag. */
interface Said {
    readonly says: Roster;
    readonly etag?: string | undefined;
}

/** Where each story begins. */
function plain(user: User): Answer & Said {
    const roster = { [`nurse@${HOST}`]: { name: user } };
    return { behaviour: { json: roster }, says: new Map([[`nurse@${HOST}`, describeItem("both", user, [])]]) };
}

const unchanged: fc.Arbitrary<Answer> = fc.constant({ behaviour: { status: 304 }, says: "unchanged" });

const answer: fc.Arbitrary<Answer> = often([25, good], [20, bad], [5, unchanged], [1, slow]);

/** What happens: changes are told of, a user leaves and comes back, a client wants to change the roster, the module is reloaded. */
type Step =
    | {
          readonly what: "refresh";
          readonly users: readonly User[];
          readonly answers: Readonly<Record<User, Answer>>;
          /** What happens while the backend thinks. */
          readonly meanwhile?: "refresh" | "login" | "reload" | undefined;
      }
    | { readonly what: "return"; readonly answer: Answer }
    | { readonly what: "reload" | "set" };

const step = often<Step>(
    [
        8,
        fc.record({
            what: fc.constant<"refresh">("refresh"),
            users: fc.constantFrom<readonly User[]>(["romeo"], ["juliet"], ["romeo", "juliet"]),
            answers: fc.record({ romeo: answer, juliet: answer }),
            meanwhile: fc.constantFrom(undefined, undefined, "refresh", "login", "reload"),
        }),
    ],
    [2, fc.record({ what: fc.constant<"return">("return"), answer })],
    [1, fc.record({ what: fc.constantFrom<"reload" | "set">("reload", "set") })],
);

// --------------------------------------------------------------------------------------------------------- clients

const ROSTER_GET = '<iq type="get"><query xmlns="jabber:iq:roster"/></iq>';

function itemsOf(stanza: XmlElement): [string, string][] {
    return (stanza.getChild("query", "jabber:iq:roster")?.getChildElements() ?? []).map((item) => {
        const { jid = "", subscription = "", name = "" } = item.attrs;
        const groups = item.getChildElements().map((group) => group.text());
        return [jid, subscription === "remove" ? "remove" : describeItem(subscription, name, groups)];
    });
}

const isPush = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";

/** What has to be told to who saw one roster and has to see another. */
function changes(from: Roster, to: Roster): Map<string, string> {
    const different = new Map([...to].filter(([jid, item]) => from.get(jid) !== item));
    for (const jid of from.keys()) if (!to.has(jid)) different.set(jid, "remove");
    return different;
}

/** Tells of changes, in both ways. */
async function tell(
    agent: Agent,
    server: ProsodyServer,
    names: readonly string[],
): Promise<{ status: number; summary: RefreshSummary }> {
    const [path, method, body] =
        names.length === 1
            ? [`/roster_admin/refresh/${names[0]}`, "GET"]
            : ["/roster_admin/refresh", "POST", JSON.stringify(names)];
    return new Promise((resolve, reject) => {
        const headers = { Authorization: `Bearer ${TOKEN}` };
        const request = httpRequest(server.url(path), { method, agent, headers }, (response) => {
            let text = "";
            response.setEncoding("utf8").on("data", (part: string) => (text += part));
            response.on("end", () =>
                resolve({ status: response.statusCode!, summary: JSON.parse(text) as RefreshSummary }),
            );
        });
        request.on("error", reject).end(body);
    });
}

describe.each(prosodyVersions())("mod_http_roster_admin and any backend on Prosody %s", (version) => {
    let backend: HttpBackend;
    beforeAll(async () => {
        backend = await startHttpBackend();
    });
    afterAll(() => backend.stop());

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => ({
            options: {
                http_default_host: HOST,
                c2s_timeout: C2S_TIMEOUT,
                // With epoll, util.timer of Prosody 0.11 has now one, now two timers of its own in the event loop.
                network_backend: version.startsWith("0.11") ? "select" : "epoll",
            },
            hosts: {
                [HOST]: {
                    modules: ["http_roster_admin", "block_subscriptions"],
                    users: { romeo: "pw", juliet: "pw", nurse: "pw" },
                    options: {
                        modules_disabled: ["roster"],
                        storage: { roster: "memory" },
                        http_roster_url: backend.url(hostAddress, "/contacts/%s"),
                        http_roster_admin_token: TOKEN,
                        http_roster_timeout: TIMEOUT,
                        // Repetitions wait for seconds; in-process they are tried with any answer.
                        http_roster_retries: 0,
                    },
                },
            },
        }),
    });

    const seed = fuzzSeed();
    it(
        `shows what the last good answer said, and leaves nothing behind, seed ${seed}`,
        { timeout: 300_000 },
        async () => {
            prosody.expectLog(/^Roster of (romeo|juliet): /, { atLeast: 1, level: "warn" });
            const { server } = prosody;
            // Where Prosody 13.0 closes a connection first, its own timer for the connection's silence may run on.
            const agent = new Agent({ keepAlive: true });
            /** What each client has seen: its roster, and the pushes after it. */
            const views = new Map<XmppSession, Map<string, string>>();
            /** What was said last of each user, and with which tag. */
            const said: Record<User, Said> = { romeo: plain("romeo"), juliet: plain("juliet") };
            /** What the backend says next. */
            const answers: Record<User, Answer> = { romeo: plain("romeo"), juliet: plain("juliet") };
            const wrongTags: string[] = [];
            backend.answer(({ path, headers }) => {
                const user = USERS.find((name) => path === `/contacts/${name}`);
                // Redirects are not followed.
                if (user === undefined) return { json: { "liar@localhost": {} } };
                // The answer to the request before it may be in already.
                const tags = [said[user].etag, answers[user].etag];
                if (!tags.includes(headers["if-none-match"])) wrongTags.push(String(headers["if-none-match"]));
                return answers[user].behaviour;
            });

            const userOf = (session: XmppSession): User => USERS.find((name) => session.jid.startsWith(`${name}@`))!;
            const ask = async (session: XmppSession): Promise<Roster> => {
                const reply = await session.iq(ROSTER_GET);
                expect(reply.attrs["type"], reply.toString()).toBe("result");
                const items = itemsOf(reply);
                expect(new Map(items).size).toBe(items.length);
                return new Map(items);
            };
            const login = async (user: User, resource: string): Promise<XmppSession> => {
                const session = await prosody.connect(`${user}@${HOST}/${resource}`, "pw");
                views.set(session, new Map(await ask(session)));
                await session.send("<presence/>");
                await session.roundTrip();
                return session;
            };
            const logout = async (session: XmppSession): Promise<void> => {
                views.delete(session);
                await session.stop();
            };

            /** Who came back while the backend failed: each request for the roster asks it again. */
            const unsure = new Set<User>();

            /** Whether an answer counts now. */
            const counts = (user: User): boolean => {
                const { says } = answers[user];
                return says === "unchanged" ? said[user].etag !== undefined : says !== undefined;
            };
            const take = (user: User): void => {
                const { says, etag } = answers[user];
                unsure.delete(user);
                if (says === undefined || says === "unchanged") return;
                const roster = new Map(says);
                roster.delete(`${user}@${HOST}`);
                said[user] = { says: roster, etag };
            };

            /** Each client was told of what is different, once, and sees what the backend said. */
            const look = async (): Promise<void> => {
                expect(wrongTags).toEqual([]);
                for (const [session] of views) {
                    const user = userOf(session);
                    if (unsure.has(user) && counts(user)) {
                        await ask(session);
                        take(user);
                    }
                }
                for (const [session, view] of views) {
                    const { says: roster } = said[userOf(session)];
                    await session.roundTrip();
                    const pushed = [];
                    while (session.pending(isPush).length > 0) pushed.push(...itemsOf(await session.next(isPush)));
                    expect(new Map([...pushed].sort()), session.jid).toEqual(
                        new Map([...changes(view, roster)].sort()),
                    );
                    expect(pushed).toHaveLength(new Set(pushed.map(([jid]) => jid)).size);
                    views.set(session, new Map(roster));
                    expect(changes(roster, await ask(session)), session.jid).toEqual(new Map());
                    const strays = session.pending(({ name }) => name !== "presence");
                    expect(strays.map(String)).toEqual([]);
                }
            };

            let guest: XmppSession | undefined;
            const refresh = async (users: readonly User[], meanwhile: string | undefined): Promise<void> => {
                backend.clear();
                const telling = [tell(agent, server, users)];
                if (meanwhile !== undefined) {
                    await backend.next();
                    if (meanwhile === "refresh") telling.push(tell(agent, server, users));
                    else if (meanwhile === "login") guest = await login(users[0]!, "guest");
                    else await server.reload("http_roster_admin", HOST);
                }
                for (const { status, summary } of await Promise.all(telling)) {
                    const failed = Object.keys(summary.failed ?? {});
                    const isCutOff = (user: User): boolean =>
                        meanwhile === "reload" && summary.failed?.[user] === "the module is unloaded";
                    const expected = users.filter((user) => isCutOff(user) || !counts(user));
                    expect(status).toBe(200);
                    expect(failed.sort(), JSON.stringify(summary)).toEqual([...expected].sort());
                    expect([summary.updated, summary.errors]).toEqual([users.length - failed.length, failed.length]);
                    expect(summary.status).toBe(failed.length === users.length ? "error" : "ok");
                    for (const user of users) if (!failed.includes(user)) take(user);
                }
                await look();
                if (guest !== undefined) await logout(guest);
                guest = undefined;
            };

            let juliet: XmppSession;
            const leaveAndReturn = async (next: Answer): Promise<void> => {
                answers.juliet = next;
                await logout(juliet);
                const willCount = counts("juliet");
                // Where the backend fails, what was known last is better than nothing.
                juliet = await login("juliet", "phone");
                if (willCount) take("juliet");
                else unsure.add("juliet");
                await look();
            };

            let hasFailed = false;
            /** Each story begins with the same rosters, also where the one before it broke off. */
            const begin = async (): Promise<void> => {
                for (const user of USERS) answers[user] = plain(user);
                if (hasFailed) {
                    if (guest !== undefined && views.has(guest)) await logout(guest);
                    if (!views.has(juliet)) juliet = await login("juliet", "phone");
                    // Waits for fetches that are still under way.
                    await tell(agent, server, USERS);
                }
                const { summary } = await tell(agent, server, USERS);
                expect(summary).toMatchObject({ updated: 2, errors: 0 });
                for (const user of USERS) said[user] = plain(user);
                unsure.clear();
                wrongTags.length = 0;
                for (const session of views.keys()) {
                    const seen = await ask(session);
                    while (session.pending(isPush).length > 0) await session.next(isPush);
                    views.set(session, new Map(seen));
                }
                hasFailed = true;
            };

            const play = async (steps: readonly Step[]): Promise<void> => {
                await begin();
                for (const each of steps) {
                    if (each.what === "refresh") {
                        for (const user of each.users) answers[user] = each.answers[user];
                        await refresh(each.users, each.meanwhile);
                    } else if (each.what === "return") {
                        await leaveAndReturn(each.answer);
                    } else if (each.what === "reload") {
                        await server.reload("http_roster_admin", HOST);
                        await look();
                    } else {
                        const reply = await juliet.iq(
                            '<iq type="set"><query xmlns="jabber:iq:roster"><item jid="nurse@localhost" name="mine"/></query></iq>',
                        );
                        expect(errorCondition(reply)).toBe("service-unavailable");
                        await look();
                    }
                }
                hasFailed = false;
            };

            await login("romeo", "phone");
            await login("romeo", "tablet");
            juliet = await login("juliet", "phone");
            const html = fails({ body: "<html>" });
            await play([{ what: "refresh", users: USERS, answers: { romeo: html, juliet: plain("juliet") } }]);
            agent.destroy();
            const before = await takeFootprintAfter(prosody, C2S_TIMEOUT);
            // A failure names its seed and the shortest story that shows it.
            await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4, size: "max" }), play), {
                numRuns: CASES,
                seed,
            });
            await play([]);
            agent.destroy();
            await expectNothingLeft(prosody, before);
        },
    );
});
