/** @noSelfInFile */

/** The classes behind `new Error(...)` and its kin, linked in only where some `catch` looks into an error. */
export const Error: ErrorConstructor;
export const RangeError: ErrorConstructor;
export const TypeError: ErrorConstructor;
export const SyntaxError: ErrorConstructor;
