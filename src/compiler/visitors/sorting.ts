/** `list.sort((a, b) => a - b)`: Lua asks whether a comes before b, and one function that answers that is enough. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { moveToPrecedingTemp } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { clone } from "../lua/syntax.ts";

/** The comparator as a function that says "before": its one `return` asks for less than zero. */
function before(compare: ts.ArrowFunction, context: TransformationContext): lua.Expression | undefined {
    const { parameters, body, modifiers } = compare;
    if (modifiers || parameters.length !== 2 || ts.isBlock(body)) return undefined;
    if (parameters.some(({ initializer, dotDotDotToken }) => initializer || dotDotDotToken)) return undefined;
    const result = context.transformExpression(compare);
    if (!lua.isFunctionExpression(result)) return undefined;
    const last = result.body.statements.at(-1);
    if (!last || !lua.isReturnStatement(last) || last.expressions.length !== 1) return undefined;
    const [difference] = last.expressions;
    if (lua.isBinaryExpression(difference!) && difference.operator === lua.SyntaxKind.SubtractionOperator) {
        difference.operator = lua.SyntaxKind.LessThanOperator;
    } else {
        const zero = lua.createNumericLiteral(0);
        last.expressions[0] = lua.createBinaryExpression(difference!, zero, lua.SyntaxKind.LessThanOperator);
    }
    return result;
}

/** Without a comparator Lua's `<` decides (src/prosody/lib.d.ts). */
function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const callee = node.expression;
    const [compare] = node.arguments;
    const isSort =
        ts.isPropertyAccessExpression(callee) &&
        callee.name.text === "sort" &&
        (compare === undefined || ts.isArrowFunction(compare)) &&
        !ts.isOptionalChain(node) &&
        isArrayType(context, context.checker.getTypeAtLocation(callee.expression));
    if (!isSort) return context.superTransformExpression(node);
    const isBefore = compare && before(compare, context);
    if (compare && !isBefore) return context.superTransformExpression(node);
    const list = context.transformExpression(callee.expression);
    const sort = lua.createTableIndexExpression(lua.createIdentifier("table"), lua.createStringLiteral("sort"));
    const order = isBefore ? [isBefore] : [];
    if (ts.isExpressionStatement(node.parent)) return lua.createCallExpression(sort, [list, ...order], node);
    // The list itself is the result.
    const sorted = lua.isIdentifier(list) ? list : moveToPrecedingTemp(context, list, callee.expression);
    context.addPrecedingStatements(
        lua.createExpressionStatement(lua.createCallExpression(sort, [clone(sorted), ...order], node)),
    );
    return sorted;
}

export const sortingVisitors: Visitors = {
    [ts.SyntaxKind.CallExpression]: { transform: visitCall, priority: 30 },
};
