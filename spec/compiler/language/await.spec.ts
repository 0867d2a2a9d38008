/** Async functions beside JavaScript's; spec/lua/await.spec.ts has what is Prosody's: handlers, unloading, the log. */
import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets(
    "await",
    ({ behavesLikeJavaScript }) => {
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
    },
    { isAsync: true },
);
