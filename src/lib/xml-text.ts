/** @noSelfInFile */

import { utf8 } from "prosody.util.encodings";

/** U+FFFE and U+FFFF, which XML has not (XML 1.0, section 2.2), as a pattern of their bytes in UTF-8. */
const NONCHARACTERS = string.char(0xef, 0xbf) + "[" + string.char(0xbe, 0xbf) + "]";

/** Whether util.stanza takes this as text, on all versions, and XML streams can carry it. */
export function isXmlText(value: unknown): value is string {
    return (
        typeof value === "string" &&
        string.find(value, "[^%C\t\n\r]")[0] === undefined &&
        string.find(value, NONCHARACTERS)[0] === undefined &&
        utf8.valid(value)
    );
}
