/** Scripts for mod_http_roster_admin: clients that come, ask and go, a backend that says what it likes, and who tells of changes. */
import fc from "fast-check";
import {
    anyJson,
    anyText,
    element,
    escapeXml,
    framing,
    httpBytes,
    httpStatus,
    stanzaAttributes,
    strangeJid,
    xmlText,
} from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { seenOf, type SeenOf } from "../../../src/testing/fuzz/judge.ts";
import type { Observation, Script, Step } from "../../../src/testing/fuzz/script.ts";
import { parseXml } from "../../../src/testing/index.ts";

const HOST = "example.org";
const TIMEOUT = 30;
const TOKEN = "swordfish";
const ACCOUNTS = ["romeo", "juliet", "nurse"];
const CLIENTS = ["romeo", "juliet"].flatMap((name) => [`${name}@${HOST}/phone`, `${name}@${HOST}/tablet`]);

const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
    fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const client = fc.constantFrom(...CLIENTS);

// ------------------------------------------------------------------------------------------------------- the backend

/** JIDs as a backend may write them, by their prepared form: few, so that they come again. */
const JIDS: Readonly<Record<string, string>> = {
    [`juliet@${HOST}`]: `juliet@${HOST}`,
    [`JULIET@Example.ORG`]: `juliet@${HOST}`,
    [`romeo@${HOST}`]: `romeo@${HOST}`,
    [`nurse@${HOST}`]: `nurse@${HOST}`,
    "tybalt@elsewhere.example": "tybalt@elsewhere.example",
    "Tybalt@elsewhere.example": "tybalt@elsewhere.example",
    "shop.example.net": "shop.example.net",
};

/** No bare JIDs. */
const NO_JIDS = [
    "",
    "@",
    "a@",
    "@b.example",
    "a@b@c.example",
    "a b@c.example",
    `juliet@${HOST}/balcony`,
    "a\u0000@b.example",
];

const wildValue = weighted<unknown>([1, fc.jsonValue()], [1, anyText], [1, fc.constant(null)]);

const contact = weighted<unknown>(
    [
        6,
        fc.record(
            {
                name: weighted<unknown>(
                    [4, fc.constantFrom("N", "M", "Ü 🌹", "")],
                    [1, xmlText],
                    [1, anyText],
                    [1, wildValue],
                ),
                groups: weighted<unknown>(
                    [
                        3,
                        fc.array(weighted<unknown>([6, fc.constantFrom("A", "B", "Ä")], [1, wildValue]), {
                            maxLength: 3,
                        }),
                    ],
                    [2, fc.dictionary(fc.constantFrom("A", "B", ""), fc.constantFrom<unknown>(true, false, null, 1))],
                    [1, wildValue],
                ),
                subscription: weighted<unknown>([4, fc.constantFrom("both", "to", "from", "none")], [1, wildValue]),
            },
            { requiredKeys: [] },
        ),
    ],
    [2, fc.constantFrom<unknown>({}, [], { name: "N" })],
    [1, wildValue],
);

const contacts: fc.Arbitrary<Record<string, unknown>> = fc
    .array(
        fc.tuple(
            weighted<string>(
                [10, fc.constantFrom(...Object.keys(JIDS))],
                [1, fc.constantFrom(...NO_JIDS)],
                [1, strangeJid],
            ),
            contact,
        ),
        { maxLength: 6 },
    )
    .map((entries) => Object.fromEntries(entries));

const good: fc.Arbitrary<string> = contacts.map((all) => JSON.stringify(all));

const body: fc.Arbitrary<Buffer> = weighted(
    [12, good.map((text) => Buffer.from(text))],
    [2, anyJson.map((text) => Buffer.from(text))],
    [
        1,
        fc
            .constantFrom(
                "",
                "null",
                "[]",
                "5",
                '{"a@b.example":{}',
                "[".repeat(3000),
                '{"__array":[1],"__hash":["a@b.example",{}]}',
                `{"nurse@${HOST}":{"name":"1"},"nurse@${HOST}":{"name":"2"}}`,
                `{"nurse@${HOST}":{"name":"\\ud800"}}`,
            )
            .map((text) => Buffer.from(text)),
    ],
    [1, fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes))],
    [
        1,
        fc
            .constantFrom("80", "c0af", "eda080")
            .map((hex) =>
                Buffer.concat([Buffer.from('{"a@b.example":{"name":"'), Buffer.from(hex, "hex"), Buffer.from('"}}')]),
            ),
    ],
);

const responded: fc.Arbitrary<Step> = fc
    .record({
        status: weighted([8, fc.constant(200)], [1, fc.constant(304)], [2, httpStatus]),
        contentType: fc.constantFrom("application/json", undefined, "text/html"),
        body,
        framing: weighted([6, fc.constant<"length">("length")], [1, framing]),
        etag: fc.option(fc.constantFrom('"1"', 'W/"2"', "\u00e9"), { nil: undefined, freq: 2 }),
    })
    .chain(({ etag, ...answer }) =>
        fc.nat(3).map((which): Step => {
            const bytes = httpBytes(answer);
            return {
                do: "respond",
                which,
                bytes:
                    etag === undefined
                        ? bytes
                        : bytes.replace("\r\n", `\r\nETag: ${Buffer.from(etag).toString("latin1")}\r\n`),
                close: answer.framing === "close" || answer.framing === "cut",
            };
        }),
    );

/** An answer that the module has to take: so that rosters change often enough. */
const respondedWell: fc.Arbitrary<Step> = fc.tuple(good, fc.nat(3)).map(([text, which]) => ({
    do: "respond",
    which,
    bytes: httpBytes({ status: 200, contentType: "application/json", body: Buffer.from(text), framing: "length" }),
    close: true,
}));

// -------------------------------------------------------------------------------------------------------- clients

const rosterGet = '<query xmlns="jabber:iq:roster"/>';
const presenceTypes = ["subscribe", "subscribed", "unsubscribe", "unsubscribed", "probe", "unavailable", "error"];

const sent: fc.Arbitrary<Step> = weighted<{
    name: string;
    attributes: Record<string, string | undefined>;
    inside: string;
}>(
    [10, fc.constant({ name: "iq", attributes: { type: "get" }, inside: rosterGet })],
    [
        2,
        fc
            .constantFrom<string>(
                `<query xmlns="jabber:iq:roster"><item jid="nurse@${HOST}" name="N"/></query>`,
                `<query xmlns="jabber:iq:roster"><item jid="nurse@${HOST}" subscription="remove"/></query>`,
                rosterGet,
            )
            .map((inside) => ({ name: "iq", attributes: { type: "set" }, inside })),
    ],
    [1, element.map((inside) => ({ name: "iq", attributes: { type: "get" }, inside }))],
    [
        4,
        fc
            .constantFrom("", "<show>away</show>", "<priority>-1</priority>")
            .map((inside) => ({ name: "presence", attributes: {}, inside })),
    ],
    [1, fc.constant({ name: "presence", attributes: { type: "unavailable" }, inside: "" })],
    [
        2,
        fc
            .tuple(fc.constantFrom(...presenceTypes), fc.constantFrom(...Object.values(JIDS)))
            .map(([type, to]) => ({ name: "presence", attributes: { type, to }, inside: "" })),
    ],
    [
        1,
        xmlText.map((text) => ({
            name: "message",
            attributes: { to: `romeo@${HOST}` },
            inside: `<body>${escapeXml(text)}</body>`,
        })),
    ],
).chain(({ name, attributes, inside }) =>
    fc.tuple(client, fc.integer({ min: 0, max: 2 ** 31 })).map(([who, number]): Step => {
        const id = name === "iq" ? { id: `q${number}` } : {};
        return {
            do: "send",
            client: who,
            xml: `<${name}${stanzaAttributes({ ...attributes, ...id })}>${inside}</${name}>`,
        };
    }),
);

const received: fc.Arbitrary<Step> = fc
    .tuple(
        fc.constantFrom("tybalt@elsewhere.example/x", "tybalt@elsewhere.example", "shop.example.net"),
        fc.constantFrom(`romeo@${HOST}`, `juliet@${HOST}/phone`, `nurse@${HOST}`),
        fc.constantFrom(undefined, ...presenceTypes.slice(0, 6)),
    )
    .map(([from, to, type]) => ({ do: "receive", xml: `<presence${stanzaAttributes({ from, to, type })}/>` }));

// ---------------------------------------------------------------------------------------------------- telling of changes

const username = weighted<string>(
    [8, fc.constantFrom("romeo", "juliet", "ROMEO", "nurse")],
    [2, fc.constantFrom("nobody", "", "in valid", "a@b", "é".repeat(600))],
    [1, xmlText],
);

const refreshBody = weighted<string | undefined>(
    [10, fc.array(username, { maxLength: 5 }).map((names) => JSON.stringify(names))],
    [1, anyJson],
    [1, anyText],
    [
        1,
        fc.constantFrom(
            "",
            "{}",
            "null",
            "[5]",
            "[null]",
            '["romeo",null]',
            "[".repeat(2000),
            `["${"x".repeat(3000)}"]`,
        ),
    ],
    [1, fc.constant(JSON.stringify(Array.from({ length: 150 }, (_, index) => `u${index}`)))],
);

const refresh: fc.Arbitrary<Step> = fc
    .record({
        authorization: weighted<string | undefined>(
            [10, fc.constant(`Bearer ${TOKEN}`)],
            [
                1,
                fc.constantFrom(
                    undefined,
                    "Bearer",
                    `Bearer ${TOKEN}x`,
                    `Basic ${TOKEN}`,
                    "Bearer \u0001",
                    ` bearer   ${TOKEN} `,
                ),
            ],
        ),
        what: weighted<{ method: string; path: string; body?: string }>(
            [6, refreshBody.map((text) => ({ method: "POST", path: "/roster_admin/refresh", body: text ?? "" }))],
            [
                2,
                fc
                    .constantFrom("romeo", "Juliet", "nobody", "", "in%20valid", "%zz", "a/b", "%00")
                    .map((name) => ({ method: "GET", path: `/roster_admin/refresh/${name}` })),
            ],
        ),
        leaves: fc.boolean(),
    })
    .map(({ authorization, what, leaves }) => ({
        do: "request",
        ...what,
        headers: authorization === undefined ? {} : { Authorization: authorization },
        ...(leaves && what.path.length % 2 === 0 && { leaves }),
    }));

/** The clients of users whose changes are told of most, so that there is something to see. */
const plainRefresh: fc.Arbitrary<Step> = fc.constantFrom('["romeo"]', '["juliet","romeo"]').map((text) => ({
    do: "request",
    method: "POST",
    path: "/roster_admin/refresh",
    headers: { Authorization: `Bearer ${TOKEN}` },
    body: text,
}));

const step: fc.Arbitrary<Step> = weighted<Step>(
    [5, client.map((who): Step => ({ do: "connect", client: who }))],
    [2, client.map((who): Step => ({ do: "disconnect", client: who }))],
    [8, sent],
    [1, received],
    [6, responded],
    [12, respondedWell],
    [1, fc.nat(3).map((which): Step => ({ do: "drop", which }))],
    [6, plainRefresh],
    [5, refresh],
    [3, fc.constantFrom(0.5, 1, 3, TIMEOUT + 1).map((seconds): Step => ({ do: "advance", seconds }))],
    [1, fc.constant<Step>({ do: "reload" })],
);

/** Two clients that are as most are: with their rosters, and available. */
const first: fc.Arbitrary<readonly Step[]> = fc.tuple(good, good).map((rosters) =>
    [CLIENTS[0]!, CLIENTS[2]!].flatMap((who, index): Step[] => [
        { do: "connect", client: who },
        { do: "send", client: who, xml: `<iq type="get" id="first">${rosterGet}</iq>` },
        {
            do: "respond",
            which: 0,
            bytes: httpBytes({
                status: 200,
                contentType: "application/json",
                body: Buffer.from(rosters[index]!),
                framing: "length",
            }),
            close: true,
        },
        { do: "send", client: who, xml: "<presence/>" },
    ]),
);

const scripts: fc.Arbitrary<Script> = fc
    .tuple(first, fc.array(step, { maxLength: 25, size: "+1" }), fc.constantFrom(1, 2, 20), fc.constantFrom(0, 1, 2))
    .map(([first, steps, parallel, retries]) => ({
        host: HOST,
        module: "http_roster_admin",
        options: {
            http_roster_url: "http://127.0.0.1:8080/contacts/%s",
            http_roster_admin_token: TOKEN,
            http_roster_timeout: TIMEOUT,
            http_roster_parallel: parallel,
            http_roster_retries: retries,
            http_roster_admin_max_body: 2000,
            http_roster_admin_max_users: 100,
        },
        accounts: ACCOUNTS,
        needs: ["http", "block_subscriptions"],
        caches: ["rosters"],
        steps: [
            ...first,
            ...steps,
            // Each of three users may wait for three attempts, one behind the other.
            ...Array.from({ length: 12 }, (): Step => ({ do: "advance", seconds: TIMEOUT + 5 })),
        ],
    }));

// ------------------------------------------------------------------------------------------------------------ the judge

type Roster = ReadonlyMap<string, string>;

/** A contact as it has to appear, in one line. */
function describeItem(subscription: unknown, name: unknown, groups: readonly string[]): string {
    return JSON.stringify([subscription, name ?? "", [...groups].sort()]);
}

function itemsOf(xml: string): [string, string][] {
    const query = parseXml(xml).getChild("query", "jabber:iq:roster");
    return (query?.getChildElements() ?? []).map((item) => [
        item.attrs["jid"] ?? "",
        item.attrs["subscription"] === "remove"
            ? "remove"
            : describeItem(
                  item.attrs["subscription"],
                  item.attrs["name"],
                  item.getChildElements().map((group) => group.text()),
              ),
    ]);
}

const carried = /^[\t\n\r\u0020-\u007e\u0080-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const isText = (value: unknown): value is string => typeof value === "string" && carried.test(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);

/** Keys that util.json takes for its own. */
const SPECIAL_KEYS = /"__(array|hash)"/;

/**
 * The roster that an answer makes of a user's, as the module's README says.
 * @returns undefined where it makes none, and "unclear" where that depends on what Prosody's libraries bear.
 */
function rosterIn(bytes: string, own: string): Roster | undefined | "unclear" {
    const [head = "", ...rest] = bytes.split("\r\n\r\n");
    const content = rest.join("\r\n\r\n");
    const length = /^Content-Length: (\d+)$/m.exec(head)?.[1];
    if (!head.startsWith("HTTP/1.1 200 ")) return head.startsWith("HTTP/1.1 1") ? "unclear" : undefined;
    if (length !== String(content.length)) return "unclear";
    let value: unknown;
    try {
        value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(content, "latin1")));
    } catch {
        return "unclear";
    }
    if (!isObject(value)) return undefined;
    if (SPECIAL_KEYS.test(content) || /\\u/i.test(content)) return "unclear";
    const roster = new Map<string, string>();
    const fromPrepared = new Set<string>();
    for (const [key, data] of Object.entries(value)) {
        const jid = Object.hasOwn(JIDS, key) ? JIDS[key] : undefined;
        if (jid === undefined) {
            if (NO_JIDS.includes(key)) continue;
            return "unclear";
        }
        if (!isObject(data) && !(Array.isArray(data) && data.length === 0)) continue;
        if (jid === own) continue;
        if (roster.has(jid) && key !== jid) {
            // Of two that are spelt otherwise either may count.
            if (!fromPrepared.has(jid)) return "unclear";
            continue;
        }
        if (key === jid) fromPrepared.add(jid);
        const { name, groups, subscription } = isObject(data)
            ? data
            : { name: undefined, groups: undefined, subscription: undefined };
        const names = Array.isArray(groups)
            ? groups
            : isObject(groups)
              ? Object.keys(groups).filter((group) => groups[group] !== false && groups[group] !== null)
              : [];
        if ([name, ...names].some((text) => typeof text === "string" && (/\r/.test(text) || text.includes("\u007f")))) {
            return "unclear";
        }
        roster.set(
            jid,
            describeItem(
                typeof subscription === "string" && ["both", "to", "from", "none"].includes(subscription)
                    ? subscription
                    : "both",
                isText(name) ? name : undefined,
                [...new Set(names.filter((group) => isText(group) && group !== ""))] as string[],
            ),
        );
    }
    return roster;
}

function differences(one: Roster, other: Roster): string[] {
    const jids = new Set([...one.keys(), ...other.keys()]);
    return [...jids]
        .filter((jid) => one.get(jid) !== other.get(jid))
        .map((jid) => `${jid}: ${one.get(jid)} / ${other.get(jid)}`);
}

const userOf = (jid: string): string => jid.replace(/@.*/s, "");

/** What each client saw of its roster is what the backend said last, and no push says what is known already. */
function judgeRosters(script: Script, observation: Observation): string[] {
    const faults: string[] = [];
    const views = new Map<string, Map<string, string>>();
    /** What the backend said last, by user. */
    const said = new Map<string, Roster>();
    const online = new Set<string>();
    const targets = new Map(seenOf(observation, "posted").map(({ number, target }) => [number, target]));
    const idle = new Set(seenOf(observation, "idle").map((each) => each.step));
    const bySteps = new Map<number, Observation["seen"][number][]>();
    for (const each of observation.seen) bySteps.set(each.step, [...(bySteps.get(each.step) ?? []), each]);

    const see = ({ client: who, xml, name, attr }: SeenOf<"delivered">): void => {
        if (name !== "iq" || xml === "" || !xml.includes("jabber:iq:roster")) return;
        const items = itemsOf(xml);
        const view = views.get(who);
        if (attr.type === "result") {
            const whole = new Map(items);
            if (whole.size !== items.length) faults.push(`a contact is twice in the roster of ${who}: ${xml}`);
            if (whole.has(`${userOf(who)}@${HOST}`)) faults.push(`${who} is its own contact`);
            const missed = view === undefined ? [] : differences(view, whole);
            if (missed.length > 0) faults.push(`no push told ${who} of ${missed.join(", ")}`);
            views.set(who, whole);
        } else if (attr.type === "set") {
            const [[jid, item] = ["", ""]] = items;
            if (items.length !== 1) faults.push(`a push has ${items.length} contacts: ${xml}`);
            if (view === undefined) faults.push(`a push went to ${who}, who never asked`);
            else if ((view.get(jid) ?? "remove") === item) faults.push(`a push told ${who} what it knew: ${xml}`);
            else if (item === "remove") view.delete(jid);
            else view.set(jid, item);
        }
    };

    script.steps.forEach((what, number) => {
        if (what.do === "connect" && !idle.has(number)) {
            online.add(what.client);
        } else if (what.do === "disconnect" && !idle.has(number)) {
            online.delete(what.client);
            views.delete(what.client);
            if (![...online].some((other) => userOf(other) === userOf(what.client))) said.delete(userOf(what.client));
        }
        for (const each of bySteps.get(number) ?? []) {
            if (each.event === "answered" && what.do === "respond") {
                const user = /\/contacts\/(.*)/.exec(targets.get(each.number) ?? "")?.[1] ?? "";
                const roster = rosterIn(what.bytes, `${user}@${HOST}`);
                if (roster === "unclear") said.delete(user);
                else if (roster !== undefined) said.set(user, roster);
            }
            if (each.event === "delivered") see(each);
        }
        for (const [who, view] of views) {
            const roster = said.get(userOf(who));
            const wrong = roster === undefined ? [] : differences(roster, view);
            if (wrong.length > 0) {
                faults.push(`step ${number}: the backend said of ${who}, and the client sees: ${wrong.join(", ")}`);
                said.delete(userOf(who));
            }
        }
    });
    return faults;
}

interface Summary {
    readonly status?: unknown;
    readonly message?: unknown;
    readonly updated?: unknown;
    readonly errors?: unknown;
    readonly failed?: Readonly<Record<string, string>>;
}

/** The usernames in a body, or undefined where there are none. */
function namesIn(text: string): string[] | undefined | "unclear" {
    try {
        const value = JSON.parse(text) as unknown;
        if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) return undefined;
        return value;
    } catch {
        return "unclear";
    }
}

/** Answers to refreshes are as the README says: status by status, and each user is accounted for. */
function judgeRefreshes(script: Script, observation: Observation): string[] {
    const steps = new Map(seenOf(observation, "requested").map((each) => [each.number, script.steps[each.step]]));
    return seenOf(observation, "responded").flatMap(({ number, status, body: text }) => {
        const what = steps.get(number);
        if (what?.do !== "request") return [];
        const say = (fault: string): string[] => [
            `${what.method} ${what.path} ${what.body ?? ""}: ${fault}: ${status} ${text}`,
        ];
        const isAllowed = /^\s*bearer +swordfish\s*$/i.test(what.headers["Authorization"] ?? "");
        if (!isAllowed) return status === 401 || status === 400 ? [] : say("a stranger was not refused");
        if (status === 401) return say("was refused");
        if (what.method === "GET") return [];
        const names = namesIn(what.body ?? "");
        const isLong = Buffer.byteLength(what.body ?? "") > 2000;
        if (isLong || (Array.isArray(names) && names.length > 100)) return status === 413 ? [] : say("is too long");
        if (names === "unclear") return [200, 400].includes(status) ? [] : say("is no list");
        if (names === undefined) return status === 400 ? [] : say("is no list");
        if (status !== 200) return say("was not done");
        const summary = JSON.parse(text) as Summary;
        const { updated, errors, failed = {} } = summary;
        if (typeof updated !== "number" || typeof errors !== "number") return say("does not count");
        const reasons = Object.entries(failed);
        if (reasons.length !== errors) return say("does not say why");
        if (summary.status !== (errors > 0 && updated === 0 ? "error" : "ok")) return say("has the wrong status");
        if (reasons.some(([name]) => !names.includes(name))) return say("names others");
        const plain = names.filter((name) => /^[A-Za-z]+$/.test(name)).map((name) => name.toLowerCase());
        const others = names.filter((name) => !/^[A-Za-z]+$/.test(name));
        const most = new Set(plain).size + new Set(others).size;
        const least = new Set(plain).size;
        if (updated + errors > most || updated + errors < least) return say("does not account for all");
        const wrong = reasons.filter(
            ([name, reason]) => ACCOUNTS.includes(name.toLowerCase()) && reason === "no such user",
        );
        return wrong.length > 0 ? say("does not know its users") : [];
    });
}

/** Nobody's subscriptions are managed by presence. */
function judgeSubscriptions(observation: Observation): string[] {
    return [...seenOf(observation, "sent"), ...seenOf(observation, "delivered")]
        .filter(({ name, attr }) => name === "presence" && /^(un)?subscribed?$/.test(attr.type ?? ""))
        .map(({ xml }) => `a subscription went through: ${xml}`);
}

/** At most so many requests to the backend are open at a time, and one for each user. */
function judgeRequests(script: Script, observation: Observation): string[] {
    const most = script.options["http_roster_parallel"] as number;
    const open = new Map<number, string>();
    const faults: string[] = [];
    /** Time and reloads end requests unseen. */
    const isUnseen = (what: Step | undefined): boolean => what?.do === "advance" || what?.do === "reload";
    let last = -1;
    for (const each of observation.seen) {
        if (script.steps.slice(last + 1, each.step + 1).some(isUnseen)) open.clear();
        last = each.step;
        if (each.event === "answered") open.delete(each.number);
        if (each.event !== "posted" || isUnseen(script.steps[each.step])) continue;
        if ([...open.values()].includes(each.target)) faults.push(`two requests at a time for ${each.target}`);
        open.set(each.number, each.target);
        if (open.size > most) faults.push(`${open.size} requests at a time, not ${most}`);
    }
    return faults;
}

export const httpRosterAdmin: FuzzTarget = {
    module: "mod_http_roster_admin",
    scripts,
    judge: (script, observation) => [
        ...judgeRosters(script, observation),
        ...judgeRefreshes(script, observation),
        ...judgeSubscriptions(observation),
        ...judgeRequests(script, observation),
    ],
};
