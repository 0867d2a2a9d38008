import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    prosodyVersions,
    startHttpBackend,
    takeFootprint,
    useProsody,
    xml,
    type BackendBehaviour,
    type HttpBackend,
} from "../../../src/testing/index.ts";
import { anyJson, anyText, contentType, httpStatus, strangeJid } from "../../../src/testing/fuzz/arbitraries.ts";
import { expectNothingLeft } from "../faults/load.ts";

const BOT = "bot.localhost";
/** In-process there are thousands; here each goes through a client, two sockets and a real backend. */
const CASES = 100;

/** What a backend may say, mostly in the form that the module expects. */
const answer: fc.Arbitrary<BackendBehaviour> = fc.oneof(
    fc.constantFrom<BackendBehaviour>("drop", "die"),
    fc
        .record({ status: httpStatus, type: contentType, body: fc.oneof(anyJson, anyText) })
        .map(({ status, type, body }): BackendBehaviour => ({
            // Informational statuses are no answers.
            status: Math.max(status, 200),
            headers: type === undefined ? {} : { "Content-Type": type.replace(/[^\x20-\x7e]/g, "") },
            body: status === 204 || status === 304 ? "" : body,
        })),
    fc
        .record(
            {
                to: fc.oneof(strangeJid, fc.constant("romeo@localhost/orchard")),
                from: fc.oneof(strangeJid, fc.constant(BOT)),
                kind: fc.oneof(fc.constantFrom("message", "presence", "iq"), anyText),
                type: anyText,
                id: anyText,
                body: anyText,
                payload: fc.oneof(anyText, fc.constant("<x xmlns='urn:example:x'/>")),
                stanza: fc.oneof(anyText, fc.constant("<iq type='result'/>")),
            },
            { requiredKeys: [] },
        )
        .map((json): BackendBehaviour => ({ json })),
);

describe.each(prosodyVersions())("mod_component_http and any backend on Prosody %s", (version) => {
    let backend: HttpBackend;
    beforeAll(async () => {
        backend = await startHttpBackend();
    });
    afterAll(() => backend.stop());

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => ({
            hosts: { localhost: { users: { romeo: "r" } } },
            components: {
                [BOT]: {
                    module: "component_http",
                    options: {
                        component_post_url: backend.url(hostAddress),
                        component_post_stanzas: ["message", "iq"],
                        component_post_timeout: 2,
                    },
                },
            },
        }),
    });

    it("answers each IQ once, serves on, and leaves nothing behind", { timeout: 300_000 }, async () => {
        prosody.expectLog(/^(Answer of \S+ to the|http:\/\/\S+ (answered|failed|did not answer))/, {
            atLeast: 1,
            level: "warn",
        });
        const romeo = await prosody.connect("romeo@localhost/orchard", "r");
        const ask = async (behaviour: BackendBehaviour): Promise<void> => {
            backend.clear();
            backend.answer(behaviour);
            const reply = await romeo.iq(xml`<iq type="get" to="${BOT}"><query xmlns="jabber:iq:version"/></iq>`);
            const { id = "" } = reply.attrs;
            expect(reply.attrs).toMatchObject({ from: BOT, to: romeo.jid });
            await romeo.roundTrip();
            const again = romeo.received.filter(
                ({ name, attrs }) =>
                    name === "iq" && attrs["id"] === id && /^(result|error)$/.test(attrs["type"] ?? ""),
            );
            expect(again.map(String)).toHaveLength(1);
        };
        await ask({ status: 204 });
        const before = await takeFootprint(prosody.server);
        // A failure names its seed and the shortest answer that shows it.
        await fc.assert(fc.asyncProperty(answer, ask), { numRuns: CASES });
        await ask({ json: { payload: "<x xmlns='urn:example:x'/>" } });
        await expectNothingLeft(prosody, before);
    });
});
