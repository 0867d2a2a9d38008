/** Generated programs: TypeScript as authors write it, whose `result` says all that happened. */
import fc from "fast-check";
import { Scope } from "./scope.ts";
import { asyncBlock, block, declaration } from "./statements.ts";

/** What every program stands on. `burn` and the bounds see to it that each ends, and soon. */
const FRAME = `const result: (number | string | boolean)[][] = [];
let current: (number | string | boolean)[] = [];
let fuel = 0;
const begin = (): void => { current = []; result.push(current); fuel = 150; };
const burn = (): boolean => { fuel -= 1; return fuel > 0; };
const log = (value: number | string | boolean): void => { if (current.length < 400) current.push(value); };
const logAll = (values: (number | string)[]): void => { log(values.length); for (const value of values.slice(0, 8)) log(value); };
const wrap = (n: number): number => (n > 100000 || n < -100000 ? 1 : n);
const cut = (text: string): string => (text.length > 60 ? text.slice(0, 60) : text);
const code = (text: string, position: number): number => (position < text.length ? text.charCodeAt(position) : -1);
const sum = (...all: number[]): number => { let total = 0; for (const n of all) total += n; return wrap(total); };
const optional = (a: number, b?: number): number => (b === undefined ? a : wrap(a + b));
const pair = (text: string, n: number): [string, number] => [text, n];
// What TypeScript does not know the value of.
const num = (n: number): number => n;
const on = (value: boolean): boolean => value;
const str = (text: string): string => text;
const increment = (x: number): number => x + 1;
const adder = (n: number) => (x: number): number => wrap(x + n);
const compose = (g: (x: number) => number, h: (x: number) => number) => (x: number): number => (burn() ? wrap(g(wrap(h(x)))) : 0);
interface Item { n: number; s: string; tags: string[]; inner?: { n: number }; act?: (x: number) => number }
const make = (item: Item): Item => item;
const logItem = ({ n, s, tags, inner, act }: Item): void => { log(n); log(s); logAll(tags); log(inner?.n ?? "no inner"); log(act !== undefined); };
const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
enum Colour { red, Green = 5, BLUE }
const colour = (value: Colour): string => Colour[value] + value.toString();
function* count(end: number): Generator<number> { for (let i = 0; i < end; i++) yield i; }
class Box {
    static made = 0;
    static of(n: number): Box { return new Box(n + 1); }
    readonly log: number[] = [];
    constructor(public value: number) { Box.made += 1; }
    get double(): number { return wrap(this.value * 2); }
    set half(n: number) { this.value = n * 2; }
    plus(n: number): number { return wrap(this.value + n); }
    add(n: number): this { if (this.log.length < 10) this.log.push(n); this.value = this.plus(n); return this; }
    describe(): string { return \`box \${this.value}\${this.log.length > 0 ? " after " + this.log.join("+") : ""}\`; }
}
class Crate extends Box {
    constructor(value: number, private readonly label: string) { super(value + 1); }
    override describe(): string { return cut(\`\${this.label}: \${super.describe()}\`); }
    override plus(n: number): number { this.half = Math.floor(this.value / 2); return super.plus(n) + 1; }
}
class Custom extends Error {
    constructor(readonly code: number) { super("custom " + code.toString()); this.name = "Custom"; }
}
const codeOf = (problem: unknown): number => (problem instanceof Custom ? problem.code : problem instanceof TypeError ? -2 : -1);
const say = <T extends number | string | boolean>(value: T): T => { log(value); return value; };
const isBox = (value: unknown): boolean => value instanceof Box;
const isCrate = (value: unknown): boolean => value instanceof Crate;
`;

/**
 * What async programs stand on besides. Promises that settle later do so one at a time, when nothing else is ready; who runs
 * the file calls `turn` then.
 */
const WAITING_FRAME = `interface Gate { readonly due: number; readonly open: () => void }
let gates: Gate[] = [];
let now = 0;
const starts: (() => void)[] = [];
const turn = (): boolean => {
    let next = gates[0];
    if (next === undefined) {
        const start = starts.shift();
        start?.();
        return start !== undefined;
    }
    for (const gate of gates) if (gate.due < next.due) next = gate;
    gates = gates.filter((gate) => gate !== next);
    now = next.due;
    next.open();
    return true;
};
const later = <T>(value: T, delay: number): Promise<T> => new Promise<T>((resolve) => { gates.push({ due: now + delay, open: () => { resolve(value); } }); });
const fails = <T = number>(problem: unknown, delay: number): Promise<T> => new Promise<T>((_resolve, reject) => { gates.push({ due: now + delay, open: () => { reject(problem); } }); });
const give = async <T>(value: T): Promise<T> => value;
const pass = async <T>(value: T, delay: number): Promise<T> => await later(value, delay);
const made = <T>(value: T | Promise<T>): Promise<T> => new Promise<T>((resolve) => { resolve(value); });
const keep = <T>(promise: Promise<T>): Promise<T> => { promise.then(() => {}, () => {}); return promise; };
const outcome = (each: PromiseSettledResult<number>): string => (each.status === "fulfilled" ? String(each.value) : messageOf(each.reason));
const run = async (own: (number | string | boolean)[], main: () => Promise<number>): Promise<void> => {
    current = own;
    fuel = 150;
    try { log(await main()); } catch (e) { log("thrown " + messageOf(e)); log(codeOf(e)); }
    log(fuel);
};
`;

/** A program: a few functions and what stands outside of them. */
export interface Program {
    readonly isAsync: boolean;
    /** @param suffix Ends the names of what it declares, so that several can stand in one file. */
    write(suffix: string): string;
}

export const program: fc.Arbitrary<Program> = fc
    .tuple(
        fc.array(declaration, { maxLength: 3 }),
        fc.oneof(
            { weight: 2, arbitrary: block.map((body) => ({ body, isAsync: false })) },
            { weight: 1, arbitrary: asyncBlock.map((body) => ({ body, isAsync: true })) },
        ),
        fc.option(block, { nil: undefined, freq: 1 }),
    )
    .map(([shared, { body, isAsync }, top]) => ({
        isAsync,
        write(suffix): string {
            const scope = Scope.of(suffix);
            const parts = ["begin();", ...shared.map((each) => each(scope))];
            const name = scope.newName("main");
            const inside = scope.inner({ inFunction: true, inAsync: isAsync });
            const text = `{\n${body(inside)}\nreturn 0;\n}`;
            if (isAsync) {
                const own = scope.newName("own");
                parts.push(
                    `async function ${name}(): Promise<number> ${text}`,
                    `const ${own} = current;\nstarts.push(() => { void run(${own}, ${name}); });`,
                );
            } else {
                parts.push(
                    `function ${name}(): number ${text}`,
                    `try { log(${name}()); } catch (e) { log("thrown " + messageOf(e)); }\nlog(fuel); fuel = 100;`,
                );
            }
            if (top === undefined) return parts.join("\n");
            const outside = `try {\n${top(scope.inner())}\n} catch (e) { log("thrown " + messageOf(e)); }`;
            return [...parts, outside].join("\n");
        },
    }));

/**
 * Programs one behind the other in a file, which exports the results of all as `result`, and `turn` where some are async: it
 * is called whenever nothing is ready, until it gives false.
 */
export function fileOf(programs: readonly Program[]): string {
    const isAsync = programs.some((each) => each.isAsync);
    const texts = programs.map((each, index) => each.write(programs.length === 1 ? "" : `_${index}`));
    return `${FRAME}${isAsync ? WAITING_FRAME : ""}${texts.join("\n")}\nexport { result${isAsync ? ", turn" : ""} };\n`;
}
