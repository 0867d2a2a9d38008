/**
 * A Map or Set that is only asked and filled is a plain table: `counts.set(key, n)` becomes `counts[key] = n`. What is
 * iterated, counted or handed on keeps the order of insertion, which a table has not.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformOrderedExpressions } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { transformIdentifier } from "typescript-to-lua/dist/transformation/visitors/identifier.js";
import { clone } from "../lua/syntax.ts";
import { referencesIn } from "../references.ts";
import { isAlways, mayBeNil } from "../union-parts.ts";

type Kind = "Map" | "Set";

/** Plain tables of a file, by the variable that alone stands for each. */
const known = new WeakMap<ts.SourceFile, ReadonlyMap<ts.Symbol, Kind>>();

function dictionariesOf(file: ts.SourceFile, checker: ts.TypeChecker): ReadonlyMap<ts.Symbol, Kind> {
    let found = known.get(file);
    if (!found) known.set(file, (found = findDictionaries(file, checker)));
    return found;
}

function findDictionaries(file: ts.SourceFile, checker: ts.TypeChecker): ReadonlyMap<ts.Symbol, Kind> {
    const found = new Map<ts.Symbol, Kind>();
    const collect = (node: ts.Node): void => {
        if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
            const kind = readDeclaration(node, checker);
            const symbol = kind && checker.getSymbolAtLocation(node.name);
            if (symbol) found.set(symbol, kind);
        }
        ts.forEachChild(node, collect);
    };
    collect(file);
    for (const [symbol, references] of referencesIn(file, new Set(found.keys()), checker)) {
        const kind = found.get(symbol)!;
        if (!references.every((reference) => isPlainUse(reference, kind))) found.delete(symbol);
    }
    return found;
}

/** `const x = new Map<string, T>()` that no other file sees. */
function readDeclaration(node: ts.VariableDeclaration, checker: ts.TypeChecker): Kind | undefined {
    const { initializer } = node;
    if (!initializer || !ts.isNewExpression(initializer) || !ts.isIdentifier(initializer.expression)) return undefined;
    const kind = initializer.expression.text;
    if (kind !== "Map" && kind !== "Set") return undefined;
    const declaration = checker.getSymbolAtLocation(initializer.expression)?.declarations?.[0];
    if (!declaration?.getSourceFile().isDeclarationFile) return undefined;
    if ((ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) === 0) return undefined;
    if ((ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0) return undefined;
    const argument = initializer.arguments?.[0];
    if (argument && !readEntries(argument, kind) && !(kind === "Set" && isList(argument, checker))) return undefined;
    const type = checker.getTypeAtLocation(node.name);
    const [key, value] = checker.getTypeArguments(type as ts.TypeReference);
    if (!key || !isKey(key)) return undefined;
    return kind === "Set" || (value && !mayBeNil(value)) ? kind : undefined;
}

/** The keys and values of a literal. */
function readEntries(argument: ts.Expression, kind: Kind): [ts.Expression, ts.Expression?][] | undefined {
    if (!ts.isArrayLiteralExpression(argument)) return undefined;
    const entries: [ts.Expression, ts.Expression?][] = [];
    for (const element of argument.elements) {
        if (kind === "Set") {
            if (!ts.isStringLiteralLike(element)) return undefined;
            entries.push([element]);
        } else {
            if (!ts.isArrayLiteralExpression(element) || element.elements.length !== 2) return undefined;
            const [key, value] = element.elements;
            if (!ts.isStringLiteralLike(key!) || ts.isSpreadElement(value!)) return undefined;
            entries.push([key, value!]);
        }
    }
    return entries;
}

/** Elements of a list may be the members of a set. */
function isList(argument: ts.Expression, checker: ts.TypeChecker): boolean {
    const type = checker.getTypeAtLocation(argument);
    return checker.isArrayType(type) && !ts.isSpreadElement(argument);
}

/** What may be a key of a Lua table: a number may be NaN, which may not, and undefined neither. */
function isKey(type: ts.Type): boolean {
    const allowed =
        ts.TypeFlags.StringLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Object | ts.TypeFlags.ESSymbolLike;
    return isAlways(type, allowed);
}

const asking: Record<Kind, ReadonlySet<string>> = { Map: new Set(["get", "has"]), Set: new Set(["has"]) };
const writing: Record<Kind, ReadonlySet<string>> = { Map: new Set(["set", "delete"]), Set: new Set(["add", "delete"]) };

/** `x.get(key)`, or `x.set(key, value)` whose result nobody wants. */
function isPlainUse(node: ts.Identifier, kind: Kind): boolean {
    const access = node.parent;
    if (!ts.isPropertyAccessExpression(access) || access.expression !== node || access.questionDotToken) return false;
    const call = access.parent;
    if (!ts.isCallExpression(call) || call.expression !== access || call.questionDotToken) return false;
    if (call.arguments.some(ts.isSpreadElement)) return false;
    const name = access.name.text;
    if (asking[kind].has(name)) return call.arguments.length === 1;
    if (!writing[kind].has(name) || call.arguments.length !== (name === "set" ? 2 : 1)) return false;
    return isUnused(call);
}

/** Whether nobody wants the value: a statement of its own, or all that a callback does. */
function isUnused(call: ts.CallExpression): boolean {
    return ts.isExpressionStatement(call.parent);
}

function visitNew(node: ts.NewExpression, context: TransformationContext): lua.Expression {
    const declaration = node.parent;
    if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) {
        return context.superTransformExpression(node);
    }
    const symbol = context.checker.getSymbolAtLocation(declaration.name);
    const kind = symbol && dictionariesOf(node.getSourceFile(), context.checker).get(symbol);
    if (!kind) return context.superTransformExpression(node);
    const argument = node.arguments?.[0];
    const entries = argument ? readEntries(argument, kind) : [];
    if (!entries) return fillSet(argument!, context);
    return lua.createTableExpression(
        entries.map(([key, value]) =>
            lua.createTableFieldExpression(
                value ? context.transformExpression(value) : lua.createBooleanLiteral(true),
                context.transformExpression(key),
                key,
            ),
        ),
        node,
    );
}

/** `local set = {}`, and a loop that puts the elements of a list into it. */
function fillSet(list: ts.Expression, context: TransformationContext): lua.Expression {
    const set = lua.createIdentifier(context.createTempName("set"), list);
    const item = lua.createIdentifier(context.createTempName("value"), list);
    const elements = lua.createCallExpression(
        lua.createIdentifier("ipairs"),
        [context.transformExpression(list)],
        list,
    );
    const field = lua.createTableIndexExpression(clone(set), clone(item));
    const fill = lua.createAssignmentStatement(field, lua.createBooleanLiteral(true), list);
    context.addPrecedingStatements([
        lua.createVariableDeclarationStatement(set, lua.createTableExpression(), list),
        lua.createForInStatement(lua.createBlock([fill]), [lua.createAnonymousIdentifier(), item], [elements], list),
    ]);
    return clone(set);
}

interface Use {
    name: string;
    variable: ts.Identifier;
}

function readUse(node: ts.CallExpression, context: TransformationContext): Use | undefined {
    const access = node.expression;
    if (!ts.isPropertyAccessExpression(access) || !ts.isIdentifier(access.expression)) return undefined;
    if (ts.getOriginalNode(node) !== node) return undefined;
    const symbol = context.checker.getSymbolAtLocation(access.expression);
    const kind = symbol && dictionariesOf(node.getSourceFile(), context.checker).get(symbol);
    return kind && { name: access.name.text, variable: access.expression };
}

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const use = readUse(node, context);
    if (!use || (use.name !== "get" && use.name !== "has")) return context.superTransformExpression(node);
    const key = context.transformExpression(node.arguments[0]!);
    const field = lua.createTableIndexExpression(transformIdentifier(context, use.variable), key, node);
    if (use.name === "get") return field;
    return lua.createBinaryExpression(field, lua.createNilLiteral(), lua.SyntaxKind.InequalityOperator, node);
}

function visitStatement(node: ts.ExpressionStatement, context: TransformationContext): lua.Statement[] {
    const call = node.expression;
    const use = ts.isCallExpression(call) ? readUse(call, context) : undefined;
    if (!use || !ts.isCallExpression(call) || use.name === "get" || use.name === "has") {
        return context.superTransformStatements(node);
    }
    const [key, value] = transformOrderedExpressions(context, call.arguments);
    const field = lua.createTableIndexExpression(transformIdentifier(context, use.variable), key!, call);
    const stored = use.name === "delete" ? lua.createNilLiteral() : (value ?? lua.createBooleanLiteral(true));
    return [lua.createAssignmentStatement(field, stored, node)];
}

export const dictionaryVisitors: Visitors = {
    [ts.SyntaxKind.NewExpression]: { transform: visitNew, priority: 30 },
    [ts.SyntaxKind.CallExpression]: { transform: visitCall, priority: 40 },
    [ts.SyntaxKind.ExpressionStatement]: { transform: visitStatement, priority: 30 },
};
