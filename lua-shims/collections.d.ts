/** @noSelfInFile */

/** In the order of insertion; what is added or deleted during a loop counts, as in JavaScript. All but `clear` is constant work. */
export const Map: MapConstructor;
export const Set: SetConstructor;
