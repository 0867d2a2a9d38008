/** @noSelfInFile */

/** Positions count bytes; no function of these leaves part of a UTF-8 character behind. */
export function string_slice(s: string, first?: number, last?: number): string;
export function string_substring(s: string, first?: number, last?: number): string;
export function string_substr(s: string, first?: number, count?: number): string;
/** The character that begins at the position, "" where one goes on. */
export function string_char_at(s: string, index?: number): string;
export function string_access(s: string, index: number): string | undefined;
/** @param length in bytes */
export function string_pad_start(s: string, length: number, fill?: string): string;
/** @param length in bytes */
export function string_pad_end(s: string, length: number, fill?: string): string;
/** An empty separator parts the string into characters. */
export function string_split(s: string, separator?: string, limit?: number): string[];
