import ts from "typescript";
import type { TransformationContext } from "typescript-to-lua";
import { ContextType, getFunctionContextType } from "typescript-to-lua/dist/transformation/utils/function-context.js";
import { functionGainsSelf, methodLosesSelf, methodUnbound } from "../diagnostics.ts";
import { partsOf } from "../union-parts.ts";
import { withoutWrapping } from "../wrapping.ts";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * Functions that take a self and functions that take none are called differently in Lua, and TypeScript does not tell
 * them apart. Wherever a value is handed on, what it is must be what its new place expects. The transpiler looks at
 * some of these places (not at the arguments of colon calls such as module:hook) and at each pair of types only once.
 */
export const lostSelf: Rule = {
    kinds: [
        ts.SyntaxKind.CallExpression,
        ts.SyntaxKind.NewExpression,
        ts.SyntaxKind.VariableDeclaration,
        ts.SyntaxKind.BindingElement,
        ts.SyntaxKind.Parameter,
        ts.SyntaxKind.PropertyDeclaration,
        ts.SyntaxKind.BinaryExpression,
        ts.SyntaxKind.ReturnStatement,
        ts.SyntaxKind.ArrowFunction,
        ts.SyntaxKind.PropertyAssignment,
        ts.SyntaxKind.ShorthandPropertyAssignment,
        ts.SyntaxKind.ArrayLiteralExpression,
        ts.SyntaxKind.AsExpression,
        ts.SyntaxKind.SatisfiesExpression,
    ],
    visit(node, context) {
        if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
            for (const argument of node.arguments ?? []) checkHandedOn(argument, context);
        } else if (ts.isBindingElement(node)) {
            checkDestructured(node, context);
        } else if (ts.isVariableDeclaration(node)) {
            if (!node.initializer) return;
            if (node.type) checkHandedOn(node.initializer, context);
            else checkUnbound(node.initializer, context);
        } else if (ts.isParameter(node) || ts.isPropertyDeclaration(node)) {
            if (node.initializer) checkHandedOn(node.initializer, context);
        } else if (ts.isBinaryExpression(node)) {
            if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
                checkHandedOn(node.right, context, context.checker.getTypeAtLocation(node.left));
            }
        } else if (ts.isReturnStatement(node)) {
            if (node.expression) checkHandedOn(node.expression, context);
        } else if (ts.isArrowFunction(node)) {
            if (!ts.isBlock(node.body)) checkHandedOn(node.body, context);
        } else if (ts.isPropertyAssignment(node)) {
            checkHandedOn(node.initializer, context);
        } else if (ts.isShorthandPropertyAssignment(node)) {
            checkHandedOn(node.name, context, contextualTypeOfShorthand(node, context.checker));
        } else if (ts.isArrayLiteralExpression(node)) {
            for (const element of node.elements) checkHandedOn(element, context);
        } else if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
            checkHandedOn(node.expression, context, context.checker.getTypeAtLocation(node.type));
        }
    },
};

function contextualTypeOfShorthand(node: ts.ShorthandPropertyAssignment, checker: ts.TypeChecker): ts.Type | undefined {
    const property = checker.getContextualType(node.parent)?.getProperty(node.name.text);
    return property && checker.getTypeOfSymbolAtLocation(property, node);
}

function checkHandedOn(expression: ts.Expression, context: RuleContext, expected?: ts.Type): void {
    const { checker } = context;
    const value = withoutWrapping(expression);
    if (ts.isConditionalExpression(value)) {
        checkHandedOn(value.whenTrue, context, expected);
        checkHandedOn(value.whenFalse, context, expected);
        return;
    }
    // What is written right here is compiled to what the place expects, and its parts are looked at on their own.
    if (
        ts.isFunctionExpression(value) ||
        ts.isArrowFunction(value) ||
        ts.isObjectLiteralExpression(value) ||
        ts.isArrayLiteralExpression(value) ||
        ts.isLiteralExpression(value) ||
        ts.isSpreadElement(value)
    ) {
        return;
    }
    const to = expected ?? checker.getContextualType(expression);
    if (!to || to.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return;
    const from = checker.getTypeAtLocation(value);
    const mismatch = findMismatch(from, to, context, 0);
    if (!mismatch) return;
    const name = [value.getText(), ...mismatch.path].join(".");
    const parameters = parametersOf(mismatch.from, mismatch.to);
    context.report(
        mismatch.losesSelf
            ? methodLosesSelf(value, name, parameters, isFunctionTyped(mismatch.from))
            : functionGainsSelf(value, name, parameters),
    );
}

interface Mismatch {
    losesSelf: boolean;
    /** Members that lead to the function, from the value that is handed on. */
    path: string[];
    from: ts.Type;
    to: ts.Type;
}

const isObject = (type: ts.Type) => (type.flags & ts.TypeFlags.Object) !== 0;

function findMismatch(from: ts.Type, to: ts.Type, context: RuleContext, depth: number): Mismatch | undefined {
    const { checker } = context;
    from = checker.getNonNullableType(from);
    to = checker.getNonNullableType(to);
    if (from === to || from.flags & ts.TypeFlags.Any || to.flags & ts.TypeFlags.Any) return undefined;
    const targets = partsOf(to);
    if (from.isUnion()) {
        for (const part of from.types) {
            const mismatch = targets.includes(part) ? undefined : findMismatch(part, to, context, depth);
            if (mismatch) return mismatch;
        }
        return undefined;
    }
    if (checker.getSignaturesOfType(from, ts.SignatureKind.Call).length > 0) {
        const given = contextTypeOf(from, context);
        const wanted = targets
            .map((target) => contextTypeOf(target, context))
            .filter((kind) => kind !== ContextType.None);
        if (given === ContextType.NonVoid && wanted.length > 0 && wanted.every((kind) => kind === ContextType.Void)) {
            return { losesSelf: true, path: [], from, to };
        }
        if (given === ContextType.Void && wanted.length > 0 && wanted.every((kind) => kind === ContextType.NonVoid)) {
            return { losesSelf: false, path: [], from, to };
        }
        return undefined;
    }
    // An object with methods where one with plain functions is expected, or the other way round. Two levels are as
    // deep as APIs go: mod_http's { route: { "GET /": handler } }.
    if (depth >= 2 || !isObject(from) || targets.length !== 1 || !isObject(to)) return undefined;
    if (checker.isArrayLikeType(from) || checker.isArrayLikeType(to)) {
        const [fromElement, toElement] = [from, to].map((type) =>
            checker.getIndexTypeOfType(type, ts.IndexKind.Number),
        );
        return fromElement && toElement && findMismatch(fromElement, toElement, context, depth + 1);
    }
    for (const wanted of to.getProperties()) {
        const given = from.getProperty(wanted.name);
        if (!given || given === wanted) continue;
        const at = wanted.valueDeclaration ?? given.valueDeclaration;
        if (!at) continue;
        const mismatch = findMismatch(
            checker.getTypeOfSymbolAtLocation(given, at),
            checker.getTypeOfSymbolAtLocation(wanted, at),
            context,
            depth + 1,
        );
        if (mismatch) return { ...mismatch, path: [wanted.name, ...mismatch.path] };
    }
    return undefined;
}

/** Declared as `onOpen: (name: string) => void`, not as `onOpen(name: string): void`. */
function isFunctionTyped(type: ts.Type): boolean {
    const declaration = type.getCallSignatures()[0]?.getDeclaration();
    return declaration !== undefined && ts.isFunctionTypeNode(declaration);
}

/** Names for the parameters of a wrapper: as the function calls them, as many as it is called with. */
function parametersOf(from: ts.Type, to: ts.Type | undefined): string {
    const taken = from.getCallSignatures()[0];
    const given = to && partsOf(to).flatMap((type) => type.getCallSignatures())[0];
    const isRest = (symbol: ts.Symbol) =>
        symbol.valueDeclaration !== undefined &&
        ts.isParameter(symbol.valueDeclaration) &&
        symbol.valueDeclaration.dotDotDotToken !== undefined;
    return (taken?.getParameters() ?? [])
        .slice(0, given && !given.getParameters().some(isRest) ? given.getParameters().length : undefined)
        .map((parameter) => (isRest(parameter) ? `...${parameter.name}` : parameter.name))
        .join(", ");
}

/** The transpiler's own answer: it decides how a function of this type is called. */
function contextTypeOf(type: ts.Type, { program, checker }: RuleContext): ContextType {
    // It reads no more than these three of its context.
    const transformation = { program, checker, options: program.getCompilerOptions() };
    return getFunctionContextType(transformation as unknown as TransformationContext, type);
}

/** `const log = module.log`: nothing says what `log` should be, so it is called without an object from now on. */
function checkUnbound(expression: ts.Expression, context: RuleContext): void {
    const value = withoutWrapping(expression);
    if (!ts.isPropertyAccessExpression(value)) return;
    const symbol = context.checker.getSymbolAtLocation(value.name);
    const type = context.checker.getTypeAtLocation(value);
    if (isMethodWithSelf(symbol, type, context)) {
        context.report(methodUnbound(value, value.getText(), parametersOf(type, undefined)));
    }
}

/** `const { log } = module` */
function checkDestructured(node: ts.BindingElement, context: RuleContext): void {
    if (!ts.isObjectBindingPattern(node.parent) || node.dotDotDotToken) return;
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name)) return;
    const symbol = context.checker.getTypeAtLocation(node.parent).getProperty(name.text);
    if (!symbol) return;
    const type = context.checker.getTypeOfSymbolAtLocation(symbol, node);
    if (isMethodWithSelf(symbol, type, context)) {
        const owner = ts.isVariableDeclaration(node.parent.parent) && node.parent.parent.initializer?.getText();
        context.report(methodUnbound(node, owner ? `${owner}.${name.text}` : name.text, parametersOf(type, undefined)));
    }
}

function isMethodWithSelf(symbol: ts.Symbol | undefined, type: ts.Type, context: RuleContext): boolean {
    return (
        symbol !== undefined &&
        (symbol.flags & ts.SymbolFlags.Method) !== 0 &&
        contextTypeOf(context.checker.getNonNullableType(type), context) === ContextType.NonVoid
    );
}
