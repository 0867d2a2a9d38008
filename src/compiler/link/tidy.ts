/** Small rewrites that keep the meaning and give what one writes by hand. */
import {
    children,
    clone,
    isLocalFunction,
    keepPosition,
    lua,
    replaceBelow,
    walk,
    type Identifier,
} from "../lua/syntax.ts";
import { placeFields } from "./fields.ts";
import { bindingOf, resolveBinding, usedVariables, type Binding } from "./scope.ts";
import { nameTemporary } from "./temporary-names.ts";

export function tidy(statements: lua.Statement[]): void {
    const block = lua.createBlock(statements);
    inlineCopies(block);
    replaceBelow(block, (node) =>
        joinText(rightConcat(directComparison(withoutParentheses(plainName(plainJoin(node)))))),
    );
    placeFields(block);
    walk(block, (node) => {
        nameTemporary(node);
        nameFunction(node);
        dropParameters(node);
        dropLoopVariables(node);
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

/** Loop variables that nobody reads. */
function dropLoopVariables(node: lua.Node): void {
    if (!lua.isForInStatement(node)) return;
    const { bindings } = usedVariables(node.body);
    for (const name of node.names) {
        const { binding } = name as Identifier;
        if (binding && !bindings.has(resolveBinding(binding))) resolveBinding(binding).name = "_";
    }
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
    const prefix = (value: lua.Expression): lua.Expression =>
        lua.isParenthesizedExpression(value) &&
        (lua.isCallExpression(value.expression) ||
            lua.isMethodCallExpression(value.expression) ||
            lua.isIdentifier(value.expression))
            ? value.expression
            : value;
    const bare = (value: lua.Expression): lua.Expression =>
        lua.isParenthesizedExpression(value) && lua.isTableExpression(value.expression)
            ? value.expression
            : prefix(value);
    if (lua.isIfStatement(node) || lua.isWhileStatement(node) || lua.isRepeatStatement(node)) {
        node.condition = bare(node.condition);
    } else if (lua.isTableIndexExpression(node)) {
        node.table = prefix(node.table);
        node.index = bare(node.index);
    } else if (lua.isMethodCallExpression(node)) {
        node.prefixExpression = prefix(node.prefixExpression);
    } else if (lua.isBinaryExpression(node)) {
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
    keepPosition(inner, left.right);
    const outer = lua.createBinaryExpression(left.left, joinText(rightConcat(inner)) as lua.Expression, node.operator);
    keepPosition(outer, node);
    return rightConcat(outer);
}

/** Longer text stays in the pieces that the author made of it. */
const LONGEST_TEXT = 100;

/** `a .. ", " .. "expected b"` -> `a .. ", expected b"`, in a chain that `rightConcat` has made. */
function joinText(node: lua.Node): lua.Node {
    if (!isConcat(node)) return node;
    const next = isConcat(node.right) ? node.right.left : node.right;
    if (!lua.isStringLiteral(node.left) || !lua.isStringLiteral(next)) return node;
    if (node.left.value.length + next.value.length > LONGEST_TEXT) return node;
    const text = lua.createStringLiteral(node.left.value + next.value);
    keepPosition(text, node.left);
    if (!isConcat(node.right)) return text;
    const joined = lua.createBinaryExpression(text, node.right.right, node.operator);
    keepPosition(joined, node);
    return joined;
}

function isConcat(node: lua.Node): node is lua.BinaryExpression {
    return lua.isBinaryExpression(node) && node.operator === lua.SyntaxKind.ConcatOperator;
}

/** `table.concat(list, "")` -> `table.concat(list)` */
function plainJoin(node: lua.Node): lua.Node {
    if (!lua.isCallExpression(node) || node.params.length !== 2) return node;
    const { expression, params } = node;
    const isConcatenation =
        lua.isTableIndexExpression(expression) &&
        lua.isIdentifier(expression.table) &&
        expression.table.text === "table" &&
        !(expression.table as Identifier).binding &&
        lua.isStringLiteral(expression.index) &&
        expression.index.value === "concat";
    if (isConcatenation && lua.isStringLiteral(params[1]!) && params[1].value === "") params.pop();
    return node;
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

/**
 * `local ____x = y` or `local ____k = "n"` where nothing ever changes: `y` and `"n"` themselves. The transpiler makes
 * such copies to keep the order of effects.
 */
function inlineCopies(block: lua.Block): void {
    const writes = countWrites(block);
    const copies = new Map<Binding, lua.Expression>();
    const visit = (node: lua.Node): void => {
        for (const list of statementLists(node)) {
            for (let index = list.length - 1; index >= 0; index--) {
                const statement = list[index]!;
                takeCopies(statement, writes, copies);
                if (!lua.isVariableDeclarationStatement(statement) || statement.left.length > 0) continue;
                const next = list[index + 1];
                if (statement.leadingComments && next) {
                    next.leadingComments = [...statement.leadingComments, ...(next.leadingComments ?? [])];
                }
                list.splice(index, 1);
            }
        }
        children(node).forEach(visit);
    };
    for (const statement of block.statements) {
        // The linker removes what is left without variables: its list is not ours.
        takeCopies(statement, writes, copies);
        visit(statement);
    }
    if (copies.size === 0) return;
    replaceBelow(block, (node) => {
        let found: lua.Node = node;
        for (let next = copyOf(found, copies); next; next = copyOf(found, copies)) found = next;
        if (found === node) return node;
        const copy = clone(found);
        if (lua.isIdentifier(found)) (copy as Identifier).binding = (found as Identifier).binding!;
        keepPosition(copy, node);
        return copy;
    });
}

function copyOf(node: lua.Node, copies: ReadonlyMap<Binding, lua.Expression>): lua.Expression | undefined {
    const binding = bindingOf(node);
    return binding && copies.get(binding);
}

/** Takes the copies out of a declaration, which may leave it empty. */
function takeCopies(
    statement: lua.Statement,
    writes: ReadonlyMap<Binding, number>,
    copies: Map<Binding, lua.Expression>,
): void {
    if (!lua.isVariableDeclarationStatement(statement) || isLocalFunction(statement)) return;
    const { left, right } = statement;
    if (left.length !== right?.length) return;
    for (let index = left.length - 1; index >= 0; index--) {
        const name = left[index] as Identifier;
        const value = right[index]!;
        const binding = name.binding && resolveBinding(name.binding);
        if (!binding || !name.text.startsWith("____") || writes.has(binding)) continue;
        // Taken out of a loop on purpose (visitors/callbacks.ts).
        if (/^____list_\d+$/.test(name.text)) continue;
        const source = lua.isIdentifier(value) ? (value as Identifier).binding : undefined;
        const isConstant = lua.isStringLiteral(value) || lua.isNumericLiteral(value) || isStandard(value);
        if (!isConstant && (!source || writes.has(resolveBinding(source)))) continue;
        copies.set(binding, value);
        left.splice(index, 1);
        right.splice(index, 1);
    }
}

/** Lua's own functions and Prosody's module object: nobody writes to these names. */
function isStandard(node: lua.Expression): boolean {
    return lua.isIdentifier(node) && !(node as Identifier).binding && standardNames.has(node.text);
}

const standardNames = new Set(
    (
        "assert error getmetatable hosts ipairs module next pairs pcall print prosody rawequal rawget rawset require " +
        "select setmetatable tonumber tostring type xpcall"
    ).split(" "),
);

export function statementLists(node: lua.Node): lua.Statement[][] {
    const record = node as unknown as { statements?: lua.Statement[] };
    return Array.isArray(record.statements) ? [record.statements] : [];
}

function countWrites(block: lua.Block): Map<Binding, number> {
    const writes = new Map<Binding, number>();
    walk(block, (node) => {
        if (!lua.isAssignmentStatement(node)) return;
        for (const left of node.left) {
            const binding = bindingOf(left);
            if (binding) writes.set(binding, (writes.get(binding) ?? 0) + 1);
        }
    });
    return writes;
}
