/** `f()[1]` of a function with several results is `select(2, f())`, which gives all the later ones too: cut to one. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";

function visitElement(node: ts.ElementAccessExpression, context: TransformationContext): lua.Expression {
    const result = context.superTransformExpression(node);
    if (!lua.isCallExpression(result) || !lua.isIdentifier(result.expression)) return result;
    return result.expression.text === "select" ? lua.createParenthesizedExpression(result, node) : result;
}

export const severalResultsVisitors: Visitors = { [ts.SyntaxKind.ElementAccessExpression]: visitElement };
