import { describeSnippets } from "../evaluate/evaluate.ts";

/**
 * Expressions made at random whose parts tell when they are evaluated: the results must be JavaScript's, and so must the
 * order and the number of evaluations. The seed is fixed.
 */
describeSnippets(
    "Expressions made at random",
    ({ behavesLikeJavaScript }) => {
        for (const seed of [1, 2]) {
            behavesLikeJavaScript(`fifty functions of seed ${seed}`, randomProgram(seed, 50));
        }
    },
    { lint: false },
);

function randomProgram(seed: number, count: number): string {
    let state = seed * 7919 + 17;
    const next = (below: number) => {
        state = (state * 48271) % 2147483647;
        return state % below;
    };
    const pick = <T>(...ways: (() => T)[]): T => ways[next(ways.length)]!();
    let words = 0;
    let names = 0;
    let still = 0;

    function number(depth: number): string {
        if (depth <= 0)
            return pick(
                () => "a",
                () => "b",
                () => `(${next(9)} as number)`,
                () => "o.n",
                () => "list[1]!",
            );
        const inner = () => number(depth - 1);
        return pick(
            () => `(${inner()} + ${inner()})`,
            () => `(${inner()} - ${inner()})`,
            () => `(${inner()} * ${1 + next(3)})`,
            () => `say("${(words++).toString(36)}", ${inner()})`,
            () => `(${boolean(depth - 1)} ? ${inner()} : ${inner()})`,
            () => `(${maybe(depth - 1)} ?? ${inner()})`,
            () =>
                still > 0
                    ? "a"
                    : pick(...["a++", "--b", "o.n++", "++o.inner.n", "list[0]!++", "++get(o).n"].map((x) => () => x)),
            () => {
                const target = ["a", "b", "o.n", "o.inner.n"][next(4)]!;
                if (still > 0) return target;
                return next(2) === 0 ? `(${target} = ${inner()})` : `(${target} += ${stillNumber(depth - 1)})`;
            },
            () => `Math.max(${inner()}, ${inner()}, ${inner()})`,
            () => `sum(${inner()}, ${inner()}, ...[${inner()}, ${inner()}])`,
            () => `[${inner()}, ${inner()}, ${inner()}][${next(3)}]!`,
            () =>
                `({ n: ${inner()}, m: ${inner()} }).${pick(
                    () => "n",
                    () => "m",
                )}`,
            () => `${text(depth - 1)}.length`,
            () => `((x: number) => x + ${inner()})(${inner()})`,
            () => `list.indexOf(${inner()})`,
            () => `[${inner()}, ${inner()}].map((x, i) => x + i).reduce((x, y) => x + y)`,
        );
    }

    /** Nobody writes `x += (x = 1)`, and only there it matters when x is read. */
    function stillNumber(depth: number): string {
        still++;
        const made = number(depth);
        still--;
        return made;
    }

    function boolean(depth: number): string {
        if (depth <= 0)
            return pick(
                () => "yes(a)",
                () => "yes(b)",
                () => "on",
            );
        return pick(
            () =>
                `(${number(depth - 1)} ${pick(
                    () => "<",
                    () => ">=",
                    () => "===",
                    () => "!==",
                )} ${number(depth - 1)})`,
            () => `(${boolean(depth - 1)} && ${boolean(depth - 1)})`,
            () => `(${boolean(depth - 1)} || ${boolean(depth - 1)})`,
            () => `!${boolean(depth - 1)}`,
            () => `(${text(depth - 1)} === ${text(depth - 1)})`,
            () => `(${maybe(depth - 1)} === undefined)`,
            () => `list.includes(${number(depth - 1)})`,
            () => (still > 0 ? "on" : `(on = ${boolean(depth - 1)})`),
            () => `(${boolean(depth - 1)} ? ${boolean(depth - 1)} : ${boolean(depth - 1)})`,
        );
    }

    function text(depth: number): string {
        if (depth <= 0)
            return pick(
                () => "s",
                () => `("${"xyz".slice(next(3))}" as string)`,
            );
        return pick(
            () => `(${text(depth - 1)} + ${text(depth - 1)})`,
            () => `\`<\${${number(depth - 1)}}|\${${text(depth - 1)}}>\``,
            () => `${text(depth - 1)}.slice(${next(2)}, ${1 + next(4)})`,
            () => `${text(depth - 1)}.toUpperCase()`,
            () => `(${boolean(depth - 1)} ? ${text(depth - 1)} : ${text(depth - 1)})`,
            () => `(word(${boolean(depth - 1)}) ?? ${text(depth - 1)})`,
            () => `(word(${boolean(depth - 1)})?.slice(1) ?? ${text(depth - 1)})`,
            () => (still > 0 ? "s" : `(s += ${stillText(depth - 1)}.slice(0, 2))`),
            () => `say("${(words++).toString(36)}", ${text(depth - 1)})`,
        );
    }

    function stillText(depth: number): string {
        still++;
        const made = text(depth);
        still--;
        return made;
    }

    function maybe(depth: number): string {
        return pick(
            () => `find(${boolean(depth - 1)})?.n`,
            () => `find(${boolean(depth - 1)})?.inner.n`,
            () => `find(${boolean(depth - 1)})?.add(${number(depth - 1)})`,
            () => `word(${boolean(depth - 1)})?.length`,
            () => `(${boolean(depth - 1)} ? ${number(depth - 1)} : undefined)`,
            () => `list.find((x) => x > ${number(depth - 1)})`,
        );
    }

    function statement(depth: number): string {
        const id = names++;
        return pick(
            () => `a = ${number(depth)};`,
            () => `o.n ${next(2) === 0 ? "+=" : "-="} ${stillNumber(depth)};`,
            () => `o.inner.n = ${number(depth)};`,
            () => `list[${next(3)}] = ${number(depth)};`,
            () => `list.push(${number(depth)}, ${number(depth)});`,
            () => `[a, b] = [${number(depth)}, ${number(depth)}];`,
            () => `({ n: a, inner: { n: b } } = get({ n: ${number(depth)}, inner: { n: ${number(depth)} } }));`,
            () => `const { n: n${id}, inner: { n: m${id} = 4 } } = get(o); a += n${id} - m${id};`,
            () =>
                `const [p${id}, q${id} = ${number(depth)}] = [${number(depth)}, ${number(depth)}]; b = p${id} - q${id};`,
            () => `const x${id} = ${number(depth)}, y${id} = ${number(depth)}; a = x${id} - y${id};`,
            () => `s = ${text(depth)};`,
            () => `if (${boolean(depth)}) a = ${number(depth)}; else if (${boolean(depth)}) b = ${number(depth)};`,
            () =>
                `for (let i = ${number(1)}; i < ${number(1)} && i < 3; i++) { if (++turns > 20) break; b += ${stillNumber(depth - 1)}; }`,
            () => `while (${boolean(depth)}) { if (++turns > 20) break; a += ${stillNumber(depth - 1)}; }`,
            () => `say("call", ${number(depth)});`,
            () =>
                `switch (${number(depth)}) { case ${number(1)}: a = ${number(depth)}; break; case ${number(1)}: b++; break; default: s = ${text(depth)}; }`,
        );
    }

    const functions = Array.from({ length: count }, (_, index) => {
        const body = Array.from({ length: 5 }, () => statement(3)).join("\n");
        return `function f${index}() {\nlet turns = 0;\n${body}\nreturn turns;\n}`;
    });
    return `
interface Whole { n: number; inner: { n: number } }
let a: number, b: number, on: boolean, s: string, list: number[], seen: string[], o: Whole;
const say = <T>(word: string, value: T): T => { if (seen.length < 200) seen.push(word); return value; };
const yes = (n: number) => say("y", n % 2 === 0);
const get = (whole: Whole) => say("g", whole);
const sum = (...all: number[]) => { let total = 0; for (const n of all) total += n; return say("sum", total); };
const word = (there: boolean): string | undefined => say("w", there ? "word" : undefined);
const find = (there: boolean): (Whole & { add(n: number): number }) | undefined =>
    say("f", there ? { n: 3, inner: { n: 4 }, add(n) { return this.n + n; } } : undefined);
${functions.join("\n")}
const run = (name: string, f: () => number) => {
    const results: unknown[] = [];
    for (let seed = 1; seed <= 4; seed++) {
        a = seed; b = seed * 2; on = seed % 2 === 0; s = "abc"; list = [seed, 5, 7]; seen = []; o = { n: 2, inner: { n: seed } };
        const turns = f();
        results.push([turns, a, b, on, s.slice(0, 60), s.length, list, o, seen.join("")]);
    }
    return { name, results };
};
export const result = [
${functions.map((_, index) => `run("f${index}", f${index}),`).join("\n")}
];
`;
}
