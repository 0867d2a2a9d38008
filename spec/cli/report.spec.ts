import { join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { summarize, formatDiagnostic } from "../../src/cli/report.ts";
import {
    luacheckFinding,
    noModules,
    outputNotWritable,
    readmeMissing,
    textFile,
} from "../../src/compiler/diagnostics.ts";

const cwd = resolve("project");
const terminal = { cwd, color: false, verbose: false, out: () => undefined, err: () => undefined };

function typeScripts(text: string, start: number, length: number, more: Partial<ts.Diagnostic> = {}): ts.Diagnostic {
    const file = textFile(join(cwd, "src", "a.ts"), text);
    return { file, start, length, category: ts.DiagnosticCategory.Error, code: 2322, messageText: "Wrong.", ...more };
}

const at = (place: string) => join("src", `a.ts:${place}`);

describe("formatDiagnostic", () => {
    it("underlines the place, whatever it is indented with", () => {
        const text = "function f() {\n\t  return wrong;\n}\n";
        expect(formatDiagnostic(typeScripts(text, text.indexOf("wrong"), 5), terminal)).toBe(
            `${at("2:11")} - error TS2322: Wrong.\n\n2 \t  return wrong;\n  \t         ~~~~~`,
        );
    });

    it("marks a place without width, and one at the very end", () => {
        expect(formatDiagnostic(typeScripts("ab", 2, 0), terminal)).toBe(
            `${at("1:3")} - error TS2322: Wrong.\n\n1 ab\n    ~`,
        );
    });

    it("shows all lines of a short place and the first four of a long one, with Windows line ends too", () => {
        const text = ["f(", "    a,", "    b,", ");"].join("\r\n");
        expect(formatDiagnostic(typeScripts(text, 0, text.length - 1), terminal)).toBe(
            `${at("1:1")} - error TS2322: Wrong.\n\n` +
                ["1 f(", "  ~~", "2     a,", "      ~~", "3     b,", "      ~~", "4 );", "  ~"].join("\n"),
        );
        const long = Array.from({ length: 12 }, (_, index) => `line${index}`).join("\n");
        const frame = formatDiagnostic(typeScripts(long, 0, long.length), terminal)
            .split("\n")
            .slice(2);
        expect(frame.filter((line) => line.startsWith("1 ") || line.startsWith("4 "))).toEqual(["1 line0", "4 line3"]);
        expect(frame.at(-1)).toBe("  …");
    });

    it("puts the suggestion below what is wrong", () => {
        const file = textFile(join(cwd, "mod_a.lua"), "local x = 1\n");
        expect(
            formatDiagnostic(luacheckFinding({ file, start: 6, length: 1 }, "mod_a", 1, "(W211) unused"), terminal),
        ).toMatch(
            /^mod_a\.lua:1:7 - error TP3003: luacheck finds fault .*: line 1: \(W211\) unused\nSuggestion: look at .*\n\n1 local x = 1\n {8}~$/,
        );
    });

    it("names no place where there is none, and a file outside by its whole path", () => {
        expect(formatDiagnostic(noModules(undefined, "src/modules"), terminal)).toMatch(
            /^error TP1002: No module was found/,
        );
        const outside = resolve("elsewhere", "b.ts").replaceAll("\\", "/");
        const file = textFile(outside, "x");
        expect(formatDiagnostic(typeScripts("", 0, 1, { file }), terminal)).toContain(`${outside}:1:1 - error`);
    });

    it("shows what TypeScript relates to it, and its chains of reasons", () => {
        const file = textFile(join(cwd, "src", "b.ts"), "interface B {}\n");
        const text = formatDiagnostic(
            typeScripts("x", 0, 1, {
                messageText: {
                    messageText: "No.",
                    category: 1,
                    code: 1,
                    next: [{ messageText: "Because.", category: 1, code: 2 }],
                },
                relatedInformation: [
                    { file, start: 10, length: 1, category: 3, code: 3, messageText: "Declared here." },
                ],
            }),
            terminal,
        );
        expect(text).toContain("error TS2322: No.\n  Because.\n");
        expect(text).toMatch(/\n {2}src.b\.ts:1:11 - Declared here\.$/);
    });
});

describe("summarize", () => {
    it("counts errors, the files that have them, and warnings", () => {
        const error = typeScripts("x", 0, 1);
        expect(summarize([])).toBe("no errors");
        expect(summarize([error])).toBe("1 error in 1 file");
        expect(summarize([error, error, readmeMissing(undefined, "mod_a")])).toBe("2 errors in 1 file, 1 warning");
        expect(summarize([outputNotWritable(undefined, "dist-lua", "no space left")])).toBe("1 error");
        expect(summarize([readmeMissing(undefined, "mod_a")])).toBe("1 warning");
    });
});
