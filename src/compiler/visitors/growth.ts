/** What code may do to the list or table that a loop goes through. */
import ts from "typescript";
import type { TransformationContext } from "typescript-to-lua";
import { isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { isAlways } from "../union-parts.ts";
import { isTarget } from "./loop.ts";

/** Methods of strings and numbers change nothing, unless they are given a function that does. */
export function isCallOnText(node: ts.CallExpression, context: TransformationContext): boolean {
    if (!ts.isPropertyAccessExpression(node.expression) || takesFunctions(node, context)) return false;
    const type = context.checker.getTypeAtLocation(node.expression.expression);
    return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0;
}

function takesFunctions(node: ts.CallExpression, context: TransformationContext): boolean {
    return node.arguments.some((each) => context.checker.getTypeAtLocation(each).getCallSignatures().length > 0);
}

/** Whether a call can do no more to the author's lists and variables than what is given to it: it calls no function of the author's. */
export function isCallOfLibrary(node: ts.CallExpression, context: TransformationContext): boolean {
    if (isCallOnText(node, context)) return true;
    const { declaration } = context.checker.getResolvedSignature(node) ?? {};
    if (!declaration || takesFunctions(node, context)) return false;
    const file = declaration.getSourceFile();
    if (context.program.isSourceFileDefaultLibrary(file)) {
        const { parent } = declaration;
        return ts.isInterfaceDeclaration(parent) && builtinsThatCompute.has(parent.name.text);
    }
    if (librariesThatCompute.test(file.fileName)) return true;
    // `tostring` of an object may be the author's.
    return luaLibrary.test(file.fileName) && node.arguments.every((each) => isPrimitive(each, context));
}

const builtinsThatCompute = new Set(["ArrayConstructor", "JSON", "Math", "NumberConstructor", "ObjectConstructor"]);
const librariesThatCompute =
    /\/prosody\/util\/(datetime|encodings|format|hashes|hex|hmac|http|id|ip|jid|json|random|stanza|time|uuid|xml)\.d\.ts$/;
const luaLibrary = /\/prosody\/lua\.d\.ts$|\/lua-types\//;

function isPrimitive(node: ts.Expression, context: TransformationContext): boolean {
    const type = context.checker.getTypeAtLocation(node);
    const primitive =
        ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Undefined;
    return isAlways(type, primitive);
}

function symbolOf(node: ts.Expression, context: TransformationContext): ts.Symbol | undefined {
    return ts.isIdentifier(node) ? context.checker.getSymbolAtLocation(node) : undefined;
}

/**
 * Whether nothing can be added to what a loop visits while `body` runs: nothing is called that could know it, and what is
 * written to are other things. JavaScript's methods visit what was there in the beginning; Lua's `pairs` must not meet new keys.
 */
export function keepsSize(body: ts.Node, visited: ts.Expression, context: TransformationContext): boolean {
    const own = symbolOf(visited, context);
    /** What was made from a literal and has one name cannot be what is visited. */
    const isOther = (target: ts.Expression): boolean => {
        const symbol = symbolOf(target, context);
        const declaration = symbol?.valueDeclaration;
        if (!own || !symbol || symbol === own || !declaration || !ts.isVariableDeclaration(declaration)) return false;
        const { initializer } = declaration;
        if (!initializer) return false;
        return ts.isArrayLiteralExpression(initializer) || ts.isObjectLiteralExpression(initializer);
    };
    let keeps = true;
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node)) {
            const callee = node.expression;
            const isPush = ts.isPropertyAccessExpression(callee) && callee.name.text === "push";
            keeps &&= isCallOnText(node, context) || (isPush && isOther(callee.expression));
        } else if (ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) keeps = false;
        else if (ts.isYieldExpression(node) || ts.isAwaitExpression(node)) keeps = false;
        else if (ts.isElementAccessExpression(node) && isTarget(node)) keeps &&= isOther(node.expression);
        else if (ts.isPropertyAccessExpression(node) && isTarget(node)) {
            const isList = isArrayType(context, context.checker.getTypeAtLocation(node.expression));
            keeps &&= !isList && (own === undefined || symbolOf(node.expression, context) !== own);
        }
        // A function that is only made here is called later.
        if (keeps && !ts.isFunctionLike(node)) ts.forEachChild(node, visit);
    };
    visit(body);
    return keeps;
}
