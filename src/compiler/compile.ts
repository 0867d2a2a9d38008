/** TypeScript files -> Lua chunks, in memory: check, transpile, link, print. */
import path from "node:path";
import ts from "typescript";
import * as diagnostics from "./diagnostics.ts";
import { check } from "./check.ts";
import { link, type LinkedChunk } from "./link/link.ts";
import { readLuaUnit } from "./link/runtime.ts";
import { createUnit, type Unit } from "./link/unit.ts";
import { print, relativeName } from "./print.ts";
import { createLuaProgram } from "./program.ts";
import { createTranspiler } from "./transpile.ts";

export interface CompileInput {
    /** The folder that holds tstl.json, absolute. */
    projectDir: string;
    /** The files to make chunks of, absolute. */
    entries: readonly string[];
    /** Comment lines at the top of a chunk, without their marks. */
    header?: (entry: string) => readonly string[];
    /** Where the map of an entry will lie; source names in it are relative to that. Default: beside the entry. */
    mapFolder?: (entry: string) => string;
    /** A program that was made before for nearly the same files. */
    previous?: ts.Program | undefined;
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
    const { program, configDiagnostics } = createLuaProgram({
        configFile: path.join(input.projectDir, "tstl.json"),
        entries: input.entries,
        previous: input.previous,
    });
    const found: ts.Diagnostic[] = [...configDiagnostics];
    const files = program.getSourceFiles().filter((file) => !file.isDeclarationFile);
    found.push(...check(program, files));
    if (hasErrors(found)) return { diagnostics: found, outputs: [], program };

    const transpile = createTranspiler(program);
    const transpiled = new Set<string>();
    const outputs = input.entries.map((entry): CompileOutput => {
        const units = new Map<string, Unit>();
        const load = (file: string): Unit => {
            let unit = units.get(file);
            if (unit) return unit;
            const source = program.getSourceFile(file);
            if (!source) unit = readLuaUnit(file);
            else {
                const result = transpile(source);
                if (!transpiled.has(file)) found.push(...result.diagnostics);
                transpiled.add(file);
                unit = createUnit({
                    id: file,
                    text: result.text,
                    kind: "typescript",
                    statements: result.ast.statements,
                    inspectsErrors: result.inspectsErrors,
                    comment: result.comment,
                });
            }
            units.set(file, unit);
            return unit;
        };
        const entryFile = program.getSourceFile(entry)!.fileName;
        const chunk = link({ entry: entryFile, load });
        found.push(...limitDiagnostics(chunk, program, entryFile));
        const mapFolder = input.mapFolder?.(entry) ?? path.dirname(entry);
        const printed = print(chunk.items, {
            header: input.header?.(entry) ?? [],
            entry: load(entryFile),
            fileName: path.basename(entry).replace(/\.ts$/, ".lua"),
            sourceName: (file) => relativeName(mapFolder, file),
        });
        return { entry, lua: printed.code, map: printed.map, sources: [...units.keys()] };
    });
    return { diagnostics: found, outputs: hasErrors(found) ? [] : outputs, program };
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
        return diagnostics.luaLimit({ file, start, length: 1 }, problem);
    });
}
