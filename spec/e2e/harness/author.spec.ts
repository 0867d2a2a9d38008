import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prosodyVersions } from "../../../src/testing/index.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const fixture = fileURLToPath(new URL("fixtures/author", import.meta.url));

// What authors get is the packed package: files that it leaves out, or types that lead outside, show here alone.
describe("in an author's own project, the packed package", () => {
    let project: string;

    async function run(command: string, ...args: string[]): Promise<string> {
        const result = await x(command, args, {
            nodeOptions: { cwd: project, env: { TYPED_PROSODY_VERSIONS: prosodyVersions().at(-1) } },
        });
        if (result.exitCode !== 0) throw new Error(`${command} ${args.join(" ")}:\n${result.stdout}\n${result.stderr}`);
        return result.stdout;
    }

    beforeAll(async () => {
        project = await mkdtemp(join(tmpdir(), "typed-prosody-author-"));
        await cp(fixture, project, { recursive: true });
        const modules = join(project, "node_modules");
        const own = join(modules, "typed-prosody");
        await mkdir(own, { recursive: true });
        await run("npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", project, repository);
        const archive = (await readdir(project)).find((name) => name.endsWith(".tgz")) ?? "";
        await run("tar", "-xzf", archive, "--strip-components=1", "-C", own);
        // Dependencies are what they are in this repository: only the package itself is under test.
        for (const name of await readdir(join(repository, "node_modules"))) {
            if (name !== "typed-prosody" && !name.startsWith(".")) {
                await symlink(join(repository, "node_modules", name), join(modules, name), "junction");
            }
        }
    }, 120_000);

    afterAll(() => rm(project, { recursive: true, force: true }));

    it("gives specs a Prosody, clients and HTTP backends", async () => {
        const output = await run(process.execPath, "node_modules/vitest/vitest.mjs", "run", "--reporter=json");
        expect(JSON.parse(output.slice(output.indexOf("{"))) as unknown).toMatchObject({
            numPassedTests: 2,
            numTotalTests: 2,
        });
    }, 120_000);

    it("has types for them", async () => {
        expect(await run(process.execPath, "node_modules/typescript/bin/tsc", "-p", ".")).toBe("");
    }, 120_000);
});
