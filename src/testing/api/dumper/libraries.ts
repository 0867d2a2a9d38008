/**
 * Every library that Prosody ships, by its name: `util.stanza` and so on.
 *
 * @noSelfInFile
 */

import { describeLibrary, type Description } from "./describe";

interface FileSystem {
    dir(this: void, path: string): LuaIterable<string, object>;
    attributes(this: void, path: string, what: "mode"): string | undefined;
}
const lfs = require("lfs") as FileSystem;

export interface Libraries {
    loaded: Record<string, Description>;
    /** Those that cannot be loaded here, and why. */
    failed: Record<string, string>;
}

function addNames(names: string[], folder: string, prefix: string): void {
    for (const file of lfs.dir(folder)) {
        const path = `${folder}/${file}`;
        const [name] = string.match(file, "^([%w_-]+)%.lua$");
        const [native] = string.match(file, "^([%w_-]+)%.so$");
        const own = name ?? native;
        if (own !== undefined) {
            names.push(`${prefix}${own}`);
        } else if (string.sub(file, 1, 1) !== "." && lfs.attributes(path, "mode") === "directory") {
            addNames(names, path, `${prefix}${file}.`);
        }
    }
}

export function describeLibraries(): Libraries {
    const source = prosody.paths.source ?? ".";
    const names: string[] = [];
    for (const group of ["core", "net", "util"]) {
        addNames(names, `${source}/${group}`, `${group}.`);
    }
    const result: Libraries = { loaded: {}, failed: {} };
    for (const name of names) {
        const [ok, library] = pcall(require, name);
        if (ok) {
            result.loaded[name] = describeLibrary(library);
        } else {
            const [missing] = string.match(tostring(library), "module '([^']+)' not found");
            result.failed[name] = missing !== undefined ? `needs ${missing}` : tostring(library);
        }
    }
    return result;
}
