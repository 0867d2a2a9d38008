import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { compileFiles } from "../../../src/compiler/compile.ts";
import { describeSnippets } from "../evaluate/evaluate.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
/** A value that the linker can neither drop nor move. */
const made = (index: number) => `make(${index})`;
const make = `const seen: number[] = []; function make(n: number) { seen.push(n); return n; }`;

describeSnippets("Lua's limits", ({ behavesLikeJavaScript, looks }) => {
    behavesLikeJavaScript(
        "more than 200 outermost constants, used near their declaration",
        `
        ${make}
        let sum = 0;
        ${numbers(260)
            .map((i) => `const value${i} = ${made(i)}; sum += value${i};`)
            .join("\n")}
        export const result = [sum, seen.length];
        `,
    );
    behavesLikeJavaScript(
        "more than 200 outermost functions, each used by the next",
        `
        function f0() { return 1; }
        ${numbers(250)
            .slice(1)
            .map((i) => `function f${i}() { return f${i - 1}() + 1; }`)
            .join("\n")}
        export const result = f249();
        `,
    );
    behavesLikeJavaScript("more than 200 names in several files", {
        "main.ts": `
            import { total as a } from "./a"; import { total as b } from "./b"; import { total as c } from "./c";
            export const result = [a(), b(), c()];
        `,
        ...Object.fromEntries(
            ["a", "b", "c"].map((name) => [
                `${name}.ts`,
                `${make}\n${numbers(90)
                    .map((i) => `const value${i} = ${made(i)};\nfunction get${i}() { return value${i}; }`)
                    .join("\n")}\nexport function total() { return [${numbers(30)
                    .map((i) => `get${i * 3}()`)
                    .join(", ")}].length + seen.length; }`,
            ]),
        ),
        // Spread hides the key from the type.
    });
    behavesLikeJavaScript(
        "functions across blocks call each other",
        `
        ${make}
        ${numbers(120)
            .map(
                (i) =>
                    `const value${i} = ${made(i)};\nfunction get${i}(): number { return value${i} + (${i} > 100 ? get${(i * 7) % 100}() : 0); }`,
            )
            .join("\n")}
        export const result = [get0(), get110(), get119(), seen.length];
        `,
    );
    looks(
        "a chunk below the limit has no blocks",
        `${make}\n${numbers(40)
            .map((i) => `const value${i} = ${made(i)};`)
            .join("\n")}\nexport const result = ${numbers(40)
            .map((i) => `value${i}`)
            .join(" + ")};`,
        ({ lua }) => expect(lua).not.toMatch(/^do$/m),
    );
});

describe("What no arrangement can make loadable", () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "typed-prosody-limits-")));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const packageFolder = fileURLToPath(new URL("../../../", import.meta.url));
    writeFileSync(
        path.join(folder, "tstl.json"),
        JSON.stringify({
            extends: path.join(packageFolder, "tstl.base.json"),
            include: [path.join(packageFolder, "src/prosody")],
        }),
    );

    function errorsOf(name: string, source: string): { text: string; line: number }[] {
        const entry = path.join(folder, name);
        writeFileSync(entry, source);
        const { diagnostics, outputs } = compileFiles({ projectDir: folder, entries: [entry] });
        const errors = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
        if (errors.length > 0) expect(outputs).toEqual([]);
        return errors.map(({ messageText, file, start }) => ({
            text: ts.flattenDiagnosticMessageText(messageText, "\n"),
            line: file!.getLineAndCharacterOfPosition(start!).line + 1,
        }));
    }

    test("a function with more than 200 locals is named", () => {
        const source = `
declare function make(n: number): number;
export function crowded() {
${numbers(210)
    .map((i) => `    const value${i} = make(${i});`)
    .join("\n")}
    return [${numbers(210)
        .map((i) => `value${i}`)
        .join(", ")}];
}`;
        const [error, ...others] = errorsOf("locals.ts", source);
        expect(others).toEqual([]);
        expect(error!.text).toMatch(/crowded/);
        expect(error!.text).toMatch(/200/);
        expect(error!.line).toBe(3);
    });

    test("a function with more than 60 upvalues is named", () => {
        const source = `
declare function make(n: number): number;
function outer() {
${numbers(70)
    .map((i) => `    const value${i} = make(${i});`)
    .join("\n")}
    return function greedy() {
        return [${numbers(70)
            .map((i) => `value${i}`)
            .join(", ")}];
    };
}
export const get = outer();`;
        const [error, ...others] = errorsOf("upvalues.ts", source);
        expect(others).toEqual([]);
        expect(error!.text).toMatch(/60/);
        expect(error!.text).toMatch(/a function in outer/);
        expect(error!.line).toBe(74);
    });

    test("exactly 200 locals and 60 upvalues are no error", () => {
        const source = `
declare function make(n: number): number;
export function full() {
${numbers(200)
    .map((i) => `    const value${i} = make(${i});`)
    .join("\n")}
    return () => [${numbers(60)
        .map((i) => `value${i}`)
        .join(", ")}].length;
}`;
        expect(errorsOf("full.ts", source)).toEqual([]);
    });
});
