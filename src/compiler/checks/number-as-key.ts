import ts from "typescript";
import { numberAsKey } from "../diagnostics.ts";
import { isAlways } from "../union-parts.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** JavaScript turns every key into a string, and TypeScript lets a number index where a string may. Lua does not. */
export const noNumberAsKey: Rule = {
    kinds: [ts.SyntaxKind.ElementAccessExpression, ts.SyntaxKind.PropertyAssignment],
    visit(node, context) {
        const { checker } = context;
        if (ts.isElementAccessExpression(node)) {
            const key = node.argumentExpression;
            if (isNumber(key, context) && isKeyedByStrings(checker.getTypeAtLocation(node.expression), context)) {
                context.report(numberAsKey(key, key.getText()));
            }
        } else if (ts.isPropertyAssignment(node)) {
            const key = ts.isComputedPropertyName(node.name) ? node.name.expression : node.name;
            if (!ts.isNumericLiteral(key) && !(ts.isExpression(key) && key !== node.name && isNumber(key, context)))
                return;
            const expected = checker.getContextualType(node.parent);
            if (expected && isKeyedByStrings(expected, context)) context.report(numberAsKey(key, key.getText()));
        }
    },
};

function isNumber(expression: ts.Expression, { checker }: RuleContext): boolean {
    return isAlways(checker.getTypeAtLocation(expression), ts.TypeFlags.NumberLike);
}

function isKeyedByStrings(type: ts.Type, { checker }: RuleContext): boolean {
    type = checker.getNonNullableType(type);
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.StringLike) || checker.isArrayLikeType(type)) return false;
    const keys = checker.getIndexInfosOfType(type).map(({ keyType }) => keyType.flags);
    return keys.some((flags) => flags & ts.TypeFlags.String) && !keys.some((flags) => flags & ts.TypeFlags.NumberLike);
}
