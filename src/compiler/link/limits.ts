/**
 * Lua's limits: 200 locals in a function (lparser.c, MAXVARS/LUAI_MAXVARS) and 60 upvalues on 5.1 and LuaJIT
 * (luaconf.h, LUAI_MAXUPVALUES). A flat chunk that comes near the first is parted into blocks.
 */
import { isLocalFunction, lua, type Identifier } from "../lua/syntax.ts";
import { blankLine } from "../visitors/comments.ts";
import type { Item } from "./link.ts";
import { naturalName } from "./names.ts";
import { assignInstead } from "./order.ts";
import { reference, resolveBinding, usedVariables, type Binding } from "./scope.ts";
import type { Unit } from "./unit.ts";

export const maxLocals = 200;
export const maxUpvalues = 60;
/** Loops and calls need hidden locals and registers too. */
const reserve = 12;
/** Characters of a line that declares what a block sets. */
const declarationWidth = 110;

export interface LimitProblem {
    kind: "locals" | "upvalues";
    count: number;
    limit: number;
    /** "the file's outermost level", or the function's name. */
    where: string;
    /** The function; the chunk itself when absent. */
    node: lua.Node | undefined;
    unit: Unit | undefined;
}

export function nestBlocks(items: readonly Item[], entryUnit: Unit): { items: Item[]; problems: LimitProblem[] } {
    let current = [...items];
    if (localsAtOnce(current.map((item) => item.statement)) > maxLocals - reserve) current = part(current);
    const problems: LimitProblem[] = [];
    const count = localsAtOnce(current.map((item) => item.statement));
    if (count > maxLocals) {
        problems.push({
            kind: "locals",
            count,
            limit: maxLocals,
            where: "the outermost level",
            node: undefined,
            unit: entryUnit,
        });
    }
    for (const item of current) checkFunctions(item.statement, item.unit, problems);
    return { items: current, problems };
}

/** Locals that live at the same time in one function, blocks counted while they are open. */
export function localsAtOnce(statements: readonly lua.Statement[]): number {
    let open = 0;
    let most = 0;
    for (const statement of statements) {
        let inside = 0;
        if (lua.isVariableDeclarationStatement(statement)) open += statement.left.length;
        else if (lua.isDoStatement(statement)) inside = localsAtOnce(statement.statements);
        else if (lua.isIfStatement(statement)) inside = localsInIf(statement);
        else if (lua.isWhileStatement(statement) || lua.isRepeatStatement(statement)) {
            inside = localsAtOnce(statement.body.statements);
        } else if (lua.isForStatement(statement)) inside = 4 + localsAtOnce(statement.body.statements);
        else if (lua.isForInStatement(statement)) {
            inside = 4 + statement.names.length + localsAtOnce(statement.body.statements);
        }
        most = Math.max(most, open, open + inside);
    }
    return most;
}

function localsInIf(statement: lua.IfStatement): number {
    const first = localsAtOnce(statement.ifBlock.statements);
    const other = statement.elseBlock;
    if (!other) return first;
    return Math.max(first, lua.isIfStatement(other) ? localsInIf(other) : localsAtOnce(other.statements));
}

/**
 * Wraps runs of statements in `do` blocks, best first, until the rest fits: what only the run itself uses needs
 * no place outside.
 */
function part(items: Item[]): Item[] {
    let current = items;
    // Small enough that a block is a topic, large enough to save something.
    const length = 24;
    for (;;) {
        if (localsAtOnce(current.map((item) => item.statement)) <= maxLocals - reserve) return current;
        const best = bestRun(current, length);
        if (!best) return current;
        current = [...current.slice(0, best.start), ...wrap(current, best), ...current.slice(best.end)];
    }
}

interface Run {
    start: number;
    end: number;
    saved: number;
}

function bestRun(items: readonly Item[], length: number): Run | undefined {
    const lastUse = new Map<Binding, number>();
    const firstUse = new Map<Binding, number>();
    items.forEach((item, index) => {
        for (const binding of [...item.uses, ...item.declares]) {
            lastUse.set(binding, index);
            if (!firstUse.has(binding)) firstUse.set(binding, index);
        }
    });
    let best: Run | undefined;
    for (let start = 0; start < items.length; start++) {
        let saved = 0;
        const end = Math.min(items.length, start + length);
        if (items.slice(start, end).some((item) => lua.isDoStatement(item.statement))) continue;
        for (let index = start; index < end; index++) {
            const own = items[index]!.declares.filter((binding) => lastUse.get(binding)! < end).length;
            // A statement's variables go in together or not at all.
            if (own === items[index]!.declares.length) saved += own;
        }
        if (saved > 1 && (!best || saved > best.saved)) best = { start, end, saved };
    }
    return best;
}

/** The file that a statement in a block comes from: a block holds statements of several. */
export const nestedUnits = new WeakMap<lua.Statement, Unit | undefined>();

/** Functions stand apart from what is above and below, as they do outside of blocks. */
function setApart(previous: lua.Statement, statement: lua.Statement): void {
    if (holdsFunction(previous) || holdsFunction(statement)) {
        statement.leadingComments = [blankLine, ...(statement.leadingComments ?? [])];
    }
}

function holdsFunction(statement: lua.Statement): boolean {
    return (
        (lua.isVariableDeclarationStatement(statement) || lua.isAssignmentStatement(statement)) &&
        (statement.right ?? []).some((value) => lua.isFunctionExpression(value))
    );
}

function wrap(items: readonly Item[], run: Run): Item[] {
    const inside = items.slice(run.start, run.end);
    const usedLater = new Set<Binding>();
    for (const item of items.slice(run.end)) for (const binding of item.uses) usedLater.add(binding);
    const kept = inside.flatMap((item) =>
        item.declares.some((binding) => usedLater.has(binding)) ? item.declares : [],
    );
    for (const [index, item] of inside.entries()) {
        assignInstead(item, new Set(kept));
        nestedUnits.set(item.statement, item.unit);
        if (index > 0) setApart(inside[index - 1]!.statement, item.statement);
    }
    const block: Item = {
        statement: lua.createDoStatement(inside.map((item) => item.statement)),
        declares: [],
        uses: new Set(inside.flatMap((item) => [...item.uses])),
        ...(inside[0]?.unit ? { unit: inside[0].unit } : {}),
    };
    return [...declareFirst(kept), block];
}

/** Statements that declare variables before the block that sets them, as many names a line as fit. */
function declareFirst(bindings: readonly Binding[]): Item[] {
    const lines: Binding[][] = [];
    let width = Infinity;
    for (const binding of bindings) {
        // ", " and what tells it apart from another of its name.
        const length = binding.name.length + 4;
        if (width + length > declarationWidth) {
            lines.push([]);
            width = "local ".length;
        }
        lines.at(-1)!.push(binding);
        width += length;
    }
    return lines.map((declares) => {
        return {
            statement: lua.createVariableDeclarationStatement(declares.map(reference)),
            declares: [...declares],
            uses: new Set(declares),
        };
    });
}

/** Functions that no compiler of 5.1 would take, each with the name a reader knows it by. */
function checkFunctions(statement: lua.Node, unit: Unit | undefined, problems: LimitProblem[]): void {
    const visit = (node: lua.Node, name: string): void => {
        if (lua.isFunctionExpression(node)) check(node, name);
        for (const [child, childName] of namedChildren(node, name)) visit(child, childName);
    };
    const check = (node: lua.FunctionExpression, name: string): void => {
        const locals = (node.params?.length ?? 0) + localsAtOnce(node.body.statements);
        if (locals > maxLocals) {
            problems.push({ kind: "locals", count: locals, limit: maxLocals, where: name, node, unit });
        }
        const upvalues = freeVariables(node).size;
        if (upvalues > maxUpvalues) {
            problems.push({ kind: "upvalues", count: upvalues, limit: maxUpvalues, where: name, node, unit });
        }
    };
    visit(statement, "a function");
}

function namedChildren(node: lua.Node, name: string): [lua.Node, string][] {
    if (isLocalFunction(node)) {
        const { binding } = node.left[0] as Identifier;
        return [[node.right[0], binding ? naturalName(resolveBinding(binding).name) : name]];
    }
    if (lua.isAssignmentStatement(node) && node.left.length === 1 && lua.isFunctionExpression(node.right[0]!)) {
        return [[node.right[0], writtenName(node.left[0]!) ?? name]];
    }
    const inside = lua.isFunctionExpression(node) && !name.startsWith("a function") ? `a function in ${name}` : name;
    const found: [lua.Node, string][] = [];
    for (const [key, value] of Object.entries(node)) {
        if (key === "binding" || typeof value !== "object" || value === null) continue;
        for (const item of (Array.isArray(value) ? value : [value]) as (lua.Node | null)[]) {
            if (typeof item === "object" && item !== null && typeof item.kind === "number") found.push([item, inside]);
        }
    }
    return found;
}

/** `handlers.message` of `handlers.message = function`, as a reader knows it. */
function writtenName(node: lua.Expression): string | undefined {
    if (lua.isIdentifier(node)) {
        const { binding } = node as Identifier;
        return naturalName(binding ? resolveBinding(binding).name : node.text);
    }
    if (!lua.isTableIndexExpression(node) || !lua.isStringLiteral(node.index)) return undefined;
    const table = writtenName(node.table);
    return table && `${table}.${node.index.value}`;
}

/** Variables of enclosing functions that a function uses: its upvalues. */
function freeVariables(node: lua.FunctionExpression): Set<Binding> {
    const own = new Set<Binding>();
    const visit = (current: lua.Node): void => {
        const identifiers = lua.isFunctionExpression(current)
            ? (current.params ?? [])
            : lua.isVariableDeclarationStatement(current)
              ? current.left
              : lua.isForInStatement(current)
                ? current.names
                : lua.isForStatement(current)
                  ? [current.controlVariable]
                  : [];
        for (const identifier of identifiers) own.add(resolveBinding((identifier as Identifier).binding!));
        for (const [child] of namedChildren(current, "")) visit(child);
    };
    visit(node);
    return new Set([...usedVariables(node).bindings].filter((binding) => !own.has(binding) && !binding.global));
}
