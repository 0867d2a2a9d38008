import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LauxLib, Lua } from "lua-wasm-bindings/dist/lua.js";
import type ts from "typescript";
import type { CheckResult } from "./build.ts";
import { luacheckFinding, luaDoesNotLoad, luaLimit, textFile, type Place } from "./diagnostics.ts";

export interface LuaFile {
    /** "mod_component_http" */
    name: string;
    text: string;
    /** Globals that it is to define: what it gives to modules that depend on it. */
    exports?: ReadonlySet<string>;
    /** Where a line of the Lua (1-based) came from, by the source map. */
    locate?: (line: number) => Place | undefined;
}

export interface Verification {
    checks: CheckResult[];
    /** One error for each fault, however many tools found it; empty when nothing failed. */
    diagnostics: ts.Diagnostic[];
}

interface Finding {
    tool: string;
    line: number;
    message: string;
}

/** What one tool says of each file; a string when it could not be asked, saying why. */
type Answer = Finding[][] | string;

const embeddedLuas = ["5.1", "5.2", "5.3", "5.4"] as const;

/** Our rules for generated Lua; the same place seen from src/compiler and from dist/compiler. */
const luacheckrc = fileURLToPath(new URL("../../.luacheckrc", import.meta.url));

/**
 * Hands generated Lua to real compilers. Loading is enough: syntax, the limit of 200 locals and that of upvalues show
 * then, and nothing is run. Lua 5.1 to 5.4 are embedded; LuaJIT and luacheck are asked where they are installed, each
 * once for all files, and the result says so where they are not.
 */
export function verify(files: readonly LuaFile[]): Verification[] {
    if (files.length === 0) return [];
    const answers: [tool: string, answer: Answer][] = embeddedLuas.map((version) => [
        `Lua ${version}`,
        loadEmbedded(version, files),
    ]);
    withFilesOnDisk(files, (paths) => {
        answers.push(["LuaJIT", loadWithLuaJit(paths)], ["luacheck", runLuacheck(files, paths)]);
    });
    return files.map((file, index) => {
        const checks = answers.map(([tool, answer]): CheckResult => {
            if (typeof answer === "string") return { tool, outcome: "skipped", detail: answer };
            const findings = answer[index]!;
            if (findings.length === 0) return { tool, outcome: "passed" };
            const detail = findings.map(({ line, message }) => `${file.name}.lua:${line}: ${message}`).join("\n");
            return { tool, outcome: "failed", detail };
        });
        const findings = answers.flatMap(([, answer]) => (typeof answer === "string" ? [] : answer[index]!));
        return { checks, diagnostics: diagnose(file, findings) };
    });
}

/** Line and words of a Lua compiler's message: `[string "local x…"]:12: '=' expected near 'y'`. */
function parseLuaMessage(tool: string, text: string): Finding {
    const match = /^(?:\[string "[\s\S]*?"\]|[^\n]*?\.lua):(\d+): ([\s\S]*)$/.exec(text);
    return match ? { tool, line: Number(match[1]), message: match[2]! } : { tool, line: 1, message: text };
}

function loadEmbedded(version: (typeof embeddedLuas)[number], files: readonly LuaFile[]): Answer {
    const tool = `Lua ${version}`;
    const { lua, lauxlib } = embedded(version);
    return files.map((file) => {
        // A state of its own for each: after a memory error nothing of the old one can be relied on.
        const state = lauxlib.luaL_newstate();
        try {
            if (file.text.length > maximalTextLength)
                return [{ tool, line: 1, message: "the file is larger than 1 MB" }];
            if (lauxlib.luaL_loadstring(state, file.text) === 0) return [];
            return [parseLuaMessage(tool, lua.lua_tostring(state, -1))];
        } finally {
            lua.lua_close(state);
        }
    });
}

/** The bindings copy a string to WebAssembly's 5 MB stack, four bytes for each character, without looking whether it fits. */
const maximalTextLength = 1_000_000;

const requireCommonJs = createRequire(import.meta.url);

function embedded(version: string): { lua: Lua; lauxlib: LauxLib } {
    // Loaded when first asked for: watch and check --help do without. The glue code adds process-wide handlers that
    // turn any rejected promise into an abort; a library has no business there.
    const events = ["uncaughtException", "unhandledRejection"] as const;
    const before = events.map((event) => new Set(process.listeners(event as "exit")));
    const bindings = requireCommonJs(`lua-wasm-bindings/dist/lua.${version.replace(".", "")}`) as {
        lua: Lua;
        lauxlib: LauxLib;
    };
    events.forEach((event, index) => {
        for (const listener of process.listeners(event as "exit")) {
            if (!before[index]!.has(listener)) process.removeListener(event, listener);
        }
    });
    return bindings;
}

function withFilesOnDisk(files: readonly LuaFile[], use: (paths: string[]) => void): void {
    const folder = mkdtempSync(join(tmpdir(), "typed-prosody-verify-"));
    try {
        use(
            files.map((file, index) => {
                const path = join(folder, `${index}-${file.name}.lua`);
                writeFileSync(path, file.text);
                return path;
            }),
        );
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Runs a tool; undefined when it is not installed. */
function run(command: string, args: string[], input = ""): SpawnSyncReturns<string> | undefined {
    const options = { input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, windowsHide: true } as const;
    const result = spawnSync(command, args, options);
    if (!result.error) return result;
    // LuaRocks installs luacheck as luacheck.bat on Windows, and Node starts no .bat without a shell.
    if (process.platform === "win32") {
        const viaShell = spawnSync(`"${command}"`, args.map(quoteForCmd), { ...options, shell: true });
        // 9009 and 1 with nothing on stdout are cmd's own words for "not found".
        if (!viaShell.error && viaShell.status !== 9009 && viaShell.stdout !== "") return viaShell;
    }
    return undefined;
}

function quoteForCmd(argument: string): string {
    return `"${argument.replaceAll('"', '""')}"`;
}

const notInstalled = (command: string) => `${command} is not installed`;

/** LuaJIT reads this from its standard input, so that one start serves all files. */
const luaJitLoader = `
for index = 1, #arg do
	local chunk, message = loadfile(arg[index])
	if not chunk then io.write(index, "\\t", (message:gsub("[\\r\\n]", " ")), "\\n") end
end
io.write("done\\n")
`;

function loadWithLuaJit(paths: readonly string[]): Answer {
    const result = run("luajit", ["-", ...paths], luaJitLoader);
    if (result === undefined) return notInstalled("luajit");
    const lines = result.stdout.split(/\r?\n/);
    if (result.status !== 0 || !lines.includes("done")) {
        return `luajit did not run: ${(result.stderr || `exit code ${result.status}`).trim()}`;
    }
    const findings: Finding[][] = paths.map(() => []);
    for (const line of lines) {
        const match = /^(\d+)\t(.*)$/.exec(line);
        if (match) findings[Number(match[1]) - 1]!.push(parseLuaMessage("LuaJIT", match[2]!));
    }
    return findings;
}

function runLuacheck(files: readonly LuaFile[], paths: readonly string[]): Answer {
    const args = ["--config", luacheckrc, "--no-cache", "--formatter", "plain", "--codes", "--no-color"];
    const result = run("luacheck", [...args, ...paths]);
    if (result === undefined) return notInstalled("luacheck");
    // 0: clean, 1: warnings, 2: errors in the checked files; more: luacheck itself was at fault.
    if (result.status === null || result.status > 2) {
        return `luacheck did not run: ${(result.stderr || result.stdout).trim()}`;
    }
    const findings: Finding[][] = paths.map(() => []);
    for (const line of result.stdout.split(/\r?\n/)) {
        const match = /^(.*\.lua):(\d+):\d+: (.*)$/.exec(line);
        const index = match ? paths.findIndex((path) => basename(path) === basename(match[1]!)) : -1;
        if (!match || index < 0) continue;
        const message = match[3]!;
        // The rules allow no globals at all.
        const global = /^\(W1[13]\d\) .*'(.+)'$/.exec(message)?.[1];
        if (global !== undefined && files[index]!.exports?.has(global)) continue;
        findings[index]!.push({ tool: "luacheck", line: Number(match[2]), message });
    }
    return findings;
}

/** Joins what several tools say of the same fault; a limit is reported at the function that breaks it. */
function diagnose(file: LuaFile, findings: readonly Finding[]): ts.Diagnostic[] {
    // A file that does not load is no longer worth luacheck's opinion: it says the same in other words.
    const loads = findings.every((finding) => finding.tool === "luacheck");
    const faults = new Map<string, { kind: "locals" | "upvalues" | "load" | "style"; line: number; all: Finding[] }>();
    for (const finding of findings) {
        if (finding.tool === "luacheck" && !loads) continue;
        const kind = finding.tool === "luacheck" ? "style" : limitOf(finding.message);
        const line = functionLine(finding.message) ?? finding.line;
        const key = kind === "style" ? `${line} ${finding.message}` : `${kind} ${line}`;
        const known = faults.get(key);
        if (known) known.all.push(finding);
        else faults.set(key, { kind, line, all: [finding] });
    }
    return [...faults.values()].map(({ kind, line, all }) => {
        const place = file.locate?.(line) ?? luaLine(file, line);
        const tools = all.map(({ tool }) => tool).join(", ");
        const message = all[0]!.message;
        switch (kind) {
            case "locals":
            case "upvalues":
                return luaLimit(place, {
                    kind,
                    limit: kind === "locals" ? 200 : 60,
                    where: `The function at line ${line} of ${file.name}.lua (${tools})`,
                });
            case "load":
                return luaDoesNotLoad(place, file.name, tools, line, message);
            case "style":
                return luacheckFinding(place, file.name, line, message);
        }
    });
}

function limitOf(message: string): "locals" | "upvalues" | "load" {
    if (/local variables/.test(message) && /limit is 200|more than 200/.test(message)) return "locals";
    if (/upvalues/.test(message) && /limit is|more than/.test(message)) return "upvalues";
    return "load";
}

function functionLine(message: string): number | undefined {
    const match = /function at line (\d+)/.exec(message);
    if (match) return Number(match[1]);
    return /main function has more than|\(limit is \d+\) in main function/.test(message) ? 1 : undefined;
}

function luaLine(file: LuaFile, line: number): Place {
    const lines = file.text.split("\n");
    const before = lines.slice(0, line - 1);
    const start = before.reduce((sum, text) => sum + text.length + 1, 0);
    const text = lines[line - 1] ?? "";
    const indent = text.length - text.trimStart().length;
    return {
        file: textFile(`${file.name}.lua`, file.text),
        start: Math.min(start + indent, file.text.length),
        length: text.length - indent,
    };
}
