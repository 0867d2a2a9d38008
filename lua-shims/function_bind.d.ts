/** @noSelfInFile */

/** `fn` with its first arguments fixed, a self among them. */
export function bind<A extends unknown[], B extends unknown[], R>(
    fn: (...args: [...A, ...B]) => R,
    ...bound: A
): (...args: B) => R;
