import ts from "typescript";
import { conditionAlwaysTrue, defaultSkipped, type FalsyValues } from "../diagnostics.ts";
import { withoutWrapping } from "../wrapping.ts";
import { conditionals, conditionOf, tested } from "./conditions.ts";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * In Lua only nil and false are false: 0, NaN and "" are not. The generated code says `a or b` and `if a then`, as a
 * Lua author would, so TypeScript must not rely on the difference.
 */
export const truthiness: Rule = {
    kinds: [ts.SyntaxKind.BinaryExpression, ...conditionals],
    visit(node, context) {
        if (ts.isBinaryExpression(node)) {
            switch (node.operatorToken.kind) {
                case ts.SyntaxKind.BarBarToken:
                case ts.SyntaxKind.BarBarEqualsToken:
                    if (isCondition(node)) checkCondition(node.left, context);
                    else checkDefault(node, context);
                    break;
                case ts.SyntaxKind.AmpersandAmpersandToken:
                case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
                    checkCondition(node.left, context);
            }
            return;
        }
        const condition = conditionOf(node);
        if (condition) checkCondition(condition, context);
    },
};

/** Whether only the truth of a value counts where it stands, not the value. */
function isCondition(node: ts.Node): boolean {
    const { parent } = node;
    if (ts.isParenthesizedExpression(parent)) return isCondition(parent);
    if (ts.isBinaryExpression(parent)) {
        const { kind } = parent.operatorToken;
        if (kind !== ts.SyntaxKind.BarBarToken && kind !== ts.SyntaxKind.AmpersandAmpersandToken) return false;
        return (kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.left === node) || isCondition(parent);
    }
    return conditionOf(parent) === node;
}

function checkDefault(node: ts.BinaryExpression, context: RuleContext): void {
    for (const value of tested(node.left)) {
        const falsy = falsyInJavaScript(value, context);
        if (falsy && !isDefaultItself(falsy, node.right, value))
            context.report(defaultSkipped(node, node.left.getText(), falsy, node.right.getText()));
    }
}

/** `seen || 0`: what is not replaced is what it would be replaced by. Parsing is where a NaN comes from. */
function isDefaultItself({ zero, empty }: FalsyValues, right: ts.Expression, left: ts.Expression): boolean {
    const value = withoutWrapping(right);
    if (ts.isStringLiteralLike(value)) return value.text === "" && !zero;
    if (!ts.isNumericLiteral(value)) return false;
    return Number(value.text) === 0 && !empty && !/\b(parseInt|parseFloat|Number)\b/.test(left.getText());
}

function checkCondition(condition: ts.Expression, context: RuleContext): void {
    for (const value of tested(condition)) {
        const falsy = falsyInJavaScript(value, context);
        if (falsy && !isComparedAsWell(value)) context.report(conditionAlwaysTrue(value, value.getText(), falsy));
    }
}

/** `!body || body === ""`: whoever writes that knows that the first half does not cover the second. */
function isComparedAsWell(value: ts.Expression): boolean {
    let whole: ts.Node = value;
    while (
        ts.isParenthesizedExpression(whole.parent) ||
        ts.isPrefixUnaryExpression(whole.parent) ||
        (ts.isBinaryExpression(whole.parent) &&
            [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken].includes(
                whole.parent.operatorToken.kind,
            ))
    ) {
        whole = whole.parent;
    }
    const text = value.getText();
    const compares = (node: ts.Node): boolean =>
        (ts.isBinaryExpression(node) &&
            (node.left.getText() === text && isComparison(node.operatorToken.kind)
                ? ts.isLiteralExpression(node.right)
                : compares(node.left) || compares(node.right))) ||
        (ts.isParenthesizedExpression(node) && compares(node.expression));
    return compares(whole);
}

function isComparison(operator: ts.SyntaxKind): boolean {
    return (
        operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken
    );
}

/** The values of an expression that are false in JavaScript and true in Lua, if its type has any. */
function falsyInJavaScript(expression: ts.Expression, { checker }: RuleContext): FalsyValues | undefined {
    const found: FalsyValues = { zero: false, notANumber: false, empty: false, missing: false };
    const look = (type: ts.Type): void => {
        if (type.isUnion()) type.types.forEach(look);
        else if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) found.missing = true;
        else if (type.isNumberLiteral()) found.zero ||= type.value === 0;
        else if (type.isStringLiteral()) found.empty ||= type.value === "";
        else if (type.flags & ts.TypeFlags.NumberLike) found.zero = found.notANumber = true;
        else if (type.flags & ts.TypeFlags.TemplateLiteral) found.empty ||= mayBeEmpty(type as ts.TemplateLiteralType);
        else if (type.flags & ts.TypeFlags.StringLike) found.empty = true;
        else if (type.isIntersection()) {
            // A brand, string & { __jid: true }: it is a string all the same.
            if (type.types.some((part) => part.flags & ts.TypeFlags.String)) found.empty = true;
            if (type.types.some((part) => part.flags & ts.TypeFlags.Number)) found.zero = found.notANumber = true;
        } else if (type.flags & ts.TypeFlags.Instantiable) {
            const constraint = checker.getBaseConstraintOfType(type);
            if (constraint && constraint !== type) look(constraint);
        }
    };
    look(checker.getTypeAtLocation(expression));
    return found.zero || found.empty ? found : undefined;
}

function mayBeEmpty(type: ts.TemplateLiteralType): boolean {
    return type.texts.every((text) => text === "");
}
