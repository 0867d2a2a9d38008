import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { projectNotFound } from "../compiler/diagnostics.ts";
import { UsageError } from "./usage-error.ts";

/** The project's folder: the named one, or the nearest at or above `cwd` that holds a tstl.json. */
export function findProject(named: string | undefined, cwd: string): string {
    const start = resolve(cwd, named ?? ".");
    if (named !== undefined && !existsSync(start)) throw new UsageError(`There is no folder ${start}.`);
    for (let folder = start; ; folder = dirname(folder)) {
        if (existsSync(join(folder, "tstl.json"))) return folder;
        if (folder === dirname(folder)) break;
    }
    throw new UsageError(projectNotFound(undefined, start));
}
