import ts from "typescript";
import { arrayKeys, numberKeysAsText } from "../diagnostics.ts";
import { partsOf } from "../union-parts.ts";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * In JavaScript every key comes back as text, and an array's begin at "0". In Lua a key comes back as what it is, and an
 * array's begin at 1.
 */
export const noArrayKeys: Rule = {
    kinds: [ts.SyntaxKind.ForInStatement, ts.SyntaxKind.CallExpression],
    visit(node, context) {
        if (ts.isForInStatement(node)) checkKeysOf(node.expression, node.expression, context);
        else if (ts.isCallExpression(node)) {
            const { expression: callee, arguments: given } = node;
            const [object] = given;
            if (
                object &&
                ts.isPropertyAccessExpression(callee) &&
                ts.isIdentifier(callee.expression) &&
                callee.expression.text === "Object" &&
                ["keys", "entries"].includes(callee.name.text)
            ) {
                checkKeysOf(object, node, context);
            }
        }
    },
};

function checkKeysOf(object: ts.Expression, place: ts.Node, context: RuleContext): void {
    const { checker } = context;
    const type = checker.getNonNullableType(checker.getTypeAtLocation(object));
    if (type.flags & ts.TypeFlags.Any) return;
    const parts = partsOf(type);
    if (parts.some((part) => checker.isArrayType(part) || checker.isTupleType(part))) {
        context.report(arrayKeys(place, object.getText()));
    } else if (parts.some((part) => isKeyedByNumbers(part, checker))) {
        context.report(numberKeysAsText(place, object.getText()));
    }
}

function isKeyedByNumbers(type: ts.Type, checker: ts.TypeChecker): boolean {
    return checker.getIndexInfosOfType(type).some(({ keyType }) => keyType.flags & ts.TypeFlags.Number);
}
