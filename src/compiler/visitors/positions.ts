/** JavaScript counts elements from 0 and Lua from 1: a loop whose variable is mostly a position counts as Lua does. */
import * as lua from "typescript-to-lua";
import { besideOne, minusOne, plusOne } from "../lua/expressions.ts";
import { children, clone, holds, replaceBelow } from "../lua/syntax.ts";

function isVariable(node: lua.Node, name: string): boolean {
    return lua.isIdentifier(node) && node.text === name;
}

/** `i + 1` */
function isPosition(node: lua.Node, name: string): boolean {
    const before = besideOne(node, lua.SyntaxKind.AdditionOperator);
    return before !== undefined && isVariable(before, name);
}

const comparisons = new Set<lua.SyntaxKind>([
    lua.SyntaxKind.EqualityOperator,
    lua.SyntaxKind.InequalityOperator,
    lua.SyntaxKind.LessThanOperator,
    lua.SyntaxKind.LessEqualOperator,
    lua.SyntaxKind.GreaterThanOperator,
    lua.SyntaxKind.GreaterEqualOperator,
]);

/** `i > 0`, which is as good with another number. */
function isComparison(node: lua.Node, name: string): boolean {
    if (!lua.isBinaryExpression(node) || !comparisons.has(node.operator)) return false;
    return isVariable(node.left, name) && lua.isNumericLiteral(node.right);
}

interface Uses {
    /** `i + 1`: cheaper from 1 on. */
    positions: number;
    /** `i > 0` */
    comparisons: number;
    /** Dearer from 1 on. */
    others: number;
}

/** How a variable is used; undefined where another one has its name. */
export function countUses(block: lua.Block, name: string): Uses | undefined {
    const uses: Uses = { positions: 0, comparisons: 0, others: 0 };
    let isHidden = false;
    const visit = (node: lua.Node): void => {
        if (isPosition(node, name)) uses.positions++;
        else if (isComparison(node, name)) uses.comparisons++;
        else if (isVariable(node, name)) uses.others++;
        else {
            isHidden ||= declared(node).some(({ text }) => text === name);
            for (const child of children(node)) visit(child);
        }
    };
    visit(block);
    return isHidden ? undefined : uses;
}

/** Variables that a node makes. */
function declared(node: lua.Node): readonly lua.Identifier[] {
    if (lua.isVariableDeclarationStatement(node)) return node.left;
    if (lua.isFunctionExpression(node)) return node.params ?? [];
    if (lua.isForInStatement(node)) return node.names;
    return lua.isForStatement(node) ? [node.controlVariable] : [];
}

/** Whether a variable of this name is made below, which would hide the one that is meant. */
export function declares(node: lua.Node, name: string): boolean {
    return holds(node, (inner) => declared(inner).some(({ text }) => text === name));
}

/** Lets the block work with `position`, which is greater by one than the variable that it knows. */
export function countFromOne(block: lua.Block, name: string, position: lua.Identifier): void {
    const isShifted = (node: lua.Expression): boolean => {
        const after = besideOne(node, lua.SyntaxKind.SubtractionOperator);
        return after !== undefined && isVariable(after, position.text);
    };
    replaceBelow(block, (node) => {
        if (isVariable(node, name)) return minusOne(clone(position));
        if (!lua.isBinaryExpression(node)) return node;
        const left = lua.isParenthesizedExpression(node.left) ? node.left.expression : node.left;
        if (!isShifted(left) || !lua.isNumericLiteral(node.right)) return node;
        if (besideOne(node, lua.SyntaxKind.AdditionOperator)) return clone(position);
        if (!comparisons.has(node.operator)) return node;
        const limit = lua.createNumericLiteral(node.right.value + 1);
        return lua.createBinaryExpression(clone(position), limit, node.operator);
    });
}

/** The number after: `#list` for `#list - 1`. */
export function successor(node: lua.Expression): lua.Expression {
    return besideOne(node, lua.SyntaxKind.SubtractionOperator) ?? plusOne(node);
}
