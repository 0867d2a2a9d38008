/** Scripts for mod_block_subscriptions: presence of all kinds, between clients, and from and to other servers. */
import fc from "fast-check";
import { presence } from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { receivedStanzas, seenOf } from "../../../src/testing/fuzz/judge.ts";
import type { Observation, Script, Step } from "../../../src/testing/fuzz/script.ts";
import { parseXml } from "../../../src/testing/index.ts";

const HOST = "example.org";
const ACCOUNTS = ["romeo", "juliet"];
const CLIENTS = [`romeo@${HOST}/phone`, `juliet@${HOST}/phone`];
const STRANGERS = ["tybalt@elsewhere.example", "tybalt@elsewhere.example/x", "elsewhere.example"];

const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
    fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const local = fc.constantFrom(...CLIENTS, `romeo@${HOST}`, `juliet@${HOST}`, `nobody@${HOST}`, HOST);
const stranger = fc.constantFrom(...STRANGERS);
const client = fc.constantFrom(...CLIENTS);

const received: fc.Arbitrary<Step> = presence({ to: local, from: stranger }).map((xml) => ({ do: "receive", xml }));

const sent: fc.Arbitrary<Step> = fc
    .tuple(client, presence({ to: weighted([1, local], [1, stranger]), from: fc.constant("x") }))
    // Prosody's mod_presence raises errors over errors to oneself.
    .filter(([who, xml]) => !xml.includes('type="error"') || !xml.includes(`to="${who.replace(/\/.*/, "")}"`))
    .map(([who, xml]) => ({ do: "send", client: who, xml: xml.replace(' from="x"', "") }));

/** To nobody in particular, where mod_presence raises errors over other types too. */
const broadcast: fc.Arbitrary<Step> = fc
    .tuple(client, fc.constantFrom("", "unavailable", "subscribe", "subscribed", "unsubscribe", "unsubscribed"))
    .map(([who, type]) => ({
        do: "send",
        client: who,
        xml: type === "" ? "<presence/>" : `<presence type="${type}"/>`,
    }));

const step: fc.Arbitrary<Step> = weighted<Step>(
    [6, received],
    [6, sent],
    [4, broadcast],
    [1, client.map((who): Step => ({ do: "connect", client: who }))],
    [1, client.map((who): Step => ({ do: "disconnect", client: who }))],
    [1, fc.constant<Step>({ do: "reload" })],
);

const scripts: fc.Arbitrary<Script> = fc.array(step, { maxLength: 20, size: "+1" }).map((steps) => ({
    host: HOST,
    module: "block_subscriptions",
    options: {},
    accounts: ACCOUNTS,
    needs: ["roster"],
    steps: [
        ...CLIENTS.flatMap((who): Step[] => [
            { do: "connect", client: who },
            { do: "send", client: who, xml: '<iq type="get" id="r"><query xmlns="jabber:iq:roster"/></iq>' },
            { do: "send", client: who, xml: "<presence/>" },
        ]),
        ...steps,
    ],
}));

const MANAGES_SUBSCRIPTIONS = /^(un)?subscribed?$/;

/** Nothing that manages subscriptions comes through, in whatever direction, and no roster changes. */
function judgeDropped(observation: Observation): string[] {
    const all = [...seenOf(observation, "sent"), ...seenOf(observation, "delivered")];
    return all.flatMap(({ name, attr, xml }) => {
        if (name === "presence" && MANAGES_SUBSCRIPTIONS.test(attr.type ?? ""))
            return [`a subscription went through: ${xml}`];
        if (name === "iq" && attr.type === "set") return [`a roster changed: ${xml}`];
        return [];
    });
}

/** What strangers say of their presence to a client that is there arrives once; what clients tell strangers goes out. */
function judgePassed(script: Script, observation: Observation): string[] {
    const faults: string[] = [];
    const online = new Set<string>();
    const idle = new Set(seenOf(observation, "idle").map((each) => each.step));
    const stanzas = new Map(receivedStanzas(script).map((each) => [each.step, each]));
    script.steps.forEach((what, number) => {
        if (what.do === "connect") online.add(what.client);
        else if (what.do === "disconnect") online.delete(what.client);
        const came = stanzas.get(number);
        if (
            came !== undefined &&
            online.has(came.attr.to ?? "") &&
            [undefined, "unavailable"].includes(came.attr.type)
        ) {
            const found = seenOf(observation, "delivered").filter(
                (each) => each.step === number && each.client === came.attr.to && each.attr.from === came.attr.from,
            );
            if (found.length !== 1) faults.push(`${came.xml} arrived ${found.length} times`);
        }
        if (what.do === "send" && !idle.has(number)) {
            const { name, attrs } = parseXml(what.xml);
            const { to = "", type } = attrs;
            if (name === "presence" && STRANGERS.includes(to) && [undefined, "unavailable"].includes(type)) {
                const found = seenOf(observation, "sent").filter(
                    (each) => each.step === number && each.attr.to === to && each.attr.from === what.client,
                );
                if (found.length !== 1) faults.push(`${what.xml} of ${what.client} went out ${found.length} times`);
            }
        }
    });
    return faults;
}

export const blockSubscriptions: FuzzTarget = {
    module: "mod_block_subscriptions",
    scripts,
    judge: (script, observation) => [...judgeDropped(observation), ...judgePassed(script, observation)],
};
