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
    },
    { isAsync: true },
);
