/**
 * Specs for the compiler that read as sentences: a TypeScript snippet is compiled, linked and RUN on every Lua, and its
 * exported `result` must be what JavaScript gives.
 *
 *     describeSnippets("Destructuring", ({ behavesLikeJavaScript }) => {
 *         behavesLikeJavaScript("swaps two variables", `let [a, b] = [1, 2]; [a, b] = [b, a]; export const result = [a, b];`);
 *     });
 *
 * All snippets of one `describeSnippets` are compiled in one program, since the program is what costs time.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileFiles, type CompileOutput } from "../../../src/compiler/compile.ts";
import { canonicalFromJavaScript, canonicalFromLua } from "./compare.ts";
import { runAsJavaScript, untilNothingIsReady } from "./javascript.ts";
import { luaVersions, runChunks, type LuaReport, type LuaVersion } from "./lua-versions.ts";

/** One file's text, or several by their paths; `main.ts` is the one that is compiled. */
export type Source = string | ({ "main.ts": string } & Record<string, string>);

export interface SnippetOptions {
    /** Lua modules that the snippet requires, by name: Lua text that returns the module. */
    requires?: Record<string, string>;
}

/** A compiled snippet, for the few tests about how the Lua looks. */
export interface Chunk {
    lua: string;
    map: string;
    /** Where the snippet's files lie. */
    folder: string;
    reports: Record<LuaVersion, LuaReport>;
}

export interface Snippets {
    /** The exported `result` is the same in JavaScript and on every Lua. */
    behavesLikeJavaScript: (title: string, source: Source, options?: SnippetOptions) => void;
    /** For what JavaScript has no counterpart of: the exported `result` is `expected` on every Lua. */
    gives: (title: string, source: Source, expected: unknown, options?: SnippetOptions) => void;
    /** Running the chunk ends with an error whose message matches, on every Lua. */
    raises: (title: string, source: Source, message: RegExp, options?: SnippetOptions) => void;
    /** A test of its own about the chunk, which must run without an error unless `raises` says otherwise. */
    looks: (title: string, source: Source, assertions: (chunk: Chunk) => void, options?: SnippetOptions) => void;
}

interface Snippet {
    title: string;
    source: Source;
    options: SnippetOptions;
    folder: string;
    luaFile: string;
    output?: CompileOutput;
    reports: Partial<Record<LuaVersion, LuaReport>>;
    failure?: string;
}

const packageFolder = fileURLToPath(new URL("../../../", import.meta.url));

export function describeSnippets(
    title: string,
    define: (snippets: Snippets) => void,
    /**
     * Without `lint`, luacheck is not asked about the chunks: code made at random is not worth its opinion. With `isAsync`,
     * they run until nothing is ready any more, on Prosody's own promises.
     */
    { lint = true, isAsync = false } = {},
): void {
    describe(title, () => {
        const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "typed-prosody-snippets-")));
        const snippets: Snippet[] = [];
        const add = (name: string, source: Source, options: SnippetOptions = {}): Snippet => {
            const own = `s${String(snippets.length + 1).padStart(3, "0")}`;
            const snippet: Snippet = {
                title: name,
                source,
                options,
                folder: path.join(folder, own),
                luaFile: path.join(folder, `${own}.lua`),
                reports: {},
            };
            snippets.push(snippet);
            return snippet;
        };
        const onEveryLua = (snippet: Snippet, assertions: (report: LuaReport) => void | Promise<void>) => {
            describe(snippet.title, () => {
                test.each(luaVersions)("%s", async (version) => {
                    await assertions(reportOf(snippet, version));
                });
            });
        };

        beforeAll(async () => {
            writeProject(folder, snippets);
            compileTogether(folder, snippets);
            const compiled = snippets.filter((snippet) => snippet.output);
            for (const version of luaVersions) {
                const reports = await runChunks(
                    version,
                    compiled.map((snippet) => snippet.luaFile),
                    { isAsync },
                );
                compiled.forEach((snippet, index) => (snippet.reports[version] = reports[index]!));
            }
        }, 120_000);
        afterAll(() => rmSync(folder, { recursive: true, force: true }));

        define({
            behavesLikeJavaScript: (name, source, options) => {
                const snippet = add(name, source, options);
                onEveryLua(snippet, async (report) => {
                    const exported = runAsJavaScript(path.join(snippet.folder, "main.ts"));
                    if (isAsync) await untilNothingIsReady();
                    expect(exported, "the snippet exports a result").toHaveProperty("result");
                    expectResult(snippet, report, exported.result);
                });
            },
            gives: (name, source, expected, options) => {
                const snippet = add(name, source, options);
                onEveryLua(snippet, (report) => expectResult(snippet, report, expected));
            },
            raises: (name, source, message, options) => {
                const snippet = add(name, source, options);
                onEveryLua(snippet, (report) => {
                    expect(report.ok, "the chunk ran without an error").toBe(false);
                    expect(report.raised).toMatch(message);
                });
            },
            looks: (name, source, assertions, options) => {
                const snippet = add(name, source, options);
                test(name, () => {
                    reportOf(snippet, "Lua 5.4");
                    const { output, reports } = snippet;
                    assertions({
                        lua: output!.lua,
                        map: output!.map,
                        folder: snippet.folder,
                        reports: reports as Record<LuaVersion, LuaReport>,
                    });
                });
            },
        });

        test("no chunk shows the transpiler's own names", () => {
            const shown = snippets.flatMap(({ title: name, output }) =>
                (output?.lua.split("\n") ?? [])
                    .filter((line) => /____|TS__|lualib_bundle/.test(line))
                    .map((line) => `${name}: ${line}`),
            );
            if (shown.length > 0) throw new Error(shown.join("\n"));
        });
        if (lint) {
            test("luacheck finds nothing in any chunk", () => {
                const findings = luacheck(snippets.filter((snippet) => snippet.output));
                if (findings.length > 0) throw new Error(findings.join("\n"));
            });
        }
    });
}

function reportOf(snippet: Snippet, version: LuaVersion): LuaReport {
    if (snippet.failure !== undefined) throw new Error(snippet.failure);
    return snippet.reports[version]!;
}

function expectResult(snippet: Snippet, report: LuaReport, expected: unknown): void {
    if (!report.ok) throw new Error(`${report.traceback ?? report.raised}\n\n${snippet.output!.lua}`);
    const canonical = canonicalFromJavaScript(expected);
    const found = canonicalFromLua(report.result, canonical);
    expect(found, snippet.output!.lua).toEqual(canonical);
}

function writeProject(folder: string, snippets: readonly Snippet[]): void {
    const config = {
        extends: path.join(packageFolder, "tstl.base.json"),
        include: [path.join(packageFolder, "src/prosody")],
    };
    writeFileSync(path.join(folder, "tstl.json"), JSON.stringify(config));
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(packageFolder, path.join(folder, "node_modules", "typed-prosody"), "junction");
    for (const snippet of snippets) {
        const files = typeof snippet.source === "string" ? { "main.ts": snippet.source } : snippet.source;
        for (const [name, text] of Object.entries(files)) {
            const file = path.join(snippet.folder, name);
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, text);
        }
        const preload = Object.entries(snippet.options.requires ?? {}).map(
            ([name, text]) => `package.preload[${JSON.stringify(name)}] = function ()\n${text}\nend\n`,
        );
        if (preload.length > 0) writeFileSync(`${snippet.luaFile}.preload.lua`, preload.join(""));
    }
}

/** One faulty snippet must fail alone: the others are compiled again without it. */
function compileTogether(folder: string, snippets: readonly Snippet[]): void {
    let rest = snippets;
    for (;;) {
        const entries = rest.map((snippet) => path.join(snippet.folder, "main.ts"));
        let result;
        try {
            result = compileFiles({ projectDir: folder, entries });
        } catch (error) {
            if (rest.length === 1) {
                rest[0]!.failure = `the compiler failed: ${error instanceof Error ? error.stack : String(error)}`;
                return;
            }
            for (const snippet of rest) compileTogether(folder, [snippet]);
            return;
        }
        if (result.outputs.length > 0) {
            result.outputs.forEach((output, index) => {
                const snippet = rest[index]!;
                snippet.output = output;
                writeFileSync(snippet.luaFile, output.lua);
            });
            return;
        }
        const errors = result.diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
        const faulty = rest.filter((snippet) =>
            errors.some(({ file }) => file?.fileName.startsWith(asPosix(snippet.folder))),
        );
        for (const snippet of faulty) {
            const own = errors.filter(({ file }) => file?.fileName.startsWith(asPosix(snippet.folder)));
            snippet.failure = ts.formatDiagnostics(own, formatHost);
        }
        if (faulty.length === 0) throw new Error(ts.formatDiagnostics(errors, formatHost));
        rest = rest.filter((snippet) => snippet.failure === undefined);
        if (rest.length === 0) return;
    }
}

const asPosix = (file: string) => file.split(path.sep).join("/");

const formatHost: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => "\n",
};

/** What luacheck says under the rules for generated modules, but that a snippet exports its result as a global. */
function luacheck(snippets: readonly Snippet[]): string[] {
    const config = path.join(packageFolder, ".luacheckrc");
    const args = ["--config", config, "--no-cache", "--formatter", "plain", "--no-color", "--allow-defined-top"];
    // 131: a defined global that nobody reads, which is what `result` is.
    const files = snippets.map((snippet) => snippet.luaFile);
    let report: string;
    try {
        report = execFileSync("luacheck", [...args, "--ignore", "131", "--", ...files], { encoding: "utf8" });
    } catch (error) {
        const { stdout, status } = error as { stdout?: string; status?: number };
        if (stdout === undefined || status === undefined || status > 2) throw error;
        report = stdout;
    }
    const byFile = new Map(snippets.map((snippet) => [path.basename(snippet.luaFile), snippet]));
    return report
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => {
            const [, name, number, rest] = /([^/\\]+\.lua):(\d+):\d+: (.*)$/.exec(line) ?? [];
            const snippet = name === undefined ? undefined : byFile.get(name);
            if (!snippet) return line;
            return `${snippet.title}: ${rest}: ${snippet.output!.lua.split("\n")[Number(number) - 1]!.trim()}`;
        });
}
