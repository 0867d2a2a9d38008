/** Definitions before uses: Lua sees a local only below its declaration. */
import { isLocalFunction, keepPlace, lua, type Identifier } from "../lua/syntax.ts";
import { isTimeless } from "./effects.ts";
import type { Item } from "./link.ts";
import { reference, resolveBinding, type Binding } from "./scope.ts";

/**
 * Moves a definition up to where it is first used; where definitions use each other, declares them first and
 * assigns them later, as one does by hand.
 */
export function declareEarly(items: readonly Item[]): Item[] {
    const definition = new Map<Binding, Item>();
    for (const item of items) for (const binding of item.declares) definition.set(binding, item);
    const completed = new Set<Binding>();
    for (const item of items) {
        if (item.declares.length > 0) continue;
        const left = lua.isAssignmentStatement(item.statement) ? item.statement.left[0] : undefined;
        if (left) for (const binding of item.uses) completed.add(binding);
    }

    const result: Item[] = [];
    const placed = new Set<Item>();
    const early = new Set<Binding>();

    function canMove(item: Item): boolean {
        const { statement } = item;
        if (!lua.isVariableDeclarationStatement(statement) || !statement.right) return false;
        if (isLocalFunction(statement)) return true;
        return statement.right.every(isTimeless) && !item.declares.some((binding) => completed.has(binding));
    }

    function missing(item: Item, moving: ReadonlySet<Item>): Binding[] {
        return [...item.uses].filter((binding) => {
            const defined = definition.get(binding);
            return defined && defined !== item && !placed.has(defined) && !moving.has(defined) && !early.has(binding);
        });
    }

    /** The definitions to put before `item`, in order, or undefined when one of them cannot move. */
    function gather(binding: Binding, moving: Set<Item>, path: Set<Item>): Item[] | undefined {
        const item = definition.get(binding)!;
        if (path.has(item) || !canMove(item)) return undefined;
        path.add(item);
        const list: Item[] = [];
        for (const next of missing(item, moving)) {
            const above = moving.has(definition.get(next)!) ? [] : gather(next, moving, path);
            if (!above) return undefined;
            list.push(...above);
        }
        path.delete(item);
        moving.add(item);
        return [...list, item];
    }

    for (const item of items) {
        if (placed.has(item)) continue;
        const forward: Binding[] = [];
        for (const binding of missing(item, new Set())) {
            if (placed.has(definition.get(binding)!)) continue;
            const above = gather(binding, new Set(), new Set([item]));
            if (above) {
                for (const moved of above) {
                    if (!placed.has(moved)) result.push(moved);
                    placed.add(moved);
                }
            } else {
                // `local a, b = f()` is declared as a whole or not at all.
                for (const each of definition.get(binding)!.declares) {
                    forward.push(each);
                    early.add(each);
                }
            }
        }
        const undeclared = forward.filter((binding) => !binding.global);
        if (undeclared.length > 0) result.push(declaration(undeclared));
        result.push(item);
        placed.add(item);
    }
    for (const item of result) if (item.declares.some((binding) => early.has(binding))) assignInstead(item, early);
    return result.filter((item) => !lua.isDoStatement(item.statement) || item.statement.statements.length > 0);
}

function declaration(bindings: Binding[]): Item {
    return {
        statement: lua.createVariableDeclarationStatement(bindings.map(reference)),
        declares: [],
        uses: new Set(bindings),
    };
}

/** `local x = 1` -> `x = 1`, for what was declared above or lives in the module's environment. */
export function assignInstead(item: Item, which: ReadonlySet<Binding>): void {
    const { statement } = item;
    if (!lua.isVariableDeclarationStatement(statement)) return;
    if (!statement.left.every((left) => which.has(resolveBinding((left as Identifier).binding!)))) return;
    if (!statement.right) {
        item.statement = lua.createDoStatement([]);
        return;
    }
    const [value] = statement.right;
    if (isLocalFunction(statement) && value) value.flags |= lua.NodeFlags.Declaration;
    item.statement = keepPlace(lua.createAssignmentStatement(statement.left, statement.right), statement);
    item.declares = item.declares.filter((binding) => !which.has(binding));
}
