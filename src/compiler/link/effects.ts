/** What running a top-level statement changes, so that unused code can be left out and definitions can be moved. */
import { calledGlobal, lua, type Identifier } from "../lua/syntax.ts";
import { resolveBinding, type Binding } from "./scope.ts";

/** Calls without effects that definitions consist of. */
const pureCalls = new Set(["__TS__Class", "setmetatable", "require", "____link_require"]);

/** True when evaluating it neither changes anything nor can observe a later change. */
export function isPure(node: lua.Expression): boolean {
    if (lua.isLiteral(node) || lua.isIdentifier(node) || lua.isFunctionExpression(node)) return true;
    if (lua.isTableExpression(node)) {
        return node.fields.every((field) => isPure(field.value) && (!field.key || isPure(field.key)));
    }
    if (lua.isUnaryExpression(node)) return isPure(node.operand);
    if (lua.isBinaryExpression(node)) return isPure(node.left) && isPure(node.right);
    if (lua.isParenthesizedExpression(node)) return isPure(node.expression);
    if (lua.isTableIndexExpression(node)) return isPure(node.table) && isPure(node.index);
    const called = calledGlobal(node);
    if (called !== undefined && pureCalls.has(called)) return (node as lua.CallExpression).params.every(isPure);
    return false;
}

/** True when the value does not depend on when it is made: such a definition may move up. */
export function isTimeless(node: lua.Expression): boolean {
    return (
        lua.isFunctionExpression(node) ||
        lua.isStringLiteral(node) ||
        lua.isNumericLiteral(node) ||
        lua.isBooleanLiteral(node) ||
        (lua.isTableExpression(node) &&
            node.fields.every((field) => isTimeless(field.value) && (!field.key || isTimeless(field.key))))
    );
}

/**
 * The variable that a statement completes: `C.prototype.m = function`, `__TS__ClassExtends(C, B)`, `x = 1`.
 * Such a statement matters only if the variable does.
 */
export function completedVariable(statement: lua.Statement): Binding | undefined {
    if (lua.isAssignmentStatement(statement)) {
        if (statement.left.length !== 1 || !statement.right.every(isPure)) return undefined;
        return baseVariable(statement.left[0]!);
    }
    if (lua.isDoStatement(statement)) {
        // A namespace's body: all of it completes the one table.
        const completed = new Set(statement.statements.map(completedVariable));
        return completed.size === 1 ? [...completed][0] : undefined;
    }
    if (lua.isExpressionStatement(statement) && calledGlobal(statement.expression) === "__TS__ClassExtends") {
        return baseVariable((statement.expression as lua.CallExpression).params[0]!);
    }
    return undefined;
}

/** True for a value that nobody else has: what is written into it shows only through the variable that holds it. */
function isFresh(node: lua.Expression): boolean {
    if (lua.isTableExpression(node) || lua.isFunctionExpression(node) || lua.isLiteral(node)) return true;
    if (lua.isParenthesizedExpression(node)) return isFresh(node.expression);
    const called = calledGlobal(node);
    if (called === "__TS__Class") return true;
    return called === "setmetatable" && isFresh((node as lua.CallExpression).params[0]!);
}

/**
 * Variables that may stand for something that others have as well, such as `local env = module.environment`: writing into
 * that is an effect whether or not the variable is used elsewhere.
 */
export function sharedVariables(statements: readonly lua.Statement[]): Set<Binding> {
    const shared = new Set<Binding>();
    for (const statement of statements) {
        if (!lua.isVariableDeclarationStatement(statement) && !lua.isAssignmentStatement(statement)) continue;
        const fresh = (statement.right ?? []).every(isFresh);
        if (fresh) continue;
        for (const left of statement.left) {
            const { binding } = left as Identifier;
            if (lua.isIdentifier(left) && binding) shared.add(resolveBinding(binding));
        }
    }
    return shared;
}

/** True unless the statement merely gives variables new values. */
export function writesInto(statement: lua.Statement): boolean {
    return !lua.isAssignmentStatement(statement) || statement.left.some((left) => !lua.isIdentifier(left));
}

function baseVariable(node: lua.Expression): Binding | undefined {
    if (lua.isIdentifier(node)) {
        const { binding } = node as Identifier;
        return binding && resolveBinding(binding);
    }
    if (lua.isTableIndexExpression(node) && isPure(node.index)) return baseVariable(node.table);
    return undefined;
}

/** True for a declaration that can be left out when nobody uses what it declares. */
export function isPureDeclaration(statement: lua.Statement): statement is lua.VariableDeclarationStatement {
    return lua.isVariableDeclarationStatement(statement) && (statement.right ?? []).every(isPure);
}
