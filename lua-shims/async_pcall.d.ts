/** @noSelfInFile */

/** pcall for functions that wait, on Lua 5.1 too. */
export function async_pcall(body: (this: void) => unknown): LuaMultiReturn<[boolean, ...unknown[]]>;
/** xpcall for functions that wait. Lua 5.1's handler gets the coroutine that the error was raised in. */
export function async_xpcall<P extends unknown[]>(
    body: (this: void, ...args: P) => unknown,
    handler: (this: void, reason: unknown, thread?: LuaThread) => unknown,
    ...args: P
): LuaMultiReturn<[boolean, ...unknown[]]>;
