/** @noSelfInFile */

declare namespace Prosody {
    // ---------------------------------------------------------------- HTTP

    /** A request to Prosody's HTTP server. Header names are in lower case with `_` for `-`: `request.headers.content_type`. */
    interface HttpRequest {
        method: string;
        /** The path, decoded by nobody. */
        path: string;
        /** The parts of the URL; `query` is what follows the `?`. */
        url: { path: string; query?: string | undefined };
        httpversion: string;
        headers: Record<string, string | undefined>;
        /** The whole body; false while a streamed upload has not ended. */
        body: string;
        /** The client's address; that which a trusted proxy reports, where there is one. */
        ip: string;
        /** Whether it came over TLS, at the trusted proxy or here. */
        secure?: boolean | undefined;
        conn: Connection;
        /** @since 0.12 */
        id?: string;
        /** @since 0.12 */
        log?: Logger;
    }
    /** The answer under construction. */
    interface HttpResponse {
        /** Default 200. */
        status_code: number;
        /** Names with `_` for `-`: `response.headers.content_type`. */
        headers: Record<string, string>;
        body?: string;
        readonly request: HttpRequest;
        readonly conn: Connection;
        /** Whether the answer went out or the connection broke. */
        finished?: boolean;
        /** Sends the answer; for handlers that returned true. Does nothing once finished. */
        send(body?: string): void;
        /** Sends a file, or an object with `read` and `close`. */
        send_file(file: LuaFile): boolean | undefined;
        /** Ends an answer that was written by hand. */
        done(): void;
        /** Called when the answer went out or the connection broke. */
        on_destroy?(): void;
    }
    interface HttpEvent {
        request: HttpRequest;
        response: HttpResponse;
    }
    /**
     * What a handler of a route may give: a status code, a body, a table with status_code, headers, body; true where it answers
     * later with `response.send`; undefined for 404. From 0.12 on a promise of any of these, or an error of
     * `prosody.util.error` (rejections with such an error work from 13.0 on).
     */
    type HttpResult =
        | number
        | string
        | true
        | HttpResultTable
        | import("prosody.util.promise").Promise<any, any>
        | import("prosody.util.error").Error
        | undefined
        | void;
    /** A status, headers and a body; status 200 where it is not given. */
    type HttpResultTable =
        | { status_code: number; headers?: Record<string, string> | undefined; body?: string | undefined }
        | { status_code?: number | undefined; headers?: Record<string, string> | undefined; body: string };
    /** Handles requests of a route. A route that ends in `/*` gives the rest of the path. */
    type HttpHandler = (this: void, event: HttpEvent, path?: string) => HttpResult;
    interface HttpProvider {
        /** Default the module's name without `http_`. */
        name?: string | undefined;
        /** Default `/` and the name; admins change it with `http_paths`. */
        default_path?: string | undefined;
        /** Handlers, or fixed answers, by method and path: `GET`, `GET /`, `GET /path/*`. */
        route: Record<string, HttpHandler | HttpResultTable | string | number>;
        /** Shown by mod_http_openmetrics and in the log. */
        title?: string | undefined;
        /**
         * Handlers run before the body has come, and say where it goes.
         * @since 0.12
         */
        streaming_uploads?: boolean | undefined;
        /**
         * Cross-origin requests.
         * @since 0.12
         */
        cors?:
            | {
                  enabled?: boolean;
                  credentials?: boolean;
                  headers?: Record<string, boolean>;
                  /** @since 13.0 */
                  origins?: "*" | string[];
              }
            | undefined;
    }

    // ---------------------------------------------------------------- all kinds

    /** What `module.provides` takes, by kind. Extend it by declaration merging. */
    interface Providers {
        /** Ad-hoc commands. */
        adhoc: AdhocCommand;
        /** Accounts. */
        auth: AuthProvider;
        /** HTTP routes. */
        http: HttpProvider;
        /** Services on ports. */
        net: NetProvider;
        /** Stores. */
        storage: StorageProvider;
    }
    /** What `module.add_item` takes, by kind. Extend it by declaration merging. */
    interface Items {
        /** A feature in the host's disco#info. */
        feature: string;
        identity: { category: string; type: string; name?: string | undefined };
        /** A data form in the host's disco#info (XEP-0128). */
        extension: Stanza;
        "adhoc-provider": AdhocCommand;
        "auth-provider": AuthProvider;
        "http-provider": HttpProvider;
        "net-provider": NetProvider;
        "storage-provider": StorageProvider;
        /** Another name of "adhoc-provider". */
        adhoc: AdhocCommand;
        /** @since 0.12 */
        measure: { name: string; type: string; conf?: object | undefined };
        /** @since 0.12 */
        metric: { name: string; mf: import("prosody.util.openmetrics").MetricFamily };
        /** @since 13.0 */
        "shell-command": ShellCommand;
        /** A service beside XMPP (XEP-0215). @since 0.12 */
        external_service: ExternalService;
        /** A field of the form for registering a nickname in a room. */
        "muc-registration-field": import("prosody.util.dataforms").Field;
        /** Fields of the server's contact addresses (XEP-0157). @since 13.0 */
        "server-info-fields": import("prosody.util.dataforms").Field[];
        /** A service that mod_pep fires, by user. */
        "pep-service": { service: PubsubService; jid: string };
        /** @since 0.12 */
        task: CronTask;
    }
    /**
     * A command of the shell, `prosodyctl shell SECTION NAME ...`.
     * @since 13.0
     */
    interface ShellCommand {
        section: string;
        section_desc?: string | undefined;
        name: string;
        desc: string;
        /** Longer help. */
        help?: string | undefined;
        args: { name: string; type: "string" | "number" | (string & {}) }[];
        /** The argument that names the host; required for commands of a host's module. */
        host_selector?: string | undefined;
        /** Options; the handler gets them by name after the arguments. */
        flags?: import("prosody.util.argparse").Config | undefined;
        /** Gets the shell first; gives whether it worked, and a text. */
        handler: (
            this: void,
            shell: ShellEnvironment,
            ...args: any[]
        ) => boolean | undefined | LuaMultiReturn<[ok: boolean | undefined, text?: string]>;
    }
    /** @since 13.0 */
    interface ShellEnvironment {
        readonly session: {
            /** Writes a line. */
            print(this: void, ...values: unknown[]): void;
            [key: string]: any;
        };
        [key: string]: any;
    }
    /** Work at intervals; mod_cron runs it. */
    interface CronTask {
        name?: string | undefined;
        id?: string | undefined;
        when: "hourly" | "daily" | "weekly";
        /** Gets the task and when it was started, in seconds since 1970. */
        run: (this: void, task: CronTask, started: number) => void;
    }
}
