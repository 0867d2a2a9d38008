import { GenericContainer, Wait } from "testcontainers";
import { runCommand } from "../docker/command.ts";
import { findDockerEngine, type DockerEngine } from "../docker/engine.ts";
import { ensureProsodyImage } from "../docker/prosody-image.ts";
import { freePorts } from "./ports.ts";
import type { Placement, ProcessOptions, ServerBackend, ServerPorts, ServerProcess } from "./process.ts";

/** Marks our containers. */
const CONTAINER_LABEL = "typed-prosody.server";

const CONFIG_FOLDER = "/typed-prosody/config";
const CONFIG_FILE = `${CONFIG_FOLDER}/prosody.cfg.lua`;
const DATA_FOLDER = "/typed-prosody/data";
const pluginFolder = (index: number): string => `/typed-prosody/plugins/${index}`;

/** Inside a network of its own a container has all ports to itself. */
const FIXED_PORTS: ServerPorts = { c2s: 5222, component: 5347, http: 5280, console: 5589 };

/**
 * Publishes ports on the loopback interface alone: a server under test takes plain-text passwords and runs Lua for its spec,
 * so nobody else on the network may reach it.
 */
class ProsodyContainer extends GenericContainer {
    withLoopbackPorts(ports: ServerPorts): this {
        const numbers = Object.values(ports) as number[];
        this.withExposedPorts(...numbers);
        this.hostConfig.PortBindings = Object.fromEntries(
            numbers.map((port) => [`${port}/tcp`, [{ HostIp: "127.0.0.1", HostPort: "0" }]]),
        );
        return this;
    }
}

let machineAddress: Promise<string> | undefined;

/** The address under which containers with a network of their own reach this machine. */
function addressOfThisMachine(version: string): Promise<string> {
    machineAddress ??= (async () => {
        const name = "host.docker.internal";
        const image = await ensureProsodyImage(version);
        // Docker gives the address a name, but Prosody's resolver asks DNS alone and would not find it.
        const command = ["run", "--rm", "--add-host", `${name}:host-gateway`, image, "getent", "ahostsv4", name];
        const result = await runCommand("docker", command);
        const address = /^(\d+\.\d+\.\d+\.\d+)\s/m.exec(result.output)?.[1];
        if (!result.ok || address === undefined) {
            throw new Error(`It cannot be found out how containers reach this machine:\n${result.output}`);
        }
        return address;
    })();
    return machineAddress;
}

/** Runs each server in a container of the Docker engine. */
export function dockerBackend(engine: DockerEngine): ServerBackend {
    return {
        name: "docker",
        // A container with a network of its own reaches this machine through an address that is not the loopback one.
        listenAddress: engine.sharesNetwork ? "127.0.0.1" : "0.0.0.0",

        async place({ version, pluginPaths }): Promise<Placement> {
            const shared = engine.sharesNetwork;
            const [c2s = 0, component = 0, http = 0, console = 0] = shared ? await freePorts(4) : [];
            return {
                ports: shared ? { c2s, component, http, console } : FIXED_PORTS,
                interface: shared ? "127.0.0.1" : "0.0.0.0",
                hostAddress: shared ? "127.0.0.1" : await addressOfThisMachine(version),
                pluginPaths: pluginPaths.map((_, index) => pluginFolder(index)),
                dataPath: DATA_FOLDER,
                runAsRoot: false,
            };
        },

        async start(options: ProcessOptions): Promise<ServerProcess> {
            const image = await ensureProsodyImage(options.version);
            let outputEnded = (): void => {};
            const ended = new Promise<void>((resolve) => {
                outputEnded = resolve;
            });
            const definition = new ProsodyContainer(image)
                .withLabels({ [CONTAINER_LABEL]: String(process.pid) })
                // Our servers end by themselves when their spec has gone; no helper container has to watch them.
                .withAutoCleanup(false)
                .withDefaultLogDriver()
                .withTmpFs({ [DATA_FOLDER]: "rw,mode=1777" })
                .withBindMounts([
                    { source: options.configFolder, target: CONFIG_FOLDER, mode: "ro" },
                    ...options.pluginPaths.map((source, index) => ({
                        source,
                        target: pluginFolder(index),
                        mode: "ro" as const,
                    })),
                ])
                .withLogConsumer((stream) => {
                    stream.on("data", options.onOutput).on("end", outputEnded).on("error", outputEnded);
                })
                // Readiness is found out through mod_spec_console, the same way for every back end.
                .withWaitStrategy(Wait.forAll([]));
            if (engine.sharesNetwork) definition.withNetworkMode("host");
            else {
                definition
                    .withLoopbackPorts(options.ports)
                    // A container that ends before its ports are published takes its log with it: one that fails stays
                    // for as long as that takes.
                    .withCommand(["sh", "-c", `prosody -F --config ${CONFIG_FILE} || { sleep 2; exit 1; }`]);
            }
            const container = await definition.start();
            const ports: ServerPorts = engine.sharesNetwork
                ? options.ports
                : {
                      c2s: container.getMappedPort(options.ports.c2s),
                      component: container.getMappedPort(options.ports.component),
                      http: container.getMappedPort(options.ports.http),
                      console: container.getMappedPort(options.ports.console),
                  };
            const remove = async (): Promise<void> => {
                try {
                    await container.stop({ timeout: 0, remove: true });
                } catch (error) {
                    // Another run that has just ended may have removed it with what it cleared away.
                    if (!/no such container|removal of container .* is already in progress/i.test(String(error))) {
                        throw error;
                    }
                }
                await ended;
            };
            return { ports, ended, kill: remove, discard: remove };
        },
    };
}

/**
 * Removes containers whose server has ended without anybody to remove them: those of a run that was killed.
 * Servers that still run are left alone.
 */
export async function removeEndedContainers(): Promise<void> {
    await runCommand("docker", ["container", "prune", "--force", "--filter", `label=${CONTAINER_LABEL}`]);
}

/** The Docker back end where an engine answers. */
export async function findDockerBackend(): Promise<ServerBackend | undefined> {
    const engine = await findDockerEngine();
    if (!engine) return undefined;
    // For the harness's own specs, and for engines that claim to share the network and do not.
    const isolated = process.env["TYPED_PROSODY_NETWORK"] === "bridge";
    return dockerBackend(isolated ? { ...engine, sharesNetwork: false } : engine);
}
