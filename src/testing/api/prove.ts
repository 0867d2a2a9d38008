/** `npm run verify-api`: the proof from end to end. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { findBaseImage } from "../docker/base-image.ts";
import {
    ensureProsodyImage,
    makeProsodyImage,
    missingProsodyImages,
    useProsodyImage,
} from "../docker/prosody-image.ts";
import { BACKEND_VARIABLE } from "../prosody/backend.ts";
import { installedProsodyVersion } from "../prosody/local-backend.ts";
import { PROSODY_RELEASES } from "../prosody/versions.ts";
import { CannotRunError } from "../run/cannot-run-error.ts";
import { ensureEngine } from "../run/engine.ts";
import { DOCKER, ensureTools, MMDEBSTRAP, PROSODY } from "../run/tools.ts";
import { COVERAGE_FILE, coverageReport, README_FILE, summarize, withCoverage } from "./coverage.ts";
import { differences } from "./difference.ts";
import { FACTS_FOLDER, type Facts, writeFacts } from "./facts.ts";
import { dumpVersions, formatFault, readKnownFacts, verifyFacts } from "./verify.ts";

export interface ProofOptions {
    readonly projectDir: string;
    /** All releases under test when empty. */
    readonly versions: readonly string[];
    /** An image that holds the one version that is named. */
    readonly image?: string;
    /** The Debian suite whose packages hold the one version that is named. */
    readonly suite?: string;
    readonly useDocker: boolean;
    /** Start no server; take the committed facts. */
    readonly offline: boolean;
    /** Write facts and report instead of comparing them. */
    readonly write: boolean;
}

type Say = (line: string) => void;

/** @returns whether the declarations are right, and facts and report are the committed ones. */
export async function proveApi(options: ProofOptions, say: Say): Promise<boolean> {
    const folder = path.join(options.projectDir, FACTS_FOLDER);
    const known = await readKnownFacts(folder);
    const dumped = options.offline ? [] : await dump(options, say);
    const changed = options.write ? false : tellChanges(known, dumped, say);
    if (options.write) for (const facts of dumped) await writeFacts(folder, facts);

    const verification = verifyFacts(options.projectDir, merge(known, dumped));
    const looked = new Set(
        dumped.length > 0 ? dumped.map(({ prosody }) => prosody) : known.map(({ prosody }) => prosody),
    );
    let faults = 0;
    for (const [index, comparison] of verification.comparisons.entries()) {
        const version = verification.facts[index]!.prosody;
        if (!looked.has(version)) continue;
        for (const fault of comparison.faults) say(formatFault(fault));
        faults += comparison.faults.length;
        say(summarize(version, comparison));
    }
    // A new version's facts are in the report once they are written.
    const reported = options.write ? verification : verifyFacts(options.projectDir, known);
    const readme = await readFile(path.join(options.projectDir, README_FILE), "utf8");
    const reports = new Map([
        [COVERAGE_FILE, await coverageReport(reported)],
        [README_FILE, await withCoverage(readme, reported)],
    ]);
    const isCurrent = await checkReports(options, reports, say);
    return faults === 0 && !changed && isCurrent;
}

function merge(known: readonly Facts[], dumped: readonly Facts[]): Facts[] {
    const byVersion = new Map([...known, ...dumped].map((facts) => [facts.prosody, facts]));
    return [...byVersion.values()].sort((a, b) => a.prosody.localeCompare(b.prosody, "en", { numeric: true }));
}

/** Tells where a server is not as its committed facts say; of a version without facts, what is new since the one before. */
function tellChanges(known: readonly Facts[], dumped: readonly Facts[], say: Say): boolean {
    let changed = false;
    for (const facts of dumped) {
        const same = known.find(({ prosody }) => prosody === facts.prosody);
        const before =
            same ?? known.findLast(({ prosody }) => prosody.localeCompare(facts.prosody, "en", { numeric: true }) < 0);
        const lines = before ? differences(before, facts) : [];
        if (same && lines.length > 0) {
            changed = true;
            say(`The facts of Prosody ${facts.prosody} are not the committed ones (--write takes these):`);
        } else if (before && !same) {
            say(`What changed between Prosody ${before.prosody} and ${facts.prosody}:`);
        }
        for (const line of lines) say(`  ${line}`);
    }
    return changed;
}

async function checkReports(
    { projectDir, write }: ProofOptions,
    reports: ReadonlyMap<string, string>,
    say: Say,
): Promise<boolean> {
    let current = true;
    for (const [name, report] of reports) {
        const file = path.join(projectDir, name);
        if (write) await writeFile(file, report);
        else if ((await readFile(file, "utf8").catch(() => "")) !== report) {
            current = false;
            say(`${name} is not what the facts and the declarations give; --write makes it anew`);
        }
    }
    return current;
}

async function dump(options: ProofOptions, say: Say): Promise<Facts[]> {
    process.env[BACKEND_VARIABLE] = options.useDocker ? "docker" : "local";
    if (!options.useDocker) return dumpVersions(options.projectDir, [await installedVersion(options)]);

    const versions = options.versions.length > 0 ? options.versions : PROSODY_RELEASES.map(({ version }) => version);
    await ensureTools([DOCKER]);
    const stopEngine = await ensureEngine();
    try {
        if (options.image !== undefined) await useProsodyImage(onlyVersion(options, "--image"), options.image);
        else if (options.suite !== undefined) await makeNewImage(onlyVersion(options, "--suite"), options.suite, say);
        else await makeImages(versions, say);
        const dumped = await dumpVersions(options.projectDir, versions);
        for (const [index, { prosody }] of dumped.entries()) {
            if (prosody === versions[index]) continue;
            throw new CannotRunError(`The image has Prosody ${prosody}, not ${versions[index]}.`);
        }
        return dumped;
    } finally {
        await stopEngine?.();
    }
}

function onlyVersion({ versions }: ProofOptions, option: string): string {
    const [version] = versions;
    if (version === undefined || versions.length > 1) {
        throw new CannotRunError(`${option} goes with one --prosody: the version that is in it.`);
    }
    return version;
}

async function makeNewImage(version: string, suite: string, say: Say): Promise<void> {
    if ((await findBaseImage(suite, say)) === undefined) await ensureTools([MMDEBSTRAP]);
    await makeProsodyImage({ version, suite }, say);
}

async function installedVersion({ versions }: ProofOptions): Promise<string> {
    await ensureTools([PROSODY]);
    const installed = await installedProsodyVersion();
    if (installed === undefined) throw new CannotRunError("No Prosody is installed on this machine.");
    if (versions.some((version) => version !== installed)) {
        throw new CannotRunError(`Without Docker there is only the installed Prosody ${installed}.`);
    }
    return installed;
}

async function makeImages(versions: readonly string[], say: Say): Promise<void> {
    const known = PROSODY_RELEASES.map(({ version }) => version);
    const unknown = versions.filter((version) => !known.includes(version));
    if (unknown.length > 0) {
        throw new CannotRunError(
            `There is no image of Prosody ${unknown.join(", ")}: name the Debian suite that has it with --suite, an image with --image, or take the installed one with --no-docker.`,
        );
    }
    const missing = await missingProsodyImages(versions);
    const bases = await Promise.all(missing.map(({ suite }) => findBaseImage(suite, say)));
    if (bases.includes(undefined)) await ensureTools([MMDEBSTRAP]);
    for (const { version } of missing) await ensureProsodyImage(version, say);
}
