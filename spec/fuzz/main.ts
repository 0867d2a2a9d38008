/** `npm run fuzz`: plays generated scripts to the modules, as many as one likes. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { describeFinding, fuzz, subjectOf, type FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import { compilePlayer } from "../../src/testing/fuzz/compile-player.ts";
import { Player } from "../../src/testing/fuzz/player.ts";
import type { LuaEnvironment } from "../../src/testing/lua/environments.ts";
import { FUZZ_ENVIRONMENTS } from "./environments.ts";
import { targets } from "./targets.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

interface Options {
    cases: number;
    module?: string;
    subject?: string;
    lua?: string;
    seed?: number;
    path?: string;
}

function integer(text: string): number {
    if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
    return Number(text);
}

const options = new Command("npm run fuzz --")
    .description("Plays generated scripts to each module on each Lua; exit code 1 when one shows a fault.")
    .option("--cases <number>", "scripts for each module on each Lua", integer, 100_000)
    .option("--module <name>", "only this module")
    .option("--subject <name>", "only this of the module: stanzas or options")
    .option("--lua <version>", "only on this Lua")
    .option("--seed <number>", "repeat the run with this seed", integer)
    .option("--path <path>", "go straight to the script that a failure named")
    .parse()
    .opts<Options>();

const file = await compilePlayer(projectDir, path.join(projectDir, "dist-maps", "fuzz", "player.lua"));

async function play(target: FuzzTarget, environment: LuaEnvironment): Promise<void> {
    const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
    const what = `${target.module}'s ${subjectOf(target)} on ${environment.title}, seed ${seed}`;
    const player = await Player.start({ environment, file, projectDir, plugins: ["dist-lua"] });
    const started = performance.now();
    const finding = await fuzz(target, player, {
        cases: options.cases,
        seed,
        ...(options.path !== undefined && { path: options.path }),
    });
    player.restart();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    if (finding === undefined) {
        console.log(`${what}: ${options.cases} scripts in ${seconds} s, no fault`);
    } else {
        console.log(`${what}:\n${describeFinding(target, finding)}`);
        process.exitCode = 1;
    }
}

const name = options.module?.replace(/^(?!mod_)/, "mod_");
for (const target of targets) {
    if (name !== undefined && name !== target.module) continue;
    if (options.subject !== undefined && options.subject !== subjectOf(target)) continue;
    // Each Lua is a process of its own.
    await Promise.all(
        FUZZ_ENVIRONMENTS.filter(({ lua }) => options.lua === undefined || options.lua === lua).map((environment) =>
            play(target, environment),
        ),
    );
}
