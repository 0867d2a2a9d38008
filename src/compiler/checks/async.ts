import ts from "typescript";
import { asyncUnsupported, dynamicImport, handlerGivesPromise, handlerWaits } from "../diagnostics.ts";
import { isAlways, partsOf } from "../union-parts.ts";
import { withoutWrapping } from "../wrapping.ts";
import { isAsync, takesPromise, thenOf } from "./promises.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** What of async functions has no counterpart in a Prosody module. */
export const noAsync: Rule = {
    kinds: [
        ts.SyntaxKind.AsteriskToken,
        ts.SyntaxKind.AwaitExpression,
        ts.SyntaxKind.ForOfStatement,
        ts.SyntaxKind.CallExpression,
    ],
    visit(node, context) {
        if (node.kind === ts.SyntaxKind.AsteriskToken) {
            if (isAsync(node.parent)) {
                context.report(
                    asyncUnsupported(node, "An async generator", "give a list, or call a function for each value."),
                );
            }
        } else if (ts.isAwaitExpression(node)) {
            if (!isInsideAsync(node)) context.report(awaitAtTop(node, "await"));
            else if (thenOf(context.checker.getTypeAtLocation(node.expression), context.checker) === "another") {
                context.report(
                    asyncUnsupported(
                        node.expression,
                        "await of an object with a then() of its own",
                        "await a promise: new Promise((resolve, reject) => object.then(resolve, reject)).",
                    ),
                );
            }
        } else if (ts.isForOfStatement(node)) {
            checkForAwait(node, context);
        } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
            context.report(dynamicImport(node));
        }
    },
};

const awaitAtTop = (node: ts.Node, what: string) =>
    asyncUnsupported(
        node,
        `${what} outside of async functions`,
        "put it into an async function, and call that: Prosody loads the next module when this one's file has run.",
    );

function checkForAwait(node: ts.ForOfStatement, context: RuleContext): void {
    if (!node.awaitModifier) return;
    if (!isInsideAsync(node)) {
        context.report(awaitAtTop(node.awaitModifier, "for await"));
        return;
    }
    const [declaration] = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations : [];
    const isList = context.checker.isArrayLikeType(context.checker.getTypeAtLocation(node.expression));
    if (isList && declaration && ts.isIdentifier(declaration.name)) return;
    context.report(
        asyncUnsupported(
            node.awaitModifier,
            isList ? "for await that takes its values apart" : "for await over anything but an array",
            "write for (const promise of list) { const value = await promise; … }.",
        ),
    );
}

/** Functions of the module API and of util.events whose handlers stop an event by what they return. */
const hooks = new Set([
    "hook",
    "hook_global",
    "hook_object_event",
    "hook_tag",
    "add_handler",
    "handle_items",
    "wrap_event",
    "wrap_global",
    "wrap_object_event",
]);

/**
 * Prosody takes a promise for any other value: an event ends with it. Where a handler is written in place the compiler
 * makes of it what Prosody can call; a function from elsewhere gives its promise to whoever calls it.
 */
export const asyncHandler: Rule = {
    kinds: [
        ts.SyntaxKind.CallExpression,
        ts.SyntaxKind.PropertyAssignment,
        ts.SyntaxKind.ShorthandPropertyAssignment,
        ts.SyntaxKind.MethodDeclaration,
        ts.SyntaxKind.VariableDeclaration,
    ],
    visit(node, context) {
        if (ts.isCallExpression(node)) {
            const hook = isHook(node, context);
            for (const argument of node.arguments) {
                const isReported = hook && checkHandler(node, argument, context);
                if (!isReported) checkPlace(argument, context);
            }
        } else if (ts.isPropertyAssignment(node)) checkPlace(node.initializer, context);
        else if (ts.isShorthandPropertyAssignment(node)) checkPlace(node.name, context);
        else if (ts.isVariableDeclaration(node)) {
            if (node.initializer && node.type) checkPlace(node.initializer, context);
        } else if (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent) && isAsync(node)) {
            checkMethod(node, node.parent, context);
        }
    },
};

function isHook(call: ts.CallExpression, context: RuleContext): boolean {
    const callee = call.expression;
    if (!ts.isPropertyAccessExpression(callee) || !hooks.has(callee.name.text)) return false;
    const declaration = context.checker.getResolvedSignature(call)?.getDeclaration();
    return declaration?.getSourceFile().isDeclarationFile ?? false;
}

/** A handler of an event; true where it was found wrong. */
function checkHandler(call: ts.CallExpression, handler: ts.Expression, context: RuleContext): boolean {
    const value = withoutWrapping(handler);
    if (!isFunction(value) || !isAsync(value)) return false;
    const result = awaitedResult(value, context.checker);
    if (!result || isNothing(result)) return false;
    const name = call.arguments.find((argument) => ts.isStringLiteralLike(argument));
    context.report(handlerWaits(value, name ? `"${name.text}"` : "the event"));
    return true;
}

/** What the promise of an async function is of. */
function awaitedResult(node: ts.ArrowFunction | ts.FunctionExpression, checker: ts.TypeChecker): ts.Type | undefined {
    const result = checker.getTypeAtLocation(node).getCallSignatures()[0]?.getReturnType();
    return result && checker.getAwaitedType(result);
}

function isNothing(type: ts.Type): boolean {
    const nothing = ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never;
    return isAlways(type, nothing);
}

const isFunction = (node: ts.Node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** A function that gives promises, in a place where Prosody does something of its own with what comes back. */
function checkPlace(handler: ts.Expression, context: RuleContext): void {
    const value = withoutWrapping(handler);
    if (isFunction(value)) {
        // Without `async` it gives nothing back at its first await: it has to drop the promise itself.
        if (
            !isAsync(value) &&
            takesPromise(value, context.checker) === "nothing" &&
            isHandedToProsody(value, context)
        ) {
            context.report(handlerGivesPromise(value, undefined, false));
        }
        return;
    }
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return;
    const taken = takesPromise(value, context.checker);
    if (taken === undefined || (taken === "nothing" && !isHandedToProsody(value, context))) return;
    context.report(handlerGivesPromise(value, value.getText(), taken !== "nothing"));
}

/** An argument of a function that is declared, not written, in the project. */
function isHandedToProsody(value: ts.Expression, context: RuleContext): boolean {
    let { parent } = value;
    while (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) parent = parent.parent;
    return ts.isCallExpression(parent) && isHook(parent, context);
}

function checkMethod(node: ts.MethodDeclaration, owner: ts.ObjectLiteralExpression, context: RuleContext): void {
    const { checker } = context;
    const expected = checker.getContextualType(owner);
    const name = ts.isStringLiteralLike(node.name) || ts.isIdentifier(node.name) ? node.name.text : undefined;
    if (!expected || name === undefined) return;
    const symbol = expected.getProperty(name);
    const type = symbol ? checker.getTypeOfSymbolAtLocation(symbol, node) : expected.getStringIndexType();
    const results = (type ? partsOf(type) : []).flatMap((part) =>
        part.getCallSignatures().map((signature) => signature.getReturnType()),
    );
    const isTaken = results.some((result) =>
        partsOf(result).some((part) => ["PromisedAnswer", "PromisedStep"].includes(part.getSymbol()?.name ?? "")),
    );
    if (isTaken) context.report(handlerGivesPromise(node.name, undefined, true));
}

const typeScriptsWords: ReadonlySet<number> = new Set([
    1308, 1309, 1375, 1378, 1431, 1432, 2697, 2705, 2711, 2712, 2468, 2504, 2519,
]);

/** What TypeScript says of await, async generators and import() where our own words say more. */
export function isTypeScriptsWordOnAsync({ code, messageText }: ts.Diagnostic): boolean {
    if (code === 2318) return ts.flattenDiagnosticMessageText(messageText, "").includes("'Async");
    return typeScriptsWords.has(code);
}

function isInsideAsync(node: ts.Node): boolean {
    for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
        if (ts.isFunctionLike(at)) return isAsync(at);
    }
    return false;
}
