import { cp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPackedProject, type PackedProject } from "./packed-project.ts";

const fixture = fileURLToPath(new URL("fixtures/author", import.meta.url));

describe("in an author's own project, the packed package", () => {
    let project: PackedProject;

    beforeAll(async () => {
        project = await createPackedProject();
        await cp(fixture, project.folder, { recursive: true });
    }, 120_000);

    afterAll(() => rm(project.folder, { recursive: true, force: true }));

    it("gives specs a Prosody, clients and HTTP backends", async () => {
        const output = await project.run(process.execPath, "node_modules/vitest/vitest.mjs", "run", "--reporter=json");
        expect(JSON.parse(output.slice(output.indexOf("{"))) as unknown).toMatchObject({
            numPassedTests: 2,
            numTotalTests: 2,
        });
    }, 120_000);

    it("has types for them", async () => {
        expect(await project.run(process.execPath, "node_modules/typescript/bin/tsc", "-p", ".")).toBe("");
    }, 120_000);
});
