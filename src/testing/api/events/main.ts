/** `npm run verify-events`: the map of events against real servers. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { ensureProsodyImage } from "../../docker/prosody-image.ts";
import { BACKEND_VARIABLE } from "../../prosody/backend.ts";
import { PROSODY_RELEASES } from "../../prosody/versions.ts";
import { ensureEngine } from "../../run/engine.ts";
import { DOCKER, ensureTools } from "../../run/tools.ts";
import { compareRecording, formatEventFault, type EventComparison } from "./compare.ts";
import { compareSources } from "./compare-sources.ts";
import { readDeclaredEvents } from "./declared.ts";
import { eventsOfModules } from "./foreign.ts";
import { EVENT_FACTS_FOLDER, readEventFacts, writeEventFacts } from "./facts.ts";
import { readRecordings, recordInto } from "./recording.ts";
import { EVENTS_FILE, eventsReport } from "./report.ts";
import { seeVersions, verifySeen } from "./verify.ts";

const projectDir = process.cwd();
const factsFolder = path.join(projectDir, EVENT_FACTS_FOLDER);

function parseVersion(value: string, chosen: readonly string[] = []): string[] {
    if (!/^\d+\.\d+\.\d+$/.test(value)) throw new InvalidArgumentError("A version has three numbers: 13.0.2.");
    return [...chosen, value];
}

/** @returns whether there are no faults. */
function tell({ version, faults, seen, names, firings }: EventComparison): boolean {
    for (const fault of faults) console.log(formatEventFault(fault));
    console.log(
        `Prosody ${version}: ${firings} firings of ${names} events, which fall under ${seen.size} declared ones; ${faults.length} faults`,
    );
    return faults.length === 0;
}

/** Plays the scenario; facts and report are to be the committed ones, or are written. */
async function prove(versions: readonly string[], write: boolean): Promise<boolean> {
    process.env[BACKEND_VARIABLE] ??= "docker";
    await ensureTools([DOCKER]);
    const stopEngine = await ensureEngine();
    try {
        for (const version of versions) await ensureProsodyImage(version, (line) => console.log(line));
        const { declared, comparisons, facts } = verifySeen(projectDir, await seeVersions(projectDir, versions));
        let isRight = comparisons.map(tell).every(Boolean);
        if (write) for (const one of facts) await writeEventFacts(factsFolder, one);
        for (const one of write ? await readEventFacts(factsFolder) : facts) {
            const faults = compareSources(declared, one);
            for (const fault of faults) console.log(formatEventFault(fault));
            if (faults.length > 0) isRight = false;
        }
        const report = await eventsReport(declared, await readEventFacts(factsFolder));
        const file = path.join(projectDir, EVENTS_FILE);
        if (write) await writeFile(file, report);
        else if ((await readFile(file, "utf8").catch(() => "")) !== report) {
            console.log(`${EVENTS_FILE} is not what the facts and the declarations give; --write makes it anew`);
            isRight = false;
        }
        return isRight;
    } finally {
        await stopEngine?.();
    }
}

/** What other servers recorded, those of the end-to-end specs say. */
async function compareRecorded(folder: string): Promise<boolean> {
    const declared = readDeclaredEvents(projectDir);
    const recordings = await readRecordings(folder);
    if (recordings.size === 0) {
        console.log(`There is no recording in ${folder}`);
        return false;
    }
    const isForeign = await eventsOfModules(projectDir);
    return [...recordings]
        .map(([version, recording]) => tell(compareRecording(declared, version, recording, isForeign)))
        .every(Boolean);
}

const program = new Command("npm run verify-events --")
    .description(
        "Has real servers fire their events and holds payloads and results against the declared map. " +
            "Without options: a scenario on all versions under test.",
    )
    .option("-p, --prosody <version>", "only this version; can be given several times", parseVersion)
    .option("--write", "write facts and report anew instead of comparing them")
    .option(
        "--record-into <folder>",
        "put the recorder there, for servers that TYPED_PROSODY_EVENT_RECORDING tells of it",
    )
    .option("--recorded <folder>", "compare what such servers recorded")
    .allowExcessArguments(false);

const {
    prosody,
    write,
    recordInto: into,
    recorded,
} = program.parse().opts<{
    prosody?: string[];
    write?: boolean;
    recordInto?: string;
    recorded?: string;
}>();

try {
    if (into !== undefined) await recordInto(projectDir, path.resolve(into));
    else if (recorded !== undefined) process.exitCode = (await compareRecorded(path.resolve(recorded))) ? 0 : 1;
    else {
        const versions = prosody ?? PROSODY_RELEASES.map(({ version }) => version);
        process.exitCode = (await prove(versions, write ?? false)) ? 0 : 1;
    }
} catch (error) {
    console.error(error);
    process.exitCode = 1;
}
// Sockets and timers that a library left open must not keep the result from being told.
process.exit();
