/** @noSelfInFile */

/** pcall for functions that wait, on Lua 5.1 too. */
export function async_pcall<P extends unknown[]>(
    body: (this: void, ...args: P) => unknown,
    ...args: P
): LuaMultiReturn<[boolean, ...unknown[]]>;
