/**
 * Whether a server stays responsive while the rosters of a thousand users are fetched again: how long another client waits for
 * the answer to a ping. Server, backend and all clients share this machine.
 */
import { startHttpBackend, startProsody, type XmppSession } from "../../src/testing/index.ts";
import {
    connectObserver,
    CONTACTS,
    CROWD,
    crowdConfig,
    gatherCrowd,
    postRefresh,
    rosterOf,
} from "../../spec/e2e/roster-crowd.ts";

/** Milliseconds from pings to their answers. */
export interface PingTimes {
    readonly pings: number;
    readonly median: number;
    readonly p95: number;
    readonly p99: number;
    readonly longest: number;
}

export interface RosterRefresh {
    readonly prosody: string;
    readonly users: number;
    readonly contacts: number;
    /** How long one refresh of all took, in milliseconds: a median. */
    readonly duration: number;
    readonly idle: PingTimes;
    /** While a refresh is under way. */
    readonly meanwhile: PingTimes;
}

/** Milliseconds that the backend takes for an answer. */
const BACKEND_DELAY = 5;
/** Milliseconds between the answer to a ping and the next one. */
const PAUSE = 2;
const REFRESHES = 5;
const IDLE_PINGS = 300;

function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function summarize(times: readonly number[]): PingTimes {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
    return { pings: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), longest: sorted.at(-1)! };
}

/** Pings as long as it is told to go on. */
async function ping(observer: XmppSession, goesOn: () => boolean): Promise<number[]> {
    const times: number[] = [];
    while (goesOn()) {
        const started = performance.now();
        await observer.roundTrip();
        times.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return times;
}

/** Measures on one version of Prosody. */
export async function measureRosterRefresh(version: string): Promise<RosterRefresh> {
    let edition = 1;
    const backend = await startHttpBackend(({ path }) => ({
        json: rosterOf(path.slice("/contacts/".length), edition),
        after: BACKEND_DELAY,
    }));
    try {
        const server = await startProsody({
            version,
            config: ({ hostAddress }) => crowdConfig(backend.url(hostAddress, "/contacts/%s")),
        });
        try {
            const crowd = await gatherCrowd(server);
            const observer = await connectObserver(server);
            const idle: number[] = [];
            const meanwhile: number[] = [];
            const durations: number[] = [];
            for (let round = 0; round < REFRESHES; round += 1) {
                let left = IDLE_PINGS / REFRESHES;
                idle.push(...(await ping(observer, () => left-- > 0)));
                edition += 1;
                backend.clear();
                let isUnderWay = true;
                const started = performance.now();
                const refreshing = postRefresh(server, CROWD).finally(() => {
                    isUnderWay = false;
                });
                meanwhile.push(...(await ping(observer, () => isUnderWay)));
                const { summary } = await refreshing;
                durations.push(performance.now() - started);
                if (summary.updated !== CROWD.length) throw new Error(`Not all were refreshed: ${summary.message}`);
            }
            await Promise.all([...crowd.values(), observer].map((session) => session.stop()));
            return {
                prosody: version,
                users: CROWD.length,
                contacts: CONTACTS,
                duration: median(durations),
                idle: summarize(idle),
                meanwhile: summarize(meanwhile),
            };
        } finally {
            await server.stop();
        }
    } finally {
        await backend.stop();
    }
}
