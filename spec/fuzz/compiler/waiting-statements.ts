/** Generated statements that wait, and async functions; `waiting.ts` says what they keep to. */
import fc from "fast-check";
import { expressions } from "./expressions.ts";
import { code, withParameters } from "./pieces.ts";
import type { Code } from "./scope.ts";
import { delay, problem } from "./waiting.ts";

const { number, string, boolean, "number[]": numbers, Promise: promise } = expressions;

const f = fc.tuple;

/** What stands in async functions only. */
function inAsync(write: Code): Code {
    return (scope) => (scope.inAsync ? write(scope) : 'log("sync");');
}

export const awaiting: fc.Arbitrary<Code> = fc
    .oneof(
        promise.map((p): Code => (scope) => {
            const text = p(scope);
            const name = scope.newName("promise");
            scope.declare({ name, type: "Promise", isMutable: false });
            return `const ${name}: Promise<number> = ${text};`;
        }),
        promise.map((p) => code`log(await ${p});`),
        promise.map((p) => code`await ${p};`),
        f(boolean, problem, delay).map(([c, p, d]) => code`if (${c}) await fails(${p}, ${d});`),
        f(promise, number).map(([p, n]): Code => (scope) => {
            const [text, other] = [p(scope), n(scope)];
            const [a, b] = [scope.newName("a"), scope.newName("b")];
            scope.declare({ name: a, type: "number", isMutable: true });
            scope.declare({ name: b, type: "number", isMutable: false });
            return `let [${a}, ${b}] = await Promise.all([${text}, ${other}]);`;
        }),
        f(boolean, promise).map(([c, p]): Code => (scope) => {
            const text = p(scope.inner({ inFunction: false }));
            return `try {\nif (${c(scope)}) return wrap(await ${text});\n} catch (e) {\nlog(messageOf(e) + codeOf(e));\n}`;
        }),
        // A promise that is returned is not waited for: no catch here has its failure.
        f(boolean, promise).map(
            ([c, p]): Code =>
                (scope) =>
                    `try {\nif (${c(scope)}) return ${p(scope)};\n} catch (e) {\nlog("never");\n}`,
        ),
    )
    .map(inAsync);

/** Async functions: `body` makes what is in them. */
export function asyncFunctions(body: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    const awaits = { inAsync: true };
    return fc
        .oneof(
            // Called and waited for.
            f(body, number, fc.constantFrom("declaration", "arrow", "expression"), fc.nat(2)).map(
                ([inner, result, form, end]): Code =>
                    (scope) => {
                        const name = scope.newName("w");
                        const { names, inside } = withParameters(scope, "number");
                        const within = inside.inner(awaits);
                        const text = `if (!burn()) return 0;\n${inner(within)}\n`;
                        const value = `wrap(${result(within)})`;
                        const last = [`return ${value};`, `return later(${value}, 1);`, `return await give(${value});`][
                            end
                        ];
                        scope.declare({ name, type: "waiting function", isMutable: false });
                        const head = `(${names[0]}: number): Promise<number>`;
                        if (form === "arrow") return `const ${name} = async ${head} => {\n${text}${last}\n};`;
                        if (form === "declaration") return `async function ${name}${head} {\n${text}${last}\n}`;
                        return `const ${name} = async function ${head} {\n${text}${last}\n};`;
                    },
            ),
            // Runs beside its caller.
            f(body, delay, body, number).map(([before, when, after, result]): Code => (scope) => {
                const name = scope.newName("task");
                const { names, inside } = withParameters(scope, "number");
                const start = before(inside.inner({ inAsync: false }));
                const within = inside.inner(awaits);
                const text = after(within);
                const value = result(within);
                scope.declare({ name, type: "task", isMutable: false });
                return `const ${name} = async (${names[0]}: number): Promise<number> => {\nif (!burn()) return 0;\n{\n${start}\n}\nlog(await later("${name}", ${when}));\n${text}\nreturn wrap(${value});\n};`;
            }),
            f(number, string, number, body).map(([a, b, r, inner]): Code => (scope) => {
                const name = scope.newName("v");
                const { names, inside } = withParameters(scope, "number", "string", "number[]");
                const [p, q, rest] = names;
                const outside = scope.inner({ inAsync: false });
                const within = inside.inner(awaits);
                const text = `${inner(within)}\nreturn cut(\`\${wrap(${r(within)})}:\${${q}}:\${${rest}.length}\`);`;
                return `const ${name} = async (${p}: number = ${a(outside)}, ${q}: string = ${b(outside)}, ...${rest}: number[]): Promise<string | number> => {\nif (!burn()) return "";\n${text}\n};\nlog(await ${name}());\nlog(await ${name}(2, "q", 3, 4));`;
            }),
            f(number, number, number).map(([a, b, c]): Code => (scope) => {
                const [name, start] = [scope.newName("own"), a(scope)];
                const { names, inside } = withParameters(scope, "number");
                const text = b(inside.inner(awaits));
                return `const ${name} = {\nn: ${start},\nasync add(${names[0]}: number): Promise<number> { this.n += ${text}; this.n = wrap(this.n); return this.n; },\n};\nlog(await ${name}.add(${c(scope)}));\nlog(wrap(${name}.n));`;
            }),
            f(number, number, string, number).map(([n, plus, text, step]): Code => (scope) => {
                const name = scope.newName("Slow");
                const [value, label, last] = [n(scope), text(scope), step(scope)];
                const { names, inside } = withParameters(scope, "number");
                const box = scope.newName("v");
                const added = plus(inside.inner(awaits));
                scope.declare({ name: box, type: "Box", isMutable: false });
                return `class ${name} extends Crate {\nstatic async open(n: number): Promise<${name}> { return new ${name}(await pass(n, 1), "slow"); }\nasync slow(${names[0]}: number): Promise<number> { return wrap(super.plus(${added}) + (await give(${names[0]})) + this.value); }\nreadonly bump = async (by: number): Promise<number> => wrap((await this.slow(by)) + super.plus(1));\n}\nconst ${box}: ${name} = ${names[0]!.length % 2 === 0 ? `await ${name}.open(${value})` : `new ${name}(${value}, ${label})`};\nlog(await ${box}.slow(${last}));\nlog(await ${box}.bump(2));`;
            }),
            f(fc.array(fc.oneof(promise, number), { minLength: 1, maxLength: 3 }), body).map(
                ([all, inner]): Code =>
                    (scope) => {
                        const list = all.map((each) => each(scope)).join(", ");
                        const inside = scope.inner({ inLoop: true, inSwitch: false });
                        const name = inside.newName("n");
                        inside.declare({ name, type: "number", isMutable: false });
                        return `for await (const ${name} of [${list}]) {\nif (!burn()) break;\n${inner(inside)}\n}`;
                    },
            ),
            // Nobody waits for these; what is returned may fail, too.
            f(numbers, delay, body).map(([list, when, inner]): Code => (scope) => {
                const items = list(scope);
                const { names, inside } = withParameters(scope, "number");
                const text = inner(inside.inner(awaits));
                return `${items}.slice(0, 3).forEach(async (${names[0]}) => {\nlog("one");\ntry {\nlog(await later(${names[0]}, ${when}));\nlog(await (async () => {\n${text}\nreturn 2;\n})());\n} catch (e) {\nlog(messageOf(e));\n}\n});`;
            }),
        )
        .map(inAsync);
}
