/** One source file as the linker sees it: statements, what it imports, what it exports. */
import {
    calledGlobal,
    clone,
    holds,
    keepPlace,
    lua,
    replaceBelow,
    stringArgument,
    type Identifier,
} from "../lua/syntax.ts";
import { message } from "../visitors/messages.ts";
import { createBinding, reference, resolveScopes, type Binding } from "./scope.ts";
import { placeTemporaries } from "./temporaries.ts";

/** A name of another file (or "*", the whole file). */
export interface Import {
    file: string;
    name: string;
}

/** A Lua module that the server has, or one member of it. */
export interface External {
    module: string;
    member: string | undefined;
}

export interface Unit {
    id: string;
    /** TypeScript or Lua text, for blank lines and diagnostics. */
    text: string;
    kind: "typescript" | "lua";
    /** Top-level statements, without imports and exports. */
    statements: lua.Statement[];
    /** Files that must run before this one, in order. */
    dependencies: string[];
    imports: Map<Binding, Import>;
    externals: Map<Binding, External>;
    exports: Map<string, Binding>;
    reexports: Map<string, Import>;
    reexportAll: string[];
    /** Names that no local has, with their identifiers. */
    globals: Map<string, Identifier[]>;
    inspectsErrors: boolean;
    /** Names of exports that may be nil at some time. */
    mayBeNil: ReadonlySet<string>;
    /** What the file says of itself, as comment lines without their marks. */
    comment: readonly string[];
}

export interface UnitSource {
    id: string;
    text: string;
    kind: "typescript" | "lua";
    statements: readonly lua.Statement[];
    inspectsErrors: boolean;
    mayBeNil?: ReadonlySet<string>;
    comment: readonly string[];
}

const exportsTable = "____exports";

export function createUnit(source: UnitSource): Unit {
    const unit: Unit = {
        id: source.id,
        text: source.text,
        kind: source.kind,
        statements: [],
        dependencies: [],
        imports: new Map(),
        externals: new Map(),
        exports: new Map(),
        reexports: new Map(),
        reexportAll: [],
        globals: new Map(),
        inspectsErrors: source.inspectsErrors,
        mayBeNil: source.mayBeNil ?? new Set(),
        comment: source.comment,
    };
    const block = lua.createBlock(source.statements.map(clone));
    replaceExportsTable(unit, block);
    block.statements = block.statements.filter((statement) => !isExportsScaffold(statement));
    declareExports(unit, block);
    const { globals } = resolveScopes(block.statements);
    unit.globals = globals;
    block.statements = block.statements.filter((statement) => !takeMessage(unit, statement));
    unit.statements = mergeAliases(hoistedTogether(block.statements));
    placeTemporaries(unit.statements);
    if (unit.kind === "lua") {
        const bindings = [...unit.externals.keys(), ...topBindings(unit.statements)];
        for (const binding of bindings) unit.exports.set(binding.name, binding);
    }
    return unit;
}

/** `____exports.x` -> a variable `x` of this file, whatever shadows it where it is used. */
function replaceExportsTable(unit: Unit, block: lua.Block): void {
    replaceBelow(block, (node) => {
        if (!lua.isTableIndexExpression(node)) return node;
        if (!lua.isIdentifier(node.table) || node.table.text !== exportsTable) return node;
        if (!lua.isStringLiteral(node.index)) return node;
        const name = node.index.value;
        let binding = unit.exports.get(name);
        if (!binding) {
            binding = createBinding(name === "default" ? defaultName(unit.id) : name);
            unit.exports.set(name, binding);
        }
        // Not the plain name: a global or an outer local of that name must not be taken for the export.
        const identifier = lua.createIdentifier(`${exportsTable}.${name}`) as Identifier;
        identifier.binding = binding;
        if (node.line !== undefined) lua.setNodePosition(identifier, node);
        return identifier;
    });
}

/** `export default` has no name of its own: the file's serves. */
function defaultName(file: string): string {
    const base = file.replace(/^.*[\\/]/, "").replace(/\..*$/, "");
    return base.replace(/[^A-Za-z0-9_]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "");
}

function isExportsScaffold(statement: lua.Statement): boolean {
    if (lua.isReturnStatement(statement)) {
        const [value] = statement.expressions;
        return value !== undefined && lua.isIdentifier(value) && value.text === exportsTable;
    }
    if (!lua.isVariableDeclarationStatement(statement) || statement.left[0]?.text !== exportsTable) return false;
    const value = statement.right?.[0];
    return value !== undefined && lua.isTableExpression(value) && value.fields.length === 0;
}

function exportOf(unit: Unit, node: lua.Node | undefined): Binding | undefined {
    if (!node || !lua.isIdentifier(node)) return undefined;
    const { binding } = node as Identifier;
    return binding && [...unit.exports.values()].includes(binding) ? binding : undefined;
}

/** The first assignment of an exported variable at the top is its declaration. */
function declareExports(unit: Unit, block: lua.Block): void {
    // export = value
    for (const statement of block.statements) {
        if (lua.isVariableDeclarationStatement(statement) && statement.left[0]?.text === exportsTable) {
            const binding = createBinding(defaultName(unit.id));
            unit.exports.set("export=", binding);
            const name = statement.left[0] as Identifier;
            name.text = `${exportsTable}.export=`;
            name.binding = binding;
        }
    }
    const declared = new Set<Binding>();
    block.statements = block.statements.map((statement) => {
        if (!lua.isAssignmentStatement(statement)) return statement;
        const bindings = statement.left.map((left) => exportOf(unit, left));
        if (!bindings.every((binding): binding is Binding => binding !== undefined && !declared.has(binding))) {
            return statement;
        }
        bindings.forEach((binding) => declared.add(binding));
        const right = statement.right.map((value) => withoutSelfDefault(value, bindings[0]!));
        const declaration = lua.createVariableDeclarationStatement(statement.left as lua.Identifier[], right);
        return keepPlace(declaration, statement);
    });
    // An export that is first assigned in a block or a function still needs its declaration at the top.
    const missing = [...unit.exports.values()].filter(
        (binding) => !declared.has(binding) && binding !== unit.exports.get("export="),
    );
    const used = missing.filter((binding) => isAssignedBelow(block, binding));
    if (used.length > 0) {
        block.statements.unshift(lua.createVariableDeclarationStatement(used.map(reference)));
    }
}

function isAssignedBelow(block: lua.Block, binding: Binding): boolean {
    return holds(
        block,
        (node) =>
            lua.isAssignmentStatement(node) &&
            node.left.some((left) => lua.isIdentifier(left) && (left as Identifier).binding === binding),
    );
}

/** `E = E or ({})`, as enums and namespaces begin, is `{}` where E is declared. */
function withoutSelfDefault(value: lua.Expression, binding: Binding): lua.Expression {
    if (!lua.isBinaryExpression(value) || value.operator !== lua.SyntaxKind.OrOperator) return value;
    if (!lua.isIdentifier(value.left) || (value.left as Identifier).binding !== binding) return value;
    return lua.isParenthesizedExpression(value.right) ? value.right.expression : value.right;
}

/** Reads what the visitors left for the linker; true when the statement is such a message and nothing else. */
function takeMessage(unit: Unit, statement: lua.Statement): boolean {
    if (lua.isVariableDeclarationStatement(statement) && statement.right?.length === 1) {
        const call = statement.right[0]!;
        const name = calledGlobal(call);
        const binding = (statement.left[0] as Identifier).binding!;
        if (name === message.import) {
            addImport(unit, binding, call as lua.CallExpression);
            return true;
        }
        const isRequire = name === message.require || (unit.kind === "lua" && name === "require");
        if (isRequire && stringArgument(call as lua.CallExpression, 0) !== undefined) {
            unit.externals.set(binding, externalOf(call as lua.CallExpression));
            return true;
        }
        return false;
    }
    if (!lua.isExpressionStatement(statement)) return false;
    const call = statement.expression as lua.CallExpression;
    switch (calledGlobal(call)) {
        case message.run:
            unit.dependencies.push(stringArgument(call, 0)!);
            return true;
        case message.reexport: {
            const file = stringArgument(call, 0)!;
            unit.dependencies.push(file);
            unit.reexports.set(stringArgument(call, 2)!, { file, name: stringArgument(call, 1)! });
            return true;
        }
        case message.reexportAll:
            unit.dependencies.push(stringArgument(call, 0)!);
            unit.reexportAll.push(stringArgument(call, 0)!);
            return true;
        case message.export: {
            const exported = stringArgument(call, 0)!;
            const value = call.params[1]!;
            if (lua.isIdentifier(value) && (value as Identifier).binding) {
                const previous = unit.exports.get(exported);
                const binding = (value as Identifier).binding!;
                // Assignments also write the exports table; both are the one variable now.
                if (previous) previous.target = binding;
                unit.exports.set(exported, binding);
            } else if (calledGlobal(value) === message.require) {
                const binding = createBinding(exported);
                unit.externals.set(binding, externalOf(value as lua.CallExpression));
                unit.exports.set(exported, binding);
            }
            return true;
        }
        default:
            return false;
    }
}

function addImport(unit: Unit, binding: Binding, call: lua.CallExpression): void {
    const file = stringArgument(call, 0)!;
    if (!unit.dependencies.includes(file)) unit.dependencies.push(file);
    unit.imports.set(binding, { file, name: stringArgument(call, 1)! });
}

function externalOf(call: lua.CallExpression): External {
    return { module: stringArgument(call, 0)!, member: stringArgument(call, 1) };
}

/**
 * TypeScriptToLua declares what is used early at the top (`local f`) and assigns it later. The linker orders
 * and declares by itself, so both halves become one declaration again.
 */
function hoistedTogether(statements: lua.Statement[]): lua.Statement[] {
    const early = new Set<Binding>();
    const rest = statements.filter((statement) => {
        if (!lua.isVariableDeclarationStatement(statement) || statement.right) return true;
        const bindings = statement.left.map((left) => (left as Identifier).binding!);
        const assignedAtTop = bindings.every((binding) =>
            statements.some((other) => lua.isAssignmentStatement(other) && assigns(other, binding)),
        );
        if (!assignedAtTop) return true;
        bindings.forEach((binding) => early.add(binding));
        return false;
    });
    return rest.map((statement) => {
        if (!lua.isAssignmentStatement(statement) || statement.left.length !== 1) return statement;
        const [left] = statement.left;
        const binding = lua.isIdentifier(left!) ? (left as Identifier).binding : undefined;
        if (!binding || !early.delete(binding)) return statement;
        binding.writes--;
        return keepPlace(lua.createVariableDeclarationStatement(left as lua.Identifier, statement.right), statement);
    });
}

function assigns(statement: lua.AssignmentStatement, binding: Binding): boolean {
    const [left] = statement.left;
    return statement.left.length === 1 && lua.isIdentifier(left!) && (left as Identifier).binding === binding;
}

/** `local C = ____exports.C`, after the exported `C` became a local itself, is a second name for the same thing. */
function mergeAliases(statements: lua.Statement[]): lua.Statement[] {
    return statements.filter((statement) => {
        if (lua.isAssignmentStatement(statement) && statement.left.length === 1) {
            const [left] = statement.left;
            const [right] = statement.right;
            if (lua.isIdentifier(left!) && right && lua.isIdentifier(right)) {
                const a = (left as Identifier).binding;
                const b = (right as Identifier).binding;
                const follow = (binding: Binding | undefined) => binding?.target ?? binding;
                if (a && b && follow(a) === follow(b)) return false;
            }
        }
        if (!lua.isVariableDeclarationStatement(statement) || isSeveral(statement)) return true;
        const [left] = statement.left;
        const right = statement.right?.[0];
        if (!right || !lua.isIdentifier(right)) return true;
        const alias = (left as Identifier).binding!;
        const target = (right as Identifier).binding;
        if (!target || alias.writes > 0 || target.writes > 0 || alias.name !== target.name) return true;
        if (!statements.some((other) => other !== statement && declares(other, target))) return true;
        alias.target = target;
        return false;
    });
}

function isSeveral(statement: lua.VariableDeclarationStatement): boolean {
    return statement.left.length !== 1 || statement.right?.length !== 1;
}

export function declares(statement: lua.Statement, binding: Binding): boolean {
    return (
        lua.isVariableDeclarationStatement(statement) &&
        statement.left.some((left) => (left as Identifier).binding === binding)
    );
}

export function topBindings(statements: readonly lua.Statement[]): Binding[] {
    return statements.flatMap((statement) =>
        lua.isVariableDeclarationStatement(statement)
            ? statement.left.map((left) => (left as Identifier).binding!)
            : [],
    );
}
