import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Functions", ({ behavesLikeJavaScript, gives }) => {
    behavesLikeJavaScript(
        "default parameters stand in for undefined only",
        `
        function f(a: number, b = 2, c = a + b, on = true) { return [a, b, c, on]; }
        export const result = [f(1), f(1, 0), f(1, undefined, 9), f(1, 2, 3, false)];
        `,
    );
    behavesLikeJavaScript(
        "rest parameters gather the rest",
        `
        function f(first: string, ...rest: number[]) { return [first, rest.length, rest]; }
        function sum(...all: number[]) { let total = 0; for (const n of all) total += n; return total; }
        function pass(...all: number[]) { return sum(...all) + sum(...all, 1); }
        export const result = [f("a"), f("b", 1, 2), sum(), sum(1, 2, 3), pass(1, 2)];
        `,
    );
    behavesLikeJavaScript(
        "closures share the variable they close over",
        `
        function counter() { let n = 0; return { up: () => ++n, down: () => --n, get: () => n }; }
        const a = counter(), b = counter();
        a.up(); a.up(); a.down(); b.up(); b.up(); b.up();
        export const result = [a.get(), b.get()];
        `,
    );
    behavesLikeJavaScript(
        "recursion, direct and mutual",
        `
        function factorial(n: number): number { return n <= 1 ? 1 : n * factorial(n - 1); }
        function isEven(n: number): boolean { return n === 0 || isOdd(n - 1); }
        function isOdd(n: number): boolean { return n !== 0 && isEven(n - 1); }
        const fib = (n: number): number => n < 2 ? n : fib(n - 1) + fib(n - 2);
        export const result = [factorial(10), isEven(10), isOdd(7), fib(15)];
        `,
    );
    behavesLikeJavaScript(
        "a function is usable above its declaration",
        `
        export const result = late(2);
        function late(n: number) { return twice(n) + offset(); }
        function twice(n: number) { return n * 2; }
        function offset() { return 1; }
        `,
    );
    behavesLikeJavaScript(
        "inner functions are usable above their declaration",
        `
        function outer(n: number) {
            return early(n);
            function early(m: number): number { return m > 0 ? other(m) : 0; }
            function other(m: number): number { return early(m - 1) + 1; }
        }
        export const result = outer(4);
        `,
    );
    behavesLikeJavaScript(
        "functions are values: stored, passed, given back",
        `
        const compose = <A, B, C>(f: (b: B) => C, g: (a: A) => B) => (a: A) => f(g(a));
        const table: Record<string, (n: number) => number> = { inc: (n) => n + 1, dbl: (n) => n * 2 };
        export const result = [compose(table.inc!, table.dbl!)(5), Object.keys(table).length];
        `,
    );
    behavesLikeJavaScript(
        "methods of object literals have this",
        `
        const account = {
            balance: 10,
            deposit(n: number) { this.balance += n; return this; },
            total() { return this.balance; },
        };
        export const result = account.deposit(5).deposit(1).total();
        `,
    );
    behavesLikeJavaScript(
        "arrow functions keep the this around them",
        `
        class Timer {
            ticks = 0;
            run() { [1, 2, 3].forEach(() => { this.ticks++; }); return this.ticks; }
            later = () => this.ticks;
        }
        const timer = new Timer();
        const { later } = timer;
        export const result = [timer.run(), later()];
        `,
    );
    behavesLikeJavaScript(
        "a function called at once has a scope of its own",
        `
        const x = "outer";
        const inner = (() => { const x = "inner"; return x; })();
        export const result = [x, inner];
        `,
    );
    behavesLikeJavaScript(
        "arguments are evaluated from left to right, also beside assignments",
        `
        const seen: string[] = [];
        const say = (word: string) => { seen.push(word); return word; };
        let n = 1;
        const f = (...all: unknown[]) => all;
        const list = f(say("a"), n++, say("b"), n += 5, n, say("c"));
        export const result = [seen, list, n];
        `,
    );
    behavesLikeJavaScript(
        "a parameter may be assigned without touching the caller's variable",
        `
        function f(n: number, list: number[]) { n += 1; list = [...list, n]; return list; }
        const own = 1, mine = [0];
        export const result = [f(own, mine), own, mine];
        `,
    );
    behavesLikeJavaScript(
        "call, apply and bind fix the this",
        `
        class Greeter {
            constructor(readonly word: string) {}
            greet(name: string, mark: string) { return this.word + " " + name + mark; }
        }
        const hello = new Greeter("hello"), ciao = new Greeter("ciao");
        const bound = ciao.greet.bind(ciao);
        const all: (name: string, mark: string) => string = hello.greet.bind(hello);
        export const result = [
            hello.greet.call(ciao, "a", "!"),
            hello.greet.apply(ciao, ["b", "?"]),
            hello.greet.bind(hello, "c")("."),
            bound("d", ","),
            ["e", "f"].map((name) => all(name, ";")),
        ];
        `,
    );
    behavesLikeJavaScript(
        "generators give values one by one",
        `
        function* count(to: number) { for (let i = 1; i <= to; i++) yield i * i; }
        const seen: number[] = [];
        for (const n of count(4)) seen.push(n);
        export const result = [seen, [...count(3)]];
        `,
    );
    behavesLikeJavaScript(
        "the comma operator and void give what they should",
        `
        let n = 0;
        const last = (n++, n++, n);
        const nothing = (): undefined => void n;
        export const result = [last, n, nothing() ?? "nothing"];
        `,
    );
    gives(
        "$multi gives several values, taken apart or spread",
        `
        /** @noSelf */
        function divide(a: number, b: number): LuaMultiReturn<[number, number]> {
            return $multi(math.floor(a / b), a % b);
        }
        function safe(n: number): LuaMultiReturn<[number] | [undefined, string]> {
            if (n >= 0) return $multi(n);
            return $multi(undefined, "negative");
        }
        const [quotient, remainder] = divide(17, 5);
        const [, message] = safe(-1);
        const [first] = safe(3);
        export const result = { quotient, remainder, message, first, count: select("#", ...divide(1, 1)) };
        `,
        { quotient: 3, remainder: 2, message: "negative", first: 3, count: 2 },
    );
    gives(
        "an array of several values keeps them all",
        `
        function three(): LuaMultiReturn<[number, number, number]> { return $multi(1, 2, 3); }
        const [, ...rest] = three();
        const all = [...three()];
        let a: number, b: number;
        [a, b] = three();
        export const result = [rest, all, a, b, three()[1]];
        `,
        [[2, 3], [1, 2, 3], 1, 2, 2],
    );
});
