import { createServer, type AddressInfo } from "node:net";

/** A TCP port of the loopback interface that nobody uses at this moment. */
async function freePort(): Promise<{ port: number; release: () => Promise<void> }> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", resolve);
    });
    return {
        port: (server.address() as AddressInfo).port,
        release: () => new Promise((resolve) => server.close(() => resolve())),
    };
}

/** As many different free loopback ports as asked for. */
export async function freePorts(count: number): Promise<number[]> {
    // All are held before any is let go: otherwise the system may give the same one twice.
    const held = await Promise.all(Array.from({ length: count }, freePort));
    await Promise.all(held.map((one) => one.release()));
    return held.map((one) => one.port);
}
