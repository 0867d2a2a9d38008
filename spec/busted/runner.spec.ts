import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBusted, type BustedReport } from "../../src/testing/lua/busted.ts";
import { LUA_ENVIRONMENTS } from "../../src/testing/lua/environments.ts";
import { createPositions, type Positions } from "../../src/testing/lua/positions.ts";
import { compileSpecs, type CompiledSpecs } from "../../src/testing/lua/specs.ts";

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const lua54 = LUA_ENVIRONMENTS.find(({ lua }) => lua === "5.4")!;

async function run(projectDir: string): Promise<{ specs: CompiledSpecs; report: BustedReport; positions: Positions }> {
    const specs = await compileSpecs(projectDir, "spec/lua");
    try {
        const report = await runBusted({
            environment: lua54,
            files: specs.files,
            folder: projectDir,
            plugins: specs.plugins === undefined ? [] : [specs.plugins],
        });
        return { specs, report, positions: createPositions(projectDir, specs.maps) };
    } finally {
        await specs.remove();
    }
}

afterAll(async () => {
    for (const name of ["broken", "crash"]) {
        await rm(path.join(fixture(name), "dist-maps"), { recursive: true, force: true });
    }
});

describe("a run of busted", () => {
    let report: BustedReport;
    let positions: Positions;
    const find = (name: string) => report.tests.find(({ names }) => names.at(-1) === name)!;

    beforeAll(async () => {
        ({ report, positions } = await run(fixture("broken")));
    }, 300_000);

    it("tells of each test by its names", () => {
        expect(report.complete).toBe(true);
        expect(report.tests.map(({ names, status }) => [...names, status])).toEqual([
            ["a broken spec", "passes", "success"],
            ["a broken spec", "fails", "failure"],
            ["a broken spec", "with a group", "raises an error", "error"],
            ["a broken spec", "with a group", "cannot load a module", "error"],
            ["a broken spec", "waits", "pending"],
        ]);
    });

    it("says where in TypeScript a test failed", () => {
        const { trouble } = find("fails");
        expect(trouble?.message).toContain("Expected objects to be equal");
        const spec = path.join(fixture("broken"), "spec/lua/broken.spec.ts");
        expect(positions.locate(trouble!.source!, trouble!.line!)).toMatchObject({ file: spec, line: 10 });
        const raised = find("raises an error").trouble!;
        expect(positions.locate(raised.source!, raised.line!)).toMatchObject({ file: spec, line: 16 });
    });

    it("names TypeScript in what modules log", () => {
        const message = positions.rewrite(find("cannot load a module").trouble!.message!);
        expect(message).toContain("mod_broken did not load on example.org");
        expect(message).toContain("spec/lua/mod_broken.ts:5: no limit: nil");
    });

    it("tells of errors outside of tests", () => {
        expect(report.errors).toHaveLength(1);
        expect(report.errors[0]).toMatchObject({ names: ["a group"], within: "before_each" });
        expect(report.errors[0]!.trouble.message).toContain("not ready");
    });
});

describe("a run that breaks off", () => {
    it("tells what ran before, and that it did not come to its end", async () => {
        const { report } = await run(fixture("crash"));
        expect(report.complete).toBe(false);
        expect(report.tests.map(({ names }) => names.at(-1))).toEqual(["passes"]);
    }, 120_000);
});

describe("specs that do not compile", () => {
    it("are refused with the place and the words of the compiler, and leave nothing behind", async () => {
        const folder = fixture("syntax");
        await expect(compileSpecs(folder, "spec/lua")).rejects.toThrow(/mistyped\.spec\.ts.*4.*is_tru/s);
        expect((await readdir(path.join(folder, "dist-maps"))).filter((name) => name.startsWith("busted-"))).toEqual(
            [],
        );
        await rm(path.join(folder, "dist-maps"), { recursive: true, force: true });
    }, 120_000);
});

describe("the report in vitest", () => {
    it("has each busted test by its name, failures with their place in TypeScript", async () => {
        const root = fileURLToPath(new URL("../..", import.meta.url));
        // Below this folder, so that the file finds the packages of the project.
        const folder = await mkdtemp(path.join(fileURLToPath(new URL(".", import.meta.url)), "fixtures", "run-"));
        try {
            const bridge = path.join(folder, "bridge.test.ts");
            const config = path.join(folder, "vitest.config.ts");
            await writeFile(
                bridge,
                `import { bustedTests } from "../../../../src/testing/lua/vitest.ts";\n` +
                    `await bustedTests({ projectDir: ${JSON.stringify(fixture("broken"))} });\n`,
            );
            await writeFile(config, `export default { test: { include: ["**/bridge.test.ts"] } };\n`);
            const finished = promisify(execFile)(
                process.execPath,
                [
                    path.join(root, "node_modules/vitest/vitest.mjs"),
                    "run",
                    "--reporter=json",
                    `--outputFile=${path.join(folder, "result.json")}`,
                    `--config=${config}`,
                    `--root=${folder}`,
                ],
                {
                    timeout: 120_000,
                    env: {
                        ...process.env,
                        TYPED_PROSODY_LUA: "5.4",
                        TYPED_PROSODY_VERSIONS: "0.12.3",
                        TYPED_PROSODY_MODULES: "",
                    },
                },
            );
            await expect(finished).rejects.toMatchObject({ code: 1 });
            const json = JSON.parse(await readFile(path.join(folder, "result.json"), "utf8")) as {
                testResults: {
                    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
                }[];
            };
            const tests = json.testResults.flatMap(({ assertionResults }) => assertionResults);
            const title = `${lua54.title} broken.spec.ts`;
            expect(tests.map(({ fullName, status }) => `${status}: ${fullName}`)).toEqual([
                `passed: ${title} a broken spec passes`,
                `failed: ${title} a broken spec fails`,
                `failed: ${title} a broken spec with a group raises an error`,
                `failed: ${title} a broken spec with a group cannot load a module`,
                `failed: ${title} a broken spec waits`,
                `failed: ${title} a group (before_each)`,
            ]);
            expect(tests[1]!.failureMessages[0]).toMatch(/Expected objects to be equal[^]*broken\.spec\.ts:10:/);
        } finally {
            await rm(folder, { recursive: true, force: true });
        }
    }, 180_000);
});
