/** @noSelfInFile */

/** JavaScript's encodeURIComponent, which leaves `!*'()` as they are and writes digits in upper case; util.http's does not. */
export function encode_uri_component(text: unknown): string;
/** JavaScript's decodeURIComponent, which raises an error for what is malformed; util.http's leaves it as it is. */
export function decode_uri_component(text: string): string;
