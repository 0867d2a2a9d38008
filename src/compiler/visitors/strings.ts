/**
 * Strings are bytes in Lua. TypeScriptToLua turns some cuts into a bare string.sub and iterates byte by byte; here
 * cuts go through the shims, which leave no half characters, and iteration is by character.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformOrderedExpressions } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { callOf, equals, lengthOf, minusOne, plusOne } from "../lua/expressions.ts";
import { clone } from "../lua/syntax.ts";
import { isAlways } from "../union-parts.ts";
import { isStringIfAny } from "./optional.ts";
import { temporary } from "./temporary.ts";

/** Methods that are a helper of ours. */
const helpers: Readonly<Record<string, string>> = {
    slice: "__TS__StringSlice",
    substring: "__TS__StringSubstring",
    charAt: "__TS__StringCharAt",
    lastIndexOf: "____string_last_index_of",
};

function isString(context: TransformationContext, node: ts.Expression): boolean {
    return isAlways(context.checker.getTypeAtLocation(node), ts.TypeFlags.StringLike);
}

const originalOf = (node: ts.Expression) => ts.getOriginalNode(node) as ts.Expression;

/** From the start, or a whole string: no position that could lie inside a character. */
function isHarmless(node: ts.CallExpression): boolean {
    const [first, last] = node.arguments;
    return (!first || (ts.isNumericLiteral(first) && first.text === "0")) && !last;
}

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || node.questionDotToken || callee.questionDotToken) {
        return context.superTransformExpression(node);
    }
    if (isLuaLibrary(callee, context)) return asMethod(context.superTransformExpression(node), node, context);
    if (node.arguments.some(ts.isSpreadElement) || !isStringIfAny(context, callee.expression)) {
        return context.superTransformExpression(node);
    }
    // The transpiler does a second time what stands before it.
    const isItself = callee.name.text === "toString" && isString(context, originalOf(callee.expression));
    if (isItself) return context.transformExpression(callee.expression);
    const helper = Object.hasOwn(helpers, callee.name.text) ? helpers[callee.name.text] : undefined;
    if (helper) {
        if (["slice", "substring"].includes(callee.name.text) && isHarmless(node))
            return context.transformExpression(callee.expression);
        const args = [callee.expression, ...node.arguments].map((argument) => context.transformExpression(argument));
        return callOf(helper, args, node);
    }
    return native(node, callee, context) ?? asMethod(context.superTransformExpression(node), node, context);
}

// ---------------------------------------------------------------- Lua's own methods

/** `string.match(text, pattern)` of Lua's library, called by its name. */
function isLuaLibrary(callee: ts.PropertyAccessExpression, context: TransformationContext): boolean {
    if (!ts.isIdentifier(callee.expression) || callee.expression.text !== "string") return false;
    const declaration = context.checker.getSymbolAtLocation(callee.expression)?.declarations?.[0];
    return declaration?.getSourceFile().isDeclarationFile ?? false;
}

/** `string.upper(text)` -> `text:upper()`: one look-up instead of two, and what one writes by hand. */
function asMethod(result: lua.Expression, node: ts.CallExpression, context: TransformationContext): lua.Expression {
    if (!lua.isCallExpression(result) || !lua.isTableIndexExpression(result.expression)) return result;
    const { table, index } = result.expression;
    const isLibrary = lua.isIdentifier(table) && table.text === "string" && lua.isStringLiteral(index);
    const [text, ...rest] = result.params;
    if (!isLibrary || !text || !methodsOfText.has(index.value)) return result;
    const callee = node.expression as ts.PropertyAccessExpression;
    const source = isLuaLibrary(callee, context) ? node.arguments[0] : callee.expression;
    // An author who writes string.format("...", x) finds it again; what may be a number or nil has no methods.
    if (source && isLuaLibrary(callee, context) && lua.isLiteral(text)) return result;
    if (!source || ts.isSpreadElement(source) || !isString(context, originalOf(source))) {
        return result;
    }
    return method(text, index.value, rest, node);
}

const methodsOfText = new Set("byte find format gmatch gsub len lower match rep reverse sub upper".split(" "));

function method(text: lua.Expression, name: string, args: lua.Expression[], node: ts.Node): lua.MethodCallExpression {
    return lua.createMethodCallExpression(text, lua.createIdentifier(name), args, node);
}

const number = (value: number) => lua.createNumericLiteral(value);

/** Bytes of a literal in Lua; undefined for what is none, and for the empty text, which is everywhere. */
function literalLength(node: ts.Expression): number | undefined {
    if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return undefined;
    return Buffer.byteLength(node.text, "utf8") || undefined;
}

/** JavaScript's methods that are an expression or two in Lua. */
function native(
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    context: TransformationContext,
): lua.Expression | undefined {
    const [argument, more] = node.arguments;
    const isPlain = isString(context, originalOf(callee.expression));
    if (!argument || !isPlain) return undefined;
    if (callee.name.text === "replace") return replaceFirst(node, callee, context);
    if (more) return undefined;
    const length = literalLength(argument);
    const parts = () =>
        transformOrderedExpressions(context, [callee.expression, argument]) as [lua.Expression, lua.Expression];
    switch (callee.name.text) {
        case "startsWith": {
            // What is read twice has to be the same both times.
            if (length === undefined && !(ts.isIdentifier(argument) && isString(context, argument))) return undefined;
            const [text, start] = parts();
            const end = length === undefined ? lengthOf(clone(start)) : number(length);
            return equals(method(text, "sub", [number(1), end], node), start, node);
        }
        case "endsWith": {
            if (length === undefined) return undefined;
            const [text, end] = parts();
            return equals(method(text, "sub", [number(-length)], node), end, node);
        }
        case "includes": {
            if (!isString(context, argument)) return undefined;
            const [text, part] = parts();
            const found = method(text, "find", [part, number(1), lua.createBooleanLiteral(true)], node);
            const inequality = lua.SyntaxKind.InequalityOperator;
            return lua.createBinaryExpression(found, lua.createNilLiteral(), inequality, node);
        }
        case "indexOf": {
            if (!isString(context, argument)) return undefined;
            const [text, part] = parts();
            const found = method(text, "find", [part, number(1), lua.createBooleanLiteral(true)], node);
            const position = lua.createBinaryExpression(found, number(0), lua.SyntaxKind.OrOperator);
            return minusOne(position, node);
        }
        case "repeat": {
            if (!ts.isNumericLiteral(argument) || !Number.isInteger(Number(argument.text))) return undefined;
            const [text, count] = parts();
            return method(text, "rep", [count], node);
        }
        case "split": {
            if (length === undefined) return undefined;
            return callOf("string_parts", parts(), node);
        }
        default:
            return undefined;
    }
}

/** `text.replace(",", ";")`, where nothing is special in what is looked for or put there. */
function replaceFirst(
    node: ts.CallExpression,
    callee: ts.PropertyAccessExpression,
    context: TransformationContext,
): lua.Expression | undefined {
    const [search, replacement, more] = node.arguments;
    if (!search || !replacement || more || literalLength(search) === undefined) return undefined;
    if (!ts.isStringLiteralLike(replacement) || !ts.isIdentifier(callee.expression)) return undefined;
    if (!ts.findAncestor(node, ts.isFunctionLike)) return undefined;
    const [first, last] = [temporary(context, "first", node), temporary(context, "last", node)];
    const text = () => context.transformExpression(callee.expression);
    const args = [context.transformExpression(search), number(1), lua.createBooleanLiteral(true)];
    context.addPrecedingStatements(
        lua.createVariableDeclarationStatement([first, last], method(text(), "find", args, node), node),
    );
    const until = minusOne(lua.cloneIdentifier(first));
    const from = plusOne(lua.cloneIdentifier(last));
    const concat = (left: lua.Expression, right: lua.Expression) =>
        lua.createBinaryExpression(left, right, lua.SyntaxKind.ConcatOperator, node);
    const replaced = concat(
        concat(method(text(), "sub", [number(1), until], node), context.transformExpression(replacement)),
        method(text(), "sub", [from], node),
    );
    return lua.createBinaryExpression(
        lua.createBinaryExpression(lua.cloneIdentifier(first), replaced, lua.SyntaxKind.AndOperator, node),
        text(),
        lua.SyntaxKind.OrOperator,
        node,
    );
}

/** A character: a byte and what continues it. */
const characters = ".[\udc80-\udcbf]*";

function visitForOf(node: ts.ForOfStatement, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    if (!isString(context, node.expression)) return statements;
    for (const statement of statements) {
        if (!lua.isForInStatement(statement)) continue;
        const call = statement.expressions[0];
        if (!call || !lua.isCallExpression(call) || !lua.isIdentifier(call.expression)) continue;
        if (call.expression.text !== "__TS__Iterator") continue;
        const gmatch = lua.createTableIndexExpression(
            lua.createIdentifier("string"),
            lua.createStringLiteral("gmatch"),
        );
        statement.names.shift();
        statement.expressions = [
            lua.createCallExpression(gmatch, [call.params[0]!, lua.createStringLiteral(characters)], node.expression),
        ];
    }
    return statements;
}

export const stringVisitors: Visitors = {
    [ts.SyntaxKind.CallExpression]: visitCall,
    [ts.SyntaxKind.ForOfStatement]: visitForOf,
};
