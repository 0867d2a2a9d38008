import ts from "typescript";
import { fractionToString } from "../diagnostics.ts";
import { withoutWrapping } from "../wrapping.ts";
import { becomesText, isText, textMakers } from "./becomes-text.ts";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * From Lua 5.3 on, 10 / 2 is the float 5.0 and prints as "5.0". Only what certainly is a float in the code at hand is
 * reported: of a parameter typed number nobody can say, and a warning at each would teach to ignore it.
 */
export const noFractionToString: Rule = {
    kinds: textMakers,
    visit(node, context) {
        for (const expression of becomesText(node, context)) checkText(expression, context);
    },
};

function checkText(expression: ts.Expression, context: RuleContext): void {
    if (isFloat(expression, context, 0)) {
        context.report(fractionToString(expression, withoutWrapping(expression).getText()));
    }
}

/** Functions that give a float, even for whole numbers: sqrt(16) is 4.0. */
const floatFunctions = new Set([
    ...["sqrt", "pow", "exp", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "atan2"],
    ...["cbrt", "hypot", "sinh", "cosh", "tanh", "deg", "rad", "difftime"],
]);

/** Functions that give a float when one of their arguments is one. */
const passingFunctions = new Set(["abs", "max", "min", "fmod"]);

function isFloat(expression: ts.Expression, context: RuleContext, depth: number): boolean {
    const value = withoutWrapping(expression);
    const inner = (next: ts.Expression) => isFloat(next, context, depth);
    if (ts.isBinaryExpression(value)) {
        switch (value.operatorToken.kind) {
            case ts.SyntaxKind.SlashToken:
            case ts.SyntaxKind.AsteriskAsteriskToken:
                return true;
            case ts.SyntaxKind.PlusToken:
            case ts.SyntaxKind.MinusToken:
            case ts.SyntaxKind.AsteriskToken:
            case ts.SyntaxKind.PercentToken:
                return !isText(value, context) && (inner(value.left) || inner(value.right));
            case ts.SyntaxKind.BarBarToken:
            case ts.SyntaxKind.QuestionQuestionToken:
                return inner(value.left) || inner(value.right);
            default:
                return false;
        }
    }
    if (ts.isPrefixUnaryExpression(value)) {
        return value.operator === ts.SyntaxKind.MinusToken && inner(value.operand);
    }
    if (ts.isConditionalExpression(value)) return inner(value.whenTrue) || inner(value.whenFalse);
    if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) {
        const { expression: owner, name } = value.expression;
        if (!ts.isIdentifier(owner) || !["Math", "math", "os"].includes(owner.text)) return false;
        return floatFunctions.has(name.text) || (passingFunctions.has(name.text) && value.arguments.some(inner));
    }
    // A constant is what it was made of; further back than a few names nobody looks either.
    if (ts.isIdentifier(value) && depth < 4) {
        const declaration = context.checker.getSymbolAtLocation(value)?.valueDeclaration;
        return (
            declaration !== undefined &&
            ts.isVariableDeclaration(declaration) &&
            (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 &&
            declaration.initializer !== undefined &&
            isFloat(declaration.initializer, context, depth + 1)
        );
    }
    return false;
}
