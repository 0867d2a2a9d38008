import ts from "typescript";
import { handlerReturnsByAccident, handlerReturnsFalse } from "../diagnostics.ts";
import { isAlways, partsOf } from "../union-parts.ts";
import { withoutWrapping } from "../wrapping.ts";
import { takesPromise } from "./promises.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** The functions of Prosody that take an event handler: of the module API and of util.events. */
const hooks = new Set(["hook", "hook_global", "hook_object_event", "hook_tag", "add_handler"]);

/**
 * Anything but nil that an event handler returns ends the event, false too. TypeScript lets a function that returns
 * something stand where one that returns nothing is expected, and `() => list.push(x)` returns the new length.
 */
export const handlerReturn: Rule = {
    kinds: [ts.SyntaxKind.CallExpression],
    visit(node, context) {
        if (!ts.isCallExpression(node)) return;
        const callee = node.expression;
        if (!ts.isPropertyAccessExpression(callee) || !hooks.has(callee.name.text)) return;
        // Only Prosody's: an object of the author's own may have a hook() with other rules.
        const declaration = context.checker.getResolvedSignature(node)?.getDeclaration();
        if (!declaration?.getSourceFile().isDeclarationFile) return;
        const event = eventName(node);
        for (const argument of node.arguments) {
            const allowed = context.checker.getContextualType(argument)?.getCallSignatures()[0]?.getReturnType();
            if (allowed) checkHandler(argument, allowed, event, context);
        }
    },
};

function eventName(call: ts.CallExpression): string {
    const name = call.arguments.find((argument) => ts.isStringLiteralLike(argument));
    return name ? `"${name.text}"` : "the event";
}

function checkHandler(handler: ts.Expression, allowed: ts.Type, event: string, context: RuleContext): void {
    const { checker } = context;
    const value = withoutWrapping(handler);
    // What promises do here is said by a rule of their own.
    if (takesPromise(value, checker) !== undefined) return;
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
        for (const returned of returnedBy(value)) {
            checkReturned(returned, checker.getTypeAtLocation(returned), allowed, event, context);
        }
        return;
    }
    for (const signature of checker.getTypeAtLocation(value).getCallSignatures()) {
        checkReturned(value, signature.getReturnType(), allowed, event, context);
    }
}

function returnedBy(handler: ts.ArrowFunction | ts.FunctionExpression): ts.Expression[] {
    if (!ts.isBlock(handler.body)) return [handler.body];
    const found: ts.Expression[] = [];
    const look = (node: ts.Node): void => {
        if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
        if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
        ts.forEachChild(node, look);
    };
    look(handler.body);
    return found;
}

const nothing = ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Never;

function checkReturned(
    returned: ts.Expression,
    type: ts.Type,
    allowed: ts.Type,
    event: string,
    context: RuleContext,
): void {
    const value = withoutWrapping(returned);
    if (ts.isConditionalExpression(value)) {
        for (const branch of [value.whenTrue, value.whenFalse]) {
            checkReturned(branch, context.checker.getTypeAtLocation(branch), allowed, event, context);
        }
        return;
    }
    if (isAlways(type, nothing)) return;
    // Nobody writes true by accident.
    if (value.kind === ts.SyntaxKind.TrueKeyword) return;
    const allowedParts = partsOf(allowed).filter((part) => !isBackground(part));
    if (allowedParts.every((part) => part.flags & nothing)) {
        context.report(handlerReturnsByAccident(returned, returned.getText(), event));
    } else if (
        partsOf(type).some(isFalse) &&
        !(value.kind === ts.SyntaxKind.FalseKeyword && allowedParts.some(isFalse))
    ) {
        context.report(handlerReturnsFalse(returned, event));
    }
}

/** An async handler's promise, which Prosody does not see. */
const isBackground = (type: ts.Type) => type.getSymbol()?.name === "Background";

function isFalse(type: ts.Type): boolean {
    return (
        (type.flags & ts.TypeFlags.BooleanLiteral) !== 0 &&
        (type as { intrinsicName?: string }).intrinsicName === "false"
    );
}
