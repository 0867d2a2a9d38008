/**
 * `continue`, and `break` out of a switch, in a Lua that has neither: until a loop or switch is complete, each is a marker
 * statement. Then what follows a guard moves into its `else`, as one writes by hand:
 *
 *     if (!user) continue; greet(user);    ->    if user then greet(user) end
 *
 * Where that cannot be, `repeat ... until true` makes a block that `break` can leave.
 */
import type ts from "typescript";
import * as lua from "typescript-to-lua";
import { isPure } from "../link/effects.ts";
import { negation } from "../lua/expressions.ts";
import { children, holds, isLoop, keepPlace } from "../lua/syntax.ts";

/** `next`: on to the loop's next turn. `leave`: out of the switch. */
export type Jump = "next" | "leave";

const markers: Record<Jump, string> = { next: "____jump_next", leave: "____jump_leave" };

/** More guards than this, one inside the other, read worse than a block to leave. */
const deepest = 4;

export function createJump(jump: Jump, original?: ts.Node): lua.Statement {
    const call = lua.createCallExpression(lua.createIdentifier(markers[jump]), [], original);
    return lua.createExpressionStatement(call, original);
}

function isJump(statement: lua.Node, jump: Jump): boolean {
    if (!lua.isExpressionStatement(statement) || !lua.isCallExpression(statement.expression)) return false;
    const called = statement.expression.expression;
    return lua.isIdentifier(called) && called.text === markers[jump];
}

/** Loops that are complete hold no markers of their own any more; functions never hold those of others. */
function holdsJump(statements: readonly lua.Node[], jump: Jump): boolean {
    const isOwn = (node: lua.Node) => !lua.isFunctionExpression(node);
    return statements.some((statement) => holds(statement, (node) => isJump(node, jump), isOwn));
}

/** The body of a loop without markers. */
export function loopBody(statements: lua.Statement[]): lua.Statement[] {
    if (!holdsJump(statements, "next")) return statements;
    const plain = withoutJumps(statements, "next", 0);
    if (plain) return plain;
    const isBroken = lua.createIdentifier("____broken");
    let breaks = false;
    const body = replaceStatements(statements, (statement) => {
        if (isJump(statement, "next")) return [lua.createBreakStatement()];
        if (!lua.isBreakStatement(statement)) return undefined;
        breaks = true;
        return [
            lua.createAssignmentStatement(lua.cloneIdentifier(isBroken), lua.createBooleanLiteral(true)),
            statement,
        ];
    });
    const block = lua.createRepeatStatement(lua.createBlock(withoutLastBreak(body)), lua.createBooleanLiteral(true));
    if (!breaks) return [block];
    return [
        lua.createVariableDeclarationStatement(isBroken),
        block,
        lua.createIfStatement(lua.cloneIdentifier(isBroken), lua.createBlock([lua.createBreakStatement()])),
    ];
}

/** The statements of a switch without markers that leave it; those of the loop around it stay. */
export function switchBody(statements: lua.Statement[]): lua.Statement[] {
    if (!holdsJump(statements, "leave")) return statements;
    return withoutJumps(statements, "leave", 0) ?? leavableBlock(statements);
}

/** A block whose `break` leaves it alone: a jump to the loop around it takes a second step. */
export function leavableBlock(statements: lua.Statement[]): lua.Statement[] {
    const isSkipped = lua.createIdentifier("____skipped");
    let skips = false;
    const body = replaceStatements(statements, (statement) => {
        if (isJump(statement, "leave")) return [lua.createBreakStatement()];
        if (!isJump(statement, "next")) return undefined;
        skips = true;
        return [
            lua.createAssignmentStatement(lua.cloneIdentifier(isSkipped), lua.createBooleanLiteral(true)),
            lua.createBreakStatement(),
        ];
    });
    const inside = withoutLastBreak(body);
    // The end of the block would never be reached, and nobody breaks off.
    if (endsFlow(inside) && !inside.some(breaksOff)) return [lua.createDoStatement(inside)];
    const block = lua.createRepeatStatement(lua.createBlock(inside), lua.createBooleanLiteral(true));
    if (!skips) return [block];
    return [
        lua.createVariableDeclarationStatement(isSkipped),
        block,
        lua.createIfStatement(lua.cloneIdentifier(isSkipped), lua.createBlock([createJump("next")])),
    ];
}

/** Whether it holds a `break` of the block that it stands in. */
function breaksOff(statement: lua.Statement): boolean {
    const isOther = (node: lua.Node) => lua.isFunctionExpression(node) || isLoop(node);
    return holds(statement, lua.isBreakStatement, (node) => !isOther(node));
}

/** True when nothing behind the statements is reached from them. */
export function endsFlow(statements: readonly lua.Statement[]): boolean {
    const last = statements.at(-1);
    if (!last) return false;
    if (lua.isReturnStatement(last) || lua.isBreakStatement(last)) return true;
    if (isJump(last, "next") || isJump(last, "leave")) return true;
    if (lua.isDoStatement(last)) return endsFlow(last.statements);
    if (!lua.isIfStatement(last)) return false;
    const branches = branchesOf(last);
    return branches.at(-1)!.condition === undefined && branches.every((branch) => endsFlow(branch.statements));
}

interface Branch {
    /** Absent for the `else`. */
    condition?: lua.Expression;
    statements: lua.Statement[];
}

function branchesOf(statement: lua.IfStatement): Branch[] {
    const first = { condition: statement.condition, statements: statement.ifBlock.statements };
    const other = statement.elseBlock;
    if (!other) return [first];
    return [first, ...(lua.isIfStatement(other) ? branchesOf(other) : [{ statements: other.statements }])];
}

/**
 * Statements after which nothing of the loop's body or switch follows, without markers; undefined where that cannot be
 * done by moving what follows a guard.
 */
function withoutJumps(all: readonly lua.Statement[], jump: Jump, depth: number): lua.Statement[] | undefined {
    const statements = mergeGuards(reachable(all), jump);
    const index = statements.findIndex((statement) => holdsJump([statement], jump));
    if (index < 0) return statements;
    const before = statements.slice(0, index);
    const statement = statements[index]!;
    const rest = statements.slice(index + 1);
    if (isJump(statement, jump)) return before;
    if (lua.isDoStatement(statement)) {
        if (rest.length > 0) return undefined;
        const inner = withoutJumps(statement.statements, jump, depth);
        if (!inner) return undefined;
        return inner.length === 0 ? before : [...before, lua.createDoStatement(inner)];
    }
    if (!lua.isIfStatement(statement)) return undefined;
    const branches = branchesOf(statement);
    if (branches.at(-1)!.condition) branches.push({ statements: [] });
    const open = branches.filter((branch) => !endsFlow(branch.statements));
    if (rest.length > 0 && open.length > 1) return undefined;
    const target = open[0];
    const takesRest = rest.length > 0 && target !== undefined;
    if (takesRest) {
        // A local of the branch must not hide a variable that the rest means.
        if (target.statements.some((each) => lua.isVariableDeclarationStatement(each))) return undefined;
        if (depth + 1 > deepest) return undefined;
        target.statements = [...target.statements, ...rest];
    }
    const lowered: Branch[] = [];
    for (const branch of branches) {
        const inner = withoutJumps(branch.statements, jump, depth + 1);
        if (!inner) return undefined;
        lowered.push({ ...branch, statements: inner });
    }
    const rebuilt = chain(lowered);
    if (rebuilt[0]) keepPlace(rebuilt[0], statement);
    return [...before, ...rebuilt];
}

/** TypeScript allows statements behind `return` and `break`, Lua does not. */
export function dropUnreachable(file: lua.File): void {
    const drop = (node: lua.Node): void => {
        const block = node as Partial<lua.Block>;
        if (block.statements) block.statements = reachable(block.statements);
        children(node).forEach(drop);
    };
    drop(file);
}

function reachable(statements: readonly lua.Statement[]): lua.Statement[] {
    const end = statements.findIndex((statement) => endsFlow([statement]));
    return end < 0 ? [...statements] : statements.slice(0, end + 1);
}

/** `if a then continue end if b then continue end` -> `if a or b then continue end` */
function mergeGuards(statements: readonly lua.Statement[], jump: Jump): lua.Statement[] {
    const merged: lua.Statement[] = [];
    for (const statement of statements) {
        const previous = merged.at(-1);
        if (previous && isGuard(previous, jump) && isGuard(statement, jump) && !statement.leadingComments) {
            const either = lua.createBinaryExpression(
                previous.condition,
                statement.condition,
                lua.SyntaxKind.OrOperator,
            );
            merged[merged.length - 1] = keepPlace(lua.createIfStatement(either, statement.ifBlock), previous);
        } else {
            merged.push(statement);
        }
    }
    return merged;
}

function isGuard(statement: lua.Statement, jump: Jump): statement is lua.IfStatement {
    if (!lua.isIfStatement(statement) || statement.elseBlock) return false;
    const [only, ...others] = statement.ifBlock.statements;
    return only !== undefined && others.length === 0 && isJump(only, jump);
}

/** An if statement without empty branches; none where nothing would be left of it. */
export function chain(branches: readonly Branch[]): lua.Statement[] {
    const [first, ...others] = branches;
    if (!first) return [];
    if (!first.condition) return first.statements;
    const rest = chain(others);
    if (first.statements.length === 0) {
        if (rest.length > 0) return [lua.createIfStatement(negation(first.condition), lua.createBlock(rest))];
        if (isPure(first.condition)) return [];
        return [lua.createVariableDeclarationStatement(lua.createIdentifier("____"), first.condition)];
    }
    const [only] = rest;
    const follows = only && rest.length === 1 && lua.isIfStatement(only) && others[0]?.condition;
    const other = rest.length === 0 ? undefined : follows ? only : lua.createBlock(rest);
    return [lua.createIfStatement(first.condition, lua.createBlock(first.statements), other)];
}

/** At its end a `repeat ... until true` needs no `break`. */
function withoutLastBreak(statements: lua.Statement[]): lua.Statement[] {
    const last = statements.at(-1);
    if (!last) return statements;
    const others = statements.slice(0, -1);
    if (lua.isBreakStatement(last)) return others;
    if (lua.isDoStatement(last)) {
        last.statements = withoutLastBreak(last.statements);
        return last.statements.length === 0 ? others : statements;
    }
    if (!lua.isIfStatement(last)) return statements;
    const branches = branchesOf(last).map((branch) => ({ ...branch, statements: withoutLastBreak(branch.statements) }));
    const rebuilt = chain(branches);
    if (rebuilt[0]) keepPlace(rebuilt[0], last);
    return [...others, ...rebuilt];
}

/** Replaces statements, also in blocks and in the branches of `if`, but in no loop, which has jumps of its own. */
function replaceStatements(
    statements: readonly lua.Statement[],
    replace: (statement: lua.Statement) => lua.Statement[] | undefined,
): lua.Statement[] {
    return reachable(statements).flatMap((statement): lua.Statement[] => {
        const replaced = replace(statement);
        if (replaced) return replaced;
        if (lua.isDoStatement(statement)) statement.statements = replaceStatements(statement.statements, replace);
        if (lua.isIfStatement(statement)) {
            for (const block of children(statement)) {
                if (lua.isBlock(block)) block.statements = replaceStatements(block.statements, replace);
                else if (lua.isIfStatement(block)) replaceStatements([block], replace);
            }
        }
        return [statement];
    });
}
