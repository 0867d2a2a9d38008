/** @noSelfInFile */

/**
 * The Lua that every Prosody from 0.11 to 13.0 runs on: what Lua 5.1, 5.2, 5.3, 5.4 and LuaJIT have in common. What some of
 * them lack (`unpack`, `table.unpack`, `rawlen`, `utf8`, `bit32`, `goto`, `loadstring`, `setfenv` ...) is not declared;
 * Prosody has its own stand-ins for most: `prosody.util.table` (pack, move), `prosody.util.bitcompat`,
 * `prosody.util.encodings` (utf8), `prosody.util.envload`.
 *
 * Names that a module sees without `require` but that are Prosody's are in globals.d.ts. A module's globals live in a table of
 * its own, whose reads fall through to these.
 */

type LuaThread = { readonly __luaThread: unique symbol };
/** A value of C. */
type LuaUserdata = { readonly __luaUserdata: unique symbol };
/** The version of the running Lua; LuaJIT says "Lua 5.1". */
declare const _VERSION: "Lua 5.1" | "Lua 5.2" | "Lua 5.3" | "Lua 5.4";
/** Lua's global table, read-only for modules: writing to it raises an error. */
declare const _G: Readonly<Record<string, any>>;
/**
 * Raises `message` unless the value is true-ish; else gives back all its arguments.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-assert)
 */
declare function assert<V>(value: V, message?: unknown): Exclude<V, undefined | null | false>;
/**
 * Raises `message` unless the value is true-ish; else gives back all its arguments.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-assert)
 */
declare function assert<V, R extends unknown[]>(
    ...values: [V, ...R] | LuaMultiReturn<[V, ...R]>
): LuaMultiReturn<[Exclude<V, undefined | null | false>, ...R]>;
/**
 * Runs a full garbage collection.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-collectgarbage)
 */
declare function collectgarbage(option?: "collect"): void;
/**
 * The memory that Lua uses, in KiB.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-collectgarbage)
 */
declare function collectgarbage(option: "count"): number;
/**
 * One step of garbage collection; whether that finished a cycle.
 * @param size In KiB on 5.4; a measure of work before.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-collectgarbage)
 */
declare function collectgarbage(option: "step", size?: number): boolean;

/**
 * Raises an error. Prosody logs a string with its traceback; a table is logged through `tostring`, without one.
 * @param level Whose position goes in front of a string: 1 (default) the caller of `error`, 2 the caller of that function, 0 none.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-error)
 */
declare function error(message: unknown, level?: number): never;
/**
 * The metatable of a value (or what its `__metatable` says).
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-getmetatable)
 */
declare function getmetatable<T>(object: T): LuaMetatable<T> | undefined;
/**
 * Sets the metatable of a table and gives the table back.
 * @param metatable Undefined takes it away.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-setmetatable)
 */
declare function setmetatable<T extends object>(table: T, metatable?: LuaMetatable<T>): T;
/**
 * Sets the metatable and gives the table back. Raises an error where the metatable is protected.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-setmetatable)
 */
declare function setmetatable<T extends object, I extends object>(table: T, metatable: LuaMetatable<T, I>): T & I;
/**
 * Walks over a sequence with positions from 1; stops at the first nil.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-ipairs)
 */
declare function ipairs<T>(table: readonly T[]): LuaIterable<LuaMultiReturn<[number, NonNullable<T>]>, readonly T[]>;
/**
 * Walks over the positions from 1 to the first that is empty.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-ipairs)
 */
declare function ipairs<T>(table: {
    /** What is at a position. */
    readonly [index: number]: T;
}): LuaIterable<LuaMultiReturn<[number, NonNullable<T>]>, object>;
/**
 * Walks over all keys and values of a table, in no order.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-pairs)
 */
declare function pairs<K extends AnyNotNil, V>(
    table: LuaTable<K, V> | LuaMap<K, V> | ReadonlyLuaMap<K, V>,
): LuaIterable<LuaMultiReturn<[K, NonNullable<V>]>, object>;
/**
 * Walks over all keys and values, in no order.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-pairs)
 */
declare function pairs<T extends AnyNotNil>(
    table: LuaSet<T> | ReadonlyLuaSet<T>,
): LuaIterable<LuaMultiReturn<[T, true]>, object>;
/**
 * Walks over all keys and values, in no order.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-pairs)
 */
declare function pairs<T extends object>(
    table: T,
): LuaIterable<LuaMultiReturn<[keyof T, NonNullable<T[keyof T]>]>, object>;
/**
 * The key after `key`, with its value; the first without `key`; nothing after the last.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-next)
 */
declare function next<T extends object>(
    table: T,
    key?: keyof T,
): LuaMultiReturn<[keyof T, NonNullable<T[keyof T]>] | [undefined]>;
/**
 * Calls a function and catches what it raises: true and its results, or false and what was raised.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-pcall)
 */
declare function pcall<A extends any[], R>(
    f: (this: void, ...args: A) => R,
    ...args: A
): LuaMultiReturn<R extends LuaMultiReturn<infer T> ? [true, ...T] | [false, unknown] : [true, R] | [false, unknown]>;
/**
 * Prints to standard output, past the log: for prosodyctl commands only. Modules log with `module.log`.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-print)
 */
declare function print(...values: unknown[]): void;
/**
 * Equality without `__eq`.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-rawequal)
 */
declare function rawequal(a: unknown, b: unknown): boolean;
/**
 * Reads a key without `__index`.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-rawget)
 */
declare function rawget<T extends object, K extends keyof T>(table: T, key: K): T[K];
/**
 * Writes a key without `__newindex`; gives the table back.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-rawset)
 */
declare function rawset<T extends object, K extends keyof T>(table: T, key: K, value: T[K]): T;
/**
 * The arguments from position `index` on (from 1; negative ones from the end).
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-select)
 */
declare function select<T>(index: number, ...args: T[]): LuaMultiReturn<T[]>;
/**
 * The number of arguments, nils included.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-select)
 */
declare function select(index: "#", ...args: unknown[]): number;
/**
 * Reads a number; undefined where the value is none.
 * @param base 2 to 36.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-tonumber)
 */
declare function tonumber(value: unknown, base?: number): number | undefined;
/**
 * A value as text; the metatable's `__tostring` decides for tables.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-tostring)
 */
declare function tostring(value: unknown): string;
/**
 * The Lua type of a value.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-type)
 */
declare function type(
    value: unknown,
): "nil" | "number" | "string" | "boolean" | "table" | "function" | "thread" | "userdata";

/**
 * Calls a function; `handler` gets what it raises and makes the second result. Lua 5.1 passes no arguments on:
 * `prosody.util.xpcall` does on every version.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-xpcall)
 */
declare function xpcall<R, E>(
    f: (this: void) => R,
    handler: (this: void, raised: unknown) => E,
): LuaMultiReturn<[true, R] | [false, E]>;

/**
 * Loads a Lua module that has no declaration; the result is unchecked. Prosody's own are imported with
 * `import * as st from "prosody.util.stanza"`.
 * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-require)
 */
declare function require(name: string): unknown;
/** Where modules of Lua come from. */
declare namespace package {
    /** Directory separator, path separator and so on, a line each; the first character is the directory separator. */
    const config: string;
    /** Where libraries in C are looked for. */
    const cpath: string;
    /** Where libraries in Lua are looked for. */
    const path: string;
    /** Loaded modules by name. */
    const loaded: Record<string, unknown>;
    /** Functions that load a library, by its name. */
    const preload: Record<string, unknown>;
}
/** Looking at the running program. */
declare namespace debug {
    /** What is known of a function. */
    interface FunctionInfo {
        /** The function. */
        func?: Function;
        /** What the caller calls it. */
        name?: string;
        /** What that name is; empty where there is none. */
        namewhat?: "global" | "local" | "method" | "field" | "";
        /** Where it comes from: a file after @, or the code. */
        source?: string;
        /** The same, short, for messages. */
        short_src?: string;
        /** Its first line. */
        linedefined?: number;
        /** Its last line. */
        lastlinedefined?: number;
        /** In what it is written; "main" for a file's own code. */
        what?: "Lua" | "C" | "main";
        /** The line that is running. */
        currentline?: number;
        /** How many variables of outer functions it uses. */
        nups?: number;
    }
    /**
     * What is known about a function or about a level of the call stack (1 is the caller).
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-debug.getinfo)
     */
    function getinfo(subject: Function | number, what?: string): FunctionInfo | undefined;
    /**
     * The call stack as text, behind `message`. A message that is no string comes back unchanged.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-debug.traceback)
     */
    function traceback(message?: string, level?: number): string;
    /**
     * Where a coroutine is, as text that begins with the message.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-debug.traceback)
     */
    function traceback(thread: LuaThread, message?: string, level?: number): string;
}

/** Files. */
declare namespace io {
    /** Reads a number. */
    type FileReadNumberFormat = "*n";
    /** Reads a line without its end. */
    type FileReadLineFormat = "*l";
    /** What to read: a number, a line, all, or so many bytes. */
    type FileReadFormat = FileReadNumberFormat | FileReadLineFormat | "*a" | number;
}

/** Arithmetic. */
declare namespace math {
    /**
     * Natural logarithm; Lua 5.1 takes no base.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-math.log)
     */
    function log(x: number): number;
    /**
     * A number from 0 up to but not including 1.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-math.random)
     */
    function random(): number;
    /**
     * A whole number from 1 to `max`.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-math.random)
     */
    function random(max: number): number;
    /**
     * A whole number from `min` to `max`.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-math.random)
     */
    function random(min: number, max: number): number;
}

/** The system. */
declare namespace os {
    /**
     * The parts of a time in UTC, now without `time`; `*t` gives them in local time.
     * @param time In seconds since 1970; default now.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-os.date)
     */
    function date(format: "!*t", time?: number): LuaDateInfoResult;
    /**
     * Ends the process at once; modules ask for `prosody.shutdown` instead.
     * @see [Lua's manual](https://www.lua.org/manual/5.4/manual.html#pdf-os.exit)
     */
    function exit(code?: number): never;
}
