import ts from "typescript";
import { tableToString } from "../diagnostics.ts";
import { partsOf } from "../union-parts.ts";
import { withoutWrapping } from "../wrapping.ts";
import { becomesText, textMakers } from "./becomes-text.ts";
import { isInDeclarations } from "./promises.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** JavaScript writes a list's elements, and calls `toString` of any object; a table of Lua is `table: 0x55d0c2a3`. */
export const noTableToString: Rule = {
    kinds: textMakers,
    visit(node, context) {
        for (const expression of becomesText(node, context)) {
            // Who calls Lua's own function wants what it gives.
            if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "tostring") {
                continue;
            }
            const table = tableIn(context.checker.getTypeAtLocation(expression), context);
            if (table) context.report(tableToString(expression, withoutWrapping(expression).getText(), table));
        }
    },
};

export type Table = "list" | "object" | "instance";

function tableIn(type: ts.Type, { checker }: RuleContext): Table | undefined {
    for (const part of partsOf(type)) {
        if (checker.isArrayType(part) || checker.isTupleType(part)) return "list";
        if ((part.flags & ts.TypeFlags.Object) === 0 || part.getCallSignatures().length > 0) continue;
        const declarations = part.getSymbol()?.declarations ?? [];
        // What Prosody or a library of Lua's makes may well have a text.
        if (declarations.length === 0 || declarations.some(isInDeclarations)) continue;
        const isClass = declarations.some(ts.isClassLike);
        // Any object has JavaScript's own.
        const method = part.getProperty("toString")?.declarations?.some((each) => !isInDeclarations(each));
        if (isClass && (method || extendsLibrary(part))) continue;
        // An instance of a class may stand for an interface.
        if (method && declarations.some(ts.isInterfaceDeclaration)) continue;
        return isClass ? "instance" : "object";
    }
    return undefined;
}

/** `class Refused extends Error` */
function extendsLibrary(type: ts.Type): boolean {
    return (type.getBaseTypes() ?? []).some(
        (base) => base.getSymbol()?.declarations?.some(isInDeclarations) === true || extendsLibrary(base),
    );
}
