/** TypeScript files -> Lua chunks, in memory: check, transpile, link, print. */
import path from "node:path";
import ts from "typescript";
import { check, checkFile } from "./check.ts";
import { luaLimit } from "./diagnostics.ts";
import { link, type LinkedChunk } from "./link/link.ts";
import { readLuaUnit } from "./link/runtime.ts";
import { createUnit, type Unit } from "./link/unit.ts";
import { print, relativeName } from "./print.ts";
import { createLuaProgram } from "./program.ts";
import { dependencies, Reuse, type Dependencies } from "./reuse.ts";
import { createTranspiler, type TranspiledFile } from "./transpile.ts";
import type { StatedVersions } from "./versions.ts";

export interface CompileInput {
    /** The folder that holds tstl.json, absolute. */
    projectDir: string;
    /** The files to make chunks of, absolute. */
    entries: readonly string[];
    /** Comment lines at the top of a chunk, without their marks. */
    header?: (entry: string) => readonly string[];
    /** Where the map of an entry will lie; source names in it are relative to that. Default: beside the entry. */
    mapFolder?: (entry: string) => string;
    /** The Prosody versions that an entry supports; what is used of Prosody is held against them. Unchecked when absent. */
    versions?: (entry: string) => StatedVersions | undefined;
    /** What an earlier run for nearly the same files left for this one. */
    earlier?: Earlier | undefined;
}

/** What a later run can use again. */
export interface Earlier {
    program?: ts.Program;
    diagnostics: Reuse<readonly ts.Diagnostic[]>;
    outputs: Reuse<LinkedOutput>;
}

export function nothingEarlier(): Earlier {
    return { diagnostics: new Reuse(), outputs: new Reuse() };
}

interface LinkedOutput {
    output: CompileOutput;
    diagnostics: readonly ts.Diagnostic[];
}

export interface CompileOutput {
    entry: string;
    lua: string;
    /** Source map, version 3, as JSON. */
    map: string;
    /** Source files that went into the chunk, TypeScript and Lua, absolute. */
    sources: string[];
}

export interface CompileResult {
    diagnostics: readonly ts.Diagnostic[];
    /** Empty when there is an error anywhere. */
    outputs: CompileOutput[];
    program: ts.Program;
}

export function compileFiles(input: CompileInput): CompileResult {
    const earlier = input.earlier ?? nothingEarlier();
    const { program, configDiagnostics } = createLuaProgram({
        configFile: path.join(input.projectDir, "tstl.json"),
        entries: input.entries,
        previous: earlier.program,
    });
    earlier.program = program;
    const { keyOf, importedBy } = dependencies(program);
    const supported = statedFor(input, program, importedBy);
    const files = program.getSourceFiles().filter((file) => !file.isDeclarationFile);
    const found: ts.Diagnostic[] = [...configDiagnostics, ...check(program, [])];
    // Where the config file is wrong, every error in a module may follow from that.
    if (hasErrors(found)) return { diagnostics: found, outputs: [], program };
    for (const file of files) {
        const stated = supported.get(file) ?? [];
        const key = [...keyOf(file), JSON.stringify(stated)];
        found.push(...earlier.diagnostics.get(file.fileName, key, () => checkFile(program, file, stated)));
    }
    if (hasErrors(found)) return { diagnostics: found, outputs: [], program };

    const transpile = createTranspiler(program);
    const linked = input.entries.map((entry) => {
        const file = program.getSourceFile(entry)!;
        const header = input.header?.(entry) ?? [];
        return earlier.outputs.get(entry, [...keyOf(file), header.join("\n")], () =>
            compileEntry(entry, { program, transpile, header, mapFolder: input.mapFolder?.(entry) }),
        );
    });
    // Entries share files, and with them what is to be said of these.
    found.push(...new Set(linked.flatMap(({ diagnostics }) => diagnostics)));
    const outputs = linked.map(({ output }) => output);
    return { diagnostics: found, outputs: hasErrors(found) ? [] : outputs, program };
}

/** By file: what the entries state that it becomes part of, each range once. */
function statedFor(
    { entries, versions }: CompileInput,
    program: ts.Program,
    importedBy: Dependencies["importedBy"],
): Map<ts.SourceFile, StatedVersions[]> {
    const found = new Map<ts.SourceFile, StatedVersions[]>();
    for (const entry of entries) {
        const stated = versions?.(entry);
        if (!stated) continue;
        for (const file of importedBy(program.getSourceFile(entry)!)) {
            const known = found.get(file) ?? [];
            if (!known.some(({ range }) => range === stated.range)) found.set(file, [...known, stated]);
        }
    }
    return found;
}

interface EntryContext {
    program: ts.Program;
    transpile: (file: ts.SourceFile) => TranspiledFile;
    header: readonly string[];
    mapFolder: string | undefined;
}

function compileEntry(entry: string, { program, transpile, header, mapFolder }: EntryContext): LinkedOutput {
    const diagnostics: ts.Diagnostic[] = [];
    const units = new Map<string, Unit>();
    const load = (file: string): Unit => {
        let unit = units.get(file);
        if (unit) return unit;
        const source = program.getSourceFile(file);
        if (!source) unit = readLuaUnit(file);
        else {
            const result = transpile(source);
            diagnostics.push(...result.diagnostics);
            unit = createUnit({
                id: file,
                text: result.text,
                kind: "typescript",
                statements: result.ast.statements,
                inspectsErrors: result.inspectsErrors,
                mayBeNil: result.mayBeNil,
                comment: result.comment,
            });
        }
        units.set(file, unit);
        return unit;
    };
    const entryFile = program.getSourceFile(entry)!.fileName;
    const chunk = link({ entry: entryFile, load });
    diagnostics.push(...limitDiagnostics(chunk, program, entryFile));
    const printed = print(chunk.items, {
        header,
        entry: load(entryFile),
        fileName: path.basename(entry).replace(/\.ts$/, ".lua"),
        sourceName: (file) => relativeName(mapFolder ?? path.dirname(entry), file),
    });
    return { output: { entry, lua: printed.code, map: printed.map, sources: [...units.keys()] }, diagnostics };
}

function hasErrors(list: readonly ts.Diagnostic[]): boolean {
    return list.some((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
}

function limitDiagnostics(chunk: LinkedChunk, program: ts.Program, entry: string): ts.Diagnostic[] {
    return chunk.problems.map((problem) => {
        const file = program.getSourceFile(problem.unit?.id ?? entry) ?? program.getSourceFile(entry)!;
        const { line, column } = problem.node ?? {};
        const start =
            line === undefined || column === undefined ? 0 : ts.getPositionOfLineAndCharacter(file, line, column);
        return luaLimit({ file, start, length: 1 }, problem);
    });
}
