/**
 * `const { host, port } = settings; return host + ":" + port` names fields that one expression alone needs. By hand one writes
 * them there, `settings.host .. ":" .. settings.port`, which spares a MOVE for each: Lua computes the operands of `..` and what a
 * function is given in registers of their own. The fields are still read in the author's order, before anything else happens.
 */
import { lua, walk, type Identifier } from "../lua/syntax.ts";
import { bindingOf, mentions, type Binding } from "./scope.ts";

/** Where an expression could take a field instead of a variable. */
interface Place {
    binding: Binding;
    /** Nothing but a field's value is computed here, into a register of its own. */
    put?: (value: lua.Expression) => void;
}

/** Rewrites the functions below: what stands at the top runs once. */
export function placeFields(block: lua.Block): void {
    walk(block, (node) => {
        if (!lua.isFunctionExpression(node)) return;
        walk(node.body, (inner) => {
            const { statements } = inner as { statements?: lua.Statement[] };
            if (Array.isArray(statements)) placeInList(statements);
        });
        return false;
    });
}

function placeInList(list: lua.Statement[]): void {
    for (let at = list.length - 1; at > 0; at--) {
        if (!declaredField(list[at - 1]!)) continue;
        const places = readPlaces(list[at]!);
        for (let last = places.length; at > 0; at--) {
            const field = declaredField(list[at - 1]!);
            const index = places.findIndex(({ binding }) => binding === field?.binding);
            const put = places[index]?.put;
            if (!field || !put || index >= last || countUses(list.slice(at), field.binding) !== 1) break;
            put(field.value);
            last = index;
            list.splice(at - 1, 1);
        }
    }
}

/** `local host = settings.host`, with nothing said of it that would have to go along. */
function declaredField(statement: lua.Statement): { binding: Binding; value: lua.Expression } | undefined {
    if (!lua.isVariableDeclarationStatement(statement) || statement.left.length !== 1) return undefined;
    const name = statement.left[0] as Identifier;
    const binding = bindingOf(name);
    const [value] = statement.right ?? [];
    if (!name.isField || !binding || !value || statement.leadingComments) return undefined;
    return isRead(value) ? { binding, value } : undefined;
}

/** `settings.host`, or with a literal as its default. */
function isRead(value: lua.Expression): boolean {
    if (lua.isBinaryExpression(value)) {
        return value.operator === lua.SyntaxKind.OrOperator && isRead(value.left) && lua.isLiteral(value.right);
    }
    return lua.isTableIndexExpression(value) && lua.isIdentifier(value.table) && lua.isStringLiteral(value.index);
}

function countUses(statements: readonly lua.Statement[], binding: Binding): number {
    return statements.reduce((count, statement) => count + mentions(statement, binding), 0);
}

/** Variables that a statement reads, in Lua's order, until something happens that could change a field or depend on its reading. */
function readPlaces(statement: lua.Statement): Place[] {
    const places: Place[] = [];
    let isOver = false;

    function read(node: lua.Expression, put?: (value: lua.Expression) => void): void {
        if (isOver) return;
        if (lua.isIdentifier(node)) {
            const binding = bindingOf(node);
            if (!binding) return;
            places.push({ binding, ...(put ? { put } : {}) });
            isOver = binding.writes > 0;
        } else if (lua.isParenthesizedExpression(node)) read(node.expression);
        else if (lua.isTableIndexExpression(node)) {
            read(node.table);
            read(node.index);
            isOver ||= !isLibrary(node.table);
        } else if (lua.isMethodCallExpression(node)) {
            read(node.prefixExpression);
            isOver ||= !isLibrary(node.prefixExpression);
            readAll(node.params);
            isOver = true;
        } else if (lua.isCallExpression(node)) {
            read(node.expression);
            readAll(node.params);
            isOver = true;
        } else if (lua.isBinaryExpression(node)) readOperands(node);
        else isOver ||= !lua.isLiteral(node);
    }

    function readAll(list: lua.Expression[]): void {
        list.forEach((each, index) => read(each, (value) => (list[index] = value)));
    }

    function readOperands(node: lua.BinaryExpression): void {
        const isConcat = node.operator === lua.SyntaxKind.ConcatOperator;
        const isLazy = node.operator === lua.SyntaxKind.AndOperator || node.operator === lua.SyntaxKind.OrOperator;
        read(node.left, isConcat ? (value) => (node.left = value) : undefined);
        if (!isLazy) read(node.right, isConcat ? (value) => (node.right = value) : undefined);
        isOver = true;
    }

    if (lua.isReturnStatement(statement)) {
        if (statement.expressions.length > 1) readAll(statement.expressions);
        else statement.expressions.forEach((each) => read(each));
    } else if (lua.isVariableDeclarationStatement(statement)) statement.right?.forEach((each) => read(each));
    else if (lua.isExpressionStatement(statement)) read(statement.expression);
    else if (lua.isIfStatement(statement)) read(statement.condition);
    else if (lua.isAssignmentStatement(statement) && statement.left.every((each) => lua.isIdentifier(each))) {
        statement.right.forEach((each) => read(each));
    }
    return places;
}

/** Lua's own libraries and Prosody's module object: to look something up there has no effects. */
function isLibrary(node: lua.Expression): boolean {
    return lua.isIdentifier(node) && !(node as Identifier).binding;
}
