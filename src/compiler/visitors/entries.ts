/** Loops over what JavaScript would first make a list of: `Object.entries(record)` and `list.entries()`. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { isArrayType } from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { transformIdentifier } from "typescript-to-lua/dist/transformation/visitors/identifier.js";
import { transformLoopBody } from "typescript-to-lua/dist/transformation/visitors/loops/utils.js";
import { callOf, minusOne } from "../lua/expressions.ts";
import { clone } from "../lua/syntax.ts";
import { keepsSize } from "./growth.ts";
import { loopBody } from "./jumps.ts";
import { isAssigned } from "./loop.ts";
import { countFromOne, countUses } from "./positions.ts";
import { temporary } from "./temporary.ts";

/** The names that a loop declares: one, or those of `const [key, value]`. */
function declaredNames(node: ts.ForOfStatement): readonly (ts.Identifier | undefined)[] | undefined {
    const list = node.initializer;
    if (!ts.isVariableDeclarationList(list) || (list.flags & ts.NodeFlags.BlockScoped) === 0) return undefined;
    const name = list.declarations[0]?.name;
    if (!name) return undefined;
    if (ts.isIdentifier(name)) return [name];
    if (!ts.isArrayBindingPattern(name) || name.elements.length > 2) return undefined;
    const names = name.elements.map((element) => {
        if (ts.isOmittedExpression(element)) return undefined;
        return ts.isIdentifier(element.name) && !element.initializer && !element.dotDotDotToken ? element.name : null;
    });
    return names.includes(null) ? undefined : (names as (ts.Identifier | undefined)[]);
}

const isPattern = (node: ts.ForOfStatement) =>
    ts.isVariableDeclarationList(node.initializer) &&
    !ts.isIdentifier(node.initializer.declarations[0]?.name ?? node.initializer);

/** `Object.entries(record)` and its like, where the record cannot get keys meanwhile. */
function visitRecord(node: ts.ForOfStatement, context: TransformationContext): lua.Statement | undefined {
    const call = node.expression;
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
    const { expression: owner, name } = call.expression;
    const [record, more] = call.arguments;
    if (!ts.isIdentifier(owner) || owner.text !== "Object" || !record || more || ts.isSpreadElement(record)) return;
    const names = declaredNames(node);
    if (!names || isPattern(node) !== (name.text === "entries")) return undefined;
    if (isArrayType(context, context.checker.getTypeAtLocation(record))) return undefined;
    if (!keepsSize(node.statement, record, context)) return undefined;
    const [first, second] = names.map((each) => each && transformIdentifier(context, each));
    let variables: lua.Identifier[];
    if (name.text === "entries") {
        variables = [first ?? lua.createAnonymousIdentifier(), ...(second ? [second] : [])];
    } else if (name.text === "keys") variables = [first!];
    else if (name.text === "values") variables = [lua.createAnonymousIdentifier(), first!];
    else return undefined;
    const table = context.transformExpression(record);
    const body = lua.createBlock(loopBody(transformLoopBody(context, node)));
    const pairs = callOf("pairs", [table], call);
    return lua.createForInStatement(body, variables, [pairs], node);
}

/** `for (const [index, value] of list.entries())`: as live as ipairs is. */
function visitList(node: ts.ForOfStatement, context: TransformationContext): lua.Statement | undefined {
    const call = node.expression;
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
    const { expression: list, name } = call.expression;
    if (name.text !== "entries" || call.arguments.length > 0 || ts.isOptionalChain(call)) return undefined;
    if (!isArrayType(context, context.checker.getTypeAtLocation(list)) || !isPattern(node)) return undefined;
    const names = declaredNames(node);
    if (!names) return undefined;
    const [index, value] = names.map((each) => each && transformIdentifier(context, each));
    const position = temporary(context, "i", node);
    const elements = context.transformExpression(list);
    const body = lua.createBlock(loopBody(transformLoopBody(context, node)));
    const uses = index && !isChanged(names[0]!, node, context) ? countUses(body, index.text) : undefined;
    // As it is, where it costs no more than a variable does.
    if (index && uses && uses.others <= 1) countFromOne(body, index.text, position);
    else if (index) {
        body.statements.unshift(lua.createVariableDeclarationStatement(index, minusOne(clone(position))));
    }
    const variables = [index ? position : lua.createAnonymousIdentifier(), ...(value ? [value] : [])];
    const ipairs = callOf("ipairs", [elements], call);
    return lua.createForInStatement(body, variables, [ipairs], node);
}

function isChanged(name: ts.Identifier, loop: ts.ForOfStatement, context: TransformationContext): boolean {
    const symbol = context.checker.getSymbolAtLocation(name);
    return symbol === undefined || isAssigned(symbol, loop.statement, context);
}

function visitForOf(node: ts.ForOfStatement, context: TransformationContext): lua.Statement[] {
    const loop = node.awaitModifier ? undefined : (visitRecord(node, context) ?? visitList(node, context));
    return loop ? [loop] : context.superTransformStatements(node);
}

export const entriesVisitors: Visitors = {
    [ts.SyntaxKind.ForOfStatement]: { transform: visitForOf, priority: 30 },
};
