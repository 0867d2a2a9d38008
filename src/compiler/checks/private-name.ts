import ts from "typescript";
import { privateName } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

export const noPrivateName: Rule = {
    kinds: [ts.SyntaxKind.PrivateIdentifier],
    visit(node, context) {
        // Where it is declared is enough: each use would say the same again.
        if (ts.isPropertyAccessExpression(node.parent)) return;
        context.report(privateName(node, (node as ts.PrivateIdentifier).text.slice(1)));
    },
};
