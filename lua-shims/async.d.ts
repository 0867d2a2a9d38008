/** @noSelfInFile */

/** Runs the body of an async function; `await` may be called in it. */
export function async<T>(body: (this: void) => T): Promise<Awaited<T>>;
/** What a promise is fulfilled with; raises what it is rejected with. Anything else is its own value, a turn later. */
export function await<T>(awaited: T): Awaited<T>;
/** The calls of async functions that wait or run, by their coroutines. */
export const tasks: LuaTable<LuaThread, object>;
export function log_rejection(rejected: Promise<unknown>, reason: unknown): void;
/** The reason of rejections for no other cause than that the module was unloaded. */
export const unloaded: object;
