import { describeSnippets } from "../evaluate/evaluate.ts";

describeSnippets("Destructuring", ({ behavesLikeJavaScript }) => {
    behavesLikeJavaScript("swaps two variables", `let [a, b] = [1, 2]; [a, b] = [b, a]; export const result = [a, b];`);
    behavesLikeJavaScript(
        "takes nested members with defaults",
        `
        interface Options { retry?: { count?: number; wait?: number }; name: string }
        function read({ retry: { count = 3, wait = 10 } = {}, name }: Options) {
            return [name, count, wait];
        }
        export const result = [read({ name: "a" }), read({ name: "b", retry: { count: 0 } })];
        `,
    );
    behavesLikeJavaScript(
        "keeps what is left over",
        `
        const [first, ...others] = [1, 2, 3];
        const { a, ...rest } = { a: 1, b: 2, c: 3 };
        export const result = { first, others, a, rest };
        `,
    );
});
