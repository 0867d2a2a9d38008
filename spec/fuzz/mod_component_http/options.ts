/** Configurations of mod_component_http, and work that each of them that is right has to stand. */
import fc from "fast-check";
import { stanzaAttributes } from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { receivedStanzas, seenOf } from "../../../src/testing/fuzz/judge.ts";
import {
    loadedOptions,
    optionScripts,
    periodValues,
    SECRET,
    urlValues,
    wordsValues,
    type OptionsTarget,
} from "../../../src/testing/fuzz/options.ts";
import { LOADING, type Observation, type Options, type Script, type Step } from "../../../src/testing/fuzz/script.ts";

const HOST = "bot.example.org";
const DEFAULT_TIMEOUT = 60;
const KINDS = ["message", "presence", "iq"] as const;
const OLD_NAME = "post_stanza_types";

function timeoutOf(options: Options): number {
    return (options["component_post_timeout"] as number | undefined) ?? DEFAULT_TIMEOUT;
}

function kindsOf(options: Options): readonly unknown[] {
    const kinds = options["component_post_stanzas"] ?? options[OLD_NAME] ?? "message";
    return Array.isArray(kinds) ? (kinds as readonly unknown[]) : [kinds];
}

const from = "romeo@example.com/phone";

const received: fc.Arbitrary<Step> = fc
    .tuple(fc.constantFrom(...KINDS), fc.nat().map(String))
    .map(([kind, id]): Step => {
        const type = { message: "chat", presence: "subscribe", iq: "get" }[kind];
        const content = { message: "<body>hello</body>", presence: "", iq: "<query xmlns='urn:example:a'/>" }[kind];
        return {
            do: "receive",
            xml: `<${kind}${stanzaAttributes({ to: `bot@${HOST}/a`, from, type, id })}>${content}</${kind}>`,
        };
    });

const answered: Step = {
    do: "respond",
    which: 0,
    bytes: "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
    close: true,
};

/** Requests that nobody answers stay open, so that the next configuration meets them. */
const work = (options: Options): fc.Arbitrary<Step[]> => {
    const late: Step = { do: "advance", seconds: timeoutOf(options) + 1 };
    const after = fc.constantFrom<Step | undefined>(answered, { do: "drop", which: 0 }, late, undefined);
    return fc
        .array(fc.tuple(received, after), { minLength: 1, maxLength: 4 })
        .map((all) => all.flat().filter((step) => step !== undefined));
};

export const componentHttpConfigurations: OptionsTarget = {
    host: HOST,
    module: "component_http",
    options: {
        component_post_url: {
            ...urlValues(
                fc.constantFrom(
                    "http://127.0.0.1:8080/stanzas",
                    "HTTP://127.0.0.1",
                    "https://backend.example.com",
                    `https://user:${SECRET}@backend.example.com:65535/a?token=${SECRET}#b`,
                    "http://[::1]:1/%20",
                ),
            ),
            required: true,
        },
        component_post_stanzas: { ...wordsValues(KINDS), legacy: OLD_NAME },
        component_post_timeout: periodValues({ max: 840 }),
    },
    work,
    end: (options) => [{ do: "advance", seconds: timeoutOf(options) + 1 }],
};

/** What is configured is posted, once, and nothing else. */
function judgePosts(script: Script, observation: Observation): string[] {
    const posts = seenOf(observation, "posted");
    const loaded = loadedOptions(script);
    return receivedStanzas(script).flatMap(({ step, name }) => {
        const expected = kindsOf(loaded[step]!).includes(name) ? 1 : 0;
        const found = posts.filter((each) => each.step === step).length;
        return found === expected ? [] : [`a ${name} was posted ${found} times, with ${JSON.stringify(loaded[step])}`];
    });
}

/** An old name is told once, where the option is read; secrets are never told. */
function judgeLines(script: Script, observation: Observation): string[] {
    const lines = seenOf(observation, "log");
    const faults = lines
        .filter(({ message }) => message.includes(SECRET))
        .map(({ message }) => `the log has a secret: ${message}`);
    let { options } = script;
    const steps: readonly Step[] = script.steps;
    for (const step of [LOADING, ...steps.keys()]) {
        const what = steps[step];
        if (what?.do === "configure") options = what.options;
        if (step !== LOADING && what?.do !== "load") continue;
        if (script.refusals?.some((each) => each.step === step)) continue;
        const warnings = lines.filter((each) => each.step === step && each.level === "warn");
        const expected = OLD_NAME in options ? 1 : 0;
        const named = warnings.filter(({ message }) => message.includes(`Option ${OLD_NAME} is `));
        if (warnings.length !== expected || named.length !== expected) {
            faults.push(
                `step ${step}: ${warnings.length} warnings: ${warnings.map(({ message }) => message).join("; ")}`,
            );
        }
    }
    return faults;
}

export const componentHttpOptions: FuzzTarget = {
    module: "mod_component_http",
    subject: "options",
    scripts: optionScripts(componentHttpConfigurations),
    judge: (script, observation) => [...judgePosts(script, observation), ...judgeLines(script, observation)],
};
