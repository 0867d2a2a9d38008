import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Control flow", ({ behavesLikeJavaScript, gives }) => {
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
});
