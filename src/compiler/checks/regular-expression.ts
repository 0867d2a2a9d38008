import ts from "typescript";
import { regularExpression } from "../diagnostics.ts";
import { nodeAt, type Rule } from "./rule.ts";

export const noRegularExpression: Rule = {
    kinds: [ts.SyntaxKind.RegularExpressionLiteral],
    visit(node, context) {
        context.report(regularExpression(node));
    },
};

/** "Property 'test' does not exist on type 'RegExp'": the literal itself has been reported. */
export function isAboutRegularExpression({ code, file, start, length = 0 }: ts.Diagnostic): boolean {
    if (code !== 2339 || file === undefined || start === undefined) return false;
    const access = nodeAt(file, start, start + length)?.parent;
    return (
        access !== undefined &&
        ts.isPropertyAccessExpression(access) &&
        ts.isRegularExpressionLiteral(access.expression)
    );
}
