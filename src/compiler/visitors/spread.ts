/**
 * `[a, ...list]` and `list.push(...other)`. TypeScriptToLua unpacks the lists, and Lua 5.1 and LuaJIT unpack no more than some
 * 8000 elements; of an iterable it pushes the first alone.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { getIterableExtensionKindForNode } from "typescript-to-lua/dist/transformation/utils/language-extensions.js";
import { isAlwaysArrayType, isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { transformOrderedExpressions } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { isMultiReturnCall } from "typescript-to-lua/dist/transformation/visitors/language-extensions/multi.js";
import { isOptimizedVarArgSpread } from "typescript-to-lua/dist/transformation/visitors/spread.js";
import { callOf } from "../lua/expressions.ts";

/** What is written `...` or as a call in Lua too: Lua itself spreads it, at the end of a list. */
function isSpreadByLua(context: TransformationContext, { expression }: ts.SpreadElement): boolean {
    let inner = expression;
    while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner) || ts.isNonNullExpression(inner)) {
        inner = inner.expression;
    }
    if (isMultiReturnCall(context, inner)) return true;
    if (!ts.isIdentifier(inner)) return false;
    const symbol = context.checker.getSymbolAtLocation(inner);
    return symbol !== undefined && (isOptimizedVarArgSpread(context, symbol, inner) ?? false);
}

function spreadsLists(context: TransformationContext, elements: readonly ts.Expression[]): boolean {
    const spreads = elements.filter(ts.isSpreadElement);
    if (spreads.some((each) => getIterableExtensionKindForNode(context, each.expression) !== undefined)) return false;
    return spreads.some((each, index) => !isSpreadByLua(context, each) || index < spreads.length - 1);
}

/** Tables that hold the elements one after the other. */
function transformLists(context: TransformationContext, elements: readonly ts.Expression[]): lua.Expression[] {
    const values = transformOrderedExpressions(
        context,
        elements.map((each) => (ts.isSpreadElement(each) && !isSpreadByLua(context, each) ? each.expression : each)),
    );
    const lists: lua.Expression[] = [];
    let open: lua.TableFieldExpression[] = [];
    const close = () => {
        if (open.length > 0) lists.push(lua.createTableExpression(open));
        open = [];
    };
    elements.forEach((element, index) => {
        const value = values[index]!;
        if (!ts.isSpreadElement(element)) {
            open.push(lua.createTableFieldExpression(value));
        } else if (isSpreadByLua(context, element)) {
            open.push(lua.createTableFieldExpression(value));
            close();
        } else {
            close();
            const isList = isAlwaysArrayType(context, context.checker.getTypeAtLocation(element.expression));
            lists.push(isList ? value : callOf("__TS__ArrayFrom", [value], element));
        }
    });
    close();
    return lists;
}

function visitArray(node: ts.ArrayLiteralExpression, context: TransformationContext): lua.Expression {
    const { elements } = node;
    if (elements.some(ts.isOmittedExpression) || !spreadsLists(context, elements)) {
        return context.superTransformExpression(node);
    }
    const lists = transformLists(context, elements);
    const [only] = lists;
    const isNew = only !== undefined && lua.isCallExpression(only) && elements.length === 1 && isFrom(only);
    return lists.length === 1 && isNew ? only : callOf("array_of", lists, node);
}

function isFrom({ expression }: lua.CallExpression): boolean {
    return lua.isIdentifier(expression) && expression.text === "__TS__ArrayFrom";
}

function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const callee = node.expression;
    const isPush = ts.isPropertyAccessExpression(callee) && callee.name.text === "push" && !ts.isOptionalChain(node);
    if (!isPush || !isArrayType(context, context.checker.getTypeAtLocation(callee.expression))) {
        return context.superTransformExpression(node);
    }
    if (!spreadsLists(context, node.arguments)) return context.superTransformExpression(node);
    const list = context.transformExpression(callee.expression);
    return callOf("array_append", [list, ...transformLists(context, node.arguments)], node);
}

export const spreadVisitors: Visitors = {
    [ts.SyntaxKind.ArrayLiteralExpression]: visitArray,
    [ts.SyntaxKind.CallExpression]: visitCall,
};
