import ts from "typescript";
import { objectAccessor } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

/** Only a class's instances have a metatable that could call an accessor. */
export const noObjectAccessor: Rule = {
    kinds: [ts.SyntaxKind.GetAccessor, ts.SyntaxKind.SetAccessor],
    visit(node, context) {
        if (!ts.isObjectLiteralExpression(node.parent)) return;
        const { name } = node as ts.AccessorDeclaration;
        context.report(objectAccessor(name, name.getText(), ts.isGetAccessor(node)));
    },
};
