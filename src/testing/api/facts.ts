/** What a dump of a running Prosody found, and the files that keep it for checks without a server. */
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "prettier";

/** Members by name, each in the dumper's words: "string", "table callable", "function(a, b, ...)", "function C". */
export type Members = Readonly<Record<string, string>>;

/** Where the facts of the versions under test are kept, relative to the project. */
export const FACTS_FOLDER = "src/testing/api/facts";

export interface FoundThing {
    readonly kind: string;
    readonly members: Members;
}

export interface FoundObject extends FoundThing {
    /** How the dumper came by it. */
    readonly made: string;
}

export interface Facts {
    readonly prosody: string;
    /** As Lua's `_VERSION` says. */
    readonly lua: string;
    /** Libraries by Prosody's own name: `util.stanza`. */
    readonly libraries: Readonly<Record<string, FoundThing>>;
    /** Libraries that cannot be loaded, and why. */
    readonly failed: Readonly<Record<string, string>>;
    readonly globals: Members;
    /** Objects by the name of the type that declares them: `prosody.util.cache.Cache`, `Prosody.MucRoom`. */
    readonly objects: Readonly<Record<string, FoundObject>>;
    /** Objects that this version cannot make, and why. */
    readonly unmade: Readonly<Record<string, string>>;
    /** The names of fields in the sources, by first letter, with blanks in between. */
    readonly words: Readonly<Record<string, string>>;
}

function sorted(value: unknown): unknown {
    if (Array.isArray(value) && value.length > 0) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    // An empty table of Lua may arrive as an empty list.
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** The same facts with everything in the order of names. */
export function sortFacts(facts: Facts): Facts {
    return sorted(facts) as Facts;
}

/** The text of a facts file; one member per line, so that a difference shows what changed. */
export async function formatFacts(facts: Facts): Promise<string> {
    return format(JSON.stringify(sortFacts(facts)), {
        parser: "json",
        tabWidth: 4,
        printWidth: 120,
        objectWrap: "collapse",
    });
}

export function factsFile(folder: string, version: string): string {
    return path.join(folder, `${version}.json`);
}

export async function readFacts(folder: string, version: string): Promise<Facts> {
    return JSON.parse(await readFile(factsFile(folder, version), "utf8")) as Facts;
}

/** The versions that there are facts of, oldest first. */
export async function knownVersions(folder: string): Promise<string[]> {
    const files = await readdir(folder).catch(() => []);
    return files
        .filter((file) => file.endsWith(".json"))
        .map((file) => file.slice(0, -".json".length))
        .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

export async function writeFacts(folder: string, facts: Facts): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(factsFile(folder, facts.prosody), await formatFacts(facts));
}
