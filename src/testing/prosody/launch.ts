import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { CONSOLE_PLUGIN_PATH } from "../package-files.ts";
import { chooseBackend } from "./backend.ts";
import { renderConfig, type ProsodyConfig, type ProsodyOptions } from "./config.ts";
import { ServerConsole, type JsonValue } from "./console.ts";
import { keepRecording, recorderFolder, withRecorder } from "./event-recording.ts";
import { ServerLog } from "./log.ts";
import type { Placement, ServerBackend, ServerPorts, ServerProcess } from "./process.ts";

/** What a configuration may need to know of the place where its server runs. */
export interface ServerSurroundings {
    /** Where the server reaches what listens on this machine: the host part of a backend's URL. */
    readonly hostAddress: string;
    readonly ports: ServerPorts;
}

export interface ProsodyStartOptions {
    /** The Prosody version: one of `prosodyVersions()`. */
    readonly version: string;
    /** The configuration, or a function that makes it once it is known where the server runs. */
    readonly config?: ProsodyConfig | ((surroundings: ServerSurroundings) => ProsodyConfig);
    /** Folders with modules, looked through in this order before Prosody's own. Default: `dist-lua` in the current folder. */
    readonly pluginPaths?: readonly string[];
}

/** A server that ended, or hung, before it was ready: its configuration cannot be read, or a module brought it down. */
export class ProsodyStartError extends Error {
    /** What the server wrote until then. */
    readonly log: string;

    constructor(version: string, log: string) {
        super(`Prosody ${version} did not come up. It wrote:\n${log}`);
        this.name = "ProsodyStartError";
        this.log = log;
    }
}

const START_TIMEOUT = 30_000;
const STOP_TIMEOUT = 10_000;
/** How often a start is tried again when another program took a port between its choice and its use. */
const PORT_ATTEMPTS = 4;

const BASE_MODULES = ["roster", "saslauth", "disco", "ping", "spec_console"];

function ownOptions(placement: Placement, token: string): ProsodyOptions {
    const { ports } = placement;
    const interfaces = [placement.interface];
    return {
        log: [{ levels: { min: "debug" }, to: "stdout", source_width: false }],
        pidfile: `${placement.dataPath}/prosody.pid`,
        data_path: placement.dataPath,
        plugin_paths: placement.pluginPaths,
        certificates: placement.dataPath,
        ...(placement.runAsRoot && { run_as_root: true }),
        interfaces,
        c2s_ports: [ports.c2s],
        // These two listen on the loopback interface only unless told otherwise.
        component_interfaces: interfaces,
        component_ports: [ports.component],
        http_interfaces: interfaces,
        http_ports: [ports.http],
        https_ports: [],
        spec_console_interfaces: interfaces,
        spec_console_ports: [ports.console],
        spec_console_token: token,
        // Nothing leaves this machine, and nothing is encrypted on the loopback interface.
        modules_disabled: ["s2s", "tls"],
        c2s_require_encryption: false,
        allow_unencrypted_plain_auth: true,
        // Hashed passwords would make every login of a spec a tenth of a second longer.
        authentication: "internal_plain",
    };
}

/** A running Prosody under test. */
export class ProsodyServer {
    readonly version: string;
    readonly backend: ServerBackend["name"];
    /** The address on which this machine reaches the server's ports. */
    readonly host = "127.0.0.1";
    readonly ports: ServerPorts;
    /** Where the server reaches what listens on this machine. */
    readonly hostAddress: string;
    readonly log: ServerLog;
    readonly #process: ServerProcess;
    readonly #console: ServerConsole;
    readonly #folder: string;
    readonly #render: (config: ProsodyConfig) => string;
    #stopped: Promise<void> | undefined;

    /** Use `startProsody`. */
    constructor(parts: {
        version: string;
        backend: ServerBackend["name"];
        hostAddress: string;
        log: ServerLog;
        process: ServerProcess;
        console: ServerConsole;
        folder: string;
        render: (config: ProsodyConfig) => string;
    }) {
        this.version = parts.version;
        this.backend = parts.backend;
        this.ports = parts.process.ports;
        this.hostAddress = parts.hostAddress;
        this.log = parts.log;
        this.#process = parts.process;
        this.#console = parts.console;
        this.#folder = parts.folder;
        this.#render = parts.render;
    }

    /** The URL of a path on Prosody's HTTP server, as this machine reaches it. */
    url(path: string): string {
        return `http://${this.host}:${this.ports.http}${path}`;
    }

    /**
     * Runs a Lua chunk inside the server: `evaluate("local args = ...; return prosody.hosts[args.host] ~= nil", { host })`.
     * What it returns must be expressible in JSON; a promise is waited for.
     * @throws with Lua's message and traceback when the chunk does not compile or raises.
     */
    async evaluate<Result = unknown>(code: string, args: JsonValue = {}): Promise<Result> {
        return (await this.#console.evaluate(code, args)) as Result;
    }

    /** Runs code that says `return nil, reason` when it could not do its work. */
    async #perform(code: string, args: JsonValue): Promise<void> {
        await this.#console.evaluate(
            `local args = ...; local ok, err = (function () ${code} end)(); if not ok then error(tostring(err), 0); end`,
            args,
            { plain: true },
        );
    }

    /** Loads a module on a host, as `module:load` of Prosody's shell does. @throws with the reason when it does not load. */
    async load(module: string, host: string): Promise<void> {
        await this.#perform(`return require "core.modulemanager".load(args.host, args.module)`, { module, host });
    }

    /** Unloads a module from a host. */
    async unload(module: string, host: string): Promise<void> {
        await this.#perform(`return require "core.modulemanager".unload(args.host, args.module)`, { module, host });
    }

    /** Reloads a module on a host with its state, as `module:reload` of Prosody's shell does. */
    async reload(module: string, host: string): Promise<void> {
        await this.#perform(`return require "core.modulemanager".reload(args.host, args.module)`, { module, host });
    }

    async isLoaded(module: string, host: string): Promise<boolean> {
        return this.evaluate<boolean>(
            `local args = ...; return require "core.modulemanager".is_loaded(args.host, args.module) and true or false`,
            { module, host },
        );
    }

    /** Creates an account. */
    async createUser(jid: string, password: string): Promise<void> {
        const [username = "", host = ""] = jid.split("@");
        await this.#perform(`return require "core.usermanager".create_user(args.username, args.password, args.host)`, {
            username,
            host,
            password,
        });
    }

    /**
     * Gives the running server another configuration, the way an admin does: the file is written anew and reloaded. Hosts and
     * components that are new in it are activated, those no longer in it deactivated. Options that modules read when they
     * load take effect once these are reloaded.
     */
    async configure(config: ProsodyConfig): Promise<void> {
        await writeConfig(this.#folder, this.#render(config));
        await this.#perform(
            `local hostmanager = require "core.hostmanager";
            prosody.reload_config();
            local defined = require "core.configmanager".getconfig();
            local gone = {};
            for host in pairs(prosody.hosts) do
                if not rawget(defined, host) then gone[#gone + 1] = host; end
            end
            for _, host in ipairs(gone) do
                local ok, err = hostmanager.deactivate(host);
                if not ok then return ok, err; end
            end
            for host in pairs(defined) do
                if host ~= "*" and not prosody.hosts[host] then
                    local ok, err = hostmanager.activate(host);
                    if not ok then return ok, err; end
                end
            end
            return true;`,
            {},
        );
        await createUsers(this, config);
    }

    /** Waits until everything the server has logged up to now is in `log`. */
    async flushLog(): Promise<void> {
        const marker = randomBytes(8).toString("hex");
        const from = this.log.mark();
        await this.evaluate(`module:log("debug", "log flushed: %s", (...).marker)`, { marker });
        await this.log.next(new RegExp(`^log flushed: ${marker}$`), { from, timeout: 10_000 });
    }

    /** Stops the server and takes the last of its log; a server that does not end is ended by force. */
    stop(): Promise<void> {
        this.#stopped ??= this.#stop();
        return this.#stopped;
    }

    async #stop(): Promise<void> {
        try {
            await this.evaluate(`shutdown("the spec is over")`);
        } catch {
            // It has ended already, or went before it could answer: both are what is wanted.
        }
        const timer = new AbortController();
        const ended = await Promise.race([
            this.#process.ended.then(() => true),
            delay(STOP_TIMEOUT, false, { signal: timer.signal }),
        ]);
        timer.abort();
        if (!ended) {
            this.log.write(`harness\terror\tProsody did not end within ${STOP_TIMEOUT} ms of its shutdown\n`);
            await this.#process.kill();
        }
        this.#console.close();
        await this.#process.discard();
        await keepRecording(this.version, this.log);
        await rm(this.#folder, { recursive: true, force: true });
    }
}

async function writeConfig(folder: string, text: string): Promise<void> {
    const file = join(folder, "prosody.cfg.lua");
    await writeFile(file, text);
    await chmod(file, 0o644);
}

async function createUsers(server: ProsodyServer, config: ProsodyConfig): Promise<void> {
    for (const [host, { users }] of Object.entries(config.hosts ?? {})) {
        for (const [username, password] of Object.entries(users ?? {})) {
            await server.createUser(`${username}@${host}`, password);
        }
    }
}

const CONSOLE_LISTENS = /^Activated service 'spec_console' on /;
const PORT_TAKEN = /^Failed to open server port \d+ on .* in use/;

/** The console of a server that has come up; undefined when it ended, or took too long. */
async function openConsole(process: ServerProcess, log: ServerLog, token: string): Promise<ServerConsole | undefined> {
    let ended = false;
    void process.ended.then(() => {
        ended = true;
    });
    const deadline = Date.now() + START_TIMEOUT;
    while (!ended && Date.now() < deadline) {
        // Not before the server itself says that it has the port: another server might.
        if (log.entries.some(({ message }) => CONSOLE_LISTENS.test(message))) {
            if (lostPorts(log)) return undefined;
            try {
                const console = await ServerConsole.open("127.0.0.1", process.ports.console, token);
                // A published port of a container accepts before anyone listens behind it: only an answer counts.
                await console.evaluate("return true", {});
                return console;
            } catch {
                // not yet
            }
        }
        await delay(10);
    }
    return undefined;
}

/** Whether another program took one of the server's ports between its choice and its use. */
function lostPorts(log: ServerLog): boolean {
    return log.entries.some(({ level, message }) => level === "error" && PORT_TAKEN.test(message));
}

/**
 * Starts a real Prosody: in a Docker container where an engine answers, else the one installed on this machine.
 * It is ready for clients when the promise resolves, and ends by itself should the process that started it die.
 * @throws ProsodyStartError when it ends before it is ready.
 */
export async function startProsody(options: ProsodyStartOptions): Promise<ProsodyServer> {
    const backend = await chooseBackend();
    const recorder = recorderFolder();
    const pluginPaths = [
        ...(options.pluginPaths ?? ["dist-lua"]).map((path) => resolve(path)),
        CONSOLE_PLUGIN_PATH,
        ...(recorder === undefined ? [] : [resolve(recorder)]),
    ];
    for (let attempt = 1; ; attempt++) {
        const outcome = await startOnce(backend, options, pluginPaths);
        if (outcome instanceof ProsodyServer) return outcome;
        if (!lostPorts(outcome) || attempt === PORT_ATTEMPTS) {
            throw new ProsodyStartError(options.version, outcome.text());
        }
    }
}

/** Starts a server once; where that fails, its log says why. */
async function startOnce(
    backend: ServerBackend,
    options: ProsodyStartOptions,
    pluginPaths: readonly string[],
): Promise<ProsodyServer | ServerLog> {
    const folder = await mkdtemp(join(tmpdir(), "typed-prosody-"));
    // The server runs as another user inside its container.
    await chmod(folder, 0o755);
    const token = randomBytes(16).toString("hex");
    const log = new ServerLog();
    let process: ServerProcess | undefined;
    const giveUp = async (): Promise<ServerLog> => {
        await process?.kill();
        await rm(folder, { recursive: true, force: true });
        return log;
    };
    try {
        const placement = await backend.place({ version: options.version, configFolder: folder, pluginPaths });
        const config =
            typeof options.config === "function"
                ? options.config({ hostAddress: placement.hostAddress, ports: placement.ports })
                : (options.config ?? {});
        const render = (changed: ProsodyConfig): string => {
            const recorded =
                recorderFolder() === undefined ? changed : withRecorder(changed, placement.pluginPaths.at(-1)!);
            return renderConfig(ownOptions(placement, token), BASE_MODULES, recorded);
        };
        await writeConfig(folder, render(config));
        process = await backend.start({
            version: options.version,
            configFolder: folder,
            pluginPaths,
            ports: placement.ports,
            onOutput: (chunk) => log.write(chunk),
        });
        const console = await openConsole(process, log, token);
        if (!console) return await giveUp();
        const server = new ProsodyServer({
            version: options.version,
            backend: backend.name,
            hostAddress: placement.hostAddress,
            log,
            process,
            console,
            folder,
            render,
        });
        // The server may answer sooner than what it wrote before arrives here.
        await server.flushLog();
        if (lostPorts(log)) {
            console.close();
            return await giveUp();
        }
        const running = await server.evaluate<string>("return prosody.version");
        if (running !== options.version) {
            throw new Error(`Prosody ${options.version} was asked for, but the server says that it is ${running}`);
        }
        await createUsers(server, config);
        await server.flushLog();
        return server;
    } catch (error) {
        await giveUp();
        throw error;
    }
}
