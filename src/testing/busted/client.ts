/** @noSelfInFile */

/** HTTP requests to what modules provide, through Prosody's own net.http.server and mod_http. */

/** A connection of the event loop of specs, `edges/net/server.lua`. */
export interface IncomingConnection {
    written: string[];
    closed?: string;
    hear(data: string): void;
}

/** What to ask for. */
export interface HttpQuery {
    /** Default GET, or POST where there is a body. */
    method?: string;
    /** Path and query. */
    path: string;
    /** Host decides whose modules answer; Content-Length is added where there is a body. */
    headers?: Record<string, string>;
    body?: string;
    /** Default 5280, Prosody's own for HTTP. */
    port?: number;
}

/** An answer of a module. */
export interface HttpResult {
    status: number;
    /** Names in lower case. */
    headers: Record<string, string | undefined>;
    body: string;
}

/** A request to a module; the answer may come later. */
export class HttpExchange {
    constructor(private readonly connection: IncomingConnection) {}

    /** The answer; undefined while it is not complete. */
    result(): HttpResult | undefined {
        const bytes = table.concat(this.connection.written);
        const [headEnd, bodyStart] = string.find(bytes, "\r\n\r\n", 1, true);
        const [status] = string.match(bytes, "^HTTP/1%.1 (%d+)");
        if (headEnd === undefined || bodyStart === undefined || status === undefined) {
            return undefined;
        }
        const headers: Record<string, string | undefined> = {};
        for (const [name, value] of string.gmatch(string.sub(bytes, 1, headEnd + 1), "\r\n([^:\r\n]+): *([^\r\n]*)")) {
            if (name !== undefined) headers[string.lower(name)] = value;
        }
        const body = string.sub(bytes, bodyStart + 1);
        const code = tonumber(status)!;
        // Answers of these kinds have no body (RFC 9110, sections 15.3.5 and 15.4.5); others without length end with the connection.
        const length = code === 204 || code === 304 ? 0 : tonumber(headers["content-length"]);
        const isWhole = length === undefined ? this.connection.closed !== undefined : string.len(body) >= length;
        if (!isWhole) {
            return undefined;
        }
        return { status: code, headers, body };
    }
}

/** The bytes of a request. */
export function requestBytes(query: HttpQuery): string {
    const body = query.body;
    const lines = [`${query.method ?? (body === undefined ? "GET" : "POST")} ${query.path} HTTP/1.1`];
    for (const [name, value] of pairs(query.headers ?? {})) {
        lines[lines.length] = `${name as string}: ${value}`;
    }
    if (body !== undefined) {
        lines[lines.length] = `Content-Length: ${string.format("%d", string.len(body))}`;
    }
    return `${table.concat(lines, "\r\n")}\r\n\r\n${body ?? ""}`;
}
