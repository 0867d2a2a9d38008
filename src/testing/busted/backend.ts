/** @noSelfInFile */

/**
 * The other end of a module's HTTP requests. Prosody's own net.http makes them, down to the bytes; here they are read, kept
 * and answered by the spec.
 */

/** A connection of the event loop of specs, `edges/net/server.lua`. */
interface LoopConnection {
    target_ip: string;
    target_port: number;
    tls: boolean;
    written: string[];
    closed?: string;
    hear(data: string): void;
    lose(reason?: string): void;
}

interface Loop {
    connections: LoopConnection[];
    refused?: string | undefined;
    advance(this: void, seconds: number): void;
}

interface Resolver {
    unresolvable: LuaTable<string, true>;
}

/** What a backend answers with. */
export interface HttpAnswer {
    /** Default 200. */
    status?: number;
    /** Names as they go over the wire. Content-Length is added where neither it nor Transfer-Encoding is given. */
    headers?: Record<string, string>;
    /** Default empty. */
    body?: string;
}

/** A request that reached the backend. */
export class HttpRequest {
    readonly method: string;
    /** Path and query. */
    readonly target: string;
    /** Names in lower case. */
    readonly headers: Record<string, string | undefined>;
    readonly body: string;
    /** Whether it came over HTTPS. */
    readonly tls: boolean;

    constructor(
        private readonly connection: LoopConnection,
        private readonly settle: (this: void) => void,
        method: string,
        target: string,
        headers: Record<string, string | undefined>,
        body: string,
    ) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.tls = connection.tls;
    }

    /** Answers, closes the connection and lets everything happen that is due then. */
    respond(answer: HttpAnswer): void {
        const headers = answer.headers ?? {};
        const body = answer.body ?? "";
        let bounded = false;
        let head = `HTTP/1.1 ${string.format("%d", answer.status ?? 200)} Answer\r\n`;
        for (const [name, value] of pairs(headers)) {
            const lower = string.lower(name as string);
            bounded = bounded || lower === "content-length" || lower === "transfer-encoding";
            head += `${name as string}: ${value}\r\n`;
        }
        if (!bounded) {
            head += `Content-Length: ${string.format("%d", string.len(body))}\r\n`;
        }
        this.respond_raw(`${head}\r\n${body}`);
        this.connection.lose("closed");
        this.settle();
    }

    /** Sends bytes, for answers that are no proper HTTP or that come in pieces; the connection stays open. */
    respond_raw(bytes: string): void {
        this.connection.hear(bytes);
        this.settle();
    }

    /** Breaks the connection without an answer. */
    drop(reason = "closed"): void {
        this.connection.lose(reason);
        this.settle();
    }

    /** Whether the connection is gone: answered, dropped, or closed by the module. */
    is_closed(): boolean {
        return this.connection.closed !== undefined;
    }
}

/** Reads a request off what was written to a connection; undefined while it is not complete. */
function readRequest(connection: LoopConnection, settle: (this: void) => void): HttpRequest | undefined {
    const bytes = table.concat(connection.written);
    const [headEnd, bodyStart] = string.find(bytes, "\r\n\r\n", 1, true);
    if (headEnd === undefined || bodyStart === undefined) {
        return undefined;
    }
    const [method, target] = string.match(bytes, "^(%S+) (%S+) HTTP/1%.1\r\n");
    if (method === undefined || target === undefined) {
        error(`The module sent what is no HTTP request: ${bytes}`);
    }
    const headers: Record<string, string | undefined> = {};
    for (const [name, value] of string.gmatch(string.sub(bytes, 1, headEnd + 1), "\r\n([^:\r\n]+): *([^\r\n]*)")) {
        if (name !== undefined) headers[string.lower(name)] = value;
    }
    const body = string.sub(bytes, bodyStart + 1);
    const length = tonumber(headers["content-length"] ?? "0") ?? 0;
    if (string.len(body) < length) {
        return undefined;
    }
    return new HttpRequest(connection, settle, method, target, headers, body);
}

/** All HTTP servers that modules can reach. */
export class HttpBackend {
    private readonly seen = new LuaTable<LoopConnection, HttpRequest>();

    constructor(
        private readonly loop: Loop,
        private readonly resolver: Resolver,
    ) {}

    /** The complete requests so far, oldest first. */
    requests(): HttpRequest[] {
        const found: HttpRequest[] = [];
        for (const connection of this.loop.connections) {
            let request: HttpRequest | undefined = this.seen.get(connection);
            if (request === undefined) {
                request = readRequest(connection, () => this.loop.advance(0));
                if (request !== undefined) {
                    this.seen.set(connection, request);
                }
            }
            if (request !== undefined) {
                found[found.length] = request;
            }
        }
        return found;
    }

    /** The latest request. Raises an error where there was none. */
    last_request(): HttpRequest {
        const all = this.requests();
        const last = all[all.length - 1];
        if (last === undefined) {
            error("The module made no HTTP request", 2);
        }
        return last;
    }

    /** From now on connections are refused. */
    refuse(reason = "connection refused"): void {
        this.loop.refused = reason;
    }

    /** From now on connections are accepted again. */
    accept(): void {
        this.loop.refused = undefined;
    }

    /** From now on the name has no address. */
    forget_host(name: string): void {
        this.resolver.unresolvable.set(name, true);
    }
}
