/** @noSelfInFile */

/**
 * Requests to HTTP servers. https://prosody.im/doc/developers/net/http
 *
 * No version has an option for a time limit, and a request whose server never answers waits until the connection breaks. To
 * give up after a time: start a timer with `module.add_timer`, remember that it fired, answer without the response, then call
 * `destroy_request(request)`, which closes the connection; the callback may still be called with code 0 ("closed") and must see
 * that it is late. `request.cancel()` does both, calling the callback with "cancelled", but exists only once the connection
 * stands.
 * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
 */
declare module "prosody.net.http" {
    import type { Error as ErrorObject } from "prosody.util.error";
    import type { Events } from "prosody.util.events";
    import type { Promise } from "prosody.util.promise";

    /** Headers by name. In a response and in requests to Prosody's server the names are in lower case. */
    export type Headers = Record<string, string | undefined>;

    /** A request under way. */
    export interface Request {
        /** For the log. */
        id: string;
        /** Where it goes. */
        url: string;
        /** "GET" unless there is a body; then "POST". */
        method?: string | undefined;
        /** "http" or "https". */
        scheme: string;
        /** The domain or address. */
        host: string;
        /** The port, where the URL names one. */
        port?: string | undefined;
        /** The path, with its leading slash. */
        path: string;
        /** What follows the question mark. */
        query?: string | undefined;
        /** Headers as they are sent. */
        headers: Headers;
        /** What is sent. */
        body?: string | undefined;
        /** The connection; undefined before it stands and after it went. */
        conn?: Prosody.Connection | undefined;
        /** What is read next of the answer ("status" ...); undefined before the connection stands. */
        state?: string | undefined;
        /** The host and port, as the URL names them. */
        readonly authority: string;
        /** Who made it. */
        readonly http: Client;
        /** When it was made, in seconds since 1970. @since 0.12 */
        readonly time?: number;
        /** Gets the answer. */
        readonly callback: (this: void, ...args: any[]) => unknown;
        /**
         * Calls the callback with the reason ("cancelled") and code 0, and closes the connection. There only once the connection stands.
         * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
         */
        cancel?(reason?: string): void;
    }
    /** An answer. */
    export interface Response {
        /** The status code. */
        code: number;
        /** Headers, names in lower case with hyphens. */
        headers: Headers;
        /** The whole body. */
        body: string;
        /**
         * Whether the body comes in chunks.
         * @since 0.12
         */
        chunked?: boolean | undefined;
        /**
         * What Content-Length says, in bytes.
         * @since 0.12
         */
        body_length?: number | undefined;
        /** The text after the status code. */
        reason_phrase?: string | undefined;
        /** Such as "1.1". */
        httpversion?: string | undefined;
        /** Another name of `httpversion`. */
        responseversion?: string | undefined;
        /** Another name of `headers`. */
        responseheaders?: Headers | undefined;
        /**
         * The request, where a promise gave the answer.
         * @since 0.12
         */
        request?: Request | undefined;
    }

    /**
     * Gets the outcome, once. A failure before there is an answer has code 0 and its reason as body ("connection failed",
     * "closed", "connection-closed", "cancelled", "invalid-url", "certificate-chain-invalid" ...); the third argument is then the
     * request, if anything.
     */
    export type Callback = (
        this: void,
        /** The whole body. */
        body: string,
        code: number,
        response: Response | Request | undefined,
        request: Request | undefined,
    ) => void;

    /** Takes a body piece by piece; an open file is one. */
    export interface BodySink {
        /**
         * False or undefined ends the request with "body-sink-write-failure".
         * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
         */
        write(chunk: string): unknown;
    }

    /** What a request is like. */
    export interface RequestOptions {
        /** Default GET, or POST where there is a body. */
        method?: string | undefined;
        /** Sent as given; Content-Type is application/x-www-form-urlencoded unless given here. Content-Length comes by itself. */
        headers?: Record<string, string> | undefined;
        /** Sent after the headers. */
        body?: string | undefined;
        /** Certificates of the server are not checked. */
        insecure?: boolean | undefined;
        /** Errors raised in the callback are logged and go no further. */
        suppress_errors?: boolean | undefined;
        /** Keeps the URL out of the log, where it holds secrets. */
        suppress_url?: boolean | undefined;
        /** A name for the log. */
        id?: string | undefined;
        /** Settings of TLS. */
        sslctx?: object | undefined;
        /** Whether only the status is of interest. */
        onlystatus?: boolean | undefined;
        /**
         * Gets the response when its headers have come and its body is of unknown length or too long to be kept, and gives
         * where the body goes; nothing leaves it to net.http. `finalize` is called before the callback and may set the body.
         * Without it a body that ends with the connection is cut where its first part ends.
         * @since 0.12 Ignored before.
         */
        streaming_handler?:
            | ((
                  this: void,
                  response: Response,
              ) => LuaMultiReturn<[sink: BodySink, finalize?: (this: void, response: Response) => void] | []>)
            | undefined;
        /**
         * Whether DANE (RFC 6698) decides about certificates.
         * @since 0.12
         */
        use_dane?: boolean | undefined;
    }

    /** A client with settings of its own. */
    export interface Client {
        /**
         * As the function `request`.
         * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
         */
        request(
            url: string,
            options: RequestOptions | undefined,
            callback: Callback,
        ): LuaMultiReturn<[request: Request] | [request: undefined, error: "invalid-url"]>;
        /**
         * As the function `request`.
         * @since 0.12
         * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
         */
        request(url: string, options?: RequestOptions): Promise<Response, ErrorObject>;
        /**
         * A client with these settings over those of this one.
         * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
         */
        "new"(this: void, options?: ClientOptions): Client;
        /** Its settings. */
        readonly options: ClientOptions;
        /** Fired for each request: pre-request, request, request-connection-error, response. */
        readonly events: Events<Prosody.HttpClientEvents>;
    }
    /** What all requests of a client have in common. */
    export interface ClientOptions {
        /** Context of TLS for https. */
        sslctx?: object | undefined;
        /** Whether an error in a callback is written to the log instead of raised; default true. */
        suppress_errors?: boolean | undefined;
        /**
         * Connections are kept for further requests.
         * @since 13.0
         */
        connection_pooling?: boolean | undefined;
        /** Whether DANE (RFC 6698) decides about certificates. @since 0.12 */
        use_dane?: boolean | undefined;
    }

    /**
     * Starts a request and calls back with the outcome. For an URL that is none it calls back at once and gives undefined and
     * "invalid-url". Raises an error for https without TLS settings.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    export function request(
        url: string,
        options: RequestOptions | undefined,
        callback: Callback,
    ): LuaMultiReturn<[request: Request] | [request: undefined, error: "invalid-url"]>;
    /**
     * Starts a request and promises the response; rejected with an error of `prosody.net.http.errors` where no answer came. Any
     * status counts as an answer.
     * @since 0.12 Before, give a callback.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    export function request(url: string, options?: RequestOptions): Promise<Response, ErrorObject>;
    /**
     * Closes the connection of a request, if it stands.
     * @param force Not kept for further requests; read from 13.0 on.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    export function destroy_request(request: Request, force?: boolean): void;
    /**
     * A client with settings of its own.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    function new_(options?: ClientOptions): Client;
    export { new_ as new };
    /**
     * The client behind the functions of this module; in Lua its name is `default`.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    const default_client: Client;
    export { default_client as default };
    /**
     * Fired for each request of the default client: pre-request, request, request-connection-error, response.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    export const events: Events<Prosody.HttpClientEvents>;
    /**
     * What this version can do.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    export const features: {
        /** Whether the server's name is sent along with TLS. */
        readonly sni: boolean;
    };
    /**
     * See `prosody.util.http`.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    export function urlencode(text: string): string;
    /**
     * See `prosody.util.http`.
     * @see [net/http.lua](https://hg.prosody.im/trunk/file/tip/net/http.lua)
     */
    export function urldecode(text: string): string;
    export { formdecode, formencode } from "prosody.util.http";
}
