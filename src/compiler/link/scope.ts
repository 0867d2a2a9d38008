/** Which identifier means which variable: Lua's scoping rules over a syntax tree. */
import { isLocalFunction, lua, walk, type Identifier } from "../lua/syntax.ts";

/** A local variable, parameter or loop variable. */
export interface Binding {
    /** As the author wrote it. */
    name: string;
    /** A better name for one that the transpiler made up, where nothing of the author's has it. */
    suggestion?: string;
    /** Every identifier that means it, declarations too, in the order of the text. */
    uses: Identifier[];
    /** How often it is assigned after its declaration. */
    writes: number;
    /** Another variable that stands for this one: an import stands for what it imports. */
    target?: Binding;
    /** A member of the module's environment instead of a local: what Prosody hands to modules that depend on this one. */
    global?: boolean;
}

export function createBinding(name: string): Binding {
    return { name, uses: [], writes: 0 };
}

/** The variable that an import finally stands for. */
export function resolveBinding(binding: Binding): Binding {
    let current = binding;
    while (current.target) current = current.target;
    return current;
}

/** An identifier that means the variable. */
export function reference(binding: Binding): Identifier {
    const identifier = lua.createIdentifier(binding.name) as Identifier;
    identifier.binding = binding;
    return identifier;
}

/** The variable that a node means, after imports are followed; undefined for a global name and what is no name. */
export function bindingOf(node: lua.Node | undefined): Binding | undefined {
    const binding = node && lua.isIdentifier(node) ? (node as Identifier).binding : undefined;
    return binding && resolveBinding(binding);
}

/** How often the variable is named in a node and all below it. */
export function mentions(node: lua.Node, binding: Binding): number {
    let count = 0;
    walk(node, (inner) => {
        if (bindingOf(inner) === binding) count++;
    });
    return count;
}

/** What is taken apart at once is named by what it is handed to, or by its type (visitors/parameters.ts, patterns.ts). */
function givenName(identifier: Identifier): string {
    const isPattern = identifier.text.startsWith("____");
    return isPattern && identifier.originalName ? identifier.originalName : identifier.text;
}

class Scope {
    private readonly names = new Map<string, Binding>();
    private readonly parent: Scope | undefined;
    constructor(parent?: Scope) {
        this.parent = parent;
    }
    declare(identifier: Identifier): Binding {
        const binding = identifier.binding ?? createBinding(givenName(identifier));
        identifier.binding = binding;
        binding.uses.push(identifier);
        this.names.set(identifier.text, binding);
        return binding;
    }
    find(name: string): Binding | undefined {
        return this.names.get(name) ?? this.parent?.find(name);
    }
}

export interface ResolvedScopes {
    /** Locals of the outermost block, in order. */
    top: Binding[];
    /** Reads and writes of names that no local has. */
    globals: Map<string, Identifier[]>;
}

/**
 * Binds every identifier below the statements. An identifier that has a binding already (an export, which is
 * a variable of its file however it is shadowed) keeps it.
 */
export function resolveScopes(statements: readonly lua.Statement[]): ResolvedScopes {
    const top: Binding[] = [];
    const globals = new Map<string, Identifier[]>();

    function block(body: readonly lua.Statement[], scope: Scope): void {
        for (const item of body) statement(item, scope);
    }

    function declare(identifiers: readonly lua.Identifier[], scope: Scope): void {
        for (const identifier of identifiers) {
            const binding = scope.declare(identifier);
            if (scope === outermost) top.push(binding);
        }
    }

    function statement(node: lua.Statement, scope: Scope): void {
        if (isLocalFunction(node)) {
            declare(node.left, scope);
            expression(node.right[0], scope);
        } else if (lua.isVariableDeclarationStatement(node)) {
            node.right?.forEach((value) => expression(value, scope));
            declare(node.left, scope);
        } else if (lua.isAssignmentStatement(node)) {
            node.right.forEach((value) => expression(value, scope));
            for (const left of node.left) {
                expression(left, scope);
                if (lua.isIdentifier(left)) {
                    const { binding } = left as Identifier;
                    if (binding) binding.writes++;
                }
            }
        } else if (lua.isDoStatement(node)) {
            block(node.statements, new Scope(scope));
        } else if (lua.isIfStatement(node)) {
            expression(node.condition, scope);
            block(node.ifBlock.statements, new Scope(scope));
            if (node.elseBlock) {
                if (lua.isIfStatement(node.elseBlock)) statement(node.elseBlock, scope);
                else block(node.elseBlock.statements, new Scope(scope));
            }
        } else if (lua.isWhileStatement(node)) {
            expression(node.condition, scope);
            block(node.body.statements, new Scope(scope));
        } else if (lua.isRepeatStatement(node)) {
            // The condition sees the body's locals.
            const inner = new Scope(scope);
            block(node.body.statements, inner);
            expression(node.condition, inner);
        } else if (lua.isForStatement(node)) {
            expression(node.controlVariableInitializer, scope);
            expression(node.limitExpression, scope);
            if (node.stepExpression) expression(node.stepExpression, scope);
            const inner = new Scope(scope);
            declare([node.controlVariable], inner);
            block(node.body.statements, inner);
        } else if (lua.isForInStatement(node)) {
            node.expressions.forEach((value) => expression(value, scope));
            const inner = new Scope(scope);
            declare(node.names, inner);
            block(node.body.statements, inner);
        } else if (lua.isReturnStatement(node)) {
            node.expressions.forEach((value) => expression(value, scope));
        } else if (lua.isExpressionStatement(node)) {
            expression(node.expression, scope);
        }
    }

    function expression(node: lua.Expression, scope: Scope): void {
        if (lua.isIdentifier(node)) {
            const identifier = node as Identifier;
            const binding = identifier.binding ?? scope.find(node.text);
            if (binding) {
                identifier.binding = binding;
                binding.uses.push(identifier);
            } else {
                const uses = globals.get(node.text);
                if (uses) uses.push(identifier);
                else globals.set(node.text, [identifier]);
            }
        } else if (lua.isFunctionExpression(node)) {
            const inner = new Scope(scope);
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

    const outermost = new Scope();
    block(statements, outermost);
    return { top, globals };
}

/** Variables (after imports are followed) and global names that a node uses, deep. */
export function usedVariables(node: lua.Node): { bindings: Set<Binding>; globals: Set<string> } {
    const bindings = new Set<Binding>();
    const globals = new Set<string>();
    const visit = (current: lua.Node, isName = false): void => {
        if (lua.isIdentifier(current)) {
            if (isName) return;
            const { binding } = current as Identifier;
            if (binding) bindings.add(resolveBinding(binding));
            else globals.add(current.text);
            return;
        }
        if (lua.isMethodCallExpression(current)) {
            visit(current.prefixExpression);
            current.params.forEach((value) => visit(value));
            return;
        }
        for (const [key, value] of Object.entries(current)) {
            if (key === "binding" || typeof value !== "object" || value === null) continue;
            for (const item of (Array.isArray(value) ? value : [value]) as (lua.Node | null)[]) {
                if (typeof item === "object" && item !== null && typeof item.kind === "number") visit(item);
            }
        }
    };
    visit(node);
    return { bindings, globals };
}
