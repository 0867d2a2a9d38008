/** Configurations of mod_http_roster_admin, and work that each of them that is right has to stand. */
import fc from "fast-check";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { seenOf } from "../../../src/testing/fuzz/judge.ts";
import {
    integerValues,
    listValues,
    loadedOptions,
    optionScripts,
    periodValues,
    SECRET,
    secretValues,
    stringValues,
    urlValues,
    wrong,
    type OptionsTarget,
    type OptionValues,
} from "../../../src/testing/fuzz/options.ts";
import type { Observation, Options, Script, Step } from "../../../src/testing/fuzz/script.ts";

const HOST = "example.org";
const ROMEO = `romeo@${HOST}/phone`;
const REFRESH = "/roster_admin/refresh";
const BODY = '["romeo"]';

/** URLs, and the path and query that a roster is fetched from. */
const URLS: Readonly<Record<string, string>> = {
    "http://127.0.0.1:8080/contacts/%s": "/contacts/romeo",
    "HTTP://127.0.0.1/%s/%s": "/romeo/romeo",
    [`http://user:${SECRET}@backend.example.com:65535/%s?token=${SECRET}`]: `/romeo?token=${SECRET}`,
    "http://[::1]:1/%25s": "/%25s",
};

/** Tokens, right as they are; who knows them stands in the header. */
const TOKENS = [SECRET, `${SECRET}==`, "-._~+/%d%s"];

/** Networks, and whether requests come from there. */
const NETWORKS: Readonly<Record<string, boolean>> = {
    "198.51.100.7": true,
    "198.51.100.0/24": true,
    "0.0.0.0/0": true,
    "127.0.0.1": false,
    "192.0.2.0/24": false,
    "192.0.2.1": false,
    "::1": false,
    "2001:db8::/32": false,
};

const NO_NETWORKS = ["localhost", "127.0.0.1/33", "127.0.0.1/x", "127.0.0.1/-1", "127.0.0.1/1.5", "::1/129", "%s", " "];

/** What would split a request's head is told without what it was. */
function headerValues(right: fc.Arbitrary<string>): OptionValues {
    const values = secretValues(stringValues(right));
    const splits = wrong("a string with control characters", `${SECRET}\r\nX: y`, `${SECRET}\u0000`, "\n", "a\u007f");
    return { ...values, wrong: fc.oneof({ weight: 3, arbitrary: values.wrong }, { weight: 1, arbitrary: splits }) };
}

/** What no header can bring as a token (RFC 6750, section 2.1). */
const NO_TOKENS = [`${SECRET} ${SECRET}`, " ", `${SECRET}\n`, `\t${SECRET}`, `${SECRET}\u0000`];

function tokenValues(): OptionValues {
    const values = secretValues(stringValues(fc.constantFrom(...TOKENS)));
    const unusable = wrong("a string with spaces or control characters", ...NO_TOKENS);
    return { ...values, wrong: fc.oneof({ weight: 3, arbitrary: values.wrong }, { weight: 1, arbitrary: unusable }) };
}

/** Prosody's event loop ends connections that are silent for so many seconds: backends' and those of who tells of changes. */
const SILENCE = 14 * 60;

function numberOf(options: Options, name: string, otherwise: number): number {
    return (options[name] as number | undefined) ?? otherwise;
}

const timeoutOf = (options: Options): number => numberOf(options, "http_roster_timeout", 30);
const retriesOf = (options: Options): number => numberOf(options, "http_roster_retries", 2);

/** What is told of a refresh, as the README says. */
function statusOf(options: Options): number {
    const allow = options["http_roster_admin_allow"];
    const networks = allow === undefined ? undefined : ((Array.isArray(allow) ? allow : [allow]) as string[]);
    // Without a token this machine may, with one any address.
    const isAllowed =
        networks === undefined
            ? options["http_roster_admin_token"] !== undefined
            : networks.some((network) => NETWORKS[network]);
    if (!isAllowed) return 403;
    if (BODY.length > numberOf(options, "http_roster_admin_max_body", 1_048_576)) return 413;
    return 200;
}

function answered(status: number): Step {
    const body = status === 200 ? "{}" : "";
    return {
        do: "respond",
        which: 0,
        bytes: `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        close: true,
    };
}

/** Ids of requests are never used twice: who asked what must stay clear. */
let lastId = 0;

/** Fetches that nobody answers stay open, so that the next configuration meets them. */
const work = (options: Options): fc.Arbitrary<Step[]> =>
    fc.constantFrom("answer", "failures", "timeout", "open").map((ends) => {
        lastId += 1;
        const token = options["http_roster_admin_token"] as string | undefined;
        const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
        const half = timeoutOf(options) / 2;
        const again = Array.from({ length: retriesOf(options) }, (_, attempt): Step[] => [
            answered(503),
            { do: "advance", seconds: 2 ** attempt },
        ]);
        return [
            { do: "connect", client: ROMEO },
            {
                do: "send",
                client: ROMEO,
                xml: `<iq type="get" id="r${lastId}"><query xmlns="jabber:iq:roster"/></iq>`,
            },
            ...(ends === "answer" ? [answered(200)] : []),
            ...(ends === "failures" ? [...again.flat(), answered(503)] : []),
            ...(ends === "timeout"
                ? [{ do: "advance", seconds: half } as const, { do: "advance", seconds: half + 0.01 } as const]
                : []),
            {
                do: "request",
                method: "POST",
                path: REFRESH,
                headers,
                body: BODY,
                // Nobody can be told what takes too long.
                leaves: ends !== "answer" && timeoutOf(options) >= SILENCE / 2,
            },
            ...(ends === "answer" && statusOf(options) === 200 ? [answered(200)] : []),
            ...(ends === "open" ? [] : [{ do: "disconnect", client: ROMEO } as const]),
        ];
    });

export const httpRosterAdminConfigurations: OptionsTarget = {
    host: HOST,
    module: "http_roster_admin",
    options: {
        http_roster_url: { ...urlValues(fc.constantFrom(...Object.keys(URLS))), required: true },
        http_roster_auth: headerValues(fc.constantFrom(`Bearer ${SECRET}`, `Basic ${SECRET}==`, "voil\u00e0 %s")),
        http_roster_timeout: periodValues({ max: SILENCE }),
        http_roster_parallel: integerValues({ min: 1, max: 1000 }),
        http_roster_retries: integerValues({ min: 0, max: 10 }),
        http_roster_admin_token: tokenValues(),
        http_roster_admin_allow: listValues(fc.constantFrom(...Object.keys(NETWORKS)), NO_NETWORKS),
        http_roster_admin_max_body: integerValues({ min: 2 }),
        http_roster_admin_max_users: integerValues({ min: 1 }),
    },
    readAgain: ["http_roster_auth", "http_roster_admin_token", "http_roster_admin_allow"],
    work,
    end: () => [{ do: "advance", seconds: SILENCE + 1 }],
    accounts: ["romeo"],
    needs: ["http", "block_subscriptions"],
    // Prosody's util.ip keeps what it found out of a network once.
    caches: ["rosters", "latest"],
};

/** Rosters are fetched from where is configured, as often and for as long as is configured. */
function judgeFetches(script: Script, observation: Observation): string[] {
    const loaded = loadedOptions(script);
    const idle = new Set(seenOf(observation, "idle").map(({ step }) => step));
    const faults: string[] = [];
    const delivered = seenOf(observation, "delivered");
    for (const { step, target } of seenOf(observation, "posted")) {
        const options = loaded[step];
        const path = options === undefined ? undefined : URLS[options["http_roster_url"] as string];
        if (target !== path) faults.push(`a roster was fetched from ${target}, not from ${path}`);
    }
    script.steps.forEach((what, number) => {
        const options = loaded[number];
        if (what.do === "respond" && options !== undefined && idle.has(number)) {
            faults.push(`step ${number}: there was no request to answer with ${JSON.stringify(options)}`);
        }
        const half = options === undefined ? undefined : timeoutOf(options) / 2;
        const before = script.steps[number - 1];
        if (what.do === "advance" && what.seconds === half && before?.do === "send") {
            const early = delivered.filter(({ step, name }) => step === number && name === "iq");
            if (early.length > 0) faults.push(`the time of a fetch was over after ${half} s`);
        }
    });
    return faults;
}

/** Who is allowed to tells of changes, and nobody else. */
function judgeRefreshes(script: Script, observation: Observation): string[] {
    const loaded = loadedOptions(script);
    const steps = new Map(seenOf(observation, "requested").map((each) => [each.number, each.step]));
    return seenOf(observation, "responded").flatMap(({ number, status, body }) => {
        const options = loaded[steps.get(number)!];
        const expected = options === undefined ? 404 : statusOf(options);
        return status === expected ? [] : [`a refresh was answered with ${status}, not with ${expected}: ${body}`];
    });
}

/** Secrets are never told. */
function judgeLines(observation: Observation): string[] {
    return seenOf(observation, "log")
        .filter(({ message }) => message.includes(SECRET))
        .map(({ message }) => `the log has a secret: ${message}`);
}

export const httpRosterAdminOptions: FuzzTarget = {
    module: "mod_http_roster_admin",
    subject: "options",
    scripts: optionScripts(httpRosterAdminConfigurations),
    judge: (script, observation) => [
        ...judgeFetches(script, observation),
        ...judgeRefreshes(script, observation),
        ...judgeLines(observation),
    ],
};
