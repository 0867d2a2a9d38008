/** `npm run bench`: measures and writes the report, or checks instruction counts and sizes against the committed baseline. */
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import pc from "picocolors";
import { compare, makeBaseline, readBaseline, writeBaseline } from "./baseline.ts";
import { countInstructions, type Count } from "./measure/instructions.ts";
import { measureIdioms } from "./measure/idioms.ts";
import { measureBuilds } from "./measure/build-times.ts";
import { measureRosterRefresh, type RosterRefresh } from "./measure/roster-refresh.ts";
import { measureSizes } from "./measure/sizes.ts";
import { measureThroughput, type Throughput } from "./measure/throughput.ts";
import { renderIdioms } from "./idiom-table.ts";
import { measureTypeChecking, TYPE_CHECKING_CEILING } from "./measure/type-checking.ts";
import { renderReport, type Measurements } from "./report.ts";
import { prosodyVersions } from "../src/testing/index.ts";

const projectDir = fileURLToPath(new URL("..", import.meta.url));

interface Options {
    check?: true;
    updateBaseline?: true;
    updateIdioms?: true;
    typeChecking?: true;
    profile?: string;
}

const options = new Command("npm run bench --")
    .description("Measures the generated modules and the compiler, and writes bench/report.md and bench/report.json.")
    .option(
        "--check",
        "only compare instruction counts and sizes with bench/baseline.json; exit code 1 when one grew by over 3%",
    )
    .option("--update-baseline", "only count instructions and sizes, and make them the baseline")
    .option("--update-idioms", "only measure the idioms beside Lua written by hand, and write docs/what-it-costs.md")
    .option("--type-checking", "only measure what type-checking costs, and put it into the report")
    .option("--profile <module>", "only show where a module's instructions go")
    .parse()
    .opts<Options>();

const say = (line: string): void => console.error(pc.dim(line));

async function check(): Promise<void> {
    const sizes = await measureSizes(projectDir);
    const { generated } = await countInstructions({ projectDir, generatedOnly: true });
    const problems = compare(await readBaseline(projectDir), generated, sizes);
    const typeChecking = await measureTypeChecking(projectDir);
    const isOver = typeChecking.some(({ ratio }) => ratio > TYPE_CHECKING_CEILING);
    // Something else may have run meanwhile: what is really dearer is so a second time.
    const again = isOver ? await measureTypeChecking(projectDir) : typeChecking;
    for (const [index, { name, ratio: first }] of typeChecking.entries()) {
        const ratio = Math.min(first, again[index]!.ratio);
        if (ratio > TYPE_CHECKING_CEILING) {
            problems.push(
                `type-checking, ${name}: ${ratio.toFixed(2)} times an empty project is more than ${TYPE_CHECKING_CEILING}`,
            );
        }
    }
    for (const problem of problems) console.error(`${pc.red("bench:")} ${problem}`);
    if (problems.length > 0) {
        console.error("Where this is meant: npm run bench -- --update-baseline, and say why in the commit's message.");
        process.exitCode = 1;
        return;
    }
    console.log(
        `bench: ${generated.length} instruction counts and ${sizes.length} sizes are within 3% of the baseline.`,
    );
}

async function updateBaseline(): Promise<void> {
    const sizes = await measureSizes(projectDir);
    const { generated } = await countInstructions({ projectDir, generatedOnly: true });
    await writeBaseline(projectDir, makeBaseline(generated, sizes));
    console.log(`bench/baseline.json holds ${generated.length} instruction counts and ${sizes.length} sizes.`);
}

async function updateIdioms(): Promise<void> {
    const costs = await measureIdioms(projectDir);
    await writeFile(path.join(projectDir, "docs", "what-it-costs.md"), renderIdioms(costs));
    console.log(`docs/what-it-costs.md tells of ${costs.length} idioms and modules.`);
}

function showProfile({ name, own, libraries, functions, lines }: Count): void {
    console.log(`\n${pc.bold(name)}: ${own} in the module, ${libraries} in libraries`);
    const show = (title: string, counts: Readonly<Record<string, number>> | undefined): void => {
        console.log(title);
        const sorted = Object.entries(counts ?? {}).sort(([, a], [, b]) => b - a);
        for (const [place, count] of sorted.slice(0, 25)) console.log(`${String(count).padStart(7)}  ${place}`);
    };
    show("by function, named by the line of its definition:", functions);
    show("by line of the module:", lines);
}

async function profile(name: string): Promise<void> {
    const module = name.startsWith("mod_") ? name : `mod_${name}`;
    const { generated } = await countInstructions({
        projectDir,
        modules: [module],
        generatedOnly: true,
        profile: true,
    });
    if (generated.length === 0) throw new Error(`There is no bench/fixtures/${module}.ts`);
    generated.forEach(showProfile);
}

/** How many modules a project has whose builds are compared with this one's: building many should cost little more. */
const MANY_MODULES = 50;

async function measureAll(): Promise<void> {
    say("instructions and sizes ...");
    const sizes = await measureSizes(projectDir);
    const counts = await countInstructions({ projectDir });
    say("build times ...");
    const builds = [
        await measureBuilds(projectDir, sizes.length, sizes.length),
        await measureBuilds(projectDir, sizes.length, MANY_MODULES),
    ];
    say("type-checking ...");
    const typeChecking = await measureTypeChecking(projectDir);
    const throughput: Throughput[] = [];
    for (const version of prosodyVersions()) {
        say(`throughput of Prosody ${version} ...`);
        throughput.push(...(await measureThroughput(version)));
    }
    const rosterRefreshes: RosterRefresh[] = [];
    for (const version of prosodyVersions()) {
        say(`refresh of rosters on Prosody ${version} ...`);
        rosterRefreshes.push(await measureRosterRefresh(version));
    }
    const processor = os.cpus()[0]?.model.trim() ?? "an unknown processor";
    const machine = `${os.cpus().length} × ${processor}, ${os.type()}, Node ${process.versions.node}`;
    await report({ machine, sizes, counts, builds, typeChecking, throughput, rosterRefreshes });
}

async function report(measured: Measurements): Promise<void> {
    await writeFile(path.join(projectDir, "bench", "report.md"), renderReport(measured));
    await writeFile(path.join(projectDir, "bench", "report.json"), `${JSON.stringify(measured, null, 4)}\n`);
    console.log("bench/report.md and bench/report.json are written.");
}

async function measureTypeCheckingOnly(): Promise<void> {
    const before = JSON.parse(await readFile(path.join(projectDir, "bench", "report.json"), "utf8")) as Measurements;
    await report({ ...before, typeChecking: await measureTypeChecking(projectDir) });
}

if (options.check) await check();
else if (options.updateBaseline) await updateBaseline();
else if (options.updateIdioms) await updateIdioms();
else if (options.typeChecking) await measureTypeCheckingOnly();
else if (options.profile !== undefined) await profile(options.profile);
else await measureAll();
