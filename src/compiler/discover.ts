import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type ts from "typescript";
import {
    entryMissing,
    moduleFolderUnreadable,
    moduleNameInvalid,
    noModules,
    readmeMissing,
    resourceClashes,
} from "./diagnostics.ts";
import { parseReadme, type Readme } from "./readme.ts";

/** A file that goes along with the module as it is: hand-written Lua for `module:require`, data for `module:load_resource`. */
export interface Resource {
    path: string;
    /** To the module's folder, with forward slashes. */
    relative: string;
}

export interface ModuleSource {
    /** "mod_component_http" */
    name: string;
    folder: string;
    /** The module's main TypeScript file. */
    entry: string;
    readme?: Readme;
    resources: Resource[];
}

export interface DiscoverConfig {
    /** Where the modules' folders are, relative to the project; "src/modules" when absent. */
    modulesDir?: string;
}

export interface Discovery {
    /** In the order of their names. */
    modules: ModuleSource[];
    problems: ts.Diagnostic[];
}

export const defaultModulesDir = "src/modules";

/** What Prosody takes as a module's name: it becomes part of file names, option names and host settings. */
const moduleNamePattern = /^mod_[a-z0-9_]+$/;

/** Finds a project's modules: `mod_x/mod_x.ts` with its README.md and resources. Nothing but names and READMEs is read. */
export function discoverModules(projectDir: string, config: DiscoverConfig = {}): Discovery {
    const root = join(projectDir, config.modulesDir ?? defaultModulesDir);
    const modules: ModuleSource[] = [];
    const problems: ts.Diagnostic[] = [];

    for (const name of listFolders(root)) {
        const folder = join(root, name);
        const listed = listFiles(folder);
        if (listed.error !== undefined) {
            problems.push(moduleFolderUnreadable(undefined, folder, listed.error));
            continue;
        }
        const mainCandidates = listed.files.filter(
            (file) => /^mod[-_][^/]*\.tsx?$/i.test(file) && !/\.(d|spec|test)\.tsx?$/.test(file),
        );
        if (!moduleNamePattern.test(name)) {
            // A folder of shared code may live among the modules; one that holds a mod_*.ts is a module with a wrong name.
            if (/^mod[-_]/i.test(name) || mainCandidates.length > 0) {
                problems.push(moduleNameInvalid(undefined, folder, properName(name)));
            }
            continue;
        }
        if (!listed.files.includes(`${name}.ts`)) {
            problems.push(entryMissing(undefined, name, mainCandidates));
            continue;
        }
        const module: ModuleSource = { name, folder, entry: join(folder, `${name}.ts`), resources: [] };
        if (listed.files.includes("README.md")) {
            const path = join(folder, "README.md");
            try {
                const { readme, problems: found } = parseReadme(name, path, readFileSync(path, "utf8"));
                module.readme = readme;
                problems.push(...found);
            } catch (error) {
                problems.push(moduleFolderUnreadable(undefined, path, reasonOf(error)));
            }
        } else {
            problems.push(readmeMissing(undefined, name));
        }
        for (const relative of listed.files) {
            if (relative === "README.md" || /\.(ts|tsx|mts|cts)$/.test(relative)) continue;
            // On macOS and Windows names that differ in case only are one file.
            if ([`${name}.lua`, "readme.md"].includes(relative.toLowerCase())) {
                problems.push(resourceClashes(undefined, name, relative));
                continue;
            }
            module.resources.push({ path: join(folder, ...relative.split("/")), relative });
        }
        modules.push(module);
    }
    if (modules.length === 0 && problems.length === 0) problems.push(noModules(undefined, root));
    return { modules, problems };
}

/** mod_Foo-Bar, foo-bar -> mod_foo_bar */
function properName(folder: string): string {
    const rest = folder
        .replace(/^mod[-_]?/i, "")
        .toLowerCase()
        .replace(/[^a-z0-9_]+/g, "_");
    return `mod_${rest === "" ? "example" : rest}`;
}

/** Not localeCompare: the order must not depend on the machine. */
function byCodeUnit(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

function isJunk(name: string): boolean {
    return name.startsWith(".") || name.endsWith("~") || name === "node_modules";
}

function listFolders(root: string): string[] {
    let names: string[];
    try {
        names = readdirSync(root);
    } catch {
        return [];
    }
    return names.filter((name) => !isJunk(name) && !isFile(join(root, name))).sort(byCodeUnit);
}

/** False for what cannot be looked at as well (a broken link): it is then reported when its content is listed. */
function isFile(path: string): boolean {
    try {
        return !statSync(path).isDirectory();
    } catch {
        return false;
    }
}

/** All files below a folder, relative to it, with forward slashes. Links are followed; a link to a parent is not followed round and round. */
function listFiles(folder: string): { files: string[]; error?: string } {
    const files: string[] = [];
    const walk = (path: string, relative: string, above: ReadonlySet<string>) => {
        const real = realpathSync(path);
        if (above.has(real)) return;
        const within = new Set(above).add(real);
        for (const name of readdirSync(path).sort(byCodeUnit)) {
            if (isJunk(name)) continue;
            const inner = relative === "" ? name : `${relative}/${name}`;
            if (statSync(join(path, name)).isDirectory()) walk(join(path, name), inner, within);
            else files.push(inner);
        }
    };
    try {
        walk(folder, "", new Set());
    } catch (error) {
        return { files, error: reasonOf(error) };
    }
    return { files };
}

function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
