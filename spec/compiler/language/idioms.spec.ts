import { describeSnippets } from "../evaluate/evaluate.ts";

/** What people write every day, each with several features at once. */
describeSnippets("Idioms", ({ behavesLikeJavaScript }) => {
    behavesLikeJavaScript(
        "static blocks and fields",
        `class A { static list: number[] = []; static n = 2; static { A.list.push(A.n); } } export const result = A.list;`,
    );
    behavesLikeJavaScript(
        "static getters",
        `class A { static get x() { return 5; } static make() { return new A(); } v = 1; } export const result = [A.x, A.make().v];`,
    );
    behavesLikeJavaScript(
        "getters are inherited and overridden",
        `class A { get x() { return 1; } get y() { return this.x * 2; } } class B extends A { override get x() { return 10; } } export const result = [new B().y, new B().x, new A().y];`,
    );
    behavesLikeJavaScript(
        "super in accessors and static",
        `class A { get x() { return 1; } static s() { return "a"; } m() { return "m"; } } class B extends A { override get x() { return super.x + 1; } static override s() { return super.s() + "b"; } override m = () => "field"; } export const result = [new B().x, B.s(), new B().m()];`,
    );
    behavesLikeJavaScript(
        "accessor on three levels with setter",
        `class A { protected v = 0; get x() { return this.v; } set x(n: number) { this.v = n; } } class B extends A {} class C extends B { twice() { this.x = this.x * 2; return this.x; } } const c = new C(); c.x = 4; export const result = [c.twice(), c.x++, c.x, (c.x += 5)];`,
    );
    behavesLikeJavaScript(
        "generic class",
        `class Stack<T> { private items: T[] = []; push(...t: T[]) { this.items.push(...t); return this; } pop() { return this.items.pop(); } get size() { return this.items.length; } *[Symbol.iterator]() { yield* this.items; } } const s = new Stack<number>().push(1, 2, 3); export const result = { p: s.pop(), n: s.size, all: [...s] };`,
    );
    behavesLikeJavaScript(
        "mixins",
        `type Ctor<T> = new (...args: any[]) => T; function Named<B extends Ctor<{ id: number }>>(Base: B) { return class extends Base { name() { return "n" + this.id.toFixed(0); } }; } class Thing { id = 7; } export const result = new (Named(Thing))().name();`,
    );
    behavesLikeJavaScript(
        "instanceof with interfaces and errors",
        `class A extends Error { constructor(m: string) { super(m); this.name = "A"; } } class B extends A {} let seen: unknown[] = []; try { throw new B("x"); } catch (e) { seen = [e instanceof B, e instanceof A, e instanceof Error, (e as Error).message, String(e)]; } export const result = seen;`,
    );
    behavesLikeJavaScript(
        "object methods with this and computed",
        `const key = "k"; const o = { n: 1, inc() { this.n++; return this; }, [key + "1"]: 5, ["m"]() { return this.n; } }; export const result = [o.inc().inc().n, o.m(), (o as Record<string, unknown>).k1 as number];`,
    );
    behavesLikeJavaScript(
        "iterators by hand",
        `const it = { from: 1, to: 3, [Symbol.iterator]() { let n = this.from; const to = this.to; return { next: () => n <= to ? { done: false as const, value: n++ } : { done: true as const, value: undefined } }; } }; const seen: number[] = []; for (const n of it) seen.push(n); export const result = [seen, [...it], Math.max(...(Array.from(it) as [number, number, number]))];`,
    );
    behavesLikeJavaScript(
        "generators with return and two ways",
        `function* g(): Generator<number, string, number> { const a = yield 1; const b = yield a * 2; return "end" + b.toFixed(0); } const it = g(); export const result = [it.next().value, it.next(5).value, it.next(7).value, it.next().done === true];`,
    );
    behavesLikeJavaScript(
        "string iteration helpers",
        `const counts = new Map<string, number>(); for (const c of "hello") counts.set(c, (counts.get(c) ?? 0) + 1); export const result = [...counts.entries()].filter(([, n]) => n > 1);`,
    );
    behavesLikeJavaScript(
        "overloads and type guards",
        `function f(x: string): string; function f(x: number): number; function f(x: string | number) { return typeof x === "string" ? x + "!" : x + 1; } const isText = (x: unknown): x is string => typeof x === "string"; export const result = [f("a"), f(1), ["a", 1, "b"].filter(isText)];`,
    );
    behavesLikeJavaScript(
        "satisfies, as const, non-null",
        `const o = { a: 1, b: "x" } as const; const p = { n: 1 } satisfies { n: number }; const l = [1, 2] as const; export const result = [o.b, p.n, l[1], l.length, [...l]];`,
    );
    behavesLikeJavaScript(
        "nested functions and defaults referring to earlier ones",
        `function f(a: number, b = a * 2, { c = a + b, d: [e = c] = [] as number[] } = {} as { c?: number; d?: number[] }) { return [a, b, c, e]; } export const result = [f(1), f(1, 1), f(1, 1, { c: 9 }), f(1, 2, { d: [4] })];`,
    );
    behavesLikeJavaScript(
        "destructured loop heads and parameters of methods",
        `class A { sum({ x, y = 2 }: { x: number; y?: number }, [z]: [number]) { return x + y + z; } } const seen: number[] = []; for (const [i, { v }] of [{ v: 1 }, { v: 2 }].entries()) seen.push(i * 10 + v); export const result = [new A().sum({ x: 1 }, [3]), seen];`,
    );
    behavesLikeJavaScript(
        "delete and in",
        `const o: { a?: number; b: { c?: number } } = { a: 1, b: { c: 2 } }; delete o.a; delete o.b.c; export const result = ["a" in o, "c" in o.b, "b" in o, o];`,
    );
    behavesLikeJavaScript(
        "chained conditions with falsy values",
        `const f = (x: boolean | undefined) => x === undefined ? "u" : x ? "t" : "f"; const g = (n: number) => n > 5 ? false : n > 3 ? undefined : true; export const result = { a: [f(undefined), f(true), f(false)], b: [g(9) ?? "u", g(4) ?? "u", g(1) ?? "u"], c: (g(9) || g(1)) ?? "x", d: (g(1) && g(9)) ?? "x" };`,
    );
    behavesLikeJavaScript(
        "number formatting and parse in ways",
        `export const result = [(25).toString(36), Number("0x10"), Number(""), Number(" 5 "), parseInt("12.7"), parseFloat(".5"), (0.1 + 0.2).toFixed(10), (1e21).toFixed(0) === "1e+21", Number.MAX_SAFE_INTEGER];`.replace(
            "]",
            "]",
        ),
    );
    behavesLikeJavaScript(
        "bit-free flags with arithmetic",
        `const flags = [1, 2, 4]; const has = (set: number, flag: number) => Math.floor(set / flag) % 2 === 1; export const result = flags.map((f) => has(5, f));`,
    );
    behavesLikeJavaScript(
        "long string building",
        `let s = ""; for (let i = 0; i < 1000; i++) s += i % 2 === 0 ? "a" : "b"; const parts: string[] = []; for (let i = 0; i < 10; i++) parts.push(i.toString()); export const result = [s.length, s.slice(0, 4), parts.join("")];`,
    );
    behavesLikeJavaScript(
        "sort by several keys, stable enough by key",
        `const l = [["b", 2], ["a", 2], ["c", 1]] as [string, number][]; l.sort(([a, n], [b, m]) => n !== m ? n - m : (a < b ? -1 : a > b ? 1 : 0)); export const result = l;`,
    );
    behavesLikeJavaScript(
        "sets: operations",
        `const a = new Set([1, 2, 3]), b = new Set([2, 3, 4]); export const result = [[...a].filter((x) => b.has(x)), [...new Set([...a, ...b])], a.size];`,
    );
    behavesLikeJavaScript(
        "map of arrays",
        `const m = new Map<string, number[]>(); for (const [k, v] of [["a", 1], ["b", 2], ["a", 3]] as const) { const l = m.get(k) ?? []; l.push(v); m.set(k, l); } export const result = [...m].map(([k, v]) => [k, ...v]);`,
    );
    behavesLikeJavaScript(
        "exceptions in callbacks and iterators",
        `const seen: string[] = []; try { [1, 2, 3].forEach((n) => { if (n === 2) throw new Error("stop"); seen.push(n.toFixed(0)); }); } catch (e) { seen.push((e as Error).message); } function* g() { yield 1; seen.push("between"); yield 2; } for (const n of g()) seen.push("g" + n.toFixed(0)); export const result = seen;`,
    );
    behavesLikeJavaScript(
        "using the result of assignments in conditions",
        `const queue = [3, 2, 1]; let item: number | undefined; const seen: number[] = []; while ((item = queue.pop()) !== undefined) seen.push(item); export const result = seen;`,
    );
    behavesLikeJavaScript(
        "in-place updates through element access with expressions",
        `const grid = [[0, 0], [0, 0]]; const at = (n: number) => n % 2; for (let i = 0; i < 4; i++) grid[at(i)]![at(i + 1)]! += i + 1; const o: Record<string, number> = {}; for (const w of ["a", "b", "a"]) o[w] = (o[w] ?? 0) + 1; export const result = [grid, o];`,
    );
});
