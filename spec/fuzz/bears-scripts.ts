/** Plays generated scripts to a module: different ones each time, by the seed that is in the test's name. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { describeFinding, faultsOf, fuzz, subjectOf, type FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import { Player } from "../../src/testing/fuzz/player.ts";
import type { Script } from "../../src/testing/fuzz/script.ts";
import type { LuaEnvironment } from "../../src/testing/lua/environments.ts";
import { FUZZ_ENVIRONMENTS } from "./environments.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

/** Scripts for a module, played on each Lua: 6,000 in all. */
const CASES = 3_000;

/** What fuzzing has found once, with what was wrong then. */
interface Found {
    readonly fault: string;
    readonly script: Script;
}

/**
 * Declares the tests of a module.
 * @param cases How many scripts are generated for each Lua.
 * @param nothingFound That fuzzing has never found anything: there is no found.json.
 */
export function bearsScripts(
    target: FuzzTarget,
    { cases = CASES, nothingFound = false }: { readonly cases?: number; readonly nothingFound?: boolean } = {},
): void {
    const { module } = target;
    const subject = subjectOf(target);
    async function withPlayer(environment: LuaEnvironment, use: (player: Player) => Promise<void>): Promise<void> {
        const file = inject("fuzzPlayer");
        const player = await Player.start({ environment, file, projectDir, plugins: ["dist-lua"] });
        try {
            await use(player);
        } finally {
            player.restart();
        }
    }

    const environments = FUZZ_ENVIRONMENTS.map((environment) => [environment.title, environment] as const);

    // Nearly all of the time goes into Lua, in processes of their own.
    describe.concurrent.each(environments)(`${module}'s ${subject} on %s`, (_, environment) => {
        const seed = Math.floor(Math.random() * 2 ** 31);
        it(`bears ${cases} generated scripts, seed ${seed}`, { timeout: 300_000 }, () =>
            withPlayer(environment, async (player) => {
                const finding = await fuzz(target, player, { cases, seed });
                expect(finding === undefined ? "" : describeFinding(target, finding)).toBe("");
            }),
        );

        if (nothingFound) return;
        it("bears what was too much for it once", () =>
            withPlayer(environment, async (player) => {
                const text = await readFile(path.join(projectDir, "spec", "fuzz", module, "found.json"), "utf8");
                const found = (JSON.parse(text) as Readonly<Record<string, readonly Found[]>>)[subject] ?? [];
                expect(found.length).toBeGreaterThan(0);
                for (const { fault, script } of found) {
                    expect(await faultsOf(target, player, script), fault).toEqual([]);
                }
            }));
    });
}
