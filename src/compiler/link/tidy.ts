/** Small rewrites that keep the meaning and give what one writes by hand. */
import { children, isLocalFunction, lua, replaceBelow, walk, type Identifier } from "../lua/syntax.ts";
import { resolveBinding, usedVariables, type Binding } from "./scope.ts";

export function tidy(statements: lua.Statement[]): void {
    const block = lua.createBlock(statements);
    inlineCopies(block);
    replaceBelow(block, (node) => rightConcat(directComparison(withoutParentheses(plainName(node)))));
    walk(block, (node) => {
        nameFunction(node);
        dropParameters(node);
        unwrapBlocks(node);
    });
    // The caller's list is the block's: replaceBelow replaces inside statements, never the statements themselves.
}

/** Parameters that nobody reads: gone at the end, `_` before others. */
function dropParameters(node: lua.Node): void {
    if (!lua.isFunctionExpression(node) || !node.params) return;
    const { bindings } = usedVariables(node.body);
    const isUsed = (param: lua.Identifier) => bindings.has(resolveBinding((param as Identifier).binding!));
    if (!node.dots) while (node.params.length > 0 && !isUsed(node.params.at(-1)!)) node.params.pop();
    for (const param of node.params) if (!isUsed(param)) (param as Identifier).binding!.name = "_";
}

/** A block without variables of its own is only indentation. */
function unwrapBlocks(node: lua.Node): void {
    for (const list of statementLists(node)) {
        for (let index = 0; index < list.length; index++) {
            const inner = list[index]!;
            if (!lua.isDoStatement(inner)) continue;
            if (inner.statements.some((s) => lua.isVariableDeclarationStatement(s) || leaves(s))) continue;
            const [first] = inner.statements;
            if (first && inner.leadingComments) {
                first.leadingComments = [...inner.leadingComments, ...(first.leadingComments ?? [])];
            }
            list.splice(index, 1, ...inner.statements);
            index--;
        }
    }
}

/** Must stay the last statement of its block. */
function leaves(statement: lua.Statement): boolean {
    return lua.isReturnStatement(statement) || lua.isBreakStatement(statement) || lua.isGotoStatement(statement);
}

/** `not (a ~= b)` -> `a == b` */
function directComparison(node: lua.Node): lua.Node {
    if (!lua.isUnaryExpression(node) || node.operator !== lua.SyntaxKind.NotOperator) return node;
    const inner = lua.isParenthesizedExpression(node.operand) ? node.operand.expression : node.operand;
    if (!lua.isBinaryExpression(inner)) return node;
    if (inner.operator === lua.SyntaxKind.InequalityOperator) inner.operator = lua.SyntaxKind.EqualityOperator;
    else if (inner.operator === lua.SyntaxKind.EqualityOperator) inner.operator = lua.SyntaxKind.InequalityOperator;
    else return node;
    return inner;
}

/** Parentheses that cut a call to one value, where only one value is taken anyway. */
function withoutParentheses(node: lua.Node): lua.Node {
    const bare = (value: lua.Expression): lua.Expression =>
        lua.isParenthesizedExpression(value) &&
        (lua.isCallExpression(value.expression) ||
            lua.isMethodCallExpression(value.expression) ||
            lua.isIdentifier(value.expression) ||
            lua.isTableExpression(value.expression))
            ? value.expression
            : value;
    if (lua.isBinaryExpression(node)) {
        node.left = bare(node.left);
        node.right = bare(node.right);
    } else if (lua.isUnaryExpression(node)) {
        node.operand = bare(node.operand);
    } else if (
        (lua.isVariableDeclarationStatement(node) || lua.isAssignmentStatement(node)) &&
        node.left.length === 1 &&
        node.right?.length === 1
    ) {
        node.right[0] = bare(node.right[0]!);
    }
    return node;
}

/** `(a .. b) .. c` -> `a .. (b .. c)`: one CONCAT instruction for the whole chain, and no parentheses. */
function rightConcat(node: lua.Node): lua.Node {
    if (!isConcat(node)) return node;
    let left: lua.Expression = node.left;
    if (lua.isParenthesizedExpression(left) && isConcat(left.expression)) left = left.expression;
    if (!isConcat(left)) return node;
    const inner = lua.createBinaryExpression(left.right, node.right, lua.SyntaxKind.ConcatOperator);
    place(inner, left.right);
    const outer = lua.createBinaryExpression(left.left, rightConcat(inner) as lua.Expression, node.operator);
    place(outer, node);
    return rightConcat(outer);
}

function isConcat(node: lua.Node): node is lua.BinaryExpression {
    return lua.isBinaryExpression(node) && node.operator === lua.SyntaxKind.ConcatOperator;
}

function place(to: lua.Node, from: lua.Node): void {
    if (from.line !== undefined) to.line = from.line;
    if (from.column !== undefined) to.column = from.column;
}

/** `____constructor`, `____super`: members that only the transpiler's classes have. */
function plainName(node: lua.Node): lua.Node {
    if (lua.isStringLiteral(node) && node.value.startsWith("____")) node.value = node.value.replace(/^_+/, "__");
    if (lua.isMethodCallExpression(node) && node.name.text.startsWith("____")) {
        node.name.text = node.name.text.replace(/^_+/, "__");
    }
    return node;
}

/** `module.unload = function() ... end` -> `function module.unload() ... end` */
function nameFunction(node: lua.Node): void {
    if (!lua.isAssignmentStatement(node) || !lua.isFunctionDefinition(node)) return;
    const left = node.left[0]!;
    const value = node.right[0];
    if (isDottedName(left) && !lua.isIdentifier(left)) value.flags |= lua.NodeFlags.Declaration;
}

function isDottedName(node: lua.Expression): boolean {
    if (lua.isIdentifier(node)) return true;
    return (
        lua.isTableIndexExpression(node) &&
        lua.isStringLiteral(node.index) &&
        /^[A-Za-z_]\w*$/.test(node.index.value) &&
        isDottedName(node.table)
    );
}

/** `local ____x = y` where neither ever changes: `y` itself. The transpiler makes such copies for destructuring. */
function inlineCopies(block: lua.Block): void {
    const writes = countWrites(block);
    const copies = new Map<Binding, Identifier>();
    const visit = (node: lua.Node): void => {
        for (const list of statementLists(node)) {
            for (let index = list.length - 1; index >= 0; index--) {
                const copy = copiedVariable(list[index]!, writes);
                if (!copy) continue;
                copies.set(copy.binding, copy.of);
                const comments = list[index]!.leadingComments;
                const next = list[index + 1];
                if (comments && next) next.leadingComments = [...comments, ...(next.leadingComments ?? [])];
                list.splice(index, 1);
            }
        }
        children(node).forEach(visit);
    };
    for (const statement of block.statements) visit(statement);
    if (copies.size === 0) return;
    replaceBelow(block, (node) => {
        if (!lua.isIdentifier(node) || !(node as Identifier).binding) return node;
        let of = copies.get(resolveBinding((node as Identifier).binding!));
        if (!of) return node;
        for (let next = copies.get(resolveBinding(of.binding!)); next; next = copies.get(resolveBinding(of.binding!))) {
            of = next;
        }
        const identifier = lua.createIdentifier(of.text) as Identifier;
        identifier.binding = of.binding!;
        place(identifier, node);
        return identifier;
    });
}

function statementLists(node: lua.Node): lua.Statement[][] {
    const record = node as unknown as { statements?: lua.Statement[] };
    return Array.isArray(record.statements) ? [record.statements] : [];
}

function copiedVariable(
    statement: lua.Statement,
    writes: ReadonlyMap<Binding, number>,
): { binding: Binding; of: Identifier } | undefined {
    if (!lua.isVariableDeclarationStatement(statement) || isLocalFunction(statement)) return undefined;
    if (statement.left.length !== 1 || statement.right?.length !== 1) return undefined;
    const [left] = statement.left;
    const [right] = statement.right;
    if (!left!.text.startsWith("____") || !lua.isIdentifier(right!)) return undefined;
    const binding = (left as Identifier).binding;
    const source = (right as Identifier).binding;
    if (!binding || !source) return undefined;
    if (writes.has(resolveBinding(binding)) || writes.has(resolveBinding(source))) return undefined;
    return { binding: resolveBinding(binding), of: right as Identifier };
}

function countWrites(block: lua.Block): Map<Binding, number> {
    const writes = new Map<Binding, number>();
    walk(block, (node) => {
        if (!lua.isAssignmentStatement(node)) return;
        for (const left of node.left) {
            const binding = lua.isIdentifier(left) ? (left as Identifier).binding : undefined;
            if (binding) writes.set(resolveBinding(binding), (writes.get(resolveBinding(binding)) ?? 0) + 1);
        }
    });
    return writes;
}
