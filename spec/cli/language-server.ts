import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createRequire } from "node:module";
import type ts from "typescript";

/** The server that editors talk to: requests are lines of JSON, responses have a Content-Length header. */
export class LanguageServer {
    readonly #child: ChildProcessWithoutNullStreams;
    readonly #waiting = new Map<number, (message: ts.server.protocol.Response) => void>();
    #received = Buffer.alloc(0);
    #sequence = 0;

    /** @param cwd The folder of the project. */
    constructor(cwd: string) {
        const program = createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");
        this.#child = spawn(process.execPath, [program, "--disableAutomaticTypingAcquisition"], { cwd });
        this.#child.stdout.on("data", (chunk: Buffer) => {
            this.#received = Buffer.concat([this.#received, chunk]);
            this.#takeMessages();
        });
    }

    #takeMessages(): void {
        for (;;) {
            const header = /Content-Length: (\d+)\r\n\r\n/.exec(this.#received.toString("latin1"));
            if (!header) return;
            const start = header.index + header[0].length;
            const end = start + Number(header[1]);
            if (this.#received.length < end) return;
            const message = JSON.parse(
                this.#received.subarray(start, end).toString("utf8"),
            ) as ts.server.protocol.Response;
            this.#received = this.#received.subarray(end);
            this.#waiting.get(message.request_seq)?.(message);
        }
    }

    send(command: string, args: object): number {
        const seq = ++this.#sequence;
        this.#child.stdin.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
        return seq;
    }

    ask<Body>(command: string, args: object): Promise<Body> {
        return new Promise((resolve, reject) => {
            this.#waiting.set(this.send(command, args), (message) => {
                if (message.success) resolve(message.body as Body);
                else reject(new Error(message.message));
            });
        });
    }

    stop(): void {
        this.#child.kill();
    }
}
