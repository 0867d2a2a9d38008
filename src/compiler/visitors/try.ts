/**
 * `try` as one writes it by hand: pcall for what may fail, the `catch` behind `if not ok`. Only where a `finally` must
 * run even if the `catch` throws is that called through pcall too. `return`, `break` and `continue` cannot leave the
 * function that pcall calls: it returns which of them it was.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { createUnpackCall } from "typescript-to-lua/dist/transformation/utils/lua-ast.js";
import { performHoisting, ScopeType, type Scope } from "typescript-to-lua/dist/transformation/utils/scope.js";
import { transformScopeBlock } from "typescript-to-lua/dist/transformation/visitors/block.js";
import { transformIdentifier } from "typescript-to-lua/dist/transformation/visitors/identifier.js";
import { isInMultiReturnFunction } from "typescript-to-lua/dist/transformation/visitors/language-extensions/multi.js";
import { callOf, not } from "../lua/expressions.ts";
import { calledGlobal, holds } from "../lua/syntax.ts";
import { createReturn, startsAsync } from "./async.ts";
import { endsFlow } from "./jumps.ts";
import { exitsOf, transformBreak, transformContinue } from "./loop.ts";

const ok = () => lua.createIdentifier("____try");
const caught = () => lua.createIdentifier("____error");
const exit = () => lua.createIdentifier("____hasReturned");
const returned = () => lua.createIdentifier("____returnValue");

interface Exits {
    return: boolean;
    break: boolean;
    continue: boolean;
}

function readExits(...scopes: Scope[]): Exits {
    return {
        return: scopes.some((scope) => scope.functionReturned ?? false),
        break: scopes.some((scope) => exitsOf(scope).break),
        continue: scopes.some((scope) => exitsOf(scope).continue),
    };
}

function visitTry(node: ts.TryStatement, context: TransformationContext): lua.Statement[] {
    const [tryBlock, tryScope] = transformScopeBlock(context, node.tryBlock, ScopeType.Try);
    const body = lua.createFunctionExpression(tryBlock);
    if (node.finallyBlock && node.finallyBlock.statements.length > 0) {
        return [lua.createDoStatement(withFinally(node, context, body, tryScope), node)];
    }
    const exits = readExits(tryScope);
    const leaves = exits.return || exits.break || exits.continue;
    const clause = node.catchClause;
    const name = clause && catchName(clause, context);
    const handler = clause ? inScope(context, clause.block) : [];
    if (!leaves && handler.length === 0) {
        if (clause) return [lua.createExpressionStatement(protectedCall(body), node)];
        return [lua.createDoStatement(tryBlock.statements, node)];
    }
    const failed = not(ok());
    if (!leaves) {
        const results = name ? [ok(), name] : [ok()];
        const statements = [
            lua.createVariableDeclarationStatement(results, protectedCall(body), node),
            lua.createIfStatement(failed, lua.createBlock(handler)),
        ];
        return isAlone(node) ? statements : [lua.createDoStatement(statements, node)];
    }
    const results = exits.return ? [ok(), exit(), returned()] : [ok(), exit()];
    const takesError = name ? [lua.createVariableDeclarationStatement(name, exit())] : [];
    const after = afterwards(node, context, exits);
    const call = lua.createVariableDeclarationStatement(results, protectedCall(body), node);
    const first =
        handler.length === 0
            ? lua.createIfStatement(ok(), lua.createBlock([after]))
            : lua.createIfStatement(failed, lua.createBlock([...takesError, ...handler]), after);
    return isAlone(node) ? [call, first] : [lua.createDoStatement([call, first], node)];
}

function withFinally(
    node: ts.TryStatement,
    context: TransformationContext,
    body: lua.FunctionExpression,
    tryScope: Scope,
): lua.Statement[] {
    const clause = node.catchClause;
    let handler: lua.Block | undefined;
    let handlerScope: Scope | undefined;
    if (clause) [handler, handlerScope] = transformScopeBlock(context, clause.block, ScopeType.Try);
    const name = clause && catchName(clause, context);
    const exits = readExits(tryScope, ...(handlerScope ? [handlerScope] : []));
    const leaves = exits.return || exits.break || exits.continue;
    const cleanup = inScope(context, node.finallyBlock!);
    // A `finally` that leaves by itself forgets errors and values.
    const isLast = endsFlow(cleanup);
    const needsError = !isLast || name !== undefined;
    const second = leaves && !isLast ? exit : caught;
    const results = (): lua.Identifier[] => {
        if (!needsError) return [ok()];
        return leaves && exits.return && !isLast ? [ok(), second(), returned()] : [ok(), second()];
    };
    if (isLast && !handler) return [lua.createExpressionStatement(protectedCall(body)), ...cleanup];

    const statements: lua.Statement[] = [lua.createVariableDeclarationStatement(results(), protectedCall(body), node)];
    const failed = () => not(ok());
    if (handler) {
        if (name) handler.statements.unshift(lua.createVariableDeclarationStatement(name, second()));
        const call = protectedCall(lua.createFunctionExpression(handler));
        const step = isLast ? lua.createExpressionStatement(call) : lua.createAssignmentStatement(results(), call);
        statements.push(lua.createIfStatement(failed(), lua.createBlock([step])));
    }
    statements.push(lua.createDoStatement(cleanup));
    if (isLast) return statements;
    const raise = callOf("error", [second(), lua.createNumericLiteral(0)]);
    const after = leaves ? afterwards(node, context, exits) : undefined;
    statements.push(lua.createIfStatement(failed(), lua.createBlock([lua.createExpressionStatement(raise)]), after));
    return statements;
}

/** Does outside of the function what could not be done inside. */
function afterwards(node: ts.TryStatement, context: TransformationContext, exits: Exits): lua.IfStatement {
    const values = isInMultiReturnFunction(context, node) ? [createUnpackCall(context, returned())] : [returned()];
    const steps: [test: lua.Expression, step: lua.Statement][] = [];
    const isExit = (word: lua.Expression) => lua.createBinaryExpression(exit(), word, lua.SyntaxKind.EqualityOperator);
    if (exits.break) steps.push([isExit(lua.createStringLiteral("break")), transformBreak(context)]);
    if (exits.return) {
        const test = exits.continue ? isExit(lua.createBooleanLiteral(true)) : exit();
        steps.push([test, createReturn(context, values, node)]);
    }
    // Last, because nothing is left of it where the turn ends here anyway.
    if (exits.continue) steps.push([isExit(lua.createStringLiteral("continue")), transformContinue(context)]);
    return steps.reduceRight<lua.IfStatement | undefined>(
        (other, [test, step]) => lua.createIfStatement(test, lua.createBlock([step]), other),
        undefined,
    )!;
}

function protectedCall(body: lua.FunctionExpression): lua.CallExpression {
    return callOf(waits(body) ? "____async_pcall" : "pcall", [body]);
}

const waiting: ReadonlySet<string> = new Set(["__TS__Await", "____await_call", "____async_pcall"]);

/** Whether the function itself waits for promises, not an async function in it. */
function waits(body: lua.FunctionExpression): boolean {
    const isWaiting = (node: lua.Node) => waiting.has(calledGlobal(node) ?? "");
    return holds(body, isWaiting, (node) => !startsAsync(node));
}

function inScope(context: TransformationContext, block: ts.Block): lua.Statement[] {
    context.pushScope(ScopeType.Block, block);
    const statements = performHoisting(context, context.transformStatements(block.statements));
    context.popScope();
    return statements;
}

/** The variable of a `catch`; none where the block does not use it. */
function catchName(clause: ts.CatchClause, context: TransformationContext): lua.Identifier | undefined {
    const name = clause.variableDeclaration?.name;
    if (!name || !ts.isIdentifier(name)) return undefined;
    let used = false;
    const visit = (node: ts.Node): void => {
        used ||= ts.isIdentifier(node) && node.text === name.text;
        if (!used) ts.forEachChild(node, visit);
    };
    visit(clause.block);
    return used ? transformIdentifier(context, name) : undefined;
}

/** Whether nothing follows in the function's block that the variables of the `try` could be in the way of. */
function isAlone({ parent, end }: ts.TryStatement): boolean {
    if (!ts.isBlock(parent) || !ts.isFunctionLike(parent.parent)) return false;
    return parent.statements.at(-1)!.end === end;
}

export const tryVisitors: Visitors = { [ts.SyntaxKind.TryStatement]: visitTry };
