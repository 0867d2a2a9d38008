/**
 * Generated expressions that wait. Where nothing can wait, the value stands there that would be waited for.
 *
 * What a program does must not hang on how many turns a promise takes to tell that it is settled: Prosody's take other ones
 * than JavaScript's, and other ones from release to release. Nothing promises their number (docs/async.md, "Order"). So at
 * most one async function of a program is ready to go on at a time, and what can be told apart is promised:
 *
 * - What settles later (`later`, `fails`) settles when nothing else is ready, in an order of its own: `turn` in program.ts.
 * - An async function that waits for whatever it likes (a "waiting function") is waited for at once by whoever calls it.
 * - One that runs beside its caller (a "task") first waits for what settles later, when its caller waits too.
 * - No two functions wait for the same promise, and what `then`, `catch` and `finally` give is waited for at once, because
 *   Prosody calls their handlers as soon as the promise settles.
 * - Handlers raise no errors: Prosody makes texts with a traceback of these.
 */
import fc from "fast-check";
import { always, code, variable } from "./pieces.ts";
import type { Code } from "./scope.ts";

const f = fc.tuple;

/** When something settles: what is due at the same time settles in the order in which it came up. */
export const delay = fc.integer({ min: 0, max: 5 });

type Form = (value: string, delay: number, type: string) => string;

const FORMS: readonly Form[] = [
    (value) => value,
    (value) => `Promise.resolve(${value})`,
    (value, when) => `later(${value}, ${when})`,
    (value) => `give(${value})`,
    (value, when) => `pass(${value}, ${when})`,
    (value) => `made(${value})`,
    (value, when) => `made(pass(${value}, ${when}))`,
    (value) => `(async () => ${value})()`,
    (value, when) => `(async () => { await 0; return later(${value}, ${when}); })()`,
    (value, _, type) =>
        `(async (): Promise<${type}> => { try { return await give(${value}); } finally { burn(); } })()`,
];

/** Code in async functions, other code elsewhere. */
function inAsync(code: Code, otherwise: Code): Code {
    return (scope) => (scope.inAsync ? code : otherwise)(scope);
}

/** A value of a type, waited for. */
export function waited(type: string, value: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    return f(fc.constantFrom(...FORMS), value, delay).map(([form, write, when]): Code => (scope) => {
        const text = write(scope);
        return scope.inAsync ? `(await ${form(text, when, type)})` : text;
    });
}

/** Why something fails, and the text that `messageOf` makes of it. */
export const problem = fc.constantFrom(
    'new Error("late")',
    "new Custom(7)",
    '"refused"',
    'new TypeError("kind")',
    '""',
);

/** What settles at once, or later by itself: which of several comes first is certain. */
function contestant(number: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    return fc.oneof(
        number,
        number.map((n) => code`Promise.resolve(${n})`),
        f(number, delay).map(([n, d]) => code`later(${n}, ${d})`),
        f(problem, delay).map(([p, d]) => code`keep(fails(${p}, ${d}))`),
        variable("Promise", "later(5, 1)"),
    );
}

export function waitedNumber(number: fc.Arbitrary<Code>, promise: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    const ways: fc.Arbitrary<[Code, Code]>[] = [
        f(variable("waiting function", "give"), number).map(([g, n]) => [code`wrap(await ${g}(${n}))`, n]),
        f(variable("waiting function", "give"), number).map(([g, n]) => [
            code`(await (async () => { try { return await ${g}(${n}); } catch (e) { log(messageOf(e)); return 5; } })())`,
            n,
        ]),
        f(promise, number).map(([p, n]) => [code`wrap(await ${p})`, n]),
        f(promise, number).map(([p, n]) => [code`(await ${p}.catch((e) => say(messageOf(e).length)))`, n]),
        f(promise, number).map(([p, n]) => [code`(await ${p}.then((value) => say(wrap(value + 1))))`, n]),
        f(promise, number).map(([p, n]) => [
            code`(await ${p}.then((value) => later(say(wrap(value)), 1), (e) => say(messageOf(e).length)))`,
            n,
        ]),
        f(promise, number).map(([p, n]) => [code`(await ${p}.finally(() => { log("finally"); }))`, n]),
        f(number, delay, number).map(([n, d, m]) => [
            code`((await later<number | undefined>(${n} > 3 ? undefined : ${m}, ${d})) ?? ${m})`,
            n,
        ]),
        f(fc.array(contestant(number), { minLength: 1, maxLength: 3 }), number).map(([all, n]) => [
            (scope) => `wrap(await Promise.race([${all.map((each) => each(scope)).join(", ")}]))`,
            n,
        ]),
        f(number, number).map(([n, m]) => [
            code`((await give<{ n: number } | null>(${n} > 2 ? null : { n: ${m} }))?.n ?? -4)`,
            n,
        ]),
    ];
    return fc.oneof(...ways.map((way) => way.map(([waits, otherwise]) => inAsync(waits, otherwise))));
}

export function waitedString(string: fc.Arbitrary<Code>, promise: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    return fc.oneof(
        f(problem, delay, string).map(([p, d, s]) =>
            inAsync(code`(await fails<string>(${p}, ${d}).catch(messageOf))`, s),
        ),
        f(fc.array(promise, { maxLength: 3 }), string).map(([all, s]) =>
            inAsync(
                (scope) =>
                    `(await Promise.allSettled([${all.map((each) => each(scope)).join(", ")}])).map(outcome).join(";")`,
                s,
            ),
        ),
        f(problem, string).map(([p, s]) =>
            inAsync(
                code`(await (async () => { try { throw ${p}; } catch (e) { await 1; return messageOf(e); } })())`,
                s,
            ),
        ),
    );
}

/** What is nothing, or false, is there for who waits for it. */
export function waitedTruth(boolean: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    return f(
        fc.constantFrom(
            "later<null | number>(null, 2)) === null",
            "give<undefined | number>(undefined)) === undefined",
            "pass<number | undefined>(0, 1)) === undefined",
            'pass("", 0)) === ""',
            "Promise.resolve()) === undefined",
        ),
        boolean,
    ).map(([test, otherwise]) => inAsync(always(`((await ${test})`), otherwise));
}

export function waitedNumbers(number: fc.Arbitrary<Code>, promise: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
    return fc.oneof(
        fc
            .array(fc.oneof(promise, number), { maxLength: 4 })
            .map((all) =>
                inAsync(
                    (scope) =>
                        `(await Promise.all([${all.map((each) => each(scope)).join(", ")}] as (number | Promise<number>)[]))`,
                    always("[4, 5]"),
                ),
            ),
        f(number, delay).map(([n, d]) =>
            inAsync(
                code`(await Promise.all([1, 2, 3].map(async (each) => { log(each); return wrap(await later(each, ${d}) + each); })))`,
                code`[${n}]`,
            ),
        ),
    );
}

/** Promises that nobody waits for yet; somebody asked for each, so that none that fails is an error of the program. */
export function promises(number: fc.Arbitrary<Code>): fc.Arbitrary<Code>[] {
    return [
        number.map((n) => code`Promise.resolve(${n})`),
        f(number, delay).map(([n, d]) => code`keep(later(${n}, ${d}))`),
        f(number, delay).map(([n, d]) => code`keep(pass(${n}, ${d}))`),
        number.map((n) => code`keep(give(${n}))`),
        number.map((n) => code`made(${n})`),
        f(problem, delay).map(([p, d]) => code`keep(fails(${p}, ${d}))`),
        problem.map((p) => code`keep(Promise.reject<number>(${p}))`),
        problem.map((p) => code`keep(new Promise<number>(() => { throw ${p}; }))`),
        f(variable("task", "(async (n: number) => await later(n, 2))"), number).map(([t, n]) => code`keep(${t}(${n}))`),
        f(variable("task", "(async (n: number) => await later(n, 0))"), number).map(([t, n]) => code`keep(${t}(${n}))`),
    ];
}
