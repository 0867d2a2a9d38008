/** The whole way of a module: discover, check, transpile, link, print, verify, write. */
import fs from "node:fs";
import path from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import ts from "typescript";
import { compileFiles, nothingEarlier, type CompileOutput } from "./compile.ts";
import { discoverModules, type ModuleSource } from "./discover.ts";
import { projectNotFound, projectVersionsInvalid, textFile, unknownModule, type Place } from "./diagnostics.ts";
import { nearest } from "./nearest.ts";
import { declaredOptions, withOptionTable } from "./option-table.ts";
import { relativeName } from "./print.ts";
import { verify, type Verification } from "./verify.ts";
import { defaultVersions, faultOfRange } from "./versions.ts";
import { writeOutputs, type OutputFile } from "./write.ts";

/** Generated modules, committed. */
export const outputFolder = "dist-lua";
/** Source maps, by module: outside the plugin folders, and not committed. */
export const mapFolder = "dist-maps";

/** What happened when one generated file was handed to one real tool. */
export interface CheckResult {
    /** "Lua 5.1" … "Lua 5.4", "LuaJIT", "luacheck". */
    tool: string;
    /** "skipped" when the tool is not installed on this machine. */
    outcome: "passed" | "failed" | "skipped";
    /** The tool's own words when it failed; why it was not run when skipped. */
    detail?: string;
}

export interface ModuleResult {
    /** "mod_component_http" */
    name: string;
    /** Where the Lua file stands (or would stand), absolute. */
    luaFile: string;
    lines: number;
    bytes: number;
    checks: CheckResult[];
    /** False when the file on disk was already the same. */
    changed: boolean;
}

export interface BuildResult {
    /** True when nothing failed; only then was anything written. */
    ok: boolean;
    /** TypeScript's, the transpiler's and our own, in the order of the files. Errors and warnings. */
    diagnostics: readonly ts.Diagnostic[];
    modules: ModuleResult[];
    /** Wall-clock milliseconds. */
    elapsed: number;
}

export interface BuildOptions {
    /** The folder that holds tstl.json, absolute. */
    projectDir: string;
    /** Only these modules ("mod_x" or "x"); all when absent. */
    modules?: readonly string[];
    /** False checks, links and verifies without touching the disk. */
    write?: boolean;
}

export interface Builder {
    /** Builds; with `changed` (absolute paths), redoes only what these files touch. */
    build(changed?: readonly string[]): BuildResult;
    /** Folders whose files a build depends on, absolute. */
    watchRoots(): string[];
}

export function build(options: BuildOptions): BuildResult {
    return createBuilder(options).build();
}

export function createBuilder(options: BuildOptions): Builder {
    const { projectDir } = options;
    const earlier = nothingEarlier();
    /** By generated text: a file that came out the same needs no second look. */
    const verified = new Map<string, Verification>();

    function build(): BuildResult {
        const started = performance.now();
        const done = (diagnostics: readonly ts.Diagnostic[], modules: ModuleResult[] = []): BuildResult => ({
            ok: !diagnostics.some((d) => d.category === ts.DiagnosticCategory.Error),
            diagnostics,
            modules,
            elapsed: performance.now() - started,
        });

        if (!fs.existsSync(path.join(projectDir, "tstl.json"))) return done([projectNotFound(undefined, projectDir)]);
        const discovery = discoverModules(projectDir);
        const selection = select(discovery.modules, options.modules);
        const identity = readProject(projectDir);
        const diagnostics = [...discovery.problems, ...selection.problems, ...identity.problems];
        if (diagnostics.some((d) => d.category === ts.DiagnosticCategory.Error)) return done(diagnostics);

        const modules = new Map(selection.modules.map((module) => [module.entry, module]));
        const compiled = compileFiles({
            projectDir,
            entries: [...modules.keys()],
            header: (entry) => header(modules.get(entry)!, identity, projectDir),
            mapFolder: (entry) => path.join(projectDir, mapFolder, modules.get(entry)!.name),
            versions: (entry) => {
                const module = modules.get(entry)!;
                return { module: module.name, range: supportedVersions(module, identity) };
            },
            earlier,
        });
        diagnostics.push(...compiled.diagnostics);
        if (diagnostics.some((d) => d.category === ts.DiagnosticCategory.Error)) return done(diagnostics);

        const checks = verifyAll(compiled.outputs, modules, compiled.program);
        diagnostics.push(...checks.flatMap((verification) => verification.diagnostics));
        const failed = diagnostics.some((d) => d.category === ts.DiagnosticCategory.Error);

        const written = writeOutputs(
            projectDir,
            compiled.outputs.flatMap((output) => filesOf(output, modules.get(output.entry)!, compiled.program)),
            {
                modules: selection.modules.map((module) => module.name),
                complete: selection.modules.length === discovery.modules.length,
                write: options.write !== false && !failed,
            },
        );
        diagnostics.push(...written.diagnostics);
        const results = compiled.outputs.map((output, index): ModuleResult => {
            const { name } = modules.get(output.entry)!;
            const relative = `${outputFolder}/${name}/${name}.lua`;
            return {
                name,
                luaFile: path.join(projectDir, ...relative.split("/")),
                lines: output.lua.split("\n").length - 1,
                bytes: Buffer.byteLength(output.lua),
                checks: checks[index]!.checks,
                changed: written.changed.has(relative),
            };
        });
        return done(diagnostics, results);
    }

    function verifyAll(
        outputs: readonly CompileOutput[],
        modules: ReadonlyMap<string, ModuleSource>,
        program: ts.Program,
    ): Verification[] {
        const fresh = outputs.filter((output) => !verified.has(output.lua));
        const found = verify(
            fresh.map((output) => ({
                name: modules.get(output.entry)!.name,
                text: output.lua,
                exports: exportsOf(output.entry, program),
                locate: (line) => locate(output, line, path.join(projectDir, mapFolder, "x")),
            })),
        );
        fresh.forEach((output, index) => verified.set(output.lua, found[index]!));
        const results = outputs.map((output) => verified.get(output.lua)!);
        verified.clear();
        outputs.forEach((output, index) => verified.set(output.lua, results[index]!));
        return results;
    }

    return {
        build,
        watchRoots: () => ["src", "lua-shims", "tstl.json", "package.json"].map((name) => path.join(projectDir, name)),
    };
}

function select(
    all: readonly ModuleSource[],
    names: readonly string[] | undefined,
): { modules: readonly ModuleSource[]; problems: ts.Diagnostic[] } {
    if (!names || names.length === 0) return { modules: all, problems: [] };
    const problems: ts.Diagnostic[] = [];
    const modules = new Set<ModuleSource>();
    for (const name of names) {
        const full = name.startsWith("mod_") ? name : `mod_${name}`;
        const module = all.find((each) => each.name === full);
        if (module) modules.add(module);
        else {
            const known = all.map((each) => each.name);
            problems.push(unknownModule(undefined, name, nearest(full, known), known));
        }
    }
    return { modules: [...modules], problems };
}

interface ProjectIdentity {
    version: string | undefined;
    license: string | undefined;
    /** The Prosody versions that all modules support. */
    prosody: string | undefined;
    problems: ts.Diagnostic[];
}

function readProject(projectDir: string): ProjectIdentity {
    const file = path.join(projectDir, "package.json");
    try {
        const text = fs.readFileSync(file, "utf8");
        const { version, license, engines } = JSON.parse(text) as Record<string, unknown>;
        const prosody = (engines as Record<string, unknown> | null | undefined)?.prosody;
        const fault = prosody === undefined ? undefined : faultOfRange(prosody);
        const place = (): Place => {
            const start = text.indexOf('"prosody"', text.indexOf('"engines"'));
            return { file: textFile(file, text), start, length: '"prosody"'.length };
        };
        return {
            version: typeof version === "string" ? version : undefined,
            license: typeof license === "string" ? license : undefined,
            prosody: prosody as string | undefined,
            problems: fault === undefined ? [] : [projectVersionsInvalid(place(), JSON.stringify(prosody), fault)],
        };
    } catch {
        // A project need not be an npm package; its modules' READMEs may say it all.
        return { version: undefined, license: undefined, prosody: undefined, problems: [] };
    }
}

function supportedVersions(module: ModuleSource, project: ProjectIdentity): string {
    return module.readme?.prosody ?? project.prosody ?? defaultVersions;
}

const generator = JSON.parse(fs.readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    name: string;
    version: string;
};

/** Who made it, from what, under which licence: the file may travel alone. */
function header(module: ModuleSource, project: ProjectIdentity, projectDir: string): string[] {
    const { readme } = module;
    const license = readme?.license ?? project.license;
    const version = readme?.version ?? project.version;
    const facts = [
        version && `Version ${version}`,
        `for Prosody ${supportedVersions(module, project)}`,
        license && `${license} licence`,
    ];
    return [
        readme?.summary ? `${module.name}: ${readme.summary}` : module.name,
        facts.filter(Boolean).join(", ").replace(/^f/, "F"),
        "",
        `Generated by ${generator.name} ${generator.version}; change the source, not this file:`,
        relativeName(projectDir, module.entry),
    ];
}

function filesOf(output: CompileOutput, module: ModuleSource, program: ts.Program): OutputFile[] {
    const sources = output.sources.map((source) => program.getSourceFile(source)).filter((file) => file !== undefined);
    const folder = `${outputFolder}/${module.name}`;
    const file = (name: string, content: string | Uint8Array): OutputFile => ({
        module: module.name,
        path: `${folder}/${name}`,
        content,
    });
    return [
        file(`${module.name}.lua`, output.lua),
        ...(module.readme ? [file("README.md", withOptionTable(module.readme.text, declaredOptions(sources)))] : []),
        ...module.resources.map((resource) => file(resource.relative, fs.readFileSync(resource.path))),
        { module: module.name, path: `${mapFolder}/${module.name}/${module.name}.lua.map`, content: output.map },
    ];
}

/** Names that a module gives to those who depend on it. */
function exportsOf(entry: string, program: ts.Program): ReadonlySet<string> {
    const checker = program.getTypeChecker();
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(entry)!);
    return new Set((symbol ? checker.getExportsOfModule(symbol) : []).map(({ name }) => name));
}

/** The TypeScript behind a line of generated Lua. */
function locate(output: CompileOutput, line: number, folder: string): Place | undefined {
    const map = new TraceMap(output.map);
    for (let column = 0; column < 200; column += 1) {
        const position = originalPositionFor(map, { line, column, bias: -1 });
        if (position.source === null) continue;
        const fileName = path.resolve(folder, position.source);
        const text = ts.sys.readFile(fileName);
        if (text === undefined) return undefined;
        const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest);
        const start = ts.getPositionOfLineAndCharacter(file, position.line - 1, position.column);
        return { file, start, length: 1 };
    }
    return undefined;
}
