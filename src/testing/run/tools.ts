import { access, constants, rm, writeFile } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { x } from "tinyexec";
import { CannotRunError } from "./cannot-run-error.ts";
import type { Layer } from "./layers.ts";
import { permissionFor, type RootPrefix } from "./privilege.ts";

/** A program or file that tests need, and the Debian packages that have it. */
export interface Tool {
    /** A command on PATH, or the absolute path of a file. */
    readonly command: string;
    readonly packages: readonly string[];
    readonly why: string;
}

const lua = (version: string): Tool => ({
    command: `lua${version}`,
    packages: [`lua${version}`],
    why: `lua${version}: generated Lua is run on every Lua that Prosody runs on`,
});

const TOOLS_OF_BUSTED: readonly Tool[] = [
    ...["5.1", "5.2", "5.3", "5.4"].map(lua),
    { command: "luajit", packages: ["luajit"], why: "luajit: module specs are run on LuaJIT, too" },
    { command: "busted", packages: ["lua-busted"], why: "busted: runs the specs of module logic" },
    {
        command: "/usr/share/keyrings/debian-archive-keyring.gpg",
        packages: ["debian-archive-keyring"],
        why: "Debian's signing keys: module specs use Prosody's own libraries, taken from Debian's packages",
    },
];

const TOOLS_OF_LAYER: Readonly<Record<Layer, readonly Tool[]>> = {
    compiler: [
        ...["5.1", "5.2", "5.3", "5.4"].map(lua),
        { command: "luajit", packages: ["luajit"], why: "luajit: generated Lua is run on LuaJIT, too" },
        { command: "luacheck", packages: ["lua-check"], why: "luacheck: generated Lua must be clean under it" },
    ],
    types: [],
    lua: TOOLS_OF_BUSTED,
    // Scripts are played to modules in the surroundings of the lua layer.
    fuzz: TOOLS_OF_BUSTED,
    api: [],
    e2e: [],
};

export const DOCKER: Tool = {
    command: "docker",
    // The client is a package of its own on newer releases.
    packages: ["docker.io", "docker-cli"],
    why: "docker: end-to-end specs run real Prosody servers in containers",
};

export const MMDEBSTRAP: Tool = {
    command: "mmdebstrap",
    packages: ["mmdebstrap", "debian-archive-keyring"],
    why: "mmdebstrap: base images cannot be pulled here and are made from Debian packages",
};

export const PROSODY: Tool = {
    command: "prosody",
    // The resolver that Prosody asks for at every start.
    packages: ["prosody", "lua-unbound"],
    why: "prosody: end-to-end specs run on an installed Prosody where there is no Docker",
};

/** The programs that the layers need whatever else is there. */
export function toolsOf(layers: readonly Layer[]): Tool[] {
    const tools = new Map<string, Tool>();
    for (const tool of layers.flatMap((layer) => TOOLS_OF_LAYER[layer])) {
        if (!tools.has(tool.command)) tools.set(tool.command, tool);
    }
    return [...tools.values()];
}

/** Whether a command is on PATH, or where root has it; of an absolute path, whether the file is there. */
async function commandExists(command: string): Promise<boolean> {
    if (isAbsolute(command)) return exists(command);
    const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
    const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];
    for (const folder of folders) {
        for (const suffix of suffixes) {
            try {
                await access(join(folder, command + suffix), constants.X_OK);
                return true;
            } catch {
                // not in this folder
            }
        }
    }
    return false;
}

function missingTools(tools: readonly Tool[], reason: string): CannotRunError {
    return new CannotRunError(
        `${reason}\nMissing:\n${tools.map((tool) => `  - ${tool.why}`).join("\n")}\n` +
            `On Debian and Ubuntu: apt-get install ${tools.flatMap((tool) => tool.packages).join(" ")}`,
    );
}

/**
 * Installs those of the tools that are missing, with apt-get, after saying so.
 * @throws CannotRunError where that is not possible or not wanted.
 */
export async function ensureTools(tools: readonly Tool[]): Promise<void> {
    const missing: Tool[] = [];
    for (const tool of tools) if (!(await commandExists(tool.command))) missing.push(tool);
    if (missing.length === 0) return;
    if (!(await commandExists("apt-get"))) {
        throw missingTools(missing, "Some programs that the tests need are missing, and there is no apt-get here.");
    }
    const prefix = await permissionFor({
        what: `install ${missing.flatMap((tool) => tool.packages).join(", ")} with apt-get`,
        why: missing.map((tool) => tool.why),
    });
    if (!prefix) throw missingTools(missing, "Some programs that the tests need are missing.");
    await install(missing, prefix);
    const still: Tool[] = [];
    for (const tool of missing) if (!(await commandExists(tool.command))) still.push(tool);
    if (still.length > 0) throw missingTools(still, "apt-get has run, and some programs are still missing.");
}

async function install(tools: readonly Tool[], prefix: NonNullable<RootPrefix>): Promise<void> {
    await asRoot(prefix, ["apt-get", "update", "--quiet=2"]);
    const known: string[] = [];
    for (const name of tools.flatMap((tool) => tool.packages)) {
        // Releases differ in how they cut packages: one that this release does not have is left out.
        const policy = await x("apt-cache", ["show", "--no-all-versions", name]);
        if (policy.exitCode === 0 && policy.stdout.trim() !== "") known.push(name);
    }
    const noServices = tools.includes(PROSODY) ? await forbidServiceStarts(prefix) : undefined;
    try {
        console.log(`apt-get install ${known.join(" ")}`);
        await asRoot(prefix, [
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "--yes",
            "--quiet=2",
            "--no-install-recommends",
            ...known,
        ]);
    } finally {
        await noServices?.();
    }
}

/** Runs a command as root; its output is shown only when it fails. */
export async function asRoot(prefix: NonNullable<RootPrefix>, command: readonly string[]): Promise<void> {
    const [program = "", ...args] = [...prefix, ...command];
    const result = await x(program, args);
    if (result.exitCode !== 0) {
        throw new CannotRunError(`${[program, ...args].join(" ")} failed:\n${result.stderr}\n${result.stdout}`.trim());
    }
}

const POLICY_FILE = "/usr/sbin/policy-rc.d";

/**
 * Keeps Debian from starting an XMPP server on this machine just because its package comes in: by the policy file that
 * Debian asks before it starts a service (deb-policy: invoke-rc.d), put there for the time of the installation.
 */
async function forbidServiceStarts(prefix: NonNullable<RootPrefix>): Promise<(() => Promise<void>) | undefined> {
    if (await exists(POLICY_FILE)) return undefined;
    const temporary = `/tmp/typed-prosody-policy-${process.pid}`;
    await writeFile(temporary, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
    await asRoot(prefix, ["cp", "--preserve=mode", temporary, POLICY_FILE]);
    await rm(temporary);
    return () => asRoot(prefix, ["rm", "-f", POLICY_FILE]);
}

async function exists(path: string): Promise<boolean> {
    try {
        await access(path);
        return true;
    } catch {
        return false;
    }
}
