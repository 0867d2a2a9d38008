import ts from "typescript";
import { severalResultsHandedOn, severalResultsTested } from "../diagnostics.ts";
import { partsOf } from "../union-parts.ts";
import { withoutWrapping } from "../wrapping.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { conditionals, conditionOf, equalities, tested } from "./conditions.ts";

const testing: ReadonlySet<ts.SyntaxKind> = new Set([
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.BarBarEqualsToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.AmpersandAmpersandEqualsToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/**
 * Several results are a tuple to TypeScript, and where they are used as one value they become a table: always true, equal to
 * nothing. A Lua author who writes `if test_password(...) then` means the first.
 */
export const severalResults: Rule = {
    kinds: [ts.SyntaxKind.BinaryExpression, ...conditionals, ts.SyntaxKind.CallExpression, ts.SyntaxKind.TemplateSpan],
    visit(node, context) {
        if (ts.isBinaryExpression(node)) {
            const operator = node.operatorToken.kind;
            if (testing.has(operator)) checkTested(node.left, context);
            else if (equalities.has(operator)) {
                checkTested(node.left, context);
                checkTested(node.right, context);
            }
        } else if (ts.isCallExpression(node)) {
            for (const argument of node.arguments) checkHandedOn(argument, context);
        } else if (ts.isTemplateSpan(node)) {
            checkHandedOn(node.expression, context);
        } else {
            const condition = conditionOf(node);
            if (condition) checkTested(condition, context);
        }
    },
};

/** `tostring(f())` and the like: what takes anything takes the table, too. */
function checkHandedOn(argument: ts.Expression, context: RuleContext): void {
    const { checker } = context;
    const call = withoutWrapping(argument);
    if (!ts.isCallExpression(call)) return;
    if (checker.getTypeAtLocation(call).getProperty("__tstlMultiReturn") === undefined) return;
    const expected = checker.getContextualType(argument);
    const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter;
    if (expected && (expected.flags & anything) === 0) return;
    context.report(severalResultsHandedOn(argument, argument.getText()));
}

function checkTested(expression: ts.Expression, context: RuleContext): void {
    const { checker } = context;
    for (const value of tested(expression)) {
        const call = withoutWrapping(value);
        const symbol = ts.isIdentifier(call) ? checker.getSymbolAtLocation(call) : undefined;
        // A variable may hold results or nothing, and be asked for that, whatever it was given last.
        const type = symbol ? checker.getTypeOfSymbol(symbol) : checker.getTypeAtLocation(call);
        const parts = symbol ? [type] : partsOf(type);
        if (parts.some((part) => part.getProperty("__tstlMultiReturn") !== undefined)) {
            context.report(severalResultsTested(value, value.getText()));
        }
    }
}
