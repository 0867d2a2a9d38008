/** The harness is worth as much as it finds: each of these faults, planted into a generated module, has to come to light. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { fuzz, subjectOf, type FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import { Player } from "../../src/testing/fuzz/player.ts";
import { FUZZ_ENVIRONMENTS } from "./environments.ts";
import type { PlantedFault } from "./planted-fault.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** The same each time, so that finding a fault is no matter of luck. */
const SEED = 20260101;
/** Fewer than a run of CI plays. */
const CASES = 2_500;

/** Writes the module with the fault in it. */
async function plant(module: string, fault: PlantedFault, folder: string): Promise<void> {
    const relative = path.join(module, `${module}.lua`);
    const lua = await readFile(path.join(projectDir, "dist-lua", relative), "utf8");
    const places = lua.split(fault.line).length - 1;
    if (places !== 1) {
        throw new Error(`${relative} has this ${places} times, so no fault can stand in its place:\n${fault.line}`);
    }
    await mkdir(path.join(folder, module), { recursive: true });
    await writeFile(
        path.join(folder, relative),
        lua.replace(fault.line, () => fault.replacement),
    );
}

/** Declares a test for each fault. */
export function findsFaults(target: FuzzTarget, faults: readonly PlantedFault[]): void {
    // Nearly all of the time goes into Lua, in processes of their own.
    describe.concurrent(`fuzzing of ${subjectOf(target)} finds a ${target.module} that`, () => {
        let folder: string;

        beforeAll(async () => {
            folder = await mkdtemp(path.join(tmpdir(), "typed-prosody-faults-"));
        });
        afterAll(async () => {
            await rm(folder, { recursive: true, force: true });
        });

        it.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_, fault) => {
            const plugins = await mkdtemp(path.join(folder, "plugins-"));
            await plant(target.module, fault, plugins);
            const player = await Player.start({
                environment: FUZZ_ENVIRONMENTS.find(({ lua }) => lua === "5.4")!,
                file: inject("fuzzPlayer"),
                projectDir,
                // For modules beside which it runs.
                plugins: [plugins, "dist-lua"],
            });
            try {
                const finding = await fuzz(target, player, { cases: CASES, seed: SEED });
                expect(finding?.faults.join("\n")).toMatch(fault.found);
            } finally {
                player.restart();
            }
        });
    });
}
