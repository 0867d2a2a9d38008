/**
 * A parameter that is taken apart at once (`({ stanza, origin }) => ...`) has no name of its own. The declaration of
 * what the function is handed to has one: `event` in a handler.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";

function visitFunction(node: ts.ArrowFunction | ts.FunctionExpression, context: TransformationContext): lua.Expression {
    const result = context.superTransformExpression(node);
    if (!lua.isFunctionExpression(result) || !result.params) return result;
    const signature = context.checker.getContextualType(node)?.getCallSignatures()[0];
    if (!signature) return result;
    // A function with a self has one parameter more in Lua.
    const offset = result.params.length - node.parameters.length;
    node.parameters.forEach((parameter, index) => {
        const name = signature.parameters[index]?.name;
        const param = result.params![index + offset];
        if (ts.isIdentifier(parameter.name) || !param || !name || !/^[a-z]\w*$/i.test(name)) return;
        param.originalName = name;
    });
    return result;
}

export const parameterVisitors: Visitors = {
    [ts.SyntaxKind.ArrowFunction]: visitFunction,
    [ts.SyntaxKind.FunctionExpression]: visitFunction,
};
