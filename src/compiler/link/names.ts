/**
 * Gives every variable the name that a reader expects: the author's own where it is free, no transpiler's
 * underscores, nothing that shadows what is visible.
 */
import { isLocalFunction, lua, walk, type Identifier } from "../lua/syntax.ts";
import type { Item } from "./link.ts";
import { resolveBinding, usedVariables, type Binding } from "./scope.ts";
import type { Unit } from "./unit.ts";

const keywords = new Set(
    (
        "and break do else elseif end false for function goto if in local nil not or repeat return then true until " +
        "while"
    ).split(" "),
);

/** The transpiler's name without its marks: `____opt_0` -> `opt`, `__TS__ArrayMap` -> `array_map`. */
export function naturalName(name: string): string {
    const helper = /^__TS__(\w+)$/.exec(name);
    if (helper) return snakeCase(helper[1]!);
    if (/^_+$/.test(name)) return "_";
    if (!name.startsWith("____")) return name;
    const bare = name
        .replace(/^_+/, "")
        .replace(/(_\d+)+$/, "")
        .replace(/_(\d+)(?=_|$)/g, "")
        .replace(/^TS__(?=\w+_result$)(\w+)/, (_, helper: string) => snakeCase(helper));
    const known = temporaries[bare];
    if (known) return known;
    return /^[A-Za-z_]\w*$/.test(bare) ? bare : "_";
}

function snakeCase(name: string): string {
    return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** Words for the transpiler's own variables. */
const temporaries: Record<string, string> = {
    try: "ok",
    hasReturned: "result",
    returnValue: "value",
    rethrow: "err",
    error: "err",
    catch: "on_error",
    opt: "value",
};

interface Names {
    read: Set<string>;
    written: Set<string>;
}

/** Sets the text of every identifier; says which names of the environment the chunk reads and writes. */
export function assignNames(items: readonly Item[], entryUnit: Unit): Names {
    const statements = items.map((item) => item.statement);
    const uses = countUses(statements);
    const globals = globalNames(statements);
    const names = new Map<Binding, string>();

    // What dependants of the module see is named as exported.
    for (const [exported, binding] of entryUnit.exports) {
        const resolved = resolveBinding(binding);
        if (!resolved.global) continue;
        const name = exported === "default" || exported === "export=" ? naturalName(resolved.name) : exported;
        names.set(resolved, name);
        globals.written.add(name);
    }
    function choose(binding: Binding, isTaken: (name: string) => boolean): string {
        const base = naturalName(binding.name);
        if (base === "_" && (uses.get(binding) ?? 0) === 0) return "_";
        const isFree = (name: string) => !keywords.has(name) && !isTaken(name);
        const first = base === "_" && (uses.get(binding) ?? 0) > 0 ? "value" : base;
        if (isFree(first)) return first;
        for (let number = 2; ; number++) {
            const name = /\d$/.test(first) ? `${first}_${number}` : `${first}${number}`;
            if (isFree(name)) return name;
        }
    }

    // The entry's own names come first; those of linked files give way.
    const top = new Set<string>();
    const ordered = [...items].sort((a, b) => Number(b.unit === entryUnit) - Number(a.unit === entryUnit));
    for (const item of ordered) {
        for (const binding of topVariables(item.statement)) {
            if (names.has(binding)) continue;
            const hidden = namesHiddenBy(item, items);
            const name = choose(binding, (candidate) => top.has(candidate) || hidden(candidate));
            names.set(binding, name);
            if (name !== "_") top.add(name);
        }
    }

    rename(statements, names, choose);
    return globals;
}

/**
 * Names of the environment that an outermost local would hide where they are meant. `local unpack = table.unpack or
 * unpack` hides nothing from itself.
 */
function namesHiddenBy(item: Item, items: readonly Item[]): (name: string) => boolean {
    const own = isLocalFunction(item.statement) ? undefined : item;
    return (name) => items.some((other) => other !== own && environmentNames(other.statement).has(name));
}

const declaredNamesOf = new WeakMap<lua.Node, Set<string>>();

/** Names that the locals below want. */
function declaredNames(node: lua.Node): Set<string> {
    let names = declaredNamesOf.get(node);
    if (!names) {
        names = new Set();
        walk(node, (inner) => {
            const binding = lua.isIdentifier(inner) ? (inner as Identifier).binding : undefined;
            if (binding) names!.add(naturalName(resolveBinding(binding).name));
        });
        declaredNamesOf.set(node, names);
    }
    return names;
}

const environmentNamesOf = new WeakMap<lua.Node, Set<string>>();

/** Names that the node takes from the environment or puts there, deep. */
function environmentNames(node: lua.Node): Set<string> {
    let names = environmentNamesOf.get(node);
    if (!names) {
        names = usedVariables(node).globals;
        walk(node, (inner) => {
            const binding = lua.isIdentifier(inner) ? (inner as Identifier).binding : undefined;
            if (binding && resolveBinding(binding).global) names!.add(resolveBinding(binding).name);
        });
        environmentNamesOf.set(node, names);
    }
    return names;
}

function topVariables(statement: lua.Statement): Binding[] {
    if (lua.isVariableDeclarationStatement(statement)) {
        return statement.left.map((left) => resolveBinding((left as Identifier).binding!));
    }
    // Blocks that the linker made hold declarations that are as good as outermost.
    return lua.isDoStatement(statement) ? statement.statements.flatMap(topVariables) : [];
}

/** Uses other than the declaration. */
function countUses(statements: readonly lua.Statement[]): Map<Binding, number> {
    const uses = new Map<Binding, number>();
    for (const statement of statements) {
        walk(statement, (node) => {
            if (!lua.isIdentifier(node) || !(node as Identifier).binding) return;
            const binding = resolveBinding((node as Identifier).binding!);
            uses.set(binding, (uses.get(binding) ?? -1) + 1);
        });
    }
    return uses;
}

function globalNames(statements: readonly lua.Statement[]): Names {
    const names: Names = { read: new Set(), written: new Set() };
    const visit = (node: lua.Node, written = false): void => {
        if (lua.isIdentifier(node)) {
            if (!(node as Identifier).binding) names[written ? "written" : "read"].add(node.text);
            return;
        }
        if (lua.isAssignmentStatement(node)) {
            node.left.forEach((left) => visit(left, lua.isIdentifier(left)));
            node.right.forEach((right) => visit(right));
            return;
        }
        if (lua.isMethodCallExpression(node)) {
            visit(node.prefixExpression);
            node.params.forEach((param) => visit(param));
            return;
        }
        for (const [key, value] of Object.entries(node)) {
            if (key === "binding" || typeof value !== "object" || value === null) continue;
            for (const item of (Array.isArray(value) ? value : [value]) as (lua.Node | null)[]) {
                if (typeof item === "object" && item !== null && typeof item.kind === "number") visit(item);
            }
        }
    };
    for (const statement of statements) visit(statement);
    return names;
}

class Visible {
    private readonly names = new Set<string>();
    private readonly parent: Visible | undefined;
    private readonly extent: readonly lua.Node[];
    /** @param extent what the scope reaches over */
    constructor(extent: readonly lua.Node[], parent?: Visible) {
        this.extent = extent;
        this.parent = parent;
    }
    /** True when a local of that name would hide something that is meant here. */
    isTaken(name: string): boolean {
        return this.has(name) || this.extent.some((node) => environmentNames(node).has(name));
    }
    has(name: string): boolean {
        return this.names.has(name) || (this.parent?.has(name) ?? false);
    }
    /** True when the author has something else of that name here. */
    isMeant(name: string): boolean {
        return this.isTaken(name) || this.extent.some((node) => declaredNames(node).has(name));
    }
    add(name: string): void {
        this.names.add(name);
    }
}

type Choose = (binding: Binding, visible: (name: string) => boolean) => string;

function rename(statements: readonly lua.Statement[], names: Map<Binding, string>, choose: Choose): void {
    function block(body: readonly lua.Statement[], scope: Visible): void {
        for (const item of body) statement(item, scope);
    }

    function declare(identifiers: readonly lua.Identifier[], scope: Visible): void {
        for (const identifier of identifiers) {
            const binding = resolveBinding((identifier as Identifier).binding!);
            let name = names.get(binding);
            if (name === undefined) {
                const { suggestion } = binding;
                name =
                    suggestion !== undefined && !scope.isMeant(suggestion)
                        ? suggestion
                        : choose(binding, (candidate) => scope.isTaken(candidate));
                names.set(binding, name);
            }
            identifier.text = name;
            if (name !== "_") scope.add(name);
        }
    }

    function statement(node: lua.Statement, scope: Visible): void {
        if (isLocalFunction(node)) {
            declare(node.left, scope);
            expression(node.right[0], scope);
        } else if (lua.isVariableDeclarationStatement(node)) {
            node.right?.forEach((value) => expression(value, scope));
            declare(node.left, scope);
        } else if (lua.isAssignmentStatement(node)) {
            node.left.forEach((value) => expression(value, scope));
            node.right.forEach((value) => expression(value, scope));
        } else if (lua.isDoStatement(node)) {
            block(node.statements, new Visible([node], scope));
        } else if (lua.isIfStatement(node)) {
            expression(node.condition, scope);
            block(node.ifBlock.statements, new Visible([node.ifBlock], scope));
            if (node.elseBlock) {
                if (lua.isIfStatement(node.elseBlock)) statement(node.elseBlock, scope);
                else block(node.elseBlock.statements, new Visible([node.elseBlock], scope));
            }
        } else if (lua.isWhileStatement(node)) {
            expression(node.condition, scope);
            block(node.body.statements, new Visible([node.body], scope));
        } else if (lua.isRepeatStatement(node)) {
            const inner = new Visible([node], scope);
            block(node.body.statements, inner);
            expression(node.condition, inner);
        } else if (lua.isForStatement(node)) {
            expression(node.controlVariableInitializer, scope);
            expression(node.limitExpression, scope);
            if (node.stepExpression) expression(node.stepExpression, scope);
            const inner = new Visible([node.body], scope);
            declare([node.controlVariable], inner);
            block(node.body.statements, inner);
        } else if (lua.isForInStatement(node)) {
            node.expressions.forEach((value) => expression(value, scope));
            const inner = new Visible([node.body], scope);
            declare(node.names, inner);
            block(node.body.statements, inner);
        } else if (lua.isReturnStatement(node)) {
            node.expressions.forEach((value) => expression(value, scope));
        } else if (lua.isExpressionStatement(node)) {
            expression(node.expression, scope);
        }
    }

    function expression(node: lua.Expression, scope: Visible): void {
        if (lua.isIdentifier(node)) {
            const { binding } = node as Identifier;
            if (binding) node.text = names.get(resolveBinding(binding)) ?? node.text;
        } else if (lua.isFunctionExpression(node)) {
            const inner = new Visible([node.body], scope);
            declare(node.params ?? [], inner);
            block(node.body.statements, inner);
        } else if (lua.isTableExpression(node)) {
            for (const field of node.fields) {
                if (field.key) expression(field.key, scope);
                expression(field.value, scope);
            }
        } else if (lua.isUnaryExpression(node)) {
            expression(node.operand, scope);
        } else if (lua.isBinaryExpression(node)) {
            expression(node.left, scope);
            expression(node.right, scope);
        } else if (lua.isCallExpression(node)) {
            expression(node.expression, scope);
            node.params.forEach((value) => expression(value, scope));
        } else if (lua.isMethodCallExpression(node)) {
            expression(node.prefixExpression, scope);
            node.params.forEach((value) => expression(value, scope));
        } else if (lua.isTableIndexExpression(node)) {
            expression(node.table, scope);
            expression(node.index, scope);
        } else if (lua.isParenthesizedExpression(node)) {
            expression(node.expression, scope);
        }
    }

    block(statements, new Visible(statements));
}
