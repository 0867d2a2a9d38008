/** `typed-prosody init`: the files that a project of an author begins with. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { count } from "./report.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface InitCommand {
    /** Where to, relative to the current folder; itself when absent. */
    folder: string | undefined;
}

interface Manifest {
    name?: string;
    type?: string;
    scripts?: Record<string, string>;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    [key: string]: unknown;
}

/** What the example consists of; left out where there are modules already. */
const EXAMPLE = ["src/modules/mod_hello/mod_hello.ts", "src/modules/mod_hello/README.md", "spec/mod_hello.spec.ts"];
/** By their names here; npm would take a .gitignore out of the package. */
const FILES: Readonly<Record<string, string>> = { ".gitignore": "gitignore" };
const SETTINGS = ["tstl.json", "tsconfig.json", "vitest.config.ts", ".gitignore"];

const templates = fileURLToPath(new URL("../../templates/project/", import.meta.url));
const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as Manifest & {
    version: string;
    peerDependencies: Record<string, string>;
    devDependencies: Record<string, string>;
};

const SCRIPTS: Readonly<Record<string, string>> = {
    build: "typed-prosody build",
    check: "typed-prosody check && tsc -p .",
    test: "vitest run",
    watch: "typed-prosody watch",
};

/** What npm's own `init` puts there, and nobody means. */
const NO_TEST = 'echo "Error: no test specified" && exit 1';

/** Gives the exit code. Nothing that exists is changed, but package.json, to which what is missing is added. */
export function runInit({ folder }: InitCommand, terminal: Terminal): number {
    const target = resolve(terminal.cwd, folder ?? ".");
    if (existsSync(target) && !statSync(target).isDirectory()) {
        throw new UsageError(`${target} is a file, expected a folder for the project. Name another one.`);
    }
    const manifest = completeManifest(target);
    const wanted = hasModules(target) ? SETTINGS : [...SETTINGS, ...EXAMPLE];
    const [kept, missing] = partition(wanted, (name) => existsSync(join(target, name)));

    const written: string[] = [];
    const write = (name: string, text: string): void => {
        mkdirSync(dirname(join(target, name)), { recursive: true });
        writeFileSync(join(target, name), text);
        written.push(name);
    };
    for (const name of missing) write(name, readFileSync(join(templates, FILES[name] ?? name), "utf8"));
    if (manifest.changed) write("package.json", manifest.text);

    const place = relative(terminal.cwd, target) || ".";
    if (written.length === 0) {
        terminal.out(`Nothing to do: ${place} has all files of a project already.`);
        return 0;
    }
    terminal.out(`${count(written.length, "file")} written into ${place}:`);
    for (const name of written) terminal.out(`  ${name}${name === "package.json" ? manifest.note : ""}`);
    if (kept.length > 0) {
        terminal.out(`Left as ${kept.length === 1 ? "it is" : "they are"}, since there before:`);
        for (const name of kept) terminal.out(`  ${name}${hint(name)}`);
    }
    terminal.out("Next:");
    if (place !== ".") terminal.out(`  cd ${place.includes(" ") ? `"${place}"` : place}`);
    if (manifest.changed) terminal.out("  npm install");
    terminal.out("  npx typed-prosody build    makes dist-lua/, ready to be copied into a plugin folder");
    terminal.out("  npm test                   tries the modules on real servers; needs Docker or a Prosody");
    return 0;
}

/** What a file must say that the author wrote. */
function hint(name: string): string {
    if (name === "tstl.json") return ': it must say "extends": "typed-prosody/tstl.base.json"';
    if (name === "tsconfig.json") return ': for editors it needs "references": [{ "path": "./tstl.json" }]';
    if (name === "vitest.config.ts")
        return ': specs of servers need globalSetup: ["typed-prosody/testing/global-setup"]';
    if (name === ".gitignore") return ": node_modules, dist-maps and .test-results should not be committed";
    return "";
}

function hasModules(target: string): boolean {
    const folder = join(target, "src", "modules");
    return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("mod_") && name !== "mod_hello");
}

interface CompletedManifest {
    text: string;
    changed: boolean;
    /** What became of one that was there. */
    note: string;
}

function completeManifest(target: string): CompletedManifest {
    const file = join(target, "package.json");
    const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    const found =
        before === undefined ? { name: packageName(target), private: true, type: "module" } : parse(file, before);
    const dependencies = { ...found.dependencies };
    const devDependencies = { ...found.devDependencies };
    for (const [name, range] of Object.entries(neededPackages())) {
        if (!(name in dependencies)) devDependencies[name] ??= range;
    }
    const scripts = { ...found.scripts };
    if (scripts["test"] === NO_TEST) delete scripts["test"];
    const manifest: Manifest = {
        ...found,
        scripts: { ...SCRIPTS, ...scripts },
        devDependencies: Object.fromEntries(Object.entries(devDependencies).sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    const text = `${JSON.stringify(manifest, null, before === undefined ? 2 : indentation(before))}\n`;
    return {
        text,
        changed: before === undefined || JSON.stringify(JSON.parse(before)) !== JSON.stringify(manifest),
        note: before === undefined ? "" : ": what was missing has been added",
    };
}

function parse(file: string, text: string): Manifest {
    try {
        const value: unknown = JSON.parse(text);
        if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Manifest;
    } catch (error) {
        throw new UsageError(
            `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}. Mend it first; nothing was written.`,
        );
    }
    throw new UsageError(
        `${file} holds no object, expected that of an npm package. Mend it first; nothing was written.`,
    );
}

/** As the file has it, so that nothing else in it changes. */
function indentation(text: string): string | number {
    return /^([ \t]+)"/m.exec(text)?.[1] ?? 2;
}

/** The package itself and what specs of servers stand on, in versions that go together. */
function neededPackages(): Record<string, string> {
    return {
        ...own.peerDependencies,
        "@types/node": own.devDependencies["@types/node"] ?? "*",
        "typed-prosody": `^${own.version}`,
        typescript: own.dependencies?.["typescript"] ?? "*",
    };
}

/** A name that npm takes, after that of the folder. */
function packageName(target: string): string {
    const name = basename(target)
        .toLowerCase()
        .replaceAll(/[^a-z0-9._-]+/g, "-")
        .replaceAll(/^[._-]+|[._-]+$/g, "");
    return name === "" ? "prosody-modules" : name;
}

function partition<T>(items: readonly T[], fits: (item: T) => boolean): [T[], T[]] {
    return [items.filter(fits), items.filter((item) => !fits(item))];
}
