/**
 * Exports that may be nil. Prosody takes what a module exports for globals of it, and logs a warning with a traceback when
 * an undefined global is read, the module's own too: such a variable is a local, whose value the environment gets a copy of
 * wherever it is set.
 */
import { lua, walk, type Identifier } from "../lua/syntax.ts";
import { naturalName } from "./names.ts";
import { resolveBinding, type Binding } from "./scope.ts";
import { statementLists } from "./tidy.ts";
import type { Unit } from "./unit.ts";

/** Makes members of the environment of what the entry exports, and locals with copies there of what may be nil. */
export function publishExports(units: readonly Unit[], entry: Unit): void {
    const copies = new Map<Binding, string[]>();
    for (const [exported, binding] of entry.exports) {
        const variable = resolveBinding(binding);
        if (!entry.mayBeNil.has(exported)) {
            variable.global = true;
            continue;
        }
        const name = exported === "default" || exported === "export=" ? naturalName(variable.name) : exported;
        copies.set(variable, [...(copies.get(variable) ?? []), name]);
    }
    // What is exported under two names, of which one is known to be there, is.
    for (const variable of copies.keys()) if (variable.global) copies.delete(variable);
    if (copies.size === 0) return;
    for (const unit of units) {
        const block = lua.createBlock(unit.statements);
        walk(block, (node) => {
            for (const list of statementLists(node)) copyAfterWrites(list, copies);
        });
        unit.statements = block.statements;
    }
}

function copyAfterWrites(list: lua.Statement[], copies: ReadonlyMap<Binding, readonly string[]>): void {
    for (let index = 0; index < list.length; index++) {
        const statement = list[index]!;
        if (!lua.isAssignmentStatement(statement) && !lua.isVariableDeclarationStatement(statement)) continue;
        if (!statement.right || statement.right.length === 0) continue;
        for (const left of statement.left) {
            const { binding } = left as Identifier;
            if (!lua.isIdentifier(left) || !binding) continue;
            for (const name of copies.get(resolveBinding(binding)) ?? []) {
                list.splice(++index, 0, copy(name, left, binding));
            }
        }
    }
}

/** `module.environment.name = variable` */
function copy(name: string, variable: Identifier, binding: Binding): lua.Statement {
    const environment = lua.createTableIndexExpression(
        lua.createIdentifier("module"),
        lua.createStringLiteral("environment"),
    );
    const value = lua.createIdentifier(variable.text) as Identifier;
    value.binding = binding;
    binding.uses.push(value);
    const statement = lua.createAssignmentStatement(
        lua.createTableIndexExpression(environment, lua.createStringLiteral(name)),
        value,
    );
    return variable.line === undefined ? statement : lua.setNodePosition(statement, variable);
}
