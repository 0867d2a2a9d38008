import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prosodyVersions, startProsody } from "../../../src/testing/index.ts";
import { chooseBackend } from "../../../src/testing/prosody/backend.ts";
import * as ports from "../../../src/testing/prosody/ports.ts";

// The one way to lose a race on purpose: the choice of ports gives one that is taken.
vi.mock(import("../../../src/testing/prosody/ports.ts"), async (original) => {
    const real = await original();
    return { freePorts: vi.fn(real.freePorts) };
});

let other: Server;
let taken: number;

beforeEach(async () => {
    other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    taken = (other.address() as AddressInfo).port;
    vi.mocked(ports.freePorts).mockClear();
});
afterEach(() => new Promise((resolve) => other.close(resolve)));

// In a network of its own a server has all ports to itself.
const sharesPorts = (await chooseBackend()).listenAddress === "127.0.0.1";

it
    .runIf(sharesPorts)
    .each(
        prosodyVersions().flatMap((version) => ["c2s", "component", "http", "console"].map((port) => [version, port])),
    )("Prosody %s starts anew when another program was quicker to take its %s port", async (version, lost) => {
    const position = ["c2s", "component", "http", "console"].indexOf(lost);
    vi.mocked(ports.freePorts).mockImplementationOnce(async (count) => {
        const chosen = await ports.freePorts(count);
        chosen[position] = taken;
        return chosen;
    });
    const server = await startProsody({
        version,
        pluginPaths: [],
        config: { modules: ["http"], components: { "component.localhost": { secret: "s" } } },
    });
    // The first choice, which asks for real ports itself, and the second.
    expect(ports.freePorts).toHaveBeenCalledTimes(3);
    expect(Object.values(server.ports)).not.toContain(taken);
    expect(await server.evaluate("return prosody.version")).toBe(version);
    await server.stop();
});
