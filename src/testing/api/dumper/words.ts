/**
 * The names of fields that Prosody's own sources speak of: what an object may hold in some state that the dumper does not bring about
 * has to be among them.
 *
 * @noSelfInFile
 */

interface FileSystem {
    dir(this: void, path: string): LuaIterable<string, object>;
    attributes(this: void, path: string, what: "mode"): string | undefined;
}
const lfs = require("lfs") as FileSystem;

/** How Lua writes the name of a field: `x.name`, `x:name`, `name = value` in a table, `x["name"]`. */
const PATTERNS = ["[%.:]%s*([%a_][%w_]*)", "([%a_][%w_]*)%s*=[^=]", '%["([%a_][%w_]*)"%]'];

function addWords(words: LuaSet<string>, path: string): void {
    const [file] = io.open(path);
    if (file === undefined) {
        return;
    }
    const text = file.read("*a") ?? "";
    file.close();
    for (const pattern of PATTERNS) {
        for (const [word] of string.gmatch(text, pattern)) {
            words.add(word!);
        }
    }
}

function addFolder(words: LuaSet<string>, folder: string): void {
    for (const name of lfs.dir(folder)) {
        const path = `${folder}/${name}`;
        if (string.sub(name, -4) === ".lua") {
            addWords(words, path);
        } else if (string.sub(name, 1, 1) !== "." && lfs.attributes(path, "mode") === "directory") {
            addFolder(words, path);
        }
    }
}

/** By first letter, in the order of the alphabet, with blanks in between. */
export function describeWords(): Record<string, string> {
    const words = new LuaSet<string>();
    const source = prosody.paths.source ?? ".";
    for (const group of ["core", "net", "util", "modules"]) {
        addFolder(words, `${source}/${group}`);
    }
    const lists: Record<string, string[]> = {};
    for (const word of words) {
        const letter = string.lower(string.sub(word, 1, 1));
        lists[letter] ??= [];
        lists[letter].push(word);
    }
    const result: Record<string, string> = {};
    for (const [letter, list] of pairs(lists as unknown as LuaTable<string, string[]>)) {
        table.sort(list);
        result[letter] = table.concat(list, " ");
    }
    return result;
}
