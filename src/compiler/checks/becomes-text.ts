import ts from "typescript";
import type { RuleContext } from "./rule.ts";

/** Nodes of which something becomes text. */
export const textMakers: readonly ts.SyntaxKind[] = [
    ts.SyntaxKind.TemplateExpression,
    ts.SyntaxKind.BinaryExpression,
    ts.SyntaxKind.CallExpression,
];

/** What becomes text here: in a template, beside a text and `+`, through `String(x)`, `tostring(x)` or `x.toString()`. */
export function becomesText(node: ts.Node, context: RuleContext): readonly ts.Expression[] {
    if (ts.isTemplateExpression(node)) {
        return ts.isTaggedTemplateExpression(node.parent) ? [] : node.templateSpans.map(({ expression }) => expression);
    }
    if (ts.isBinaryExpression(node)) {
        const { kind } = node.operatorToken;
        if (kind !== ts.SyntaxKind.PlusToken && kind !== ts.SyntaxKind.PlusEqualsToken) return [];
        return [
            ...(isText(node.left, context) ? [node.right] : []),
            ...(isText(node.right, context) ? [node.left] : []),
        ];
    }
    if (!ts.isCallExpression(node)) return [];
    const callee = node.expression;
    const [first] = node.arguments;
    if (ts.isIdentifier(callee)) return ["String", "tostring"].includes(callee.text) && first ? [first] : [];
    const isMethod = ts.isPropertyAccessExpression(callee) && callee.name.text === "toString" && !first;
    return isMethod ? [callee.expression] : [];
}

export function isText(expression: ts.Expression, { checker }: RuleContext): boolean {
    return (checker.getTypeAtLocation(expression).flags & ts.TypeFlags.StringLike) !== 0;
}
