import { spawn } from "node:child_process";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { prosodyVersions, startProsody } from "../../../src/testing/index.ts";

function accepts(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const socket = connect(port, "127.0.0.1");
        socket.once("connect", () => {
            socket.destroy();
            resolve(true);
        });
        socket.once("error", () => resolve(false));
    });
}

async function becomesFree(port: number): Promise<boolean> {
    for (let attempt = 0; attempt < 100; attempt++) {
        if (!(await accepts(port))) return true;
        await delay(100);
    }
    return false;
}

describe.each(prosodyVersions())("a server's life, Prosody %s", (version) => {
    it("ends with its spec, and leaves no port taken", async () => {
        const server = await startProsody({ version, pluginPaths: [] });
        expect(await accepts(server.ports.c2s)).toBe(true);
        await server.stop();
        expect(await accepts(server.ports.c2s)).toBe(false);
        await expect(server.evaluate("return 1")).rejects.toThrow("The server has gone");
    });

    it("ends when the process that started it is killed", async () => {
        const fixture = fileURLToPath(new URL("fixtures/start-and-wait.ts", import.meta.url));
        const starter = spawn(process.execPath, ["--import", "tsx", fixture, version], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        let port = 0;
        for await (const line of createInterface({ input: starter.stdout })) {
            port = (JSON.parse(line) as { c2s: number }).c2s;
            break;
        }
        expect(await accepts(port)).toBe(true);
        starter.kill("SIGKILL");
        expect(await becomesFree(port)).toBe(true);
    });

    it("does not get in the way of other servers", async () => {
        const servers = await Promise.all([1, 2, 3].map(() => startProsody({ version, pluginPaths: [] })));
        const ports = servers.flatMap((server) => Object.values(server.ports) as number[]);
        expect(new Set(ports).size).toBe(ports.length);
        expect(await Promise.all(servers.map((server) => server.evaluate("return prosody.version")))).toEqual([
            version,
            version,
            version,
        ]);
        await Promise.all(servers.map((server) => server.stop()));
    });
});
