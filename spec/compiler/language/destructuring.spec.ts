import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Destructuring and spread", ({ behavesLikeJavaScript }) => {
    behavesLikeJavaScript("swaps two variables", `let [a, b] = [1, 2]; [a, b] = [b, a]; export const result = [a, b];`);
    behavesLikeJavaScript(
        "takes members, some under other names, some with defaults",
        `
        const session: { user: string; host: string; resource?: string } = { user: "romeo", host: "montague.example" };
        const { user, host: domain, resource = "none" } = session;
        export const result = [user, domain, resource];
        `,
    );
    behavesLikeJavaScript(
        "takes members of members",
        `
        const config: { http: { port: number; paths: [string, string, string] } } = { http: { port: 5280, paths: ["a", "b", "c"] } };
        const { http: { port, paths: [first, , third] } } = config;
        export const result = [port, first, third];
        `,
    );
    behavesLikeJavaScript(
        "a nested pattern has a default as a whole",
        `
        interface Options { retry?: { count?: number; wait?: number }; name: string }
        function read({ retry: { count = 3, wait = 10 } = {}, name }: Options) {
            return [name, count, wait];
        }
        export const result = [read({ name: "a" }), read({ name: "b", retry: { count: 0 } })];
        `,
    );
    behavesLikeJavaScript(
        "a nested array pattern has a default as a whole",
        `
        function read({ range: [low, high] = [0, 9] }: { range?: [number, number] }) { return high - low; }
        const [[x] = [7]]: [[number]?] = [];
        export const result = [read({}), read({ range: [1, 2] }), x];
        `,
    );
    behavesLikeJavaScript(
        "keeps what is left over",
        `
        const [first, ...others] = [1, 2, 3];
        const { a, ...rest } = { a: 1, b: 2, c: 3 };
        export const result = { first, others, a, rest };
        `,
    );
    behavesLikeJavaScript(
        "evaluates a default only when it is needed",
        `
        let calls = 0;
        const next = () => ++calls;
        const { a = next(), b = next() }: { a?: number; b?: number } = { a: 10 };
        export const result = [a, b, calls];
        `,
    );
    behavesLikeJavaScript(
        "false and zero are no reason for a default",
        `
        const { on = true, count = 5 }: { on?: boolean; count?: number } = { on: false, count: 0 };
        const [flag = true]: [boolean?] = [false];
        export const result = [on, count, flag];
        `,
    );
    behavesLikeJavaScript(
        "assigns to members",
        `
        const point = { x: 0, y: 0 };
        const list = [1, 2, 3];
        [point.x, point.y] = [3, 4];
        ({ a: list[1], b: point.x } = { a: 20, b: 30 });
        export const result = [point, list];
        `,
    );
    behavesLikeJavaScript(
        "takes apart the loop variable",
        `
        const people = [{ name: "a", tags: ["x"] }, { name: "b", tags: ["y", "z"] }];
        const seen: string[] = [];
        for (const { name, tags: [first] } of people) seen.push(name + first);
        for (const [key, value] of [["k", 1], ["l", 2]] as [string, number][]) seen.push(key + value.toString());
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "takes apart parameters of callbacks",
        `
        const pairs: [string, number][] = [["a", 1], ["b", 2]];
        export const result = pairs.map(([key, value]) => ({ [key]: value * 2 }));
        `,
    );
    behavesLikeJavaScript(
        "evaluates the source once",
        `
        let calls = 0;
        function make() { calls++; return { a: 1, b: { c: 2 } }; }
        const { a, b: { c } } = make();
        export const result = [a, c, calls];
        `,
    );
    behavesLikeJavaScript(
        "takes members by computed names",
        `
        const key = "b" as const;
        const source = { a: 1, b: 2 };
        const { [key]: value } = source;
        export const result = value;
        `,
    );
    behavesLikeJavaScript(
        "spreads arrays into arrays",
        `
        const inner = [2, 3];
        export const result = [[1, ...inner, 4], [...inner], [...inner, ...inner], [...[]]];
        `,
    );
    behavesLikeJavaScript(
        "spreads objects into objects, later members winning",
        `
        const base = { a: 1, b: 2 };
        const extra: { b?: number; c?: number } = { b: 20 };
        export const result = [{ ...base, b: 3 }, { ...extra, ...base }, { ...base, ...extra, d: 4 }, base];
        `,
    );
    behavesLikeJavaScript(
        "spreads into calls",
        `
        function join(...parts: string[]) { return parts.join("-"); }
        const list = ["b", "c"];
        export const result = [join(...list), join("a", ...list), join("a", ...list, "d"), Math.max(...[3, 9, 4] as [number, number, number])];
        `,
    );
    behavesLikeJavaScript(
        "copies a spread array: the original stays",
        `
        const one = [1, 2];
        const two = [...one];
        two.push(3);
        const a = { x: 1 };
        const b = { ...a };
        b.x = 2;
        export const result = [one, two, a, b];
        `,
    );
    behavesLikeJavaScript(
        "takes strings, sets and iterators apart, and lengths",
        `
        const { length } = "abc";
        const [a, b] = "xy";
        const [k, l = 5] = new Set([1]);
        const { length: n } = [1, 2];
        function f({ length }: string[], { length: m }: string) { return length + m; }
        const { s: { length: x } } = { s: "abcd" };
        const o = { length: 7 };
        const { length: own } = o;
        const [p, ...q] = new Map([[1, 2], [3, 4]]).keys();
        export const result = { length, a, b, k, l, n, f: f(["a"], "four"), x, own, p, q };
        `,
    );
    behavesLikeJavaScript(
        "a default with effects is evaluated only when it is needed",
        `
        let calls = 0;
        const pair = (): [number, number?] => [1];
        const [a, b = ++calls] = pair();
        const [c, d = calls++] = [3, 4];
        const { e = calls++, f } = { e: 5, f: 6 } as { e?: number; f: number };
        export const result = [a, b, c, d, e, f, calls];
        `,
    );
});
