/**
 * Loops. A counting `for` becomes Lua's own where that means the same; each turn has a variable of its own, as closures
 * expect; `continue` needs no goto, which Lua 5.1 lacks.
 */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformInPrecedingStatementScope } from "typescript-to-lua/dist/transformation/utils/preceding-statements.js";
import { ScopeType, walkScopesUp, type Scope } from "typescript-to-lua/dist/transformation/utils/scope.js";
import { transformIdentifier } from "typescript-to-lua/dist/transformation/visitors/identifier.js";
import { invertCondition, transformLoopBody } from "typescript-to-lua/dist/transformation/visitors/loops/utils.js";
import { checkVariableDeclarationList } from "typescript-to-lua/dist/transformation/visitors/variable-declaration.js";
import { minusOne, plusOne } from "../lua/expressions.ts";
import { symbolOf } from "../references.ts";
import { createJump, loopBody } from "./jumps.ts";
import { transformDeclaration } from "./patterns.ts";
import { countFromOne, countUses, successor } from "./positions.ts";

/** Jumps out of a `try`, whose body is a function for pcall: what that returns says which. */
export interface TryExits {
    break: boolean;
    continue: boolean;
}
const exits = new WeakMap<Scope, TryExits>();

export function exitsOf(scope: Scope): TryExits {
    let known = exits.get(scope);
    if (!known) exits.set(scope, (known = { break: false, continue: false }));
    return known;
}

/** Switches that stay the transpiler's: their `break` is Lua's. */
export const plainSwitches = new WeakSet<ts.Node>();

export function transformBreak(context: TransformationContext, original?: ts.Node): lua.Statement {
    for (const scope of walkScopesUp(context)) {
        if (scope.type === ScopeType.Try) {
            exitsOf(scope).break = true;
            return lua.createReturnStatement([lua.createStringLiteral("break")], original);
        }
        if (scope.type === ScopeType.Switch && !plainSwitches.has(scope.node)) return createJump("leave", original);
        if (scope.type === ScopeType.Switch || scope.type === ScopeType.Loop) break;
    }
    return lua.createBreakStatement(original);
}

export function transformContinue(context: TransformationContext, original?: ts.Node): lua.Statement {
    for (const scope of walkScopesUp(context)) {
        if (scope.type === ScopeType.Loop) break;
        if (scope.type !== ScopeType.Try) continue;
        exitsOf(scope).continue = true;
        return lua.createReturnStatement([lua.createStringLiteral("continue")], original);
    }
    return createJump("next", original);
}

function visitBreak(node: ts.BreakStatement, context: TransformationContext): lua.Statement[] {
    return node.label ? context.superTransformStatements(node) : [transformBreak(context, node)];
}

function visitContinue(node: ts.ContinueStatement, context: TransformationContext): lua.Statement[] {
    return node.label ? context.superTransformStatements(node) : [transformContinue(context, node)];
}

function visitLoop(node: ts.IterationStatement, context: TransformationContext): lua.Statement[] {
    const statements = context.superTransformStatements(node);
    for (const statement of statements) {
        if (lua.isRepeatStatement(statement)) {
            // The condition, and what it needs, comes after `continue` too.
            const body = statement.body.statements.find((each) => lua.isDoStatement(each));
            if (body) body.statements = loopBody(body.statements);
        } else if (
            lua.isWhileStatement(statement) ||
            lua.isForInStatement(statement) ||
            lua.isForStatement(statement)
        ) {
            statement.body.statements = loopBody(statement.body.statements);
        }
    }
    return statements;
}

function visitFor(node: ts.ForStatement, context: TransformationContext): lua.Statement {
    context.pushScope(ScopeType.Loop, node);
    const loop = countingLoop(node, context) ?? whileLoop(node, context);
    context.popScope();
    return loop;
}

// ---------------------------------------------------------------- for i = first, last, step

interface Counter {
    name: ts.Identifier;
    first: ts.Expression;
    operator: "<" | "<=" | ">" | ">=";
    bound: ts.Expression;
    step: number;
}

function countingLoop(node: ts.ForStatement, context: TransformationContext): lua.Statement | undefined {
    const counter = readCounter(node);
    if (!counter) return undefined;
    const symbol = context.checker.getSymbolAtLocation(counter.name);
    if (!symbol || isAssigned(symbol, node.statement, context)) return undefined;
    if (!isConstant(counter.bound, node, context)) return undefined;
    const isStrict = counter.operator === "<" || counter.operator === ">";
    // `i < n` counts to n - 1 only where both are whole numbers.
    if (isStrict && !(isWhole(counter.first, context) && isWhole(counter.bound, context))) return undefined;
    const first = context.transformExpression(counter.first);
    const bound = context.transformExpression(counter.bound);
    const last = isStrict ? (counter.step > 0 ? minusOne(bound) : plusOne(bound)) : bound;
    const body = lua.createBlock(loopBody(transformLoopBody(context, node)));
    const step = counter.step === 1 ? undefined : lua.createNumericLiteral(counter.step);
    // A loop that merely repeats says so, as luacheck asks.
    const isUsed = uses(node.statement, symbol, context);
    const variable = isUsed ? transformIdentifier(context, counter.name) : lua.createAnonymousIdentifier();
    const counted = isUsed ? countUses(body, variable.text) : undefined;
    if (counted && counted.positions > counted.others) {
        countFromOne(body, variable.text, variable);
        return lua.createForStatement(body, variable, successor(first), successor(last), step, node);
    }
    return lua.createForStatement(body, variable, first, last, step, node);
}

function readCounter({ initializer, condition, incrementor }: ts.ForStatement): Counter | undefined {
    if (!initializer || !ts.isVariableDeclarationList(initializer) || initializer.declarations.length !== 1) return;
    const { name, initializer: first } = initializer.declarations[0]!;
    if (!ts.isIdentifier(name) || !first || !condition || !ts.isBinaryExpression(condition) || !incrementor) return;
    const operator = ts.tokenToString(condition.operatorToken.kind);
    if (operator !== "<" && operator !== "<=" && operator !== ">" && operator !== ">=") return;
    if (!ts.isIdentifier(condition.left) || condition.left.text !== name.text) return;
    const step = readStep(incrementor, name.text);
    if (step === undefined || step > 0 !== operator.startsWith("<")) return;
    return { name, first, operator, bound: condition.right, step };
}

function readStep(node: ts.Expression, name: string): number | undefined {
    const isCounter = (target: ts.Expression) => ts.isIdentifier(target) && target.text === name;
    if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
        if (!isCounter(node.operand)) return undefined;
        if (node.operator === ts.SyntaxKind.PlusPlusToken) return 1;
        return node.operator === ts.SyntaxKind.MinusMinusToken ? -1 : undefined;
    }
    if (!ts.isBinaryExpression(node) || !isCounter(node.left) || !ts.isNumericLiteral(node.right)) return undefined;
    const amount = Number(node.right.text);
    if (!Number.isInteger(amount) || amount === 0) return undefined;
    if (node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken) return amount;
    return node.operatorToken.kind === ts.SyntaxKind.MinusEqualsToken ? -amount : undefined;
}

/** True when the bound has the same value before every turn. JavaScript asks each time, Lua once. */
function isConstant(bound: ts.Expression, loop: ts.ForStatement, context: TransformationContext): boolean {
    if (ts.isNumericLiteral(bound)) return true;
    if (ts.isPropertyAccessExpression(bound)) {
        if (bound.name.text !== "length" || !ts.isIdentifier(bound.expression)) return false;
        if (!isConstant(bound.expression, loop, context)) return false;
        const type = context.checker.getTypeAtLocation(bound.expression);
        if (type.flags & ts.TypeFlags.StringLike) return true;
        return keepsLength(bound.expression, loop, context);
    }
    if (!ts.isIdentifier(bound)) return false;
    const symbol = context.checker.getSymbolAtLocation(bound);
    const declaration = symbol?.valueDeclaration;
    if (!symbol || !declaration || declaration.getSourceFile() !== loop.getSourceFile()) return false;
    if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return false;
    return !isAssigned(symbol, loop.getSourceFile(), context);
}

/**
 * True when nothing in the loop can lengthen or shorten the array: nothing is called, and the array is only read at
 * positions. Another function could hold the same array.
 */
function keepsLength(array: ts.Identifier, loop: ts.ForStatement, context: TransformationContext): boolean {
    const symbol = context.checker.getSymbolAtLocation(array);
    let keeps = true;
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isYieldExpression(node)) keeps = false;
        if (ts.isTaggedTemplateExpression(node) || ts.isDeleteExpression(node)) keeps = false;
        if (ts.isIdentifier(node) && node !== array && symbolOf(node, context.checker) === symbol) {
            const { parent } = node;
            const isRead =
                (ts.isElementAccessExpression(parent) && parent.expression === node && !isTarget(parent)) ||
                (ts.isPropertyAccessExpression(parent) && parent.name.text === "length" && !isTarget(parent));
            keeps &&= isRead;
        }
        if (keeps) ts.forEachChild(node, visit);
    };
    visit(loop.statement);
    return keeps;
}

/** Whether an expression's value is known to have no fraction. */
function isWhole(node: ts.Expression, context: TransformationContext): boolean {
    if (ts.isParenthesizedExpression(node)) return isWhole(node.expression, context);
    if (ts.isNumericLiteral(node)) return Number.isInteger(Number(node.text));
    if (ts.isPropertyAccessExpression(node)) return node.name.text === "length";
    if (ts.isPrefixUnaryExpression(node)) {
        return node.operator === ts.SyntaxKind.MinusToken && isWhole(node.operand, context);
    }
    if (ts.isBinaryExpression(node)) {
        const { kind } = node.operatorToken;
        const keeps =
            kind === ts.SyntaxKind.PlusToken ||
            kind === ts.SyntaxKind.MinusToken ||
            kind === ts.SyntaxKind.AsteriskToken;
        return keeps && isWhole(node.left, context) && isWhole(node.right, context);
    }
    if (ts.isCallExpression(node)) return /^Math\.(floor|ceil|round|trunc)$/.test(node.expression.getText());
    if (!ts.isIdentifier(node)) return false;
    const symbol = context.checker.getSymbolAtLocation(node);
    const declaration = symbol?.valueDeclaration;
    if (!symbol || !declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
    const list = declaration.parent;
    const counts = ts.isVariableDeclarationList(list) && ts.isForStatement(list.parent) && readCounter(list.parent);
    if (counts && isAssigned(symbol, list.parent.statement, context)) return false;
    if (!counts && isAssigned(symbol, node.getSourceFile(), context)) return false;
    return isWhole(declaration.initializer, context);
}

// ---------------------------------------------------------------- while

function whileLoop(node: ts.ForStatement, context: TransformationContext): lua.Statement {
    const before: lua.Statement[] = [];
    let own: ts.Identifier[] = [];
    if (node.initializer && ts.isVariableDeclarationList(node.initializer)) {
        checkVariableDeclarationList(context, node.initializer);
        before.push(...node.initializer.declarations.flatMap((each) => transformDeclaration(context, each)));
        own = namesOf(node.initializer).filter((name) => isCaptured(name, node, context));
    } else if (node.initializer) {
        before.push(...context.transformStatements(ts.factory.createExpressionStatement(node.initializer)));
    }

    let body = loopBody(transformLoopBody(context, node));
    const condition = node.condition;
    const { precedingStatements, result } = transformInPrecedingStatementScope(context, () =>
        condition ? context.transformExpression(condition) : lua.createBooleanLiteral(true),
    );
    const unless = () =>
        lua.createIfStatement(
            invertCondition(result),
            lua.createBlock([lua.createBreakStatement()]),
            undefined,
            condition,
        );
    const step = node.incrementor
        ? context.transformStatements(ts.factory.createExpressionStatement(node.incrementor))
        : [];

    const names = () => own.map((name) => transformIdentifier(context, name));
    const isChanged = own.some((name) => {
        const symbol = context.checker.getSymbolAtLocation(name);
        return symbol !== undefined && isAssigned(symbol, node.statement, context);
    });
    if (own.length > 0 && (isChanged || capturesInHead(node))) {
        // The general case of the standard (ECMA-262, CreatePerIterationEnvironment): each turn copies the last one's.
        const last = own.map((name) => lua.createIdentifier(`____${name.text}`));
        const copy = (to: lua.Identifier[], from: lua.Identifier[]) => lua.createVariableDeclarationStatement(to, from);
        before.push(copy(last, names()));
        body = [
            copy(
                names(),
                last.map((each) => lua.cloneIdentifier(each)),
            ),
            ...precedingStatements,
            ...(condition ? [unless()] : []),
            lua.createDoStatement(body),
            lua.createDoStatement([
                copy(names(), names()),
                ...step,
                lua.createAssignmentStatement(
                    last.map((each) => lua.cloneIdentifier(each)),
                    names(),
                ),
            ]),
        ];
        return lua.createDoStatement(
            [...before, lua.createWhileStatement(lua.createBlock(body), lua.createBooleanLiteral(true), node)],
            node,
        );
    }
    if (own.length > 0) {
        const copies = lua.createVariableDeclarationStatement(names(), names());
        body = [lua.createDoStatement([copies, ...body])];
    }
    const asks = precedingStatements.length > 0;
    if (asks) body.unshift(...precedingStatements, unless());
    body.push(...step);
    const loop = lua.createWhileStatement(lua.createBlock(body), asks ? lua.createBooleanLiteral(true) : result, node);
    return lua.createDoStatement([...before, loop], node);
}

function namesOf(list: ts.VariableDeclarationList): ts.Identifier[] {
    const found: ts.Identifier[] = [];
    const visit = (name: ts.BindingName): void => {
        if (ts.isIdentifier(name)) found.push(name);
        else for (const element of name.elements) if (!ts.isOmittedExpression(element)) visit(element.name);
    };
    for (const { name } of list.declarations) visit(name);
    return found;
}

/** Whether a function made in the loop uses the variable. */
function isCaptured(name: ts.Identifier, loop: ts.ForStatement, context: TransformationContext): boolean {
    const symbol = context.checker.getSymbolAtLocation(name);
    let captured = false;
    const visit = (node: ts.Node, inFunction: boolean): void => {
        if (inFunction && ts.isIdentifier(node) && symbolOf(node, context.checker) === symbol) captured = true;
        const inside = inFunction || ts.isFunctionLike(node) || ts.isClassLike(node);
        if (!captured) ts.forEachChild(node, (child) => visit(child, inside));
    };
    visit(loop, false);
    return captured;
}

function capturesInHead(loop: ts.ForStatement): boolean {
    let found = false;
    const visit = (node: ts.Node): void => {
        found ||= ts.isFunctionLike(node);
        if (!found) ts.forEachChild(node, visit);
    };
    for (const part of [loop.initializer, loop.condition, loop.incrementor]) if (part) visit(part);
    return found;
}

// ---------------------------------------------------------------- assignments

function uses(within: ts.Node, symbol: ts.Symbol, context: TransformationContext): boolean {
    let found = false;
    const visit = (node: ts.Node): void => {
        found ||= ts.isIdentifier(node) && node.text === symbol.name && symbolOf(node, context.checker) === symbol;
        if (!found) ts.forEachChild(node, visit);
    };
    visit(within);
    return found;
}

/** Whether a variable gets another value somewhere in a node. */
export function isAssigned(symbol: ts.Symbol, within: ts.Node, context: TransformationContext): boolean {
    let assigned = false;
    const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && node.text === symbol.name && isTarget(node)) {
            assigned ||= symbolOf(node, context.checker) === symbol;
        }
        if (!assigned) ts.forEachChild(node, visit);
    };
    visit(within);
    return assigned;
}

/** Whether an expression is written to, perhaps as a part of a pattern. */
export function isTarget(node: ts.Node): boolean {
    const { parent } = node;
    if (ts.isBinaryExpression(parent)) {
        const { kind } = parent.operatorToken;
        const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
        return assigns && parent.left === node;
    }
    if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
        return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
    }
    if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === node;
    if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isTarget(parent.parent);
    const isPart =
        ts.isArrayLiteralExpression(parent) ||
        ts.isSpreadElement(parent) ||
        ts.isSpreadAssignment(parent) ||
        ts.isParenthesizedExpression(parent) ||
        ts.isNonNullExpression(parent) ||
        ts.isAsExpression(parent);
    if (isPart) return isTarget(parent);
    return ts.isShorthandPropertyAssignment(parent) && parent.name === node && isTarget(parent.parent);
}

export const loopVisitors: Visitors = {
    [ts.SyntaxKind.BreakStatement]: visitBreak,
    [ts.SyntaxKind.ContinueStatement]: visitContinue,
    [ts.SyntaxKind.ForStatement]: visitFor,
    [ts.SyntaxKind.ForInStatement]: visitLoop,
    [ts.SyntaxKind.ForOfStatement]: visitLoop,
    [ts.SyntaxKind.WhileStatement]: visitLoop,
    [ts.SyntaxKind.DoStatement]: visitLoop,
};
