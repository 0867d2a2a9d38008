/** @noSelfInFile */

/** The three values that Lua's generic `for` takes; the loop's second variable is the value. */
export function iterate<T>(
    iterable: string | Iterable<T>,
): LuaMultiReturn<[(state: unknown, control: unknown) => LuaMultiReturn<[unknown, T]>, unknown, unknown]>;

/** All values of an iterable as several results. */
export function spread<T>(iterable: string | Iterable<T>): LuaMultiReturn<T[]>;
