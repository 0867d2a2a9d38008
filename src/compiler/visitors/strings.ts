/**
 * Strings are bytes in Lua. TypeScriptToLua turns some cuts into a bare string.sub and iterates byte by byte; here
 * cuts go through the shims, which leave no half characters, and iteration is by character.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isStringIfAny } from "./optional.ts";

const cuts: Record<string, string> = {
    slice: "__TS__StringSlice",
    substring: "__TS__StringSubstring",
    charAt: "__TS__StringCharAt",
};

function isString(context: TransformationContext, node: ts.Expression): boolean {
    const type = context.checker.getTypeAtLocation(node);
    const parts = type.isUnion() ? type.types : [type];
    return parts.every((part) => (part.flags & ts.TypeFlags.StringLike) !== 0);
}

/** From the start, or a whole string: no position that could lie inside a character. */
function isHarmless(node: ts.CallExpression): boolean {
    const [first, last] = node.arguments;
    return (!first || (ts.isNumericLiteral(first) && first.text === "0")) && !last;
}

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || node.questionDotToken || callee.questionDotToken) {
        return context.superTransformExpression(node);
    }
    const helper = Object.hasOwn(cuts, callee.name.text) ? cuts[callee.name.text] : undefined;
    if (!helper || node.arguments.some(ts.isSpreadElement) || !isStringIfAny(context, callee.expression)) {
        return context.superTransformExpression(node);
    }
    if (callee.name.text !== "charAt" && isHarmless(node)) return context.transformExpression(callee.expression);
    const args = [callee.expression, ...node.arguments].map((argument) => context.transformExpression(argument));
    return lua.createCallExpression(lua.createIdentifier(helper), args, node);
}

/** A character: a byte and what continues it. */
const characters = ".[\udc80-\udcbf]*";

function visitForOf(node: ts.ForOfStatement, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    if (!isString(context, node.expression)) return statements;
    for (const statement of statements) {
        if (!lua.isForInStatement(statement)) continue;
        const call = statement.expressions[0];
        if (!call || !lua.isCallExpression(call) || !lua.isIdentifier(call.expression)) continue;
        if (call.expression.text !== "__TS__Iterator") continue;
        const gmatch = lua.createTableIndexExpression(
            lua.createIdentifier("string"),
            lua.createStringLiteral("gmatch"),
        );
        statement.names.shift();
        statement.expressions = [
            lua.createCallExpression(gmatch, [call.params[0]!, lua.createStringLiteral(characters)], node.expression),
        ];
    }
    return statements;
}

export const stringVisitors: Visitors = {
    [ts.SyntaxKind.CallExpression]: visitCall,
    [ts.SyntaxKind.ForOfStatement]: visitForOf,
};
