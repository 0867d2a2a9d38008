import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
    connectClient,
    parseXml,
    prosodyVersions,
    useProsody,
    xml,
    type XmlElement,
} from "../../../src/testing/index.ts";
import { escapeXml, iqRequest, message, stanzaId } from "../../../src/testing/fuzz/arbitraries.ts";
import { expectNothingLeft, takeFootprintAfter } from "../faults/load.ts";
import { fuzzSeed } from "./seed.ts";

const PROXY = "proxy.localhost";
const TARGET = "worker@localhost";
const WORKER = `${TARGET}/a`;
/** Online without presence: it is never asked, so whatever it answers is a lie. */
const FORGER = `${TARGET}/forger`;
const USER = "romeo@localhost/orchard";
/** Seconds that the worker has for an answer. */
const TIMEOUT = 5;
/** In-process there are thousands. */
const CASES = 60;

const addresses = {
    to: fc.constantFrom(PROXY, `x@${PROXY}`, `${PROXY}/${Buffer.from(USER).toString("base64url")}`, `${PROXY}/other`),
    // A server closes the stream of a client that gives another address than its own.
    from: fc.constant(WORKER),
};

/** Answers to what nobody asked. In full form: over others Prosody itself raises errors. */
const strayAnswer = fc
    .record({ to: addresses.to, id: stanzaId, isResult: fc.boolean() })
    .map(({ to, id, isResult }) =>
        isResult
            ? `<iq type="result" id="${escapeXml(id)}" to="${to}"/>`
            : `<iq type="error" id="${escapeXml(id)}" to="${to}"><error type="cancel">` +
              `<gone xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
    );

/** What a client of the target may send while it is asked something, whether another answers for it, and how it does itself. */
const conduct = fc.record({
    noise: fc.array(fc.oneof(message(addresses), strayAnswer, iqRequest(addresses)), { maxLength: 4 }),
    forgery: fc.constantFrom(undefined, "result", "error"),
    answer: fc.constantFrom("result", "error"),
});
interface Conduct {
    readonly noise: readonly string[];
    readonly forgery: string | undefined;
    readonly answer: string;
}

/** What answers a request, with something that tells who gave it. */
function answerTo({ attrs: { id = "", from = "" } }: XmlElement, type: string, text: string): string {
    const content =
        type === "result"
            ? `<done xmlns="urn:example:work">${text}</done>`
            : `<error type="cancel"><item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/>` +
              `<text xmlns="urn:ietf:params:xml:ns:xmpp-stanzas">${text}</text></error>`;
    return `<iq type="${type}" id="${escapeXml(id)}" to="${escapeXml(from)}">${content}</iq>`;
}

function isAnswerTo(request: XmlElement): (stanza: XmlElement) => boolean {
    return ({ name, attrs }) =>
        name === "iq" &&
        (attrs["type"] === "result" || attrs["type"] === "error") &&
        attrs["id"] === request.attrs["id"] &&
        attrs["from"] === request.attrs["to"];
}

describe.each(prosodyVersions())("mod_client_proxy and any client on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: { localhost: { users: { worker: "w", romeo: "r" } } },
            components: {
                [PROXY]: { module: "client_proxy", options: { target_address: TARGET, client_proxy_timeout: TIMEOUT } },
            },
        },
    });

    beforeAll(async () => {
        // Accounts are made when the server is up: it asks again for what it asked nobody.
        await prosody.server.reload("client_proxy", PROXY);
        const worker = await connectClient(prosody.server, `${TARGET}/consent`, "w");
        await worker.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
        await worker.send("<presence/>");
        await worker.next(({ attrs }) => attrs["type"] === "subscribe" && attrs["from"] === PROXY);
        await worker.send(xml`<presence type="subscribed" to="${PROXY}"/>`);
        await worker.roundTrip();
        await worker.stop();
    });

    const seed = fuzzSeed();
    it(
        `passes each answer once, nothing else, and leaves nothing behind, seed ${seed}`,
        { timeout: 300_000 },
        async () => {
            const romeo = await prosody.connect(USER, "r");
            const forger = await prosody.connect(FORGER, "w");
            const worker = await prosody.connect(WORKER, "w");
            await worker.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
            await worker.send("<presence/>");
            await worker.roundTrip();
            let asked = 0;
            const ask = async ({ noise, forgery, answer }: Conduct): Promise<void> => {
                const number = String((asked += 1));
                const before = worker.received.length;
                const asking = romeo.iq(
                    xml`<iq type="get" to="${PROXY}"><task xmlns="urn:example:work" n="${number}"/></iq>`,
                );
                const request = await worker.next((stanza) => stanza.getChild("task")?.attrs["n"] === number);
                expect(request.attrs["from"]).toMatch(new RegExp(`^${PROXY}/`));
                for (const stanza of noise) await worker.sendRaw(stanza);
                await worker.roundTrip();
                if (forgery !== undefined) {
                    await forger.send(answerTo(request, forgery, "a lie"));
                    await forger.roundTrip();
                }
                await worker.send(answerTo(request, answer, `the truth of ${number}`));

                const reply = await asking;
                expect(reply.attrs).toMatchObject({ from: PROXY, to: USER, type: answer });
                expect((answer === "result" ? reply : reply.getChild("error"))?.children.at(-1)).toHaveProperty(
                    "children",
                    [`the truth of ${number}`],
                );
                await worker.roundTrip();
                await romeo.roundTrip();
                expect(romeo.pending().map(String)).toEqual([]);
                // The target's own requests have one answer each too.
                const received = worker.received.slice(before);
                const requests = noise
                    .map((text) => parseXml(text))
                    .filter(
                        ({ name, attrs }) => name === "iq" && /^(get|set)$/.test(attrs["type"] ?? "") && "id" in attrs,
                    );
                for (const own of requests) {
                    const same = requests.filter(
                        ({ attrs }) => attrs["id"] === own.attrs["id"] && attrs["to"] === own.attrs["to"],
                    );
                    expect(received.filter(isAnswerTo(own)).map(String), own.toString()).toHaveLength(same.length);
                }
            };
            await ask({ noise: [], forgery: "result", answer: "result" });
            // The answer is in before its time is over, but the timer is there until then.
            const before = await takeFootprintAfter(prosody, TIMEOUT);
            // A failure names its seed and the shortest conduct that shows it.
            await fc.assert(fc.asyncProperty(conduct, ask), { numRuns: CASES, seed });
            await expectNothingLeft(prosody, before);
        },
    );
});
