import ts from "typescript";
import { listOrIterator, listOrOther } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

/** `texts.includes(x)` of a text or a list: it shows only at run time whose method it is. */
export const noMixedMethods: Rule = {
    kinds: [ts.SyntaxKind.CallExpression],
    visit(node, context) {
        const { expression: callee } = node as ts.CallExpression;
        if (!ts.isPropertyAccessExpression(callee) || callee.name.text === "toString") return;
        const { checker } = context;
        const type = checker.getTypeAtLocation(callee.expression);
        if (!type.isUnion()) return;
        const isList = (part: ts.Type) => checker.isArrayType(part) || checker.isTupleType(part);
        const parts = type.types.filter((part) => (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Object)) !== 0);
        if (parts.some(isList) && !parts.every(isList)) {
            context.report(listOrOther(callee.expression, callee.expression.getText(), callee.name.text));
        }
    },
};

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
