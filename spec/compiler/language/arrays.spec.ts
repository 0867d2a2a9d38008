import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Arrays", ({ behavesLikeJavaScript, gives, looks }) => {
    behavesLikeJavaScript(
        "count from 0 for the author",
        `
        const list = ["a", "b", "c"];
        list[1] = "B";
        list[list.length] = "d";
        export const result = { first: list[0], last: list[list.length - 1], none: list[9], length: list.length, list };
        `,
    );
    behavesLikeJavaScript(
        "push, pop, shift and unshift",
        `
        const list = [1, 2];
        const pushed = list.push(3, 4);
        const one = list.push(5);
        const popped = list.pop();
        const shifted = list.shift();
        const unshifted = list.unshift(8, 9);
        const empty: number[] = [];
        export const result = { list, pushed, one, popped, shifted, unshifted, none: empty.pop(), nothing: empty.shift(), empty };
        `,
    );
    behavesLikeJavaScript(
        "slice copies a part",
        `
        const list = [1, 2, 3, 4, 5];
        export const result = [list.slice(), list.slice(1), list.slice(1, 3), list.slice(-2), list.slice(-3, -1), list.slice(3, 1), list.slice(0, 99), list];
        `,
    );
    behavesLikeJavaScript(
        "splice takes out and puts in",
        `
        const a = [1, 2, 3, 4, 5], b = [1, 2, 3], c = [1, 2, 3], d = [1, 2, 3];
        export const result = [a.splice(1, 2), a, b.splice(1, 0, 8, 9), b, c.splice(-1, 1, 7), c, d.splice(1), d];
        `,
    );
    behavesLikeJavaScript(
        "map, filter, find and their kin",
        `
        const list = [5, 1, 4, 2, 3];
        export const result = {
            map: list.map((n, i) => n * 10 + i),
            filter: list.filter((n) => n > 2),
            filterAt: list.filter((_, i) => i % 2 === 0),
            find: list.find((n) => n < 5),
            none: list.find((n) => n > 50),
            findIndex: list.findIndex((n) => n === 4),
            noIndex: list.findIndex((n) => n === 40),
            some: [list.some((n) => n === 3), list.some((n) => n === 30)],
            every: [list.every((n) => n > 0), list.every((n) => n > 1), ([] as number[]).every(() => false)],
            includes: [list.includes(4), list.includes(40)],
            indexOf: [list.indexOf(2), list.indexOf(20), list.indexOf(5, 1)],
        };
        `,
    );
    behavesLikeJavaScript(
        "reduce with and without a start",
        `
        const list = [1, 2, 3, 4];
        export const result = [list.reduce((a, b) => a + b), list.reduce((a, b) => a + b, 100), list.reduceRight((a, b) => a * 10 + b),
            list.reduce<string[]>((seen, n) => [...seen, "n" + n.toFixed(0)], []), ([] as number[]).reduce((a, b) => a + b, 7)];
        `,
    );
    behavesLikeJavaScript(
        "reduce accepts an undefined or false start",
        `
        const any = [false, false].reduce((a, b) => a || b, false);
        const first = [3, 4].reduce<number | undefined>((seen, n) => seen ?? n, undefined);
        export const result = { any, first };
        `,
    );
    behavesLikeJavaScript(
        "concat, join, reverse and flat",
        `
        const list = [1, 2, 3];
        export const result = [list.concat([4], 5, [6, 7]), list.join("-"), [...list].reverse(), [[1], [2, 3], []].flat(), list.flatMap((n) => [n, n * 10]), list];
        `,
    );
    behavesLikeJavaScript(
        "sort numbers, words and records",
        `
        const people = [{ name: "c", age: 3 }, { name: "a", age: 1 }, { name: "b", age: 2 }];
        const list = [10, 9, 1, 100];
        const sorted = [...list].sort((a, b) => a - b);
        export const result = [sorted, [...list].sort((a, b) => b - a), ["b", "c", "a"].sort(), people.sort((a, b) => a.age - b.age).map((p) => p.name), list.toSorted((a, b) => a - b), list];
        `,
    );
    behavesLikeJavaScript(
        "sorts many, also with equal ones",
        `
        let seed = 7;
        const next = () => (seed = (seed * 1103 + 12345) % 65536);
        const list: number[] = [];
        for (let i = 0; i < 300; i++) list.push(next() % 50);
        list.sort((a, b) => a - b);
        export const result = list;
        `,
    );
    behavesLikeJavaScript(
        "forEach sees values and positions",
        `
        const seen: string[] = [];
        ["a", "b"].forEach((value, index, all) => { seen.push(value + index.toFixed(0) + all.length.toFixed(0)); });
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "the length can be set",
        `
        const list = [1, 2, 3, 4];
        list.length = 2;
        const before = [...list];
        list.length = 0;
        export const result = [before, list, list.length];
        `,
    );
    behavesLikeJavaScript(
        "of arrays of arrays",
        `
        const grid = [[1, 2], [3, 4]];
        grid[1]![0] = 30;
        grid.push([5]);
        export const result = [grid, grid[1]![0]! + grid[0]![1]!, grid.map((row) => row.length)];
        `,
    );
    behavesLikeJavaScript(
        "fill, at, with, toReversed, toSpliced, from and of",
        `
        const list = [1, 2, 3];
        export const result = [[0, 0, 0].fill(7, 1), list.at(-1)!, list.at(0)!, list.with(1, 9), list.with(-1, 8), list.toReversed(), list.toSpliced(1, 1, 8, 8), Array.from([1, 2], (n) => n * 2), Array.of(4, 5), list];
        `,
    );
    behavesLikeJavaScript(
        "Array.isArray tells arrays from records",
        `export const result = [Array.isArray([1]), Array.isArray({ a: 1 }), Array.isArray("x"), Array.isArray(3)];`,
    );
    behavesLikeJavaScript(
        "tuples keep their places",
        `
        function split(jid: string): [string, string] { const at = jid.indexOf("@"); return [jid.slice(0, at), jid.slice(at + 1)]; }
        const [user, host] = split("a@b");
        const pair = split("c@d");
        export const result = [user, host, pair[0], pair[1], pair.length];
        `,
    );
    behavesLikeJavaScript(
        "removing while walking backwards",
        `
        const list = [1, 2, 3, 4, 5, 6];
        for (let i = list.length - 1; i >= 0; i--) if (list[i]! % 2 === 0) list.splice(i, 1);
        export const result = list;
        `,
    );
    behavesLikeJavaScript(
        "a loop sees what it appends",
        `
        const queue = [3];
        const seen: number[] = [];
        for (let i = 0; i < queue.length; i++) { const n = queue[i]!; seen.push(n); if (n > 0) queue.push(n - 1); }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "a loop stops where the array was cut",
        `
        const list = [1, 2, 3, 4];
        const seen: number[] = [];
        for (let i = 0; i < list.length; i++) { seen.push(list[i]!); if (i === 1) list.length = 3; }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "positions may be computed",
        `
        const list = ["a", "b", "c"];
        let i = 0;
        const seen = [list[i++] ?? "", list[i++] ?? "", list[list.length - 1] ?? ""];
        let n = 1;
        list[n++] = "X";
        const counts = [0, 0];
        counts[1]! += 5;
        counts[0]!++;
        export const result = { seen, list, n, i, counts };
        `,
    );
    behavesLikeJavaScript(
        "lists are spread and pushed in every mixture",
        `
        const list = [1, 2], words = new Set(["x", "y"]);
        function rest(...all: number[]) { const copy = [...all]; const more = [0, ...all]; more.push(...all); more.push(9, ...all, ...list, 8); return [copy, more, [...all, ...all]]; }
        const target = [0];
        const length = target.push(...list);
        target.push(...list, 3, ...list.map((n) => n * 10));
        const letters: string[] = [];
        letters.push(...words);
        letters.push("z", ..."ab");
        const holder = { list: [1] };
        holder.list.push(...list);
        let calls = 0;
        const make = () => { calls++; return holder.list; };
        make().push(...make(), calls);
        const shared = [...list];
        shared.push(5);
        export const result = [rest(7, 8), target, length, letters, [...words, ..."é!", ...letters], holder, calls, shared, list, [...[], ...list, 1], [...[...list, 3], ...[]]];
        `,
    );
    gives(
        "long lists are copied, joined and pushed",
        `
        const list: number[] = [];
        for (let i = 0; i < 30000; i++) list.push(i);
        const pushed = [1];
        pushed.push(...list);
        export const result = [[...list].length, [0, ...list, ...list, 1].length, pushed.length, [...new Set(list)].length, [..."é".repeat(30000)].length, list.toSpliced(1, 2, 3).length, list.concat(list).length, list.toReversed()[0] ?? 0, list.with(0, 5).length];
        `,
        [30000, 60002, 30001, 30000, 30000, 29999, 60000, 29999, 30000],
    );
    behavesLikeJavaScript(
        "chains of array methods",
        `
        const words = "the quick brown fox jumps".split(" ");
        export const result = words.filter((w) => w.length > 3).map((w) => w.toUpperCase()).sort().join("+");
        `,
    );
    gives(
        "Lua's own tables are at hand",
        `
        const list = [3, 1, 2];
        table.insert(list, 9);
        table.sort(list);
        const seen: number[] = [];
        for (const [position, value] of ipairs(list)) seen.push(position * 10 + value);
        export const result = [seen, table.concat(["a", "b"], "/"), list.length];
        `,
        [[11, 22, 33, 49], "a/b", 4],
    );
    behavesLikeJavaScript(
        "what is pushed is computed before it gets its place",
        `class Store {
            items: string[] = [];
            add(text: string) { this.items.push(text); return text.toUpperCase(); }
            replace(text: string) { this.items = [text]; return "lost"; }
            nested(text: string) { this.items.push(this.add(text)); }
            replaced(text: string) { const before = this.items; this.items.push(this.replace(text)); return before; }
            aliased(text: string) { const list = this.items; list.push(this.add(text)); }
            given(list: string[], text: string) { return list.push(this.add(text)); }
            inside(text: string) { this.items.push("<" + this.add(text) + ">"); }
            made(text: string) { this.items.push(new Entry(this, text).text); }
        }
        class Entry { constructor(store: Store, readonly text: string) { store.add(text + "!"); } }
        const store = new Store();
        store.nested("a");
        store.aliased("b");
        const length = store.given(store.items, "c");
        store.inside("d");
        store.made("e");
        const before = store.replaced("f");
        const table: Record<string, number[]> = { x: [] };
        const more = (n: number) => { table["x"]?.push(n); return n * 10; };
        table["x"]?.push(more(1));
        const fill = () => { const own: number[] = []; const grow = (n: number) => { own.push(n); return n + 1; }; own.push(grow(1)); return own; };
        const shared: number[] = [];
        const alias = shared;
        const through = (n: number) => { alias.push(n); return n + 5; };
        shared.push(through(1));
        const looped = () => {
            const own: number[] = [];
            let known: number[] = [];
            const grow = (n: number) => { known.push(n); return n + 100; };
            for (let i = 0; i < 3; i++) { own.push(grow(i)); known = own; }
            return own;
        };
        const inner = () => { const own = [1]; own.push(own.push(5), own.pop() ?? 0); own.push(own.push(6)); return own; };
        const called = () => { const own: string[] = []; own.push("a".replace("a", () => { own.push("b"); return "c"; })); return own; };
        export const result = [before, store.items, length, table, fill(), shared, looped(), inner(), called()];`,
    );
    looks(
        "what is pushed has no name of its own where nothing else could push in between",
        `import * as jid from "prosody.util.jid";
         class Log {
             readonly lines: string[] = [];
             note(text: string): void { this.lines.push(text.trim() + tostring(text.length)); }
             address(text: string): void { this.lines.push(string.format("%s", jid.bare(text) ?? "")); }
         }
         const double = (n: number) => n * 2;
         const all = (n: number) => { const list: number[] = []; for (let i = 0; i < n; i++) list.push(double(i)); return list; };
         const log = new Log();
         log.note("a");
         log.address("a@b/c");
         export const result = [log.lines, all(2)];`,
        ({ lua }) => {
            for (const part of ["lines + 1] = string_trim(text) .. tostring(#text)", "list[#list + 1] = double(i)"]) {
                if (!lua.includes(part)) throw new Error(lua);
            }
            if (!/lines \+ 1\] = s_format\("%s", jid\.bare\(text\) or ""\)/.test(lua)) throw new Error(lua);
        },
        { requires: { "util.jid": "return { bare = function(text) return text end }" } },
    );
});
