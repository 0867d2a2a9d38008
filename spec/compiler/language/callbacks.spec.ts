import { describeSnippets } from "../evaluate/evaluate.ts";

/** Lua passes `self` as an argument: who hands it over and who expects it must agree, across files and packages. */
describeSnippets("Who gets a self", ({ behavesLikeJavaScript, gives, looks }) => {
    behavesLikeJavaScript("callbacks of array methods, written in every way", {
        "main.ts": `
            import { double, Scaler } from "./lib";
            function local(n: number) { return n + 1; }
            const isTwo = (n: number) => n === 2;
            function descending(a: number, b: number) { return b - a; }
            const dash = (match: string, at: number) => match + at.toFixed(0);
            const arrow = (n: number) => n - 1;
            const scaler = new Scaler(10);
            const list = [1, 2, 3];
            export const result = [list.map(double), list.map(local), list.map(arrow), list.map((n) => scaler.scale(n)), list.map(function (n, i) { return n * i; }),
                list.map((n) => scaler.later(n)), list.reduce((a, b) => local(a) + b, 0), list.some(isTwo), list.find(isTwo) ?? 0, [...list].sort(descending), ["b", "a"].sort(), Array.from(list, double), "a-b".replaceAll("-", dash), list.map((n) => n.toFixed(0)).map((s) => s.length)];
        `,
        "lib.ts": `export function double(n: number) { return n * 2; } export class Scaler { constructor(private by: number) {} scale(n: number) { return n * this.by; } later = (n: number) => this.scale(n) + 1; }`,
    });
    behavesLikeJavaScript(
        "functions handed through variables, objects, arrays and parameters",
        `
        type Handler = (name: string, count: number) => string;
        const handlers: Record<string, Handler> = {
            a(name, count) { return "a" + name + count.toFixed(0); },
            b: (name, count) => "b" + name + count.toFixed(0),
            c: function (name) { return "c" + name; },
        };
        function call(f: Handler, name: string) { return f(name, 1); }
        const list: Handler[] = [handlers.a!, handlers.b!, handlers.c!];
        const keep = { f: list[0]!, name: "kept" };
        const [first, ...others] = list;
        export const result = [call(handlers.a!, "x"), call(handlers.b!, "y"), list.map((f) => f("z", 2)), keep.f("k", 3), first!("d", 4), others.map((f) => call(f, "o")), handlers["b"]!("i", 5)];
        `,
    );
    behavesLikeJavaScript(
        "optional and defaulted callbacks",
        `
        interface Options { done?: (n: number) => string; fail?(why: string): string }
        function run(options: Options = {}, map: (n: number) => number = (n) => n * 2) {
            return { done: options.done?.(map(1)), fail: options.fail?.("x"), both: options.done && options.fail ? options.done(1) + options.fail("y") : "none" };
        }
        export const result = [run(), run({ done: (n) => "d" + n.toFixed(0) }), run({ done: (n) => n.toFixed(0), fail(why) { return "f" + why; } }, (n) => n)];
        `,
    );
    behavesLikeJavaScript(
        "methods of an interface that an object literal or a class fulfils",
        `
        interface Store { get(key: string): number | undefined; set(key: string, value: number): void }
        function memory(): Store { const data: Record<string, number> = {}; return { get: (key) => data[key], set(key, value) { data[key] = value; } }; }
        class Counted implements Store { private inner = memory(); calls = 0; get(key: string) { this.calls++; return this.inner.get(key); } set(key: string, value: number) { this.calls++; this.inner.set(key, value); } }
        function use(store: Store) { store.set("a", 1); store.set("b", 2); return (store.get("a") ?? 0) + (store.get("b") ?? 0); }
        const counted = new Counted();
        export const result = [use(memory()), use(counted), counted.calls];
        `,
    );
    behavesLikeJavaScript(
        "curried and returned functions",
        `
        const add = (a: number) => (b: number) => (c: number) => a + b + c;
        function logger(prefix: string) { const seen: string[] = []; return { log: (s: string) => { seen.push(prefix + s); }, seen }; }
        const { log, seen } = logger(">");
        ["a", "b"].forEach(log);
        ["c"].forEach((s) => log(s));
        export const result = [add(1)(2)(3), seen];
        `,
    );
    gives(
        "functions of Lua get no self, methods of Lua objects do",
        {
            "main.ts": `
                import * as native from "./native";
                const seen: string[] = [];
                native.each(["a", "b"], (item, position) => { seen.push(item + string.format("%d", position)); });
                native.each(["c"], add);
                function add(item: string) { seen.push("+" + item); }
                const box = native.box(5);
                box.put(7);
                box.on_change = (value) => { seen.push(string.format("changed to %d", value)); };
                box.put(9);
                const [ok, message] = pcall(native.fail, "why");
                const sorted = [3, 1, 2];
                table.sort(sorted, (a, b) => a > b);
                const [replaced] = string.gsub("a1b2", "%d", (digit) => "<" + digit + ">");
                export const result = { seen, value: box.get(), ok, message: string.match(tostring(message), "why$")[0], sorted, replaced, chained: box.put(1).put(2).get() };
            `,
            "native.d.ts": `
                /** @noSelfInFile */
                export interface Box { get(): number; put(value: number): Box; on_change?: (this: void, value: number) => void }
                export function each<T>(list: T[], f: (item: T, position: number) => void): void;
                export function box(value: number): Box;
                export function fail(why: string): void;
            `,
            "native.lua": `
local function each(list, f)
	for position, item in ipairs(list) do f(item, position); end
end
local box_methods = {};
local box_mt = { __index = box_methods };
function box_methods:get() return self.value; end
function box_methods:put(value)
	self.value = value;
	if self.on_change then self.on_change(value); end
	return self;
end
local function box(value) return setmetatable({ value = value }, box_mt); end
local function fail(why) error(why); end
`,
        },
        {
            seen: ["a1", "b2", "+c", "changed to 9", "changed to 1", "changed to 2"],
            value: 9,
            ok: false,
            message: "why",
            sorted: [3, 2, 1],
            replaced: "a<1>b<2>",
            chained: 2,
        },
    );
    gives(
        "a package's own functions and callbacks have no self, as the project's",
        {
            "main.ts": `
                import { listen, fire, type Listener } from "events-for-lua";
                const seen: string[] = [];
                const listener: Listener = (name) => { seen.push("1" + name); };
                listen(listener);
                listen(later);
                function later(name: string) { seen.push("2" + name); }
                fire("x");
                export const result = seen;
            `,
            "node_modules/events-for-lua/package.json": `{ "name": "events-for-lua", "version": "1.0.0", "exports": "./index.ts" }`,
            "node_modules/events-for-lua/index.ts": `
                export type Listener = (name: string) => void;
                const listeners: Listener[] = [];
                export function listen(listener: Listener) { listeners.push(listener); }
                export function fire(name: string) { for (const listener of listeners) listener(name); pcall(listeners[0]!, name + "!"); }
            `,
        },
        ["1x", "2x", "1x!"],
    );
    looks(
        "plain functions take no self argument",
        `
        function add(a: number, b: number) { return a + b; }
        const twice = (f: (n: number) => number, n: number) => f(f(n));
        export const result = twice((n) => add(n, 1), 1);
        `,
        ({ lua }) => {
            if (!/function add\(a, b\)/.test(lua) || !/function twice\(f, n\)/.test(lua)) throw new Error(lua);
            if (/self|function\(_, n\)|nil,/.test(lua)) throw new Error(lua);
        },
    );
});
