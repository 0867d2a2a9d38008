/** @noSelfInFile */

declare namespace Prosody {
    // ---------------------------------------------------------------- HTTP

    /** A request to Prosody's HTTP server. Header names are in lower case with `_` for `-`: `request.headers.content_type`. */
    interface HttpRequest {
        /** "GET", "POST" ... */
        method: string;
        /** The path, decoded by nobody. */
        path: string;
        /** The parts of the URL; `query` is what follows the `?`. */
        url: {
            /** The path, with its leading slash. */
            path: string;
            /** What follows the question mark. */
            query?: string | undefined;
        };
        /** "1.1" or "1.0". */
        httpversion: string;
        /** Headers; names in lower case, with underscores for hyphens. */
        headers: Record<string, string | undefined>;
        /** The whole body; false while a streamed upload has not ended. */
        body: string;
        /** The client's address; that which a trusted proxy reports, where there is one. */
        ip: string;
        /** Whether it came over TLS, at the trusted proxy or here. @since 0.12 */
        secure?: boolean | undefined;
        /** The connection. */
        conn: Connection;
        /** Names the request in the log. @since 13.0 */
        id?: string;
        /** Writes to the log under that name. @since 13.0 */
        log?: Logger;
    }
    /** The answer under construction. */
    interface HttpResponse {
        /** Default 200. */
        status_code: number;
        /** Names with `_` for `-`: `response.headers.content_type`. */
        headers: Record<string, string>;
        /** What to answer with. */
        body?: string;
        /** What it answers. */
        readonly request: HttpRequest;
        /** The connection. */
        readonly conn: Connection;
        /** Whether the answer went out or the connection broke. */
        finished?: boolean;
        /**
         * Sends the answer; for handlers that returned true. Does nothing once finished.
         * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
         */
        send(body?: string): void;
        /**
         * Sends a file, or an object with `read` and `close`.
         * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
         */
        send_file(file: LuaFile): boolean | undefined;
        /** The request's. @since 13.0 */
        readonly id?: string;
        /** Writes to the log under the request's name. @since 13.0 */
        readonly log?: Logger;
        /** Whether only the headers are wanted. @since 0.12 */
        readonly is_head_request?: boolean;
        /** Where the connection stays open after the answer, true or a number. */
        readonly persistent?: unknown;
        /**
         * Writes the status line and the headers; for a body that is written by hand.
         * @since 0.12
         * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
         */
        write_headers?(): void;
        /**
         * Ends an answer that was written by hand.
         * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
         */
        done(): void;
        /**
         * Called when the answer went out or the connection broke.
         * @see [net/http/server.lua](https://hg.prosody.im/trunk/file/tip/net/http/server.lua)
         */
        on_destroy?(): void;
    }
    /** What a handler of a route gets. */
    interface HttpEvent {
        /** What came. */
        request: HttpRequest;
        /** What will be sent. */
        response: HttpResponse;
    }
    /**
     * What a handler of a route may give: a status code, a body, a table with status_code, headers, body; true where it answers
     * later with `response.send`; undefined for 404. From 0.12 on also an error of `prosody.util.error`.
     */
    type HttpAnswer = number | string | true | HttpResultTable | import("prosody.util.error").Error | undefined | void;
    /** What a handler of a route may give. */
    type HttpResult = HttpAnswer | PromisedAnswer;
    /** A status, headers and a body; status 200 where it is not given. */
    type HttpResultTable =
        | {
              /** The status, such as 200. */
              status_code: number;
              /** Headers to add; underscores become hyphens. */
              headers?: Record<string, string> | undefined;
              /** What to answer with. */
              body?: string | undefined;
          }
        | {
              /** The status, such as 200. */
              status_code?: number | undefined;
              /** Headers to add; underscores become hyphens. */
              headers?: Record<string, string> | undefined;
              /** What to answer with. */
              body: string;
          };
    /** Handles requests of a route. A route that ends in `/*` gives the rest of the path. */
    type HttpHandler = (this: void, event: HttpEvent, path?: string) => HttpResult;
    /** An HTTP app: routes under a path of its own. */
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
                  /** Whether pages of other origins may ask; default as the configuration says. */
                  enabled?: boolean;
                  /** Whether they may send cookies and passwords along. */
                  credentials?: boolean;
                  /** The request headers that they may set, by name. */
                  headers?: Record<string, boolean>;
                  /** Which origins; "*" for all. @since 13.0 */
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
        /** An identity of the host in disco#info. */
        identity: {
            /** Such as "server" (https://xmpp.org/registrar/disco-categories.html). */
            category: string;
            /** Such as "im". */
            type: string;
            /** For people. */
            name?: string | undefined;
        };
        /** A data form in the host's disco#info (XEP-0128). */
        extension: Stanza;
        /** An ad-hoc command (XEP-0050). */
        "adhoc-provider": AdhocCommand;
        /** What checks the host's accounts. */
        "auth-provider": AuthProvider;
        /** An HTTP app. */
        "http-provider": HttpProvider;
        /** A service that listens on ports. */
        "net-provider": NetProvider;
        /** A place for data. */
        "storage-provider": StorageProvider;
        /** Another name of "adhoc-provider". */
        adhoc: AdhocCommand;
        /** A measurement, as `module.measure` makes it. @since 0.12 */
        measure: {
            /** Its name. */
            name: string;
            /** What it measures: "times", "amount" ... */
            type: string;
            /** Settings of the backend. */
            conf?: object | undefined;
        };
        /** A family of metrics, as `module.metric` makes it. @since 0.12 */
        metric: {
            /** Its name. */
            name: string;
            /** The family. */
            mf: import("prosody.util.openmetrics").MetricFamily;
        };
        /** A command of the shell. @since 13.0 */
        "shell-command": ShellCommand;
        /** A service beside XMPP (XEP-0215). @since 0.12 */
        external_service: ExternalService;
        /** A field of the form for registering a nickname in a room. */
        "muc-registration-field": import("prosody.util.dataforms").Field;
        /** Fields of the server's contact addresses (XEP-0157). @since 13.0 */
        "server-info-fields": import("prosody.util.dataforms").Field[];
        /** A service that mod_pep fires, by user. */
        "pep-service": {
            /** The service. */
            service: PubsubService;
            /** Bare JID of the user. */
            jid: string;
        };
        /** Work that is done now and then, as `module.cron` adds it. @since 0.12 */
        task: CronTask;
    }
    /**
     * A command of the shell, `prosodyctl shell SECTION NAME ...`.
     * @since 13.0
     */
    interface ShellCommand {
        /** The first word of the command. */
        section: string;
        /** What the section is about, for `help`. */
        section_desc?: string | undefined;
        /** The second word. */
        name: string;
        /** What it does, for `help`. */
        desc: string;
        /** Longer help. */
        help?: string | undefined;
        /** What has to be given, in this order. */
        args: {
            /** For people. */
            name: string;
            /** What the shell makes of the word. */
            type: "string" | "number" | (string & {});
        }[];
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
    /** What commands of the shell get as their first argument. @since 13.0 */
    interface ShellEnvironment {
        /** The admin's session. */
        readonly session: {
            /**
             * Writes a line.
             * @see [plugins/mod_admin_shell.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_admin_shell.lua)
             */
            print(this: void, ...values: unknown[]): void;
            /** What else the shell keeps for this admin. */
            [key: string]: any;
        };
        /** What commands can use. */
        [key: string]: any;
    }
    /** Work at intervals; mod_cron runs it. */
    interface CronTask {
        /** For people. */
        name?: string | undefined;
        /** Names it among the module's tasks. */
        id?: string | undefined;
        /** How often. */
        when: "hourly" | "daily" | "weekly";
        /** Gets the task and when it was started, in seconds since 1970. */
        run: (this: void, task: CronTask, started: number) => void;
    }
}
