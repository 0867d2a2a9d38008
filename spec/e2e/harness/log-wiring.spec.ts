import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { expect, it } from "vitest";
import { prosodyVersions } from "../../../src/testing/index.ts";

interface JsonReport {
    testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
}

// A spec that fails because of its server's log can only be seen from outside of the vitest that runs it.
it.each(prosodyVersions())(
    "specs fail and pass by what Prosody %s logs meanwhile",
    async (version) => {
        const fixtures = fileURLToPath(new URL("fixtures", import.meta.url));
        const vitest = fileURLToPath(new URL("../../../node_modules/vitest/vitest.mjs", import.meta.url));
        const folder = await mkdtemp(join(tmpdir(), "typed-prosody-wiring-"));
        try {
            const output = join(folder, "report.json");
            const run = await x(
                process.execPath,
                [vitest, "run", "--root", fixtures, "--reporter", "json", "--outputFile", output],
                { nodeOptions: { cwd: folder, env: { TYPED_PROSODY_VERSIONS: version } }, timeout: 60_000 },
            );
            expect(run.exitCode).toBe(1);
            const report = JSON.parse(await readFile(output, "utf8")) as JsonReport;
            const results = report.testResults.flatMap((file) => file.assertionResults);
            expect(results.map(({ title, status }) => [title, status])).toEqual([
                ["passes without a warning", "passed"],
                ["fails by an unannounced warning", "failed"],
                ["passes with an announced warning", "passed"],
                ["fails by an announced line that never comes", "failed"],
                ["passes after a spec that failed", "passed"],
                ["fails with it", "skipped"],
            ]);
            expect(results[1]?.failureMessages.join("\n")).toContain("localhost:harness_probe\twarn\tunannounced");
            expect(results[3]?.failureMessages.join("\n")).toContain("/^never$/ was announced and never came");
            // The log of a failed spec is kept where the tests run.
            const kept = await readFile(
                join(folder, ".test-results", "prosody-logs", `${version}-fails-by-an-unannounced-warning.log`),
                "utf8",
            );
            expect(kept).toContain("unannounced");
        } finally {
            await rm(folder, { recursive: true, force: true });
        }
    },
    90_000,
);
