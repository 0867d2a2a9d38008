import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Control flow", ({ behavesLikeJavaScript, gives, looks }) => {
    behavesLikeJavaScript(
        "counts in for loops",
        `
        const seen: number[] = [];
        for (let i = 0; i < 3; i++) seen.push(i);
        for (let i = 10; i > 0; i -= 4) seen.push(i);
        for (let i = 0, j = 5; i < j; i++, j--) seen.push(i * 10 + j);
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "continues and breaks",
        `
        const seen: number[] = [];
        for (let i = 0; i < 10; i++) {
            if (i % 2 === 0) continue;
            if (i > 7) break;
            seen.push(i);
        }
        for (const x of [1, 2, 3, 4]) {
            if (x === 2) continue;
            if (x === 4) break;
            seen.push(x * 100);
        }
        let n = 0;
        while (true) { n++; if (n < 3) continue; break; }
        do { n++; if (n === 5) continue; } while (n < 8);
        export const result = [seen, n];
        `,
    );
    behavesLikeJavaScript(
        "the step of a loop runs after continue",
        `
        const seen: number[] = [];
        for (let i = 0; i < 6; i += 2) { if (i === 2) continue; seen.push(i); }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "each turn of a loop has its own variable in closures",
        `
        const calls: (() => number)[] = [];
        for (let i = 0; i < 3; i++) calls.push(() => i);
        for (const x of [10, 20]) calls.push(() => x);
        let w = 0;
        while (w < 2) { const y = w * 7; calls.push(() => y); w++; }
        export const result = calls.map((call) => call());
        `,
    );
    behavesLikeJavaScript(
        "a loop variable changed in the body stays changed",
        `
        const seen: number[] = [];
        for (let i = 0; i < 10; i++) { seen.push(i); if (i === 2) i = 7; }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "for-in gives the keys",
        `
        const keys: string[] = [];
        for (const key in { a: 1, b: 2, c: 3 }) keys.push(key);
        keys.sort();
        export const result = keys;
        `,
    );
    behavesLikeJavaScript(
        "for-of over entries has positions from 0",
        `
        const seen: string[] = [];
        for (const [index, value] of ["x", "y"].entries()) seen.push(\`\${index}\${value}\`);
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "switch takes the matching case, the default otherwise",
        `
        function name(kind: number): string {
            switch (kind) {
                case 1: return "one";
                case 2:
                case 3: return "few";
                default: return "many";
            }
        }
        export const result = [name(1), name(2), name(3), name(4)];
        `,
    );
    behavesLikeJavaScript(
        "switch breaks, and variables of a case stay inside",
        `
        const seen: string[] = [];
        for (const kind of ["get", "set", "other"]) {
            switch (kind) {
                case "get": { const word = "G"; seen.push(word); break; }
                case "set": { const word = "S"; seen.push(word); break; }
                default: seen.push("?");
            }
        }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "switch inside a loop: break leaves the switch, continue the turn",
        `
        const seen: number[] = [];
        for (let i = 0; i < 5; i++) {
            switch (i) {
                case 1: continue;
                case 3: break;
                default: seen.push(i);
            }
            seen.push(i * 10);
        }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "a default in the middle is still the last resort",
        `
        function pick(x: number) { switch (x) { default: return "d"; case 1: return "one"; case 2: return "two"; } }
        export const result = [pick(1), pick(2), pick(3)];
        `,
    );
    behavesLikeJavaScript(
        "the value switched on is evaluated once",
        `
        let calls = 0;
        const next = () => { calls++; return 3; };
        let found = "";
        switch (next()) { case 1: found = "1"; break; case 2: found = "2"; break; case 3: found = "3"; break; }
        export const result = [calls, found];
        `,
    );
    behavesLikeJavaScript(
        "if, else if and the conditional operator choose alike",
        `
        function sign(n: number) { if (n < 0) return -1; else if (n === 0) return 0; else return 1; }
        const word = (n: number) => n < 0 ? "minus" : n === 0 ? "zero" : "plus";
        export const result = [-5, 0, 5].map((n) => [sign(n), word(n)]);
        `,
    );
    behavesLikeJavaScript(
        "the conditional operator gives false and undefined as they are",
        `
        function pick(on: boolean, yes: boolean | undefined, no: boolean) { return on ? yes : no; }
        export const result = { a: pick(true, false, true), b: pick(false, true, false), c: pick(true, undefined, true) };
        `,
    );
    behavesLikeJavaScript(
        "early returns end nested loops",
        `
        function find(rows: number[][], wanted: number): string {
            for (let y = 0; y < rows.length; y++) {
                for (const [x, value] of rows[y]!.entries()) {
                    if (value === wanted) return \`\${x},\${y}\`;
                }
            }
            return "none";
        }
        export const result = [find([[1, 2], [3, 4]], 3), find([[1]], 9)];
        `,
    );
    behavesLikeJavaScript(
        "a variable declared without a value is undefined again in every turn",
        `
        const seen: (number | undefined)[] = [];
        for (let i = 0; i < 3; i++) { let x: number | undefined; if (i === 0) x = 5; seen.push(x ?? -1); }
        export const result = seen;
        `,
    );
    gives(
        "$range counts like Lua's numeric for",
        `const seen: number[] = []; for (const i of $range(1, 3)) seen.push(i); for (const i of $range(9, 1, -4)) seen.push(i);
        export const result = seen;`,
        [1, 2, 3, 9, 5, 1],
    );
    behavesLikeJavaScript(
        "continue among guards, blocks and branches",
        `
        const seen: string[] = [];
        for (let i = 0; i < 12; i++) {
            if (i === 0) continue;
            if (i === 1) continue;
            const word = "n" + i.toFixed(0);
            if (i === 2) { seen.push("two"); continue; }
            else if (i === 3) { seen.push("three"); continue; }
            { if (i === 4) { seen.push("four"); continue; } seen.push("block"); }
            if (i > 5) {
                if (i === 6) continue;
                if (i === 9) break;
                seen.push("big");
            }
            if (i === 7) { const word = "hidden"; seen.push(word); } else if (i === 8) continue;
            seen.push(word);
        }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "continue in do and while loops asks the condition again",
        `
        const seen: number[] = [];
        let n = 0;
        do { n++; if (n === 2) continue; seen.push(n); } while (n < 4);
        while (n-- > 0) { if (n % 2 === 1) continue; seen.push(n * 10); }
        export const result = seen;
        `,
    );
    behavesLikeJavaScript(
        "switch with breaks in branches, and code behind it",
        `
        const seen: string[] = [];
        function run(kind: string, deep: boolean) {
            switch (kind) {
                case "a": {
                    if (deep) break;
                    seen.push("a");
                    break;
                }
                case "b":
                    for (const n of [1, 2, 3]) { if (n === 2) break; seen.push("b" + n.toFixed(0)); }
                    if (deep) { seen.push("deep"); break; } else { seen.push("flat"); }
                    break;
                case "c":
                    return "returned";
                default:
                    seen.push("other");
            }
            seen.push("behind");
            return kind;
        }
        export const result = [["a", "b", "c", "d"].map((kind) => [run(kind, false), run(kind, true)]), seen];
        `,
    );
    behavesLikeJavaScript(
        "a switch in a switch",
        `
        function run(a: number, b: number): string {
            let out = "";
            switch (a) {
                case 1:
                    switch (b) { case 1: out += "11"; break; case 2: out += "12"; if (out.length > 5) break; out += "!"; break; }
                    out += ".";
                    break;
                case 2: out += "2"; break;
            }
            return out;
        }
        export const result = [run(1, 1), run(1, 2), run(1, 3), run(2, 1), run(3, 3)];
        `,
    );
    behavesLikeJavaScript(
        "clauses share the functions of a switch",
        `
        function run(kind: number) {
            switch (kind) {
                case 0: return twice(4);
                case 1: function twice(n: number) { return n * 2; } return twice(5);
            }
            return 0;
        }
        const seen: number[] = [];
        for (const n of [0, 1, 2, 3]) {
            switch (n) {
                case 0: seen.push(half(4)); continue;
                case 1: function half(x: number) { return x / 2; } seen.push(half(6)); break;
                case 2: continue;
            }
            seen.push(n * 10);
        }
        export const result = [run(0), run(1), run(2), seen];
        `,
    );
    behavesLikeJavaScript(
        "closures in loops whose variable changes in the body or the head",
        `
        const calls: (() => number)[] = [];
        for (let i = 0; i < 6; i++) { calls.push(() => i); if (i === 1) i += 2; calls.push(() => i * 10); }
        for (let i = 0, add = () => i; i < 2; i++) calls.push(() => i * 100, add);
        for (let i = 0; i < 3; i++) { if (i === 1) continue; calls.push(() => i); }
        export const result = calls.map((call) => call());
        `,
    );
    behavesLikeJavaScript(
        "the bound of a loop is asked before every turn",
        `
        const list = [1, 2, 3];
        const seen: number[] = [];
        function grow(items: number[]) { if (items.length < 6) items.push(items.length + 1); }
        for (let i = 0; i < list.length; i++) { seen.push(list[i]!); grow(list); }
        let bound = 5;
        for (let i = 0; i < bound; i++) { bound--; seen.push(i); }
        const half = 2.5;
        for (let i = 0; i < half; i++) seen.push(i);
        for (let i = 0.5; i < 3; i++) seen.push(i);
        for (let i = 3; i >= half; i -= 1) seen.push(i);
        export const result = seen;
        `,
    );
    looks(
        "a counting loop is Lua's own",
        `
        export function total(list: readonly number[], times: number) {
            let sum = 0;
            for (let i = 0; i < list.length; i++) sum += list[i]!;
            for (let i = 1; i <= times; i++) sum += i;
            for (let i = 9; i >= 0; i -= 3) sum += i;
            return sum;
        }
        export const result = total([1, 2], 2);
        `,
        ({ lua }) => {
            for (const head of ["for i = 1, #list do", "for i = 1, times do", "for i = 9, 0, -3 do"]) {
                if (!lua.includes(head)) throw new Error(lua);
            }
        },
    );
    looks(
        "guards and switches are plain ifs",
        `
        export function greet(users: readonly string[], kind: string) {
            const out: string[] = [];
            for (const user of users) {
                if (user === "") continue;
                switch (kind) {
                    case "short": out.push(user); break;
                    case "long":
                    case "longer": out.push("hello " + user); break;
                    default: out.push("?");
                }
                out.push("!");
            }
            return out;
        }
        export const result = greet(["a"], "long");
        `,
        ({ lua }) => {
            if (!/if user ~= "" then\n/.test(lua) || !/elseif kind == "long" or kind == "longer" then/.test(lua))
                throw new Error(lua);
            if (/while|continue/.test(lua)) throw new Error(lua);
        },
    );
    behavesLikeJavaScript(
        "a switch over conditions, and one all of whose clauses leave",
        `const size = (x: number): string => {
            switch (true) { case x > 5: return "big"; case x > 2: case x === -1: return "mid"; default: return "small"; }
        };
        const asked: string[] = [];
        const ask = (name: string, answer: boolean): boolean => { asked.push(name); return answer; };
        const inOrder = (): string => {
            let found = "";
            switch (true) {
                case ask("a", false): found += "a"; break;
                case ask("b", true): found += "b"; break;
                case ask("c", true): found += "c"; break;
            }
            return found;
        };
        const listed = (list: number[]): string => {
            switch (true) {
                case list.some((n) => n > 3): return "some";
                case list.filter((n) => n > 1).length > 1: return "two";
                default: return "none";
            }
        };
        const called = (n: number): string => {
            const give = (m: number): number => m;
            switch (give(n)) { case give(1): return "one"; case give(2): throw new Error("two"); default: return "other"; }
        };
        const inLoop = (): number => {
            let sum = 0;
            for (let i = 0; i < 5; i++) {
                switch (true) { case i === 1: continue; case i === 3: sum += 100; break; default: sum += i; }
                sum += 1000;
            }
            return sum;
        };
        export const result = [
            [9, 4, 1, -1].map(size), inOrder(), asked, [[4], [2, 3], [1]].map(listed), called(1), called(3), inLoop(),
        ];`,
    );
});
