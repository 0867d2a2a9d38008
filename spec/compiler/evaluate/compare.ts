/** Brings a JavaScript value and a Lua value into one form, so that a test can compare them. */
import type { LuaValue } from "./lua-versions.ts";

/** JSON-like: undefined and null are one, strings are bytes (a character each), functions are the word. */
export type Canonical = null | boolean | number | string | Canonical[] | { [key: string]: Canonical };

const functionWord = "[function]";

const bytesOf = (text: string) => Buffer.from(text, "utf8").toString("latin1");

export function canonicalFromJavaScript(value: unknown): Canonical {
    switch (typeof value) {
        case "undefined":
            return null;
        case "boolean":
            return value;
        case "number":
            // Lua before 5.3 has no way to write -0 that luac keeps.
            return value === 0 ? 0 : value;
        case "string":
            return bytesOf(value);
        case "function":
            return functionWord;
        case "object":
            break;
        default:
            throw new Error(`a snippet's result holds a ${typeof value}`);
    }
    if (value === null) return null;
    if (Array.isArray(value)) return value.map(canonicalFromJavaScript);
    if (value instanceof Map || value instanceof Set || value instanceof Error) {
        throw new Error("a snippet's result holds a Map, Set or Error: export what the test is about as plain data");
    }
    const fields = Object.entries(value)
        .map(([key, item]) => [bytesOf(key), canonicalFromJavaScript(item)] as const)
        .filter(([, item]) => item !== null);
    return Object.fromEntries(fields);
}

/** Lua has one kind of table: `like`, the JavaScript value, says whether an array is meant. */
export function canonicalFromLua(value: LuaValue, like: Canonical): Canonical {
    if (value === null || typeof value !== "object") return value === 0 ? 0 : value;
    if ("number" in value) return Number(value.number);
    if ("other" in value) return value.other === "function" ? functionWord : `[${value.other}]`;
    const fields = new Map<string | number, LuaValue>();
    for (const [key, item] of value.table) {
        fields.set(typeof key === "number" ? key : typeof key === "string" ? key : `[${JSON.stringify(key)}]`, item);
    }
    if (Array.isArray(like) && [...fields.keys()].every((key) => typeof key === "number" && key >= 1)) {
        const length = Math.max(like.length, ...(fields.keys() as Iterable<number>));
        return Array.from({ length }, (_, index) =>
            canonicalFromLua(fields.get(index + 1) ?? null, like[index] ?? null),
        );
    }
    const shape = like !== null && typeof like === "object" && !Array.isArray(like) ? like : {};
    const entries = [...fields].map(([key, item]) => [String(key), canonicalFromLua(item, shape[String(key)] ?? null)]);
    return Object.fromEntries(entries) as Canonical;
}
