import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { describe, expect, it } from "vitest";
import { findDockerEngine } from "../../../src/testing/docker/engine.ts";
import { BACKEND_VARIABLE } from "../../../src/testing/prosody/backend.ts";
import { prosodyVersions } from "../../../src/testing/index.ts";
import { installedProsodyVersion } from "../../../src/testing/prosody/local-backend.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
const SPECS = ["server", "configuration"].map((name) => `spec/e2e/harness/${name}.spec.ts`);

/** Runs specs that prove servers in a vitest of their own, with other surroundings than this one's. */
async function runSpecs(environment: Record<string, string>): Promise<Record<string, number>> {
    const folder = await mkdtemp(join(tmpdir(), "typed-prosody-surroundings-"));
    try {
        const output = join(folder, "report.json");
        const run = await x(
            process.execPath,
            [
                join(project, "node_modules/vitest/vitest.mjs"),
                "run",
                "--project=e2e",
                "--reporter=json",
                `--outputFile=${output}`,
                ...SPECS,
            ],
            { nodeOptions: { cwd: project, env: environment }, timeout: 150_000 },
        );
        const report = JSON.parse(await readFile(output, "utf8").catch(() => "{}")) as Record<string, unknown>;
        if (run.exitCode !== 0) throw new Error(`${run.stdout}\n${run.stderr}\n${JSON.stringify(report, null, 1)}`);
        return { passed: Number(report["numPassedTests"]), failed: Number(report["numFailedTests"]) };
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

const mayUseDocker = process.env[BACKEND_VARIABLE] !== "local" && (await findDockerEngine()) !== undefined;
const installed = await installedProsodyVersion();

describe("the specs of a server pass", () => {
    // Docker Desktop's case, where containers are in a virtual machine and share no network with this one.
    it.runIf(mayUseDocker)(
        "in a container with a network of its own",
        async () => {
            const counts = await runSpecs({
                TYPED_PROSODY_BACKEND: "docker",
                TYPED_PROSODY_NETWORK: "bridge",
                TYPED_PROSODY_VERSIONS: prosodyVersions().at(-1) ?? "",
            });
            expect(counts).toMatchObject({ failed: 0 });
            expect(counts["passed"]).toBeGreaterThan(15);
        },
        180_000,
    );

    it.runIf(installed !== undefined)(
        "on the Prosody that is installed on this machine, without containers",
        async () => {
            const counts = await runSpecs({ TYPED_PROSODY_BACKEND: "local", TYPED_PROSODY_VERSIONS: "" });
            expect(counts).toMatchObject({ failed: 0 });
            expect(counts["passed"]).toBeGreaterThan(15);
        },
        180_000,
    );
});
