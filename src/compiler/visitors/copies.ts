/**
 * `{ ...settings, port: 1 }` and `[...list, last]` in functions: a table that a loop fills, as one writes it by hand.
 * Elsewhere they run once, and the helpers are shorter.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isAlwaysArrayType, isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { transformOrderedExpressions } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { transformPropertyName } from "typescript-to-lua/dist/transformation/visitors/literal.js";
import { callOf, nextKey } from "../lua/expressions.ts";
import { clone } from "../lua/syntax.ts";
import { temporary } from "./temporary.ts";

/** More of them than this, and a call of the helper is easier to read. */
const MOST_SPREADS = 2;

function assignAt(table: lua.Identifier, key: lua.Expression, value: lua.Expression, node: ts.Node): lua.Statement {
    return lua.createAssignmentStatement(lua.createTableIndexExpression(clone(table), key), value, node);
}

// ---------------------------------------------------------------- lists

function visitArray(node: ts.ArrayLiteralExpression, context: TransformationContext): lua.Expression {
    const { elements } = node;
    const spreads = elements.filter(ts.isSpreadElement);
    const isCopy =
        spreads.length > 0 &&
        spreads.length <= MOST_SPREADS &&
        ts.findAncestor(node, ts.isFunctionLike) !== undefined &&
        !elements.some(ts.isOmittedExpression) &&
        spreads.every((each) => isPlainList(each.expression, context));
    if (!isCopy) return context.superTransformExpression(node);
    const values = transformOrderedExpressions(
        context,
        elements.map((each) => (ts.isSpreadElement(each) ? each.expression : each)),
    );
    const list = temporary(context, "copy", node);
    const first = elements.findIndex(ts.isSpreadElement);
    const start = values.slice(0, first).map((value) => lua.createTableFieldExpression(value));
    const statements: lua.Statement[] = [
        lua.createVariableDeclarationStatement(list, lua.createTableExpression(start), node),
    ];
    elements.forEach((element, index) => {
        const value = values[index]!;
        if (index < first) return;
        if (!ts.isSpreadElement(element)) {
            statements.push(assignAt(list, nextKey(clone(list)), value, element));
            return;
        }
        const item = temporary(context, "value", element);
        const isFirst = index === 0;
        const position = isFirst ? temporary(context, "i", element) : lua.createAnonymousIdentifier();
        const fill = assignAt(list, isFirst ? clone(position) : nextKey(clone(list)), clone(item), element);
        const ipairs = callOf("ipairs", [value], element);
        statements.push(lua.createForInStatement(lua.createBlock([fill]), [position, item], [ipairs], element));
    });
    context.addPrecedingStatements(statements);
    return clone(list);
}

/** A list whose elements Lua does not spread by itself, as it does what a call returns. */
function isPlainList(node: ts.Expression, context: TransformationContext): boolean {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
    const declaration = context.checker.getSymbolAtLocation(node)?.valueDeclaration;
    if (declaration && ts.isParameter(declaration) && declaration.dotDotDotToken) return false;
    return isAlwaysArrayType(context, context.checker.getTypeAtLocation(node));
}

// ---------------------------------------------------------------- objects

function visitObject(node: ts.ObjectLiteralExpression, context: TransformationContext): lua.Expression {
    const { properties } = node;
    const spreads = properties.filter(ts.isSpreadAssignment);
    const isCopy =
        spreads.length > 0 &&
        spreads.length <= MOST_SPREADS &&
        ts.findAncestor(node, ts.isFunctionLike) !== undefined &&
        properties.every(isPlainProperty) &&
        spreads.every((each) => isPlainTable(each.expression, context));
    if (!isCopy) return context.superTransformExpression(node);
    const values = transformOrderedExpressions(
        context,
        properties.map((each) =>
            ts.isSpreadAssignment(each)
                ? each.expression
                : ts.isPropertyAssignment(each)
                  ? each.initializer
                  : (each as ts.ShorthandPropertyAssignment).name,
        ),
    );
    const keyOf = (property: ts.ObjectLiteralElementLike) => transformPropertyName(context, property.name!);
    const table = temporary(context, "copy", node);
    const first = properties.findIndex(ts.isSpreadAssignment);
    const start = properties
        .slice(0, first)
        .map((property, index) => lua.createTableFieldExpression(values[index]!, keyOf(property), property));
    const statements: lua.Statement[] = [
        lua.createVariableDeclarationStatement(table, lua.createTableExpression(start), node),
    ];
    properties.forEach((property, index) => {
        const value = values[index]!;
        if (index < first) return;
        if (!ts.isSpreadAssignment(property)) {
            statements.push(assignAt(table, keyOf(property), value, property));
            return;
        }
        const key = temporary(context, "key", property);
        const item = temporary(context, "value", property);
        const fill = assignAt(table, clone(key), clone(item), property);
        const pairs = callOf("pairs", [value], property);
        statements.push(lua.createForInStatement(lua.createBlock([fill]), [key, item], [pairs], property));
    });
    context.addPrecedingStatements(statements);
    return clone(table);
}

function isPlainProperty(property: ts.ObjectLiteralElementLike): boolean {
    if (ts.isSpreadAssignment(property)) return true;
    if (ts.isShorthandPropertyAssignment(property)) return true;
    return ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name);
}

/** A table for certain, and none that is a list. */
function isPlainTable(node: ts.Expression, context: TransformationContext): boolean {
    const type = context.checker.getTypeAtLocation(node);
    if ((type.flags & ts.TypeFlags.Object) === 0 || isArrayType(context, type)) return false;
    return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
}

export const copyVisitors: Visitors = {
    [ts.SyntaxKind.ArrayLiteralExpression]: { transform: visitArray, priority: 30 },
    [ts.SyntaxKind.ObjectLiteralExpression]: { transform: visitObject, priority: 30 },
};
