/** @noSelfInFile */

import { utf8 } from "prosody.util.encodings";

/** Longer strings are cut: a log line is no place for a certificate. */
const LONGEST_QUOTE = 64;

/** A string between quotes, fit for one line of a log whatever it holds. */
export function quote(text: string): string {
    const shown = text.length > LONGEST_QUOTE ? string.sub(text, 1, LONGEST_QUOTE) + "..." : text;
    // Prosody 0.12 and newer log a whole message as escaped bytes when a part of it is not UTF-8.
    const [safe] = string.gsub(shown, utf8.valid(shown) ? "%c" : "[^ -~]", "?");
    return '"' + safe + '"';
}

/** What a value from outside is, in words: `nothing`, `a number 5`, `a string "abc"`, `an empty table`. */
export function describe(value: unknown): string {
    if (value === undefined) {
        return "nothing";
    } else if (typeof value === "string") {
        return "a string " + quote(value);
    } else if (typeof value === "number" || typeof value === "boolean") {
        return `a ${type(value)} ${tostring(value)}`;
    } else if (typeof value === "object") {
        return next(value as object)[0] === undefined ? "an empty table" : "a table";
    }
    return "a " + type(value);
}
