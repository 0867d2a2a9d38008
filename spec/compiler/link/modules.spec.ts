import { expect } from "vitest";
import { describeSnippets } from "../evaluate/evaluate.ts";

/** How many lines of the text hold the pattern. */
const lines = (lua: string, pattern: RegExp) => lua.split("\n").filter((line) => pattern.test(line)).length;

describeSnippets("Linking files", ({ behavesLikeJavaScript, gives, looks }) => {
    behavesLikeJavaScript("imports functions, constants, classes, enums and namespaces", {
        "main.ts": `
            import { twice, base, Box, Kind, Tools } from "./lib";
            export const result = [twice(base), new Box(3).size(), Kind.Set, Tools.trimmed(" x "), Kind.Get];
        `,
        "lib.ts": `
            export const base = 21;
            export function twice(n: number) { return n * 2; }
            export class Box { constructor(private n: number) {} size() { return twice(this.n); } }
            export enum Kind { Get = "get", Set = "set" }
            export namespace Tools { export const trimmed = (s: string) => s.trim(); }
        `,
    });
    behavesLikeJavaScript("runs files in the order in which JavaScript does", {
        "main.ts": `import { log } from "./log"; import "./b"; import "./a"; log.push("main"); export const result = log;`,
        "a.ts": `import { log } from "./log"; import "./c"; log.push("a");`,
        "b.ts": `import "./c"; import { log } from "./log"; log.push("b");`,
        "c.ts": `import { log } from "./log"; log.push("c");`,
        "log.ts": `export const log: string[] = [];`,
    });
    behavesLikeJavaScript("an imported variable shows its exporter's changes", {
        "main.ts": `
            import { count, up, state } from "./counter";
            const before = count;
            up(); up();
            const list = [before, count];
            up();
            export const result = [list, count, state.list];
        `,
        "counter.ts": `
            export let count = 0;
            export const state: { list: number[] } = { list: [] };
            export function up() { count++; state.list.push(count); }
        `,
    });
    behavesLikeJavaScript("default exports of every kind", {
        "main.ts": `
            import greet, { word } from "./greet";
            import Box from "./box";
            import table from "./table";
            import number from "./number";
            import { default as other } from "./other";
            import { anonymous, nothing } from "./barrel";
            export const result = [greet("a"), word, new Box().n, table.a, number, other(), anonymous(), nothing];
        `,
        "greet.ts": `export const word = "hi"; export default function greet(name: string) { return word + " " + name; }`,
        "box.ts": `export default class Box { n = 5; }`,
        "table.ts": `export default { a: 1, b: 2 };`,
        "number.ts": `const n = 40; export default n + 2;`,
        "other.ts": `const f = () => "other"; export { f as default };`,
        "no-name.ts": `export default function () { return "anonymous"; }`,
        "barrel.ts": `export { default as anonymous } from "./no-name"; export const nothing = "n";`,
    });
    behavesLikeJavaScript("re-exports, single, renamed, all and as a namespace, over several files", {
        "main.ts": `
            import { a, renamed, b, c, everything, deep } from "./barrel";
            export const result = [a, renamed, b(), c, everything.b(), everything.c, deep.inner.a];
        `,
        "barrel.ts": `
            export { a, a as renamed } from "./one";
            export * from "./two";
            export * as everything from "./two";
            import * as inner from "./one";
            export const deep = { inner };
        `,
        "one.ts": `export const a = 1; export const hidden = "never";`,
        "two.ts": `export * from "./three"; export function b() { return "b"; }`,
        "three.ts": `export const c = "c";`,
    });
    behavesLikeJavaScript("a namespace import is used by its members and as a value", {
        "main.ts": `
            import * as tools from "./tools";
            const names: string[] = [];
            for (const name in tools) names.push(name);
            const pick = (which: { one: number }) => which.one;
            const key = "two" as const;
            export const result = [tools.one, tools.add(1, 2), names.sort(), pick(tools), tools[key]];
        `,
        "tools.ts": `export const one = 1; export const two = 2; export function add(a: number, b: number) { return a + b; }`,
    });
    behavesLikeJavaScript("files that import each other", {
        "main.ts": `import { isEven } from "./even"; import { isOdd, label } from "./odd"; export const result = [isEven(10), isOdd(7), isEven(3), label()];`,
        "even.ts": `import { isOdd } from "./odd"; export const name = "even"; export function isEven(n: number): boolean { return n === 0 || isOdd(n - 1); }`,
        "odd.ts": `import { isEven, name } from "./even"; export function isOdd(n: number): boolean { return n !== 0 && isEven(n - 1); } export const label = () => "not " + name;`,
    });
    behavesLikeJavaScript("classes of files that import each other", {
        "main.ts": `import { Tree } from "./tree"; export const result = new Tree(2).count();`,
        "tree.ts": `import { Leaf } from "./leaf"; export class Tree { constructor(readonly depth: number) {} count(): number { return this.depth === 0 ? new Leaf().count() : new Tree(this.depth - 1).count() * 2; } }`,
        "leaf.ts": `import { Tree } from "./tree"; export class Leaf { count() { return 1; } grow() { return new Tree(1); } }`,
    });
    behavesLikeJavaScript("classes inherit across files", {
        "main.ts": `import { Derived } from "./derived"; import { Base } from "./base"; const d = new Derived(); export const result = [d.hello(), d instanceof Base];`,
        "derived.ts": `import { Base } from "./base"; export class Derived extends Base { override hello() { return super.hello() + "!"; } }`,
        "base.ts": `export class Base { hello() { return "hello"; } }`,
    });
    behavesLikeJavaScript("the same names in several files stay apart", {
        "main.ts": `
            import { value as a } from "./a";
            import { value as b, count } from "./b";
            const helper = () => "main";
            const value = "mine";
            let counter = 100;
            counter++;
            export const result = [a(), b(), helper(), value, count(), count(), counter];
        `,
        "a.ts": `const helper = () => "a"; let counter = 0; export function value() { counter++; return helper() + counter.toFixed(0); }`,
        "b.ts": `const helper = () => "b"; let counter = 10; export function value() { return helper(); } export function count() { return ++counter; }`,
    });
    behavesLikeJavaScript("locals and parameters may hide imported names", {
        "main.ts": `
            import { name, size, list } from "./lib";
            function f(name: string) { const size = name.length; return [name, size]; }
            function g() { const inner = (list: number[]) => list.length + size; return inner([1]) + list.length; }
            const h = ({ name: size }: { name: string }) => size + name;
            let seen = "";
            for (const name of ["x", "y"]) seen += name;
            for (let size = 0; size < 2; size++) seen += "s";
            try { throw "e"; } catch (name) { seen += String(name); }
            export const result = [f("abc"), g(), h({ name: "p" }), seen, name, size];
        `,
        "lib.ts": `export const name = "lib"; export const size = 9; export const list = [1, 2, 3]; export const unused = name + "!";`,
    });
    behavesLikeJavaScript("names that Lua reserves or predefines", {
        "main.ts": `
            import { end, type, string, local, print as output, error, nil, repeat as again, table, then } from "./lib";
            const not = 1, elseif = 2, until = 3, and = 4, or = 5, goto = 6, self = 7, _G = 8, math = 9, pairs = 10, unpack = 11, tostring = 12, select = 13;
            function until2(next: number, ipairs: number) { return next + ipairs; }
            export const result = [end, type, string("x"), local, output, error, nil, again, table, then(), not, elseif, until, and, or, goto, self, _G, math, pairs, unpack, tostring, select, until2(1, 2),
                [..."ab".split("")].map((c) => c.toUpperCase()), Math.max(1, 2), \`\${true}\`];
        `,
        "lib.ts": `
            export const end = "end"; export const type = "type"; export function string(s: string) { return s + "!"; }
            export const local = "local", print = "print", error = "error", nil = "nil", repeat = "repeat", table = "table";
            export function then() { return [type, local].join(); }
        `,
    });
    behavesLikeJavaScript("names with a dollar or letters that Lua has not", {
        "main.ts": `import { $size, größe } from "./lib"; const π = 3, $ = 4, a$b = 5; export const result = [$size, größe, π, $, a$b, { ü: 1, "a b": 2 }];`,
        "lib.ts": `export const $size = 1; export const größe = 2;`,
    });
    behavesLikeJavaScript("functions and constants use each other before they are declared", {
        "main.ts":
            `
            import { start } from "./lib";
            export const result = [start(3), early()];
            function early() { return late() + table.n; }
            function late() { return 1; }
            var table = { n: 0 };
        `
                .replace("var table = { n: 0 };", "")
                .replace("table.n", "twice(2)") + "function twice(n: number) { return n * 2; }",
        "lib.ts": `
            export const start = (n: number): string => n === 0 ? done() : step(n);
            const step = (n: number) => "." + start(n - 1);
            const done = () => settings.word;
            const settings = { word: "done" };
        `,
    });
    behavesLikeJavaScript("a constant that depends on a function below it", {
        "main.ts": `
            const table = build();
            function build() { return { words: prefix("x") }; }
            function prefix(s: string) { return "p" + s; }
            const other = table.words + prefix("y");
            export const result = [table, other];
        `,
    });
    behavesLikeJavaScript("what has effects is kept, also when nobody uses its value", {
        "main.ts": `import { log } from "./log"; import "./effects"; import { used } from "./mixed"; export const result = [log, used];`,
        "log.ts": `export const log: string[] = []; export function say(word: string) { log.push(word); return word; }`,
        "effects.ts": `import { log, say } from "./log"; const unused = say("declared"); log.push("effect"); if (log.length > 1) log.push("branch");`,
        "mixed.ts": `import { say } from "./log"; export const used = 1; export const unused = say("unused export"); class Registry { static entry = say("static"); }`,
    });
    behavesLikeJavaScript("an export that is assigned in a function or a block", {
        "main.ts": `import { session, open, mode } from "./state"; const before = session === undefined; open("a"); export const result = [before, session ?? "none", mode];`,
        "state.ts": `export let session: string | undefined; export let mode: string; { const prefix = "m"; mode = prefix + "1"; } export function open(name: string) { session = name; }`,
    });
    behavesLikeJavaScript("a folder is imported by its index file, a file also by its ending", {
        "main.ts":
            `import { a } from "./folder"; import { b } from "./folder/b.ts"; export const result = [a, b];`.replace(
                "b.ts",
                "b",
            ),
        "folder/index.ts": `export { b as a } from "./b";`,
        "folder/b.ts": `export const b = "b";`,
    });
    behavesLikeJavaScript("types leave no trace", {
        "main.ts": `import { type Options, make } from "./lib"; import type { Other } from "./types"; const o: Options = make(); const p: Other = { x: 1 }; export const result = [o, p];`,
        "lib.ts": `export interface Options { a: number } export const make = (): Options => ({ a: 1 });`,
        "types.ts": `export interface Other { x: number } throw new Error("only types are imported from here");`,
    });
    behavesLikeJavaScript("a package that ships TypeScript is linked like the project's own", {
        "main.ts": `import { shout, Counter } from "loud"; import { whisper } from "loud/quiet"; const c = new Counter(); c.up(); export const result = [shout("a"), whisper("B"), c.n, [1, 2].map((n) => shout(n.toFixed(0)))];`,
        "node_modules/loud/package.json": `{ "name": "loud", "version": "1.0.0", "exports": { ".": "./src/index.ts", "./quiet": "./src/quiet.ts" } }`,
        "node_modules/loud/src/index.ts": `import { suffix } from "./suffix"; const table = { call(s: string) { return s + suffix; } }; export function shout(s: string) { return apply(s.toUpperCase(), table.call); } function apply(s: string, f: (this: typeof table, s: string) => string) { return f.call(table, s); } export class Counter { n = 0; up() { this.n++; } }`,
        "node_modules/loud/src/suffix.ts": `export const suffix = "!";`,
        "node_modules/loud/src/quiet.ts": `export const whisper = (s: string) => s.toLowerCase();`,
    });
    gives(
        "a Lua file with declarations beside it is linked in",
        {
            "main.ts": `import { add, version, nested } from "./native"; export const result = [add(1, 2), version, nested.twice(4)];`,
            "native.d.ts": `/** @noSelfInFile */ export function add(a: number, b: number): number; export const version: string; export const nested: { twice(this: void, n: number): number };`,
            "native.lua": `local unused = 5;\nlocal version = "1.0";\nlocal function step(a, b) return a + b; end\nlocal function add(a, b)\n\treturn step(a, b);\nend\nlocal nested = {};\nfunction nested.twice(n) return add(n, n); end\n`,
        },
        [3, "1.0", 8],
    );
    gives(
        "modules of the server are required, once and under their plain names",
        {
            "main.ts": `
                import * as st from "prosody.util.stanza";
                import { bare as jidBare } from "prosody.util.jid";
                import { make } from "./other";
                export const result = { iq: st.stanza("iq"), bare: jidBare("a@b/c"), made: make() };
            `,
            "other.ts": `import * as stanza from "prosody.util.stanza"; import { bare } from "prosody.util.jid"; export const make = () => (bare("x@y/z") ?? "") + (stanza.stanza("m") as unknown as string);`,
        },
        { iq: "<iq>", bare: "a@b", made: "x@y<m>" },
        {
            requires: {
                "util.stanza": `return { stanza = function (name) return "<" .. name .. ">"; end }`,
                "util.jid": `return { bare = function (jid) return (jid:gsub("/.*", "")); end }`,
            },
        },
    );
    looks(
        "a linked chunk is flat: locals, in order, without what nobody uses",
        {
            "main.ts": `import { used } from "./lib"; import * as st from "prosody.util.stanza"; export const result = used("a"); export const stanza = st;`,
            "lib.ts": `export function used(s: string) { return inner(s) + suffix; } export function unused() { return heavy.map((x) => x * 2); } const heavy = [1, 2, 3]; const suffix = "!"; function inner(s: string) { return s; } export class Unused { x = 1; }`,
        },
        ({ lua }) => {
            expect(lua).not.toMatch(/unused|heavy|Unused|array_map|require\s*=|package/);
            expect(lines(lua, /require\("util\.stanza"\)/)).toBe(1);
            expect(lua.indexOf("function inner")).toBeLessThan(lua.indexOf("function used"));
            expect(lua).toMatch(/^local function inner\(s\)$/m);
            expect(lua).toMatch(/^local function used\(s\)$/m);
        },
        { requires: { "util.stanza": "return {}" } },
    );
    looks(
        "names change only where they clash",
        {
            "main.ts": `import { name as other, unique } from "./lib"; const name = (s: string) => s + "m"; export const result = [name("a"), other("b"), unique()];`,
            "lib.ts": `export function name(s: string) { return s + "l"; } export function unique() { return "u"; }`,
        },
        ({ lua }) => {
            expect(lua).toMatch(/local function name\(s\)/);
            expect(lua).toMatch(/local function name2\(s\)/);
            expect(lua).toMatch(/local function unique\(\)/);
        },
    );
    looks(
        "helpers appear once, and only those that are used",
        {
            "main.ts": `import { a } from "./a"; import { b } from "./b"; export const result = [a, b, [3].filter((x) => x > 1)];`,
            "a.ts": `export const a = [1].map((x) => x + 1);`,
            "b.ts": `export const b = [2].map((x) => x + 2); export const c = (list: number[]) => list.find((x) => x > 0);`,
        },
        ({ lua }) => {
            expect(lines(lua, /function array_map\(/)).toBe(1);
            expect(lines(lua, /function array_filter\(/)).toBe(1);
            expect(lua).not.toMatch(/array_find|__TS__/);
        },
    );
    looks(
        "comments stay where they were",
        {
            "main.ts": `
// The file's second paragraph.

/**
 * Greets.
 * @param name whom
 */
function greet(name: string) {
    // XEP-0030 says so
    const word = "hi"; // trailing

    /* because */
    return word + name;
}

// eslint-disable-next-line no-console
export const result = greet("a");
`,
        },
        ({ lua }) => {
            expect(lua).toMatch(/^--- Greets\.\n(-- @param name whom\n|--\s*\n)*local function greet\(name\)$/m);
            expect(lua).toMatch(/^\t-- XEP-0030 says so\n\tlocal word = "hi" -- trailing$/m);
            expect(lua).toMatch(/^\t-- because\n\treturn word \.\. name$/m);
            expect(lua).not.toMatch(/eslint/);
        },
    );

    looks(
        "comments behind a brace go above what follows, and those behind code stay there",
        `
let seen = 0;
function count(names: string[]) { // all of them
    for (const name of names) { // in their order
        if (name === "x") { // the one that counts
            seen += 1; // once each
        }
    }
    return seen; /* so far */
}
export const result = count(["x"]);
`,
        ({ lua }) => {
            for (const [comment, code] of [
                ["all of them", "for "],
                ["in their order", "if "],
                ["the one that counts", "seen = "],
            ]) {
                expect(lua).toMatch(new RegExp(`-- ${comment}\\n\\s*${code}`));
            }
            expect(lua).toMatch(/^\t+seen = seen \+ 1 -- once each$/m);
            expect(lua).toMatch(/^\treturn seen -- so far$/m);
        },
    );

    gives(
        "reads exported variables that are nil without asking the environment for them",
        {
            "main.ts": `
                import { other, setOther } from "./other";
                export const nothing = (undefined as string | undefined);
                export let session: string | undefined;
                export let late!: string;
                export { other };
                function look(): unknown[] { return [session === undefined, nothing === undefined, late === undefined, other ?? 0]; }
                const seen = look();
                session = "s";
                late = "l";
                setOther(3);
                function close() { session = undefined; }
                const before = session;
                const environment = module.environment as Record<string, unknown>;
                const published = [environment["session"], environment["late"], environment["other"]];
                close();
                export const result = [...seen, before, ...published, rawget(environment, "session") === undefined];
            `,
            "other.ts": `
                export let other: number | undefined;
                export function setOther(n: number) { other = n; }
            `,
        },
        [true, true, true, 0, "s", "s", "l", 3, true],
    );
});
