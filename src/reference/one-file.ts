import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Not of Prosody: the list of the files, and what JavaScript has of its own. */
const LEFT_OUT = new Set(["index.d.ts", "lib.d.ts"]);

/**
 * All declarations as the text of one file, in the order of their names. They share one namespace over many files, and TypeDoc
 * would describe it once for each file.
 */
export async function oneFile(folder: string): Promise<string> {
    const names = (await readdir(folder, { recursive: true }))
        .filter((name) => /\.d\.c?ts$/.test(name) && !LEFT_OUT.has(name))
        .map((name) => name.replaceAll("\\", "/"))
        .sort((a, b) => (a < b ? -1 : 1));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    return texts
        .map((text) => text.replace("/** @noSelfInFile */", ""))
        .join("\n")
        .replaceAll(/\s*\*\/(\s*declare module ")/g, (_, declaration: string) => {
            // What stands above a module would be taken for a comment on the file.
            return `\n * @packageDocumentation\n */${declaration}`;
        });
}
