/**
 * A parameter that is taken apart at once (`({ stanza, origin }) => ...`) has no name of its own. The declaration of
 * what the function is handed to has one: `event` in a handler.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";

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
    const type = checker.getTypeAtLocation(parameter);
    const typeName = type.aliasSymbol?.name ?? type.symbol?.name ?? "";
    return /^[A-Z]\w*$/.test(typeName) ? typeName[0]!.toLowerCase() + typeName.slice(1) : "values";
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

function visitExpression(
    node: ts.ArrowFunction | ts.FunctionExpression,
    context: TransformationContext,
): lua.Expression {
    const result = context.superTransformExpression(node);
    nameParameters(result, node, context);
    return result;
}

function visitDeclaration(node: ts.FunctionDeclaration, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    for (const statement of statements) {
        if (!lua.isVariableDeclarationStatement(statement) && !lua.isAssignmentStatement(statement)) continue;
        if (statement.right?.[0]) nameParameters(statement.right[0], node, context);
    }
    return statements;
}

export const parameterVisitors: Visitors = {
    [ts.SyntaxKind.ArrowFunction]: visitExpression,
    [ts.SyntaxKind.FunctionExpression]: visitExpression,
    [ts.SyntaxKind.FunctionDeclaration]: visitDeclaration,
};
