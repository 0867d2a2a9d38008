/**
 * The helpers that transpiled code calls by global names (`__TS__ArrayMap`, `Error`): ours from lua-shims where
 * the transpiler's would harm, TypeScriptToLua's own otherwise.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseLua } from "../lua/parse.ts";
import { calledGlobal, lua, walk } from "../lua/syntax.ts";
import { createUnit, type Unit } from "./unit.ts";

const require = createRequire(import.meta.url);
const libraryFolder = path.join(
    path.dirname(require.resolve("typescript-to-lua/package.json")),
    "dist",
    "lualib",
    "universal",
);

/** The package's own folder: src/compiler and dist/compiler lie equally deep. */
const packageFolder = fileURLToPath(new URL("../../../", import.meta.url));
export const shimFolder = path.join(packageFolder, "lua-shims");

interface Helper {
    /** Lua file that holds it. */
    file: string;
    /** Its local's name there. */
    local: string;
}

/** Helper by the global name that transpiled code uses; shims go before the transpiler's library. */
function readIndex(): Map<string, Helper> {
    const index = new Map<string, Helper>();
    const info = JSON.parse(fs.readFileSync(path.join(libraryFolder, "lualib_module_info.json"), "utf8")) as Record<
        string,
        { exports: string[] }
    >;
    for (const [feature, { exports }] of Object.entries(info)) {
        for (const name of exports) index.set(name, { file: path.join(libraryFolder, `${feature}.lua`), local: name });
    }
    const shims = JSON.parse(fs.readFileSync(path.join(shimFolder, "index.json"), "utf8")) as Record<string, string>;
    for (const [name, shim] of Object.entries(shims)) {
        const [file, local] = shim.split(":") as [string, string];
        index.set(name, { file: path.join(shimFolder, file), local });
    }
    return index;
}

let index: Map<string, Helper> | undefined;

export function findHelper(name: string): Helper | undefined {
    index ??= readIndex();
    return index.get(name);
}

/** A hand-written Lua file as a unit; its outermost locals are its exports. */
export function readLuaUnit(file: string): Unit {
    const text = fs.readFileSync(file, "utf8");
    const statements = parseLua(text);
    if (path.dirname(file) === libraryFolder) statements.forEach(withoutContext);
    return createUnit({ id: file, text, kind: "lua", statements, inspectsErrors: false, comment: [] });
}

/** Parameters of the transpiler's library that are functions of the author. */
const callbacks = new Set(["callback", "keySelector", "replaceValue"]);

/** The transpiler's library calls the author's functions with a nil in front, as a self; ours take none (lib.d.ts). */
function withoutContext(statement: lua.Statement): void {
    walk(statement, (node) => {
        const called = calledGlobal(node);
        if (called === undefined || !callbacks.has(called)) return;
        const call = node as lua.CallExpression;
        if (call.params[0] && lua.isNilLiteral(call.params[0])) call.params.shift();
    });
}
