/** Plays generated scripts to a module: different ones each time, by the seed that is in the test's name. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeFinding, faultsOf, fuzz, type FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import { compilePlayer, Player } from "../../src/testing/fuzz/player.ts";
import type { Script } from "../../src/testing/fuzz/script.ts";
import { FUZZ_ENVIRONMENTS } from "./environments.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Scripts for a module, played on each Lua. */
const CASES = 5_000;

/** What fuzzing has found once, with what was wrong then. */
interface Found {
    readonly fault: string;
    readonly script: Script;
}

/** Declares the tests of a module. */
export function bearsScripts(target: FuzzTarget): void {
    const { module } = target;
    let folder: string;
    let file: string;

    beforeAll(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "typed-prosody-fuzz-"));
        file = await compilePlayer(projectDir, path.join(folder, "player.lua"));
    });
    afterAll(async () => {
        await rm(folder, { recursive: true, force: true });
    });

    describe.each(FUZZ_ENVIRONMENTS.map((environment) => [environment.title, environment] as const))(
        `${module} on %s`,
        (_, environment) => {
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
                    await readFile(path.join(projectDir, "spec", "fuzz", module, "found.json"), "utf8"),
                ) as Found[];
                expect(found.length).toBeGreaterThan(0);
                for (const { fault, script } of found) {
                    expect(await faultsOf(target, player, script), fault).toEqual([]);
                }
            });
        },
    );
}
