import { setTimeout as delay } from "node:timers/promises";
import { expect, vi } from "vitest";
import {
    takeFootprint,
    xml,
    type Footprint,
    type ProsodyUnderTest,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { recordNoEvents } from "../../../src/testing/prosody/event-recording.ts";

// Whoever imports this measures what servers remember, or sends them what no type has room for.
recordNoEvents();

/** Each user sends its requests at once; each has to get exactly one answer, with its id, from where it was sent. */
export async function askAll(users: readonly XmppSession[], to: string, each: number): Promise<XmlElement[]> {
    const asking = users.flatMap((user) =>
        Array.from({ length: each }, async () => {
            const answer = await user.iq(xml`<iq type="get" to="${to}"><task xmlns="urn:example:work"/></iq>`, 30_000);
            expect(answer.attrs).toMatchObject({ from: to, to: user.jid });
            return answer;
        }),
    );
    return Promise.all(asking);
}

/** Nothing more comes than what was asked for. */
export async function settled(prosody: ProsodyUnderTest, users: readonly XmppSession[]): Promise<void> {
    await prosody.server.flushLog();
    await Promise.all(users.map((user) => user.roundTrip()));
    for (const user of users) expect(user.pending().map(String)).toEqual([]);
}

/** More than this a server may not grow by: its own caches and buffers vary by so much. */
const TOLERATED_KILOBYTES = 256;

/** What the server holds when timers that run for so many seconds have fired, on a busy machine a little later. */
export async function takeFootprintAfter({ server }: ProsodyUnderTest, seconds: number): Promise<Footprint> {
    await delay(seconds * 1000);
    let footprint = await takeFootprint(server);
    for (;;) {
        await delay(700);
        const now = await takeFootprint(server);
        if (now.timers === footprint.timers) return now;
        footprint = now;
    }
}

const countsOf = ({ handlers, timers, environments }: Footprint) => ({ handlers, timers, environments });

const placesOf = ({ timersAt }: Footprint): string =>
    Object.entries(timersAt)
        .sort()
        .map(([place, count]) => `${count} of ${place}`)
        .join(", ");

/** Handlers, timers and memory are back where they were; timers that were stopped need until their time to go. */
export async function expectNothingLeft(prosody: ProsodyUnderTest, before: Footprint): Promise<void> {
    await vi.waitFor(
        async () => {
            const now = await takeFootprint(prosody.server);
            const timers = `timers before: ${placesOf(before)}; now: ${placesOf(now)}`;
            expect(countsOf(now), timers).toEqual(countsOf(before));
            expect(now.kilobytes - before.kilobytes).toBeLessThan(TOLERATED_KILOBYTES);
        },
        { timeout: 20_000, interval: 250 },
    );
}
