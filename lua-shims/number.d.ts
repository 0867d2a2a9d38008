/** @noSelfInFile */

/** JavaScript's parseInt; NaN where there is no digit. */
export function parse_int(text: unknown, radix?: number): number;
/** JavaScript's parseFloat; an integer comes back as one. */
export function parse_float(text: unknown): number;
/** JavaScript's Number(value). */
export function to_number(value: unknown): number;
export function is_nan(value: unknown): boolean;
/** Exact for powers of ten. */
export function log10(x: number): number;
/** Exact for powers of two. */
export function log2(x: number): number;
export function atan2(y: number, x: number): number;
/** Math.trunc, and no fraction in the text of what it gives. */
export function trunc(value: number): number;
/** Math.sign, likewise. */
export function sign(value: number): number;
