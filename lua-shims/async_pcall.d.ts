/** @noSelfInFile */

/** pcall for functions that wait, on Lua 5.1 too. */
export function async_pcall(body: (this: void) => unknown): LuaMultiReturn<[boolean, ...unknown[]]>;
