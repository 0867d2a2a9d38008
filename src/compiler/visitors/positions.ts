/** JavaScript counts elements from 0 and Lua from 1: a loop whose variable is mostly a position counts as Lua does. */
import * as lua from "typescript-to-lua";
import { children, clone, replaceBelow, walk } from "../lua/syntax.ts";

const isOne = (node: lua.Expression) => lua.isNumericLiteral(node) && node.value === 1;

function isVariable(node: lua.Node, name: string): boolean {
    return lua.isIdentifier(node) && node.text === name;
}

/** `i + 1` */
function isPosition(node: lua.Node, name: string): boolean {
    if (!lua.isBinaryExpression(node) || node.operator !== lua.SyntaxKind.AdditionOperator) return false;
    return isVariable(node.left, name) && isOne(node.right);
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
    let found = false;
    walk(node, (inner) => {
        found ||= declared(inner).some(({ text }) => text === name);
        return !found;
    });
    return found;
}

/** Lets the block work with `position`, which is greater by one than the variable that it knows. */
export function countFromOne(block: lua.Block, name: string, position: lua.Identifier): void {
    const isShifted = (node: lua.Expression): boolean =>
        lua.isBinaryExpression(node) &&
        node.operator === lua.SyntaxKind.SubtractionOperator &&
        isVariable(node.left, position.text) &&
        isOne(node.right);
    replaceBelow(block, (node) => {
        if (isVariable(node, name)) {
            const one = lua.createNumericLiteral(1);
            const shifted = lua.createBinaryExpression(clone(position), one, lua.SyntaxKind.SubtractionOperator);
            return shifted;
        }
        if (!lua.isBinaryExpression(node)) return node;
        const left = lua.isParenthesizedExpression(node.left) ? node.left.expression : node.left;
        if (!isShifted(left) || !lua.isNumericLiteral(node.right)) return node;
        if (node.operator === lua.SyntaxKind.AdditionOperator && isOne(node.right)) return clone(position);
        if (!comparisons.has(node.operator)) return node;
        const limit = lua.createNumericLiteral(node.right.value + 1);
        return lua.createBinaryExpression(clone(position), limit, node.operator);
    });
}

/** The number after: `#list` for `#list - 1`. */
export function successor(node: lua.Expression): lua.Expression {
    if (lua.isNumericLiteral(node)) return lua.createNumericLiteral(node.value + 1);
    if (lua.isBinaryExpression(node) && node.operator === lua.SyntaxKind.SubtractionOperator && isOne(node.right)) {
        return node.left;
    }
    return lua.createBinaryExpression(node, lua.createNumericLiteral(1), lua.SyntaxKind.AdditionOperator);
}
