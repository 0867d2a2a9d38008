/**
 * `a?.b` on strings and arrays. TypeScriptToLua takes the left side into a variable and then, for built-in methods, writes
 * the left side a second time; and it does not see that what may be undefined is a string.
 */
import { createRequire } from "node:module";
import ts from "typescript";
import type * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import type * as expressionList from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { callOf, lengthOf } from "../lua/expressions.ts";
import { isAlways } from "../union-parts.ts";

const require = createRequire(import.meta.url);
const transpiler = require("typescript-to-lua/dist/transformation/visitors/expression-list.js") as {
    -readonly [K in keyof typeof expressionList]: (typeof expressionList)[K];
};
const transformList = transpiler.transformExpressionList;

// Arguments in front of one that needs statements of its own (`f(a(), b?.c)`) go into variables, however many there are:
// the transpiler gathers more than two of them in a table that it unpacks for the call.
transpiler.transformExpressionList = (context, expressions) => {
    const spread = expressions.findIndex((each) => ts.isSpreadElement(each));
    const isPlain = spread < 0 || spread === expressions.length - 1;
    return isPlain ? transpiler.transformOrderedExpressions(context, expressions) : transformList(context, expressions);
};

/** In a chain the transpiler works on nodes of its own, whose left side is the variable. */
const isContinued = (node: ts.Node) => ts.getOriginalNode(node) !== node;

/** Whether a value is a string where it is not undefined. */
export function isStringIfAny(context: TransformationContext, node: ts.Expression): boolean {
    const type = context.checker.getTypeAtLocation(ts.getOriginalNode(node));
    const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
    return isAlways(type, ts.TypeFlags.StringLike | nothing) && !isAlways(type, nothing);
}

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || !isContinued(callee)) return context.superTransformExpression(node);
    const original = ts.getOriginalNode(callee) as ts.PropertyAccessExpression;
    const transform = context.transformExpression.bind(context);
    context.transformExpression = (expression) =>
        transform(expression === original.expression ? callee.expression : expression);
    try {
        return context.superTransformExpression(node);
    } finally {
        context.transformExpression = transform;
    }
}

function visitProperty(node: ts.PropertyAccessExpression, context: TransformationContext): lua.Expression {
    const isLength = isContinued(node) && node.name.text === "length" && isStringIfAny(context, node.expression);
    if (!isLength) return context.superTransformExpression(node);
    return lengthOf(context.transformExpression(node.expression), node);
}

function visitElement(node: ts.ElementAccessExpression, context: TransformationContext): lua.Expression {
    if (!isContinued(node) || !isStringIfAny(context, node.expression)) return context.superTransformExpression(node);
    const args = [node.expression, node.argumentExpression].map((each) => context.transformExpression(each));
    return callOf("__TS__StringAccess", args, node);
}

export const optionalVisitors: Visitors = {
    [ts.SyntaxKind.CallExpression]: { transform: visitCall, priority: 20 },
    [ts.SyntaxKind.PropertyAccessExpression]: { transform: visitProperty, priority: 20 },
    [ts.SyntaxKind.ElementAccessExpression]: { transform: visitElement, priority: 20 },
};
