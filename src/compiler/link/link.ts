/**
 * Many files -> one flat chunk. Imports become the variables they stand for, unused code is left out, helpers
 * come along once, and what is used before it is defined is moved up or declared first.
 */
import { keepPlace, lua, replaceBelow, walk, type Identifier } from "../lua/syntax.ts";
import { message } from "../visitors/messages.ts";
import { constructDirectly } from "./constructors.ts";
import { completedVariable, isPureDeclaration, sharedVariables, writesInto } from "./effects.ts";
import { cacheLookUps } from "./lookups.ts";
import { assignNames } from "./names.ts";
import { nestBlocks, type LimitProblem } from "./limits.ts";
import { publishExports } from "./publish.ts";
import { assignInstead, declareEarly } from "./order.ts";
import { findHelper, readLuaUnit } from "./runtime.ts";
import { createBinding, reference, resolveBinding, usedVariables, type Binding } from "./scope.ts";
import { tidy } from "./tidy.ts";
import type { External, Unit } from "./unit.ts";

/** One statement of the chunk's outermost block. */
export interface Item {
    statement: lua.Statement;
    /** Where it comes from; absent for what the linker wrote itself. */
    unit?: Unit;
    /** Variables that it declares. */
    declares: Binding[];
    /** Variables of the outermost block that it uses anywhere below. */
    uses: Set<Binding>;
}

export interface LinkedChunk {
    items: Item[];
    /** Names that the chunk takes from its environment or puts there. */
    globals: { read: Set<string>; written: Set<string> };
    problems: LimitProblem[];
}

export interface LinkInput {
    entry: string;
    /** The unit of a file; throws when there is none. */
    load: (file: string) => Unit;
}

export function link({ entry, load }: LinkInput): LinkedChunk {
    const units = inDependencyOrder(entry, load);
    for (const unit of units) resolveImports(unit, load);
    const asObjects = units.some((unit) => unit.inspectsErrors);
    for (const unit of units) throwErrors(unit, asObjects);

    const entryUnit = load(entry);
    publishExports(units, entryUnit);

    constructDirectly(units);
    const live = findLive(units, entryUnit);
    const ordered = declareEarly([...live.externals, ...live.items]);
    const exported = new Set([...entryUnit.exports.values()].map(resolveBinding).filter((binding) => binding.global));
    for (const item of ordered) assignInstead(item, exported);
    tidy(ordered.map((item) => item.statement));
    const items = cacheLookUps(ordered.filter((item) => !declaresNothing(item.statement)));
    callInstead(items, exported);
    for (const item of items) {
        item.uses = usedVariables(item.statement).bindings;
        item.declares = item.declares.filter((binding) => item.uses.has(binding));
    }
    const { items: nested, problems } = nestBlocks(items, entryUnit);
    const globals = assignNames(nested, entryUnit);
    return { items: nested, globals, problems };
}

/** `local unused = f()` -> `f()`: another module that shares the file may use what this one does not. */
function callInstead(items: readonly Item[], exported: ReadonlySet<Binding>): void {
    const used = new Set<Binding>();
    for (const { statement } of items) {
        const isDeclaration = lua.isVariableDeclarationStatement(statement);
        for (const value of isDeclaration ? (statement.right ?? []) : [statement]) {
            for (const binding of usedVariables(value).bindings) used.add(binding);
        }
    }
    for (const item of items) {
        const { statement } = item;
        if (!lua.isVariableDeclarationStatement(statement) || statement.right?.length !== 1) continue;
        const call = statement.right[0]!;
        if (!lua.isCallExpression(call) && !lua.isMethodCallExpression(call)) continue;
        if (item.declares.some((binding) => used.has(binding) || exported.has(binding))) continue;
        item.statement = keepPlace(lua.createExpressionStatement(call), statement);
        item.declares = [];
    }
}

/** A declaration whose variables turned out to be names for something else. */
function declaresNothing(statement: lua.Statement): boolean {
    return lua.isVariableDeclarationStatement(statement) && statement.left.length === 0;
}

function inDependencyOrder(entry: string, load: (file: string) => Unit): Unit[] {
    const order: Unit[] = [];
    const seen = new Set<Unit>();
    const visit = (unit: Unit) => {
        if (seen.has(unit)) return;
        seen.add(unit);
        for (const file of unit.dependencies) visit(load(file));
        order.push(unit);
    };
    visit(load(entry));
    return order;
}

/** Follows an exported name through re-exports to the variable that it stands for. */
function findExport(
    unit: Unit,
    name: string,
    load: (file: string) => Unit,
    seen = new Set<Unit>(),
): Binding | undefined {
    const own = unit.exports.get(name);
    if (own) return own;
    const elsewhere = unit.reexports.get(name);
    if (elsewhere) {
        if (elsewhere.name === "*") return namespaceOf(load(elsewhere.file), load);
        return findExport(load(elsewhere.file), elsewhere.name, load, seen);
    }
    if (name === "default" || seen.has(unit)) return undefined;
    seen.add(unit);
    for (const file of unit.reexportAll) {
        const found = findExport(load(file), name, load, seen);
        if (found) return found;
    }
    return undefined;
}

function exportNames(unit: Unit, load: (file: string) => Unit): string[] {
    const names = new Set([...unit.exports.keys(), ...unit.reexports.keys()]);
    for (const file of unit.reexportAll) {
        for (const name of exportNames(load(file), load)) if (name !== "default") names.add(name);
    }
    return [...names];
}

const namespaces = new WeakMap<Unit, Binding>();

/** A table of everything a file exports, for the rare `import * as x` that is used as a value. */
function namespaceOf(unit: Unit, load: (file: string) => Unit): Binding {
    const known = namespaces.get(unit);
    if (known) return known;
    const base = unit.id.replace(/^.*[\\/]/, "").replace(/\..*$/, "");
    const binding = createBinding(base);
    namespaces.set(unit, binding);
    const fields = exportNames(unit, load).map((name) =>
        lua.createTableFieldExpression(reference(findExport(unit, name, load)!), lua.createStringLiteral(name)),
    );
    unit.statements.push(lua.createVariableDeclarationStatement(reference(binding), lua.createTableExpression(fields)));
    return binding;
}

function resolveImports(unit: Unit, load: (file: string) => Unit): void {
    const wholes = new Map<Binding, Unit>();
    for (const [binding, { file, name }] of unit.imports) {
        if (name === "*") {
            wholes.set(binding, load(file));
            continue;
        }
        const target = findExport(load(file), name, load);
        if (!target) throw new Error(`${unit.id}: "${name}" is not exported by ${file}`);
        if (target !== binding) binding.target = target;
    }
    if (wholes.size === 0) return;
    // `whole.name` is the variable itself; only a `whole` that is passed around needs a table.
    const block = lua.createBlock(unit.statements);
    replaceBelow(block, (node) => {
        if (!lua.isTableIndexExpression(node) || !lua.isIdentifier(node.table)) return node;
        const whole = wholes.get((node.table as Identifier).binding!);
        if (!whole || !lua.isStringLiteral(node.index)) return node;
        const target = findExport(whole, node.index.value, load);
        return target ? reference(target) : node;
    });
    unit.statements = block.statements;
    walk(block, (node) => {
        const binding = lua.isIdentifier(node) ? (node as Identifier).binding : undefined;
        const whole = binding && wholes.get(binding);
        if (whole && !binding.target) binding.target = namespaceOf(whole, load);
    });
}

/** Turns `throw new Error(text)` into `error(text)`, or into a real error object where some `catch` looks inside. */
function throwErrors(unit: Unit, asObjects: boolean): void {
    const block = lua.createBlock(unit.statements);
    replaceBelow(block, (node) => {
        if (!lua.isCallExpression(node) || !lua.isIdentifier(node.expression)) return node;
        if (node.expression.text !== message.throwError) return node;
        const place = { line: node.line!, column: node.column! };
        const thrown = asObjects
            ? [
                  lua.createCallExpression(lua.createIdentifier("__TS__New"), [
                      lua.createIdentifier("Error"),
                      ...node.params,
                  ]),
                  lua.createNumericLiteral(0),
              ]
            : node.params;
        return lua.setNodePosition(lua.createCallExpression(lua.createIdentifier("error"), thrown), place);
    });
    unit.statements = block.statements;
}

interface Candidate extends Item {
    completes: Binding | undefined;
    needed: boolean;
    live: boolean;
}

/** Leaves out what neither has an effect nor is used by anything that has. */
function findLive(units: Unit[], entryUnit: Unit): { externals: Item[]; items: Item[] } {
    const candidates = new Map<Unit, Candidate[]>();
    const byVariable = new Map<Binding, Candidate[]>();
    const externalOf = new Map<Binding, External>();
    const helperUnits = new Map<string, Unit>();
    const helperOrder: Unit[] = [];
    const liveExternals = new Map<string, { external: External; binding: Binding }>();
    const pending: Candidate[] = [];

    function add(unit: Unit): void {
        for (const [binding, external] of unit.externals) externalOf.set(binding, external);
        const shared = sharedVariables(unit.statements);
        const list = unit.statements.map((statement): Candidate => {
            const declares = lua.isVariableDeclarationStatement(statement)
                ? statement.left.map((left) => resolveBinding((left as Identifier).binding!))
                : [];
            const completed = completedVariable(statement);
            const isEffect = completed && (shared.has(completed) || externalOf.has(completed)) && writesInto(statement);
            const completes = isEffect ? undefined : completed;
            const needed = completes === undefined && !isPureDeclaration(statement);
            return { statement, unit, declares, uses: new Set(), completes, needed, live: false };
        });
        candidates.set(unit, list);
        for (const candidate of list) {
            for (const binding of [...candidate.declares, ...(candidate.completes ? [candidate.completes] : [])]) {
                const known = byVariable.get(binding);
                if (known) known.push(candidate);
                else byVariable.set(binding, [candidate]);
            }
        }
    }

    function mark(candidate: Candidate): void {
        if (candidate.live) return;
        candidate.live = true;
        pending.push(candidate);
    }

    function markVariable(binding: Binding): void {
        const external = externalOf.get(binding);
        if (external) {
            const key = JSON.stringify([external.module, external.member]);
            const known = liveExternals.get(key);
            if (!known) liveExternals.set(key, { external, binding });
            else if (known.binding !== binding) binding.target = known.binding;
            return;
        }
        for (const candidate of byVariable.get(binding) ?? []) mark(candidate);
    }

    /** The helper's variable for a global name, loading the file that holds it. */
    function helperVariable(name: string): Binding | undefined {
        const helper = findHelper(name);
        if (!helper) return undefined;
        let unit = helperUnits.get(helper.file);
        if (!unit) {
            unit = readLuaUnit(helper.file);
            helperUnits.set(helper.file, unit);
            add(unit);
            // Helpers of the helper stand before it.
            for (const global of unit.globals.keys()) helperVariable(global);
            helperOrder.push(unit);
            for (const candidate of candidates.get(unit)!) if (candidate.needed) neededByHelper(unit, candidate);
        }
        return unit.exports.get(helper.local);
    }

    /** Effects at the top of a helper's file complete its variables: they matter once one of those does. */
    function neededByHelper(unit: Unit, candidate: Candidate): void {
        for (const binding of unit.exports.values()) {
            const known = byVariable.get(binding);
            if (known) known.push(candidate);
        }
    }

    function bindHelpers(candidate: Candidate): void {
        const { globals } = usedVariables(candidate.statement);
        const bound = new Map<string, Binding>();
        for (const name of globals) {
            const binding = helperVariable(name);
            if (binding) bound.set(name, binding);
        }
        if (bound.size === 0) return;
        walk(candidate.statement, (node) => {
            if (!lua.isIdentifier(node) || (node as Identifier).binding) return;
            const binding = bound.get(node.text);
            if (binding) (node as Identifier).binding = binding;
        });
    }

    for (const unit of units) add(unit);
    for (const unit of units) for (const candidate of candidates.get(unit)!) if (candidate.needed) mark(candidate);
    for (const binding of entryUnit.exports.values()) markVariable(resolveBinding(binding));
    for (let next = pending.pop(); next; next = pending.pop()) {
        bindHelpers(next);
        for (const binding of usedVariables(next.statement).bindings) markVariable(binding);
    }

    const items: Item[] = [...helperOrder, ...units].flatMap((unit) =>
        candidates
            .get(unit)!
            .filter((candidate) => candidate.live)
            .map(({ statement, declares }) => ({
                statement,
                unit,
                declares: declares.map(resolveBinding),
                uses: usedVariables(statement).bindings,
            })),
    );
    return { externals: requireStatements(liveExternals, [...units, ...helperOrder]), items };
}

/** `local x = require("util.x")`, in the order in which the files name them. */
function requireStatements(
    live: ReadonlyMap<string, { external: External; binding: Binding }>,
    units: readonly Unit[],
): Item[] {
    const place = new Map<Binding, number>();
    for (const unit of units) for (const binding of unit.externals.keys()) place.set(binding, place.size);
    return [...live.values()]
        .sort((a, b) => place.get(a.binding)! - place.get(b.binding)!)
        .map(({ external, binding }) => {
            const whole = lua.createCallExpression(lua.createIdentifier("require"), [
                lua.createStringLiteral(external.module),
            ]);
            const value = external.member
                ? lua.createTableIndexExpression(whole, lua.createStringLiteral(external.member))
                : whole;
            return {
                statement: lua.createVariableDeclarationStatement(reference(binding), value),
                declares: [binding],
                uses: new Set([binding]),
            };
        });
}
