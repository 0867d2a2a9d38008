/** What must be true whatever is played to a module. */
import { parseXml } from "../xmpp/stanza.ts";
import type { Attributes, Observation, Script, Seen } from "./script.ts";

export type SeenOf<Event extends Seen["event"]> = Extract<Seen, { event: Event }>;

export function seenOf<Event extends Seen["event"]>(observation: Observation, event: Event): SeenOf<Event>[] {
    return observation.seen.filter((each): each is SeenOf<Event> => each.event === event);
}

/** The stanza that a step puts in: its name, its attributes, and how many elements are in it. */
export interface ReceivedStanza {
    readonly step: number;
    readonly name: string;
    readonly attr: Attributes;
    readonly children: number;
    readonly xml: string;
}

export function receivedStanzas(script: Script): ReceivedStanza[] {
    return script.steps.flatMap((step, number) => {
        if (step.do !== "receive") return [];
        const { name, attrs, children } = parseXml(step.xml);
        const elements = children.filter((child) => typeof child !== "string");
        return [{ step: number, name, attr: attrs, children: elements.length, xml: step.xml }];
    });
}

export function isRequest({ name, attr }: { readonly name: string; readonly attr: Attributes }): boolean {
    return name === "iq" && (attr.type === "get" || attr.type === "set");
}

function isAnswer({ name, attr }: { readonly name: string; readonly attr: Attributes }): boolean {
    return name === "iq" && (attr.type === "result" || attr.type === "error");
}

/** Identifies an IQ's exchange: who asked whom, under which id. */
function exchange(asker: string | undefined, asked: string | undefined, id: string | undefined): string {
    return JSON.stringify([asker, asked, id]);
}

function tally(keys: readonly string[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
}

function shorten(text: string): string {
    return text.length > 300 ? `${text.slice(0, 300)} … (${text.length} characters)` : text;
}

/** No step raises an error, and none is in the log: a module's warnings are one line each. */
function errors(observation: Observation): string[] {
    return [
        ...seenOf(observation, "raised").map(({ message }) => `an error was raised: ${message}`),
        ...seenOf(observation, "log")
            .filter(({ level, message }) => level === "error" || message.includes("\n"))
            .map(
                ({ level, message }) =>
                    `the log has ${level === "error" ? "an error" : "more than one line"}: ${message}`,
            ),
    ];
}

/** What is sent can go over the wire, from the component's own domain (RFC 6120, section 8.1.2.2). */
function wire(script: Script, observation: Observation): string[] {
    return seenOf(observation, "sent").flatMap((sent) => {
        if (sent.fault !== undefined) return [`a ${sent.name} was sent that cannot go over the wire: ${sent.fault}`];
        const domain = (sent.attr.from ?? "").replace(/\/.*$/s, "").replace(/^[^@]*@/, "");
        if (domain !== script.host) return [`a ${sent.name} was sent in somebody else's name: ${shorten(sent.xml)}`];
        if (sent.name === "iq" && sent.attr.id === undefined) return [`an iq has no id: ${shorten(sent.xml)}`];
        return [];
    });
}

/** Each IQ get or set has exactly one answer (RFC 6120, section 8.2.3), and nothing else is answered. */
function answers(script: Script, observation: Observation): string[] {
    const asked = tally(
        receivedStanzas(script)
            .filter((stanza) => isRequest(stanza) && stanza.attr.id !== undefined)
            .map(({ attr }) => exchange(attr.from, attr.to, attr.id)),
    );
    const answered = tally(
        seenOf(observation, "sent")
            .filter(isAnswer)
            .map(({ attr }) => exchange(attr.to, attr.from, attr.id)),
    );
    // Where requests without an id are answered, their answers have none that was asked for.
    const withoutId = receivedStanzas(script).some((stanza) => isRequest(stanza) && stanza.attr.id === undefined);
    const faults: string[] = [];
    for (const [key, count] of asked) {
        const found = answered.get(key) ?? 0;
        if (found !== count) faults.push(`${count} requests ${shorten(key)} have ${found} answers`);
    }
    for (const [key, count] of answered) {
        if (!asked.has(key) && !withoutId) faults.push(`${count} answers ${shorten(key)} to what nobody asked`);
    }
    return faults;
}

/** An error is not answered with an error (RFC 6120, section 8.3.1). */
function errorLoops(script: Script, observation: Observation): string[] {
    const sent = seenOf(observation, "sent");
    return receivedStanzas(script)
        .filter(({ attr }) => attr.type === "error")
        .flatMap(({ step, attr }) =>
            sent
                .filter((each) => each.step === step && each.attr.type === "error" && each.attr.to === attr.from)
                .map((each) => `an error was answered with an error: ${shorten(each.xml)}`),
        );
}

/** Scripts end when all is over: nothing waits, and nothing is remembered that was not there from the start. */
function leftovers(observation: Observation): string[] {
    const { timers, owned, connections } = observation;
    const [before = 0, loaded = 0, end = 0, unloaded = 0] = timers;
    const [ownedFirst = 0, ownedLast = 0] = owned;
    return [
        ...(end > loaded ? [`${end - loaded} timers are left`] : []),
        ...(unloaded > before ? [`${unloaded - before} timers are left of the unloaded module`] : []),
        ...(ownedLast > ownedFirst
            ? [`the module remembers more: ${ownedFirst} tables and entries first, ${ownedLast} now`]
            : []),
        ...(connections > 0 ? [`${connections} HTTP connections are open`] : []),
    ];
}

/** All that is wrong, a line each; empty where nothing is. */
export function judge(script: Script, observation: Observation): string[] {
    if (!observation.loaded) {
        const problems = seenOf(observation, "log").map(({ message }) => message);
        return [`the module did not load: ${problems.join("; ")}`];
    }
    return [
        ...errors(observation),
        ...wire(script, observation),
        ...answers(script, observation),
        ...errorLoops(script, observation),
        ...leftovers(observation),
    ];
}
