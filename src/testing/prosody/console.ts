import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A value that travels between a spec and a server. */
export type JsonValue =
    string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

interface Answer {
    readonly id: number;
    readonly ok: boolean;
    readonly value?: unknown;
    readonly error?: string;
}

interface PendingRequest {
    readonly resolve: (value: unknown) => void;
    readonly reject: (error: Error) => void;
}

/** The spec's end of mod_spec_console: runs Lua inside the server. */
export class ServerConsole {
    readonly #socket: Socket;
    readonly #token: string;
    readonly #pending = new Map<number, PendingRequest>();
    #nextId = 1;
    #partialLine = "";
    #closed = false;

    private constructor(socket: Socket, token: string) {
        this.#socket = socket;
        this.#token = token;
        // The connection is held as long as the server is used, but only an unanswered request keeps a test run alive.
        socket.unref();
        socket.setEncoding("utf8");
        socket.on("data", (text: string) => this.#take(text));
        socket.on("error", () => {
            // "close" follows and says the same to everyone who waits.
        });
        socket.on("close", () => {
            this.#closed = true;
            for (const { reject } of this.#pending.values()) reject(new Error("The server has gone"));
            this.#pending.clear();
        });
    }

    static async open(host: string, port: number, token: string): Promise<ServerConsole> {
        const socket = connect({ host, port });
        await once(socket, "connect");
        return new ServerConsole(socket, token);
    }

    /**
     * Runs a Lua chunk in the server; `args` is what `...` gives it. A promise it returns is waited for.
     * @throws with Lua's message (and traceback, unless `plain`) when the chunk does not compile or raises.
     */
    async evaluate(code: string, args: JsonValue, options: { plain?: boolean } = {}): Promise<unknown> {
        if (this.#closed) throw new Error("The server has gone");
        const id = this.#nextId++;
        return new Promise((resolve, reject) => {
            this.#pending.set(id, { resolve, reject });
            this.#socket.ref();
            const request = { id, token: this.#token, code, args, plain: options.plain ?? false };
            this.#socket.write(`${JSON.stringify(request)}\n`);
        });
    }

    close(): void {
        this.#socket.destroy();
    }

    #take(text: string): void {
        const lines = (this.#partialLine + text).split("\n");
        this.#partialLine = lines.pop() ?? "";
        for (const line of lines) {
            const answer = JSON.parse(line) as Answer;
            const request = this.#pending.get(answer.id);
            this.#pending.delete(answer.id);
            if (this.#pending.size === 0) this.#socket.unref();
            if (answer.ok) request?.resolve(answer.value);
            else request?.reject(new Error(answer.error ?? "the server gave no reason"));
        }
    }
}
