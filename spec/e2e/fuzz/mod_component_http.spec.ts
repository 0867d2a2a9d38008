import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    prosodyVersions,
    startHttpBackend,
    useProsody,
    xml,
    type BackendBehaviour,
    type HttpBackend,
} from "../../../src/testing/index.ts";
import { anyJson, anyText, contentType, httpStatus, strangeJid } from "../../../src/testing/fuzz/arbitraries.ts";
import { expectNothingLeft, takeFootprintAfter } from "../faults/load.ts";
import { fuzzSeed } from "./seed.ts";

const BOT = "bot.localhost";
/** Seconds that the backend has for an answer. */
const TIMEOUT = 2;
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

/** Conditions that statuses mean for an IQ, as the module's README has them. */
const CONDITIONS: Readonly<Record<number, string>> = {
    400: "bad-request",
    401: "not-authorized",
    403: "forbidden",
    404: "item-not-found",
    408: "remote-server-timeout",
    410: "gone",
    418: "service-unavailable",
    429: "resource-constraint",
    500: "internal-server-error",
    502: "service-unavailable",
    503: "service-unavailable",
    504: "remote-server-timeout",
};

/** What an IQ is answered with where the status alone decides: a condition, or "result". */
function decidedByStatus(behaviour: BackendBehaviour): string | undefined {
    if (typeof behaviour === "string") return "remote-server-timeout";
    const { status = 200, body, json } = behaviour;
    if (status >= 300) return CONDITIONS[status];
    const isEmpty = json === undefined && (body === undefined || body === "");
    if (isEmpty) return "result";
    return status === 200 ? undefined : "internal-server-error";
}

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
                        component_post_timeout: TIMEOUT,
                    },
                },
            },
        }),
    });

    const seed = fuzzSeed();
    it(`answers each IQ once, serves on, and leaves nothing behind, seed ${seed}`, { timeout: 300_000 }, async () => {
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
            const decided = decidedByStatus(behaviour);
            if (decided === "result") {
                expect(reply.attrs["type"]).toBe("result");
                expect(reply.children).toEqual([]);
            } else if (decided !== undefined) {
                expect(reply.attrs["type"]).toBe("error");
                expect(
                    reply
                        .getChild("error")
                        ?.getChildElements()
                        .map(({ name }) => name),
                ).toContain(decided);
            }
            await romeo.roundTrip();
            const again = romeo.received.filter(
                ({ name, attrs }) =>
                    name === "iq" && attrs["id"] === id && /^(result|error)$/.test(attrs["type"] ?? ""),
            );
            expect(again.map(String)).toHaveLength(1);
            expect(backend.requests.filter(({ body }) => body.includes(id))).toHaveLength(1);
        };
        await ask({ status: 204 });
        // The answer is in before its time is over, but the timer is there until then.
        const before = await takeFootprintAfter(prosody, TIMEOUT);
        // A failure names its seed and the shortest answer that shows it.
        await fc.assert(fc.asyncProperty(answer, ask), { numRuns: CASES, seed });
        backend.answer({ json: { payload: "<x xmlns='urn:example:x'/>" } });
        const served = await romeo.iq(xml`<iq type="get" to="${BOT}"><query xmlns="jabber:iq:version"/></iq>`);
        expect(served.getChild("x", "urn:example:x")).toBeDefined();
        await expectNothingLeft(prosody, before);
    });
});
