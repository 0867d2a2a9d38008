/** What must be true whatever is played to a module. */
import { parseXml } from "../xmpp/stanza.ts";
import { LOADING, type Attributes, type Observation, type Refusal, type Script, type Seen } from "./script.ts";

export type SeenOf<Event extends Seen["event"]> = Extract<Seen, { readonly event: Event }>;

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

/** What a line says of malformed options, wherever it stands in what Prosody makes of it. */
const REFUSAL = /Option (\S+) of (\S+): found (.+), expected .+/s;

/** Longer lines are no lines to read. */
const LONGEST_REFUSAL = 500;

/** One line, which names the option, the host, what was found and what is expected. */
function refusal(script: Script, { step, options }: Refusal, observation: Observation): string[] {
    const lines = seenOf(observation, "log").filter((each) => each.step === step && each.level === "error");
    const names = Object.keys(options).join(", ");
    if (lines.length !== 1) {
        return [`step ${step}: ${lines.length} lines of the log say that ${names} is malformed`];
    }
    const { message } = lines[0]!;
    const [, name = "", host, found = ""] = REFUSAL.exec(message) ?? [];
    const expected = options[name];
    const faults: string[] = [];
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    if (/[\u0000-\u001f\u007f\ufffd]/.test(message)) faults.push("it has characters that are no text");
    if (/traceback/i.test(message)) faults.push("it has a traceback");
    if (message.length > LONGEST_REFUSAL) faults.push(`it has ${message.length} characters`);
    if (host !== script.host) faults.push("it does not name the host");
    if (expected === undefined) faults.push(`it names none of ${names}`);
    else if (!found.startsWith(expected)) faults.push(`it does not say that ${name} was ${expected}`);
    return faults.map((fault) => `step ${step}: what refuses the options is wrong: ${fault}: ${shorten(message)}`);
}

/** The module loads whenever its options are well-formed, and never else. */
function loading(script: Script, observation: Observation): string[] {
    const due = new Map((script.refusals ?? []).map((each) => [each.step, each]));
    const attempts = observation.seen.filter(({ event }) => event === "loaded" || event === "refused");
    return [
        ...[...due.values()].flatMap((each) => refusal(script, each, observation)),
        ...attempts.flatMap(({ event, step }) => {
            const names = Object.keys(due.get(step)?.options ?? {}).join(", ");
            if (event === "loaded") return names === "" ? [] : [`step ${step}: the module takes a malformed ${names}`];
            if (names !== "") return [];
            const problems = seenOf(observation, "log").filter((each) => each.step === step);
            const said = problems.map(({ message }) => message).join("; ");
            return [`${step === LOADING ? "" : `step ${step}: `}the module did not load: ${said}`];
        }),
    ];
}

/** No step raises an error, and none is in the log where nothing is refused: a module's warnings are one line each. */
function errors(script: Script, observation: Observation): string[] {
    const refused = new Set(script.refusals?.map(({ step }) => step));
    return [
        ...seenOf(observation, "raised").map(({ message }) => `an error was raised: ${message}`),
        ...seenOf(observation, "log")
            .filter(({ step, level, message }) => (level === "error" && !refused.has(step)) || message.includes("\n"))
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

/** What clients get can go over the wire, and each of their IQ gets and sets with an id of its own has exactly one answer. */
function clients(script: Script, observation: Observation): string[] {
    const delivered = seenOf(observation, "delivered");
    const faults = delivered
        .filter(({ fault }) => fault !== undefined)
        .map(({ name, fault }) => `a ${name} was delivered that cannot go over the wire: ${fault}`);
    const idle = new Set(seenOf(observation, "idle").map(({ step }) => step));
    const known = new Set<string>();
    script.steps.forEach((what, step) => {
        if (what.do !== "send" || idle.has(step)) return;
        const { name, attrs } = parseXml(what.xml);
        const { id = "", type } = attrs;
        const key = JSON.stringify([what.client, id]);
        if (!isRequest({ name, attr: { type: type ?? "" } }) || id === "" || known.has(key)) return;
        known.add(key);
        const count = delivered.filter(
            (each) => each.client === what.client && each.attr.id === id && isAnswer(each),
        ).length;
        const left = script.steps.some(
            (later, at) => at > step && later.do === "disconnect" && later.client === what.client,
        );
        if (count > 1 || (count === 0 && !left))
            faults.push(`the request ${shorten(what.xml)} of ${what.client} has ${count} answers`);
    });
    return faults;
}

/** Each HTTP request has one answer, unless its client does not wait for that. */
function queries(script: Script, observation: Observation): string[] {
    const answered = tally(seenOf(observation, "responded").map(({ number }) => String(number)));
    return seenOf(observation, "requested").flatMap(({ step, number }) => {
        const what = script.steps[step];
        const due = what?.do === "request" && what.leaves === true ? 0 : 1;
        const found = answered.get(String(number)) ?? 0;
        return found === due ? [] : [`step ${step}: the HTTP request has ${found} answers`];
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
    const { timers, owned, handlers, connections } = observation;
    const { before, loaded = 0, end = 0, unloaded } = timers;
    const { loaded: ownedFirst = 0, end: ownedLast = 0 } = owned;
    return [
        ...(end > loaded ? [`${end - loaded} timers are left`] : []),
        ...(unloaded > before ? [`${unloaded - before} timers are left of the unloaded module`] : []),
        ...(handlers > 0 ? [`${handlers} handlers are left of the unloaded module`] : []),
        ...(ownedLast > ownedFirst
            ? [`the module remembers more: ${ownedFirst} tables and entries first, ${ownedLast} now`]
            : []),
        ...(connections > 0 ? [`${connections} HTTP connections are open`] : []),
    ];
}

/** All that is wrong, a line each; empty where nothing is. */
export function judge(script: Script, observation: Observation): string[] {
    const unloadable = loading(script, observation);
    // What a module does that should not be there, or does not that should, says nothing more.
    if (unloadable.length > 0) return unloadable;
    return [
        ...errors(script, observation),
        ...wire(script, observation),
        ...answers(script, observation),
        ...clients(script, observation),
        ...queries(script, observation),
        ...errorLoops(script, observation),
        ...leftovers(observation),
    ];
}
