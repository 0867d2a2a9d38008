/** Small pieces of Lua that are written in several places. */
import type ts from "typescript";
import { lua } from "./syntax.ts";

/** `name(...)` of a global function or a helper. */
export function callOf(name: string, params: lua.Expression[], original?: ts.Node): lua.CallExpression {
    return lua.createCallExpression(lua.createIdentifier(name), params, original);
}

/** `#list` */
export function lengthOf(list: lua.Expression, original?: ts.Node): lua.UnaryExpression {
    return lua.createUnaryExpression(list, lua.SyntaxKind.LengthOperator, original);
}

/** `#list + 1`, where something is put at the list's end. */
export function nextKey(list: lua.Expression): lua.Expression {
    return plusOne(lengthOf(list));
}

export function plusOne(node: lua.Expression, original?: ts.Node): lua.Expression {
    if (lua.isNumericLiteral(node)) return lua.createNumericLiteral(node.value + 1);
    return lua.createBinaryExpression(node, one(), lua.SyntaxKind.AdditionOperator, original);
}

export function minusOne(node: lua.Expression, original?: ts.Node): lua.Expression {
    if (lua.isNumericLiteral(node)) return lua.createNumericLiteral(node.value - 1);
    return lua.createBinaryExpression(node, one(), lua.SyntaxKind.SubtractionOperator, original);
}

const one = () => lua.createNumericLiteral(1);

/** `node + 1` with the plus sign, `node - 1` with the minus sign: what that is added to or taken from. */
export function besideOne(
    node: lua.Node,
    operator: lua.SyntaxKind.AdditionOperator | lua.SyntaxKind.SubtractionOperator,
): lua.Expression | undefined {
    if (!lua.isBinaryExpression(node) || node.operator !== operator) return undefined;
    return lua.isNumericLiteral(node.right) && node.right.value === 1 ? node.left : undefined;
}

export function equals(left: lua.Expression, right: lua.Expression, original?: ts.Node): lua.BinaryExpression {
    return lua.createBinaryExpression(left, right, lua.SyntaxKind.EqualityOperator, original);
}

export function not(condition: lua.Expression): lua.Expression {
    return lua.createUnaryExpression(condition, lua.SyntaxKind.NotOperator);
}

/** The opposite of a condition, without a `not` in front where that can be had. */
export function negation(condition: lua.Expression): lua.Expression {
    return plainNegation(condition) ?? not(condition);
}

/** The opposite without a `not` in front; `<` has none, because of NaN. */
export function plainNegation(condition: lua.Expression): lua.Expression | undefined {
    if (lua.isParenthesizedExpression(condition)) return plainNegation(condition.expression);
    if (lua.isUnaryExpression(condition)) {
        return condition.operator === lua.SyntaxKind.NotOperator ? condition.operand : undefined;
    }
    if (!lua.isBinaryExpression(condition)) return undefined;
    const { left, right, operator } = condition;
    switch (operator) {
        case lua.SyntaxKind.EqualityOperator:
            return lua.createBinaryExpression(left, right, lua.SyntaxKind.InequalityOperator);
        case lua.SyntaxKind.InequalityOperator:
            return equals(left, right);
        case lua.SyntaxKind.OrOperator: {
            const first = plainNegation(left);
            const second = plainNegation(right);
            return first && second && lua.createBinaryExpression(first, second, lua.SyntaxKind.AndOperator);
        }
        default:
            return undefined;
    }
}
