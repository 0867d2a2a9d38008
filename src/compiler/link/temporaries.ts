/**
 * The transpiler computes some values into a temporary and copies it: `local t; if c then t = a else t = b end;
 * return t`. By hand one writes the value where it belongs.
 */
import { children, holds, keepPosition, lua, type Identifier } from "../lua/syntax.ts";
import { bindingOf, mentions, resolveBinding, type Binding } from "./scope.ts";

/** Rewrites the statements in place, and all blocks below them. */
export function placeTemporaries(statements: lua.Statement[]): void {
    for (const statement of statements) visitBelow(statement);
    rewrite(statements);
}

function visitBelow(node: lua.Node): void {
    for (const child of children(node)) visitBelow(child);
    const list = (node as unknown as { statements?: lua.Statement[] }).statements;
    if (Array.isArray(list)) rewrite(list);
}

function rewrite(list: lua.Statement[]): void {
    declareWithValue(list);
    for (let index = 0; index < list.length; index++) {
        dropNilBranch(list, index);
        const temporary = declaredTemporary(list[index]!);
        if (!temporary) continue;
        const use = findLastUse(list, index, temporary);
        if (use === undefined || use === index) continue;
        const isPlaced =
            returnInstead(list, index, use, temporary) ||
            returnFromLoop(list, index, use, temporary) ||
            indexInPlace(list, index, use, temporary) ||
            becomeVariable(list, index, use, temporary);
        if (isPlaced) index--;
    }
}

/** `local x; ...; x = a` -> `...; local x = a`, where nothing in between knows x. */
function declareWithValue(list: lua.Statement[]): void {
    for (let index = 0; index < list.length; index++) {
        const declaration = list[index]!;
        if (!lua.isVariableDeclarationStatement(declaration) || declaration.right || declaration.left.length !== 1)
            continue;
        const binding = resolveBinding((declaration.left[0] as Identifier).binding!);
        const use = list.findIndex((statement, at) => at > index && mentions(statement, binding) > 0);
        const first = list[use];
        if (!first || !lastAssignment([first], binding) || mentions(first, binding) !== 1) continue;
        const { right } = first as lua.AssignmentStatement;
        const comments = [...(declaration.leadingComments ?? []), ...(first.leadingComments ?? [])];
        const joined = lua.createVariableDeclarationStatement(declaration.left, right);
        keepPosition(joined, first);
        if (comments.length > 0) joined.leadingComments = comments;
        list[use] = joined;
        list.splice(index, 1);
        index--;
    }
}

/** `local x; if c then x = a else x = nil end`: it is nil already. */
function dropNilBranch(list: readonly lua.Statement[], index: number): void {
    const declaration = list[index]!;
    const branch = list[index + 1];
    if (!branch || !lua.isIfStatement(branch) || !branch.elseBlock || lua.isIfStatement(branch.elseBlock)) return;
    if (!lua.isVariableDeclarationStatement(declaration) || declaration.right || declaration.left.length !== 1) return;
    const binding = resolveBinding((declaration.left[0] as Identifier).binding!);
    const [only, more] = branch.elseBlock.statements;
    if (!only || more || !lua.isAssignmentStatement(only)) return;
    if (lastAssignment([only], binding) && lua.isNilLiteral(only.right[0]!)) delete branch.elseBlock;
}

function declaredTemporary(statement: lua.Statement): Binding | undefined {
    if (!lua.isVariableDeclarationStatement(statement) || statement.left.length !== 1) return undefined;
    const identifier = statement.left[0] as Identifier;
    return identifier.text.startsWith("____") && identifier.binding ? resolveBinding(identifier.binding) : undefined;
}

function findLastUse(list: readonly lua.Statement[], from: number, binding: Binding): number | undefined {
    for (let index = list.length - 1; index >= from; index--) if (mentions(list[index]!, binding) > 0) return index;
    return undefined;
}

function isVariable(node: lua.Expression | undefined, binding: Binding): boolean {
    return bindingOf(node) === binding;
}

/** `local t = f(); local x = t.key` -> `local x = f().key` */
function indexInPlace(list: lua.Statement[], declaration: number, use: number, binding: Binding): boolean {
    const { right: [value] = [] } = list[declaration] as lua.VariableDeclarationStatement;
    const consumer = list[use]!;
    if (use !== declaration + 1 || !value || !isPrefix(value)) return false;
    if (!lua.isVariableDeclarationStatement(consumer) || consumer.right?.length !== 1) return false;
    const [member] = consumer.right;
    if (!member || !lua.isTableIndexExpression(member) || !isVariable(member.table, binding)) return false;
    if (mentions(consumer, binding) !== 1) return false;
    member.table = value;
    const comments = [...(list[declaration]!.leadingComments ?? []), ...(consumer.leadingComments ?? [])];
    if (comments.length > 0) consumer.leadingComments = comments;
    list.splice(declaration, 1);
    return true;
}

/** What Lua indexes without parentheses. */
function isPrefix(node: lua.Expression): boolean {
    return lua.isCallExpression(node) || lua.isMethodCallExpression(node) || lua.isTableIndexExpression(node);
}

/** `local t; if c then t = a else t = b end; return t` -> `if c then return a end; return b` */
function returnInstead(list: lua.Statement[], declaration: number, use: number, binding: Binding): boolean {
    const consumer = list[use]!;
    const branch = list[declaration + 1];
    if (use !== declaration + 2 || !branch || !lua.isIfStatement(branch)) return false;
    if ((list[declaration] as lua.VariableDeclarationStatement).right) return false;
    if (!lua.isReturnStatement(consumer) || consumer.expressions.length !== 1) return false;
    if (!isVariable(consumer.expressions[0], binding)) return false;
    const blocks = leafBlocks(branch);
    if (!blocks) return false;
    const assignments = blocks.map((block) => lastAssignment(block, binding));
    if (!assignments.every((found) => found !== undefined)) return false;
    if (mentions(branch, binding) !== blocks.length) return false;
    blocks.forEach((block, index) => {
        const assignment = assignments[index]!;
        block[block.length - 1] = keepPosition(lua.createReturnStatement([assignment.right[0]!]), assignment);
    });
    const comments = list[declaration]!.leadingComments ?? consumer.leadingComments;
    if (comments) branch.leadingComments = comments;
    list.splice(declaration, 3, branch, ...withoutElse(branch));
    return true;
}

/** `local t = false; for ... do if c then t = true; break end end; return t` -> `... then return true end end; return false` */
function returnFromLoop(list: lua.Statement[], declaration: number, use: number, binding: Binding): boolean {
    const declared = list[declaration] as lua.VariableDeclarationStatement;
    const loop = list[declaration + 1];
    const consumer = list[use]!;
    if (use !== declaration + 2 || !loop || !(lua.isForStatement(loop) || lua.isForInStatement(loop))) return false;
    if (!lua.isReturnStatement(consumer) || consumer.expressions.length !== 1) return false;
    const [initial = lua.createNilLiteral()] = declared.right ?? [];
    if (!lua.isLiteral(initial) && !lua.isUnaryExpression(initial)) return false;
    const ofFound = readField(consumer.expressions[0]!, binding);
    if (!isVariable(consumer.expressions[0], binding) && !(ofFound && lua.isNilLiteral(initial))) return false;
    const blocks: lua.Statement[][] = [];
    const visit = (statements: lua.Statement[]): void => {
        const [set, leave] = statements.slice(-2);
        if (set && leave && lua.isBreakStatement(leave) && lastAssignment([set], binding)) blocks.push(statements);
        // A loop inside has a `break` of its own.
        for (const statement of statements) {
            if (lua.isDoStatement(statement)) visit(statement.statements);
            for (let branch: lua.Node | undefined = statement; branch && lua.isIfStatement(branch);) {
                visit(branch.ifBlock.statements);
                const other: lua.Block | lua.IfStatement | undefined = branch.elseBlock;
                if (other && !lua.isIfStatement(other)) visit(other.statements);
                branch = other;
            }
        }
    };
    visit(loop.body.statements);
    if (blocks.length === 0 || mentions(loop, binding) !== blocks.length) return false;
    for (const block of blocks) {
        const assignment = block.at(-2) as lua.AssignmentStatement;
        const [found] = assignment.right;
        const result = lua.createReturnStatement([ofFound ? ofFound(found!) : found!]);
        block.splice(-2, 2, keepPosition(result, assignment));
    }
    const comments = declared.leadingComments;
    if (comments) loop.leadingComments = [...comments, ...(loop.leadingComments ?? [])];
    consumer.expressions = [initial];
    list.splice(declaration, 1);
    return true;
}

/** Of `found and found.age`, which `found?.age` is: the field of what is found. */
function readField(node: lua.Expression, binding: Binding): ((found: lua.Expression) => lua.Expression) | undefined {
    if (!lua.isBinaryExpression(node) || node.operator !== lua.SyntaxKind.AndOperator) return undefined;
    const { left, right } = node;
    if (!isVariable(left, binding) || !lua.isTableIndexExpression(right) || !isVariable(right.table, binding)) return;
    if (!lua.isLiteral(right.index)) return undefined;
    return (found) => lua.createTableIndexExpression(found, right.index);
}

/** After a branch that returns, `else` is one indentation too many. */
function withoutElse(statement: lua.IfStatement): lua.Statement[] {
    let last = statement;
    while (last.elseBlock && lua.isIfStatement(last.elseBlock)) last = last.elseBlock;
    const rest = last.elseBlock;
    if (!rest || last !== statement) return [];
    delete statement.elseBlock;
    return rest.statements;
}

/** The blocks that end an if statement's branches; undefined when not every way leads through one. */
function leafBlocks(statement: lua.IfStatement): lua.Statement[][] | undefined {
    if (!statement.elseBlock) return undefined;
    const others = lua.isIfStatement(statement.elseBlock)
        ? leafBlocks(statement.elseBlock)
        : [statement.elseBlock.statements];
    return others && [statement.ifBlock.statements, ...others];
}

function lastAssignment(block: readonly lua.Statement[], binding: Binding): lua.AssignmentStatement | undefined {
    const last = block.at(-1);
    if (!last || !lua.isAssignmentStatement(last) || last.left.length !== 1 || last.right.length !== 1)
        return undefined;
    return isVariable(last.left[0], binding) ? last : undefined;
}

/** `local t = a; if not t then t = b end; local x = t` -> the same with `x` from the start. */
function becomeVariable(list: lua.Statement[], declaration: number, use: number, binding: Binding): boolean {
    const consumer = list[use]!;
    if (!lua.isVariableDeclarationStatement(consumer) || consumer.left.length !== 1) return false;
    if (consumer.right?.length !== 1 || !isVariable(consumer.right[0], binding)) return false;
    const between = list.slice(declaration, use);
    // A function that was made in between would see the variable's later values.
    if (between.some((statement) => isCaptured(statement, binding))) return false;
    const target = resolveBinding((consumer.left[0] as Identifier).binding!);
    binding.target = target;
    const first = list[declaration]!;
    const identifier = (first as lua.VariableDeclarationStatement).left[0]!;
    identifier.text = target.name;
    const comments = [...(first.leadingComments ?? []), ...(consumer.leadingComments ?? [])];
    if (comments.length > 0) first.leadingComments = comments;
    keepPosition(first, consumer);
    list.splice(use, 1);
    return true;
}

function isCaptured(node: lua.Node, binding: Binding): boolean {
    return holds(node, (inner) => lua.isFunctionExpression(inner) && mentions(inner, binding) > 0);
}
