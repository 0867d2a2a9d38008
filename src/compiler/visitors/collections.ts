/** `new Set("text")`: TypeScriptToLua's Set takes iterables and lists, and a string is neither in Lua. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isStringType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { callOf } from "../lua/expressions.ts";

function visitNew(node: ts.NewExpression, context: TransformationContext): lua.Expression {
    const made = context.superTransformExpression(node);
    const [values] = node.arguments ?? [];
    if (!values || !ts.isIdentifier(node.expression) || node.expression.text !== "Set") return made;
    if (context.checker.getTypeAtLocation(node.expression).symbol?.name !== "SetConstructor") return made;
    if (!lua.isCallExpression(made) || !isStringType(context, context.checker.getTypeAtLocation(values))) return made;
    const text = made.params.pop()!;
    made.params.push(callOf("__TS__ArrayFrom", [text], values));
    return made;
}

export const collectionVisitors: Visitors = {
    [ts.SyntaxKind.NewExpression]: visitNew,
};
