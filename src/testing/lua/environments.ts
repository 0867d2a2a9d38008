/** The Lua versions that specs run on, and whose libraries they meet there. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { prosodyVersions, PROSODY_RELEASES, type ProsodyRelease } from "../prosody/versions.ts";
import { packageFolder } from "./package-folder.ts";
import { suiteFolder } from "./debian-packages.ts";

/** Environment variable with the comma-separated Lua versions that a run is restricted to: "5.1" … "5.4", "luajit". */
export const LUA_VARIABLE = "TYPED_PROSODY_LUA";

export interface LuaEnvironment {
    /** As the report says it: "Lua 5.2, Prosody 0.11.9" or "Lua 5.3, Prosody 13.0.1, stand-ins for its C libraries". */
    readonly title: string;
    /** "5.1" … "5.4" or "luajit". */
    readonly lua: string;
    /** The release whose Lua code modules meet. */
    readonly prosody: ProsodyRelease;
    /** Where the interpreter comes from. */
    readonly suite: string;
    /** Whether Prosody's C libraries are its own. Debian builds them for one Lua version each. */
    readonly native: boolean;
}

function release(version: string): ProsodyRelease {
    const found = PROSODY_RELEASES.find((candidate) => candidate.version === version);
    if (found === undefined) throw new Error(`Prosody ${version} is not among the releases under test`);
    return found;
}

function native(lua: string, version: string): LuaEnvironment {
    const prosody = release(version);
    return { title: `Lua ${lua}, Prosody ${version}`, lua, prosody, suite: prosody.suite, native: true };
}

function standIns(lua: string, version: string): LuaEnvironment {
    const name = lua === "luajit" ? "LuaJIT" : `Lua ${lua}`;
    const title = `${name}, Prosody ${version}, stand-ins for its C libraries`;
    // All interpreters that no suite's Prosody runs on come from one release.
    return { title, lua, prosody: release(version), suite: "bookworm", native: false };
}

/** All, in the order of the report. Each release meets the oldest Lua that it supports, or one near it. */
export const LUA_ENVIRONMENTS: readonly LuaEnvironment[] = [
    standIns("5.1", "0.11.9"),
    native("5.2", "0.11.9"),
    standIns("5.3", "13.0.1"),
    native("5.4", "0.12.3"),
    native("5.4", "13.0.1"),
    standIns("luajit", "0.12.3"),
];

function listed(value: string | undefined): string[] {
    return (value ?? "")
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "");
}

/** Those that this run is about. */
export function chosenEnvironments(): LuaEnvironment[] {
    const lua = listed(process.env[LUA_VARIABLE]).map((version) => version.toLowerCase().replace(/^lua(?=5)/, ""));
    const unknown = lua.find((version) => !LUA_ENVIRONMENTS.some((environment) => environment.lua === version));
    if (unknown !== undefined) {
        const known = [...new Set(LUA_ENVIRONMENTS.map((environment) => environment.lua))].join(", ");
        throw new Error(`${LUA_VARIABLE} names Lua "${unknown}"; specs run on ${known}`);
    }
    const versions = prosodyVersions();
    return LUA_ENVIRONMENTS.filter(
        (environment) =>
            (lua.length === 0 || lua.includes(environment.lua)) && versions.includes(environment.prosody.version),
    );
}

/** How to start a program of an environment. */
export interface LuaCommand {
    readonly file: string;
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
}

/** Finds what the loader of dynamic libraries is called on this machine's architecture. */
function findLoader(root: string): { loader: string; libraries: string[] } {
    for (const lib of ["lib", join("usr", "lib")]) {
        const base = join(root, lib);
        if (!existsSync(base)) continue;
        for (const triplet of readdirSync(base)) {
            if (!triplet.endsWith("-linux-gnu") && !triplet.endsWith("-linux-gnueabihf")) continue;
            const name = readdirSync(join(base, triplet)).find((file) => /^ld(64)?-linux.*\.so\.\d+$/.test(file));
            if (name === undefined) continue;
            return {
                loader: join(base, triplet, name),
                libraries: [join(root, "lib", triplet), join(root, "usr", "lib", triplet)],
            };
        }
    }
    throw new Error(`No dynamic loader in ${root}: delete the folder, it is unpacked again`);
}

const BUSTED_SUITE = "bookworm";

/** The command that runs Lua with what modules and their specs load; the script and its arguments go behind `args`. */
export async function luaCommand(environment: LuaEnvironment, say?: (line: string) => void): Promise<LuaCommand> {
    const root = await suiteFolder(environment.suite, say);
    const bustedRoot = await suiteFolder(BUSTED_SUITE, say);
    const prosody = join(await suiteFolder(environment.prosody.suite, say), "usr", "lib", "prosody");
    const { loader, libraries } = findLoader(root);
    const api = environment.lua === "luajit" ? "5.1" : environment.lua;
    const program = environment.lua === "luajit" ? "luajit" : `lua${environment.lua}`;
    const support = join(packageFolder, "src", "testing", "busted");
    const shared = (base: string) =>
        ["?.lua", join("?", "init.lua")].map((file) => join(base, "usr/share/lua", api, file));
    return {
        file: loader,
        args: ["--library-path", libraries.join(":"), join(root, "usr", "bin", program)],
        env: {
            LUA_PATH: [
                join(support, "edges", "?.lua"),
                ...(environment.native ? [] : [join(support, "stand-ins", "?.lua")]),
                join(prosody, "?.lua"),
                ...shared(bustedRoot),
                ...shared(root),
            ].join(";"),
            LUA_CPATH: [
                ...(environment.native ? [join(prosody, "?.so")] : []),
                ...libraries.map((folder) => join(folder, "lua", api, "?.so")),
            ].join(";"),
            TYPED_PROSODY_PROSODY: environment.prosody.version,
            TYPED_PROSODY_LIBRARIES: prosody,
            TYPED_PROSODY_STAND_INS: join(support, "stand-ins"),
            TYPED_PROSODY_NATIVE: environment.native ? "yes" : "no",
        },
    };
}

/** The command that runs busted; its own arguments go behind `args`. */
export async function bustedCommand(environment: LuaEnvironment, say?: (line: string) => void): Promise<LuaCommand> {
    const lua = await luaCommand(environment, say);
    const support = join(packageFolder, "src", "testing", "busted");
    return {
        ...lua,
        args: [
            ...lua.args,
            join(await suiteFolder(BUSTED_SUITE, say), "usr", "bin", "busted"),
            `--helper=${join(support, "start.lua")}`,
            `--output=${join(support, "report.lua")}`,
        ],
    };
}
