/** `delete a.b` as a statement is `a.b = nil`; the transpiler's helper serves property descriptors, which modules do not use. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";

function visitStatement(node: ts.ExpressionStatement, context: TransformationContext): lua.Statement[] {
    const expression = ts.isDeleteExpression(node.expression) ? node.expression.expression : undefined;
    if (!expression || (!ts.isPropertyAccessExpression(expression) && !ts.isElementAccessExpression(expression))) {
        return context.superTransformStatements(node);
    }
    if (ts.isOptionalChain(expression)) return context.superTransformStatements(node);
    const target = context.transformExpression(expression);
    if (!lua.isTableIndexExpression(target)) return context.superTransformStatements(node);
    return [lua.createAssignmentStatement(target, lua.createNilLiteral(), node)];
}

export const deleteVisitors: Visitors = { [ts.SyntaxKind.ExpressionStatement]: visitStatement };
