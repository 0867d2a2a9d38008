/** @noSelfInFile */

/** JavaScript's JSON.parse; null is util.json's. */
export function json_parse(text: string): unknown;
