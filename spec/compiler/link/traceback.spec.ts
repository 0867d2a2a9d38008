import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect } from "vitest";
import { describeSnippets, type Chunk } from "../evaluate/evaluate.ts";
import { luaVersions } from "../evaluate/lua-versions.ts";

/** The TypeScript places that a Lua traceback's lines came from, innermost first. */
function places({ map, reports }: Chunk, version: (typeof luaVersions)[number]): string[] {
    const trace = new TraceMap(map);
    const found: string[] = [];
    for (const [, line] of (reports[version].traceback ?? "")
        .split("stack traceback:")[1]!
        .matchAll(/s\d+\.lua:(\d+):/g)) {
        const { source, line: original } = originalPositionFor(trace, { line: Number(line), column: 0, bias: 1 });
        found.push(`${source}:${original}`);
    }
    return found;
}

/** Functions that call the one before them, a line each, from the second on. */
const chain = (name: string, count: number): string[] =>
    Array.from(
        { length: count - 1 },
        (_, index) => `function ${name}${index + 1}(): number { return ${name}${index}() + 1; }`,
    );

describeSnippets("Tracebacks and source maps", ({ looks, raises }) => {
    looks(
        "each line of a traceback leads to its line of TypeScript, across files",
        {
            "main.ts": [
                `import { check } from "./lib/check";`,
                ``,
                `function run(n: number) {`,
                `    const doubled = n * 2;`,
                `    const checked = check(doubled);`,
                `    return checked + 1;`,
                `}`,
                ``,
                `export const result = run(21) + 1;`,
            ].join("\n"),
            "lib/check.ts": [
                `/** A comment that takes lines. */`,
                `const limit = 10;`,
                ``,
                `export function check(n: number) {`,
                `    if (n > limit) {`,
                `        throw new Error("too many");`,
                `    }`,
                `    return n;`,
                `}`,
            ].join("\n"),
        },
        (chunk) => {
            for (const version of luaVersions) {
                expect(chunk.reports[version].raised, version).toMatch(/^.*s\d+\.lua:\d+: too many$/);
                expect(places(chunk, version), version).toEqual(
                    ["s001/lib/check.ts:6", "s001/main.ts:5", "s001/main.ts:9"].map((place) =>
                        place.replace("s001/", ""),
                    ),
                );
            }
        },
    );
    looks(
        "helpers stand in no map, and lines behind them still lead home",
        {
            "main.ts": [
                `const words = ["a", "b"].map((word) => word.trim());`,
                `const table: Record<string, { name: string }> = {};`,
                `function boom(key: string) {`,
                `    return table[key]!.name;`,
                `}`,
                `export const result = words.filter((word) => boom(word) !== "");`,
            ].join("\n"),
        },
        (chunk) => {
            for (const version of luaVersions) {
                expect(chunk.reports[version].raised, version).toMatch(/attempt to index/);
                const found = places(chunk, version);
                expect(found[0], version).toBe("main.ts:4");
                expect(found.at(-1), version).toBe("main.ts:6");
            }
        },
    );
    looks(
        "every mapped line leads to a line that exists, and names lead to the same name",
        {
            "main.ts": `import { greet } from "./greet";\n\nclass Box {\n    constructor(readonly label: string) {}\n    show() {\n        return greet(this.label);\n    }\n}\nexport const result = new Box("x").show();\n`,
            "greet.ts": `export function greet(name: string) {\n    const word = "hello";\n    return word + " " + name;\n}\n`,
        },
        ({ map, lua }) => {
            const trace = new TraceMap(map);
            expect(trace.sources.filter(Boolean).sort()).toEqual(["greet.ts", "main.ts"]);
            const line = lua.split("\n").findIndex((text) => text.includes('" " .. name')) + 1;
            expect(
                originalPositionFor(trace, { line, column: lua.split("\n")[line - 1]!.indexOf("word") }),
            ).toMatchObject({
                source: "greet.ts",
                line: 3,
            });
        },
    );
    looks(
        "lines inside the blocks of a large chunk lead home, whichever file they come from",
        {
            // The first block holds all of one file and the beginning of the other.
            "ten.ts": [
                `function g0(): number { return 1; }`,
                ...chain("g", 9),
                `export function g9(): number { return g8() + 1; }`,
            ].join("\n"),
            "main.ts": [
                `import { g9 } from "./ten";`,
                `function f0(): number {`,
                `    throw new Error(\`boom \${g9()}\`);`,
                `}`,
                ...chain("f", 250),
                `export const result = f249();`,
            ].join("\n"),
        },
        (chunk) => {
            for (const version of luaVersions) {
                expect(chunk.reports[version].raised, version).toMatch(/boom 10$/);
                const [first, second, third] = places(chunk, version);
                expect([first, second, third], version).toEqual(["main.ts:3", "main.ts:5", "main.ts:6"]);
            }
        },
    );
    raises(
        "an error from a linked file names the chunk, as hand-written Lua would",
        {
            "main.ts": `import { fail } from "./fail"; fail(); export const result = 1;`,
            "fail.ts": `export function fail() { error("no luck"); }`,
        },
        /s\d+\.lua:\d+: no luck$/,
    );
    raises(
        "an Error that some catch looks into still says where it was thrown",
        `
        function f() { throw new Error("inner"); }
        try { f(); } catch (e) { if (e instanceof Error && e.message === "inner") throw e; }
        export const result = 1;
        `,
        /inner/,
    );
});
