/** `npm run verify-events`: the map of events against real servers. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { ensureProsodyImage } from "../../docker/prosody-image.ts";
import { BACKEND_VARIABLE } from "../../prosody/backend.ts";
import { PROSODY_RELEASES } from "../../prosody/versions.ts";
import { ensureEngine } from "../../run/engine.ts";
import { DOCKER, ensureTools } from "../../run/tools.ts";
import { formatEventComparison, formatEventFault, type EventComparison } from "./compare.ts";
import { compareSources } from "./compare-sources.ts";
import { EVENT_FACTS_FOLDER, readEventFacts, writeEventFacts } from "./facts.ts";
import { RECORDINGS_FOLDER } from "./recording.ts";
import { EVENTS_FILE, eventsReport } from "./report.ts";
import { seeVersions, verifyRecorded, verifySeen } from "./verify.ts";

const projectDir = process.cwd();
const factsFolder = path.join(projectDir, EVENT_FACTS_FOLDER);

function parseVersion(value: string, chosen: readonly string[] = []): string[] {
    if (!/^\d+\.\d+\.\d+$/.test(value)) throw new InvalidArgumentError("A version has three numbers: 13.0.2.");
    return [...chosen, value];
}

/** @returns whether there are no faults. */
function tell(comparison: EventComparison): boolean {
    console.log(formatEventComparison(comparison));
    return comparison.faults.length === 0;
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

async function compareRecorded(): Promise<boolean> {
    const comparisons = await verifyRecorded(projectDir, path.join(projectDir, RECORDINGS_FOLDER));
    if (comparisons.length === 0) {
        console.log(`There is no recording in ${RECORDINGS_FOLDER}: npm test -- --layer e2e makes some.`);
        return false;
    }
    return comparisons.map(tell).every(Boolean);
}

const program = new Command("npm run verify-events --")
    .description(
        "Has real servers fire their events and holds payloads and results against the declared map. " +
            "Without options: a scenario on all versions under test.",
    )
    .option("-p, --prosody <version>", "only this version; can be given several times", parseVersion)
    .option("--write", "write facts and report anew instead of comparing them")
    .option("--recorded", "compare what the servers of the last end-to-end specs recorded, instead of starting any")
    .allowExcessArguments(false);

const { prosody, write, recorded } = program.parse().opts<{
    prosody?: string[];
    write?: boolean;
    recorded?: boolean;
}>();

try {
    if (recorded) process.exitCode = (await compareRecorded()) ? 0 : 1;
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
