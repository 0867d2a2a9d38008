/** Runs the fixtures on Lua 5.4 with Prosody 0.12.3's own libraries and reads what `lua/instructions.ts` counted. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { compileFiles } from "../../src/compiler/compile.ts";
import { LUA_ENVIRONMENTS, luaCommand } from "../../src/testing/lua/environments.ts";

/** What a module spends on one stanza. */
export interface Count {
    /** "mod_component_http" */
    readonly module: string;
    /** What happens, in words. */
    readonly name: string;
    /** Instructions of hand-written Lua, its libraries' included, that the module should not exceed. */
    readonly ceiling?: number;
    /** The ceiling is without what util.json spends. */
    readonly ceilingWithoutJson?: true;
    /** How many of the same are in it, such as contacts; the ceiling is for one of them, the instructions are for all. */
    readonly per?: number;
    /** Instructions in the module's own file. */
    readonly own: number;
    /** Instructions in Prosody's util libraries that the module called. */
    readonly libraries: number;
    /** How many of those are in util.json; absent where that was not asked yet. */
    readonly json?: number;
    /** How far apart the highest and the lowest of the counted runs are: 0 where all are alike. */
    readonly spread: number;
    /** With a profile: instructions by `file.lua:line` of the function's definition. */
    readonly functions?: Readonly<Record<string, number>>;
    /** With a profile: instructions by `file.lua:line` of the module. */
    readonly lines?: Readonly<Record<string, number>>;
}

/** What the ceiling is about, for one of those that are in it. */
export function underCeiling({ own, libraries, json = 0, per = 1, ceilingWithoutJson }: Count): number {
    return (own + libraries - (ceilingWithoutJson === true ? json : 0)) / per;
}

const LUA = "5.4";
const PROSODY = "0.12.3";

/** Fixtures by module. */
export async function findFixtures(projectDir: string): Promise<Map<string, string>> {
    const folder = path.join(projectDir, "bench", "fixtures");
    const files = (await readdir(folder)).filter((file) => /^mod_\w+\.ts$/.test(file)).sort();
    return new Map(files.map((file) => [path.basename(file, ".ts"), path.join(folder, file)]));
}

/** Files as Lua, by name. Raises an error with all diagnostics where one does not compile. */
export function compileNamed(projectDir: string, files: ReadonlyMap<string, string>): Map<string, string> {
    const compiled = compileFiles({ projectDir, entries: [...files.values()] });
    const errors = compiled.diagnostics.filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
    if (errors.length > 0) {
        throw new Error(
            ts.formatDiagnosticsWithColorAndContext(errors, {
                getCanonicalFileName: (file) => file,
                getCurrentDirectory: () => projectDir,
                getNewLine: () => "\n",
            }),
        );
    }
    const names = [...files.keys()];
    return new Map(compiled.outputs.map((output, index) => [names[index]!, output.lua]));
}

export interface CountOptions {
    readonly projectDir: string;
    /** Only these modules' fixtures. */
    readonly modules?: readonly string[];
    /** Only the generated modules, for who compares them with the baseline. */
    readonly generatedOnly?: boolean;
    readonly profile?: boolean;
    /** A folder with modules to count in place of the generated ones. */
    readonly plugins?: string;
}

export interface Counts {
    readonly generated: readonly Count[];
    /** The same situations, met by the hand-written Lua in bench/reference. */
    readonly reference: readonly Count[];
}

/** Counts what generated modules and hand-written ones spend on the stanzas of the fixtures. */
export async function countInstructions(options: CountOptions): Promise<Counts> {
    const { projectDir } = options;
    const all = await findFixtures(projectDir);
    const fixtures = new Map([...all].filter(([module]) => options.modules?.includes(module) ?? true));
    const chunks = compileNamed(projectDir, fixtures);
    const scratch = await mkdtemp(path.join(tmpdir(), "typed-prosody-bench-"));
    try {
        await mkdir(path.join(scratch, "fixtures"));
        const generated: Count[] = [];
        const reference: Count[] = [];
        for (const [module, lua] of chunks) {
            // Not the module's own name: instructions are told apart by the file that they are in.
            const file = path.join(scratch, "fixtures", `${module}.fixture.lua`);
            await writeFile(file, lua);
            generated.push(...(await run(file, options.plugins ?? path.join(projectDir, "dist-lua"), options)));
            const written = path.join(projectDir, "bench", "reference");
            // By hand there are the stanzas that are many; not whole modules that mostly wait.
            if (options.generatedOnly !== true && existsSync(path.join(written, `${module}.lua`))) {
                reference.push(...(await run(file, written, options)));
            }
        }
        return { generated, reference };
    } finally {
        await rm(scratch, { recursive: true, force: true });
    }
}

async function run(file: string, plugins: string, options: CountOptions): Promise<Count[]> {
    return runCounting<Count>(options.projectDir, file, {
        TYPED_PROSODY_PLUGINS: plugins,
        ...(options.profile === true && { TYPED_PROSODY_PROFILE: "1" }),
    });
}

/** Runs a chunk that prints a line of JSON for each thing that it counted. */
export async function runCounting<T>(projectDir: string, file: string, env: Record<string, string>): Promise<T[]> {
    const environment = LUA_ENVIRONMENTS.find(
        (candidate) => candidate.lua === LUA && candidate.prosody.version === PROSODY && candidate.native,
    );
    if (environment === undefined) throw new Error(`There is no Lua ${LUA} with Prosody ${PROSODY}`);
    const command = await luaCommand(environment, (line) => console.error(line));
    const { stdout } = await promisify(execFile)(command.file, [...command.args, file], {
        cwd: projectDir,
        env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", ...command.env, ...env },
        timeout: 600_000,
    });
    return stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as T);
}
