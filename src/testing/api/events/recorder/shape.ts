/**
 * What values that events carry look like: kinds and names, never the values themselves, so that nothing of a server is kept alive.
 *
 * Nothing here is typed by the declarations: what proves them must not depend on them.
 *
 * @noSelfInFile
 */

/** What was seen in one place: in a key of a payload, say. */
export interface Shape {
    /** How often there was anything but nil. */
    count: number;
    /** By kind: "string", "boolean", "stanza message chat", "table c2s". */
    kinds: Record<string, Kind>;
}

export interface Kind {
    /** Lua's name of its type. */
    lua: string;
    count: number;
    /** Distinct strings and booleans, as long as these are few. */
    values?: string[];
    /** Whether there were more values than are kept. */
    many?: boolean;
    /** Of tables: how many were looked into, the later ones are counted only. */
    looked?: number;
    /** What these hold, and what their metatables lend them. */
    fields?: Record<string, Shape>;
    /** Whether a function of the metatable finds what the table does not hold. */
    dynamic?: boolean;
    /** Keys that are no strings, by type. */
    otherKeys?: Record<string, boolean>;
}

type AnyTable = LuaTable<AnyNotNil, unknown>;

/** From 13.0 on objects may hide their metatable from all but the debug library. */
const { getmetatable: metatableOf } = debug as unknown as {
    getmetatable(this: void, value: unknown): Record<string, unknown> | undefined;
};

const MOST_VALUES = 12;
const LONGEST_VALUE = 60;
/** Payloads of an event look alike: after so many the rest are only counted. */
const MOST_LOOKED_INTO = 40;
/** A table with more names than that holds data by name. */
const MOST_FIELDS = 200;

export function newShape(): Shape {
    return { count: 0, kinds: {} };
}

function isStanza(value: AnyTable): boolean {
    const metatable = metatableOf(value);
    return metatable !== undefined && rawget(metatable, "__name") === "stanza";
}

/** Tables that say by a type what they are: sessions, rooms' occupants do not. */
function nameOfTable(value: AnyTable): string {
    if (isStanza(value)) {
        const { name, attr } = value as unknown as { name: string; attr: { type?: string; xmlns?: string } };
        if (name === "iq" || name === "message" || name === "presence") {
            return `stanza ${name} ${attr.type ?? ""}`;
        }
        return "stanza";
    }
    const members = value as unknown as Record<string, unknown>;
    const kind = rawget(members, "type");
    // A host stands for its component, beside the component's own session.
    if (kind === "component" && rawget(members, "modules") !== undefined) {
        return "table component host";
    }
    // What stands for a server that could not be reached passes for one of its streams.
    if (rawget(members, "dummy") === true) {
        return "table unreachable";
    }
    return type(kind) === "string" && string.match(kind as string, "^[%w_-]+$")[0] !== undefined
        ? `table ${kind as string}`
        : "table";
}

function keepValue(kind: Kind, value: string): void {
    kind.values = kind.values ?? [];
    for (const known of kind.values) {
        if (known === value) {
            return;
        }
    }
    if (value.length > LONGEST_VALUE || kind.values.length >= MOST_VALUES) {
        kind.many = true;
    } else {
        kind.values.push(value);
    }
}

function addFields(kind: Kind, value: AnyTable, depth: number): void {
    const fields = (kind.fields ??= {});
    const seen = new LuaSet<AnyNotNil>();
    let names = 0;
    let lender: unknown = value;
    while (type(lender) === "table" && !seen.has(lender as AnyNotNil)) {
        seen.add(lender as AnyNotNil);
        for (const key of pairsOf(lender as AnyTable)) {
            if (type(key) === "string" && !seen.has(key) && names < MOST_FIELDS) {
                seen.add(key);
                names++;
                const inner = (fields[key as string] ??= newShape());
                // A stanza is told by its attributes.
                const deeper = key === "attr" && depth === 0 ? 1 : depth - 1;
                addValue(inner, (lender as AnyTable).get(key), deeper);
            } else if (type(key) !== "string") {
                kind.otherKeys = kind.otherKeys ?? {};
                kind.otherKeys[type(key)] = true;
            }
        }
        const metatable = metatableOf(lender);
        lender = metatable !== undefined ? rawget(metatable, "__index") : undefined;
    }
    if (type(lender) === "function") {
        kind.dynamic = true;
    }
}

/** The keys of a table itself, whatever its metatable makes of pairs. */
function pairsOf(value: AnyTable): AnyNotNil[] {
    const keys: AnyNotNil[] = [];
    let [key] = next(value);
    while (key !== undefined) {
        keys.push(key);
        [key] = next(value, key);
    }
    return keys;
}

/** Adds what a value looks like to what was seen in its place before. */
export function addValue(shape: Shape, value: unknown, depth: number): void {
    if (value === undefined) {
        return;
    }
    shape.count++;
    const lua = type(value);
    const name = lua === "table" ? nameOfTable(value as AnyTable) : lua;
    const kind = (shape.kinds[name] ??= { lua, count: 0 });
    kind.count++;
    if (lua === "string" || lua === "boolean") {
        keepValue(kind, tostring(value));
    } else if (lua === "table" && depth >= 0 && (kind.looked ?? 0) < MOST_LOOKED_INTO) {
        kind.looked = (kind.looked ?? 0) + 1;
        addFields(kind, value as AnyTable, depth);
    }
}
