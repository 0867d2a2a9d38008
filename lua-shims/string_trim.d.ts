/** @noSelfInFile */

/** White space as ECMAScript defines it, in UTF-8. */
export function string_trim(s: string): string;
export function string_trim_start(s: string): string;
export function string_trim_end(s: string): string;
