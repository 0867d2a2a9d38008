/** Logarithms to base 10 and 2 by Lua's own: a quotient of natural ones makes 2.9999999999999996 of log10(1000). */
import ts from "typescript";
import type * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { callOf } from "../lua/expressions.ts";

const helpers: Record<string, string> = { log10: "__TS__MathLog10", log2: "__TS__MathLog2" };

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) {
        return context.superTransformExpression(node);
    }
    const helper = Object.hasOwn(helpers, callee.name.text) ? helpers[callee.name.text] : undefined;
    if (!helper || callee.expression.text !== "Math" || node.arguments.length !== 1) {
        return context.superTransformExpression(node);
    }
    const argument = context.transformExpression(node.arguments[0]!);
    return callOf(helper, [argument], node);
}

export const mathVisitors: Visitors = { [ts.SyntaxKind.CallExpression]: visitCall };
