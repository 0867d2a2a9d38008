/**
 * Scripts for mod_delegation: users here and elsewhere who ask, clients that manage by configuration, entities elsewhere that
 * users are asked about; all of whom come, answer, lie and go.
 */
import fc from "fast-check";
import { element, iqRequest, message, strayIq } from "../../../src/testing/fuzz/arbitraries.ts";
import type { FuzzTarget } from "../../../src/testing/fuzz/fuzz.ts";
import { isRequest, seenOf } from "../../../src/testing/fuzz/judge.ts";
import type { Observation, Script, Step } from "../../../src/testing/fuzz/script.ts";
import { parseXml, type XmlElement } from "../../../src/testing/index.ts";

const HOST = "example.org";
const JULIET = `juliet@${HOST}`;
const PHONE = `${JULIET}/phone`;
const MANAGER = `manager@${HOST}`;
const MANAGERS = [`${MANAGER}/a`, `${MANAGER}/b`];
const CLIENTS = [PHONE, ...MANAGERS];
/** Entities that users may be asked about. */
const ENTITIES = ["pubsub.example.com", "bot@example.net/x"];
const STRANGERS = ["romeo@example.com/phone", "nurse@example.net/tablet", ...ENTITIES];
const TIMEOUT = 30;
const DAY = 86_400;

/** Namespaces that generated elements have: delegated, delegated with a filter, for users to delegate, and none of these. */
const WORK = "urn:example:a";
const FILTERED = "jabber:iq:version";
const OWN = "urn:xmpp:ping";

const DELEGATION = "urn:xmpp:delegation:2";
const FORWARD = "urn:xmpp:forward:0";
const FORMS = "jabber:x:data";
const DISCO_INFO = "http://jabber.org/protocol/disco#info";
const COMMANDS = "http://jabber.org/protocol/commands";
/** Stands in every answer that nobody may get to see. */
const LIE = "urn:example:lie";
/** What is said in a name that may be somebody else's. */
const FORGED = "urn:example:forged";

const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
    fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const places = fc.constantFrom(HOST, HOST, JULIET, JULIET, MANAGER, `nobody@${HOST}`);
const stranger = fc.constantFrom(...STRANGERS);
const client = fc.constantFrom(...CLIENTS);
const receive = (xml: fc.Arbitrary<string>): fc.Arbitrary<Step> => xml.map((each) => ({ do: "receive", xml: each }));
const send = (who: string, xml: string): Step => ({ do: "send", client: who, xml });

// ---------------------------------------------------------------------------------------------------------------- requests

const asked: fc.Arbitrary<Step> = receive(iqRequest({ to: places, from: stranger }));

/** Ids of clients' requests are never used twice: who asked what must stay clear. */
let lastId = 0;
const clientAsks: fc.Arbitrary<Step> = fc
    .tuple(client, fc.option(places, { nil: undefined }), fc.constantFrom("get", "set"), element)
    .map(([who, to, type, content]) => {
        lastId += 1;
        const address = to === undefined ? "" : ` to="${to}"`;
        return send(who, `<iq type="${type}" id="c${lastId}"${address}>${content}</iq>`);
    });

// ----------------------------------------------------------------------------------------------------------------- answers

const inner = (attributes: string, content: string): string =>
    `<delegation xmlns="${DELEGATION}"><forwarded xmlns="${FORWARD}"><iq xmlns="jabber:client" ${attributes}>${content}</iq></forwarded></delegation>`;

const done = `<done xmlns="${WORK}"/>`;
const lie = `<done xmlns="${LIE}"/>`;
const INNER_ERROR = `<error type="cancel"><gone xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>`;

const properAnswer = fc.constantFrom(
    inner('type="result" id="{inner.id}" to="{inner.from}"', done),
    inner('type="result" id="{inner.id}" to="{inner.from}"', ""),
    inner('type="error" id="{inner.id}" to="{inner.from}"', INNER_ERROR),
    `\n ${inner('type="result" id="{inner.id}" to="{inner.from}"', done)} `,
);

const wrongAnswer = weighted(
    [
        6,
        fc.constantFrom(
            inner('type="result" id="{inner.id}x" to="{inner.from}"', lie),
            inner('type="result" id="{inner.id}" to="romeo@example.com/other"', lie),
            inner('type="result" id="{inner.id}" to="{inner.from}" from="bank.example.com"', lie),
            inner('type="result" id="{inner.id}" to="{inner.from}"', `${lie}${lie}`),
            inner('type="set" id="{inner.id}" to="{inner.from}"', lie),
            inner('id="{inner.id}" to="{inner.from}"', lie),
            inner('type="error" id="{inner.id}" to="{inner.from}"', lie),
            `<delegation xmlns="urn:xmpp:delegation:1">${lie}</delegation>`,
            `<delegation xmlns="${DELEGATION}"><forwarded xmlns="${FORWARD}">${lie}</forwarded></delegation>`,
            `<delegation xmlns="${DELEGATION}"/>`,
            "",
        ),
    ],
    [1, element],
);

const discoAnswer = fc.constantFrom(
    `<query xmlns="${DISCO_INFO}"><feature var="${COMMANDS}"/></query>`,
    `<query xmlns="${DISCO_INFO}"><feature/><identity category="a"/><feature var="${WORK}#more"/><identity category="a" type="b"/></query>`,
    `<query xmlns="${DISCO_INFO}"><x xmlns="${FORMS}"><field var="FORM_TYPE"><value>${WORK}</value></field></x><x xmlns="${FORMS}"/></query>`,
);

/** The server's own questions of disco wait first; what users asked just now is at the end. */
const NEWEST = -1;
const whichWaiting = weighted<number>([1, fc.nat(11)], [1, fc.constant(NEWEST)]);

const answered: fc.Arbitrary<Step> = fc
    .tuple(
        whichWaiting,
        weighted<readonly ["result" | "error", string]>(
            [6, properAnswer.map((xml) => ["result", xml] as const)],
            [3, wrongAnswer.map((xml) => ["result", xml] as const)],
            [2, discoAnswer.map((xml) => ["result", xml] as const)],
            [1, fc.constant(["error", INNER_ERROR] as const)],
        ),
    )
    .map(([which, [type, xml]]) => ({ do: "reply", which, type, xml }));

/** An answer in somebody else's name. */
const forged: fc.Arbitrary<Step> = fc
    .tuple(
        whichWaiting,
        weighted([2, stranger], [1, client]),
        fc.constantFrom(inner('type="result" id="{inner.id}" to="{inner.from}"', `<done xmlns="${FORGED}"/>`), ""),
        fc.constantFrom("result", "error"),
    )
    .map(([which, from, xml, type]) => ({
        do: "reply",
        which,
        type,
        from,
        xml: type === "error" ? INNER_ERROR : xml,
    }));

// ------------------------------------------------------------------------------------------------------------- client mode

const wish: fc.Arbitrary<Step> = receive(
    fc
        .tuple(
            fc.constantFrom(...ENTITIES),
            weighted([8, fc.constant(JULIET)], [1, fc.constantFrom(`nobody@${HOST}`, HOST, PHONE, "x@y", "", "@")]),
            weighted<readonly string[]>(
                [8, fc.constant<readonly string[]>([OWN])],
                [
                    1,
                    fc.constantFrom<(readonly string[])[]>(
                        [OWN, OWN],
                        [],
                        [WORK],
                        [OWN, "jabber:iq:roster"],
                        [DELEGATION],
                        [""],
                    ),
                ],
            ),
            fc.constantFrom("w1", "w2"),
        )
        .map(
            ([from, to, namespaces, id]) =>
                `<iq type="get" id="${id}" from="${from}" to="${HOST}"><query xmlns="${DELEGATION}" to="${to}">${namespaces
                    .map((namespace) => `<delegate namespace="${namespace}"/>`)
                    .join("")}</query></iq>`,
        ),
);

const field = (name: string, value: string): string => `<field var="${name}"><value>${value}</value></field>`;

const formSent: fc.Arbitrary<Step> = fc
    .tuple(
        weighted([6, fc.constant(PHONE)], [1, client]),
        fc.constantFrom("submit", "submit", "submit", "cancel", "form"),
        weighted([6, fc.constant("{field.challenge}")], [1, fc.constantFrom("", "guess")]),
        fc.constantFrom("1", "1", "1", "true", "0", "", "yes"),
        fc.constantFrom(DELEGATION, "", "urn:example:other", undefined),
    )
    .map(([who, type, challenge, value, formType]) => {
        const first = formType === undefined ? "" : field("FORM_TYPE", formType);
        const fields = `${first}${field("challenge", challenge)}${field(OWN, value)}${field(WORK, "1")}`;
        return send(who, `<message to="${HOST}"><x xmlns="${FORMS}" type="${type}">${fields}</x></message>`);
    });

const command = (who: string, content: string, id: string): Step =>
    send(
        who,
        `<iq type="set" id="${id}" to="${HOST}"><command xmlns="${COMMANDS}" node="${DELEGATION}#configure">${content}</command></iq>`,
    );

const configured: fc.Arbitrary<Step> = fc
    .tuple(
        weighted([3, fc.constant(PHONE)], [1, client]),
        fc.constantFrom(
            "",
            `<x xmlns="${FORMS}" type="submit">${field("revoke", OWN)}</x>`,
            `<x xmlns="${FORMS}" type="submit">${field("revoke", "nothing")}${field("keep", "0")}</x>`,
            `<x xmlns="${FORMS}" type="submit">${field("keep", "1")}</x>`,
        ),
    )
    .map(([who, content]) => {
        lastId += 1;
        return command(who, content, `k${lastId}`);
    });

/** An entity asks, the user says something, and there is something to forward, or not. */
const dialogue: fc.Arbitrary<Step[]> = fc
    .tuple(fc.constantFrom(...ENTITIES), formSent, fc.constantFrom(undefined, HOST, JULIET))
    .map(([entity, said, to]) => {
        lastId += 1;
        const address = to === undefined ? "" : ` to="${to}"`;
        return [
            {
                do: "receive",
                xml: `<iq type="get" id="w3" from="${entity}" to="${HOST}"><query xmlns="${DELEGATION}" to="${JULIET}"><delegate namespace="${OWN}"/></query></iq>`,
            },
            said,
            send(PHONE, `<iq type="get" id="d${lastId}"${address}><ping xmlns="${OWN}"/></iq>`),
        ];
    });

// ------------------------------------------------------------------------------------------------------------------ scripts

const step: fc.Arbitrary<Step> = weighted<Step>(
    [8, asked],
    [8, clientAsks],
    [12, answered],
    [3, forged],
    [4, wish],
    [5, formSent],
    [2, configured],
    [1, receive(strayIq({ to: places, from: stranger }))],
    [1, receive(message({ to: fc.constant(HOST), from: stranger }))],
    [2, client.map((who): Step => ({ do: "connect", client: who }))],
    [2, client.map((who): Step => ({ do: "disconnect", client: who }))],
    [3, client.map((who) => send(who, "<presence/>"))],
    [1, client.map((who) => send(who, '<presence type="unavailable"/>'))],
    [2, fc.constantFrom(1, TIMEOUT / 2, TIMEOUT + 1, DAY).map((seconds): Step => ({ do: "advance", seconds }))],
    [1, fc.constant<Step>({ do: "reload" })],
);

/** Whether what Prosody does with an IQ before it reaches the module is well-defined (RFC 6120, section 8.2.3). */
function isProper(each: Step): boolean {
    if ((each.do !== "receive" && each.do !== "send") || !each.xml.startsWith("<iq")) return true;
    const { attrs, children } = parseXml(each.xml);
    const elements = children.filter((child) => typeof child !== "string").length;
    return (
        ["get", "set", "result", "error"].includes(attrs["type"] ?? "") &&
        attrs["id"] !== undefined &&
        (!isRequest({ name: "iq", attr: { type: attrs["type"] ?? "" } }) || elements === 1)
    );
}

const ALL_BACK = `<x xmlns="${FORMS}" type="submit">${field("revoke", OWN)}${field("keep", "1")}</x>`;

const online = (who: string): Step[] => [{ do: "connect", client: who }, send(who, "<presence/>")];

const parts: fc.Arbitrary<Step[]> = weighted<Step[]>([12, step.map((each) => [each])], [1, dialogue]);

const scripts: fc.Arbitrary<Script> = fc.array(parts, { maxLength: 20, size: "+1" }).map((steps) => ({
    host: HOST,
    module: "delegation",
    options: {
        delegation_timeout: TIMEOUT,
        delegations: { [WORK]: { jid: MANAGER }, [FILTERED]: { jid: MANAGER, filtering: ["node"] } },
        delegation_client_mode: true,
        delegation_client_namespaces: [OWN],
    },
    accounts: ["juliet", "manager"],
    needs: ["disco", "adhoc"],
    // Users are remembered for a while, up to a number: what is known of them is in the store.
    caches: ["users"],
    steps: [
        ...online(PHONE),
        ...online(MANAGERS[0]!),
        ...steps.flat().filter(isProper),
        // Whatever waits is given up, and users take all back.
        { do: "advance", seconds: TIMEOUT + 1 },
        ...[PHONE, MANAGERS[0]!].flatMap((who): Step[] => [
            { do: "connect", client: who },
            command(who, ALL_BACK, "last"),
        ]),
        ...CLIENTS.map((who): Step => ({ do: "disconnect", client: who })),
        // Questions that nobody answered are forgotten in time.
        { do: "advance", seconds: 8 * DAY },
        { do: "connect", client: PHONE },
        send(PHONE, "<presence/>"),
        { do: "disconnect", client: PHONE },
    ],
}));

// --------------------------------------------------------------------------------------------------------- what must be true

const contains = (stanza: XmlElement, namespace: string): boolean =>
    stanza.attrs["xmlns"] === namespace || stanza.getChildElements().some((child) => contains(child, namespace));

const stanzasSeen = (observation: Observation): { step: number; to: string; xml: string }[] => [
    ...seenOf(observation, "sent").map(({ step: number, attr, xml }) => ({ step: number, to: attr.to ?? "", xml })),
    ...seenOf(observation, "delivered").map(({ step: number, client: to, xml }) => ({ step: number, to, xml })),
];

/** What is wrong, forged or late reaches nobody. */
function judgeLies(observation: Observation): string[] {
    // Whoever is asked and answers in the own name forges nothing.
    const isHonest = seenOf(observation, "replied").some(
        ({ forged: isForged, xml }) => !isForged && xml.includes(FORGED),
    );
    const lies = isHonest ? [LIE] : [LIE, FORGED];
    return stanzasSeen(observation)
        .filter(({ xml }) => lies.some((each) => xml.includes(each) && contains(parseXml(xml), each)))
        .map(({ xml }) => `what nobody should have believed was passed on: ${xml}`);
}

/** Whether a form says yes to the question that the user was shown. */
const isYes = (xml: string): boolean =>
    xml.includes('type="submit"') &&
    xml.includes(field("challenge", "{field.challenge}")) &&
    ["1", "true"].some((value) => xml.includes(field(OWN, value)));

/** Requests go to who manages, and to nobody else: by configuration, or because the user has said yes. */
function judgeForwarded(script: Script, observation: Observation): string[] {
    const asks = new Set<string>();
    const faults: string[] = [];
    const seen = stanzasSeen(observation);
    let allowedSince = Infinity;
    script.steps.forEach((what, number) => {
        if (what.do === "receive" && what.xml.includes(`<query xmlns="${DELEGATION}"`)) {
            asks.add(parseXml(what.xml).attrs["from"] ?? "");
        }
        if (what.do === "send" && what.client === PHONE && isYes(what.xml)) {
            allowedSince = Math.min(allowedSince, number);
        }
        for (const { step: at, to, xml } of seen) {
            if (at !== number || !xml.includes(`<delegation xmlns='${DELEGATION}'`)) continue;
            const stanza = parseXml(xml);
            const inside = stanza.getChild("delegation", DELEGATION)?.getChild("forwarded", FORWARD);
            if (stanza.attrs["type"] !== "set" || inside === undefined) continue;
            const namespace = inside.getChildElements()[0]?.getChildElements()[0]?.getNS();
            if (MANAGERS.includes(to)) {
                if (namespace !== WORK && namespace !== FILTERED)
                    faults.push(`${namespace} is not delegated to ${to}: ${xml}`);
            } else if (!asks.has(to)) {
                faults.push(`${to} never asked for anything: ${xml}`);
            } else if (namespace !== OWN || number < allowedSince) {
                faults.push(`nobody let ${to} manage ${namespace}: ${xml}`);
            }
        }
    });
    return faults;
}

/** A grant is told to nobody but who asked for it. */
function judgeNotices(script: Script, observation: Observation): string[] {
    return stanzasSeen(observation).flatMap(({ to, xml }) => {
        if (!xml.includes(`to='${JULIET}'`) || !xml.startsWith("<message") || !xml.includes("<delegation ")) return [];
        return ENTITIES.includes(to) ? [] : [`a grant was told to ${to}: ${xml}`];
    });
}

export const delegation: FuzzTarget = {
    module: "mod_delegation",
    scripts,
    judge: (script, observation) => [
        ...judgeLies(observation),
        ...judgeForwarded(script, observation),
        ...judgeNotices(script, observation),
    ],
};
