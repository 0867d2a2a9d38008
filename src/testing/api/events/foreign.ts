/** Which recorded events are not Prosody's own. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { IsForeign } from "./compare.ts";

/** Events of the modules of this project: those that begin with the module's name, `delegation/online` of mod_delegation. */
export async function eventsOfModules(projectDir: string): Promise<IsForeign> {
    const folders = await readdir(path.join(projectDir, "src", "modules"));
    const names = folders.filter((name) => name.startsWith("mod_")).map((name) => `${name.slice("mod_".length)}/`);
    return (event) => names.some((name) => event.startsWith(name));
}
