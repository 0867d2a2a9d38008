/** @noSelfInFile */

/** The byte position, from 0, of the last occurrence that begins at `position` or before; -1 for none. */
export function string_last_index_of(text: string, part: string, position?: number): number;
/** The position, from 0, of the last equal element from `from` on backwards; below zero it counts from the end. -1 for none. */
export function array_last_index_of<T>(list: readonly T[], value: T, from?: number): number;
