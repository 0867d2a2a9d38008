import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { x } from "tinyexec";
import { luaString } from "./config.ts";
import { freePorts } from "./ports.ts";
import type { Placement, ProcessOptions, ServerBackend, ServerProcess } from "./process.ts";

/** The version of the Prosody on PATH, or undefined where there is none. */
export async function installedProsodyVersion(): Promise<string | undefined> {
    const folder = await mkdtemp(join(tmpdir(), "typed-prosody-about-"));
    try {
        // A configuration of its own: the system's is for root and prosody alone. `prosody --version` would start a
        // server on some releases.
        const config = join(folder, "prosody.cfg.lua");
        // As root, prosodyctl turns into the user prosody before it reads the file.
        await chmod(folder, 0o755);
        await writeFile(config, `data_path = ${luaString(folder)}\nVirtualHost "localhost"\n`);
        const about = await x("prosodyctl", ["--config", config, "about"], { timeout: 20_000 });
        return /^Prosody (\d+\.\d+\.\d+)/m.exec(about.stdout)?.[1];
    } catch {
        return undefined;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** Runs each server as a process of the Prosody that is installed on this machine. */
export function localBackend(installed: string): ServerBackend {
    return {
        name: "local",
        listenAddress: "127.0.0.1",

        async place({ configFolder, pluginPaths }): Promise<Placement> {
            const [c2s = 0, component = 0, http = 0, console = 0] = await freePorts(4);
            const dataPath = join(configFolder, "data");
            await mkdir(dataPath, { recursive: true });
            return {
                ports: { c2s, component, http, console },
                interface: "127.0.0.1",
                hostAddress: "127.0.0.1",
                pluginPaths,
                dataPath,
                runAsRoot: process.getuid?.() === 0,
            };
        },

        async start(options: ProcessOptions): Promise<ServerProcess> {
            if (options.version !== installed) {
                throw new Error(
                    `A server of Prosody ${options.version} was asked for; without Docker there is only the installed ${installed}`,
                );
            }
            const child = spawn("prosody", ["-F", "--config", join(options.configFolder, "prosody.cfg.lua")], {
                cwd: options.configFolder,
                stdio: ["ignore", "pipe", "pipe"],
            });
            child.stdout.on("data", options.onOutput);
            child.stderr.on("data", options.onOutput);
            const ended = new Promise<void>((resolve) => {
                child.once("close", () => resolve());
                child.once("error", (error) => {
                    options.onOutput(`prosody could not be started: ${error.message}\n`);
                    resolve();
                });
            });
            return {
                ports: options.ports,
                ended,
                async kill() {
                    child.kill("SIGKILL");
                    await ended;
                },
                discard: () => ended,
            };
        },
    };
}

/** The local back end where a Prosody is installed. */
export async function findLocalBackend(): Promise<ServerBackend | undefined> {
    const version = await installedProsodyVersion();
    return version === undefined ? undefined : localBackend(version);
}
