import ts from "typescript";
import { builtins } from "./missing-builtin.ts";
import { builtinMissing } from "../diagnostics.ts";
import type { Rule } from "./rule.ts";

/** Objects of JavaScript whose members are functions in Lua, and which are no values themselves. */
const WITHOUT_VALUE = new Set(["Array", "Date", "JSON", "Math", "Object"]);

const MEMBER_BY_NAME =
    "Lua has its functions, each by its own name: write Math.floor(x) or JSON.parse(text) where they are called.";

/** `const { parse } = JSON` or `JSON["parse"]`: nothing of that name exists when the module runs. */
export const noBareBuiltin: Rule = {
    kinds: [ts.SyntaxKind.Identifier],
    visit(node, context) {
        const { text, parent } = node as ts.Identifier;
        if (!WITHOUT_VALUE.has(text) || !ts.isExpression(node) || ts.isPartOfTypeNode(node)) return;
        if (ts.isPropertyAccessExpression(parent) && (parent.name === node || !parent.questionDotToken)) return;
        // TypeScript itself refuses to construct or call them.
        if ((ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === node) return;
        if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) return;
        const declarations = context.checker.getSymbolAtLocation(node)?.declarations ?? [];
        const isJavaScripts = declarations.some((each) =>
            context.program.isSourceFileDefaultLibrary(each.getSourceFile()),
        );
        const isValue = ts.isPropertyAssignment(parent)
            ? parent.initializer === node
            : !ts.isDeclarationStatement(parent);
        if (isJavaScripts && isValue)
            context.report(builtinMissing(node, `${text} as a value`, builtins[text] ?? MEMBER_BY_NAME));
    },
};
