/** Generated expressions, typed by construction. */
import fc from "fast-check";
import { always, callback, code, still, variable, withParameters } from "./pieces.ts";
import type { Code, Scope, Type } from "./scope.ts";
import { promises, waited, waitedNumbers, waitedNumber, waitedString, waitedTruth } from "./waiting.ts";

export type Expressions = Readonly<Record<Type | "Promise", fc.Arbitrary<Code>>>;

/** Texts of which each byte is a character: positions in strings are bytes in Lua. */
const WORDS = [
    "",
    "a",
    "b",
    "key",
    "Hello",
    "foo bar",
    "  padded ",
    "a,b,c",
    "%d",
    "%",
    ".",
    "x-y_z",
    "[1]",
    "(a)",
    "^$",
    "0",
    "12",
    "TRUE",
    "\n",
    "\t|",
    '"',
    "'",
    "\\",
    "nil",
    "end",
];

/** What iterates over characters knows UTF-8. */
export const CHARACTERS = ["é", "日本", "👍", "naïve café", "ß"];

const word = fc.constantFrom(...WORDS).map((text) => JSON.stringify(text));
const integer = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -3, max: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom(100, 255, 1000, 65535) },
);
const literal = integer.map((n) => (n < 0 ? `(${n})` : String(n)));

/** A list of which TypeScript knows the type even when it is empty. */
function listOf(type: string, items: readonly string[]): string {
    return items.length === 0 ? `([] as ${type}[])` : `[${items.join(", ")}]`;
}

export const expressions: Expressions = fc.letrec<Record<Type | "Promise", Code>>((tie) => {
    const number = tie("number");
    const string = tie("string");
    const boolean = tie("boolean");
    const numbers = tie("number[]");
    const strings = tie("string[]");
    const map = tie("Map");
    const set = tie("Set");
    const item = tie("Item");
    const box = tie("Box");
    const fn = tie("function");
    const promise = tie("Promise");

    const depthIdentifier = fc.createDepthIdentifier();
    /** Literals and variables first: there shrinking ends, and there recursion does. */
    const oneOf = (
        literal: fc.Arbitrary<Code>,
        known: fc.Arbitrary<Code>,
        ...others: readonly (fc.Arbitrary<Code> | fc.WeightedArbitrary<Code>)[]
    ) =>
        fc.oneof(
            { depthIdentifier, maxDepth: 3, withCrossShrink: true },
            { weight: Math.ceil(others.length / 3), arbitrary: literal },
            { weight: others.length, arbitrary: known },
            ...others,
        );
    /** What is the value itself where nothing can wait. */
    const often = (arbitrary: fc.Arbitrary<Code>) => ({ weight: 4, arbitrary });
    const f = fc.tuple;
    const small = fc.integer({ min: 0, max: 4 });

    return {
        number: oneOf(
            literal.map(always),
            variable("number", "7"),
            f(fc.constantFrom("+", "-"), number, number).map(([op, a, b]) => code`(${a} ${op} ${b})`),
            f(number, fc.integer({ min: 2, max: 5 })).map(([a, n]) => code`(${a} * ${n})`),
            f(number, fc.integer({ min: 2, max: 7 })).map(([a, n]) => code`(Math.abs(${a}) % ${n})`),
            f(fc.constantFrom("floor", "ceil", "trunc", "round"), number, fc.integer({ min: 2, max: 4 })).map(
                ([m, a, n]) => code`(Math.${m}(${a} / ${n}) + 0)`,
            ),
            f(fc.constantFrom("max", "min"), number, number).map(([m, a, b]) => code`Math.${m}(${a}, ${b})`),
            f(fc.constantFrom("abs", "sign"), number).map(([m, a]) => code`Math.${m}(${a})`),
            // Lua before 5.3 has -0 in texts: adding 0 makes it 0.
            number.map((a) => code`(-${a} + 0)`),
            f(boolean, number, number).map(([c, a, b]) => code`(${c} ? ${a} : ${b})`),
            string.map((s) => code`${s}.length`),
            f(fc.constantFrom("indexOf"), string, string).map(([m, s, t]) => code`${s}.${m}(${t})`),
            f(string, small).map(([s, n]) => code`code(${s}, ${n})`),
            fc.oneof(numbers, strings).map((a) => code`${a}.length`),
            f(numbers, number).map(([a, n]) => code`${a}.indexOf(${n})`),
            f(strings, string).map(([a, s]) => code`${a}.indexOf(${s})`),
            f(numbers, small, number).map(([a, i, d]) => code`(${a}[${i}] ?? ${d})`),
            f(numbers, fc.integer({ min: -3, max: 3 }), number).map(([a, i, d]) => code`(${a}.at(${i}) ?? ${d})`),
            f(numbers, callback(boolean, "number"), number).map(([a, c, d]) => code`(${a}.find(${c}) ?? ${d})`),
            f(numbers, callback(boolean, "number", "number")).map(([a, c]) => code`${a}.findIndex(${c})`),
            f(numbers, callback(number, "number", "number"), number).map(
                ([a, c, d]) => code`wrap(${a}.reduce(${c}, ${d}))`,
            ),
            f(strings, callback(number, "number", "string"), number).map(
                ([a, c, d]) => code`wrap(${a}.reduce<number>(${c}, ${d}))`,
            ),
            f(map, string, number).map(([m, s, d]) => code`(${m}.get(${s}) ?? ${d})`),
            map.map((m) => code`${m}.size`),
            set.map((s) => code`${s}.size`),
            item.map((i) => code`${i}.n`),
            f(item, number).map(([i, d]) => code`(${i}.inner?.n ?? ${d})`),
            f(item, number, number).map(([i, a, d]) => code`(${i}.act?.(${a}) ?? ${d})`),
            box.map((b) => code`${b}.value`),
            box.map((b) => code`${b}.double`),
            f(box, number).map(([b, a]) => code`${b}.plus(${a})`),
            f(fn, number).map(([g, a]) => code`wrap(${g}(${a}))`),
            f(fc.constantFrom("parseInt", "Number"), fc.constantFrom('"12"', '"7"', '"-3"', '" 5 "')).map(([m, s]) =>
                always(`${m}(${s})`),
            ),
            f(number, number).map(([a, b]) => code`sum(${a}, ${b})`),
            f(numbers).map(([a]) => code`sum(...${a})`),
            f(number, numbers, number).map(([a, b, c]) => code`sum(${a}, ...${b}, ${c})`),
            f(numbers, number).map(([a, d]) => code`Math.max(${d}, ...${a})`),
            number.map((a) => code`say(${a})`),
            number.map((a) => code`Math.floor(${a} ** 2 % 1000)`),
            f(string, number).map(([s, d]) => code`(isNaN(Number(${s})) ? ${d} : 1)`),
            item.map((i) => code`Object.keys(${i}).length`),
            f(numbers, number).map(([a, d]) => code`[${a}, [${d}]].map((row) => row.length).reduce((x, y) => x + y)`),
            f(number, number).map(([a, b]) => code`((x: number, { n }: { n: number }) => x - n)(${a}, { n: ${b} })`),
            f(boolean, fn, number, number).map(([c, g, a, d]) => code`wrap((${c} ? ${g} : undefined)?.(${a}) ?? ${d})`),
            number.map((a) => code`optional(${a})`),
            f(number, number).map(([a, b]) => code`optional(${a}, ${b})`),
            f(numbers, callback(number, "number", "number")).map(([a, c]) => code`${a}.map(${c}).length`),
            often(waited("number", number)),
            often(waitedNumber(number, promise)),
        ),
        string: oneOf(
            word.map(always),
            variable("string", '"text"'),

            f(string, string).map(([a, b]) => code`(${a} + ${b})`),
            f(string, number).map(([a, b]) => code`(${a} + ${b})`),
            f(number, string, boolean).map(([a, b, c]) => code`\`${"<${"}${a}${"}|${"}${b}${"}|${"}${c}${"}>"}\``),
            f(string, small).map(([s, a]) => code`${s}.slice(${a})`),
            f(string, fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 6 })).map(
                ([s, a, b]) => code`${s}.slice(${a}, ${b})`,
            ),
            f(string, fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 5 })).map(
                ([s, a, b]) => code`${s}.substring(${a}, ${b})`,
            ),
            f(string, fc.constantFrom("toUpperCase", "toLowerCase", "trim", "trimStart", "trimEnd", "toString")).map(
                ([s, m]) => code`${s}.${m}()`,
            ),
            f(string, fc.constantFrom("padStart", "padEnd"), small, fc.constantFrom("", ', "-"', ', "ab"')).map(
                ([s, m, n, w]) => code`${s}.${m}(${n}${w})`,
            ),
            f(string, fc.integer({ min: 0, max: 3 })).map(([s, n]) => code`cut(${s}.repeat(${n}))`),
            f(
                string,
                fc.constantFrom("replace", "replaceAll"),
                fc.constantFrom(...WORDS.filter((text) => text !== "")).map((text) => JSON.stringify(text)),
                word,
            ).map(([s, m, a, b]) => code`cut(${s}.${m}(${a}, ${b.includes("$") ? '"-"' : b}))`),
            f(string, fc.constantFrom("replace", "replaceAll"), still(string)).map(
                ([s, m, b]) => code`cut(${s}.${m}("a", () => ${b}))`,
            ),
            f(string, small).map(([s, n]) => code`${s}.charAt(${n})`),
            f(string, small, string).map(([s, n, d]) => code`(${s}[${n}] ?? ${d})`),
            f(boolean, string, string).map(([c, a, b]) => code`(${c} ? ${a} : ${b})`),
            f(strings, small, string).map(([a, i, d]) => code`(${a}[${i}] ?? ${d})`),
            f(strings, fc.constantFrom("", '","', '""', '" - "')).map(([a, s]) => code`cut(${a}.join(${s}))`),
            f(numbers, fc.constantFrom("", '","', '""')).map(([a, s]) => code`cut(${a}.join(${s}))`),
            number.map((n) => code`String(${n})`),
            boolean.map((b) => code`String(${b})`),
            string.map((s) => code`say(${s})`),
            number.map((n) => code`(${n}).toString()`),
            f(number, fc.constantFrom("16", "2", "36")).map(([n, r]) => code`(${n}).toString(${r})`),
            f(number, fc.integer({ min: 0, max: 2 })).map(([n, d]) => code`(${n}).toFixed(${d})`),
            item.map((i) => code`${i}.s`),
            box.map((b) => code`${b}.describe()`),
            f(fc.oneof(number, string, boolean, item)).map(([v]) => code`str(typeof ${v})`),
            f(strings, callback(boolean, "string"), string).map(([a, c, d]) => code`(${a}.find(${c}) ?? ${d})`),
            f(string, string, string).map(([a, b, c]) => code`cut(${a}.concat(${b}, ${c}))`),
            f(strings, callback(string, "string", "string"), string).map(
                ([a, c, d]) => code`cut(${a}.reduce(${c}, ${d}))`,
            ),
            fc.constantFrom("red", "Green", "BLUE").map((text) => always(`colour(Colour.${text})`)),
            often(waited("string", string)),
            often(waitedString(string, promise)),
        ),
        boolean: oneOf(
            fc.constantFrom("on(true)", "on(false)").map(always),
            variable("boolean", "on(true)"),
            f(fc.constantFrom("<", "<=", ">", ">=", "===", "!=="), number, number).map(
                ([op, a, b]) => code`(num(${a}) ${op} ${b})`,
            ),
            f(fc.constantFrom("<", ">=", "===", "!=="), string, string).map(
                ([op, a, b]) => code`(str(${a}) ${op} ${b})`,
            ),
            f(fc.constantFrom("&&", "||"), boolean, boolean).map(([op, a, b]) => code`(${a} ${op} ${b})`),
            boolean.map((a) => code`!${a}`),
            f(boolean, boolean, boolean).map(([c, a, b]) => code`(${c} ? ${a} : ${b})`),
            f(string, fc.constantFrom("includes", "startsWith", "endsWith"), string).map(
                ([s, m, t]) => code`${s}.${m}(${t})`,
            ),
            f(numbers, number).map(([a, n]) => code`${a}.includes(${n})`),
            f(strings, string).map(([a, n]) => code`${a}.includes(${n})`),
            f(numbers, fc.constantFrom("some", "every"), callback(boolean, "number", "number")).map(
                ([a, m, c]) => code`${a}.${m}(${c})`,
            ),
            f(map, string).map(([m, s]) => code`${m}.has(${s})`),
            f(set, string).map(([m, s]) => code`${m}.has(${s})`),
            item.map((i) => code`(${i}.inner !== undefined)`),
            f(item, fc.constantFrom("inner", "act", "n")).map(([i, key]) => code`("${key}" in ${i})`),
            boolean.map((a) => code`say(${a})`),
            box.map((b) => code`isCrate(${b})`),
            box.map((b) => code`isBox(${b})`),
            f(number).map(([n]) => code`Number.isInteger(${n})`),
            f(fc.oneof(numbers, item)).map(([v]) => code`Array.isArray(${v} as unknown)`),
            f(map, string, number).map(([m, s, n]) => code`(${m}.get(${s}) === ${n})`),
            often(waited("boolean", boolean)),
            often(waitedTruth(boolean)),
        ),
        "number[]": oneOf(
            fc.constant(always("[1, 2, 3]")),
            variable("number[]", "[5]"),
            fc.array(number, { maxLength: 4 }).map(
                (all) => (scope: Scope) =>
                    listOf(
                        "number",
                        all.map((each) => each(scope)),
                    ),
            ),
            f(numbers, numbers).map(([a, b]) => code`[...${a}, ...${b}]`),
            f(number, numbers, number).map(([a, b, c]) => code`[${a}, ...${b}, ${c}]`),
            f(numbers, callback(number, "number", "number")).map(([a, c]) => code`${a}.map(${c})`),
            f(numbers, callback(boolean, "number", "number")).map(([a, c]) => code`${a}.filter(${c})`),
            f(numbers, fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 4 })).map(
                ([a, i, j]) => code`${a}.slice(${i}, ${j})`,
            ),
            f(numbers, numbers, number).map(([a, b, n]) => code`${a}.concat(${b}, ${n})`),
            f(
                numbers,
                fc.constantFrom(
                    "toReversed()",
                    "slice().reverse()",
                    "toSorted((x, y) => x - y)",
                    "slice().sort((x, y) => y - x)",
                    "slice(1)",
                    "slice()",
                ),
            ).map(([a, m]) => code`${a}.${m}`),
            f(numbers, callback(tie("number[]"), "number")).map(([a, c]) => code`${a}.flatMap(${c}).slice(0, 12)`),
            f(strings).map(([a]) => code`${a}.map((word) => word.length)`),
            f(fc.integer({ min: 1, max: 4 }), callback(number, "number", "number")).map(
                ([n, c]) => code`Array.from([${Array.from({ length: n }, (_, index) => index).join(", ")}], ${c})`,
            ),
            map.map((m) => code`[...${m}.values()]`),
            map.map((m) => code`Array.from(${m}.values(), (value) => value + 1)`),
            map.map((m) => code`Array.from(${m}, ([key, value]) => key.length + value)`),
            f(numbers).map(([a]) => code`[...new Set(${a})]`),
            f(numbers).map(([a]) => code`[${a}, [9]].flat()`),
            f(boolean, numbers, numbers).map(([c, a, b]) => code`(${c} ? ${a} : ${b})`),
            f(number).map(([n]) => code`[...count(Math.abs(${n}) % 4)]`),
            f(numbers, number).map(([a, n]) => code`(${a}.length > 1 ? ${a}.with(1, ${n}) : [0])`),
            f(numbers, small, small, number).map(([a, i, j, n]) => code`${a}.toSpliced(${i}, ${j}, ${n})`),
            often(waited("number[]", numbers)),
            often(waitedNumbers(number, promise)),
        ),
        "string[]": oneOf(
            fc.constant(always('["x", "yy", "z"]')),
            variable("string[]", '["only"]'),
            fc.array(string, { maxLength: 4 }).map(
                (all) => (scope: Scope) =>
                    listOf(
                        "string",
                        all.map((each) => each(scope)),
                    ),
            ),
            f(string, fc.constantFrom(",", " ", "", "a", "-", "%", ".", "::")).map(
                ([s, t]) => code`${s}.split(${JSON.stringify(t)})`,
            ),
            f(string, fc.constantFrom(",", " "), small).map(
                ([s, t, n]) => code`${s}.split(${JSON.stringify(t)}, ${n})`,
            ),
            f(strings, callback(string, "string", "number")).map(([a, c]) => code`${a}.map(${c})`),
            f(strings, callback(boolean, "string", "number")).map(([a, c]) => code`${a}.filter(${c})`),
            f(numbers, callback(string, "number")).map(([a, c]) => code`${a}.map(${c})`),
            f(strings, strings).map(([a, b]) => code`[...${a}, ...${b}]`),
            f(string).map(([s]) => code`[...${s}]`),
            f(strings).map(([a]) => code`${a}.slice().sort()`),
            f(strings).map(([a]) => code`${a}.toReversed()`),
            map.map((m) => code`[...${m}.keys()]`),
            map.map((m) => code`Array.from(${m}, ([key, value]) => \`${"${key}=${value}"}\`)`),
            set.map((s) => code`[...${s}]`),
            set.map((s) => code`Array.from(${s}.values())`),
            item.map((i) => code`${i}.tags`),
            item.map((i) => code`Object.keys(${i}).sort()`),
            f(boolean, strings, strings).map(([c, a, b]) => code`(${c} ? ${a} : ${b})`),
            often(waited("string[]", strings)),
        ),
        Map: oneOf(
            fc.constant(always('new Map([["one", 1]])')),
            variable("Map", 'new Map([["one", 1], ["two", 2]])'),
            fc
                .array(f(string, number), { maxLength: 3 })
                .map(
                    (all) => (scope: Scope) =>
                        `new Map<string, number>([${all.map(([k, v]) => `[${k(scope)}, ${v(scope)}]`).join(", ")}])`,
                ),
            f(map, string, number).map(([m, k, v]) => code`new Map(${m}).set(${k}, ${v})`),
            f(map, map).map(([a, b]) => code`new Map([...${a}, ...${b}])`),
            f(strings).map(([a]) => code`new Map(${a}.map((word, index) => [word, index]))`),
        ),
        Set: oneOf(
            fc.constant(always('new Set(["a"])')),
            variable("Set", 'new Set(["a", "b"])'),
            f(strings).map(([a]) => code`new Set(${a})`),
            f(set, string).map(([s, v]) => code`new Set(${s}).add(${v})`),
            f(string).map(([s]) => code`new Set(${s})`),
        ),
        Item: oneOf(
            fc.constant(always('make({ n: 1, s: "item", tags: [] })')),
            variable("Item", 'make({ n: 2, s: "i", tags: ["t"] })'),
            f(number, string, strings).map(([n, s, t]) => code`make({ n: ${n}, s: ${s}, tags: ${t} })`),
            f(number, string, number).map(
                ([n, s, m]) => code`make({ n: ${n}, s: ${s}, tags: [], inner: { n: ${m} } })`,
            ),
            f(item, number).map(([i, n]) => code`make({ ...${i}, n: ${n} })`),
            f(number, callback(number, "number")).map(
                ([n, c]) => code`make({ n: ${n}, s: "act", tags: ["t"], act: ${c} })`,
            ),
            f(item, string).map(([i, s]) => code`Object.assign({}, ${i}, { s: ${s} })`),
            waited("Item", item),
        ),
        Box: oneOf(
            fc.constant(always("new Box(5)")),
            variable("Box", "Box.of(2)"),
            number.map((n) => code`new Box(${n})`),
            f(number, string).map(([n, s]) => code`new Crate(${n}, ${s})`),
            number.map((n) => code`Box.of(${n})`),
            f(box, number).map(([b, n]) => code`${b}.add(${n})`),
            waited("Box", box),
        ),
        Promise: oneOf(fc.constant(always("Promise.resolve(3)")), variable("Promise", "give(4)"), ...promises(number)),
        function: oneOf(
            fc.constant(always("increment")),
            variable("function", "increment"),
            number.map((body) => (scope: Scope) => {
                const { names, inside } = withParameters(scope, "number");
                return `((${names[0]}: number): number => wrap(${body(inside)}))`;
            }),
            f(fn, fn).map(([g, h]) => code`compose(${g}, ${h})`),
            f(number).map(([n]) => code`adder(${n})`),
            still(box).map((b) => code`((x: number) => ${b}.plus(x))`),
        ),
    };
});
