/** `..` takes numbers as they are: tostring around them is a lookup and a call for nothing. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformOrderedExpressions } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { callOf } from "../lua/expressions.ts";
import { isAlways } from "../union-parts.ts";

function isOf(context: TransformationContext, node: ts.Expression, flags: ts.TypeFlags): boolean {
    return isAlways(context.checker.getTypeAtLocation(node), flags);
}

function isConcat(node: lua.Node): node is lua.BinaryExpression {
    return lua.isBinaryExpression(node) && node.operator === lua.SyntaxKind.ConcatOperator;
}

function withoutToString(node: lua.Expression): lua.Expression {
    if (!lua.isCallExpression(node) || !lua.isIdentifier(node.expression)) return node;
    return node.expression.text === "tostring" && node.params.length === 1 ? node.params[0]! : node;
}

function visitBinary(node: ts.BinaryExpression, context: TransformationContext): lua.Expression {
    const result = context.superTransformExpression(node);
    if (node.operatorToken.kind !== ts.SyntaxKind.PlusToken || !isConcat(result)) return result;
    if (isOf(context, node.left, ts.TypeFlags.NumberLike)) result.left = withoutToString(result.left);
    if (isOf(context, node.right, ts.TypeFlags.NumberLike)) result.right = withoutToString(result.right);
    return result;
}

function visitTemplate(node: ts.TemplateExpression, context: TransformationContext): lua.Expression {
    const values = transformOrderedExpressions(
        context,
        node.templateSpans.map((span) => span.expression),
    );
    const parts: lua.Expression[] = [];
    if (node.head.text !== "") parts.push(lua.createStringLiteral(node.head.text, node.head));
    node.templateSpans.forEach((span, index) => {
        const value = values[index]!;
        const isPlain = isOf(context, span.expression, ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike);
        parts.push(isPlain ? value : callOf("tostring", [value], span));
        if (span.literal.text !== "") parts.push(lua.createStringLiteral(span.literal.text, span.literal));
    });
    // `${n}` alone must still become a string.
    if (parts.length === 1) {
        const [span] = node.templateSpans;
        const isString = isOf(context, span!.expression, ts.TypeFlags.StringLike);
        return isString ? parts[0]! : callOf("tostring", [values[0]!], node);
    }
    return parts.reduce((left, right) => lua.createBinaryExpression(left, right, lua.SyntaxKind.ConcatOperator, node));
}

export const concatVisitors: Visitors = {
    [ts.SyntaxKind.BinaryExpression]: visitBinary,
    [ts.SyntaxKind.TemplateExpression]: visitTemplate,
};
