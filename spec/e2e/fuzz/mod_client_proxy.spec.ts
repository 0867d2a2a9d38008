import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
    connectClient,
    prosodyVersions,
    takeFootprint,
    useProsody,
    xml,
    type XmlElement,
} from "../../../src/testing/index.ts";
import { escapeXml, iqRequest, message, stanzaId } from "../../../src/testing/fuzz/arbitraries.ts";
import { expectNothingLeft } from "../faults/load.ts";

const PROXY = "proxy.localhost";
const TARGET = "worker@localhost";
const WORKER = `${TARGET}/a`;
const USER = "romeo@localhost/orchard";
/** In-process there are thousands. */
const CASES = 60;

const isRequest = ({ name, attrs }: XmlElement): boolean =>
    name === "iq" && attrs["type"] === "get" && (attrs["from"]?.startsWith(`${PROXY}/`) ?? false);

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

/** What a client of the target may send while it is asked something, and then how it answers. */
const conduct = fc.record({
    noise: fc.array(fc.oneof(message(addresses), strayAnswer, iqRequest(addresses)), { maxLength: 4 }),
    answer: fc.constantFrom("result", "error"),
});

describe.each(prosodyVersions())("mod_client_proxy and any client on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: { localhost: { users: { worker: "w", romeo: "r" } } },
            components: {
                [PROXY]: { module: "client_proxy", options: { target_address: TARGET, client_proxy_timeout: 5 } },
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

    it("passes each answer once, nothing else, and leaves nothing behind", { timeout: 300_000 }, async () => {
        const romeo = await prosody.connect(USER, "r");
        const worker = await prosody.connect(WORKER, "w");
        await worker.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
        await worker.send("<presence/>");
        await worker.roundTrip();
        const ask = async ({ noise, answer }: { noise: string[]; answer: string }): Promise<void> => {
            const asking = romeo.iq(xml`<iq type="get" to="${PROXY}"><task xmlns="urn:example:work"/></iq>`);
            const request = await worker.next(isRequest);
            for (const stanza of noise) await worker.sendRaw(stanza);
            const { id = "", from = "" } = request.attrs;
            await worker.send(
                answer === "result"
                    ? xml`<iq type="result" id="${id}" to="${from}"/>`
                    : xml`<iq type="error" id="${id}" to="${from}"><error type="cancel">
                        <item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
            );
            expect((await asking).attrs).toMatchObject({ from: PROXY, to: USER });
            await worker.roundTrip();
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        };
        await ask({ noise: [], answer: "result" });
        const before = await takeFootprint(prosody.server);
        // A failure names its seed and the shortest conduct that shows it.
        await fc.assert(fc.asyncProperty(conduct, ask), { numRuns: CASES });
        await expectNothingLeft(prosody, before);
    });
});
