/** Plays generated scripts to each module: a different thousand each time, by the seed that is in the test's name. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeFinding, faultsOf, fuzz } from "../../src/testing/fuzz/fuzz.ts";
import { compilePlayer, Player } from "../../src/testing/fuzz/player.ts";
import type { Script } from "../../src/testing/fuzz/script.ts";
import { FUZZ_ENVIRONMENTS } from "./environments.ts";
import { targets } from "./targets/index.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Scripts for each module, played on each Lua. */
const CASES = 5_000;

/** What fuzzing has found once, with what was wrong then. */
interface Found {
    readonly fault: string;
    readonly script: Script;
}

let file: string;

beforeAll(async () => {
    file = await compilePlayer(projectDir);
});

describe.each(FUZZ_ENVIRONMENTS.map((environment) => [environment.title, environment] as const))(
    "%s",
    (_, environment) => {
        describe.each(targets.map((target) => [target.module, target] as const))("%s", (module, target) => {
            let player: Player;

            beforeAll(async () => {
                player = await Player.start({ environment, file, projectDir, plugins: ["dist-lua"] });
            });
            afterAll(() => player.restart());

            const seed = Math.floor(Math.random() * 2 ** 31);
            it(`bears ${CASES} generated scripts, seed ${seed}`, { timeout: 240_000 }, async () => {
                const finding = await fuzz(target, player, { cases: CASES, seed });
                expect(finding === undefined ? "" : describeFinding(target, finding)).toBe("");
            });

            it("bears what was too much for it once", async () => {
                const found = JSON.parse(
                    await readFile(path.join(projectDir, "spec", "fuzz", "found", `${module}.json`), "utf8"),
                ) as Found[];
                expect(found.length).toBeGreaterThan(0);
                for (const { fault, script } of found) {
                    expect(await faultsOf(target, player, script), fault).toEqual([]);
                }
            });
        });
    },
);
