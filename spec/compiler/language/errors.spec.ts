import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Errors", ({ behavesLikeJavaScript, gives, raises, looks }) => {
    behavesLikeJavaScript(
        "try, catch and finally run in order",
        `
        const seen: string[] = [];
        function run(fail: boolean) {
            try { seen.push("try"); if (fail) throw new Error("no"); seen.push("done"); }
            catch (e) { seen.push("catch"); }
            finally { seen.push("finally"); }
            seen.push("after");
        }
        run(false); run(true);
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "a catch sees the message",
        `
        function attempt(f: () => unknown): string {
            try { f(); return "fine"; } catch (e) { return e instanceof Error ? e.name + "/" + e.message : "other: " + String(e); }
        }
        export const result = [attempt(() => { throw new Error("broken"); }), attempt(() => 1), attempt(() => { throw new RangeError("far"); }),
            attempt(() => { throw "text"; })];
        `,
    );
    behavesLikeJavaScript(
        "returns from try, catch and finally",
        `
        function a() { try { return "try"; } finally { /* nothing */ } }
        function b(): string { try { throw new Error("x"); } catch { return "catch"; } }
        function c(): string { try { return "try"; } finally { return "finally"; } }
        function d() { for (const n of [1, 2, 3]) { try { if (n === 2) return n; } catch { return -1; } } return 0; }
        function e(): undefined | string { try { return undefined; } catch { return "c"; } }
        export const result = { a: a(), b: b(), c: c(), d: d(), e: e() };
        `,
    );
    behavesLikeJavaScript(
        "several values come out of a try",
        `
        function f(fail: boolean): { a: number; b: string } { try { if (fail) throw new Error("x"); return { a: 1, b: "x" }; } catch { return { a: 2, b: "y" }; } }
        export const result = [f(true), f(false)];
        `,
    );
    behavesLikeJavaScript(
        "break and continue inside try",
        `
        const seen: number[] = [];
        for (let i = 0; i < 6; i++) {
            try { if (i === 1) continue; if (i === 4) break; seen.push(i); } finally { seen.push(i * 10); }
        }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "every way out of try, catch and finally, in loops and switches",
        `
        const seen: string[] = [];
        function run(list: string[]): string {
            for (const way of list) {
                try {
                    seen.push("try " + way);
                    if (way === "continue") continue;
                    if (way === "break") break;
                    if (way === "return") return "from try";
                    if (way.startsWith("throw")) throw new Error(way);
                    switch (way) { case "switch": try { if (list.length > 0) break; seen.push("never"); } finally { seen.push("inner"); } seen.push("never?"); break; }
                    seen.push("end of try");
                } catch {
                    seen.push("catch");
                    if (way === "throw continue") continue;
                    if (way === "throw break") break;
                    if (way === "throw return") return "from catch";
                } finally {
                    seen.push("finally");
                }
                seen.push("turn");
            }
            return "done";
        }
        export const result = [run(["x", "continue", "switch", "throw", "throw continue", "break", "y"]), run(["throw break", "z"]), run(["return"]), run(["throw return"]), seen];
        `,
    );
    behavesLikeJavaScript(
        "the same without finally",
        `
        const seen: string[] = [];
        function run(list: string[]): string {
            for (let i = 0; i < list.length; i++) {
                const way = list[i]!;
                try {
                    if (way === "continue") continue;
                    if (way === "break") break;
                    if (way === "return") return "from try";
                    if (way.startsWith("throw")) throw new Error(way);
                } catch {
                    if (way === "throw continue") continue;
                    if (way === "throw break") break;
                    if (way === "throw return") return "from catch";
                    seen.push("caught");
                }
                seen.push(way);
            }
            return "done";
        }
        export const result = [run(["x", "continue", "throw", "throw continue", "break", "y"]), run(["throw break", "z"]), run(["return"]), run(["throw return"]), seen];
        `,
    );
    behavesLikeJavaScript(
        "ways out of a try in a try",
        `
        const seen: string[] = [];
        function run(way: string): string {
            for (const n of [1, 2]) {
                try {
                    try {
                        if (way === "continue") continue;
                        if (way === "break") break;
                        if (way === "return") return "inner";
                        throw new Error("inner");
                    } finally { seen.push("f1"); }
                } catch { seen.push("c2 " + n.toFixed(0)); if (way === "again") throw way; } finally { seen.push("f2"); }
            }
            return way;
        }
        let again = "";
        try { run("again"); } catch (e) { again = String(e); }
        export const result = [run("continue"), run("break"), run("return"), run("throw"), again, seen];
        `,
    );
    behavesLikeJavaScript(
        "a finally that leaves forgets errors and values",
        `
        function a(): string { try { throw new Error("lost"); } finally { return "a"; } }
        function b(): string { try { return "try"; } catch { return "catch"; } finally { return "b"; } }
        function c() { for (const n of [1, 2, 3]) { try { throw new Error("lost"); } finally { if (n < 3) continue; } } return "never"; }
        let thrown = "";
        try { c(); } catch (e) { thrown = (e as Error).message; }
        export const result = [a(), b(), thrown];
        `,
    );
    behavesLikeJavaScript(
        "an error of a catch passes the finally and goes on",
        `
        const seen: string[] = [];
        function run() { try { throw new Error("first"); } catch (e) { seen.push((e as Error).message); throw new Error("second"); } finally { seen.push("finally"); } }
        try { run(); } catch (e) { seen.push((e as Error).message); }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "the catch variable hides no other",
        `
        const e = "outer";
        const seen: string[] = [];
        function run(f: () => void) {
            const err = "mine";
            try { f(); } catch (e) { seen.push("caught " + String(e)); }
            try { f(); } catch (err) { seen.push("caught " + String(err)); }
            seen.push(e, err);
        }
        run(() => { throw "x"; });
        export const result = seen;
        `,
    );
    gives(
        "several results leave a try",
        `
        function f(way: number): LuaMultiReturn<[string, number] | [undefined, string]> {
            try {
                if (way === 1) return $multi("one", 1);
                if (way === 2) error("two", 0);
            } catch (e) {
                return $multi(undefined, tostring(e));
            }
            return $multi("behind", way);
        }
        const [a, b] = f(1), [, d] = f(2), [g, h] = f(3);
        export const result = { a, b, d, g, h };
        `,
        { a: "one", b: 1, d: "two", g: "behind", h: 3 },
    );
    behavesLikeJavaScript(
        "errors thrown on reach the outer catch, after finally",
        `
        const seen: string[] = [];
        function inner() { try { throw new Error("deep"); } catch (e) { seen.push("inner"); throw e; } finally { seen.push("cleanup"); } }
        try { inner(); } catch (e) { seen.push("outer " + (e as Error).message); }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "own error classes carry data",
        `
        class HttpError extends Error {
            constructor(readonly status: number, message: string) { super(message); this.name = "HttpError"; }
        }
        function get(status: number): unknown[] {
            try { throw new HttpError(status, "not " + status.toFixed(0)); }
            catch (e) { if (e instanceof HttpError) return [e.status, e.message, e.name, e instanceof Error]; throw e; }
        }
        export const result = get(404);
        `,
    );
    behavesLikeJavaScript(
        "anything can be thrown",
        `
        const caught: unknown[] = [];
        for (const thrown of ["text", 5, { code: 1 }, false]) { try { throw thrown; } catch (e) { caught.push(e); } }
        export const result = caught;
        `,
    );
    behavesLikeJavaScript(
        "a try inside a closure inside a try",
        `
        const seen: string[] = [];
        try {
            [1, 2].forEach((n) => { try { if (n === 2) throw new Error("two"); seen.push("one"); } catch (e) { seen.push("in"); throw e; } });
        } catch { seen.push("out"); }
        export const result = seen;
        `,
    );
    gives(
        "a caught Lua error is a string with its place",
        `
        let caught: unknown;
        try { error("broken"); } catch (e) { caught = e; }
        const nothing = ({} as Record<string, { x: number }>).nothing!;
        let second: unknown;
        try { const x = nothing.x; caught = x; } catch (e) { second = e; }
        export const result = [type(caught), type(second), string.match(tostring(caught), ":%d+: broken$")[0] !== undefined, string.find(tostring(second), "index", 1, true)[0] !== undefined];
        `,
        ["string", "string", true, true],
    );
    raises(
        "an uncaught Error is a string with file, line and message",
        `throw new Error("option missing");`,
        /s\d+\.lua:\d+: option missing$/,
    );
    raises(
        "also when it was thrown on by a catch that only logs",
        `
        declare const module: unknown;
        function f() { throw new Error("from f"); }
        try { f(); } catch (e) { throw e; }
        `,
        /s\d+\.lua:\d+: from f$/,
    );
    raises(
        "runtime errors of Lua name the place",
        `const o: Record<string, { x: number }> = {}; export const result = o.a!.x;`,
        /s\d+\.lua:\d+: attempt to index/,
    );
    looks(
        "where no catch looks inside, an Error is Lua's own error call",
        `
        export function check(n: number) { if (n < 0) throw new Error(\`negative: \${string.format("%d", n)}\`); return n; }
        export const result = check(1);
        `,
        ({ lua }) => {
            if (!/error\("negative: " \.\. s_format\("%d", n\)\)/.test(lua)) throw new Error(lua);
            if (/Error|setmetatable/.test(lua)) throw new Error(lua);
        },
    );
});
