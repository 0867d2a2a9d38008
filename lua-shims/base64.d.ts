/** @noSelfInFile */

/** Bytes as base64. */
export function btoa(bytes: string): string;
/** The bytes; raises an error for malformed base64. */
export function atob(text: string): string;
