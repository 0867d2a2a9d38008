import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPackedProject, type PackedProject } from "./packed-project.ts";

describe("what typed-prosody init of the packed package writes", () => {
    let project: PackedProject;
    const cli = (...args: string[]): Promise<string> =>
        project.run(process.execPath, "node_modules/typed-prosody/dist/cli/main.js", ...args);

    beforeAll(async () => {
        project = await createPackedProject();
    }, 120_000);

    afterAll(() => rm(project.folder, { recursive: true, force: true }));

    it("is built by the same package", async () => {
        expect(await cli("init")).toContain("src/modules/mod_hello/mod_hello.ts");
        expect(await cli("build")).toMatch(/^1 module built into dist-lua/m);
        const lua = await readFile(join(project.folder, "dist-lua", "mod_hello", "mod_hello.lua"), "utf8");
        // The runtime library comes out of node_modules, and takes no self there either.
        expect(lua).toContain('local name = stringOption("hello_name", { default = "Prosody" })');
        expect(lua).toContain("local function stringOption(name, rules)");
        expect(lua).toContain("module:add_feature(HELLO)");
        expect(lua).toContain('local answer = st.reply(stanza):tag("query", { xmlns = HELLO }):text(');
        expect(lua).toContain("origin.send(answer)");
    }, 60_000);

    it("has right types on both sides", async () => {
        for (const config of ["tsconfig.json", "tstl.json"]) {
            expect(await project.run(process.execPath, "node_modules/typescript/bin/tsc", "-p", config)).toBe("");
        }
    }, 120_000);

    it("passes its own spec on a real server", async () => {
        const output = await project.run(process.execPath, "node_modules/vitest/vitest.mjs", "run", "--reporter=json");
        expect(JSON.parse(output.slice(output.indexOf("{"))) as unknown).toMatchObject({
            numPassedTests: 1,
            numTotalTests: 1,
        });
    }, 120_000);
});
