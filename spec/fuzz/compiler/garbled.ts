/** Sources as they are while somebody writes them: tokens missing, twice, in the wrong place, or from somewhere else. */
import fc from "fast-check";
import ts from "typescript";

/** A source's tokens, with the white space before each. */
function tokensOf(text: string): string[] {
    const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
    const tokens: string[] = [];
    let end = 0;
    while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) {
        const next = scanner.getTokenEnd();
        // A scanner that is stuck in a broken literal still gets on.
        tokens.push(text.slice(end, next));
        end = next;
    }
    return tokens;
}

const strangers = fc.constantFrom(
    ..."( ) { } [ ] < > ; , . ... ?. ?? => = == === + ++ - * ** / % & | && || ! ? : @ # ` ' \" \\ $ ~ ^".split(" "),
    ..."await async class const default delete enum export extends finally for function if import in instanceof let".split(
        " ",
    ),
    ..."new null of return static super switch this throw try typeof undefined using var void while with yield".split(
        " ",
    ),
    "0",
    "1e999",
    "0x",
    "1n",
    '"text"',
    "`${",
    "/x/g",
    "/*",
    "//",
    "\u0000",
    "\ufeff",
    "\u2028",
    "é",
    "👍",
    "Promise",
    "module",
    "label:",
    "as any",
    "<T>",
    "satisfies number",
    "@decorated",
    "declare",
    "namespace N {}",
    "eval('1')",
    "arguments",
    "globalThis",
    "require('x')",
    "import('x')",
    "import.meta",
    "debugger;",
    "new.target",
    "Symbol.iterator",
    "function* g() { yield 1; }",
    "abstract",
    "get x() { return 1; }",
    "[Symbol.asyncIterator]",
);

interface Change {
    readonly kind: "drop" | "double" | "swap" | "replace" | "insert" | "move" | "end";
    readonly place: number;
    readonly other: number;
    readonly length: number;
    readonly stranger: string;
}

const change: fc.Arbitrary<Change> = fc.record({
    kind: fc.constantFrom("drop", "double", "swap", "replace", "replace", "insert", "insert", "move", "end"),
    place: fc.nat(),
    other: fc.nat(),
    length: fc.integer({ min: 1, max: 6 }),
    stranger: strangers,
});

function apply(tokens: string[], { kind, place, other, length, stranger }: Change): void {
    const [at, to] = [place % Math.max(tokens.length, 1), other % Math.max(tokens.length, 1)];
    const some = tokens.slice(at, at + length);
    switch (kind) {
        case "drop":
            tokens.splice(at, length);
            break;
        case "double":
            tokens.splice(at, 0, ...some);
            break;
        case "swap":
            [tokens[at], tokens[to]] = [tokens[to] ?? "", tokens[at] ?? ""];
            break;
        case "replace":
            tokens[at] = ` ${stranger}`;
            break;
        case "insert":
            tokens.splice(at, 0, ` ${stranger}`);
            break;
        case "move":
            tokens.splice(at, some.length);
            tokens.splice(to, 0, ...some);
            break;
        case "end":
            // Rarely: most of the text would be gone.
            if (length === 1) tokens.length = at;
            break;
    }
}

/** One of the sources with a few tokens of it out of order. */
export function garbled(sources: readonly string[]): fc.Arbitrary<string> {
    const tokenised = sources.map(tokensOf);
    return fc
        .tuple(fc.nat(sources.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }))
        .map(([which, changes]) => {
            const tokens = [...tokenised[which]!];
            for (const each of changes) apply(tokens, each);
            return tokens.join("");
        });
}
