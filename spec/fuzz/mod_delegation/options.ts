/** Configurations of mod_delegation, and work that each of them that is right has to stand. */
import fc from "fast-check";
import { stanzaAttributes } from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { seenOf } from "../../../src/testing/fuzz/judge.ts";
import {
    booleanValues,
    junkBut,
    loadedOptions,
    lua,
    optionScripts,
    periodValues,
    wrong,
    type OptionsTarget,
    type OptionValues,
} from "../../../src/testing/fuzz/options.ts";
import { LOADING, type Observation, type Options, type Script, type Step } from "../../../src/testing/fuzz/script.ts";
import type { LuaValue } from "../../../src/testing/prosody/config.ts";

const HOST = "example.org";
const PHONE = `juliet@${HOST}/phone`;
const MANAGER = `manager@${HOST}`;
const MANAGING = `${MANAGER}/a`;
const STRANGER = "romeo@example.com/phone";
const DEFAULT_TIMEOUT = 60;
const DAY = 86_400;

/** Namespaces that may be delegated by the configuration, to be asked for in each round. */
const NAMESPACES = ["urn:example:a", "urn:example:b"];
/** For users to delegate. */
const MAM = "urn:xmpp:mam:2";
const NOTES = "urn:example:notes";
const NEVER = ["jabber:iq:roster", "urn:xmpp:delegation:2"];

// -------------------------------------------------------------------------------------------------------- each option

const versionValues: OptionValues = {
    right: fc.constantFrom<LuaValue>(1, 2, "both"),
    wrong: fc.oneof(
        wrong("a number ", 0, 3, -1, 1.5, lua("0/0"), lua("math.huge")),
        wrong('a string "', "", "2", "1", "Both", "both ", "b\noth", lua('"\\255"')),
        junkBut("number", "string"),
    ),
};

/** What is delegated; what is malformed in there is left out, with a warning that names it. */
const RIGHT_ENTRIES: readonly LuaValue[] = [
    { jid: MANAGER },
    { jid: "Manager@EXAMPLE.org" },
    { jid: MANAGER, filtering: [] },
    { jid: MANAGER, filtering: "node" },
    { jid: MANAGER, filtering: ["node", "other"] },
];

const MALFORMED_ENTRIES: readonly LuaValue[] = [
    MANAGER,
    5,
    true,
    [],
    { filtering: ["node"] },
    { jid: "" },
    { jid: 5 },
    { jid: true },
    { jid: [MANAGER] },
    { jid: HOST },
    { jid: "Example.ORG" },
    { jid: "@" },
    { jid: "a@" },
    { jid: "a@b@c" },
    { jid: "a@exa mple.com" },
    { jid: "exa<mple.com" },
    { jid: "a b@example.com" },
    { jid: "a@example.com/" },
    { jid: "a\u0000@example.com" },
    { jid: "a@example.com/two\nlines" },
    { jid: lua('"\\255@example.com"') },
    { jid: lua('("a"):rep(100000) .. "@example.com"') },
    { jid: lua("print") },
    { jid: MANAGER, filtering: 5 },
    { jid: MANAGER, filtering: true },
    { jid: MANAGER, filtering: "" },
    { jid: MANAGER, filtering: [""] },
    { jid: MANAGER, filtering: [5] },
    { jid: MANAGER, filtering: ["node", ["other"]] },
    { jid: MANAGER, filtering: { node: "other" } },
    { jid: MANAGER, filtering: lua('{ [1.5] = "node" }') },
    { jid: MANAGER, filtering: ["a\u0000b"] },
    { jid: MANAGER, filtering: [lua('"\\255"')] },
    { jid: MANAGER, filtering: lua("(function() local t = {} t[1] = t return t end)()") },
    { jid: MANAGER, filtering: lua("print") },
    lua("function() error('called') end"),
];

/** Names that are no namespaces, or cannot be delegated (XEP-0355, section 8, rule 5). */
const NO_NAMESPACES = [
    "",
    "urn:xmpp:delegation:1",
    "urn:xmpp:delegation:2",
    "urn:xmpp:delegation:2:bare:disco#other:*",
    "urn:xmpp:delegation:2\ntwo lines",
    `urn:xmpp:delegation:${"x".repeat(10_000)}`,
    "a\u0000b",
    "\u001b[31mred\u0007",
];

/** The same, but nothing that JSON has as a name. */
const STRANGE_NAMES = ["1", "2.5", "true", "{}", "print", '"\\255\\254"', '"cut \\226\\130"'].map((name) =>
    lua(`{ [${name}] = { jid = "${MANAGER}" }, ["${NAMESPACES[0]}"] = { jid = "${MANAGER}" } }`),
);

const malformedEntries = new Set(MALFORMED_ENTRIES.map((entry) => JSON.stringify(entry)));
const isIgnored = ([name, entry]: readonly [string, LuaValue]): boolean =>
    NO_NAMESPACES.includes(name) || malformedEntries.has(JSON.stringify(entry));

const delegationsValues: OptionValues = {
    right: fc.oneof(
        {
            weight: 4,
            arbitrary: fc.dictionary(
                fc.oneof(
                    { weight: 4, arbitrary: fc.constantFrom(...NAMESPACES) },
                    { weight: 1, arbitrary: fc.constantFrom(...NO_NAMESPACES) },
                ),
                fc.oneof(fc.constantFrom(...RIGHT_ENTRIES), fc.constantFrom(...MALFORMED_ENTRIES)),
                { maxKeys: 4 },
            ),
        },
        { weight: 1, arbitrary: fc.constantFrom<LuaValue>(...STRANGE_NAMES) },
    ),
    wrong: junkBut("table"),
};

/** Those that are in the option, and how many entries of it are ignored. */
function delegationsOf(options: Options): { delegated: Readonly<Record<string, LuaValue>>; ignored: number } {
    const value = (options["delegations"] ?? {}) as Readonly<Record<string, LuaValue>>;
    if ("$lua" in value) return { delegated: { [NAMESPACES[0]!]: { jid: MANAGER } }, ignored: 1 };
    const entries = Object.entries(value);
    const delegated = entries.filter((entry) => !isIgnored(entry));
    return { delegated: Object.fromEntries(delegated), ignored: entries.length - delegated.length };
}

const clientNamespacesValues: OptionValues = {
    right: fc.constantFrom<LuaValue>(
        MAM,
        [NOTES],
        [MAM, NOTES],
        [],
        { [NOTES]: "your notes" },
        lua(`{ "${MAM}", ["${NOTES}"] = "voil\u00e0 %s" }`),
        [NOTES, NEVER[0]!],
        { [NEVER[1]!]: "this", [NOTES]: "your notes" },
        NEVER[0]!,
    ),
    wrong: fc.oneof(
        junkBut("table", "string"),
        wrong('a string "', "", [""], ["a\u0000b"], [lua('"\\255"')], [NOTES, "two\nlines"]),
        // Names and labels that no form could show.
        wrong('a string "', { "": "nothing" }, { [NOTES]: "" }, { [NOTES]: "a\u0007b" }, { "a\nb": "label" }),
        wrong('a string "', { [NOTES]: lua('"\\255"') }, lua('{ ["\\255"] = "label" }')),
        wrong("a boolean true", lua(`{ [true] = "${NOTES}" }`)),
        wrong("a function", lua(`{ [print] = "${NOTES}" }`)),
        junkBut("string").map(({ value, found }) => ({ value: [NOTES, value], found })),
        junkBut("string").map(({ value, found }) => ({ value: { [NOTES]: value }, found })),
    ),
};

/** Those that users may delegate, and how many of the option are left out. */
function clientNamespacesOf(options: Options): { allowed: readonly string[]; leftOut: number } {
    const value = options["delegation_client_namespaces"] ?? MAM;
    const text = JSON.stringify(value);
    return {
        allowed: [MAM, NOTES].filter((namespace) => text.includes(namespace)),
        leftOut: NEVER.filter((namespace) => text.includes(namespace)).length,
    };
}

// --------------------------------------------------------------------------------------------------------------- work

function timeoutOf(options: Options): number {
    return (options["delegation_timeout"] as number | undefined) ?? DEFAULT_TIMEOUT;
}

const send = (client: string, xml: string): Step => ({ do: "send", client, xml });
const online = (client: string): Step[] => [{ do: "connect", client }, send(client, "<presence/>")];

/** Ids of requests are never used twice: who asked what must stay clear. */
let lastId = 0;

function newId(prefix: string): string {
    lastId += 1;
    return `${prefix}${lastId}`;
}

function asked(namespace: string): Step {
    const content = `<query xmlns="${namespace}" node="a" other="b"/>`;
    return send(PHONE, `<iq type="get" id="${newId("d")}" to="${HOST}">${content}</iq>`);
}

/** An entity elsewhere wants to manage a namespace for a user. */
function wished(namespace: string, version: unknown): Step {
    const attributes = stanzaAttributes({ to: HOST, from: STRANGER, type: "get", id: newId("w") });
    const xmlns = version === 1 ? "urn:xmpp:delegation:1" : "urn:xmpp:delegation:2";
    const query = `<query xmlns="${xmlns}" to="juliet@${HOST}"><delegate namespace="${namespace}"/></query>`;
    return { do: "receive", xml: `<iq${attributes}>${query}</iq>` };
}

const work = (options: Options): fc.Arbitrary<Step[]> =>
    fc
        .record({
            namespace: fc.constantFrom(...NAMESPACES),
            wish: fc.constantFrom(MAM, NOTES, ...NEVER),
            ends: fc.constantFrom("refusal", "timeout", "open"),
        })
        .map(({ namespace, wish, ends }): Step[] => {
            const half = timeoutOf(options) / 2;
            // What the entity is asked about itself is over by then.
            const quiet: Step = { do: "advance", seconds: timeoutOf(options) + 1 };
            const steps = [...online(PHONE), ...online(MANAGING), quiet, wished(wish, options["delegation_version"])];
            steps.push(asked(namespace));
            const error = '<error type="cancel"><gone xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>';
            if (ends === "refusal") steps.push({ do: "reply", which: 0, type: "error", xml: error });
            if (ends === "timeout") steps.push({ do: "advance", seconds: half }, { do: "advance", seconds: half + 1 });
            return steps;
        });

export const delegationConfigurations: OptionsTarget = {
    host: HOST,
    module: "delegation",
    options: {
        delegations: delegationsValues,
        delegation_timeout: periodValues({ max: 3600 }),
        delegation_version: versionValues,
        delegation_client_mode: booleanValues(),
        delegation_client_namespaces: clientNamespacesValues,
    },
    work,
    end: (options) => [
        { do: "advance", seconds: timeoutOf(options) + 1 },
        { do: "disconnect", client: PHONE },
        { do: "disconnect", client: MANAGING },
        // Questions that nobody answered are forgotten in time.
        { do: "advance", seconds: 8 * DAY },
        ...online(PHONE),
        { do: "disconnect", client: PHONE },
        { do: "advance", seconds: timeoutOf(options) + 1 },
    ],
    accounts: ["juliet", "manager"],
    needs: ["disco", "adhoc"],
    caches: ["users"],
};

// -------------------------------------------------------------------------------------------------- what must be true

/** What is delegated goes to who manages it, in a version that is configured, and waits for as long as is configured. */
function judgeRequests(script: Script, observation: Observation): string[] {
    const loaded = loadedOptions(script);
    const delivered = seenOf(observation, "delivered");
    return script.steps.flatMap((what, step) => {
        const namespace = what.do === "send" ? /<query xmlns="([^"]+)"/.exec(what.xml)?.[1] : undefined;
        const options = loaded[step];
        if (namespace === undefined || options === undefined || what.do !== "send") return [];
        const faults: string[] = [];
        const isDelegated = namespace in delegationsOf(options).delegated;
        const forwarded = delivered.filter(
            (each) => each.step === step && each.client === MANAGING && each.xml.includes(namespace),
        );
        if (forwarded.length !== (isDelegated ? 1 : 0)) {
            faults.push(`step ${step}: ${namespace} was forwarded ${forwarded.length} times`);
        }
        const version = (options["delegation_version"] ?? 2) as 1 | 2 | "both";
        const versions = version === "both" ? [1, 2] : [version];
        if (!forwarded.every(({ xml }) => versions.some((one) => xml.includes(`'urn:xmpp:delegation:${one}'`)))) {
            faults.push(`step ${step}: ${namespace} was not forwarded in version ${version}`);
        }
        const next = script.steps[step + 1];
        const isAnswered = delivered.some((each) => each.step === step + 1 && each.client === PHONE);
        if (isDelegated && next?.do === "advance" && next.seconds < timeoutOf(options) && isAnswered) {
            faults.push(`the time of a request was over after ${next.seconds} s of ${timeoutOf(options)}`);
        }
        return faults;
    });
}

/** Users are asked only in client mode, and only about namespaces that they may delegate. */
function judgeWishes(script: Script, observation: Observation): string[] {
    const loaded = loadedOptions(script);
    const sent = seenOf(observation, "sent");
    return script.steps.flatMap((what, step) => {
        const namespace = what.do === "receive" ? /<delegate namespace="([^"]+)"/.exec(what.xml)?.[1] : undefined;
        const options = loaded[step];
        if (namespace === undefined || options === undefined) return [];
        const isAllowed =
            options["delegation_client_mode"] === true && clientNamespacesOf(options).allowed.includes(namespace);
        const types = sent.filter((each) => each.step === step && each.name === "iq").map(({ attr }) => attr.type);
        const expected = isAllowed ? "result" : "error";
        return types.join() === expected ? [] : [`step ${step}: a wish for ${namespace} got ${types.join()}`];
    });
}

/** What is left out is told, an entry in each line, and nothing else. */
function judgeLines(script: Script, observation: Observation): string[] {
    const warnings = seenOf(observation, "log").filter(({ level }) => level === "warn");
    const loaded = loadedOptions(script);
    const isRefused = new Set(script.refusals?.map(({ step }) => step));
    const faults: string[] = [];
    for (const step of [LOADING, ...script.steps.keys()]) {
        if (step !== LOADING && script.steps[step]?.do !== "load") continue;
        const options = step === LOADING ? script.options : loaded[step];
        if (options === undefined || isRefused.has(step)) continue;
        const { ignored } = delegationsOf(options);
        const { leftOut } = clientNamespacesOf(options);
        const lines = warnings.filter((each) => each.step === step).map(({ message }) => message);
        const expected = ignored + leftOut;
        const named = lines.filter((line) => /^(Ignored the delegation of|Left) \S/.test(line));
        if (lines.length !== expected || named.length !== expected) {
            faults.push(`step ${step}: ${lines.length} warnings, not ${expected}: ${lines.join("; ")}`);
        }
        for (const line of lines) {
            // eslint-disable-next-line no-control-regex -- they are what must not be there
            if (/[\u0000-\u001f\u007f\ufffd]/.test(line))
                faults.push(`a warning has characters that are no text: ${line}`);
            if (line.length > 500) faults.push(`a warning has ${line.length} characters`);
        }
    }
    return faults;
}

export const delegationOptions: FuzzTarget = {
    module: "mod_delegation",
    subject: "options",
    scripts: optionScripts(delegationConfigurations),
    judge: (script, observation) => [
        ...judgeRequests(script, observation),
        ...judgeWishes(script, observation),
        ...judgeLines(script, observation),
    ],
};
