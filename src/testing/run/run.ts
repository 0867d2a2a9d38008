import path from "node:path";
import { x } from "tinyexec";
import { createVitest } from "vitest/node";
import { formatEventComparison, type EventComparison } from "../api/events/compare.ts";
import { recordInto, RECORDINGS_FOLDER } from "../api/events/recording.ts";
import { verifyRecorded } from "../api/events/verify.ts";
import { findBaseImage } from "../docker/base-image.ts";
import { ensureProsodyImage, missingProsodyImages } from "../docker/prosody-image.ts";
import { BACKEND_VARIABLE } from "../prosody/backend.ts";
import { PROSODY_RELEASES, prosodyVersions, VERSIONS_VARIABLE } from "../prosody/versions.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import { ensureEngine, type StopEngine } from "./engine.ts";
import { needsServers, type Layer } from "./layers.ts";
import { countResults, formatCounts } from "./results.ts";
import { DOCKER, ensureTools, MMDEBSTRAP, PROSODY, toolsOf } from "./tools.ts";

/** Environment variable with the comma-separated modules ("mod_x") that specs are restricted to. */
export const MODULES_VARIABLE = "TYPED_PROSODY_MODULES";

export interface RunOptions {
    /** Modules whose specs to run, "mod_" included; all when empty. */
    readonly modules: readonly string[];
    readonly layers: readonly Layer[];
    /** Prosody versions for the layers with servers; all when empty. */
    readonly versions: readonly string[];
    readonly useDocker: boolean;
    readonly namePattern?: string;
}

/**
 * Prepares the machine, builds, and runs the tests.
 * @returns whether all went well.
 */
export async function runTests(options: RunOptions): Promise<boolean> {
    const withServers = options.layers.some(needsServers);
    process.env[BACKEND_VARIABLE] = options.useDocker ? "docker" : "local";
    if (options.versions.length > 0) process.env[VERSIONS_VARIABLE] = options.versions.join(",");
    if (options.modules.length > 0) process.env[MODULES_VARIABLE] = options.modules.join(",");

    const known = PROSODY_RELEASES.map(({ version }) => version);
    const unknown = options.versions.filter((version) => !known.includes(version));
    if (options.useDocker && unknown.length > 0) {
        throw new CannotRunError(`There is no image of Prosody ${unknown.join(", ")}; there are ${known.join(", ")}.`);
    }

    await ensureTools([
        ...toolsOf(options.layers),
        ...(withServers && options.useDocker ? [DOCKER] : []),
        // In CI both ways to run servers are proven.
        ...(withServers && (!options.useDocker || isCi()) ? [PROSODY] : []),
    ]);
    await build();
    const stopEngine = withServers && options.useDocker ? await ensureEngine() : undefined;
    const release = stopOnInterrupt(stopEngine);
    try {
        if (withServers && options.useDocker) await makeImages();
        const recordsEvents = options.layers.includes("e2e");
        if (recordsEvents) await recordInto(process.cwd(), path.resolve(RECORDINGS_FOLDER));
        return await runVitest(options, recordsEvents);
    } finally {
        release();
        await stopEngine?.();
    }
}

function isCi(): boolean {
    return Boolean(process.env["CI"]);
}

/** Compiles the command-line tool and the modules: tests run what a build gives, never what one gave some time ago. */
async function build(): Promise<void> {
    console.log("\nnpm run build");
    const result = await x("npm", ["run", "--silent", "build"], { nodeOptions: { stdio: "inherit" } });
    if (result.exitCode !== 0) throw new CannotRunError("The build failed; no test was run.");
}

async function makeImages(): Promise<void> {
    const say = (line: string): void => console.log(`[prosody] ${line}`);
    const missing = await missingProsodyImages(prosodyVersions());
    if (missing.length === 0) return;
    const bases = await Promise.all(missing.map(({ suite }) => findBaseImage(suite, say)));
    if (bases.includes(undefined)) await ensureTools([MMDEBSTRAP]);
    await Promise.all(missing.map(({ version }) => ensureProsodyImage(version, say)));
}

/** Stops an engine that was started for the tests also when they are interrupted. */
function stopOnInterrupt(stopEngine: StopEngine | undefined): () => void {
    const interrupted = (): void => {
        console.error("\nInterrupted");
        void Promise.resolve(stopEngine?.()).finally(() => process.exit(130));
    };
    process.once("SIGINT", interrupted);
    process.once("SIGTERM", interrupted);
    return () => {
        process.off("SIGINT", interrupted);
        process.off("SIGTERM", interrupted);
    };
}

async function runVitest(options: RunOptions, recordsEvents: boolean): Promise<boolean> {
    const vitest = await createVitest("test", {
        watch: false,
        project: [...options.layers],
        ...(options.namePattern !== undefined && { testNamePattern: options.namePattern }),
    });
    try {
        // Module specs are files or folders of the module's name; the lua layer is one file that reads the variable.
        const files = options.modules.flatMap((module) => [`/${module}.`, `/${module}/`]);
        await vitest.start(files.length > 0 ? [...files, "spec/busted/busted.spec.ts"] : []);
        const events = recordsEvents ? await verifyRecorded(process.cwd(), path.resolve(RECORDINGS_FOLDER)) : [];
        return report(options, vitest, events);
    } catch (error) {
        if ((error as { code?: unknown }).code !== "VITEST_FILES_NOT_FOUND") throw error;
        throw new CannotRunError("No spec fits the filters.");
    } finally {
        await vitest.close();
    }
}

function report(
    options: RunOptions,
    vitest: Awaited<ReturnType<typeof createVitest>>,
    events: readonly EventComparison[],
): boolean {
    const counts = countResults(vitest, options.layers);
    const strayErrors = vitest.state.getUnhandledErrors().length;
    const sum = (kind: "passed" | "failed" | "skipped"): number =>
        counts.reduce((total, count) => total + count[kind], 0);
    const isWhole = options.modules.length === 0 && options.namePattern === undefined;
    const empty = isWhole ? counts.filter(({ passed, failed, skipped }) => passed + failed + skipped === 0) : [];
    // Under a name filter everything else counts as skipped: only a whole run tells that something was left out.
    const skipped = isWhole ? sum("skipped") : 0;
    const faultyEvents = events.filter(({ faults }) => faults.length > 0).length;
    const passed = sum("passed") + events.length - faultyEvents;
    const failed = sum("failed") + strayErrors + faultyEvents;

    console.log(`\nTests per layer:\n${formatCounts(counts, isWhole)}`);
    if (events.length > 0) {
        console.log(`\nEvents of the specs' servers against the declared ones, a test for each version:`);
        for (const comparison of events) console.log(formatEventComparison(comparison));
    }
    for (const { layer } of empty) console.log(`The layer ${layer} has no test: something keeps it from being found.`);
    if (strayErrors > 0) console.log(`${strayErrors} errors came up outside of any test; they count as failed.`);
    if (skipped > 0) {
        console.log(`${skipped} tests were skipped${isCi() ? ": in CI a test that cannot run is a failure" : ""}.`);
    }
    if (passed + failed === 0) console.log("No test fits the filters.");
    console.log(`\ntests: ${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0 && empty.length === 0 && !(isCi() && skipped > 0);
}
