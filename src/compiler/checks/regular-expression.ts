import ts from "typescript";
import { regularExpression } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

export const noRegularExpression: Rule = {
    kinds: [ts.SyntaxKind.RegularExpressionLiteral],
    visit(node, context) {
        context.report(regularExpression(node));
    },
};
