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
    },
    { isAsync: true },
);
