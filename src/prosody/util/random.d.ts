/** @noSelfInFile */

/** Random bytes from the operating system, fit for secrets. */
declare module "prosody.util.random" {
    /** So many random bytes. */
    export function bytes(count: number): string;
    /** Where the bytes come from. */
    export const _source: string;
}
