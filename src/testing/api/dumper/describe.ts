/**
 * What a value of Prosody is, in words that stay the same from one start of the server to the next.
 *
 * @noSelfInFile
 */

/** Members by name: "string", "function(a, b, ...)", "function C" for one written in C. */
export type Members = Record<string, string>;

/** What a library or an object turned out to be. */
export interface Description {
    /** As for members. */
    kind: string;
    members: Members;
}

/** Functions of Lua's debug library that a module has no business with. Lua 5.1 has neither parameters nor their names. */
const {
    getinfo,
    getlocal,
    getmetatable: metatableOf,
} = debug as unknown as {
    getinfo(this: void, f: AnyNotNil, what: string): { what: string; nparams?: number; isvararg?: boolean };
    getlocal(this: void, f: AnyNotNil, index: number): string | undefined;
    getmetatable(this: void, value: unknown): Record<string, unknown> | undefined;
};

type AnyTable = LuaTable<AnyNotNil, unknown>;

function describeFunction(f: AnyNotNil): string {
    const info = getinfo(f, "Su");
    if (info.what === "C") {
        return "function C";
    }
    const count = info.nparams;
    if (count === undefined) {
        return "function";
    }
    const names: string[] = [];
    for (const index of $range(1, count)) {
        names.push(getlocal(f, index) ?? "_");
    }
    if (info.isvararg === true) {
        names.push("...");
    }
    return `function(${table.concat(names, ", ")})`;
}

/** What a value is; `callable` behind a table that can be called like a function. */
export function kindOf(value: unknown): string {
    if (type(value) === "function") {
        return describeFunction(value as AnyNotNil);
    }
    const metatable = metatableOf(value);
    const call = metatable !== undefined ? rawget(metatable, "__call") : undefined;
    return call !== undefined ? `${type(value)} callable` : type(value);
}

/** Names of functions in a table lead to another table of functions, as in `base64.encode`: only tables without a class of their own. */
function isNamespace(value: unknown): value is AnyTable {
    if (type(value) !== "table" || metatableOf(value) !== undefined) {
        return false;
    }
    let functions = false;
    for (const [key, member] of pairs(value as AnyTable)) {
        if (type(key) !== "string") {
            return false;
        }
        functions = functions || type(member) === "function";
    }
    return functions;
}

/** The members that a value has itself and those that its metatable lends it. */
function collect(value: unknown, into: Members, seen: LuaSet<AnyNotNil>): void {
    if (value === undefined || seen.has(value as AnyNotNil)) {
        return;
    }
    seen.add(value as AnyNotNil);
    if (type(value) === "table") {
        for (const [key, member] of pairs(value as AnyTable)) {
            if (type(key) === "string" && into[key as string] === undefined) {
                into[key as string] = kindOf(member);
            }
        }
    }
    const metatable = metatableOf(value);
    const lender = metatable !== undefined ? rawget(metatable, "__index") : undefined;
    if (type(lender) === "table") {
        collect(lender, into, seen);
    } else if (type(lender) === "function") {
        into["@index"] = "function";
    }
}

/** The members of an object: its own fields, and methods wherever its metatables find them. */
export function describeObject(value: unknown): Description {
    const members: Members = {};
    // Prosody gives all functions one metatable.
    if (type(value) !== "function") {
        collect(value, members, new LuaSet());
    }
    return { kind: kindOf(value), members };
}

/** What a table holds itself, whatever its metatable lends it. */
export function describeOwn(value: object): Description {
    const members: Members = {};
    for (const [key, member] of pairs(value as unknown as AnyTable)) {
        if (type(key) === "string") {
            members[key as string] = kindOf(member);
        }
    }
    return { kind: kindOf(value), members };
}

/** What a library exports, and what is in the groups of functions among that (`base64.encode`). */
export function describeLibrary(library: unknown): Description {
    const description: Description = { kind: kindOf(library), members: {} };
    if (type(library) !== "table") {
        return description;
    }
    const { members } = description;
    for (const [name, member] of pairs(library as AnyTable)) {
        if (type(name) === "string") {
            members[name as string] = kindOf(member);
            if (member !== library && isNamespace(member)) {
                for (const [inner, value] of pairs(member)) {
                    members[`${name as string}.${inner as string}`] = kindOf(value);
                }
            }
        }
    }
    return description;
}
