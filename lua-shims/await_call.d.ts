/** @noSelfInFile */

/** The value of an async function that runs in its caller's coroutine; raises what it raises. */
export function await_call<P extends unknown[], T>(called: (this: void, ...args: P) => T, ...args: P): Awaited<T>;
