/** Scripts for mod_client_proxy: users who ask, and an account whose clients come, answer, lie and go. */
import fc from "fast-check";
import {
    element,
    iqRequest,
    jid,
    fullJid,
    message,
    presence,
    stanzaAttributes,
    stanzaId,
    strayIq,
} from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { isRequest, receivedStanzas, seenOf } from "../../../src/testing/fuzz/judge.ts";
import type { Observation, Script, Step } from "../../../src/testing/fuzz/script.ts";

const HOST = "proxy.example.org";
const TARGET = "service@example.net";
const TIMEOUT = 30;

const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
    fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** The client's resources. Few, so that they come again. */
const peer = weighted<string>(
    [6, fc.constantFrom("north", "south", "east")],
    [1, fc.constantFrom("with space", "日本語", "<&>\"'", "r".repeat(1020))],
).map((name) => `${TARGET}/${name}`);

const own = fc.constantFrom(HOST, HOST, HOST, HOST, `bot@${HOST}`, `${HOST}/resource`, `bot@${HOST}/resource`);
const users = { to: own, from: jid };
const client = { to: own, from: weighted([5, peer], [1, fc.constant(TARGET)]) };

const receive = (xml: fc.Arbitrary<string>): fc.Arbitrary<Step> => xml.map((each) => ({ do: "receive", xml: each }));

const comesOrGoes: fc.Arbitrary<string> = fc
    .tuple(peer, fc.constantFrom(undefined, undefined, undefined, "unavailable", "error"))
    .map(([from, type]) => `<presence${stanzaAttributes({ to: HOST, from, type })}/>`);

const consent: fc.Arbitrary<string> = fc
    .constantFrom("subscribed", "subscribed", "unsubscribed", "unsubscribe", "unavailable", "error")
    .map((type) => `<presence${stanzaAttributes({ to: HOST, from: TARGET, type })}/>`);

const errorElement = fc
    .constantFrom("item-not-found", "recipient-unavailable", "service-unavailable", "feature-not-implemented")
    .map((condition) => `<error type="cancel"><${condition} xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>`);

const replied: fc.Arbitrary<Step> = fc
    .record({
        which: fc.nat(3),
        answer: weighted<{ type: "result" | "error"; xml: string }>(
            [4, weighted([3, element], [1, fc.constant("")]).map((xml) => ({ type: "result", xml }))],
            [2, errorElement.map((xml) => ({ type: "error", xml }))],
        ),
        from: weighted<string | undefined>(
            [6, fc.constant(undefined)],
            [1, peer],
            [1, fullJid],
            [1, fc.constant(TARGET)],
        ),
        id: weighted<string | undefined>([8, fc.constant(undefined)], [1, stanzaId]),
    })
    .map(({ which, answer, from, id }): Step => ({
        do: "reply",
        which,
        ...answer,
        ...(from !== undefined && { from }),
        ...(id !== undefined && { id }),
    }));

const step: fc.Arbitrary<Step> = weighted<Step>(
    [10, receive(iqRequest({ to: weighted([6, fc.constant(HOST)], [1, own]), from: fullJid }))],
    // The same sender with the same id, again and again.
    [3, receive(iqRequest({ to: fc.constant(HOST), from: fc.constant("romeo@example.com/phone") }, fc.constant("1")))],
    [8, replied],
    [6, receive(comesOrGoes)],
    [2, receive(consent)],
    [1, receive(presence(users))],
    [1, receive(presence(client))],
    [1, receive(message(users))],
    [1, receive(message(client))],
    [1, receive(iqRequest(client))],
    [1, receive(strayIq(client))],
    [1, receive(strayIq(users))],
    [2, fc.constantFrom(1, TIMEOUT / 2, TIMEOUT + 1, 3600).map((seconds): Step => ({ do: "advance", seconds }))],
    [1, fc.constant<Step>({ do: "reload" })],
);

const granted: Step = { do: "receive", xml: `<presence to="${HOST}" from="${TARGET}" type="subscribed"/>` };
const withdrawn: Step = { do: "receive", xml: `<presence to="${HOST}" from="${TARGET}" type="unsubscribed"/>` };

/** Whether what Prosody does with a stanza before it reaches the module is well-defined. */
function isProper(each: Step): boolean {
    if (each.do !== "receive" || !each.xml.startsWith("<iq")) return true;
    const [stanza] = receivedStanzas({ host: HOST, module: "client_proxy", options: {}, steps: [each] });
    // Prosody's mod_iq raises errors over IQs to accounts and resources of a component that RFC 6120, section 8.2.3 does not allow.
    const type = stanza!.attr.type;
    return (
        ["get", "set", "result", "error"].includes(type ?? "") &&
        stanza!.attr.id !== undefined &&
        (!isRequest(stanza!) || stanza!.children === 1)
    );
}

const scripts: fc.Arbitrary<Script> = fc
    .tuple(fc.array(receive(comesOrGoes), { maxLength: 3 }), fc.array(step, { maxLength: 14 }))
    .map(([first, steps]) => ({
        host: HOST,
        module: "client_proxy",
        options: { target_address: TARGET, client_proxy_timeout: TIMEOUT },
        caches: ["addresses"],
        steps: [
            granted,
            ...first,
            ...steps.filter(isProper),
            // By then whatever waits has been given up; then the module knows no more than in the beginning.
            { do: "advance", seconds: TIMEOUT + 1 },
            withdrawn,
        ],
    }));

/** What the target's presence has said by the end of a step: the resources that are available. */
function availableAfter(script: Script, last: number): Set<string> {
    const available = new Set<string>();
    for (const { step: number, name, attr } of receivedStanzas(script)) {
        if (number > last) break;
        const from = attr.from ?? "";
        if (name !== "presence" || attr.to !== HOST || (from !== TARGET && !from.startsWith(`${TARGET}/`))) continue;
        if (attr.type === undefined) {
            if (from !== TARGET) available.add(from);
        } else if (attr.type === "unsubscribed" || attr.type === "unsubscribe") {
            available.clear();
        } else if (attr.type === "unavailable" || attr.type === "error") {
            if (from === TARGET) available.clear();
            else available.delete(from);
        }
    }
    return available;
}

/** Requests go to available resources only, from translated addresses, and at most to two. */
function judgeRequests(script: Script, observation: Observation): string[] {
    const requests = seenOf(observation, "sent").filter(isRequest);
    const faults = requests.flatMap(({ step: number, attr, xml }) => {
        const available = availableAfter(script, number);
        if (!available.has(attr.to ?? "")) return [`a request went to a resource that is not available: ${xml}`];
        if (!attr.from?.startsWith(`${HOST}/`)) return [`a request shows no translated sender: ${xml}`];
        if (Buffer.byteLength(attr.from) > HOST.length + 1 + 1023) return [`an address is too long: ${xml}`];
        return [];
    });
    const asked = receivedStanzas(script).filter(
        (stanza) => isRequest(stanza) && !stanza.attr.to?.includes("@") && !isTarget(stanza.attr.from),
    );
    // A request without id is refused.
    const most = asked
        .filter(({ attr }) => attr.id !== undefined)
        .reduce((sum, { attr }) => sum + (attr.type === "get" ? Infinity : 1), 0);
    if (requests.length > most) faults.push(`${requests.length} requests went to the target for ${most} of users`);
    return faults;
}

function isTarget(address: string | undefined): boolean {
    return address === TARGET || (address?.startsWith(`${TARGET}/`) ?? false);
}

/** Two requests in flight never share address and id, or their answers could be mistaken for each other. */
function judgeAddresses(script: Script, observation: Observation): string[] {
    const received = new Map(receivedStanzas(script).map((stanza) => [stanza.step, stanza]));
    /** Addresses with ids that are in use, by user and the user's id. */
    const inUse = new Map<string, Set<string>>();
    const faults: string[] = [];
    for (const each of observation.seen) {
        if (each.event !== "sent") continue;
        if (!isRequest(each)) {
            // Whichever of the user's requests was answered: what is still in use is not known for certain any more.
            inUse.delete(JSON.stringify([each.attr.to, each.attr.id]));
            continue;
        }
        const asked = received.get(each.step);
        // In other steps, a request goes to another resource: from the same address.
        if (asked === undefined || !isRequest(asked)) continue;
        const asker = JSON.stringify([asked.attr.from, asked.attr.id]);
        const used = inUse.get(asker) ?? new Set();
        const address = JSON.stringify([each.attr.from, each.attr.id]);
        if (used.has(address)) faults.push(`two requests in flight have one address and id: ${each.xml}`);
        inUse.set(asker, used.add(address));
    }
    return faults;
}

/** What answers no request, or comes from another resource than the one that was asked, reaches nobody. */
function judgeForgeries(script: Script, observation: Observation): string[] {
    const sent = seenOf(observation, "sent");
    return seenOf(observation, "replied").flatMap((reply) => {
        const what = script.steps[reply.step];
        if (!reply.forged || what?.do !== "reply" || what.id !== undefined) return [];
        return sent
            .filter((each) => each.step === reply.step)
            .map((each) => `what ${reply.from} said in another's name went out: ${each.xml}`);
    });
}

/** Users learn nothing of the target, nor it of them. */
function judgePrivacy(observation: Observation): string[] {
    return seenOf(observation, "sent")
        .filter(({ attr }) => !isTarget(attr.to))
        .filter(({ attr }) => attr.from !== undefined && isTarget(attr.from))
        .map(({ xml }) => `a user sees the target's address: ${xml}`);
}

export const clientProxy: FuzzTarget = {
    module: "mod_client_proxy",
    scripts,
    judge: (script, observation) => [
        ...judgeRequests(script, observation),
        ...judgeAddresses(script, observation),
        ...judgeForgeries(script, observation),
        ...judgePrivacy(observation),
    ],
};
