import ts from "typescript";
import { arrayHole } from "../diagnostics.ts";
import { mayBe } from "../union-parts.ts";
import { withoutWrapping } from "../wrapping.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** A Lua array ends where its nil is: an undefined element is no element, and the length may be any border. */
export const noArrayHole: Rule = {
    kinds: [
        ts.SyntaxKind.DeleteExpression,
        ts.SyntaxKind.BinaryExpression,
        ts.SyntaxKind.CallExpression,
        ts.SyntaxKind.ArrayLiteralExpression,
    ],
    visit(node, context) {
        if (ts.isDeleteExpression(node)) {
            if (isArrayElement(withoutWrapping(node.expression), context)) {
                context.report(arrayHole(node, node.getText()));
            }
        } else if (ts.isBinaryExpression(node)) {
            if (
                node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
                isArrayElement(withoutWrapping(node.left), context) &&
                mayBeMissing(node.right, context)
            ) {
                context.report(arrayHole(node, node.getText()));
            }
        } else if (ts.isCallExpression(node)) {
            const callee = node.expression;
            if (!ts.isPropertyAccessExpression(callee) || !["push", "unshift"].includes(callee.name.text)) return;
            if (!context.checker.isArrayType(context.checker.getTypeAtLocation(callee.expression))) return;
            for (const argument of node.arguments) {
                if (!ts.isSpreadElement(argument) && mayBeMissing(argument, context)) {
                    context.report(arrayHole(argument, `${argument.getText()}, which may be undefined,`));
                }
            }
        } else if (ts.isArrayLiteralExpression(node)) {
            if (isTakenApart(node)) return;
            for (const element of node.elements) {
                if (ts.isSpreadElement(element)) continue;
                if (ts.isOmittedExpression(element)) context.report(arrayHole(element, "A left-out element"));
                else if (mayBeMissing(element, context)) {
                    context.report(arrayHole(element, `${element.getText()}, which may be undefined,`));
                }
            }
        }
    },
};

function isArrayElement(expression: ts.Expression, { checker }: RuleContext): boolean {
    return (
        ts.isElementAccessExpression(expression) &&
        checker.isArrayType(checker.getTypeAtLocation(expression.expression))
    );
}

function mayBeMissing(expression: ts.Expression, { checker }: RuleContext): boolean {
    const missing = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void;
    return mayBe(checker.getTypeAtLocation(expression), missing);
}

/** `[a, b] = [b, a]` and `const [a, b] = [1, undefined]` make no array: the values go straight into the variables. */
function isTakenApart(node: ts.ArrayLiteralExpression): boolean {
    const { parent } = node;
    if (ts.isVariableDeclaration(parent)) return ts.isArrayBindingPattern(parent.name);
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
        return parent.left === node || ts.isArrayLiteralExpression(parent.left);
    }
    // A pattern inside a pattern: [[a]] = …, for (const [k, v] of …) has none of these.
    return ts.isForOfStatement(parent) && parent.initializer === node;
}
