/**
 * `c ? undefined : x` is `not c and x or nil`, where x is never false: TypeScriptToLua would declare a variable, and an `if` with
 * two branches to set it.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformInPrecedingStatementScope } from "typescript-to-lua/dist/transformation/utils/preceding-statements.js";
import { negation } from "../lua/expressions.ts";

function visitConditional(node: ts.ConditionalExpression, context: TransformationContext): lua.Expression {
    const { condition, whenTrue, whenFalse } = node;
    // What is returned becomes an `if` with two returns, which keeps the last call a tail call.
    const isReturned = ts.isReturnStatement(node.parent) || ts.isArrowFunction(node.parent);
    if (isReturned || !isNil(whenTrue) || canBeFalse(context.checker.getTypeAtLocation(whenFalse))) {
        return context.superTransformExpression(node);
    }
    const other = transformInPrecedingStatementScope(context, () => context.transformExpression(whenFalse));
    // What must be computed before would be computed always.
    if (other.precedingStatements.length > 0) return context.superTransformExpression(node);
    const value = lua.createBinaryExpression(
        negation(context.transformExpression(condition)),
        other.result,
        lua.SyntaxKind.AndOperator,
    );
    return lua.createBinaryExpression(value, lua.createNilLiteral(), lua.SyntaxKind.OrOperator, node);
}

function isNil(node: ts.Expression): boolean {
    return (ts.isIdentifier(node) && node.text === "undefined") || node.kind === ts.SyntaxKind.NullKeyword;
}

function canBeFalse(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(canBeFalse);
    const never =
        ts.TypeFlags.StringLike |
        ts.TypeFlags.NumberLike |
        ts.TypeFlags.Undefined |
        ts.TypeFlags.Null |
        ts.TypeFlags.Void |
        ts.TypeFlags.NonPrimitive;
    if (type.flags & never) return false;
    if (type.flags & ts.TypeFlags.BooleanLiteral)
        return (type as ts.Type & { intrinsicName: string }).intrinsicName === "false";
    // `{}` is anything but nil.
    if (type.flags & ts.TypeFlags.Object) {
        return (
            type.getProperties().length === 0 &&
            type.getCallSignatures().length === 0 &&
            !type.getNumberIndexType() &&
            !type.getStringIndexType()
        );
    }
    return !type.isIntersection() || type.types.every(canBeFalse);
}

export const conditionalVisitors: Visitors = { [ts.SyntaxKind.ConditionalExpression]: visitConditional };
