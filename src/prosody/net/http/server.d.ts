/** @noSelfInFile */
/**
 * Prosody's HTTP server. A module takes `module.provides("http", ...)`. https://prosody.im/doc/developers/http
 * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
 */
declare module "prosody.net.http.server" {
    import type { Events } from "prosody.util.events";
    /**
     * Handles requests of an event such as "GET example.com/path" or "GET example.com/path/*".
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function add_handler(
        event: string,
        handler: (this: void, event: Prosody.HttpEvent) => Prosody.HttpResult,
        priority?: number,
    ): void;
    /**
     * Takes a handler away.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function remove_handler(
        event: string,
        handler: (this: void, event: Prosody.HttpEvent) => Prosody.HttpResult,
    ): void;
    /**
     * Serves requests for a host.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function add_host(host: string): void;
    /**
     * Serves none for it any more.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function remove_host(host: string): void;
    /**
     * The host for requests that name none that is served.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function set_default_host(host: string | undefined): void;
    /**
     * Sets a limit such as body_size_limit, in bytes.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function set_option(name: string, value: unknown): void;
    /**
     * Opens a port.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function listen_on(port: number, interface_?: string, ssl?: object): unknown;
    /**
     * Fires an event of the server.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function fire_event(event: string, ...args: unknown[]): unknown;
    /**
     * Sends an answer; `response.send` is the short way.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function send_response(response: Prosody.HttpResponse, body?: string): void;
    /**
     * Sends an answer without body.
     * @since 0.12
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function send_head_response(response: Prosody.HttpResponse): void;
    /**
     * Sends a file.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function send_file(response: Prosody.HttpResponse, file: LuaFile): boolean | undefined;
    /**
     * Ends an answer that was written by hand.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function finish_response(response: Prosody.HttpResponse): void;
    /**
     * Writes status and headers.
     * @since 0.12
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function write_headers(response: Prosody.HttpResponse): void;
    /**
     * Status and headers as lines.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function prepare_header(response: Prosody.HttpResponse): string[];
    /**
     * Raises an error; never written.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function hijack_response(response: Prosody.HttpResponse, listener: Prosody.Listener): never;
    /**
     * The request that a connection is busy with.
     * @since 0.12
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export function get_request_from_conn(conn: Prosody.Connection): Prosody.HttpRequest | undefined;
    /**
     * Handles connections.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export const listener: Required<
        Pick<Prosody.Listener, "onconnect" | "ondetach" | "ondisconnect" | "ondrain" | "onincoming">
    >;
    /**
     * Texts of status codes.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export const codes: {
        /** Such as "404 Not Found". */
        readonly [code: number]: string;
    };
    /**
     * Where handlers are, by method and URL.
     * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
     */
    export const _events: Events<Prosody.HttpServerEvents>;
}
