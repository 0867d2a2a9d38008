import { spawn } from "node:child_process";
import { access, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findDockerEngine } from "../docker/engine.ts";
import { resultsFolder } from "../package-files.ts";
import { permissionFor, type RootPrefix } from "./privilege.ts";
import { asRoot } from "./tools.ts";

const START_TIMEOUT = 60_000;

/** Ends what was started. */
export type StopEngine = () => Promise<void>;

async function waitForEngine(): Promise<boolean> {
    const deadline = Date.now() + START_TIMEOUT;
    while (Date.now() < deadline) {
        if (await findDockerEngine()) return true;
        await delay(250);
    }
    return false;
}

/**
 * Starts a Docker engine where none answers.
 * @returns how to stop it again; undefined when one answered already.
 * @throws when none answers and none may or can be started.
 */
export async function ensureEngine(): Promise<StopEngine | undefined> {
    if (await findDockerEngine()) return undefined;
    if (process.platform !== "linux") {
        throw new Error("No Docker engine answers. Start Docker Desktop, or leave containers out with --no-docker.");
    }
    const prefix = await permissionFor({
        what: "start a Docker engine, which is stopped again at the end",
        why: ["end-to-end specs run real Prosody servers in containers"],
    });
    if (!prefix) throw new Error("No Docker engine answers. Start one, or leave containers out with --no-docker.");
    const stop = (await hasSystemd()) ? await startService(prefix) : await startDaemon(prefix);
    if (await waitForEngine()) return stop;
    await stop();
    throw new Error(
        "A Docker engine was started, but does not answer this user. Is the user in the group docker? " +
            `Else see ${engineLog()}.`,
    );
}

async function hasSystemd(): Promise<boolean> {
    try {
        await access("/run/systemd/system");
        return true;
    } catch {
        return false;
    }
}

async function startService(prefix: NonNullable<RootPrefix>): Promise<StopEngine> {
    await asRoot(prefix, ["systemctl", "start", "docker"]);
    // The socket unit would start the service again at once.
    return () => asRoot(prefix, ["systemctl", "stop", "docker.service", "docker.socket"]);
}

function engineLog(): string {
    return join(resultsFolder(), "dockerd.log");
}

async function startDaemon(prefix: NonNullable<RootPrefix>): Promise<StopEngine> {
    await mkdir(resultsFolder(), { recursive: true });
    const log = await open(engineLog(), "w");
    const [program = "", ...args] = [...prefix, "dockerd"];
    // A session of its own: Ctrl-C in the terminal shall reach the tests first, which then stop it.
    const daemon = spawn(program, args, {
        detached: true,
        stdio: ["ignore", log.fd, log.fd],
        env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` },
    });
    const ended = new Promise<void>((resolve) => {
        daemon.once("exit", () => resolve());
        daemon.once("error", () => resolve());
    });
    daemon.unref();
    await log.close();
    return async () => {
        if (daemon.pid !== undefined && daemon.exitCode === null) {
            await asRoot(prefix, ["kill", "-TERM", String(daemon.pid)]).catch(() => {
                // It has ended meanwhile.
            });
        }
        await Promise.race([ended, delay(20_000, undefined, { ref: false })]);
    };
}
