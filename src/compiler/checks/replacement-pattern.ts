import ts from "typescript";
import { replacementPattern } from "../diagnostics.ts";
import { isText } from "./becomes-text.ts";
import type { Rule } from "./rule.ts";

/** `"a-b".replace("-", "[$&]")`: JavaScript puts what it found there, Lua takes the text as it is. */
export const noReplacementPattern: Rule = {
    kinds: [ts.SyntaxKind.CallExpression],
    visit(node, context) {
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
        const { name, expression } = node.expression;
        if (name.text !== "replace" && name.text !== "replaceAll") return;
        const [, replacement] = node.arguments;
        if (!replacement || !ts.isStringLiteralLike(replacement) || !isText(expression, context)) return;
        const [pattern] = /\$[$&`']/.exec(replacement.text) ?? [];
        if (pattern !== undefined) context.report(replacementPattern(replacement, pattern));
    },
};
