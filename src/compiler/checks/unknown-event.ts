import ts from "typescript";
import { eventUnknown } from "../diagnostics.ts";
import { nearest } from "../nearest.ts";
import { partsOf } from "../union-parts.ts";
import { nodeAt } from "./rule.ts";

/** Members of the module API whose first argument is an event's name. */
const namingEvents = new Set(["hook", "hook_global", "unhook", "wrap_event", "wrap_global"]);

/**
 * Event names are string and template types, so TypeScript itself refuses a misspelt one; but of several hundred names
 * it proposes none.
 */
export function explainUnknownEvent(diagnostic: ts.Diagnostic, program: ts.Program): ts.Diagnostic {
    const { file, start, length = 0 } = diagnostic;
    if (diagnostic.code !== 2345 || file === undefined || start === undefined) return diagnostic;
    const name = nodeAt(file, start, start + length);
    if (!name || !ts.isStringLiteralLike(name) || !ts.isCallExpression(name.parent)) return diagnostic;
    const callee = name.parent.expression;
    if (!ts.isPropertyAccessExpression(callee) || !namingEvents.has(callee.name.text)) return diagnostic;
    const checker = program.getTypeChecker();
    const expected = checker.getContextualType(name);
    if (!expected) return diagnostic;
    const names = checker.getBaseConstraintOfType(expected) ?? expected;
    const known = partsOf(names);
    return eventUnknown(name, name.text, proposal(name.text, known));
}

function proposal(name: string, known: readonly ts.Type[]): string | undefined {
    const candidates = new Set<string>();
    for (const type of known) {
        if (type.isStringLiteral()) candidates.add(type.value);
        if (!(type.flags & ts.TypeFlags.TemplateLiteral)) continue;
        const { texts } = type as ts.TemplateLiteralType;
        const [prefix = ""] = texts;
        // "iq-get/host/NAMESPACE:TAG": the pattern itself where the name has its beginning but not its form.
        if (prefix !== "" && name.startsWith(prefix)) return texts.join("…");
        else if (prefix !== "") {
            // The same name with the pattern's beginning in place of its own: iq-gte/host/x:y -> iq-get/host/x:y.
            const own = name
                .split("/")
                .slice(0, prefix.split("/").length - 1)
                .join("/");
            const meant = nearest(`${own}/`, [prefix]);
            const proposed = `${meant}${name.slice(own.length + 1)}`;
            if (meant !== undefined && fits(proposed, texts)) candidates.add(proposed);
        }
    }
    return nearest(name, candidates);
}

/** Whether a name has all fixed parts of a pattern, in their order. */
function fits(name: string, texts: readonly string[]): boolean {
    let from = 0;
    for (const text of texts) {
        const at = name.indexOf(text, from);
        if (at < 0) return false;
        from = at + text.length;
    }
    return true;
}
