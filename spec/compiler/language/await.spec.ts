/** Async functions beside JavaScript's; spec/lua/await.spec.ts has what is Prosody's: handlers, unloading, the log. */
import { expect } from "vitest";
import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets(
    "await",
    ({ behavesLikeJavaScript, looks }) => {
        behavesLikeJavaScript(
            "a race is won by what is settled and comes first in the list",
            `
            export const result: unknown[] = [];
            const settled = Promise.resolve("settled");
            async function main(): Promise<void> {
                result.push(await Promise.race([settled, "plain"]));
                result.push(await Promise.race(["plain", settled]));
                result.push(await Promise.race([new Promise<string>(() => {}), "plain", settled]));
                try {
                    await Promise.race([Promise.reject("refused"), "plain"]);
                } catch (reason) {
                    result.push(reason);
                }
            }
            void main();
            `,
        );
        behavesLikeJavaScript(
            "an error in a parameter's default rejects the promise",
            `
            export const result: unknown[] = [];
            const fail = (): never => { throw "no default"; };
            const arrow = async (n: number = fail(), ...rest: string[]): Promise<string> => rest.join() + String(n);
            async function declared({ n = fail() }: { n?: number }): Promise<number> { return n; }
            class Taker { async take(n: number = fail()): Promise<number> { return n; } }
            const calls: (() => Promise<unknown>)[] = [
                () => arrow(), () => arrow(1, "a", "b"), () => declared({}), () => declared({ n: 2 }), () => new Taker().take(),
            ];
            async function main(): Promise<void> {
                for (const call of calls) {
                    const promise = call();
                    result.push("called");
                    try {
                        result.push(await promise);
                    } catch (reason) {
                        result.push(reason);
                    }
                }
            }
            void main();
            `,
        );
        behavesLikeJavaScript(
            "all who wait for the same call of an async function go on, in the order in which they came",
            `
            export const result: unknown[] = [];
            let open: (value: string) => void = () => {};
            const gate = new Promise<string>((resolve) => { open = resolve; });
            const slow = async (): Promise<string> => await gate;
            const failing = async (): Promise<string> => { throw await gate; };
            async function wait(name: string, promise: Promise<string>): Promise<void> {
                try {
                    result.push(name + await promise);
                } catch (reason) {
                    result.push(name + "failed " + String(reason));
                }
            }
            async function main(): Promise<void> {
                const [call, failed] = [slow(), failing()];
                const waiting = [wait("a ", call), wait("b ", call), wait("c ", call), wait("d ", failed)];
                open("opened");
                await Promise.all(waiting);
                // Both are over by now; a promise of Prosody's is made of them only here.
                result.push(await call.then((value) => value + " again"), await call);
                await wait("e ", call);
                await wait("f ", failed);
                result.push(await failed.catch((reason) => "caught " + String(reason)));
                result.push(await Promise.race([call, "plain"]), (await Promise.all([call, call])).join());
            }
            void main();
            `,
        );
        behavesLikeJavaScript(
            "what an async function returns or raises comes a turn later, also where it has not waited",
            `
            export const result: unknown[] = [];
            async function atOnce(fails: boolean, ...rest: string[]): Promise<string | undefined> {
                result.push("called");
                if (fails) throw rest[0];
                return rest.length > 1 ? rest[1] : undefined;
            }
            const later = async (fails: boolean, text = "later"): Promise<boolean> => {
                try {
                    await 0;
                    if (fails) throw text;
                    return text === "";
                } finally {
                    result.push("finally");
                }
            };
            const passedOn = async (promise: Promise<string>) => promise;
            async function main(fails: boolean): Promise<void> {
                for (const round of [1, 2, 3]) {
                    try {
                        if (round === 1) result.push((await atOnce(fails, "a", "b")) ?? "no b", (await atOnce(fails, "c")) ?? "nothing");
                        else if (round === 2) result.push(await later(fails), await later(fails, ""));
                        else result.push(await passedOn(fails ? Promise.reject("passed on") : Promise.resolve("kept")));
                    } catch (reason) {
                        result.push("caught " + String(reason));
                        continue;
                    }
                    if (fails) return;
                    await later(false);
                }
                result.push("end");
            }
            void main(true).then(() => main(false)).then(() => result.push("over"));
            result.push("main goes on");
            `,
        );
        behavesLikeJavaScript(
            "async functions that call themselves or each other after a wait nest as deep as they like",
            `
            export const result: unknown[] = [];
            const count = async (n: number): Promise<number> => {
                await 0;
                return n === 0 ? 0 : 1 + (await count(n - 1));
            };
            async function isEven(n: number): Promise<boolean> {
                await 0;
                return n === 0 ? true : await isOdd(n - 1);
            }
            async function isOdd(n: number): Promise<boolean> {
                await 0;
                if (n === 0) return false;
                return await isEven(n - 1);
            }
            async function main(): Promise<void> {
                result.push(await count(1000), await isEven(1001));
            }
            void main();
            `,
        );
        behavesLikeJavaScript(
            "an async function is a promise where somebody wants one",
            `
            export const result: unknown[] = [];
            async function handedOn(n: number): Promise<number> { return n; }
            async function inShort(n: number): Promise<number> { return n; }
            async function both(n: number): Promise<number> { result.push("both"); return n; }
            const held = async (n: number): Promise<number> => n;
            const asked = async (n: number): Promise<number> => n;
            let changed = async (n: number): Promise<number> => n;
            const use = async (f: typeof asked, n: number): Promise<number> => await f(n);
            async function main(): Promise<void> {
                const table = { inShort };
                const promise = held(4);
                result.push(await use(handedOn, 1), await handedOn(2), await inShort(3), await table.inShort(3));
                result.push(await promise, await held(5), await asked(6));
                void both(7);
                result.push(await both(8), await changed(9));
                changed = async (n) => n + 1;
                result.push(await changed(9));
            }
            void main();
            `,
        );
        looks(
            "an async function that is only awaited, or whose promise nobody wants, is made no promise for",
            `
            export const result: unknown[] = [];
            async function price(name: string): Promise<number> {
                await 0;
                return name.length;
            }
            const tell = async (name: string): Promise<void> => {
                result.push(await price(name));
            };
            export const run = (): void => { void tell("verona"); };
            run();
            `,
            ({ lua }) => {
                expect(lua).toContain("local function price(name)\n\tawait(0)\n\treturn #name\nend");
                expect(lua).toContain("local function tell(name)\n\tbackground(function()");
                expect(lua).toContain("await_call(price, name)");
            },
        );
        looks(
            "an exported async function gives a promise",
            `
            export const result: unknown[] = [];
            export async function price(name: string): Promise<number> {
                await 0;
                return name.length;
            }
            async function cost(name: string): Promise<number> {
                await 0;
                return name.length;
            }
            export { cost };
            const tell = async (name: string): Promise<void> => {
                result.push(await price(name), await cost(name));
            };
            void tell("verona");
            `,
            ({ lua }) => {
                expect(lua).not.toContain("await_call(");
            },
        );
    },
    { isAsync: true },
);
