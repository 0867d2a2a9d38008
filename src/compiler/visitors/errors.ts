/**
 * `throw new Error(message)` where nobody looks into the error object is Lua's own `error(message)`: a string
 * keeps its position and its traceback in Prosody's log. The linker decides, because only it sees the whole chunk.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { message } from "./messages.ts";

function isPlainError(context: TransformationContext, expression: ts.Expression): expression is ts.NewExpression {
    if (!ts.isNewExpression(expression) || !ts.isIdentifier(expression.expression)) return false;
    if (expression.expression.text !== "Error" || expression.arguments?.length !== 1) return false;
    const symbol = context.checker.getSymbolAtLocation(expression.expression);
    return symbol?.declarations?.every((d) => context.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? false;
}

function visitThrow(node: ts.ThrowStatement, context: TransformationContext): lua.Statement[] {
    if (!isPlainError(context, node.expression)) return context.superTransformStatements(node);
    const text = context.transformExpression(node.expression.arguments![0]!);
    const call = lua.createCallExpression(lua.createIdentifier(message.throwError), [text], node);
    return [lua.createExpressionStatement(call, node)];
}

export const errorVisitors: Visitors = { [ts.SyntaxKind.ThrowStatement]: visitThrow };

/** True when some `catch` in the file does more with what it caught than log it or throw it on. */
export function inspectsCaughtErrors(file: ts.SourceFile): boolean {
    let found = false;
    const visitCatch = (clause: ts.CatchClause) => {
        const name = clause.variableDeclaration?.name;
        if (!name) return;
        if (!ts.isIdentifier(name)) {
            found = true;
            return;
        }
        const visit = (node: ts.Node): void => {
            if (ts.isIdentifier(node) && node.text === name.text && !passedOn(node)) found = true;
            ts.forEachChild(node, visit);
        };
        visit(clause.block);
    };
    const visit = (node: ts.Node): void => {
        if (ts.isCatchClause(node)) visitCatch(node);
        if (!found) ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
}

function passedOn(use: ts.Identifier): boolean {
    const { parent } = use;
    if (ts.isThrowStatement(parent)) return true;
    return (
        ts.isCallExpression(parent) &&
        parent.arguments.includes(use) &&
        ts.isPropertyAccessExpression(parent.expression) &&
        parent.expression.name.text === "log"
    );
}
