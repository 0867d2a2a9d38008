import ts from "typescript";
import { labelUnsupported } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

/** Lua 5.1 has no `goto`, so nothing leaves an outer loop from an inner one but `return`. */
export const noLabel: Rule = {
    kinds: [ts.SyntaxKind.LabeledStatement],
    visit(node, context) {
        context.report(labelUnsupported((node as ts.LabeledStatement).label));
    },
};
