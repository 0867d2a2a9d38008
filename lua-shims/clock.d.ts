/** @noSelfInFile */

/** JavaScript's Date.now. */
export function date_now(): number;
