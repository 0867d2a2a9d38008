/** @noSelfInFile */
import * as library from "prosody.util.promise";

/** Prosody's promises. */
export const promise: typeof library;
/** A promise that is still open, and the function that settles it: `settle(true, value)` or `settle(false, reason)`. */
export function deferred<T>(): LuaMultiReturn<
    [pending: Promise<T>, settle: (this: void, ok: boolean, value: unknown) => void]
>;
/** `new Promise(executor)`: runs the executor at once. */
export function new_promise<T>(
    executor: (
        this: void,
        resolve: (this: void, value: T) => void,
        reject: (this: void, reason?: unknown) => void,
    ) => void,
): Promise<T>;
/** `Promise.resolve(value)`: a promise stays the same. */
export function resolved<T>(value: T): Promise<Awaited<T>>;
export function promise_all<T>(list: readonly T[]): Promise<Awaited<T>[]>;
export function promise_all_settled<T>(list: readonly T[]): Promise<PromiseSettledResult<Awaited<T>>[]>;
export function promise_race<T>(list: readonly T[]): Promise<Awaited<T>>;
