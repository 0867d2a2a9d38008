/** What is known of the events of each version, and the files that keep it for checks without a server. */
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "prettier";
import type { SourceEvents } from "./sources.ts";

/** Where the facts are kept, relative to the project. */
export const EVENT_FACTS_FOLDER = "src/testing/api/events/facts";

export interface EventFacts {
    readonly prosody: string;
    /** What the sources fire and wait for. */
    readonly events: SourceEvents;
    /** Keys of the declared events that a scenario of real servers fires every time. */
    readonly seen: readonly string[];
}

export async function formatEventFacts(facts: EventFacts): Promise<string> {
    return format(JSON.stringify(facts), { parser: "json", tabWidth: 2, printWidth: 120, objectWrap: "collapse" });
}

export async function writeEventFacts(folder: string, facts: EventFacts): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${facts.prosody}.json`), await formatEventFacts(facts));
}

/** The facts of all versions that there are any of, oldest first. */
export async function readEventFacts(folder: string): Promise<EventFacts[]> {
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json"));
    const all = await Promise.all(
        files.map(async (file) => JSON.parse(await readFile(path.join(folder, file), "utf8")) as EventFacts),
    );
    return all.sort((a, b) => a.prosody.localeCompare(b.prosody, "en", { numeric: true }));
}
