/** Compiles and runs many programs at a time: one TypeScript program for all, and one process of each Lua. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import vm from "node:vm";
import ts from "typescript";
import { compileFiles, nothingEarlier } from "../../../src/compiler/compile.ts";
import { diagnosticId } from "../../../src/compiler/diagnostics.ts";
import { canonicalFromJavaScript, canonicalFromLua, type Canonical } from "../../compiler/evaluate/compare.ts";
import { untilNothingIsReady } from "../../compiler/evaluate/javascript.ts";
import { fileOf, type Program } from "./program.ts";
import { luaVersions, runChunks, type LuaVersion } from "../../compiler/evaluate/lua-versions.ts";

const packageFolder = path.resolve(import.meta.dirname, "..", "..", "..");

/** What became of a program. */
export type Outcome =
    /** Every Lua gives what JavaScript gives. */
    | { readonly kind: "same" }
    /** The compiler told why it will not: with typed-prosody's own diagnostics, or with TypeScript's where a program has a type wrong. */
    | { readonly kind: "refused"; readonly codes: readonly string[] }
    /** Something else than JavaScript does, no Lua at all, or a refusal in the transpiler's words. */
    | { readonly kind: "fault"; readonly problem: string; readonly lua?: string };

async function runAsJavaScript(source: string): Promise<unknown> {
    const { outputText } = ts.transpileModule(source, {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const exports: { result?: unknown; turn?: () => boolean } = {};
    const run = vm.runInThisContext(`(function (exports) {${outputText}\n})`) as (exports: object) => void;
    run(exports);
    do await untilNothingIsReady();
    while (exports.turn?.());
    return exports.result;
}

/**
 * A function that is called before a variable it uses is declared raises an error in JavaScript, and finds nil in Lua: TypeScript
 * refuses what it sees of that, and docs/writing-modules.md tells of the rest.
 */
function asksTooEarly(result: unknown): boolean {
    return JSON.stringify(result).includes("before initialization");
}

const SHOWN = 12;

/** Where two results part, with what comes before. */
function difference(expected: unknown, found: unknown): string {
    if (!Array.isArray(expected) || !Array.isArray(found)) {
        return `JavaScript gives ${JSON.stringify(expected)}, Lua ${JSON.stringify(found)}`;
    }
    let place = 0;
    while (isDeepStrictEqual(expected[place], found[place])) place += 1;
    const before = JSON.stringify(expected.slice(Math.max(0, place - SHOWN), place));
    const [own, other] = [expected, found].map((list) => JSON.stringify(list.slice(place, place + 3)));
    return `entry ${place} differs, behind ${before}: JavaScript gives ${own}, Lua ${other}`;
}

/** A project whose programs take each other's place: what TypeScript knows of its libraries is kept. */
export class Workshop {
    readonly #folder = realpathSync(mkdtempSync(path.join(tmpdir(), "typed-prosody-programs-")));
    readonly #earlier = nothingEarlier();
    readonly #luas: readonly LuaVersion[];
    readonly #together: number;

    /** @param together How many programs share a file: what every program stands on costs more than most of them. */
    constructor({
        luas = luaVersions,
        together = 40,
    }: { readonly luas?: readonly LuaVersion[]; readonly together?: number } = {}) {
        this.#luas = luas;
        this.#together = together;
        const config = {
            extends: path.join(packageFolder, "tstl.base.json"),
            include: [path.join(packageFolder, "src", "prosody")],
        };
        writeFileSync(path.join(this.#folder, "tstl.json"), JSON.stringify(config));
        mkdirSync(path.join(this.#folder, "node_modules"));
        symlinkSync(packageFolder, path.join(this.#folder, "node_modules", "typed-prosody"), "junction");
    }

    close(): void {
        rmSync(this.#folder, { recursive: true, force: true });
    }

    /** @returns What became of each program, in their order. */
    async run(programs: readonly Program[]): Promise<Outcome[]> {
        const groups: Program[][] = [];
        for (let start = 0; start < programs.length; start += this.#together) {
            groups.push(programs.slice(start, start + this.#together));
        }
        return (await this.#runFiles(groups)).flat();
    }

    /** Where a file cannot tell which of its programs is at fault, each half of them is run again in a file of its own. */
    async #runFiles(groups: readonly (readonly Program[])[]): Promise<Outcome[][]> {
        const sources = groups.map(fileOf);
        const compiled = this.compile(sources);
        const outcomes: (Outcome[] | undefined)[] = groups.map((group, index) => {
            const found = compiled[index]!;
            return typeof found !== "string" && group.length === 1 ? [found] : undefined;
        });
        const chunks: { index: number; lua: string; file: string; expected: Canonical[] }[] = [];
        for (const [index, lua] of compiled.entries()) {
            if (typeof lua !== "string") continue;
            const file = path.join(this.#folder, `p${index}.lua`);
            writeFileSync(file, lua);
            const expected = canonicalFromJavaScript(await runAsJavaScript(sources[index]!)) as Canonical[];
            outcomes[index] = groups[index]!.map(() => ({ kind: "same" }));
            chunks.push({ index, lua, file, expected });
        }
        await Promise.all(
            this.#luas.map(async (version) => {
                const reports = await runChunks(
                    version,
                    chunks.map(({ file }) => file),
                    { isAsync: true },
                );
                for (const [position, { index, lua, expected }] of chunks.entries()) {
                    const report = reports[position]!;
                    const blame = (which: number, problem: string): void => {
                        const own = outcomes[index];
                        if (own?.[which]?.kind === "same")
                            own[which] = { kind: "fault", problem: `${version}: ${problem}`, lua };
                    };
                    if (!report.ok) {
                        if (groups[index]!.length === 1) blame(0, report.traceback ?? report.raised ?? "it fails");
                        else outcomes[index] = undefined;
                        continue;
                    }
                    const found = canonicalFromLua(report.result, expected) as Canonical[];
                    for (const which of expected.keys()) {
                        if (isDeepStrictEqual(found[which], expected[which]) || asksTooEarly(expected[which])) continue;
                        blame(which, difference(expected[which], found[which]));
                    }
                }
            }),
        );
        const rest: Outcome[][] = [];
        for (const [index, outcome] of outcomes.entries()) {
            const group = groups[index]!;
            const half = Math.ceil(group.length / 2);
            rest.push(outcome ?? (await this.#runFiles([group.slice(0, half), group.slice(half)])).flat());
        }
        return rest;
    }

    /** One faulty file must fail alone: the others are compiled again without it. @returns Lua, or what became of the file. */
    compile(sources: readonly string[]): (string | Outcome)[] {
        const files = sources.map((source, index) => {
            const file = path.join(this.#folder, `p${index}.ts`);
            writeFileSync(file, source);
            return file;
        });
        const found = new Map<string, string | Outcome>();
        const formatted = (list: readonly ts.Diagnostic[]): string =>
            list.map((each) => ts.flattenDiagnosticMessageText(each.messageText, "\n")).join("\n");
        const compile = (entries: readonly string[]): void => {
            if (entries.length === 0) return;
            let result;
            try {
                result = compileFiles({ projectDir: this.#folder, entries, earlier: this.#earlier });
            } catch (error) {
                if (entries.length === 1) {
                    const text = error instanceof Error ? error.stack : String(error);
                    found.set(entries[0]!, { kind: "fault", problem: `the compiler failed: ${text}` });
                } else {
                    for (const entry of entries) compile([entry]);
                }
                return;
            }
            for (const { entry, lua } of result.outputs) found.set(entry, lua);
            if (result.outputs.length > 0) return;
            const errors = result.diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
            const rest = entries.filter((entry) => {
                const own = errors.filter(
                    ({ file }) => file !== undefined && path.basename(file.fileName) === path.basename(entry),
                );
                if (own.length === 0) return true;
                const codes = own.map(diagnosticId);
                found.set(
                    entry,
                    codes.includes("TSTL") ? { kind: "fault", problem: formatted(own) } : { kind: "refused", codes },
                );
                return false;
            });
            if (rest.length < entries.length) compile(rest);
            // An error without a place: nobody could tell whose it is.
            else if (entries.length === 1) found.set(entries[0]!, { kind: "fault", problem: formatted(errors) });
            else for (const entry of entries) compile([entry]);
        };
        compile(files);
        return files.map((file) => found.get(file)!);
    }
}
