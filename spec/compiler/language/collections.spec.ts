import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Objects, maps and sets", ({ behavesLikeJavaScript, gives }) => {
    behavesLikeJavaScript(
        "a set of a text's characters",
        `
        const text = "hällo";
        export const result = [[...new Set(text)], new Set("aab").size, [...new Set(["aab"])], [...new Set<string>()].length];
        `,
    );
    behavesLikeJavaScript(
        "objects are made, read, changed and emptied",
        `
        const key = "b";
        const a = 1;
        const o: Record<string, number> = { a, [key]: 2, "c-d": 3 };
        o.e = 5;
        o["f g"] = 6;
        delete o.a;
        export const result = { o, has: ["a" in o, "b" in o, "x" in o], b: o[key], none: o.zzz };
        `,
    );
    behavesLikeJavaScript(
        "keys, values and entries",
        `
        const o = { b: 2, a: 1, c: 3 };
        export const result = [Object.keys(o).sort(), Object.values(o).sort((a, b) => a - b), Object.entries(o).map(([k, v]) => k + v.toFixed(0)).sort(),
            Object.fromEntries([["x", 1], ["y", 2]]), Object.assign({ a: 0 }, o, { d: 4 }), Object.keys({}).length];
        `,
    );
    behavesLikeJavaScript(
        "hasOwnProperty looks at the object itself",
        `
        class A { own = 1; method() { return 1; } }
        const a = new A();
        export const result = [a.hasOwnProperty("own"), a.hasOwnProperty("method"), "method" in a];
        `,
    );
    behavesLikeJavaScript(
        "keys that are Lua keywords",
        `
        const o = { end: 1, nil: 2, local: 3, function: 4, not: 5 };
        o.end += 10;
        const { end, local } = o;
        export const result = [o, end, local, o["nil"]];
        `,
    );
    behavesLikeJavaScript(
        "maps keep the order of insertion",
        `
        const map = new Map<string, number>([["b", 2], ["a", 1]]);
        map.set("c", 3).set("b", 20);
        const removed = [map.delete("a"), map.delete("zzz")];
        const seen: string[] = [];
        for (const [key, value] of map) seen.push(key + value.toFixed(0));
        map.forEach((value, key) => { seen.push(value.toFixed(0) + key); });
        export const result = { seen, removed, size: map.size, has: [map.has("b"), map.has("a")], b: map.get("b"), none: map.get("zzz"),
            keys: [...map.keys()], values: [...map.values()], entries: [...map.entries()], all: Array.from(map) };
        `,
    );
    behavesLikeJavaScript(
        "maps may hold false and have objects as keys",
        `
        const key = { id: 1 };
        const map = new Map<object, boolean>();
        map.set(key, false);
        map.set({ id: 1 }, true);
        export const result = [map.get(key) === false, map.has(key), map.size, map.has({})];
        `,
    );
    behavesLikeJavaScript(
        "a map is emptied, and entries may go while it is walked",
        `
        const map = new Map([[1, "a"], [2, "b"], [3, "c"]]);
        const seen: number[] = [];
        for (const key of map.keys()) { seen.push(key); if (key === 1) map.delete(2); }
        const size = map.size;
        map.clear();
        export const result = [seen, size, map.size, [...map]];
        `,
    );
    behavesLikeJavaScript(
        "sets hold each value once, in order",
        `
        const set = new Set([3, 1, 3, 2]);
        set.add(1).add(9);
        set.delete(3);
        const seen: number[] = [];
        for (const n of set) seen.push(n);
        export const result = { seen, size: set.size, has: [set.has(9), set.has(3)], list: [...set], unique: Array.from(new Set(["a", "b", "a"])) };
        `,
    );
    behavesLikeJavaScript(
        "weak maps find by identity",
        `
        const a = {}, b = {};
        const names = new WeakMap<object, string>();
        names.set(a, "a");
        const marked = new WeakSet<object>();
        marked.add(b);
        export const result = [names.get(a) ?? "", names.has(b), marked.has(b), marked.has(a)];
        `,
    );
    behavesLikeJavaScript(
        "records of records",
        `
        const rooms: Record<string, Record<string, number>> = {};
        function visit(room: string, who: string) {
            const visitors = (rooms[room] ??= {});
            visitors[who] = (visitors[who] ?? 0) + 1;
        }
        visit("a", "x"); visit("a", "x"); visit("b", "y"); visit("a", "z");
        export const result = rooms;
        `,
    );
    gives(
        "grouping",
        `
        const groups = Object.groupBy([1, 2, 3, 4, 5], (n) => n % 2 === 0 ? "even" : "odd");
        const byLength = Map.groupBy(["a", "bb", "cc"], (w) => w.length);
        export const result = [groups, [...byLength]];
        `,
        [
            { odd: [1, 3, 5], even: [2, 4] },
            [
                [1, ["a"]],
                [2, ["bb", "cc"]],
            ],
        ],
    );
    gives(
        "numbers are keys of their own beside strings",
        `
        const counts: Record<number, string> = { 5: "five" };
        counts[7] = "seven";
        const keys: number[] = [];
        for (const [key] of pairs(counts)) keys.push(key);
        table.sort(keys);
        export const result = { five: counts[5], keys };
        `,
        { five: "five", keys: [5, 7] },
    );
    behavesLikeJavaScript(
        "symbols are keys nobody else has",
        `
        const secret = Symbol("secret");
        const o = { [secret]: 1, open: 2 };
        export const result = [o[secret], o.open, Object.keys(o).includes("secret")];
        `,
    );
    gives(
        "LuaTable, LuaMap and LuaSet are plain tables",
        `
        const table = new LuaTable<string, number>();
        table.set("a", 1);
        const map = new LuaMap<number, string>();
        map.set(7, "seven");
        map.set(8, "eight");
        map.delete(8);
        const set = new LuaSet<string>();
        set.add("x");
        const keys: string[] = [];
        for (const key of set) keys.push(key);
        let sum = 0;
        for (const [key, value] of table) sum += value + key.length;
        export const result = { a: table.get("a"), has: table.has("b"), seven: map.get(7), eight: map.has(8), x: set.has("x"), keys, sum, whole: map };
        `,
        { a: 1, has: false, seven: "seven", eight: false, x: true, keys: ["x"], sum: 2, whole: { 7: "seven" } },
    );
    gives(
        "pairs walks over everything",
        `
        const o: Record<string, number> = { a: 1, b: 2, c: 3 };
        let sum = 0;
        const keys: string[] = [];
        for (const [key, value] of pairs(o)) { sum += value; keys.push(key); }
        table.sort(keys);
        export const result = [sum, keys];
        `,
        [6, ["a", "b", "c"]],
    );
    behavesLikeJavaScript(
        "what is added or deleted during a loop counts",
        `const letters = () => new Map([["a", 1], ["b", 2], ["c", 3]]);
        function visit(loop: (map: Map<string, number>, seen: unknown[]) => void): unknown[] {
            const map = letters();
            const seen: unknown[] = [];
            loop(map, seen);
            return [seen, [...map.keys()], map.size];
        }
        const numbers = new Set([1]);
        const reached: number[] = [];
        for (const n of numbers) { reached.push(n); numbers.delete(n); if (n < 5) numbers.add(n + 1); }
        const held = new Set([1, 2, 3]);
        const values = held.values();
        values.next();
        held.delete(1);
        held.delete(2);
        const next = values.next();
        const end = [values.next().done === true, held.add(4).size, values.next().done === true];
        const emptied = new Set(["x", "y"]);
        emptied.forEach((v) => emptied.delete(v));
        export const result = [
            visit((m, seen) => { for (const [k, v] of m) { seen.push(k); if (v < 3) m.delete(k); } }),
            visit((m, seen) => { for (const k of m.keys()) { seen.push(k); m.delete(k); } }),
            visit((m, seen) => { for (const v of m.values()) { seen.push(v); m.delete("b"); m.delete("a"); } }),
            visit((m, seen) => { m.forEach((v, k) => { seen.push(k); m.delete(k); if (k === "a" && v < 9) m.set("a", 9); }); }),
            visit((m, seen) => { for (const [k] of m) { seen.push(k); if (k === "a") { m.delete("a"); m.delete("b"); m.set("d", 4); } } }),
            visit((m, seen) => { for (const [k] of m) { seen.push(k); m.clear(); if (seen.length < 4) m.set("n" + k, 1); } }),
            visit((m, seen) => { for (const [k] of m.entries()) { seen.push(k); for (const other of m.keys()) if (other !== k) m.delete(other); } }),
            reached, next.done ? -1 : next.value, end, emptied.size,
        ];`,
    );
    behavesLikeJavaScript(
        "keys that no table of Lua has, and values that are false or nothing",
        `const flags = new Map<boolean | undefined | number, string>([[false, "no"]]);
        flags.set(undefined, "none").set(NaN, "NaN");
        flags.set(NaN, "not a number");
        const seen: string[] = [];
        for (const [k, v] of flags) seen.push((k === undefined ? "-" : k === false ? "f" : "n") + v);
        const maybe = new Map<string, number | undefined>().set("a", undefined).set("b", 1);
        const all = [maybe.size, maybe.has("a"), maybe.get("a") === undefined, maybe.delete("a"), maybe.delete("a"), maybe.size];
        const truths = new Set<boolean | undefined>([true, false]).add(undefined).add(false);
        export const result = [seen, flags.has(undefined), flags.delete(undefined), flags.get(false) ?? "", flags.size, all, truths.size];`,
    );
    behavesLikeJavaScript(
        "classes of one's own, and what sets have in common",
        `class Counter extends Map<string, number> {
            constructor(words: string[] = []) { super(); for (const word of words) this.count(word); }
            count(word: string): this { return this.set(word, (this.get(word) ?? 0) + 1); }
            override set(word: string, count: number): this { return super.set(word.toLowerCase(), count); }
        }
        const counter = new Counter(["A", "b", "a"]).count("A");
        const list = (set: Iterable<number>): number[] => [...set];
        class Odd extends Set<number> { override add(n: number): this { return n % 2 === 1 ? super.add(n) : this; } }
        export const result = [
            [...counter], counter instanceof Map, counter instanceof Set, counter.size, list(new Odd([1, 2, 3])),
            [...new Map([...counter].map(([word, count]) => [count, word] as const)).values()], Array.from(counter.keys()),
        ];`,
    );
    behavesLikeJavaScript(
        "loops over what may be a list or something else, and what is taken from it",
        `const sets = new Map<string, Set<number>>([["a", new Set([1, 2])]]);
        const visit = (name: string): number[] => { const seen: number[] = []; for (const n of sets.get(name) ?? []) seen.push(n); return seen; };
        const first = (all: Set<number> | number[]): number => { const [one = 0] = all; return one; };
        const spread = (all: Set<number> | number[] | undefined): number[] => [...(all ?? [])];
        const letters = (text: string | string[]): string => { let all = ""; for (const one of text) all += one + "."; return all; };
        export const result = [
            visit("a"), visit("b"), first(new Set([3])), first([4]), spread(sets.get("a")), spread(undefined), letters("né"), letters(["n", "m"]),
            [...new Set("hello")].join(""), Array.from(new Set(sets.get("a") ?? [])).length,
        ];`,
    );
});
