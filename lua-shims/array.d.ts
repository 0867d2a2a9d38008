/** @noSelfInFile */

type Callback<T, R> = (value: T, index: number, list: readonly T[]) => R;
type Reducer<T, R> = (accumulator: R, value: T, index: number, list: readonly T[]) => R;
type Compare<T> = (a: T, b: T) => number;

export function array_map<T, R>(list: readonly T[], callback: Callback<T, R>): R[];
export function array_filter<T>(list: readonly T[], predicate: Callback<T, unknown>): T[];
export function array_for_each<T>(list: readonly T[], callback: Callback<T, void>): void;
export function array_some<T>(list: readonly T[], predicate: Callback<T, unknown>): boolean;
export function array_every<T>(list: readonly T[], predicate: Callback<T, unknown>): boolean;
export function array_find<T>(list: readonly T[], predicate: Callback<T, unknown>): T | undefined;
/** Counts from 0; -1 for none. */
export function array_find_index<T>(list: readonly T[], predicate: Callback<T, unknown>): number;
export function array_flat_map<T, R>(list: readonly T[], callback: Callback<T, R | readonly R[]>): R[];
/** Raises an error where there is neither a start nor an element. */
export function array_reduce<T, R>(list: readonly T[], callback: Reducer<T, R>, ...start: [] | [R]): R;
export function array_reduce_right<T, R>(list: readonly T[], callback: Reducer<T, R>, ...start: [] | [R]): R;
/** In place, not stable; without `compare` by Lua's `<`. */
export function array_sort<T>(list: T[], compare?: Compare<T>): T[];
export function array_to_sorted<T>(list: readonly T[], compare?: Compare<T>): T[];
export function array_from<T, R = T>(
    items: string | Iterable<T> | ArrayLike<T>,
    callback?: (value: T, index: number) => R,
): R[];
export function object_group_by<T>(
    items: Iterable<T>,
    selectKey: (item: T, index: number) => string,
): Record<string, T[]>;
/** Appends the elements of lists; the new length. */
export function array_append<T>(list: T[], ...lists: (readonly T[])[]): number;
/** Whether a list holds a value; NaN is found, too. */
export function array_includes<T>(list: readonly T[], sought: T, from?: number): boolean;
/** A new list of the elements of lists. */
export function array_of<T>(...lists: (readonly T[])[]): T[];
export function array_to_reversed<T>(list: readonly T[]): T[];
export function array_to_spliced<T>(list: readonly T[], start: number, deleteCount?: number, ...items: T[]): T[];
export function array_with<T>(list: readonly T[], index: number, value: T): T[];
