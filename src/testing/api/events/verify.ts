/** The proof of the map of events: what sources say, what servers fire, and what is declared. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { RECORDING_VARIABLE } from "../../prosody/event-recording.ts";
import { startProsody } from "../../prosody/launch.ts";
import { compareRecording, type EventComparison } from "./compare.ts";
import { readDeclaredEvents, type DeclaredEvents } from "./declared.ts";
import type { EventFacts } from "./facts.ts";
import { eventsOfModules } from "./foreign.ts";
import { readRecordings, recordInto, type Recording } from "./recording.ts";
import { playScenario } from "./scenario.ts";
import { readSources, scanSources, type SourceEvents } from "./sources.ts";

/** What servers of a version fired, and what their sources say. */
export interface SeenVersion {
    readonly version: string;
    readonly recording: Recording;
    readonly events: SourceEvents;
}

/** Plays the scenario on servers of each version, one after the other. */
export async function seeVersions(projectDir: string, versions: readonly string[]): Promise<SeenVersion[]> {
    const folder = await mkdtemp(path.join(tmpdir(), "typed-prosody-events-"));
    const before = process.env[RECORDING_VARIABLE];
    try {
        await recordInto(projectDir, folder);
        const sources = new Map<string, SourceEvents>();
        for (const version of versions) {
            await playScenario(version);
            sources.set(version, await readVersionSources(version));
        }
        const recordings = await readRecordings(folder);
        return versions.map((version) => {
            const recording = recordings.get(version);
            if (!recording) throw new Error(`Nothing was recorded of Prosody ${version}`);
            return { version, recording, events: sources.get(version)! };
        });
    } finally {
        if (before === undefined) delete process.env[RECORDING_VARIABLE];
        else process.env[RECORDING_VARIABLE] = before;
        await rm(folder, { recursive: true, force: true });
    }
}

/** Holds what other servers recorded, those of the end-to-end specs say, against the declarations. */
export async function verifyRecorded(projectDir: string, folder: string): Promise<EventComparison[]> {
    const declared = readDeclaredEvents(projectDir);
    const isForeign = await eventsOfModules(projectDir);
    return [...(await readRecordings(folder))].map(([version, recording]) =>
        compareRecording(declared, version, recording, isForeign),
    );
}

async function readVersionSources(version: string): Promise<SourceEvents> {
    const server = await startProsody({ version, pluginPaths: [] });
    try {
        return scanSources(await readSources(server));
    } finally {
        await server.stop();
    }
}

export interface EventVerification {
    readonly declared: DeclaredEvents;
    readonly comparisons: readonly EventComparison[];
    readonly facts: readonly EventFacts[];
}

/** Holds what was seen against the declarations, and makes the facts of it. */
export function verifySeen(projectDir: string, seen: readonly SeenVersion[]): EventVerification {
    const declared = readDeclaredEvents(projectDir);
    const comparisons = seen.map(({ version, recording }) => compareRecording(declared, version, recording));
    const facts = seen.map(({ version, events }, index) => ({
        prosody: version,
        events,
        seen: [...comparisons[index]!.seen].sort(),
    }));
    return { declared, comparisons, facts };
}
