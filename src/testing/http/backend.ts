import {
    createServer,
    type IncomingHttpHeaders,
    type IncomingMessage,
    type Server,
    type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { chooseBackend } from "../prosody/backend.ts";

/** A request as the backend got it. */
export interface RecordedRequest {
    readonly method: string;
    /** Path and query. */
    readonly path: string;
    readonly headers: IncomingHttpHeaders;
    /** The bytes of the body. */
    readonly body: Buffer;
    /** The body as UTF-8 text. */
    readonly text: string;
    /** The body parsed as JSON. @throws SyntaxError when it is none. */
    json(): unknown;
}

/** An ordinary answer. */
export interface BackendAnswer {
    /** Default 200. */
    readonly status?: number;
    /** Default none; a value of `json` brings "application/json". */
    readonly headers?: Readonly<Record<string, string>>;
    /** The body as it is. */
    readonly body?: string | Uint8Array;
    /** A value to send as JSON, instead of `body`. */
    readonly json?: unknown;
    /** Milliseconds to wait before anything is sent. */
    readonly after?: number;
    /** Milliseconds to wait between the body's bytes, for a body that trickles. */
    readonly trickle?: number;
}

/**
 * What the backend does with a request: an answer; "hang" never answers; "drop" closes the connection without a byte;
 * "die" closes it in the middle of a body it has announced in full.
 */
export type BackendBehaviour = BackendAnswer | "hang" | "drop" | "die";

export type BackendHandler = (request: RecordedRequest) => BackendBehaviour | Promise<BackendBehaviour>;

interface RequestWaiter {
    readonly matches: (request: RecordedRequest) => boolean;
    readonly resolve: (request: RecordedRequest) => void;
}

/** A real HTTP server that a module under test speaks to. */
export class HttpBackend {
    /** Every request that has come in full, oldest first. */
    readonly requests: RecordedRequest[] = [];
    readonly #server: Server;
    readonly #sockets = new Set<Socket>();
    readonly #timers = new Set<NodeJS.Timeout>();
    readonly #waiters = new Set<RequestWaiter>();
    #handler: BackendHandler = () => ({});
    #port = 0;

    /** Use `startHttpBackend`. */
    constructor() {
        this.#server = createServer((request, response) => {
            void this.#serve(request, response);
        });
        this.#server.on("connection", (socket) => {
            this.#sockets.add(socket);
            socket.on("close", () => this.#sockets.delete(socket));
        });
    }

    get port(): number {
        return this.#port;
    }

    /** How many connections are open: what a module has in flight, or left open. */
    get openConnections(): number {
        return this.#sockets.size;
    }

    /** The backend's URL for a server that reaches this machine at the given address (`server.hostAddress`). */
    url(hostAddress: string, path = "/"): string {
        return `http://${hostAddress}:${this.#port}${path}`;
    }

    /** From now on answers with this. */
    answer(handler: BackendHandler | BackendBehaviour): void {
        this.#handler = typeof handler === "function" ? handler : () => handler;
    }

    /** Forgets the requests so far. */
    clear(): void {
        this.requests.length = 0;
    }

    /**
     * The first request that fits, of those that have come or will.
     * @throws when none has come in time (milliseconds, default 5000).
     */
    async next(matches: (request: RecordedRequest) => boolean = () => true, timeout = 5000): Promise<RecordedRequest> {
        const found = this.requests.find(matches);
        if (found) return found;
        return new Promise((resolve, reject) => {
            const waiter: RequestWaiter = {
                matches,
                resolve: (request) => {
                    clearTimeout(timer);
                    this.#waiters.delete(waiter);
                    resolve(request);
                },
            };
            const timer = setTimeout(() => {
                this.#waiters.delete(waiter);
                const seen = this.requests.map((request) => `${request.method} ${request.path} ${request.text}`);
                reject(
                    new Error(
                        `No such request reached the HTTP backend within ${timeout} ms; it got ${seen.length}:\n${seen.join("\n")}`,
                    ),
                );
            }, timeout);
            this.#waiters.add(waiter);
        });
    }

    /** Listens: on a free port the first time, on the same port after `stop`. */
    async start(): Promise<void> {
        const { listenAddress } = await chooseBackend();
        await new Promise<void>((resolve, reject) => {
            this.#server.once("error", reject);
            this.#server.listen(this.#port, listenAddress, () => {
                this.#server.off("error", reject);
                resolve();
            });
        });
        this.#port = (this.#server.address() as AddressInfo).port;
    }

    /** Refuses connections from now on and drops those that are open, as a backend that has crashed does. `start` brings it back. */
    async stop(): Promise<void> {
        for (const timer of this.#timers) clearTimeout(timer);
        this.#timers.clear();
        const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
        for (const socket of this.#sockets) socket.destroy();
        await closed;
    }

    async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
        const chunks: Buffer[] = [];
        try {
            for await (const chunk of incoming) chunks.push(chunk as Buffer);
        } catch {
            // The client went away before its request was complete.
            return;
        }
        const body = Buffer.concat(chunks);
        const request: RecordedRequest = {
            method: incoming.method ?? "",
            path: incoming.url ?? "",
            headers: incoming.headers,
            body,
            text: body.toString("utf8"),
            json: () => JSON.parse(body.toString("utf8")) as unknown,
        };
        this.requests.push(request);
        for (const waiter of this.#waiters) if (waiter.matches(request)) waiter.resolve(request);
        await this.#behave(await this.#handler(request), response);
    }

    async #behave(behaviour: BackendBehaviour, response: ServerResponse): Promise<void> {
        if (behaviour === "hang") return;
        if (behaviour === "drop") {
            response.destroy();
            return;
        }
        if (behaviour === "die") {
            response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
            response.write('{"body": "the rest never');
            // The half body has to leave before the connection ends, or it would be no death in the middle.
            await this.#wait(50);
            response.destroy();
            return;
        }
        if (behaviour.after !== undefined) await this.#wait(behaviour.after);
        const isJson = "json" in behaviour;
        const body = Buffer.from(isJson ? JSON.stringify(behaviour.json) : (behaviour.body ?? ""));
        response.writeHead(behaviour.status ?? 200, {
            ...(isJson && { "Content-Type": "application/json" }),
            ...behaviour.headers,
        });
        if (behaviour.trickle === undefined) {
            response.end(body);
            return;
        }
        for (const byte of body) {
            if (response.destroyed) return;
            response.write(Buffer.of(byte));
            await this.#wait(behaviour.trickle);
        }
        response.end();
    }

    #wait(milliseconds: number): Promise<void> {
        return new Promise((resolve) => {
            const timer = setTimeout(() => {
                this.#timers.delete(timer);
                resolve();
            }, milliseconds);
            this.#timers.add(timer);
        });
    }
}

/** Starts an HTTP backend on a free port that answers as told; by default every request with an empty 200. */
export async function startHttpBackend(answer: BackendHandler | BackendBehaviour = {}): Promise<HttpBackend> {
    const backend = new HttpBackend();
    backend.answer(answer);
    await backend.start();
    return backend;
}
