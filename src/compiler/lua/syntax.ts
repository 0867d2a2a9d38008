/**
 * The Lua syntax tree that travels from transpile to print: TypeScriptToLua's own nodes, with identifiers
 * that know which variable they mean once `link/scope.ts` has seen them.
 */
// Not the package's index: each name of that is a getter, and trees are walked often.
import * as lua from "typescript-to-lua/dist/LuaAST.js";
import type { Binding } from "../link/scope.ts";

export { lua };

export interface Identifier extends lua.Identifier {
    /** The variable meant; absent for globals and before scopes are resolved. */
    binding?: Binding;
    /** Declared by a pattern of the author's: a field that is taken out of an object (`link/fields.ts`). */
    isField?: true;
}

/** A statement, or an item of a list: a field of a table, an argument, the name of a method in a chain of calls. */
export interface Commented extends lua.Node {
    /** Lines above, behind (`visitors/comments.ts`: besideMark) and below (belowMark). */
    leadingComments?: (string | string[])[];
}

/** A statement plus the file that it came from, for source maps, blank lines and diagnostics. */
export type Statement = lua.Statement;

function isNode(value: unknown): value is lua.Node {
    return typeof value === "object" && value !== null && typeof (value as lua.Node).kind === "number";
}

/** The nodes directly below, in the order of their text. */
export function children(node: lua.Node): lua.Node[] {
    const found: lua.Node[] = [];
    const record = node as unknown as Record<string, unknown>;
    for (const key in record) {
        if (key === "binding") continue;
        const value = record[key];
        if (isNode(value)) found.push(value);
        else if (Array.isArray(value)) for (const item of value) if (isNode(item)) found.push(item);
    }
    return found;
}

/** Calls `visit` on the node and everything below it, parents first. `false` leaves out what is below. */
export function walk(node: lua.Node, visit: (node: lua.Node) => boolean | void): void {
    if (visit(node) === false) return;
    for (const child of children(node)) walk(child, visit);
}

/** Whether the node, or one below it, is such a one; what is below a node that is not entered does not count. */
export function holds(
    node: lua.Node,
    isSuch: (node: lua.Node) => boolean,
    enters: (node: lua.Node) => boolean = () => true,
): boolean {
    return isSuch(node) || (enters(node) && children(node).some((child) => holds(child, isSuch, enters)));
}

export function isLoop(node: lua.Node): boolean {
    return (
        lua.isWhileStatement(node) ||
        lua.isRepeatStatement(node) ||
        lua.isForStatement(node) ||
        lua.isForInStatement(node)
    );
}

/** What stands for another node stands in its place: for source maps and blank lines. */
export function keepPosition<T extends lua.Node>(to: T, from: lua.Node): T {
    if (from.line !== undefined) to.line = from.line;
    if (from.column !== undefined) to.column = from.column;
    return to;
}

/** A statement that stands for another one has its comments, too. */
export function keepPlace<T extends lua.Statement>(to: T, from: lua.Statement): T {
    if (from.leadingComments) to.leadingComments = from.leadingComments;
    if (from.trailingComments) to.trailingComments = from.trailingComments;
    return keepPosition(to, from);
}

/** Replaces nodes below (children first) by what `replace` returns for them; the node itself stays. */
export function replaceBelow(node: lua.Node, replace: (node: lua.Node) => lua.Node): void {
    const record = node as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(record)) {
        if (key === "binding") continue;
        if (isNode(value)) {
            replaceBelow(value, replace);
            record[key] = replace(value);
        } else if (Array.isArray(value)) {
            value.forEach((item, index) => {
                if (!isNode(item)) return;
                replaceBelow(item, replace);
                value[index] = replace(item);
            });
        }
    }
}

/** TypeScriptToLua shares some nodes between places; the linker renames and replaces, so it works on a copy. */
export function clone<T extends lua.Node>(node: T): T {
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) {
        if (key === "binding") continue;
        if (isNode(value)) copy[key] = clone(value);
        else if (Array.isArray(value)) copy[key] = value.map((item: unknown) => (isNode(item) ? clone(item) : item));
        else copy[key] = value;
    }
    return copy as unknown as T;
}

/** `name` of `name(...)`, for the calls that the visitors leave as messages to the linker. */
export function calledGlobal(node: lua.Node): string | undefined {
    return lua.isCallExpression(node) && lua.isIdentifier(node.expression) ? node.expression.text : undefined;
}

export function stringArgument(call: lua.CallExpression, index: number): string | undefined {
    const argument = call.params[index];
    return argument && lua.isStringLiteral(argument) ? argument.value : undefined;
}

/** `local function f` when printed: the name is visible inside the function itself. */
export function isLocalFunction(
    statement: lua.Node,
): statement is lua.VariableDeclarationStatement & { right: [lua.FunctionExpression] } {
    return lua.isVariableDeclarationStatement(statement) && lua.isFunctionDefinition(statement);
}
