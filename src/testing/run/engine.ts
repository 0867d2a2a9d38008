import { spawn } from "node:child_process";
import { access, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findDockerEngine } from "../docker/engine.ts";
import { resultsFolder } from "../package-files.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import { permissionFor, type RootPrefix } from "./privilege.ts";
import { asRoot } from "./tools.ts";

const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 20_000;

/** Ends what was started. */
export type StopEngine = () => Promise<void>;

interface StartedEngine {
    readonly stop: StopEngine;
    /** Whether it has given up by itself. */
    readonly hasEnded: () => boolean;
}

async function waitForEngine(engine: StartedEngine): Promise<boolean> {
    const deadline = Date.now() + START_TIMEOUT;
    while (Date.now() < deadline && !engine.hasEnded()) {
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
        throw new CannotRunError(
            "No Docker engine answers. Start Docker Desktop, or leave containers out with --no-docker.",
        );
    }
    const prefix = await permissionFor({
        what: "start a Docker engine, which is stopped again at the end",
        why: ["end-to-end specs run real Prosody servers in containers"],
    });
    if (!prefix)
        throw new CannotRunError("No Docker engine answers. Start one, or leave containers out with --no-docker.");
    const engine = (await hasSystemd()) ? await startService(prefix) : await startDaemon(prefix);
    if (await waitForEngine(engine)) return engine.stop;
    const reason = engine.hasEnded()
        ? `it ended at once; see ${engineLog()}`
        : "it does not answer this user; is the user in the group docker?";
    await engine.stop();
    throw new CannotRunError(`A Docker engine was started, but ${reason}`);
}

async function hasSystemd(): Promise<boolean> {
    try {
        await access("/run/systemd/system");
        return true;
    } catch {
        return false;
    }
}

async function startService(prefix: NonNullable<RootPrefix>): Promise<StartedEngine> {
    await asRoot(prefix, ["systemctl", "start", "docker"]);
    return {
        // The socket unit would start the service again at once.
        stop: () => asRoot(prefix, ["systemctl", "stop", "docker.service", "docker.socket"]),
        hasEnded: () => false,
    };
}

function engineLog(): string {
    return join(resultsFolder(), "dockerd.log");
}

async function startDaemon(prefix: NonNullable<RootPrefix>): Promise<StartedEngine> {
    await mkdir(resultsFolder(), { recursive: true });
    // A file of our own: the usual one may be left from an engine that was killed, and name a process that is another now,
    // which would keep this engine from starting.
    const pidFile = join(resultsFolder(), "dockerd.pid");
    await rm(pidFile, { force: true });
    const log = await open(engineLog(), "w");
    const [program = "", ...args] = [...prefix, "dockerd", `--pidfile=${pidFile}`];
    // A session of its own: Ctrl-C in the terminal shall reach the tests first, which then stop it.
    const daemon = spawn(program, args, {
        detached: true,
        stdio: ["ignore", log.fd, log.fd],
        env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` },
    });
    let hasEnded = false;
    const ended = new Promise<void>((resolve) => {
        const end = (): void => {
            hasEnded = true;
            resolve();
        };
        daemon.once("exit", end);
        daemon.once("error", end);
    });
    daemon.unref();
    await log.close();
    const stop = async (): Promise<void> => {
        if (daemon.pid !== undefined && !hasEnded) {
            await asRoot(prefix, ["kill", "-TERM", String(daemon.pid)]).catch(() => {
                // It has ended meanwhile.
            });
        }
        const timer = new AbortController();
        await Promise.race([ended, delay(STOP_TIMEOUT, undefined, { signal: timer.signal })]);
        timer.abort();
    };
    return { stop, hasEnded: () => hasEnded };
}
