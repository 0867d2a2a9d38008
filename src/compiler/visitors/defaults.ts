/** Defaults of parameters and of what is taken apart: `x or 5` says it shorter than an `if`, unless x may be false. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext } from "typescript-to-lua";
import { isAlways } from "../union-parts.ts";

/** The value that `if name == nil then name = value end` sets; undefined for any other statement. */
export function defaultSetFor(name: string, statement: lua.Statement | undefined): lua.Expression | undefined {
    if (!statement || !lua.isIfStatement(statement) || statement.elseBlock) return undefined;
    const { condition, ifBlock } = statement;
    const [set, more] = ifBlock.statements;
    if (!lua.isBinaryExpression(condition) || !lua.isNilLiteral(condition.right)) return undefined;
    if (!set || more || !lua.isAssignmentStatement(set) || set.left.length !== 1) return undefined;
    return lua.isIdentifier(set.left[0]!) && set.left[0].text === name ? set.right[0] : undefined;
}

/** Text or a number where it is anything: what Lua's `or` passes over is nil then. */
export function isNeverFalse(node: ts.Node, context: TransformationContext): boolean {
    const type = context.checker.getTypeAtLocation(node);
    return isAlways(type, ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.Undefined);
}
