/**
 * Patterns in patterns: `({ retry: { count = 3 } = {} }) => ...`. TypeScriptToLua forgets the inner pattern's own default
 * and looks inner tables up once for each name.
 */
import { createRequire } from "node:module";
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext } from "typescript-to-lua";
import { addExportToIdentifier } from "typescript-to-lua/dist/transformation/utils/export.js";
import {
    createLocalOrExportedOrGlobalDeclaration,
    wrapInTable,
} from "typescript-to-lua/dist/transformation/utils/lua-ast.js";
import { transformLuaLibFunction } from "typescript-to-lua/dist/transformation/utils/lualib.js";
import { transformInPrecedingStatementScope } from "typescript-to-lua/dist/transformation/utils/preceding-statements.js";
import {
    moveToPrecedingTemp,
    transformExpressionList,
} from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { transformIdentifier } from "typescript-to-lua/dist/transformation/visitors/identifier.js";
import { isArrayType, isStringType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { isMultiReturnCall } from "typescript-to-lua/dist/transformation/visitors/language-extensions/multi.js";
import { transformPropertyName } from "typescript-to-lua/dist/transformation/visitors/literal.js";
import type * as declarations from "typescript-to-lua/dist/transformation/visitors/variable-declaration.js";
import { callOf, lengthOf } from "../lua/expressions.ts";
import type { Identifier } from "../lua/syntax.ts";
import { referencesIn } from "../references.ts";
import { defaultSetFor, isNeverFalse } from "./defaults.ts";
import { isList } from "./iteration.ts";
import { nameOfType } from "./temporary.ts";

type TransformPattern = (
    context: TransformationContext,
    pattern: ts.BindingPattern,
    table: lua.Identifier,
) => lua.Statement[];

const require = createRequire(import.meta.url);
const transpiler = require("typescript-to-lua/dist/transformation/visitors/variable-declaration.js") as {
    -readonly [K in keyof typeof declarations]: (typeof declarations)[K];
};
const transformPlainPattern = transpiler.transformBindingPattern as TransformPattern;

// Parameters and loops take patterns apart through this function of the transpiler, which no visitor reaches.
transpiler.transformBindingPattern = transformPattern as typeof transpiler.transformBindingPattern;

export function transformDeclaration(
    context: TransformationContext,
    declaration: ts.VariableDeclaration,
): lua.Statement[] {
    const { name, initializer } = declaration;
    if (ts.isIdentifier(name) || !initializer) return transpiler.transformVariableDeclaration(context, declaration);
    const isIterated =
        ts.isArrayBindingPattern(name) &&
        !isMultiReturnCall(context, initializer) &&
        !isList(context.checker.getTypeAtLocation(initializer), context);
    const isTable = isIterated || needsOwn(context, name) || isTaken(name, initializer, context);
    if (!isTable && ts.isArrayBindingPattern(name) && !hasRest(name) && name.elements.length > 0) {
        return transformValues(context, name, initializer);
    }
    if (!isTable) {
        const statements = transpiler.transformVariableDeclaration(context, declaration);
        if (ts.isAwaitExpression(initializer)) nameAwaited(statements[0], initializer, context);
        return placeFields(statements, name, context);
    }
    let value = context.transformExpression(initializer);
    if (isMultiReturnCall(context, initializer)) value = wrapInTable(value);
    else if (isIterated) {
        value = callOf("__TS__ArrayFrom", [value], initializer);
    }
    const { precedingStatements, result } = transformInPrecedingStatementScope(context, () =>
        moveToPrecedingTemp(context, value, initializer),
    );
    if (lua.isIdentifier(result)) return [...precedingStatements, ...transformPattern(context, name, result)];
    // A literal stays in its place; `"abc".length` would not be Lua.
    const held = lua.createIdentifier("____whole");
    return [
        ...precedingStatements,
        lua.createVariableDeclarationStatement(held, result, initializer),
        ...transformPattern(context, name, held),
    ];
}

/** `local response = await(request)` is named by its type: by itself the transpiler calls it the result of `await`. */
function nameAwaited(first: lua.Statement | undefined, value: ts.Expression, context: TransformationContext): void {
    if (!first || !lua.isVariableDeclarationStatement(first) || !first.left[0]?.text.startsWith("____")) return;
    const name = nameOfType(context.checker.getTypeAtLocation(value));
    if (name !== undefined) first.left[0].originalName = name;
}

/** `const [a, b = 1] = f()` of a function with several results, or of a literal; a default is evaluated only if needed. */
function transformValues(
    context: TransformationContext,
    pattern: ts.ArrayBindingPattern,
    initializer: ts.Expression,
): lua.Statement[] {
    const names = pattern.elements.map((element) =>
        ts.isOmittedExpression(element)
            ? lua.createAnonymousIdentifier(element)
            : transformIdentifier(context, element.name as ts.Identifier),
    );
    const values = ts.isArrayLiteralExpression(initializer)
        ? transformExpressionList(context, initializer.elements)
        : [context.transformExpression(initializer)];
    const defaults = pattern.elements.flatMap((element, index) =>
        ts.isOmittedExpression(element)
            ? []
            : defaultOf(context, element, addExportToIdentifier(context, names[index]!)),
    );
    const right = values.length === 0 ? lua.createNilLiteral() : values;
    return [...createLocalOrExportedOrGlobalDeclaration(context, names, right, initializer), ...defaults];
}

function hasRest(pattern: ts.BindingPattern): boolean {
    return [...pattern.elements].some((each) => ts.isBindingElement(each) && each.dotDotDotToken !== undefined);
}

/** `const [a, b] = pair`: two reads of the table cost less than a call of unpack. */
function isTaken(pattern: ts.BindingPattern, initializer: ts.Expression, context: TransformationContext): boolean {
    if (!ts.isArrayBindingPattern(pattern) || pattern.elements.length === 0 || pattern.elements.length > 4)
        return false;
    if (ts.isArrayLiteralExpression(initializer) || isMultiReturnCall(context, initializer)) return false;
    return !hasRest(pattern);
}

function needsOwn(context: TransformationContext, pattern: ts.BindingPattern): boolean {
    if (hasInnerPattern(pattern)) return true;
    if (!pattern.elements.some((element) => ts.isBindingElement(element) && isLength(element))) return false;
    return isMeasured(context, pattern);
}

function isLength({ propertyName, name }: ts.BindingElement): boolean {
    const key = propertyName ?? name;
    return ts.isIdentifier(key) && key.text === "length";
}

/** Whether the length of what is taken apart is Lua's `#`. */
function isMeasured(context: TransformationContext, pattern: ts.BindingPattern): boolean {
    if (!ts.isObjectBindingPattern(pattern)) return false;
    const { parent } = pattern;
    const source =
        (ts.isVariableDeclaration(parent) && parent.initializer) || (ts.isParameter(parent) ? parent : pattern);
    const type = context.checker.getTypeAtLocation(source);
    return isArrayType(context, type) || isStringType(context, type);
}

function hasInnerPattern(pattern: ts.BindingPattern): boolean {
    return pattern.elements.some((element) => ts.isBindingElement(element) && !ts.isIdentifier(element.name));
}

function transformPattern(
    context: TransformationContext,
    pattern: ts.BindingPattern,
    table: lua.Identifier,
): lua.Statement[] {
    return placeFields(
        needsOwn(context, pattern)
            ? transformElements(context, pattern, table)
            : transformPlainPattern(context, pattern, table),
        pattern,
        context,
    );
}

/**
 * `local x = t.x; if x == nil then x = 5 end` -> `local x = t.x or 5` where x is never false. The linker learns which variables
 * are fields.
 */
function placeFields(
    statements: readonly lua.Statement[],
    pattern: ts.BindingPattern,
    context: TransformationContext,
): lua.Statement[] {
    const placed: lua.Statement[] = [];
    for (const statement of statements) {
        if (isLeftOut(statement, pattern, context)) continue;
        const declared = placed.at(-1);
        const field = declared && declaredField(declared);
        const value = field && defaultSetFor(field.text, statement);
        const element = value && elementNamed(field.text, pattern, context);
        if (element && isNeverFalse(element, context)) {
            const declaration = declared as lua.VariableDeclarationStatement;
            const [read] = declaration.right!;
            declaration.right = [lua.createBinaryExpression(read!, value, lua.SyntaxKind.OrOperator, element)];
        } else placed.push(statement);
        const added = declaredField(statement);
        if (added && ts.isObjectBindingPattern(pattern)) added.isField = true;
    }
    return placed;
}

/** `x` of `{ x, ...others }` that nobody reads: it stands there so that it is not among the others. */
function isLeftOut(statement: lua.Statement, pattern: ts.BindingPattern, context: TransformationContext): boolean {
    if (!ts.isObjectBindingPattern(pattern) || !hasRest(pattern)) return false;
    const field = declaredField(statement);
    const element = field && elementNamed(field.text, pattern, context);
    const symbol = element?.initializer ? undefined : element && context.checker.getSymbolAtLocation(element.name);
    return (
        symbol !== undefined && !referencesIn(pattern.getSourceFile(), new Set([symbol]), context.checker).has(symbol)
    );
}

/** `x` of `local x = t.key` */
function declaredField(statement: lua.Statement): Identifier | undefined {
    if (!lua.isVariableDeclarationStatement(statement) || statement.left.length !== 1) return undefined;
    const [name] = statement.left;
    const [value] = statement.right ?? [];
    return value && lua.isTableIndexExpression(value) && !name!.text.startsWith("____") ? name : undefined;
}

function elementNamed(
    name: string,
    pattern: ts.BindingPattern,
    context: TransformationContext,
): ts.BindingElement | undefined {
    return [...pattern.elements].filter(ts.isBindingElement).find((element) => {
        return ts.isIdentifier(element.name) && transformIdentifier(context, element.name).text === name;
    });
}

/** As the transpiler's own function does it, with inner patterns' defaults and lengths. */
function transformElements(
    context: TransformationContext,
    pattern: ts.BindingPattern,
    table: lua.Identifier,
): lua.Statement[] {
    const measured = isMeasured(context, pattern);
    return pattern.elements.flatMap((element, index): lua.Statement[] => {
        if (ts.isOmittedExpression(element)) return [];
        if (element.dotDotDotToken) return restOf(context, pattern, element, index, table);
        const key = transformInPrecedingStatementScope(context, () =>
            ts.isArrayBindingPattern(pattern)
                ? lua.createNumericLiteral(index + 1)
                : transformPropertyName(context, element.propertyName ?? (element.name as ts.Identifier)),
        );
        const member =
            measured && isLength(element)
                ? lengthOf(lua.cloneIdentifier(table), element)
                : lua.createTableIndexExpression(lua.cloneIdentifier(table), key.result, element);
        if (ts.isIdentifier(element.name)) {
            const name = transformIdentifier(context, element.name);
            return [
                ...key.precedingStatements,
                ...createLocalOrExportedOrGlobalDeclaration(context, name, member),
                ...defaultOf(context, element, addExportToIdentifier(context, name)),
            ];
        }
        const word = element.propertyName && ts.isIdentifier(element.propertyName) ? element.propertyName.text : "item";
        const inner = lua.createIdentifier(`____${word}`);
        return [
            ...key.precedingStatements,
            lua.createVariableDeclarationStatement(inner, member, element),
            ...defaultOf(context, element, lua.cloneIdentifier(inner)),
            ...transformPattern(context, element.name, inner),
        ];
    });
}

/** `if x == nil then x = default end` */
function defaultOf(
    context: TransformationContext,
    { initializer }: ts.BindingElement,
    variable: lua.AssignmentLeftHandSideExpression,
): lua.Statement[] {
    if (!initializer) return [];
    const { precedingStatements, result } = transformInPrecedingStatementScope(context, () =>
        context.transformExpression(initializer),
    );
    const isNil = lua.createBinaryExpression(variable, lua.createNilLiteral(), lua.SyntaxKind.EqualityOperator);
    const assignment = lua.createAssignmentStatement(variable, result);
    return [
        lua.createIfStatement(isNil, lua.createBlock([...precedingStatements, assignment]), undefined, initializer),
    ];
}

function restOf(
    context: TransformationContext,
    pattern: ts.BindingPattern,
    element: ts.BindingElement,
    index: number,
    table: lua.Identifier,
): lua.Statement[] {
    const name = transformIdentifier(context, element.name as ts.Identifier);
    const whole = lua.cloneIdentifier(table);
    if (ts.isArrayBindingPattern(pattern)) {
        const from = lua.createNumericLiteral(index);
        const slice = transformLuaLibFunction(context, lua.LuaLibFeature.ArraySlice, undefined, whole, from);
        return createLocalOrExportedOrGlobalDeclaration(context, name, slice);
    }
    const taken = pattern.elements.flatMap((other) => {
        if (other.dotDotDotToken) return [];
        const key = other.propertyName ?? (other.name as ts.Identifier);
        const isTrue = lua.createBooleanLiteral(true);
        return [lua.createTableFieldExpression(isTrue, transformPropertyName(context, key))];
    });
    const excluded = lua.createTableExpression(taken);
    const rest = transformLuaLibFunction(context, lua.LuaLibFeature.ObjectRest, undefined, whole, excluded);
    return createLocalOrExportedOrGlobalDeclaration(context, name, rest);
}
