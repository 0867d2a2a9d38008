/** @noSelfInFile */

/** JavaScript's `instanceof`; no object of a Lua library is an instance of anything. */
export function instance_of(object: unknown, constructor: object): boolean;
