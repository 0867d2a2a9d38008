/** What is in a list or a table: `list.includes(value)` is a comparison or a loop, as one writes it by hand. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { transformOrderedExpressions } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { callOf, equals } from "../lua/expressions.ts";
import { clone } from "../lua/syntax.ts";
import { isAlways } from "../union-parts.ts";
import { temporary } from "./temporary.ts";

/** More alternatives than this are a list, and read better as one. */
const MOST_ALTERNATIVES = 4;

/** JavaScript finds NaN in a list, Lua's `==` does not; and undefined is in no list of Lua's. */
function isComparable(node: ts.Expression, context: TransformationContext): boolean {
    const type = context.checker.getTypeAtLocation(node);
    const allowed =
        ts.TypeFlags.StringLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Object | ts.TypeFlags.NumberLiteral;
    return isAlways(type, allowed);
}

/** `["a", "b"].includes(x)` -> `x == "a" or x == "b"` */
function alternatives(
    list: ts.Expression,
    value: ts.Expression,
    context: TransformationContext,
): lua.Expression | undefined {
    if (!ts.isArrayLiteralExpression(list) || !ts.isIdentifier(value)) return undefined;
    const { elements } = list;
    if (elements.length === 0 || elements.length > MOST_ALTERNATIVES) return undefined;
    if (!elements.every((each) => ts.isStringLiteralLike(each) || ts.isNumericLiteral(each))) return undefined;
    return elements
        .map((each) => equals(context.transformExpression(value), context.transformExpression(each), value))
        .reduce((any, one) => lua.createBinaryExpression(any, one, lua.SyntaxKind.OrOperator, list));
}

/** `list.lastIndexOf(value)`; `Object.hasOwn(table, key)` and `table.hasOwnProperty(key)` -> `rawget(table, key) ~= nil` */
function asked(node: ts.CallExpression, context: TransformationContext): lua.Expression | undefined {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || ts.isOptionalChain(node)) return undefined;
    if (node.arguments.some(ts.isSpreadElement)) return undefined;
    const { expression, name } = callee;
    if (name.text === "lastIndexOf" && isArrayType(context, context.checker.getTypeAtLocation(expression))) {
        const values = transformOrderedExpressions(context, [expression, ...node.arguments]);
        return callOf("____array_last_index_of", values, node);
    }
    const isObject = ts.isIdentifier(expression) && expression.text === "Object";
    let parts: readonly ts.Expression[];
    if (name.text === "hasOwn" && isObject) parts = node.arguments;
    else if (name.text === "hasOwnProperty" && node.arguments.length === 1) parts = [expression, ...node.arguments];
    else return undefined;
    const held = callOf("rawget", transformOrderedExpressions(context, parts), node);
    return lua.createBinaryExpression(held, lua.createNilLiteral(), lua.SyntaxKind.InequalityOperator, node);
}

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const answer = asked(node, context);
    if (answer) return answer;
    const callee = node.expression;
    const [value, more] = node.arguments;
    const isMembership =
        ts.isPropertyAccessExpression(callee) &&
        callee.name.text === "includes" &&
        value !== undefined &&
        more === undefined &&
        !ts.isSpreadElement(value) &&
        !ts.isOptionalChain(node) &&
        ts.getOriginalNode(node) === node &&
        isArrayType(context, context.checker.getTypeAtLocation(callee.expression)) &&
        isComparable(value, context);
    if (!isMembership) return context.superTransformExpression(node);
    const comparison = alternatives(callee.expression, value, context);
    if (comparison) return comparison;
    // Outside functions it runs once, and the helper is shorter.
    if (!ts.findAncestor(node, ts.isFunctionLike)) return context.superTransformExpression(node);
    let [list, sought] = transformOrderedExpressions(context, [callee.expression, value]) as [
        lua.Expression,
        lua.Expression,
    ];
    if (!lua.isIdentifier(sought) && !lua.isLiteral(sought)) {
        const held = temporary(context, "sought", node);
        context.addPrecedingStatements(lua.createVariableDeclarationStatement(held, sought, value));
        sought = held;
    }
    const found = temporary(context, "found", node);
    const item = temporary(context, "value", node);
    const leave = lua.createBlock([
        lua.createAssignmentStatement(clone(found), lua.createBooleanLiteral(true)),
        lua.createBreakStatement(),
    ]);
    const body = lua.createBlock([lua.createIfStatement(equals(clone(item), clone(sought), node), leave)]);
    const ipairs = callOf("ipairs", [list], node);
    context.addPrecedingStatements([
        lua.createVariableDeclarationStatement(found, lua.createBooleanLiteral(false), node),
        lua.createForInStatement(body, [lua.createAnonymousIdentifier(), item], [ipairs], node),
    ]);
    return clone(found);
}

export const membershipVisitors: Visitors = {
    [ts.SyntaxKind.CallExpression]: { transform: visitCall, priority: 30 },
};
