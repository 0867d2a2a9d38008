/** A switch is a chain of `if`, as one writes by hand. */
import ts from "typescript";
import * as lua from "typescript-to-lua";
import type { TransformationContext, Visitors } from "typescript-to-lua";
import { transformInPrecedingStatementScope } from "typescript-to-lua/dist/transformation/utils/preceding-statements.js";
import { performHoisting, ScopeType } from "typescript-to-lua/dist/transformation/utils/scope.js";
import { symbolOf } from "../references.ts";
import { isAlways } from "../union-parts.ts";
import { chain, leavableBlock, switchBody } from "./jumps.ts";
import { plainSwitches } from "./loop.ts";

/** Clauses that share their statements. */
interface Group {
    cases: ts.Expression[];
    isDefault: boolean;
    statements: ts.Statement[];
}

function visitSwitch(node: ts.SwitchStatement, context: TransformationContext): lua.Statement[] {
    const groups = readGroups(node.caseBlock.clauses);
    const conditions = sharesVariables(node, context) ? undefined : transformConditions(node, groups, context);
    if (!conditions) {
        plainSwitches.add(node);
        return withPlainBreaks(context.superTransformStatements(node));
    }
    context.pushScope(ScopeType.Switch, node);
    const branches = groups.map((group, index) => {
        context.pushScope(ScopeType.Block, node);
        const statements = performHoisting(context, context.transformStatements(group.statements));
        context.popScope();
        return { group, condition: conditions.tests[index]!, statements: unwrapped(statements) };
    });
    context.popScope();
    const cases = branches
        .filter(({ group }) => !group.isDefault)
        .map(({ condition, statements }) => ({
            ...(condition ? { condition } : {}),
            statements,
        }));
    const other = branches.find(({ group }) => group.isDefault);
    const statements = switchBody(chain([...cases, ...(other ? [{ statements: other.statements }] : [])]));
    if (conditions.before.length === 0) return statements;
    return [lua.createDoStatement([...conditions.before, ...statements], node)];
}

/** A block in a clause is there for TypeScript's scopes; the branch is one already. */
function unwrapped(statements: lua.Statement[]): lua.Statement[] {
    const [first, ...others] = statements;
    return first && others.length === 0 && lua.isDoStatement(first) ? first.statements : statements;
}

function readGroups(clauses: readonly ts.CaseOrDefaultClause[]): Group[] {
    const groups: Group[] = [];
    let open: Group = { cases: [], isDefault: false, statements: [] };
    clauses.forEach((clause, index) => {
        if (ts.isCaseClause(clause)) open.cases.push(clause.expression);
        else open.isDefault = true;
        if (clause.statements.length === 0 && index < clauses.length - 1) return;
        // Statements that fall through are followed by those of the next clauses.
        for (const next of clauses.slice(index)) {
            open.statements.push(...next.statements);
            if (leaves(next.statements)) break;
        }
        groups.push(open);
        open = { cases: [], isDefault: false, statements: [] };
    });
    return groups;
}

/** Whether statements never go on to the next clause. */
function leaves(statements: readonly ts.Statement[]): boolean {
    const last = statements.at(-1);
    if (!last) return false;
    if (ts.isBlock(last)) return leaves(last.statements);
    if (ts.isIfStatement(last)) {
        const branch = (each: ts.Statement) => leaves(ts.isBlock(each) ? each.statements : [each]);
        return last.elseStatement !== undefined && branch(last.thenStatement) && branch(last.elseStatement);
    }
    return (
        ts.isBreakStatement(last) ||
        ts.isReturnStatement(last) ||
        ts.isContinueStatement(last) ||
        ts.isThrowStatement(last)
    );
}

/** Whether a clause uses what another one declares: in one `if` they would not see each other. */
function sharesVariables(node: ts.SwitchStatement, context: TransformationContext): boolean {
    const owner = new Map<ts.Symbol, ts.Node>();
    for (const clause of node.caseBlock.clauses) {
        const declare = (name: ts.Node | undefined): void => {
            const symbol = name && context.checker.getSymbolAtLocation(name);
            if (symbol) owner.set(symbol, clause);
            if (name && (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name))) {
                for (const element of name.elements) if (ts.isBindingElement(element)) declare(element.name);
            }
        };
        for (const statement of clause.statements) {
            if (ts.isVariableStatement(statement)) {
                for (const declaration of statement.declarationList.declarations) declare(declaration.name);
            } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
                declare(statement.name);
            }
        }
    }
    if (owner.size === 0) return false;
    let shares = false;
    for (const clause of node.caseBlock.clauses) {
        const visit = (child: ts.Node): void => {
            if (ts.isIdentifier(child)) {
                const symbol = symbolOf(child, context.checker);
                const home = symbol && owner.get(symbol);
                shares ||= home !== undefined && home !== clause;
            }
            if (!shares) ts.forEachChild(child, visit);
        };
        visit(clause);
    }
    return shares;
}

interface Conditions {
    before: lua.Statement[];
    /** For each group; absent for a default. */
    tests: (lua.Expression | undefined)[];
}

/** Undefined where a case is no simple expression: then the order of evaluation is the transpiler's business. */
function transformConditions(
    node: ts.SwitchStatement,
    groups: readonly Group[],
    context: TransformationContext,
): Conditions | undefined {
    if (isChoice(node, context)) return transformChoice(groups, context);
    if (groups.some((group) => group.cases.some((each) => !isSimpleCase(each)))) return undefined;
    const tested = transformInPrecedingStatementScope(context, () => context.transformExpression(node.expression));
    const before = [...tested.precedingStatements];
    let value = tested.result;
    const isLocal = lua.isIdentifier(value) && ts.isIdentifier(node.expression);
    if (!isLocal || groups.every((group) => group.isDefault)) {
        const temporary = context.createTempNameForNode(node.expression);
        before.push(lua.createVariableDeclarationStatement(temporary, value, node.expression));
        value = temporary;
    }
    const tests = groups.map((group) => {
        if (group.isDefault) return undefined;
        return group.cases
            .map((each): lua.Expression => {
                const left = lua.isIdentifier(value) ? lua.cloneIdentifier(value) : value;
                const right = context.transformExpression(each);
                return lua.createBinaryExpression(left, right, lua.SyntaxKind.EqualityOperator, each);
            })
            .reduce((left, right) => lua.createBinaryExpression(left, right, lua.SyntaxKind.OrOperator));
    });
    return { before, tests };
}

/** `switch (true)` with a condition for each case: a chain of `if` in other words. */
function isChoice(node: ts.SwitchStatement, { checker }: TransformationContext): boolean {
    if (node.expression.kind !== ts.SyntaxKind.TrueKeyword) return false;
    return node.caseBlock.clauses
        .filter(ts.isCaseClause)
        .every(({ expression }) => isAlways(checker.getTypeAtLocation(expression), ts.TypeFlags.BooleanLike));
}

function transformChoice(groups: readonly Group[], context: TransformationContext): Conditions | undefined {
    let isPlain = true;
    const transform = (each: ts.Expression): lua.Expression => {
        const scope = transformInPrecedingStatementScope(context, () => context.transformExpression(each));
        // What stands before the second condition must not run before the first.
        isPlain &&= scope.precedingStatements.length === 0;
        return scope.result;
    };
    const either = (left: lua.Expression, right: lua.Expression) =>
        lua.createBinaryExpression(left, right, lua.SyntaxKind.OrOperator);
    const tests = groups.map(({ isDefault, cases }) => (isDefault ? undefined : cases.map(transform).reduce(either)));
    return isPlain ? { before: [], tests } : undefined;
}

function isSimpleCase(node: ts.Expression): boolean {
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isSimpleCase(node.expression);
    if (ts.isPropertyAccessExpression(node)) return isSimpleCase(node.expression);
    if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
    return (
        ts.isIdentifier(node) ||
        ts.isStringLiteralLike(node) ||
        ts.isNumericLiteral(node) ||
        node.kind === ts.SyntaxKind.TrueKeyword ||
        node.kind === ts.SyntaxKind.FalseKeyword ||
        node.kind === ts.SyntaxKind.NullKeyword ||
        node.kind === ts.SyntaxKind.ThisKeyword
    );
}

/** In the transpiler's own form, a `repeat ... until true`, a jump to the loop around it needs a second step. */
function withPlainBreaks(statements: lua.Statement[]): lua.Statement[] {
    return statements.flatMap((statement): lua.Statement[] => {
        if (lua.isDoStatement(statement)) {
            statement.statements = withPlainBreaks(statement.statements);
            return [statement];
        }
        return lua.isRepeatStatement(statement) ? leavableBlock(statement.body.statements) : [statement];
    });
}

export const switchVisitors: Visitors = { [ts.SyntaxKind.SwitchStatement]: visitSwitch };
