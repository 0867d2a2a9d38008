/** @noSelfInFile */

/** A value that is equal to itself alone. */
export function symbol(description?: string): symbol;
/** The well-known ones, as keys of tables. */
export const Symbol: SymbolConstructor;
