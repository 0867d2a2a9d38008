/** `npm run fuzz`: plays generated scripts to the modules and holds the compiler to generated programs, as many as one likes. */
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { compilePlayer } from "../../src/testing/fuzz/compile-player.ts";
import { describeFinding, fuzz, subjectOf, type FuzzTarget } from "../../src/testing/fuzz/fuzz.ts";
import { Player } from "../../src/testing/fuzz/player.ts";
import type { LuaEnvironment } from "../../src/testing/lua/environments.ts";
import { describeCompilerFinding, fuzzCompiler, shrink } from "./compiler/fuzz-compiler.ts";
import { Workshop } from "./compiler/run.ts";
import { FUZZ_ENVIRONMENTS } from "./environments.ts";
import { targets } from "./targets.ts";

const projectDir = fileURLToPath(new URL("../..", import.meta.url));

interface Options {
    cases: number;
    programs: number;
    compiler?: true;
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
    .description(
        "Plays generated scripts to each module on each Lua, and holds the compiler to what JavaScript makes of generated " +
            "programs; exit code 1 when a fault shows.",
    )
    .option("--cases <number>", "scripts for each module on each Lua", integer, 100_000)
    .option("--programs <number>", "programs for the compiler", integer, 50_000)
    .option("--compiler", "only the compiler")
    .option("--module <name>", "only this module")
    .option("--subject <name>", "only this of the module: stanzas or options")
    .option("--lua <version>", "modules only on this Lua")
    .option("--seed <number>", "repeat the run with this seed", integer)
    .option("--path <path>", "go straight to the script or program that a failure named")
    .parse()
    .opts<Options>();

const newSeed = (): number => options.seed ?? Math.floor(Math.random() * 2 ** 31);

/** Milliseconds. */
const BETWEEN_PROGRESS = 30_000;

/** Says now and then how far a long run is. @returns What is told how many more have run. */
function progressOf(what: string, all: number): (count: number) => void {
    let done = 0;
    let said = performance.now();
    return (count) => {
        done += count;
        if (done === all || performance.now() - said < BETWEEN_PROGRESS) return;
        said = performance.now();
        console.log(`${what}: ${done} of ${all}, no fault yet`);
    };
}

async function play(target: FuzzTarget, environment: LuaEnvironment, file: string): Promise<void> {
    const seed = newSeed();
    const what = `${target.module}'s ${subjectOf(target)} on ${environment.title}, seed ${seed}`;
    const player = await Player.start({ environment, file, projectDir, plugins: ["dist-lua"] });
    const started = performance.now();
    const progress = progressOf(what, options.cases);
    const finding = await fuzz(target, player, {
        cases: options.cases,
        seed,
        hasRun: () => progress(1),
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

async function playToModules(): Promise<void> {
    const file = await compilePlayer(projectDir, path.join(projectDir, "dist-maps", "fuzz", "player.lua"));
    const name = options.module?.replace(/^(?!mod_)/, "mod_");
    for (const target of targets) {
        if (name !== undefined && name !== target.module) continue;
        if (options.subject !== undefined && options.subject !== subjectOf(target)) continue;
        // Each Lua is a process of its own.
        await Promise.all(
            FUZZ_ENVIRONMENTS.filter(({ lua }) => options.lua === undefined || options.lua === lua).map((environment) =>
                play(target, environment, file),
            ),
        );
    }
}

async function compilePrograms(): Promise<void> {
    const seed = newSeed();
    if (options.path !== undefined) {
        const workshop = new Workshop();
        const finding = await shrink(workshop, seed, options.path);
        workshop.close();
        console.log(finding.problem === "" ? "No fault" : describeCompilerFinding(finding));
        process.exitCode = finding.problem === "" ? 0 : 1;
        return;
    }
    const started = performance.now();
    const progress = progressOf(`compiler, seed ${seed}`, options.programs);
    const { same, refused, finding } = await fuzzCompiler(options.programs, seed, availableParallelism(), progress);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const refusals = Object.entries(refused).map(([code, count]) => `, ${count} refused with ${code}`);
    console.log(
        `compiler, seed ${seed}: ${same} programs do what JavaScript does${refusals.join("")}, in ${seconds} s`,
    );
    if (finding !== undefined) {
        console.log(describeCompilerFinding(finding));
        process.exitCode = 1;
    }
}

if (!options.compiler) await playToModules();
if (options.module === undefined) await compilePrograms();
