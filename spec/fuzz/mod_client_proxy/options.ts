/** Configurations of mod_client_proxy, and work that each of them that is right has to stand. */
import fc from "fast-check";
import { stanzaAttributes } from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { isRequest, receivedStanzas, seenOf } from "../../../src/testing/fuzz/judge.ts";
import {
    jidValues,
    loadedOptions,
    optionScripts,
    periodValues,
    type OptionsTarget,
} from "../../../src/testing/fuzz/options.ts";
import type { Observation, Options, Script, Step } from "../../../src/testing/fuzz/script.ts";

const HOST = "proxy.example.org";
const DEFAULT_TIMEOUT = 60;

/** Accounts as administrators may write them, and as they are prepared (RFC 7622). */
const ACCOUNTS: Readonly<Record<string, string>> = {
    "service@example.net": "service@example.net",
    "worker@example.net": "worker@example.net",
    "Service@EXAMPLE.net": "service@example.net",
    "a.b-c_d@localhost": "a.b-c_d@localhost",
};

/** The account in the form in which its stanzas come. */
function accountOf(options: Options): string {
    return ACCOUNTS[options["target_address"] as string]!;
}

function timeoutOf(options: Options): number {
    return (options["client_proxy_timeout"] as number | undefined) ?? DEFAULT_TIMEOUT;
}

const receive = (xml: string): Step => ({ do: "receive", xml });

function presence(from: string, type?: string): Step {
    return receive(`<presence${stanzaAttributes({ to: HOST, from, type })}/>`);
}

function request(id: string): Step {
    const attributes = stanzaAttributes({ to: HOST, from: "romeo@example.com/phone", type: "get", id });
    return receive(`<iq${attributes}><task xmlns="urn:example:work"/></iq>`);
}

const work = (options: Options): fc.Arbitrary<Step[]> =>
    fc.record({ id: fc.nat().map(String), ends: fc.constantFrom("answer", "timeout", "open") }).map(({ id, ends }) => {
        const account = accountOf(options);
        const steps = [presence(account, "subscribed"), presence(`${account}/north`), request(id)];
        const half = timeoutOf(options) / 2;
        if (ends === "answer") steps.push({ do: "reply", which: 0, type: "result", xml: "<done/>" });
        if (ends === "timeout") steps.push({ do: "advance", seconds: half }, { do: "advance", seconds: half + 1 });
        return steps;
    });

export const clientProxyConfigurations: OptionsTarget = {
    host: HOST,
    module: "client_proxy",
    options: {
        target_address: {
            ...jidValues(
                fc.constantFrom(...Object.keys(ACCOUNTS)),
                // JIDs, but of no account, or not bare.
                fc.constantFrom("example.net", "service@example.net/phone", "example.net/phone").map((value) => ({
                    value,
                    found: `"${value}"`,
                })),
            ),
            required: true,
        },
        client_proxy_timeout: periodValues({ max: 3600 }),
    },
    work,
    end: (options) => [
        { do: "advance", seconds: timeoutOf(options) + 1 },
        presence(`${accountOf(options)}/north`, "unavailable"),
    ],
    caches: ["addresses"],
};

/** Requests go to the account that is configured, and wait for as long as is configured. */
function judge(script: Script, observation: Observation): string[] {
    const sent = seenOf(observation, "sent");
    const loaded = loadedOptions(script);
    return receivedStanzas(script)
        .filter(isRequest)
        .flatMap(({ step, attr }) => {
            const options = loaded[step]!;
            const faults: string[] = [];
            const peer = `${accountOf(options)}/north`;
            if (!sent.some((each) => each.step === step && isRequest(each) && each.attr.to === peer)) {
                faults.push(`a request did not go to ${peer}`);
            }
            const next = script.steps[step + 1];
            const isAnswered = sent.some(
                (each) => each.step === step + 1 && each.attr.id === attr.id && !isRequest(each),
            );
            if (next?.do === "advance" && next.seconds < timeoutOf(options) && isAnswered) {
                faults.push(`the time of a request was over after ${next.seconds} s of ${timeoutOf(options)}`);
            }
            return faults;
        });
}

export const clientProxyOptions: FuzzTarget = {
    module: "mod_client_proxy",
    subject: "options",
    scripts: optionScripts(clientProxyConfigurations),
    judge,
};
