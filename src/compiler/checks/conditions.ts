/** What conditions are made of: several rules look at what is tested. */
import ts from "typescript";
import { withoutWrapping } from "../wrapping.ts";

/** Comparisons whether two values are the same. */
export const equalities: ReadonlySet<ts.SyntaxKind> = new Set([
    ts.SyntaxKind.EqualsEqualsToken,
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** Nodes that have a condition. */
export const conditionals = [
    ts.SyntaxKind.PrefixUnaryExpression,
    ts.SyntaxKind.ConditionalExpression,
    ts.SyntaxKind.IfStatement,
    ts.SyntaxKind.WhileStatement,
    ts.SyntaxKind.DoStatement,
    ts.SyntaxKind.ForStatement,
] as const;

/** The condition of a statement, of `?:` or of `!`. */
export function conditionOf(node: ts.Node): ts.Expression | undefined {
    if (ts.isPrefixUnaryExpression(node)) {
        return node.operator === ts.SyntaxKind.ExclamationToken ? node.operand : undefined;
    }
    if (ts.isConditionalExpression(node) || ts.isForStatement(node)) return node.condition;
    return ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node) ? node.expression : undefined;
}

/**
 * The parts of an expression whose truth decides, without those that are looked at where they stand: in `a || b` the
 * truth of `a` is the operator's own business, and what it then gives is `b`.
 */
export function tested(expression: ts.Expression): ts.Expression[] {
    const value = withoutWrapping(expression);
    if (ts.isBinaryExpression(value)) {
        switch (value.operatorToken.kind) {
            case ts.SyntaxKind.BarBarToken:
            case ts.SyntaxKind.AmpersandAmpersandToken:
            case ts.SyntaxKind.CommaToken:
                return tested(value.right);
            case ts.SyntaxKind.QuestionQuestionToken:
                return [...tested(value.left), ...tested(value.right)];
        }
    }
    if (ts.isConditionalExpression(value)) return [...tested(value.whenTrue), ...tested(value.whenFalse)];
    return [value];
}
