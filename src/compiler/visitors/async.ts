/**
 * Async functions and promises, on Prosody's own promises: docs/async.md says how. The transpiler's form is nearly the one
 * that is wanted (`return async(function() ... end)`, `await(x)`); here `return` in it becomes Lua's own, promises become
 * those of util.promise, and handlers that Prosody does not expect to wait become ones that it can call.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { unsupportedForAwaitOf } from "typescript-to-lua/dist/transformation/utils/diagnostics.js";
import { ScopeType, walkScopesUp } from "typescript-to-lua/dist/transformation/utils/scope.js";
import { isInAsyncFunction } from "typescript-to-lua/dist/transformation/utils/typescript/nodes.js";
import { createReturnStatement } from "typescript-to-lua/dist/transformation/visitors/return.js";
import { givesPromise, runsInCaller, useOf, type Use } from "../callers.ts";
import { isAsync, takesPromise, thenOf } from "../checks/promises.ts";
import { callOf } from "../lua/expressions.ts";
import { calledGlobal, holds, walk } from "../lua/syntax.ts";

/** Whether it runs an async function's body: what is in there waits by itself. */
export function startsAsync(node: lua.Node): boolean {
    return ["__TS__AsyncAwaiter", "____background"].includes(calledGlobal(node) ?? "");
}

/** `return` of values from the function around `node`, through the `try` blocks that it is in. */
export function createReturn(
    context: TransformationContext,
    values: lua.Expression[],
    node: ts.Node,
): lua.ReturnStatement {
    if (!isInAsyncFunction(node)) return createReturnStatement(context, values, node);
    let isInTry = false;
    for (const scope of walkScopesUp(context)) {
        scope.functionReturned = true;
        if (scope.type === ScopeType.Function) break;
        isInTry ||= scope.type === ScopeType.Try || scope.type === ScopeType.Catch;
    }
    return lua.createReturnStatement(isInTry ? [lua.createBooleanLiteral(true), ...values] : values, node);
}

function visitReturn(node: ts.ReturnStatement, context: TransformationContext): lua.Statement[] {
    if (!isInAsyncFunction(node)) return context.superTransformStatements(node);
    return [createReturn(context, node.expression ? [context.transformExpression(node.expression)] : [], node)];
}

/** `return ____awaiter_resolve(nil, value)`, the transpiler's way out of an arrow function without a block -> `return value` */
export function returnPlainly(file: lua.File): void {
    walk(file, (node) => {
        if (!lua.isReturnStatement(node) || node.expressions.length !== 1) return;
        const [value] = node.expressions;
        if (calledGlobal(value!) !== "____awaiter_resolve") return;
        node.expressions = (value as lua.CallExpression).params.slice(1);
    });
}

/**
 * What an error in a parameter's default rejects is the promise: what makes the defaults goes into the body, where something
 * is called that may raise one. `...` stays, it belongs to the outer function.
 */
export function setParametersInside(file: lua.File): void {
    walk(file, (node) => {
        if (!lua.isFunctionExpression(node)) return;
        const body = bodyOf(node.body.statements.at(-1));
        if (!body) return;
        const head = node.body.statements.slice(0, -1);
        if (!head.some((statement) => contains(statement, (inner) => lua.isCallExpression(inner)))) return;
        const isRest = (statement: lua.Statement) => contains(statement, (inner) => lua.isDotsLiteral(inner));
        body.statements.unshift(...head.filter((statement) => !isRest(statement)));
        node.body.statements.splice(0, head.length, ...head.filter(isRest));
    });
}

/** The body of an async function that this is all of. */
function bodyOf(statement: lua.Statement | undefined): lua.Block | undefined {
    if (!statement) return undefined;
    let call: lua.Expression | undefined;
    if (lua.isReturnStatement(statement)) call = statement.expressions[0];
    else if (lua.isExpressionStatement(statement)) call = statement.expression;
    if (!call || !startsAsync(call)) return undefined;
    const body = (call as lua.CallExpression).params.at(-1);
    return body && lua.isFunctionExpression(body) ? body.body : undefined;
}

/** Whether a node of a kind is in a statement, outside of functions in it. */
function contains(statement: lua.Statement, isOne: (node: lua.Node) => boolean): boolean {
    return holds(statement, isOne, (node) => !lua.isFunctionExpression(node));
}

const constructorMethods: Readonly<Record<string, string>> = {
    resolve: "__TS__PromiseResolve",
    all: "__TS__PromiseAll",
    allSettled: "__TS__PromiseAllSettled",
    race: "__TS__PromiseRace",
};

function isPromiseConstructor(node: ts.Expression, context: TransformationContext): boolean {
    if (!ts.isIdentifier(node) || node.text !== "Promise") return false;
    return context.checker.getTypeAtLocation(node).symbol?.name === "PromiseConstructor";
}

function visitNew(node: ts.NewExpression, context: TransformationContext): lua.Expression {
    if (!isPromiseConstructor(node.expression, context)) return context.superTransformExpression(node);
    const args = (node.arguments ?? []).map((argument) => context.transformExpression(argument));
    return lua.createCallExpression(lua.createIdentifier("__TS__PromiseNew"), args, node);
}

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || node.questionDotToken || callee.questionDotToken) {
        return context.superTransformExpression(node);
    }
    const name = callee.name.text;
    if (isPromiseConstructor(callee.expression, context)) {
        const args = node.arguments.map((argument) => context.transformExpression(argument));
        if (name === "resolve" && args.length === 0) args.push(lua.createNilLiteral());
        const helper = Object.hasOwn(constructorMethods, name)
            ? lua.createIdentifier(constructorMethods[name]!)
            : lua.createTableIndexExpression(lua.createIdentifier("__TS__Promise"), lua.createStringLiteral(name));
        return lua.createCallExpression(helper, args, node);
    }
    if (
        name !== "then" ||
        thenOf(context.checker.getTypeAtLocation(callee.expression), context.checker) !== "Prosody's"
    ) {
        return context.superTransformExpression(node);
    }
    const target = context.transformExpression(callee.expression);
    const args = node.arguments.map((argument) => context.transformExpression(argument));
    return lua.createMethodCallExpression(target, lua.createIdentifier("next"), args, node);
}

/** Prosody's name for `then`, which is a word of Lua's own; also where it is not called at once (`p?.then(f)`). */
function visitProperty(node: ts.PropertyAccessExpression, context: TransformationContext): lua.Expression {
    const result = context.superTransformExpression(node);
    if (node.name.text !== "then" || !lua.isTableIndexExpression(result)) return result;
    const owner = context.checker.getTypeAtLocation(ts.getOriginalNode(node.expression));
    if (thenOf(owner, context.checker) === "Prosody's") {
        result.index = lua.createStringLiteral("next");
    }
    return result;
}

function visitAwait(node: ts.AwaitExpression, context: TransformationContext): lua.Expression {
    const result = context.superTransformExpression(node);
    if (!runsInCaller(node.expression, context.checker)) return result;
    const call = (result as lua.CallExpression).params[0] as lua.CallExpression;
    return callOf("____await_call", [call.expression, ...call.params], node);
}

const wrappers = { answer: "____http_handler", step: "____adhoc_handler" } as const;

function visitFunction(node: ts.ArrowFunction | ts.FunctionExpression, context: TransformationContext): lua.Expression {
    const result = context.superTransformExpression(node);
    if (!lua.isFunctionExpression(result)) return result;
    const taken = takesPromise(node, context.checker);
    if (taken === "answer" || taken === "step") {
        return lua.createCallExpression(lua.createIdentifier(wrappers[taken]), [result], node);
    }
    if (!isAsync(node)) return result;
    if (taken === "nothing") dropPromise(result, givesPromise(node, context.checker));
    else spareUnused(result, useOf(node, context.checker));
    return result;
}

function visitDeclaration(node: ts.FunctionDeclaration, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    if (!isAsync(node)) return statements;
    const use = useOf(node, context.checker);
    for (const statement of statements) {
        if (!lua.isVariableDeclarationStatement(statement) && !lua.isAssignmentStatement(statement)) continue;
        const [value] = statement.right ?? [];
        if (value && lua.isFunctionExpression(value)) spareUnused(value, use);
    }
    return statements;
}

/** Leaves out what nobody needs of an async function: its promise, or its coroutine as well. */
function spareUnused(fn: lua.FunctionExpression, use: Use | undefined): void {
    if (use === "drop") dropPromise(fn, false);
    if (use !== "await") return;
    const body = bodyOf(fn.body.statements.at(-1));
    if (body) fn.body.statements.splice(-1, 1, ...body.statements);
}

/** Whoever calls the function would take the promise for an answer; it stays where it is watched for the one that it adopts. */
function dropPromise(fn: lua.FunctionExpression, isWatched: boolean): void {
    const last = fn.body.statements.at(-1);
    if (!last || !lua.isReturnStatement(last) || !bodyOf(last)) return;
    const call = last.expressions[0] as lua.CallExpression;
    if (!isWatched) call.expression = lua.createIdentifier("____background");
    fn.body.statements.splice(-1, 1, lua.setNodePosition(lua.createExpressionStatement(call), last));
}

/** `for await`: each value is waited for at the beginning of its turn. */
function visitForOf(node: ts.ForOfStatement, context: TransformationContext): lua.Statement[] {
    if (!node.awaitModifier || !ts.isVariableDeclarationList(node.initializer)) {
        return context.superTransformStatements(node);
    }
    // The transpiler says that it does not know `for await`, and makes a plain loop of it.
    const { code } = unsupportedForAwaitOf(node.awaitModifier);
    const statements = context.superTransformStatements(node);
    const said = context.diagnostics.findLastIndex((diagnostic) => diagnostic.code === code);
    if (said >= 0) context.diagnostics.splice(said, 1);
    const name = (node.initializer.declarations[0]!.name as ts.Identifier).text;
    for (const statement of statements) {
        walk(statement, (inner) => {
            if (!lua.isForInStatement(inner)) return true;
            const variable = inner.names.find((each) => each.text === name);
            if (!variable) return true;
            const awaited = lua.createCallExpression(lua.createIdentifier("__TS__Await"), [
                lua.cloneIdentifier(variable),
            ]);
            inner.body.statements.unshift(lua.createAssignmentStatement(lua.cloneIdentifier(variable), awaited));
            return false;
        });
    }
    return statements;
}

export const asyncVisitors: Visitors = {
    [ts.SyntaxKind.ReturnStatement]: visitReturn,
    [ts.SyntaxKind.NewExpression]: visitNew,
    [ts.SyntaxKind.CallExpression]: visitCall,
    [ts.SyntaxKind.PropertyAccessExpression]: visitProperty,
    [ts.SyntaxKind.AwaitExpression]: visitAwait,
    [ts.SyntaxKind.ArrowFunction]: visitFunction,
    [ts.SyntaxKind.FunctionDeclaration]: visitDeclaration,
    [ts.SyntaxKind.FunctionExpression]: visitFunction,
    [ts.SyntaxKind.ForOfStatement]: visitForOf,
};
