import ts from "typescript";
import { listOrIterator } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

/**
 * `for (const tag of stanza?.childtags() ?? [])`: a list and an iterator of Lua need loops of their own, and which of them it is
 * shows only at run time.
 */
export const noMixedIterables: Rule = {
    kinds: [ts.SyntaxKind.ForOfStatement, ts.SyntaxKind.SpreadElement],
    visit(node, context) {
        const { expression } = node as ts.ForOfStatement | ts.SpreadElement;
        const type = context.checker.getTypeAtLocation(expression);
        if (!type.isUnion()) return;
        const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
        const parts = type.types.filter((part) => (part.flags & nothing) === 0);
        const iterators = parts.filter((part) => part.getProperty("__tstlIterable") !== undefined);
        if (iterators.length > 0 && iterators.length < parts.length) {
            context.report(listOrIterator(expression, expression.getText()));
        }
    },
};
