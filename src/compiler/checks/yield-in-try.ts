import ts from "typescript";
import { yieldInTry } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

/** A `try` is a protected call, and no coroutine yields across one on Lua 5.1 (and 0.11 runs on that). */
export const noYieldInTry: Rule = {
    kinds: [ts.SyntaxKind.YieldExpression],
    visit(node, context) {
        for (let above = node.parent; above && !ts.isFunctionLike(above); above = above.parent) {
            if (!ts.isTryStatement(above)) continue;
            context.report(yieldInTry(node));
            return;
        }
    },
};
