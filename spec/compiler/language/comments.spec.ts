import ts from "typescript";
import { expect } from "vitest";
import { describeSnippets } from "../evaluate/evaluate.ts";

/** The lines of Lua from one that begins so to one that is so, without their common indentation. */
function excerpt(lua: string, first: string, last: string): string {
    const start = lua.indexOf(`\n${first}`) + 1;
    return lua.slice(start, lua.indexOf(`\n${last}\n`, start) + last.length + 1);
}

const everywhere = `
const settings = { url: "http://a", limits: { burst: 5, names: ["x", "y"] }, twice(n: number) { return n * 2; } };
class Counter {
    count = 0;
    private static made = 0;
    constructor(private readonly step: number) { Counter.made++; }
    get size(): number { return this.count; }
    bump(): this { this.count += this.step; return this; }
}
enum Kind { Get = "get", Set = "set" }
function choose(n: number, kind: Kind = Kind.Get): string {
    const parts = ["-"];
    for (let i = 0; i < n; i++) { if (i === 1) continue; parts.push("p" + i.toFixed(0)); }
    if (n === 0) { return "none"; } else if (n === 1 || n > 8) { parts.push("few"); } else { parts.push("many"); }
    switch (n) { case 2: parts.push("two"); break; case 3: case 4: parts.push("three"); break; default: break; }
    try { if (n > 5) throw new Error("too many"); } catch (e) { parts.push((e as Error).message); } finally { parts.push("end"); }
    const { url, limits: { burst = 1 } } = settings;
    const copy = { ...settings, url: "http://b" };
    const all = [...parts, kind, copy.url];
    const later = n > 2 ? all.filter((each) => each !== "p0").map((each) => { return each + "!"; }) : all;
    return later.join(",") + url + burst.toFixed(0) + (settings.limits?.names[0] ?? "?");
}
const pick = (n: number) => (n > 1 ? settings.twice : (m: number) => m);
const counter = new Counter(3).bump().bump();
const chosen = [0, 1, 2, 3, 6, 9].map((n) => choose(n));
let total = 0;
(pick(2) ?? pick(1)).call(settings, 2);
for (const [key, value] of Object.entries({ a: 1, b: 2 })) total += key.length + value;
export const result = [chosen, counter.size, total, choose(2, Kind.Set)];
`;

/** What must not begin a line, and what must not end one. */
const joined = new Set(["=>", "as", "++"]);
const joining = new Set(["return", "throw", "private", "static", "readonly", "get"]);

/** The program with a numbered comment in front of each of its tokens. */
function withComments(program: string, comment: (number: number) => string): string {
    const file = ts.createSourceFile("program.ts", program, ts.ScriptTarget.ESNext, true);
    const tokens: string[] = [];
    const visit = (node: ts.Node): void => {
        const inner = node.getChildren(file);
        if (inner.length === 0 && node.end > node.pos) tokens.push(node.getText(file));
        inner.forEach(visit);
    };
    visit(file);
    return tokens
        .map((token, index) => {
            const isBound = joined.has(token) || joining.has(tokens[index - 1] ?? "");
            return isBound ? token : comment(index) + token;
        })
        .join(" ");
}

describeSnippets("Comments", ({ behavesLikeJavaScript, looks }) => {
    behavesLikeJavaScript(
        "between all tokens change nothing",
        withComments(everywhere, (number) => `/* ${number} */ `),
    );
    behavesLikeJavaScript(
        "on lines between all tokens change nothing",
        withComments(everywhere, (number) => `\n// ${number}\n`),
    );
    behavesLikeJavaScript(
        "behind all tokens change nothing",
        withComments(everywhere, (number) => `// ${number}\n`),
    );
    behavesLikeJavaScript(
        "above and behind a line that begins with a parenthesis keep it a statement of its own",
        `let log = "";
         const f = (text: string) => { log += text; };
         const g = (text: string) => { log += text + text; };
         const run = (n: number) => {
             const before = n; // as it was
             // One of the two.
             (n > 1 ? f : g)("a");
             log += before.toFixed(0); // behind
             (n > 1 ? g : f)("b"); // and this
         };
         run(1);
         run(2);
         export const result = log;`,
    );
    looks(
        "on properties, elements and members stay with them",
        `/** Doc of the settings. */
         const settings = {
             // Where the backend is.
             url: "http://localhost", // the test's own
             /** Seconds to wait. */
             timeout: 60,
             next(n: number): number {
                 // Inside.
                 return n + 1; // why one
             },
             nested: {
                 // Deep.
                 a: 1,
             },
             // Nothing follows.
         };
         const list = [
             // First.
             "a",
             "b", // second
         ];
         class Counter {
             // How far it is.
             private count = 0;
             /** How far it goes. */
             private step = 1; // at a time

             // An ordinary comment.
             bump(): void {
                 this.count += this.step; // beside
                 // The end.
             }

             /** A doc comment. */
             total(): number {
                 return this.count;
             }
         }
         const counter = new Counter();
         counter.bump();
         export const result = [settings.url, settings.timeout, settings.next(1), settings.nested.a, list, counter.total()];`,
        ({ lua }) => {
            expect(excerpt(lua, "--- Doc of the settings.", "}")).toBe(
                `--- Doc of the settings.
local settings = {
	-- Where the backend is.
	url = "http://localhost", -- the test's own
	--- Seconds to wait.
	timeout = 60,
	next = function(_, n)
		-- Inside.
		return n + 1 -- why one
	end,
	nested = {
		-- Deep.
		a = 1,
	},
	-- Nothing follows.
}`,
            );
            expect(excerpt(lua, "local list = ", "}")).toBe(
                `local list = {
	-- First.
	"a",
	"b", -- second
}`,
            );
            expect(excerpt(lua, "local function newCounter", "end")).toBe(
                `local function newCounter()
	return setmetatable({
		-- How far it is.
		count = 0,
		--- How far it goes.
		step = 1, -- at a time
	}, Counter.prototype)
end`,
            );
            expect(excerpt(lua, "-- An ordinary comment.", "end")).toBe(
                `-- An ordinary comment.
function Counter.prototype:bump()
	self.count = self.count + self.step -- beside
	-- The end.
end`,
            );
            expect(lua).toContain("--- A doc comment.\nfunction Counter.prototype:total()");
        },
    );
    looks(
        "on arguments, links of a chain and branches stay with them",
        `class Builder {
             text = "";
             add(part: string, more?: string): this { this.text += part + (more ?? ""); return this; }
         }
         function build(n: number): string {
             const built = new Builder()
                 .add("a")
                 // The body.
                 .add("b")
                 .add("c"); // the end
             built.add(
                 // How many.
                 n.toFixed(0),
                 "d", // the unit
             );
             const copy = {
                 ...built,
                 // Never long.
                 text: built.text,
             };
             if (
                 // Zero is nothing.
                 n === 0
             ) {
                 return "-";
             }
             // Otherwise there is something.
             else if (n === 1) {
                 return copy.text;
             } else {
                 // Many.
                 built.add(/* inline */ "e");
             }
             switch (n) {
                 // Two are a pair.
                 case 2:
                     return "pair";
                 // All others.
                 default:
                     return built.text;
             }
         }
         export const result = [build(0), build(1), build(2), build(3)];`,
        ({ lua }) => {
            for (const part of [
                `:add("a")\n\t\t-- The body.\n\t\t:add("b")\n\t\t:add("c") -- the end\n`,
                `built:add(\n\t\t-- How many.\n\t\tnumber_to_fixed(n, 0),\n\t\t"d" -- the unit\n\t)`,
                `\t-- Never long.\n\tcopy.text = built.text`,
                `\t-- Zero is nothing.\n\tif n == 0 then`,
                `\t\t-- Otherwise there is something.\n\t\treturn copy.text`,
                `\t\t-- Many.\n\t\t-- inline\n\t\tbuilt:add("e")`,
                `\t\t-- Two are a pair.\n\t\treturn "pair"`,
                `\t\t-- All others.\n\t\treturn built.text`,
            ]) {
                expect(lua).toContain(part);
            }
        },
    );
    looks(
        "where nothing is left of what they are about go to the statement around",
        `let log = "";
         const note = (text: string) => { log += text; };
         const f = (n: number) => {
             try {
                 note("x".repeat(n));
             } catch {
                 // Not ours to handle.
             }
             const wait = n + /* seconds */ 5;
             return wait;
         };
         export const result = [f(2), log];`,
        ({ lua }) => {
            expect(lua).toMatch(/^\t-- Not ours to handle\.\n\tpcall\(/m);
            expect(lua).toMatch(/^\t-- seconds\n/m);
        },
    );
});
