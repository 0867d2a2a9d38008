/** What may be a list or something else (`set ?? []`) is looped over by what it is: the transpiler would take it for a list. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { calledGlobal } from "../lua/syntax.ts";
import { partsOf } from "../union-parts.ts";

/** Whether a value of the type is a list, whatever else is known of it. */
export function isList(type: ts.Type, context: TransformationContext): boolean {
    return partsOf(type).every((part) => isArrayType(context, part));
}

/** `ipairs(list)` -> `iterate(list)` */
function visitForOf(node: ts.ForOfStatement, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    const type = context.checker.getTypeAtLocation(node.expression);
    if (!isArrayType(context, type) || isList(type, context)) return statements;
    for (const statement of statements) {
        if (!lua.isForInStatement(statement)) continue;
        const [call] = statement.expressions;
        if (!call || calledGlobal(call) !== "ipairs") continue;
        (call as lua.CallExpression).expression = lua.createIdentifier("__TS__Iterator");
    }
    return statements;
}

export const iterationVisitors: Visitors = { [ts.SyntaxKind.ForOfStatement]: visitForOf };
