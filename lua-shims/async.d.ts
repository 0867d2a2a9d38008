/** @noSelfInFile */

/** Runs the body of an async function; `await` may be called in it. */
export function async<T>(body: (this: void) => T): Promise<Awaited<T>>;
/** The same, where nobody has a use for the promise. */
export function background(body: (this: void) => unknown): void;
/** What a promise is fulfilled with; raises what it is rejected with. Anything else is its own value, a turn later. */
export function await<T>(awaited: T): Awaited<T>;
/** The calls of async functions that wait or run, by their coroutines. */
export const tasks: LuaTable<LuaThread, object>;
/** @param task The async function's call that the rejected promise is of, which is its field `task`; others have none. */
export function log_rejection(task: object | undefined, reason: unknown): void;
/** The reason of rejections for no other cause than that the module was unloaded. */
export const unloaded: object;
