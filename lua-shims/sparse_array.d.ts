/** @noSelfInFile */

/** What `f(a, ...b, c)` gathers its arguments in. */
export interface SparseArray<T> {
    sparseLength: number;
    [index: number]: T | undefined;
}

export function sparse_array<T>(...values: T[]): SparseArray<T>;
export function sparse_array_push<T>(list: SparseArray<T>, ...values: T[]): void;
export function sparse_array_values<T>(list: SparseArray<T>): LuaMultiReturn<T[]>;
