/** A TCP connection that sends and expects text: for what no client library does on purpose. */
import { connect, type Socket } from "node:net";

const PATIENCE = 5000;

export class RawStream {
    readonly #socket: Socket;
    #text = "";
    #arrived: () => void = () => {};

    private constructor(socket: Socket) {
        this.#socket = socket;
        socket.setEncoding("utf8");
        socket.on("data", (chunk: string) => {
            this.#text += chunk;
            this.#arrived();
        });
        // A server that has closed is what some ask for.
        socket.on("error", () => {});
    }

    static open(host: string, port: number): Promise<RawStream> {
        return new Promise((resolve, reject) => {
            const socket = connect(port, host, () => resolve(new RawStream(socket)));
            socket.once("error", reject);
        });
    }

    send(text: string): void {
        this.#socket.write(text);
    }

    /** Waits for text that fits, and takes it and all before it away. @throws when it has not come in time. */
    async expect(pattern: RegExp): Promise<RegExpExecArray> {
        const deadline = Date.now() + PATIENCE;
        for (;;) {
            const match = pattern.exec(this.#text);
            if (match) {
                this.#text = this.#text.slice(match.index + match[0].length);
                return match;
            }
            const rest = deadline - Date.now();
            if (rest <= 0) throw new Error(`Nothing fitted ${pattern} within ${PATIENCE} ms. What came: ${this.#text}`);
            await new Promise<void>((resolve) => {
                const timer = setTimeout(resolve, rest);
                this.#arrived = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
        }
    }

    /** Cuts the connection. */
    close(): void {
        this.#socket.destroy();
    }
}
