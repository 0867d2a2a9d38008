/**
 * `table.concat(...)` in a function is two look-ups at each call. By hand one takes such a function into a local once, at the
 * top: `local t_concat = table.concat`, with the letters that Prosody's own code uses.
 */
import { keepPosition, lua, replaceBelow, walk, type Identifier } from "../lua/syntax.ts";
import type { Item } from "./link.ts";
import { createBinding, reference, type Binding } from "./scope.ts";

const prefixes: Record<string, string> = { coroutine: "co", math: "m", string: "s", table: "t" };

/** Enough for what a module calls; each is an upvalue of the functions that use it, of which Lua 5.1 allows 60. */
const MOST = 16;

interface LookUp {
    library: string;
    member: string;
    uses: number;
}

/** `math.floor` where `math` is Lua's own; undefined for all else. */
function readLookUp(node: lua.Node): { library: string; member: string } | undefined {
    if (!lua.isTableIndexExpression(node) || !lua.isIdentifier(node.table) || !lua.isStringLiteral(node.index)) return;
    const library = node.table.text;
    if ((node.table as Identifier).binding || !Object.hasOwn(prefixes, library)) return undefined;
    return { library, member: node.index.value };
}

/** Puts the locals behind the modules that the chunk requires. */
export function cacheLookUps(items: Item[]): Item[] {
    const found = new Map<string, LookUp>();
    const assigned = new Set<string>();
    for (const { statement } of items) {
        walk(statement, (node) => {
            if (lua.isAssignmentStatement(node)) {
                for (const left of node.left) {
                    const target = readLookUp(left);
                    if (target) assigned.add(`${target.library}.${target.member}`);
                }
            }
            if (!lua.isFunctionExpression(node)) return;
            walk(node.body, (inner) => {
                const lookUp = readLookUp(inner);
                if (!lookUp) return;
                const key = `${lookUp.library}.${lookUp.member}`;
                const known = found.get(key) ?? { ...lookUp, uses: 0 };
                known.uses++;
                found.set(key, known);
            });
            return false;
        });
    }
    const chosen = [...found]
        .filter(([key]) => !assigned.has(key))
        .sort(([, a], [, b]) => b.uses - a.uses)
        .slice(0, MOST);
    if (chosen.length === 0) return items;
    const bindings = new Map<string, Binding>();
    for (const [key, { library, member }] of chosen)
        bindings.set(key, createBinding(`${prefixes[library]!}_${member}`));
    for (const { statement } of items) {
        walk(statement, (node) => {
            if (!lua.isFunctionExpression(node)) return;
            replaceBelow(node.body, (inner) => useLocal(inner, bindings));
            return false;
        });
    }
    const locals = chosen.map(([key, { library, member }]) => declare(bindings.get(key)!, library, member));
    const firstOwn = items.findIndex(({ statement }) => !isRequire(statement));
    const at = firstOwn < 0 ? items.length : firstOwn;
    return [...items.slice(0, at), ...locals, ...items.slice(at)];
}

function useLocal(node: lua.Node, bindings: ReadonlyMap<string, Binding>): lua.Node {
    const lookUp = readLookUp(node);
    const binding = lookUp && bindings.get(`${lookUp.library}.${lookUp.member}`);
    if (!binding) return node;
    return keepPosition(reference(binding), node);
}

function declare(binding: Binding, library: string, member: string): Item {
    const value = lua.createTableIndexExpression(lua.createIdentifier(library), lua.createStringLiteral(member));
    return {
        statement: lua.createVariableDeclarationStatement(reference(binding), value),
        declares: [binding],
        uses: new Set([binding]),
    };
}

/** `local st = require("util.stanza")` */
function isRequire(statement: lua.Statement): boolean {
    if (!lua.isVariableDeclarationStatement(statement) || statement.right?.length !== 1) return false;
    let value: lua.Expression = statement.right[0]!;
    if (lua.isTableIndexExpression(value)) value = value.table;
    return lua.isCallExpression(value) && lua.isIdentifier(value.expression) && value.expression.text === "require";
}
