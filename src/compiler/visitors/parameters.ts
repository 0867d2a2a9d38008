/**
 * A parameter that is taken apart at once (`({ stanza, origin }) => ...`) has no name of its own. The declaration of
 * what the function is handed to has one: `event` in a handler. And defaults of parameters, where they are needed.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { children, isLoop, replaceBelow } from "../lua/syntax.ts";
import { defaultSetFor, isNeverFalse } from "./defaults.ts";
import { nameOfType } from "./temporary.ts";

type FunctionNode = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

/** What the caller's declaration calls the parameter, else the parameter's type, else nothing in particular. */
function nameFor(
    parameter: ts.ParameterDeclaration,
    index: number,
    node: FunctionNode,
    checker: ts.TypeChecker,
): string {
    const handedTo = ts.isFunctionDeclaration(node) ? undefined : checker.getContextualType(node);
    const declared = handedTo?.getCallSignatures()[0]?.parameters[index]?.name;
    if (declared && /^[a-z]\w*$/i.test(declared)) return declared;
    return nameOfType(checker.getTypeAtLocation(parameter)) ?? "values";
}

function nameParameters(value: lua.Expression, node: FunctionNode, context: TransformationContext): void {
    if (!lua.isFunctionExpression(value) || !value.params) return;
    // A function with a self has one parameter more in Lua.
    const offset = value.params.length - node.parameters.length;
    node.parameters.forEach((parameter, index) => {
        const param = value.params![index + offset];
        if (ts.isIdentifier(parameter.name) || !param) return;
        param.originalName = nameFor(parameter, index, node, context.checker);
    });
}

/**
 * `(name, greeting = "Hail") => greeting + name`: a default that one place alone needs stands there, `greeting or "Hail"`.
 * Not where the parameter may be false.
 */
function placeDefaults(value: lua.Expression, node: FunctionNode, context: TransformationContext): void {
    if (!lua.isFunctionExpression(value) || !value.params) return;
    const offset = value.params.length - node.parameters.length;
    node.parameters.forEach((parameter, index) => {
        const name = value.params![index + offset]?.text;
        if (!name || !parameter.initializer || !isNeverFalse(parameter, context)) return;
        const { statements } = value.body;
        const at = statements.findIndex((statement) => defaultSetFor(name, statement) !== undefined);
        const initial = defaultSetFor(name, statements[at]);
        const rest = lua.createBlock([...statements.slice(0, at), ...statements.slice(at + 1)]);
        if (!initial || !lua.isLiteral(initial) || countUses(rest, name) !== 1) return;
        const variable = lua.createIdentifier(name);
        const either = lua.createBinaryExpression(variable, initial, lua.SyntaxKind.OrOperator, parameter);
        replaceBelow(rest, (inner) => (lua.isIdentifier(inner) && inner.text === name ? either : inner));
        statements.splice(0, statements.length, ...rest.statements);
    });
}

/** Uses in the function itself; one in a loop or in a function inside, or that sets it, is as many as it takes. */
function countUses(block: lua.Block, name: string): number {
    let count = 0;
    const visit = (node: lua.Node, weight: number): void => {
        if (lua.isIdentifier(node) && node.text === name) count += weight;
        const sets =
            lua.isAssignmentStatement(node) && node.left.some((left) => lua.isIdentifier(left) && left.text === name);
        const isRepeated = lua.isFunctionExpression(node) || isLoop(node);
        for (const child of children(node)) visit(child, sets || isRepeated ? 2 : weight);
    };
    visit(block, 1);
    return count;
}

function visitExpression(
    node: ts.ArrowFunction | ts.FunctionExpression,
    context: TransformationContext,
): lua.Expression {
    const result = context.superTransformExpression(node);
    nameParameters(result, node, context);
    placeDefaults(result, node, context);
    return result;
}

function visitDeclaration(node: ts.FunctionDeclaration, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    for (const statement of statements) {
        if (!lua.isVariableDeclarationStatement(statement) && !lua.isAssignmentStatement(statement)) continue;
        if (!statement.right?.[0]) continue;
        nameParameters(statement.right[0], node, context);
        placeDefaults(statement.right[0], node, context);
    }
    return statements;
}

export const parameterVisitors: Visitors = {
    [ts.SyntaxKind.ArrowFunction]: visitExpression,
    [ts.SyntaxKind.FunctionExpression]: visitExpression,
    [ts.SyntaxKind.FunctionDeclaration]: visitDeclaration,
};
