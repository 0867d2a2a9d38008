import ts from "typescript";
import { ordersByText } from "../diagnostics.ts";
import { isAlways } from "../union-parts.ts";
import type { Rule } from "./rule.ts";

/** Without a comparator JavaScript compares what elements look like as text; Lua's `<` compares the elements. */
export const noOrderByText: Rule = {
    kinds: [ts.SyntaxKind.CallExpression],
    visit(node, context) {
        if (!ts.isCallExpression(node) || node.arguments.length > 0) return;
        const callee = node.expression;
        if (!ts.isPropertyAccessExpression(callee)) return;
        if (callee.name.text !== "sort" && callee.name.text !== "toSorted") return;
        const { checker } = context;
        const list = checker.getNonNullableType(checker.getTypeAtLocation(callee.expression));
        if (!checker.isArrayType(list)) return;
        const [element] = checker.getTypeArguments(list as ts.TypeReference);
        if (!element || isAlways(element, ts.TypeFlags.StringLike | ts.TypeFlags.TypeParameter)) return;
        const isNumber = isAlways(element, ts.TypeFlags.NumberLike);
        context.report(ordersByText(callee.name, checker.typeToString(element), isNumber));
    },
};
