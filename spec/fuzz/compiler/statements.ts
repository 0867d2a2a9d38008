/** Generated statements. */
import fc from "fast-check";
import { CHARACTERS, expressions } from "./expressions.ts";
import { code, still, withParameters } from "./pieces.ts";
import type { Code, Place, Scope, Type } from "./scope.ts";
import { asyncFunctions, awaiting } from "./waiting-statements.ts";

const {
    number,
    string,
    boolean,
    "number[]": numbers,
    "string[]": strings,
    Map: map,
    Set: set,
    Item: item,
    Box: box,
    function: fn,
} = expressions;

const f = fc.tuple;
const pick = fc.nat(5);

/** Declares a variable of a type behind what its value is made of, which does not see it. */
function declare(scope: Scope, type: Type, isMutable: boolean, stem = "v"): string {
    const name = scope.newName(stem);
    scope.declare({ name, type, isMutable });
    return name;
}

const ANNOTATIONS: Readonly<Record<Type, string>> = {
    number: "number",
    string: "string",
    boolean: "boolean",
    "number[]": "number[]",
    "string[]": "string[]",
    Map: "Map<string, number>",
    Set: "Set<string>",
    Item: "Item",
    Box: "Box",
    function: "(x: number) => number",
};

const TYPES = Object.keys(ANNOTATIONS) as Type[];

/** `const` or `let`, of any type. */
export const declaration = fc.constantFrom(...TYPES).chain((type) =>
    f(fc.boolean(), fc.boolean(), expressions[type]).map(([isMutable, isAnnotated, value]): Code => (scope) => {
        const text = value(scope);
        const name = declare(scope, type, isMutable);
        const annotation =
            isAnnotated || type === "function" || (isMutable && type !== "number") || text === "[]"
                ? `: ${ANNOTATIONS[type]}`
                : "";
        return `${isMutable ? "let" : "const"} ${name}${annotation} = ${text};`;
    }),
);

/** What is written into a variable of a type: bounded, so that loops make nothing grow without end. */
function bounded(type: Type, text: string): string {
    if (type === "number") return `wrap(${text})`;
    if (type === "string") return `cut(${text})`;
    if (type === "number[]" || type === "string[]") return `${text}.slice(0, 20)`;
    return text;
}

const assignment = fc
    .constantFrom<Type>("number", "number", "string", "boolean", "number[]", "string[]", "Item", "function")
    .chain((type) =>
        f(pick, expressions[type]).map(([which, value]): Code => (scope) => {
            const variable = scope.pick(type, which, true);
            const text = bounded(type, value(scope));
            return variable === undefined
                ? `log(${type === "number" || type === "string" || type === "boolean" ? text : "0"});`
                : `${variable.name} = ${text};`;
        }),
    );

/** A statement about a mutable variable of a type, where there is one. */
function change(type: Type, which: number, write: (name: string, scope: Scope) => string, isMutable = true): Code {
    return (scope) => {
        const variable = scope.pick(type, which, isMutable);
        return variable === undefined ? `log("none");` : write(variable.name, scope);
    };
}

const mutation: fc.Arbitrary<Code> = fc.oneof(
    f(pick, number, fc.constantFrom("+=", "-=")).map(([w, n, op]) =>
        change("number", w, (name, scope) => `${name} ${op} ${n(scope)}; ${name} = wrap(${name});`),
    ),
    f(pick, fc.constantFrom("++", "--")).map(([w, op]) => change("number", w, (name) => `${name}${op};`)),
    f(pick, fc.constantFrom("++", "--"), fc.boolean()).map(([w, op, isPrefix]) =>
        change("number", w, (name) => `log(${isPrefix ? op + name : name + op});`),
    ),
    f(pick, string).map(([w, s]) =>
        change("string", w, (name, scope) => `${name} += ${s(scope)}; ${name} = cut(${name});`),
    ),
    f(pick, boolean, fc.constantFrom("&&=", "||=")).map(([w, b, op]) =>
        change("boolean", w, (name, scope) => `${name} ${op} ${b(scope)};`),
    ),
    f(pick, number, number).map(([w, a, b]) =>
        change(
            "number[]",
            w,
            (name, scope) => `if (${name}.length < 20) log(${name}.push(${a(scope)}, ${b(scope)}));`,
            false,
        ),
    ),
    f(pick, fc.constantFrom("pop", "shift")).map(([w, m]) =>
        change("number[]", w, (name) => `log(${name}.${m}() ?? "empty");`, false),
    ),
    f(pick, number).map(([w, n]) =>
        change("number[]", w, (name, scope) => `if (${name}.length < 20) ${name}.unshift(${n(scope)});`, false),
    ),
    f(pick, fc.integer({ min: -1, max: 3 }), fc.nat(3), number).map(([w, i, j, n]) =>
        change("number[]", w, (name, scope) => `log(${name}.splice(${i}, ${j}, ${n(scope)}).join());`, false),
    ),
    f(pick, number).map(([w, n]) =>
        change("number[]", w, (name, scope) => `if (${name}.length > 0) ${name}[0] = ${n(scope)};`, false),
    ),
    f(pick, number).map(([w, n]) =>
        change(
            "number[]",
            w,
            (name, scope) => `if (${name}.length > 1) ${name}[${name}.length - 1]! += ${n(scope)};`,
            false,
        ),
    ),
    f(pick, fc.constantFrom("sort((x, y) => x - y)", "reverse()")).map(([w, m]) =>
        change("number[]", w, (name) => `${name}.${m};`, false),
    ),
    f(pick, string).map(([w, s]) =>
        change("string[]", w, (name, scope) => `if (${name}.length < 20) ${name}.push(${s(scope)});`, false),
    ),
    f(pick, fc.constantFrom("sort()", "reverse()", "pop()")).map(([w, m]) =>
        change("string[]", w, (name) => `${name}.${m};`, false),
    ),
    f(pick, string, number).map(([w, k, v]) =>
        change("Map", w, (name, scope) => `if (${name}.size < 20) ${name}.set(${k(scope)}, ${v(scope)});`, false),
    ),
    f(pick, string).map(([w, k]) => change("Map", w, (name, scope) => `log(${name}.delete(${k(scope)}));`, false)),
    f(pick, string, number).map(([w, k, d]) =>
        change(
            "Map",
            w,
            (name, scope) => {
                const key = scope.newName("k");
                return `const ${key} = ${k(scope)};\nif (${name}.size < 20) ${name}.set(${key}, wrap((${name}.get(${key}) ?? ${d(scope)}) + 1));`;
            },
            false,
        ),
    ),
    f(pick, string).map(([w, k]) =>
        change("Set", w, (name, scope) => `if (${name}.size < 20) ${name}.add(${k(scope)});`, false),
    ),
    f(pick, string).map(([w, k]) => change("Set", w, (name, scope) => `log(${name}.delete(${k(scope)}));`, false)),
    f(pick, number).map(([w, n]) => change("Item", w, (name, scope) => `${name}.n = wrap(${n(scope)});`, false)),
    f(pick, number).map(([w, n]) =>
        change("Item", w, (name, scope) => `${name}.inner ??= { n: ${n(scope)} };\n${name}.inner.n++;`, false),
    ),
    f(pick).map(([w]) => change("Item", w, (name) => `delete ${name}.inner;`, false)),
    f(pick, number).map(([w, n]) => change("Box", w, (name, scope) => `${name}.value = wrap(${n(scope)});`, false)),
    f(pick, number).map(([w, n]) => change("Box", w, (name, scope) => `log(${name}.add(${n(scope)}).value);`, false)),
    fc.constant<Code>(() => "log(Box.made);"),
    // Assignments are expressions.
    f(pick, number).map(([w, n]) => change("number", w, (name, scope) => `log(${name} = wrap(${n(scope)}));`)),
    f(pick, pick, number).map(([v, w, n]): Code => (scope) => {
        const [a, b] = [scope.pick("number", v, true), scope.pick("number", w, true)];
        const text = n(scope);
        return a === undefined || b === undefined ? `log(${text});` : `${a.name} = ${b.name} = wrap(${text});`;
    }),
    f(pick, pick, number).map(([v, w, d]): Code => (scope) => {
        const [list, index] = [scope.pick("number[]", v), scope.pick("number", w, true)];
        const text = d(scope);
        if (list === undefined || index === undefined) return `log(${text});`;
        return `${index.name} = Math.abs(${index.name}) % 3;\nlog(${list.name}[${index.name}++] ?? ${text});\nlog(${index.name});`;
    }),
    f(pick).map(([w]) =>
        change(
            "number[]",
            w,
            (name) => `if (${name}.length > 1) [${name}[0], ${name}[1]] = [${name}[1]!, ${name}[0]!];`,
            false,
        ),
    ),
    f(pick).map(([w]) => change("number[]", w, (name) => `${name}.length = Math.min(${name}.length, 2);`, false)),
    f(boolean, number, number).map(([c, a, b]): Code => (scope) => {
        const name = scope.newName("maybe");
        return `let ${name}: number | undefined = ${c(scope)} ? ${a(scope)} : undefined;\n${name} ??= ${b(scope)};\nlog(${name} ?? -1);`;
    }),
    // What callbacks do to variables around them.
    f(pick, numbers, number).map(([w, a, n]): Code => (scope) => {
        const variable = scope.pick("number", w, true);
        const list = a(scope);
        const { names, inside } = withParameters(scope, "number", "number");
        const text = n(inside);
        const body = variable === undefined ? `log(${text});` : `${variable.name} = wrap(${variable.name} + ${text});`;
        return `${list}.forEach((${names.join(", ")}) => {\n${body}\n});`;
    }),
    f(pick, map, number).map(([w, m, n]): Code => (scope) => {
        const variable = scope.pick("number", w, true);
        const value = m(scope);
        const { names, inside } = withParameters(scope, "number", "string");
        const text = n(inside);
        const body = variable === undefined ? `log(${text});` : `${variable.name} = wrap(${variable.name} - ${text});`;
        return `${value}.forEach((${names.join(", ")}) => {\n${body}\n});`;
    }),
);

/** Objects and classes of the program's own. */
const ownTypes: fc.Arbitrary<Code> = fc.oneof(
    f(number, number, number).map(([a, b, c]): Code => (scope) => {
        const [name, start] = [scope.newName("own"), a(scope)];
        const { names, inside } = withParameters(scope, "number");
        return `const ${name} = {\nn: ${start},\nadd(${names[0]}: number) { this.n = wrap(this.n + ${b(inside)}); return this; },\ntwice(): number { return this.n * 2; },\n["computed" + ${name.length}]: 1,\n};\nlog(${name}.add(${c(scope)}).add(1).twice());\nlog(Object.keys(${name}).length > 2);`;
    }),
    f(number, number, string, still(number)).map(([n, plus, text, step]): Code => (scope) => {
        const name = scope.newName("Own");
        const [value, label, field] = [n(scope), text(scope), step(scope)];
        const { names, inside } = withParameters(scope, "number");
        const box = scope.newName("v");
        scope.declare({ name: box, type: "Box", isMutable: false });
        return `class ${name} extends Crate {\nstatic count = 0;\nprotected readonly step: number = ${field};\nreadonly bump = (by: number): number => this.plus(by) + this.step;\noverride plus(${names[0]}: number): number {\n${name}.count++;\nreturn wrap(super.plus(${plus(inside)}) + this.step);\n}\noverride get double(): number { return super.double + 1; }\ntoString(): string { return \`own \${this.value}\`; }\n}\nconst ${box} = new ${name}(${value}, ${label});\nlog(${box}.bump(2));\nlog(\`\${${box}}\`);\nlog(${name}.count);`;
    }),
    f(item, item, number).map(([a, b, d]): Code => (scope) => {
        const list = `[${a(scope)}, ${b(scope)}]`;
        const [n, s, deep] = [scope.newName("n"), scope.newName("s"), scope.newName("deep")];
        return `for (const { n: ${n}, s: ${s}, inner: { n: ${deep} } = { n: ${d(scope)} } } of ${list}) {\nlog(${n} + ${deep});\nlog(${s});\n}`;
    }),
    f(number, number).map(([a, b]): Code => (scope) => {
        const [i, j] = [scope.newName("i"), scope.newName("j")];
        return `for (let ${i} = ${a(scope)}, ${j} = ${b(scope)}; ${i} < ${j}; ${i}++, ${j}--) {\nif (!burn()) break;\nlog(${i} - ${j});\n}`;
    }),
    f(numbers, numbers).map(([a, b]): Code => (scope) => {
        const [row, cell] = [scope.newName("row"), scope.newName("cell")];
        return `for (const ${row} of [${a(scope)}, ${b(scope)}]) {\nfor (const ${cell} of ${row}) {\nif (!burn() || ${cell} === 2) break;\nlog(${cell});\n}\nif (${row}.length === 0) continue;\nlog("row");\n}`;
    }),
    f(string, number).map(([s, n]): Code => (scope) => {
        const [tag, text] = [scope.newName("tag"), s(scope)];
        return `const ${tag} = (parts: TemplateStringsArray, ...values: number[]): string => parts.join("_") + values.join("+");\nlog(${tag}\`a\${${n(scope)}}b\${${text}.length}\`);`;
    }),
);

const destructuring: fc.Arbitrary<Code> = fc.oneof(
    f(numbers, number).map(([a, d]): Code => (scope) => {
        const [value, otherwise] = [a(scope), d(scope)];
        const [first, second, rest] = [
            declare(scope, "number", false),
            declare(scope, "number", true),
            declare(scope, "number[]", false),
        ];
        return `let [${first} = ${otherwise}, ${second} = ${first} + 1, ...${rest}]: number[] = ${value};`;
    }),
    f(item, number).map(([i, d]): Code => (scope) => {
        const [value, otherwise] = [i(scope), d(scope)];
        const [n, s, deep, tags] = [
            declare(scope, "number", false),
            declare(scope, "string", false),
            declare(scope, "number", false),
            declare(scope, "string[]", false),
        ];
        return `const { n: ${n}, s: ${s}, inner: { n: ${deep} } = { n: ${otherwise} }, tags: ${tags} } = ${value};`;
    }),
    f(item).map(([i]): Code => (scope) => {
        const value = i(scope);
        const [n, rest] = [declare(scope, "number", false), scope.newName("rest")];
        return `const { n: ${n}, ...${rest} } = ${value};\nlog(${rest}.s);\nlog(${rest}.tags.length);`;
    }),
    f(pick, pick).map(([v, w]): Code => (scope) => {
        const [a, b] = [scope.pick("number", v, true), scope.pick("number", w, true)];
        return a === undefined || b === undefined ? "log(1);" : `[${a.name}, ${b.name}] = [${b.name}, ${a.name}];`;
    }),
    f(string, number).map(([s, n]): Code => (scope) => {
        const [text, value] = [s(scope), n(scope)];
        const [a, b] = [declare(scope, "string", false), declare(scope, "number", false)];
        return `const [${a}, ${b}] = pair(${text}, ${value});`;
    }),
);

const logged: fc.Arbitrary<Code> = fc.oneof(
    fc.oneof(number, string, boolean).map((value) => code`log(${value});`),
    fc.oneof(numbers, strings).map((value) => code`logAll(${value});`),
    map.map((value) => code`for (const [key, value] of ${value}) { log(key); log(value); }`),
    set.map((value) => code`for (const key of ${value}) log(key);`),
    item.map((value) => code`logItem(${value});`),
    box.map((value) => code`log(${value}.describe());`),
    f(fn, number).map(([g, n]) => code`log(wrap(${g}(${n})));`),
    fc
        .constantFrom(...CHARACTERS)
        .map((text) => code`for (const character of ${JSON.stringify(text)}) log(character);`),
);

/** Statements one behind the other; those that wait among them where `isAsync`. */
const blocks = (isAsync: boolean): fc.Arbitrary<Code> =>
    fc.letrec<{ block: Code; statement: Code }>((tie) => {
        const inner = tie("block");
        const within = (body: Code, scope: Scope, place: Place = {}): string => body(scope.inner(place));

        const jump: fc.Arbitrary<Code> = f(
            fc.constantFrom("break", "continue", "return", "throw"),
            boolean,
            fc.nat(3),
        ).map(([how, condition, number]): Code => (scope) => {
            let text = `log("jump");`;
            if (how === "break" && (scope.inLoop || scope.inSwitch)) text = "break;";
            else if (how === "continue" && scope.inLoop) text = "continue;";
            else if (how === "return" && scope.inFunction) text = "return 1;";
            else if (how === "throw")
                text = `throw ${["new Error(", "new TypeError(", "new Custom(", "("][number]}${number === 2 ? number : `"thrown ${number}"`});`;
            return `if (${condition(scope)}) ${text}`;
        });

        const branch: fc.Arbitrary<Code> = f(
            boolean,
            inner,
            fc.option(inner, { nil: undefined }),
            fc.option(f(boolean, inner), { nil: undefined }),
        ).map(
            ([condition, then, otherwise, second]): Code =>
                (scope) =>
                    [
                        `if (${condition(scope)}) {\n${within(then, scope)}\n}`,
                        ...(second === undefined
                            ? []
                            : [` else if (${second[0](scope)}) {\n${within(second[1], scope)}\n}`]),
                        ...(otherwise === undefined ? [] : [` else {\n${within(otherwise, scope)}\n}`]),
                    ].join(""),
        );

        /** A loop over something, with what it declares. */
        const loop = (head: fc.Arbitrary<(scope: Scope, inside: Scope) => string>): fc.Arbitrary<Code> =>
            f(head, inner).map(([write, body]): Code => (scope) => {
                const inside = scope.inner({ inLoop: true, inSwitch: false });
                const start = write(scope, inside);
                return `${start} {\nif (!burn()) break;\n${body(inside)}\n}`;
            });

        const loops: fc.Arbitrary<Code> = fc.oneof(
            loop(
                f(number, fc.constantFrom("++", " += 2")).map(([end, step]) => (scope, inside) => {
                    const limit = end(scope);
                    const name = inside.newName("i");
                    inside.declare({ name, type: "number", isMutable: false });
                    return `for (let ${name} = 0; ${name} < ${limit}; ${name}${step})`;
                }),
            ),
            loop(
                f(numbers).map(([a]) => (scope, inside) => {
                    const list = a(scope);
                    const name = inside.newName("n");
                    inside.declare({ name, type: "number", isMutable: false });
                    return `for (const ${name} of ${list}.slice(0, 8))`;
                }),
            ),
            loop(
                f(numbers).map(([a]) => (scope, inside) => {
                    const list = a(scope);
                    const [index, name] = [inside.newName("i"), inside.newName("n")];
                    inside.declare({ name: index, type: "number", isMutable: false });
                    inside.declare({ name, type: "number", isMutable: true });
                    return `for (let [${index}, ${name}] of ${list}.entries())`;
                }),
            ),
            loop(
                f(strings).map(([a]) => (scope, inside) => {
                    const list = a(scope);
                    const name = inside.newName("s");
                    inside.declare({ name, type: "string", isMutable: true });
                    return `for (let ${name} of ${list})`;
                }),
            ),
            loop(
                f(string).map(([s]) => (scope, inside) => {
                    const text = s(scope);
                    const name = inside.newName("c");
                    inside.declare({ name, type: "string", isMutable: false });
                    return `for (const ${name} of ${text})`;
                }),
            ),
            loop(
                f(map).map(([m]) => (scope, inside) => {
                    const value = m(scope);
                    const [key, name] = [inside.newName("k"), inside.newName("n")];
                    inside.declare({ name: key, type: "string", isMutable: false });
                    inside.declare({ name, type: "number", isMutable: false });
                    return `for (const [${key}, ${name}] of ${value})`;
                }),
            ),
            loop(
                f(map, fc.constantFrom("keys", "values")).map(([m, part]) => (scope, inside) => {
                    const value = m(scope);
                    const name = inside.newName("each");
                    inside.declare({ name, type: part === "keys" ? "string" : "number", isMutable: false });
                    return `for (const ${name} of ${value}.${part}())`;
                }),
            ),
            loop(
                f(set).map(([s]) => (scope, inside) => {
                    const value = s(scope);
                    const name = inside.newName("member");
                    inside.declare({ name, type: "string", isMutable: false });
                    return `for (const ${name} of ${value})`;
                }),
            ),
            loop(
                f(boolean).map(
                    ([c]) =>
                        (scope) =>
                            `while (${c(scope)})`,
                ),
            ),
            loop(
                f(number).map(([n]) => (scope, inside) => {
                    const name = inside.newName("n");
                    const text = n(scope);
                    inside.declare({ name, type: "number", isMutable: false });
                    return `for (const ${name} of count(Math.abs(${text}) % 4))`;
                }),
            ),
            f(boolean, inner).map(
                ([c, body]): Code =>
                    (scope) =>
                        `do {\nif (!burn()) break;\n${within(body, scope, { inLoop: true, inSwitch: false })}\n} while (${c(scope)});`,
            ),
            // Closures over what each turn of a loop has of its own.
            f(number, inner, still(number)).map(([n, body, result]): Code => (scope) => {
                const list = declare(scope, "number[]", false, "list");
                const made = scope.newName("made");
                const inside = scope.inner({ inLoop: true, inSwitch: false });
                const index = inside.newName("i");
                inside.declare({ name: index, type: "number", isMutable: true });
                const text = body(inside);
                return `const ${list}: number[] = [];\nconst ${made}: (() => number)[] = [];\nfor (let ${index} = 0; ${index} < Math.min(3, ${n(scope)}); ${index}++) {\nif (!burn()) break;\n${made}.push(() => wrap(${result(inside.inner({ inLoop: false }))}));\n${text}\n}\nfor (const one of ${made}) ${list}.push(one());`;
            }),
        );

        const choice: fc.Arbitrary<Code> = f(
            fc.oneof(f(number, fc.constant("number")), f(string, fc.constant("string"))),
            fc.array(f(fc.integer({ min: 0, max: 5 }), inner, fc.boolean()), { minLength: 1, maxLength: 4 }),
            fc.option(f(fc.nat(3), inner), { nil: undefined }),
        ).map(([[value, type], cases, otherwise]): Code => (scope) => {
            const seen = new Set<string>();
            const clauses = cases.flatMap(([number, body, isShared]) => {
                const label =
                    type === "number" ? String(number) : JSON.stringify(["", "a", "b", "key", "12", "Hello"][number]);
                if (seen.has(label)) return [];
                seen.add(label);
                const shared = isShared
                    ? `case ${type === "number" ? number + 10 : JSON.stringify(`${number}`)}:\n`
                    : "";
                return [`${shared}case ${label}: {\n${within(body, scope, { inSwitch: true })}\nbreak;\n}`];
            });
            if (otherwise !== undefined)
                clauses.splice(
                    otherwise[0] % (clauses.length + 1),
                    0,
                    `default: {\n${within(otherwise[1], scope, { inSwitch: true })}\nbreak;\n}`,
                );
            return `switch (${type === "string" ? "str" : "num"}(${value(scope)})) {\n${clauses.join("\n")}\n}`;
        });

        const attempt: fc.Arbitrary<Code> = f(
            inner,
            fc.option(inner, { nil: undefined }),
            fc.option(inner, { nil: undefined }),
        ).map(([body, handler, cleanup]): Code => (scope) => {
            const parts = [`try {\n${within(body, scope)}\n}`];
            if (handler !== undefined || cleanup === undefined) {
                const name = scope.newName("e");
                parts.push(
                    `catch (${name}) {\nlog(messageOf(${name}));\n${handler === undefined ? "" : within(handler, scope)}\n}`,
                );
            }
            // What leaves a finally hides how the rest was left: nobody writes that.
            if (cleanup !== undefined)
                parts.push(
                    `finally {\n${within(cleanup, scope, { inLoop: false, inSwitch: false, inFunction: false })}\n}`,
                );
            return parts.join(" ");
        });

        const functions: fc.Arbitrary<Code> = fc.oneof(
            f(inner, number, fc.boolean()).map(([body, result, isArrow]): Code => (scope) => {
                const name = scope.newName("f");
                const { names, inside } = withParameters(scope, "number");
                const text = `if (!burn()) return 0;\n${body(inside)}\nreturn wrap(${result(inside)});`;
                scope.declare({ name, type: "function", isMutable: false });
                return isArrow
                    ? `const ${name} = (${names[0]}: number): number => {\n${text}\n};`
                    : `function ${name}(${names[0]}: number): number {\n${text}\n}`;
            }),
            // A function that others can change the variables of.
            f(number, number).map(([first, step]): Code => (scope) => {
                const counter = declare(scope, "number", true, "counter");
                const start = first(scope);
                const name = scope.newName("next");
                const { names, inside } = withParameters(scope, "number");
                const text = `${counter} = wrap(${counter} + ${step(inside)} + ${names[0]});\nreturn ${counter};`;
                scope.declare({ name, type: "function", isMutable: false });
                return `let ${counter} = ${start.includes(counter) ? "0" : start};\nconst ${name} = (${names[0]}: number): number => {\nif (!burn()) return 0;\n${text}\n};`;
            }),
            f(still(number), still(string), number, boolean).map(([a, b, r, c]): Code => (scope) => {
                const name = scope.newName("g");
                const { names, inside } = withParameters(scope, "number", "string", "number[]");
                const [p, q, rest] = names;
                const made = `const ${name} = (${p}: number = ${a(scope)}, ${q}: string = ${b(scope)}, ...${rest}: number[]): string => cut(\`${"${"}wrap(${r(inside)})${"}:${"}${q}${"}:${"}${rest}.length${"}"}\`);`;
                return `${made}\nlog(${name}());\nlog(${name}(1));\nlog(${name}(2, "q", 3, 4));\nif (${c(scope)}) log(${name}(undefined, "u"));`;
            }),
            f(number, inner).map(([n, body]): Code => (scope) => {
                const name = scope.newName("r");
                const { names, inside } = withParameters(scope, "number");
                scope.declare({ name, type: "function", isMutable: false });
                return `function ${name}(${names[0]}: number): number {\nif (!burn() || ${names[0]} <= 0) return 0;\n${body(inside)}\nreturn wrap(${name}(${names[0]} - 1) + 1);\n}\nlog(${name}(Math.min(4, ${n(scope)})));`;
            }),
        );

        return {
            statement: fc.oneof(
                { maxDepth: 2, withCrossShrink: true },
                { weight: 6, arbitrary: logged },
                { weight: 6, arbitrary: declaration },
                { weight: 5, arbitrary: assignment },
                { weight: 6, arbitrary: mutation },
                { weight: 2, arbitrary: destructuring },
                { weight: 3, arbitrary: ownTypes },
                { weight: 3, arbitrary: branch },
                { weight: 4, arbitrary: loops },
                { weight: 2, arbitrary: choice },
                { weight: 2, arbitrary: attempt },
                { weight: 3, arbitrary: functions },
                { weight: 2, arbitrary: jump },
                ...(isAsync
                    ? [
                          { weight: 10, arbitrary: awaiting },
                          { weight: 8, arbitrary: asyncFunctions(inner) },
                      ]
                    : []),
            ),
            block: fc.array(tie("statement"), { minLength: 1, maxLength: 4 }).map(
                (all): Code =>
                    (scope) =>
                        all.map((each) => each(scope)).join("\n"),
            ),
        };
    }).block;

export const block = blocks(false);
export const asyncBlock = blocks(true);
