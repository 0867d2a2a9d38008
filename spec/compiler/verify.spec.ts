import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { diagnosticId, splitMessage, textFile } from "../../src/compiler/diagnostics.ts";
import { verify, type LuaFile } from "../../src/compiler/verify.ts";

const outcomes = (file: LuaFile) =>
    Object.fromEntries(verify([file])[0]!.checks.map(({ tool, outcome }) => [tool, outcome]));

const faults = (file: LuaFile) =>
    verify([file])[0]!.diagnostics.map((diagnostic) => {
        const { line } = ts.getLineAndCharacterOfPosition(diagnostic.file!, diagnostic.start!);
        return `${diagnostic.file!.fileName}:${line + 1} ${diagnosticId(diagnostic)} ${splitMessage(diagnostic).problem}`;
    });

const everyTool = ["Lua 5.1", "Lua 5.2", "Lua 5.3", "Lua 5.4", "LuaJIT", "luacheck"];
const all = (outcome: string) => Object.fromEntries(everyTool.map((tool) => [tool, outcome]));

const names = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);

describe("verify", () => {
    it("passes what every Lua loads and luacheck likes", () => {
        const text =
            'local st = require("util.stanza")\n\nmodule:hook("x", function() return st.stanza("voilà") end)\n';
        expect(outcomes({ name: "mod_a", text })).toEqual(all("passed"));
        expect(faults({ name: "mod_a", text })).toEqual([]);
    });

    it("lets a module define the globals that it exports, and no others", () => {
        const text = "function refuse()\n\tmodule:get_name()\nend\n\nfunction accept()\n\trefuse()\nend\n";
        const exports = new Set(["refuse", "accept"]);
        expect(faults({ name: "mod_a", text, exports })).toEqual([]);
        expect(faults({ name: "mod_a", text, exports: new Set(["refuse"]) })).toEqual([
            expect.stringMatching(/TP3003 .*line 5: .*'accept'/),
        ]);
    });

    it("reports once what all compilers say, at the line of the Lua", () => {
        const file = { name: "mod_a", text: "local a = 1\nreturn a +\n" };
        expect(outcomes(file)).toEqual(all("failed"));
        expect(faults(file)).toEqual([
            expect.stringMatching(
                /^mod_a\.lua:\d TP3001 .*mod_a does not load in Lua 5\.1, Lua 5\.2, Lua 5\.3, Lua 5\.4, LuaJIT: line \d/,
            ),
        ]);
    });

    it("finds what only some of them refuse", () => {
        const file = { name: "mod_a", text: "return 7 // 2\n" };
        expect(outcomes(file)).toMatchObject({
            "Lua 5.1": "failed",
            "Lua 5.2": "failed",
            LuaJIT: "failed",
            "Lua 5.4": "passed",
        });
        expect(faults(file)).toEqual([expect.stringContaining("does not load in Lua 5.1, Lua 5.2, LuaJIT")]);
    });

    it("names the function with more than 200 locals", () => {
        const text = `local function big()\n${names(201)
            .map((name) => `\tlocal ${name} = 1\n\tprint(${name})\n`)
            .join("")}end\nbig()\n`;
        expect(outcomes({ name: "mod_a", text })).toMatchObject({
            "Lua 5.1": "failed",
            "Lua 5.4": "failed",
            LuaJIT: "failed",
        });
        expect(faults({ name: "mod_a", text })).toEqual([
            expect.stringMatching(/^mod_a\.lua:1 TP3002 The function at line 1 of mod_a\.lua .*Lua allows 200/),
        ]);
    });

    it("names the function with more than 60 upvalues, which 5.1 and LuaJIT refuse", () => {
        const text = `${names(61)
            .map((name) => `local ${name} = 1\n`)
            .join("")}return function()\n\treturn ${names(61).join("\n\t\t+ ")}\nend\n`;
        expect(outcomes({ name: "mod_a", text })).toMatchObject({
            "Lua 5.1": "failed",
            "Lua 5.2": "passed",
            LuaJIT: "failed",
        });
        expect(faults({ name: "mod_a", text })).toEqual([
            expect.stringMatching(
                /^mod_a\.lua:62 TP3002 The function at line 62 .*Lua 5\.1, LuaJIT.*Lua 5\.1 allows 60/,
            ),
        ]);
    });

    it("reports at the TypeScript where the source map leads there", () => {
        const file = textFile("mod_a.ts", "first\nsecond\nthird\n");
        const seen: number[] = [];
        const locate = (line: number) => {
            seen.push(line);
            return { file, start: 13, length: 5 };
        };
        expect(faults({ name: "mod_a", text: "local a\nlocal = 1\n", locate })).toEqual([
            expect.stringMatching(/^mod_a\.ts:3 TP3001/),
        ]);
        expect(seen).toEqual([2]);
    });

    it("tells the faults of many files apart", () => {
        const results = verify([
            { name: "mod_a", text: "return 1\n" },
            { name: "mod_b", text: "return return\n" },
            { name: "mod_c", text: "local unused = 1\n" },
        ]);
        expect(results.map(({ diagnostics }) => diagnostics.length)).toEqual([0, 1, 1]);
        expect(splitMessage(results[2]!.diagnostics[0]!).problem).toMatch(/luacheck finds fault .*line 1: \(W211\)/);
    });

    it.each([
        ["defining a global", "counter = 1\n", "W111"],
        ["defining a global function at the top, which Prosody's own rules allow", "function handle() end\n", "W111"],
        ["reading an unknown global", "print(conter)\n", "W113"],
        ["what is in 5.4 only", "print(utf8.char(1))\n", "W113"],
        ["a member that the module API has not", "module:hok()\n", "W143"],
        ["setting what the module API does not let one set", "module.host = 1\n", "W122"],
        ["a line longer than 150", `print("${"x".repeat(150)}")\n`, "W631"],
        ["an unused variable", "local x = 1\n", "W211"],
    ])("has luacheck object to %s", (_what, text, code) => {
        expect(faults({ name: "mod_a", text })).toEqual([expect.stringContaining(`(${code})`)]);
    });

    it.each([
        ["module.unload", "function module.unload() end\n"],
        ["a global module's add_host", "function module.add_host(m) m:log('info', 'x') end\nmodule:set_global()\n"],
        ["unpack of every version", "local unpack = table.unpack or unpack\nprint(unpack({}))\n"],
    ])("has luacheck accept %s", (_what, text) => {
        expect(faults({ name: "mod_a", text })).toEqual([]);
    });

    it("says so when LuaJIT and luacheck are not installed, and still asks the embedded ones", () => {
        const empty = mkdtempSync(join(tmpdir(), "no tools here "));
        onTestFinished(() => rmSync(empty, { recursive: true }));
        vi.stubEnv("PATH", empty);
        onTestFinished(() => void vi.unstubAllEnvs());
        const { checks } = verify([{ name: "mod_a", text: "return 1\n" }])[0]!;
        expect(checks.map(({ tool, outcome, detail }) => [tool, outcome, detail])).toEqual([
            ["Lua 5.1", "passed", undefined],
            ["Lua 5.2", "passed", undefined],
            ["Lua 5.3", "passed", undefined],
            ["Lua 5.4", "passed", undefined],
            ["LuaJIT", "skipped", "luajit is not installed"],
            ["luacheck", "skipped", "luacheck is not installed"],
        ]);
    });

    it("leaves the process's error handlers as they were", () => {
        const count = () => process.listenerCount("uncaughtException") + process.listenerCount("unhandledRejection");
        const before = count();
        verify([{ name: "mod_a", text: "return 1\n" }]);
        expect(count()).toBe(before);
    });
});
