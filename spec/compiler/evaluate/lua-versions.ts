/** The Luas that a Prosody may run on, as installed on this machine. */
import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { suiteFolder } from "../../../src/testing/lua/debian-packages.ts";
import { LUA_ENVIRONMENTS } from "../../../src/testing/lua/environments.ts";
import { packageFolder } from "../../../src/testing/lua/package-folder.ts";

export const luaVersions = ["Lua 5.1", "Lua 5.2", "Lua 5.3", "Lua 5.4", "LuaJIT"] as const;
export type LuaVersion = (typeof luaVersions)[number];

const commands: Record<LuaVersion, string> = {
    "Lua 5.1": "lua5.1",
    "Lua 5.2": "lua5.2",
    "Lua 5.3": "lua5.3",
    "Lua 5.4": "lua5.4",
    LuaJIT: "luajit",
};

/** A value as Lua has it: which tables are arrays only JavaScript's side can say. */
export type LuaValue =
    | null
    | boolean
    | number
    | string
    | { number: "NaN" | "Infinity" | "-Infinity" }
    | { other: string }
    | { table: [key: LuaValue, value: LuaValue][] };

export interface LuaReport {
    ok: boolean;
    /** What the chunk exported as `result`; strings are bytes, one character each. */
    result: LuaValue;
    /** The error that ended the chunk. */
    raised: string | null;
    traceback: string | null;
}

const runner = fileURLToPath(new URL("run-snippets.lua", import.meta.url));

/** What chunks with async code need: `event-loop.lua` says what it does with it. */
async function prosodyLibraries(version: LuaVersion): Promise<Record<string, string>> {
    const lua = commands[version].replace(/^lua(?=5)/, "");
    const { prosody } = LUA_ENVIRONMENTS.find((environment) => environment.lua === lua)!;
    return {
        TYPED_PROSODY_LIBRARIES: path.join(await suiteFolder(prosody.suite), "usr", "lib", "prosody"),
        TYPED_PROSODY_STAND_INS: path.join(packageFolder, "src", "testing", "busted", "stand-ins"),
    };
}

export interface RunOptions {
    /** With an event loop, and the promises of a Prosody that runs on this Lua. */
    readonly isAsync?: boolean;
}

/** Runs chunks one after the other in one process of the given Lua. */
export async function runChunks(
    version: LuaVersion,
    files: readonly string[],
    { isAsync = false }: RunOptions = {},
): Promise<LuaReport[]> {
    const env = isAsync ? await prosodyLibraries(version) : {};
    const { stdout, stderr, failure } = await start(commands[version], [runner, ...files], env);
    const reports = stdout
        .split("\n")
        .filter((line) => line.startsWith("@"))
        .map((line) => JSON.parse(line.slice(1)) as LuaReport);
    if (reports.length === files.length) return reports;
    throw new Error(`${version} gave up at ${files[reports.length]}: ${failure?.message ?? ""}\n${stderr}`);
}

function start(
    command: string,
    args: string[],
    env: Readonly<Record<string, string>>,
): Promise<{ stdout: string; stderr: string; failure: Error | null }> {
    const options = {
        maxBuffer: 64 * 1024 * 1024,
        timeout: 30_000,
        encoding: "latin1",
        env: { ...process.env, ...env },
    } as const;
    return new Promise((resolve) => {
        execFile(command, args, options, (failure, stdout, stderr) => resolve({ stdout, stderr, failure }));
    });
}
