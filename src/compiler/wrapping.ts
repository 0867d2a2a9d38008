/** Expressions that change nothing about what they stand around, in the generated code at least. */
import ts from "typescript";

/** Parentheses, `!`, `as` and `satisfies`. */
export function isWrapping(
    node: ts.Node,
): node is ts.ParenthesizedExpression | ts.NonNullExpression | ts.AsExpression | ts.SatisfiesExpression {
    return (
        ts.isParenthesizedExpression(node) ||
        ts.isNonNullExpression(node) ||
        ts.isAsExpression(node) ||
        ts.isSatisfiesExpression(node)
    );
}

/** The expression inside parentheses and `!`. What `as` and `satisfies` say of its type stays. */
export function withoutWrapping(expression: ts.Expression): ts.Expression {
    while (ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression)) {
        expression = expression.expression;
    }
    return expression;
}
