/**
 * `x + f()` reads x before the call in JavaScript. Lua computes with the variable itself, after the call, which may have
 * waited: where another function sets x, what it was is kept in a temporary. Variables of enclosing functions, arguments of
 * calls and members of lists are copied by Lua in their order.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformInPrecedingStatementScope } from "typescript-to-lua/dist/transformation/utils/preceding-statements.js";
import {
    expressionResultIsUsed,
    isArrayType,
    isStringType,
} from "typescript-to-lua/dist/transformation/utils/typescript/index.js";
import { moveToPrecedingTemp } from "typescript-to-lua/dist/transformation/visitors/expression-list.js";
import { lengthOf, nextKey } from "../lua/expressions.ts";
import { symbolOf } from "../references.ts";
import { isWrapping } from "../wrapping.ts";
import { isCallOfLibrary } from "./growth.ts";
import { isTarget } from "./loop.ts";
import { temporary } from "./temporary.ts";

function visitIdentifier(node: ts.Identifier, context: TransformationContext): lua.Expression {
    const value = context.superTransformExpression(node);
    const later = evaluatedBeforeUse(node, context);
    if (!later || !lua.isIdentifier(value) || !mayChangeIn(later, node, context)) return value;
    return hold(value, node, context);
}

function hold(variable: lua.Identifier, node: ts.Node, context: TransformationContext): lua.Identifier {
    const held = context.createTempNameForLuaExpression(variable);
    context.addPrecedingStatements(lua.createVariableDeclarationStatement(held, lua.cloneIdentifier(variable), node));
    return lua.cloneIdentifier(held);
}

/** What Lua evaluates after JavaScript, but before Lua, reads the variable. */
function evaluatedBeforeUse(node: ts.Identifier, context: TransformationContext): ts.Expression | undefined {
    let operand: ts.Expression = node;
    while (operand.parent && isWrapping(operand.parent)) operand = operand.parent;
    const parent = operand.parent as ts.Node | undefined;
    // What the transpiler makes up on its way is part of nothing.
    if (!parent?.parent) return undefined;
    if (ts.isBinaryExpression(parent)) {
        if (parent.left !== operand || !computes(parent.operatorToken.kind)) return undefined;
        return isConcat(parent, context) ? undefined : parent.right;
    }
    if (ts.isElementAccessExpression(parent) && !isTarget(parent)) {
        return parent.expression === operand ? parent.argumentExpression : undefined;
    }
    const isPart = ts.isElementAccessExpression(parent) || ts.isPropertyAccessExpression(parent);
    const assignment = parent.parent;
    if (!isPart || !ts.isBinaryExpression(assignment) || assignment.left !== parent || !isTarget(parent))
        return undefined;
    return assignment.right;
}

/** Arithmetic and comparison; `&&`, `||` and `??` look at what is left of them first, in Lua too. */
function computes(operator: ts.SyntaxKind): boolean {
    if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) return false;
    return ![
        ts.SyntaxKind.AmpersandAmpersandToken,
        ts.SyntaxKind.BarBarToken,
        ts.SyntaxKind.QuestionQuestionToken,
        ts.SyntaxKind.CommaToken,
    ].includes(operator);
}

/** `..` takes copies, as calls do. */
function isConcat(node: ts.BinaryExpression, context: TransformationContext): boolean {
    const { kind } = node.operatorToken;
    if (kind !== ts.SyntaxKind.PlusToken && kind !== ts.SyntaxKind.PlusEqualsToken) return false;
    return [node.left, node.right].some((side) => isStringType(context, context.checker.getTypeAtLocation(side)));
}

/** Whether a local variable may have another value after `later` than before. */
function mayChangeIn(later: ts.Expression, variable: ts.Identifier, context: TransformationContext): boolean {
    if (!runsOthers(later, context)) return false;
    const symbol = context.checker.getSymbolAtLocation(variable);
    const declaration = symbol && variableOf(symbol);
    if (!declaration || !variable.parent) return false;
    if (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) return false;
    const owner = functionAround(declaration);
    // A callback that is called at once may have become a loop of the function around it.
    const user = functionAround(variable);
    if (user !== owner && !ts.isCallExpression(user.parent)) return false;
    const isSetElsewhere = (node: ts.Node): boolean => {
        if (ts.isIdentifier(node) && node.text === variable.text && isTarget(node) && functionAround(node) !== owner) {
            if (symbolOf(node, context.checker) === symbol) return true;
        }
        return ts.forEachChild(node, isSetElsewhere) ?? false;
    };
    return isSetElsewhere(owner);
}

function variableOf(symbol: ts.Symbol): ts.Declaration | undefined {
    const { valueDeclaration: declaration } = symbol;
    const isVariable = declaration && (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration));
    return isVariable || (declaration && ts.isParameter(declaration)) ? declaration : undefined;
}

function functionAround(node: ts.Node): ts.Node {
    return ts.findAncestor(node.parent, (each) => ts.isFunctionLike(each) || ts.isSourceFile(each))!;
}

/** Whether code from elsewhere may run while the expression is evaluated. */
function runsOthers(node: ts.Node, context: TransformationContext): boolean {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node) || ts.isNewExpression(node)) return true;
    if (ts.isTaggedTemplateExpression(node) || (ts.isCallExpression(node) && !isCallOfLibrary(node, context)))
        return true;
    return ts.forEachChild(node, (child) => runsOthers(child, context) || undefined) ?? false;
}

/** `x += f()` */
function compoundOf(node: ts.Expression, context: TransformationContext): ts.Identifier | undefined {
    if (!ts.isBinaryExpression(node) || !ts.isIdentifier(node.left) || isConcat(node, context)) return undefined;
    const { kind } = node.operatorToken;
    if (kind < ts.SyntaxKind.FirstCompoundAssignment || kind > ts.SyntaxKind.LastCompoundAssignment) return undefined;
    return mayChangeIn(node.right, node.left, context) ? node.left : undefined;
}

/** `x = x + f()` -> `x = before + f()` */
function holdInAssignment(statements: readonly lua.Statement[], node: ts.Node, context: TransformationContext): void {
    for (const statement of statements) {
        if (!lua.isAssignmentStatement(statement)) continue;
        const [target] = statement.left;
        const [sum] = statement.right;
        if (!target || !sum || !lua.isIdentifier(target) || !lua.isBinaryExpression(sum)) continue;
        if (!lua.isIdentifier(sum.left) || sum.left.text !== target.text) continue;
        sum.left = hold(sum.left, node, context);
    }
}

function visitStatement(node: ts.ExpressionStatement, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    const variable = compoundOf(node.expression, context);
    if (variable) holdInAssignment(statements, variable, context);
    return statements;
}

function visitBinary(node: ts.BinaryExpression, context: TransformationContext): lua.Expression {
    const variable = compoundOf(node, context);
    if (!variable) return context.superTransformExpression(node);
    const { precedingStatements, result } = transformInPrecedingStatementScope(context, () =>
        context.superTransformExpression(node),
    );
    holdInAssignment(precedingStatements, variable, context);
    context.addPrecedingStatements(precedingStatements);
    return result;
}

/** `list.push(f())` is `list[#list + 1] = f()`, whose place is chosen before the call: too early where f adds to the list too. */
function visitCall(node: ts.CallExpression, context: TransformationContext): lua.Expression {
    const { expression: callee, arguments: given } = node;
    const [value] = given;
    if (!value || given.length !== 1 || ts.isSpreadElement(value)) return context.superTransformExpression(node);
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "push")
        return context.superTransformExpression(node);
    if (ts.isOptionalChain(node) || !isArrayType(context, context.checker.getTypeAtLocation(callee.expression))) {
        return context.superTransformExpression(node);
    }
    const isVariable = ts.isIdentifier(callee.expression);
    const isReplaced = isVariable && mayChangeIn(value, callee.expression, context);
    const grows = waits(value) || mayGrowIn(value, callee.expression, context);
    if (!isReplaced && !grows) return context.superTransformExpression(node);
    const target = context.transformExpression(callee.expression);
    const list =
        isReplaced && lua.isIdentifier(target)
            ? hold(target, callee.expression, context)
            : isVariable
              ? target
              : moveToPrecedingTemp(context, target, callee.expression);
    const added = temporary(context, "value", value);
    context.addPrecedingStatements(
        lua.createVariableDeclarationStatement(added, context.transformExpression(value), value),
    );
    context.addPrecedingStatements(
        lua.createAssignmentStatement(
            lua.createTableIndexExpression(list, nextKey(list)),
            lua.cloneIdentifier(added),
            node,
        ),
    );
    return expressionResultIsUsed(node) ? lengthOf(list) : lua.createNilLiteral();
}

function waits(node: ts.Node): boolean {
    if (ts.isFunctionLike(node)) return false;
    return ts.isAwaitExpression(node) || ts.isYieldExpression(node) || (ts.forEachChild(node, waits) ?? false);
}

const resizing = new Set(["push", "unshift", "pop", "shift", "splice"]);

/** Whether a list may be added to or taken from while `later` is evaluated. */
function mayGrowIn(later: ts.Expression, list: ts.Expression, context: TransformationContext): boolean {
    if (!runsOthers(later, context)) return false;
    const symbol = ts.isIdentifier(list) ? context.checker.getSymbolAtLocation(list) : undefined;
    const declaration = symbol && variableOf(symbol);
    if (!declaration || !isMadeHere(declaration)) return true;
    const owner = functionAround(declaration);
    const isReached = (node: ts.Node): boolean => {
        if (ts.isIdentifier(node) && node.text === declaration.name.getText() && node !== declaration.name) {
            const isMeant = !isPropertyName(node) && symbolOf(node, context.checker) === symbol;
            const isKnown = isMeant && isNamedOtherwise(node) && !comesLater(node, later, owner);
            if (isKnown || (isMeant && isResizedElsewhere(node, owner, later))) return true;
        }
        return ts.forEachChild(node, isReached) ?? false;
    };
    return isReached(owner);
}

/** `const list = []`: nothing else knows it yet. */
function isMadeHere(
    declaration: ts.Declaration,
): declaration is ts.VariableDeclaration & { initializer: ts.ArrayLiteralExpression } {
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
    return ts.isArrayLiteralExpression(declaration.initializer);
}

function isPropertyName(node: ts.Identifier): boolean {
    return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}

/** Whether the list is handed on as a whole, so that others may know it by another name. */
function isNamedOtherwise(node: ts.Identifier): boolean {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
        return parent.expression !== node;
    return !ts.isSpreadElement(parent) && !ts.isForOfStatement(parent) && !ts.isReturnStatement(parent);
}

/** Whether a part of a function is reached only when another one will not be reached any more. */
function comesLater(node: ts.Node, other: ts.Node, owner: ts.Node): boolean {
    if (node.pos < other.end || functionBeyondCallbacks(other) !== owner) return false;
    const isAround = (each: ts.Node) => each.pos <= other.pos && each.end >= other.end;
    const loop = ts.findAncestor(node, (each) => each === owner || (isLoop(each) && isAround(each)));
    return loop === owner;
}

function isLoop(node: ts.Node): boolean {
    return ts.isIterationStatement(node, false) || (ts.isArrowFunction(node) && ts.isCallExpression(node.parent));
}

function isResizedElsewhere(node: ts.Identifier, owner: ts.Node, later: ts.Expression): boolean {
    const { parent } = node;
    if (!ts.isPropertyAccessExpression(parent) || !resizing.has(parent.name.text)) return false;
    const isInside = node.pos >= later.pos && node.end <= later.end;
    return isInside || functionBeyondCallbacks(node) !== owner;
}

/** What is given to a call such as forEach runs as a part of the function around it. */
function functionBeyondCallbacks(node: ts.Node): ts.Node {
    const around = functionAround(node);
    return ts.isArrowFunction(around) && ts.isCallExpression(around.parent) ? functionBeyondCallbacks(around) : around;
}

export const operandVisitors: Visitors = {
    [ts.SyntaxKind.CallExpression]: { transform: visitCall, priority: 50 },
    [ts.SyntaxKind.Identifier]: visitIdentifier,
    [ts.SyntaxKind.ExpressionStatement]: { transform: visitStatement, priority: 40 },
    [ts.SyntaxKind.BinaryExpression]: { transform: visitBinary, priority: 40 },
};
