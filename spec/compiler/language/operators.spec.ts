import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Operators, numbers and enums", ({ behavesLikeJavaScript, gives }) => {
    behavesLikeJavaScript(
        "optional chaining stops at what is absent",
        `
        interface Node { name: string; next?: Node; size?: () => number; tags?: string[] }
        const node: Node = { name: "a", next: { name: "b", size: () => 5, tags: ["t"] } };
        const gone: Node | undefined = [node].find((n) => n.name === "zzz");
        export const result = { a: node.next?.name, b: node.next?.next?.name, c: node.next?.size?.(), d: node.size?.(), e: gone?.next?.name,
            f: node.next?.tags?.[0], g: node.tags?.[0], h: gone?.tags?.length, i: node.next?.tags?.length };
        `,
    );
    behavesLikeJavaScript(
        "optional chaining evaluates its start once and the rest only when there is one",
        `
        let calls = 0;
        const find = (there: boolean): { f(n: number): number } | undefined => { calls++; return there ? { f: (n) => n } : undefined; };
        let args = 0;
        const arg = () => ++args;
        export const result = { a: find(true)?.f(arg()), b: find(false)?.f(arg()), calls, args };
        `,
    );
    behavesLikeJavaScript(
        "optional chaining on strings and arrays, whose methods are built in",
        `
        let calls = 0;
        function word(there: boolean): string | undefined { calls++; return there ? "voilà" : undefined; }
        function list(there: boolean): string[] | undefined { calls++; return there ? ["a", "b"] : undefined; }
        const o: { s?: string; l?: string[]; n?: number } = { s: "xy", l: ["c"], n: 7 };
        const grown: { l?: number[] } = { l: [] };
        grown.l?.push(1);
        grown.l?.push(2, 3);
        const added = grown.l?.push(4);
        const none: { l?: number[] } = {};
        none.l?.push(1);
        export const result = {
            a: word(true)?.toUpperCase().includes("VOIL"), b: word(false)?.toUpperCase(), c: word(true)?.slice(0, 2), d: word(false)?.length, e: o.s?.length,
            f: list(true)?.join("-"), g: list(false)?.join("-"), h: list(true)?.length, i: list(true)?.map((x) => x + x)?.length, j: o.s?.[1], k: o.l?.[0],
            l: o.s?.charAt(0), m: o.s?.trim().length, n: o.s?.split("").length, o: o.n?.toFixed(1), p: list(true)?.filter((x) => x > "a")[0], q: o.s?.length.toFixed(0), calls, grown, added, none,
            r: (o.s?.length ?? 0) + (word(false)?.length ?? 5), s: o.s?.slice(0, word(true)?.indexOf("o")), t: list(true)?.includes("b"), u: list(true)?.[0]?.toUpperCase(),
        };
        `,
    );
    behavesLikeJavaScript(
        "arguments are evaluated in order, whatever they need",
        `
        const seen: string[] = [];
        function say<T>(word: string, value: T): T { seen.push(word); return value; }
        const all = (...values: unknown[]) => values.map((value) => value ?? "none");
        const find = (there: boolean): { x: number } | undefined => say("find", there ? { x: 1 } : undefined);
        let n = 0;
        export const result = [all(say("a", 1), say("b", 2), say("c", 3), find(true)?.x, n++, find(false)?.x ?? -1, n++, say("d", n)), [say("e", 1), find(false)?.x ?? 0, n++, n], seen, n];
        `,
    );
    behavesLikeJavaScript(
        "optional calls keep their this",
        `
        class Counter { n = 3; get?(): number; read() { return this.n; } }
        const c: Counter | undefined = new Counter();
        export const result = { a: c?.read(), b: c?.read?.(), c: c.get?.() };
        `,
    );
    behavesLikeJavaScript(
        "?? takes the right side for undefined only",
        `
        const f: (n: number) => boolean | undefined = (n) => n === 0 ? undefined : n === 1 ? false : true;
        const zero: number | undefined = [0][0];
        export const result = [f(0) ?? true, f(1) ?? true, f(2) ?? false, zero ?? 5, f(3) ?? "x"];
        `,
    );
    behavesLikeJavaScript(
        "assigning operators",
        `
        const o: { a?: number; b?: number; c?: boolean; n: number } = { b: 1, c: false, n: 10 };
        o.a ??= 5; o.b ??= 6; o.c &&= true; o.c ||= true;
        o.n += 5; o.n -= 1; o.n *= 2; o.n %= 5; o.n **= 2;
        let s = "x"; s += "y";
        export const result = [o, s];
        `,
    );
    behavesLikeJavaScript(
        "assigning operators evaluate their target once",
        `
        let calls = 0;
        const o = { n: 1, list: [1, 2, 3] };
        const get = () => { calls++; return o; };
        get().n += 5;
        get().n++;
        let i = 0;
        o.list[i++]! += 10;
        export const result = [o, calls, i];
        `,
    );
    behavesLikeJavaScript(
        "and, or and not with booleans",
        `
        const t = true as boolean, f = false as boolean;
        export const result = [t && f, t || f, !t, !f, t && t, f || f, !(t && f)];
        `,
    );
    behavesLikeJavaScript(
        "increments before and after",
        `
        let n = 5;
        const a = n++, b = ++n, c = n--, d = --n;
        export const result = [a, b, c, d, n];
        `,
    );
    behavesLikeJavaScript(
        "assignments are values",
        `
        let a: number, b: number;
        a = b = 7;
        const before = [a, b];
        const c = (a = 3) + a;
        export const result = [before, a, b, c];
        `,
    );
    behavesLikeJavaScript(
        "arithmetic, also with negative numbers",
        `export const result = [7 / 2, 7 % 3, 2 ** 10, 0.1 + 0.2, 1e21, 5 - -5, 10 / 4].map((x) => x);`,
    );
    behavesLikeJavaScript(
        "minus signs one behind the other",
        `
        const three = 3;
        const minusTwo = -2;
        export const result = [-(-3), -(-three), - - -three, 1 - -(-three), [-(-2) * 2], (-2) ** 2, (-three) ** 2, 2 ** -1, 5 - (-minusTwo)];
        `,
    );
    behavesLikeJavaScript(
        "whole numbers of fractions as text",
        `
        const halves = [0, 1, -1, 3, -3, 5].map((n) => n / 2);
        const text = (n: number): string => \`\${Math.trunc(n)} \${Math.sign(n)} \${Math.floor(n) + 0} \${Math.round(n) + 0}\`;
        export const result = [halves.map((n) => Math.trunc(n) + 0 === 0 ? "zero" : text(n)), text(0 / 2), \`\${Math.trunc(0 / 2)}\`,
            \`\${Math.sign(0 / 3)}\`, Math.trunc(1e300), Math.trunc(1 / 0), Number.isNaN(Math.trunc(0 / 0)), Number.isNaN(Math.sign(0 / 0)),
            Math.sign(-1 / 0)];
        `,
    );
    behavesLikeJavaScript(
        "Math",
        `
        export const result = [Math.floor(2.7), Math.floor(-2.2), Math.ceil(2.1), Math.round(2.5), Math.round(-2.5), Math.round(2.4), Math.trunc(-2.7), Math.abs(-3), Math.max(1, 5, 3),
            Math.min(4, 2), Math.sqrt(16), Math.sign(-3), Math.pow(2, 8), Math.PI, Math.log2(8), Math.log10(1000), Math.atan2(1, 1), Math.E];
        `,
    );
    behavesLikeJavaScript(
        "reading numbers",
        `
        export const result = [parseInt("42"), parseInt("42px"), parseInt("ff", 16), parseInt("0x1f"), isNaN(parseInt("x")), parseFloat("3.5"), parseFloat("1e3x"), isNaN(parseFloat("")),
            Number("12"), Number("3.25"), isNaN(Number("abc")), Number(true), Number.isInteger(3), Number.isInteger(3.5), Number.isNaN(NaN), Number.isFinite(Infinity)];
        `,
    );
    behavesLikeJavaScript(
        "numbers as text",
        `
        const n: number = 255;
        export const result = [n.toString(), n.toString(16), n.toString(2), (3.14159).toFixed(2), (2).toFixed(0), (1.005).toFixed(1), (0).toFixed(3), (-1.5).toFixed(1), String(12), \`\${42}\`, "" + 7];
        `,
    );
    behavesLikeJavaScript(
        "typeof",
        `
        const values: unknown[] = ["s", 1, true, {}, [1], () => 1];
        export const result = [values.map((value) => typeof value), typeof undefined, typeof "s" === "string"];
        `,
    );
    behavesLikeJavaScript(
        "equality is identity for objects",
        `
        const a = { x: 1 }, b = { x: 1 }, c = a;
        const names: Record<string, string> = {};
        const nothing: string | undefined = names.x;
        const half = 0 / (names.x === undefined ? 0 : 1);
        export const result = [a === b, a === c, a !== b, nothing === undefined, nothing == null, half === half];
        `,
    );
    behavesLikeJavaScript(
        "enums have values and, with numbers, names",
        `
        enum Color { Red, Green = 5, Blue }
        enum Kind { Get = "get", Set = "set" }
        const enum Level { Low = 1, High = Low * 10 }
        const c: Color = Color.Blue;
        export const result = { values: [Color.Red, c, Kind.Set, Level.High], names: { five: Color[5], red: Color[Color.Red] }, kinds: Object.values(Kind).sort() };
        `,
    );
    behavesLikeJavaScript(
        "enums are computed, merged and declared in functions",
        `
        const base = [7][0] ?? 0;
        enum Computed { A = base, B = base * 2, C = 3 }
        enum Merged { A = 1 }
        enum Merged { B = 2 }
        enum Flags { None = 0, Read = 1, Write = Read * 2, All = Read + Write }
        enum Negative { Below = -1, "quoted name" = 4 }
        function inner() { enum Local { P = 1, Q } return [Local.Q, Local[1] ?? ""]; }
        export enum Exported { X = 1, Y }
        export const result = [Computed.B, Computed.C, Merged.A, Merged.B, Flags.All, Negative.Below, Negative["quoted name"], inner(), Exported.Y, Exported[2] ?? "", Merged[2] ?? "", Computed[14] ?? ""];
        `,
    );
    behavesLikeJavaScript(
        "namespaces group what belongs together",
        `
        namespace Shapes {
            export const unit = 2;
            export function area(side: number) { return side * side * unit; }
            const hidden = 5;
            export namespace Inner { export const twice = unit * 2 + hidden; }
            export class Box { size = unit; }
        }
        namespace Shapes { export const more = unit + 1; }
        export const result = [Shapes.unit, Shapes.area(3), Shapes.Inner.twice, new Shapes.Box().size, Shapes.more];
        `,
    );
    behavesLikeJavaScript(
        "tagged template strings",
        `
        function tag(parts: TemplateStringsArray, ...values: number[]) { return parts.join("|") + values.map((v) => v * 2).join(","); }
        export const result = tag\`a\${1}b\${2}c\`;
        `,
    );
    gives(
        "whole numbers print without a fraction on every Lua",
        `
        const whole = 3;
        export const result = [whole.toString(), \`\${whole * 2}\`, string.format("%d", 10 / 2), (10 / 2).toFixed(0), \`\${Math.floor(7 / 2)}\`];
        `,
        ["3", "6", "5", "5", "3"],
    );
    gives(
        "the rest of a division has the sign of the divisor, as in Lua",
        `export const result = [-7 % 3, 7 % -3, 7 % 3];`,
        [2, -2, 1],
    );
});

describeSnippets("What a call changes behind an operand's back", ({ behavesLikeJavaScript }) => {
    behavesLikeJavaScript(
        "is not seen by the operand to the left of it",
        `
        function run() {
            let n = 1;
            let list = ["a", "b"];
            let key: "x" | "y" = "x";
            const other = ["c", "d"];
            const bump = () => { n += 10; return 1; };
            const swap = (index: number) => { list = other; return index; };
            const turn = () => { key = "y"; return n; };
            const seen = [n + bump(), (n) - bump(), n < 30 - bump(), n * (2 + bump()), n === n + bump() - n, \`\${n}\${bump()}\`, n % bump(), n ** bump()];
            seen.push([n, bump(), n].join());
            const at = list[swap(0)];
            list[swap(1)] = "z";
            list = ["e", "f"];
            const before = list;
            list[0] = \`\${swap(7)}\`;
            const counts = { x: 0, y: 0 };
            counts[key] = turn();
            key = "x";
            counts[key] += turn();
            n += bump();
            n -= n * bump();
            const value = (n += bump());
            let text = "a";
            const say = () => { text += "b"; return "c"; };
            text += say();
            return { seen, at, before, list, other, counts, key, n, value, text };
        }
        export const result = run();
        `,
    );
    behavesLikeJavaScript(
        "is what it adds to when it is called in a loop, a callback or a condition",
        `
        function run() {
            let n = 1;
            const bump = (by: number) => { n += by; return by; };
            const sums: number[] = [];
            [1, 2, 3].forEach((each) => { sums.push(n + bump(each)); });
            while (n + bump(1) < 20) sums.push(n);
            for (let i = 0; i + n < 40 + bump(2); i++) sums.push(i);
            if (n > 3 && n + bump(100) < 200) sums.push(n);
            const last = n > bump(1) ? n + bump(5) : n - bump(5);
            let m = 5;
            const set = () => { m = 100; return 2; };
            const quick = () => m + set();
            return { sums, n, last, quick: quick(), m };
        }
        export const result = run();
        `,
    );
    behavesLikeJavaScript(
        "counts for where push puts its argument",
        `
        function run() {
            let list: number[] = [];
            const add = (n: number) => { list.push(n); return n * 2; };
            list.push(add(1));
            list.push(add(2), add(3));
            const length = list.push(add(4));
            const first = list;
            const deep: number[] = [];
            const visit = (n: number): number => { if (n > 0) deep.push(visit(n - 1)); return deep.length; };
            visit(4);
            const renew = () => { list = []; return 7; };
            list.push(renew());
            return { first, list, length, deep };
        }
        export const result = run();
        `,
    );
});
