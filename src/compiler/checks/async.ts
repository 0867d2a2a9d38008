import ts from "typescript";
import { asyncUnsupported, dynamicImport } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

/** A JavaScript promise and Prosody's are different things, and an event handler has to answer before it returns. */
export const noAsync: Rule = {
    kinds: [
        ts.SyntaxKind.AsyncKeyword,
        ts.SyntaxKind.AwaitExpression,
        ts.SyntaxKind.ForOfStatement,
        ts.SyntaxKind.CallExpression,
    ],
    visit(node, context) {
        if (node.kind === ts.SyntaxKind.AsyncKeyword) context.report(asyncUnsupported(node, "An async function"));
        else if (ts.isAwaitExpression(node)) {
            // Inside an async function the function says it all.
            if (!isInsideAsync(node)) context.report(asyncUnsupported(node, "await"));
        } else if (ts.isForOfStatement(node)) {
            if (node.awaitModifier && !isInsideAsync(node)) {
                context.report(asyncUnsupported(node.awaitModifier, "for await"));
            }
        } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
            context.report(dynamicImport(node));
        }
    },
};

/** What TypeScript says of async functions, await and import() without a Promise in its library, or outside of one. */
export const typeScriptsWordsOnAsync: ReadonlySet<number> = new Set([
    1308, 1309, 1375, 1378, 1431, 1432, 2697, 2705, 2711, 2712, 2468,
]);

function isInsideAsync(node: ts.Node): boolean {
    for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
        if (ts.isFunctionLike(at)) {
            return (
                ts.canHaveModifiers(at) &&
                !!ts.getModifiers(at)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
            );
        }
    }
    return false;
}
