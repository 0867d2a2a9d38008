/** @noSelfInFile */

/**
 * A Prosody for specs of modules: `startServer` makes hosts and components with their options, `load` loads generated modules
 * on them, and the spec sends stanzas, fires events, advances the clock, answers HTTP requests and looks at what came of it.
 *
 *     import { assert, before_each, describe, it } from "busted";
 *     import * as st from "prosody.util.stanza";
 *     import { startServer, type Server } from "typed-prosody/busted/server";
 *
 *     describe("mod_component_http", () => {
 *         it("posts a message", () => {
 *             const server = startServer({
 *                 components: { "bot.example.org": { component_post_url: "http://127.0.0.1:8080/" } },
 *             });
 *             server.load("bot.example.org", "component_http");
 *             server.receive(st.message({ to: "bot.example.org", from: "user@example.com/phone" }, "hello"));
 *             const request = server.http.last_request();
 *             assert.are.equal("POST", request.method);
 *             request.respond({ headers: { "Content-Type": "application/json" }, body: '{"body":"hi"}' });
 *             assert.are.equal("hi", server.take_sent()[0]!.get_child_text("body"));
 *             assert.are.same([], server.complaints());
 *         });
 *     });
 *
 * What modules meet is Prosody's own code of the version under test: core.moduleapi, core.modulemanager, core.stanza_router,
 * core.storagemanager (with mod_storage_memory), core.configmanager, util.events, net.http and all libraries. Stand-ins are
 * where a process would meet the world: the clock, the event loop, connections and name resolution (the files in `edges`), and
 * `module:send`, which records. Where Debian has no build of Prosody's C libraries for the running Lua, those are stand-ins
 * too (the files in `stand-ins`).
 */

import * as events from "prosody.util.events";
import * as logger from "prosody.util.logger";
import * as jid from "prosody.util.jid";
import { HttpBackend } from "./backend";
import { HttpExchange, requestBytes, type HttpQuery, type IncomingConnection } from "./client";

export { HttpBackend, HttpRequest, type HttpAnswer } from "./backend";
export { HttpExchange, type HttpQuery, type HttpResult } from "./client";

type Options = Record<string, unknown>;
type Level = "debug" | "info" | "warn" | "error";

/** What to start. Hosts get Prosody's iq, those with accounts message and presence too; `load` adds others. */
export interface ServerOptions {
    /** Options above all hosts. */
    options?: Options;
    /** Hosts with accounts: their options by domain. */
    hosts?: Record<string, Options>;
    /** Components: their options by domain. */
    components?: Record<string, Options>;
    /** Whether what modules send goes on into Prosody's router, after it is recorded. Default: it ends in the record. */
    routes?: boolean;
}

/** A line of the log. */
export interface LogLine {
    /** `example.org:mod_x`'s lines have "example.org:x", as in Prosody's own log. */
    source: string;
    level: Level;
    message: string;
}

/** A client that is online: stanzas that are sent to it, and stanzas from it. */
export interface Client {
    readonly session: Prosody.C2sSession;
    /** What the client was sent, oldest first. */
    readonly received: Prosody.Stanza[];
}

/** What `handlers` tells of a hook. */
export interface Hook {
    event: string;
    priority: number;
}

interface EventLoop {
    connections: never[];
    refused?: string;
    advance(this: void, seconds: number): void;
    own(this: void): void;
    waiting(this: void): number;
    accept(this: void, port?: number): LuaMultiReturn<[IncomingConnection] | [undefined, string]>;
    reset(this: void): void;
}

interface Timers {
    add_task(this: void, delay: number, callback: (this: void) => void): unknown;
}

/** Libraries that put work off until the event loop's next turn, from 0.12 on. */
interface Schedulable {
    set_nexttick?(this: void, schedule: (this: void, callback: (this: void) => void) => void): void;
    set_schedule_function?(this: void, schedule: Timers["add_task"]): void;
}

interface ModuleManager {
    load(this: void, host: string, name: string): LuaMultiReturn<[Prosody.ModuleEnvironment] | [undefined, unknown]>;
    reload(this: void, host: string, name: string): LuaMultiReturn<[Prosody.ModuleEnvironment] | [undefined, unknown]>;
    unload(this: void, host: string, name: string): LuaMultiReturn<[true] | [undefined, unknown]>;
    is_loaded(this: void, host: string, name: string): boolean | undefined;
    get_module(this: void, host: string, name: string): Prosody.ModuleEnvironment | undefined;
    get_items(this: void, key: string, host: string): unknown[] | undefined;
    load_modules_for_host(this: void, host: string): void;
}

interface UserManager {
    user_exists(this: void, username: string, host: string): boolean | undefined;
    create_user(
        this: void,
        username: string,
        password: string,
        host: string,
    ): LuaMultiReturn<[true] | [undefined, unknown]>;
}

interface SessionManager {
    new_session(this: void, connection: IncomingConnection): Prosody.C2sSession;
    make_authenticated(
        this: void,
        session: Prosody.C2sSession,
        username: string,
    ): LuaMultiReturn<[true] | [undefined, unknown]>;
    bind_resource(
        this: void,
        session: Prosody.C2sSession,
        resource: string,
    ): LuaMultiReturn<[true] | [undefined, string, string, string?]>;
    destroy_session(this: void, session: Prosody.C2sSession, reason?: string): void;
}

interface ConfigManager {
    set(this: void, host: string, key: string, value: unknown): boolean;
}

interface StorageManager {
    open(this: void, host: string, store: string, kind?: string): LuaMultiReturn<[any, string?]>;
}

interface MultiTable {
    iter(...path: unknown[]): LuaIterable<LuaMultiReturn<unknown[]>>;
}

type Host = Omit<Prosody.HostSession, "close"> & { close(): void };

/** `package.loaded`; `package` is no name in a TypeScript module. */
const loadedModules = (_G as { package: { loaded: LuaTable<string, unknown> } }).package.loaded;

/** Libraries that take the event loop or the plugin path in when they are loaded, or whose functions core replaces. */
const BOUND_LIBRARIES = ["util.timer", "util.pluginloader", "util.datamanager"];

/** Prosody's core and network code hold state of one server each, so a new server needs them anew. */
function forgetServer(): void {
    const names: string[] = [];
    for (const [name] of pairs(loadedModules)) {
        const [plain] = string.gsub(name, "^prosody%.", "");
        const isCore = string.match(plain, "^core%.")[0] !== undefined;
        const isNetwork =
            string.match(plain, "^net%.")[0] !== undefined && plain !== "net.server" && plain !== "net.adns";
        if (isCore || isNetwork || BOUND_LIBRARIES.includes(plain)) {
            names[names.length] = name;
        }
    }
    for (const name of names) {
        loadedModules.delete(name);
    }
}

function setGlobal(name: string, value: unknown): void {
    rawset(_G as Record<string, unknown>, name, value);
}

export class Server {
    /** Events of the whole server, `prosody` and what else it holds. */
    readonly prosody: Prosody.Server;
    /** The HTTP servers that modules can reach. */
    readonly http: HttpBackend;
    /** All lines of the log since the start, debug ones too. */
    readonly log: LogLine[] = [];
    private sent: Prosody.Stanza[] = [];
    private readonly hosts: Record<string, Host> = {};
    private readonly loop: EventLoop;
    private readonly modules: ModuleManager;
    private readonly config: ConfigManager;
    private readonly storage: StorageManager;
    private readonly users: UserManager;
    private readonly remote: Prosody.S2sSession;

    constructor(options: ServerOptions) {
        forgetServer();
        this.loop = require("net.server") as EventLoop;
        this.loop.reset();
        const resolver = require("net.adns") as { unresolvable: LuaTable<string, true> };
        resolver.unresolvable = new LuaTable();
        this.http = new HttpBackend(this.loop, resolver);

        logger.reset();
        logger.add_simple_sink((source, level, message) => {
            this.log[this.log.length] = { source, level, message };
        });

        const libraries = os.getenv("TYPED_PROSODY_LIBRARIES") ?? "/usr/lib/prosody";
        const plugins = `${os.getenv("TYPED_PROSODY_PLUGINS") ?? "dist-lua"};${libraries}/modules`;
        const prosody = {
            version: os.getenv("TYPED_PROSODY_PROSODY") ?? "unknown",
            events: events.new(),
            hosts: this.hosts,
            full_sessions: {},
            bare_sessions: {},
            incoming_s2s: {},
            start_time: os.time(),
            platform: "posix",
            process_type: "prosody",
            state: "running",
            paths: { source: libraries, config: ".", plugins, data: "." },
            config_file: "prosody.cfg.lua",
            opts: {},
            arg: [],
            installed: true,
            config_loaded: true,
            log: logger.init("general"),
        } as unknown as Prosody.Server;
        this.prosody = prosody;
        setGlobal("prosody", prosody);
        setGlobal("hosts", prosody.hosts);
        setGlobal("full_sessions", prosody.full_sessions);
        setGlobal("bare_sessions", prosody.bare_sessions);
        setGlobal("CFG_PLUGINDIR", plugins);
        setGlobal("CFG_SOURCEDIR", libraries);

        // As util.startup does before it loads anything else.
        const timer = require("util.timer") as Timers;
        const nextTick = (callback: () => void) => {
            timer.add_task(0, callback);
        };
        const [hasPromises, promise] = pcall(require, "util.promise");
        if (hasPromises) {
            const promises = promise as Schedulable & { resolve(this: void, value: unknown): unknown };
            promises.set_nexttick?.(nextTick);
            (prosody as { started?: unknown }).started = promises.resolve(true);
        }
        const async = require("util.async") as Schedulable;
        async.set_nexttick?.(nextTick);
        async.set_schedule_function?.(timer.add_task);

        this.config = require("core.configmanager") as ConfigManager;
        this.config.set("*", "default_storage", "memory");
        // Hashing passwords thousands of times over takes its time, and proves nothing here.
        this.config.set("*", "authentication", "internal_plain");
        // There are no certificates.
        this.config.set("*", "https_ports", []);
        this.set_options("*", options.options ?? {});

        // A global for modules of all versions.
        require("util.import");
        // The router hands to the handlers of this server; what modules send is kept.
        require("core.stanza_router");
        const post = prosody.core_post_stanza;
        (prosody as { core_post_stanza: typeof post }).core_post_stanza = (origin, stanza, preevents) => {
            this.sent[this.sent.length] = stanza;
            return options.routes ? post(origin, stanza, preevents) : undefined;
        };

        this.modules = require("core.modulemanager") as ModuleManager;
        this.storage = require("core.storagemanager") as StorageManager;
        this.users = require("core.usermanager") as UserManager;
        // Which modules a host has is up to the spec; storage and accounts still start with each host.
        prosody.events.remove_handler("host-activated", this.modules.load_modules_for_host);
        for (const [domain, hostOptions] of pairs(options.hosts ?? {})) {
            this.add_host(domain as string, "local", hostOptions);
        }
        for (const [domain, hostOptions] of pairs(options.components ?? {})) {
            this.add_host(domain as string, "component", hostOptions);
        }
        this.remote = this.remote_session();
        this.loop.own();
        this.log.length = 0;
    }

    private add_host(domain: string, type: "local" | "component", options: Options): void {
        this.set_options(domain, options);
        const send = (stanza: Prosody.Stanza) => {
            this.sent[this.sent.length] = stanza;
            return true;
        };
        const host: Host = {
            host: domain,
            type,
            events: events.new(),
            modules: {},
            s2sout: {},
            send,
            close() {},
        };
        if (type === "local") {
            host.sessions = {};
        }
        this.hosts[domain] = host;
        this.prosody.events.fire_event("host-activated", domain);
        // Every host and component has it; it makes iq-get/... events of IQs.
        this.load(domain, "iq");
        if (type === "local") {
            this.load(domain, "message");
            this.load(domain, "presence");
        }
    }

    private set_options(host: string, options: Options): void {
        for (const [name, value] of pairs(options)) {
            this.config.set(host, name, value);
        }
    }

    /** An incoming stream of other servers that may speak for any domain. */
    private remote_session(): Prosody.S2sSession {
        return {
            type: "s2sin",
            dummy: true,
            from_host: "remote",
            to_host: "remote",
            hosts: {},
            log: logger.init("s2sin"),
            send: (stanza: Prosody.Stanza) => {
                this.sent[this.sent.length] = stanza;
                return true;
            },
            close: (_self: unknown, reason: unknown) => {
                this.log[this.log.length] = {
                    source: "s2sin",
                    level: "error",
                    message: `Stream closed: ${tostring(reason)}`,
                };
            },
        } as unknown as Prosody.S2sSession;
    }

    // ------------------------------------------------------------------------------------------------------- modules

    /**
     * Loads a module as Prosody does, from `dist-lua` or Prosody's own, without "mod_", and lets everything happen that is due.
     * @returns Its environment: `module` and its globals.
     * Raises an error with the log's lines where the module does not load.
     */
    load(host: string, name: string): Prosody.ModuleEnvironment {
        const logged = this.log.length;
        const [environment, reason] = this.try_load(host, name);
        if (environment === undefined) {
            const lines: string[] = [];
            for (const line of this.log.slice(logged)) {
                lines[lines.length] = `${line.level} ${line.source} ${line.message}`;
            }
            error(`mod_${name} did not load on ${host}: ${tostring(reason)}\n${table.concat(lines, "\n")}`, 2);
        }
        return environment;
    }

    /** The same for modules that are expected to fail: undefined and the reason. */
    try_load(host: string, name: string): LuaMultiReturn<[Prosody.ModuleEnvironment] | [undefined, unknown]> {
        // Undefined or false, depending on how it failed.
        const [environment, reason] = this.modules.load(host, name);
        this.settle();
        if (!environment) {
            return $multi(undefined, reason as unknown);
        }
        return $multi(environment);
    }

    /** Reloads a module as Prosody does: save, unload, load, restore. */
    reload(host: string, name: string): Prosody.ModuleEnvironment {
        const [environment, reason] = this.modules.reload(host, name);
        this.settle();
        if (!environment) {
            error(`mod_${name} did not reload on ${host}: ${tostring(reason)}`, 2);
        }
        return environment;
    }

    unload(host: string, name: string): void {
        const [ok, reason] = this.modules.unload(host, name);
        this.settle();
        if (!ok) {
            error(`mod_${name} did not unload from ${host}: ${tostring(reason)}`, 2);
        }
    }

    is_loaded(host: string, name: string): boolean {
        return this.modules.is_loaded(host, name) === true;
    }

    /** The hooks that a loaded module holds, sorted by event. */
    hooks(host: string, name: string): Hook[] {
        const environment = this.modules.get_module(host, name);
        if (environment === undefined) {
            error(`mod_${name} is not loaded on ${host}`, 2);
        }
        const handlers = (environment.module as unknown as { event_handlers: MultiTable }).event_handlers;
        const found: Hook[] = [];
        for (const [object, event, handler] of handlers.iter(undefined, undefined, undefined)) {
            const map = (object as { _event_map?: Record<string, LuaTable<AnyNotNil, number> | undefined> })._event_map;
            const priority = map?.[event as string]?.get(handler as AnyNotNil);
            found[found.length] = { event: event as string, priority: priority ?? 0 };
        }
        table.sort(found, (a, b) => a.event < b.event || (a.event === b.event && a.priority > b.priority));
        return found;
    }

    /** The items of a kind that the modules of a host have added: features, providers, tasks ... */
    items(host: string, key: string): any[] {
        return this.modules.get_items(key, host) ?? [];
    }

    /** A store, as `module:open_store` gives it to modules of the host. */
    open_store<V = any>(host: string, store: string, kind?: "keyval"): Prosody.KeyvalStore<V>;
    open_store<V = any>(host: string, store: string, kind: "map"): Prosody.MapStore<V>;
    open_store<V = Prosody.Stanza>(host: string, store: string, kind: "archive"): Prosody.ArchiveStore<V>;
    open_store(host: string, store: string, kind?: string): unknown {
        const [opened, reason] = this.storage.open(host, store, kind);
        if (!opened) {
            error(`No store ${store} on ${host}: ${tostring(reason)}`, 2);
        }
        return opened;
    }

    /** Changes options of a host ("*" for all) and tells modules, as a reload of the configuration does. */
    reconfigure(host: string, options: Options): void {
        this.set_options(host, options);
        this.prosody.events.fire_event("config-reloaded", { filename: this.prosody.config_file });
        this.settle();
    }

    /**
     * Runs code of the runtime library as if it stood in a module: the global `module` is one of that name on that host.
     * @returns What the code returns. Its errors go through.
     */
    as_module<R>(host: string, name: string, code: () => R): R {
        const api = require("core.moduleapi") as object;
        const multitable = require("util.multitable") as { new: (this: void) => MultiTable };
        const log = logger.init(`${host}:${name}`);
        const instance = {
            name,
            host,
            _log: log,
            log: (_self: unknown, level: Level, message: string, ...values: unknown[]) =>
                log(level, message, ...values),
            event_handlers: multitable.new(),
        };
        setmetatable(instance as object, { __index: api });
        const former = rawget(_G as Record<string, unknown>, "module");
        setGlobal("module", instance);
        const [ok, result] = pcall(code);
        setGlobal("module", former);
        if (!ok) {
            error(result, 0);
        }
        return result as R;
    }

    // ------------------------------------------------------------------------------------------------ stanzas and events

    /**
     * Takes a stanza in from another server, through Prosody's router, and lets everything happen that is due. What modules
     * answer through the origin is in `take_sent` as well.
     */
    receive(stanza: Prosody.Stanza): void {
        this.prosody.core_process_stanza(this.remote, stanza);
        this.settle();
    }

    /** Takes a stanza in from a client of this server. */
    receive_from(client: Client, stanza: Prosody.Stanza): void {
        this.prosody.core_process_stanza(client.session, stanza);
        this.settle();
    }

    /** Makes an account; accounts are kept in memory. */
    create_user(address: string, password: string): void {
        const [username, domain] = jid.split(address);
        if (username === undefined || domain === undefined) {
            error(`${address} is no bare JID`, 2);
        }
        const [ok, reason] = this.users.create_user(username, password, domain);
        if (!ok) {
            error(`No account ${address}: ${tostring(reason)}`, 2);
        }
    }

    /**
     * Brings a client online as Prosody does after authentication, without presence; makes the account where there is none.
     * @param address Its full JID.
     */
    connect_client(address: string): Client {
        const [username, domain, resource] = jid.split(address);
        if (username === undefined || domain === undefined || resource === undefined) {
            error(`${address} is no full JID`, 2);
        }
        if (!this.users.user_exists(username, domain)) {
            this.create_user(`${username}@${domain}`, "secret");
        }
        const manager = require("core.sessionmanager") as SessionManager;
        const session = manager.new_session(this.loop.accept()[0]!);
        session.host = domain;
        session.log = logger.init("c2s");
        const received: Prosody.Stanza[] = [];
        // In place of the stream to the client; it takes text as well, which is no stanza.
        session.send = (stanza) => {
            if (typeof stanza !== "string") received[received.length] = stanza;
            return true;
        };
        session.close = () => manager.destroy_session(session);
        // mod_presence of Prosody 0.11 takes a lost client's presence away with it.
        session.dispatch_stanza = (stanza) => this.prosody.core_process_stanza(session, stanza);
        const [authenticated, refusal] = manager.make_authenticated(session, username);
        const [bound, , condition] = manager.bind_resource(session, resource);
        if (!authenticated || !bound) {
            error(`${address} cannot come online: ${tostring(refusal ?? condition)}`, 2);
        }
        this.settle();
        return { session, received };
    }

    /** Takes a client offline, as when its connection is lost. */
    disconnect_client(client: Client): void {
        (require("core.sessionmanager") as SessionManager).destroy_session(client.session, "Connection lost");
        this.settle();
    }

    /**
     * Makes an HTTP request to what the modules of a host provide (load "http" first or let the module depend on it), and lets
     * everything happen that is due.
     */
    request(host: string, query: HttpQuery): HttpExchange {
        const [connection, reason] = this.loop.accept(query.port ?? 5280);
        if (connection === undefined) {
            error(`No HTTP at port ${query.port ?? 5280}: ${reason}`, 2);
        }
        connection.hear(requestBytes({ ...query, headers: { Host: host, ...query.headers } }));
        this.settle();
        return new HttpExchange(connection);
    }

    /** Fires an event on a host, or above all hosts with "*", and lets everything happen that is due. @returns Its result. */
    fire(host: string, event: string, data?: unknown): unknown {
        const target = host === "*" ? this.prosody.events : this.hosts[host]?.events;
        if (target === undefined) {
            error(`There is no host ${host}`, 2);
        }
        const result = target.fire_event(event, data);
        this.settle();
        return result;
    }

    /** What modules have sent since the last call, oldest first: with `module:send` and as answers through the origin. */
    take_sent(): Prosody.Stanza[] {
        const taken = this.sent;
        this.sent = [];
        return taken;
    }

    /** The one stanza that was sent since the last look. Raises an error where there were none or more. */
    take_one_sent(): Prosody.Stanza {
        const taken = this.take_sent();
        const first = taken[0];
        if (first === undefined || taken.length > 1) {
            const shown: string[] = [];
            for (const stanza of taken) {
                shown[shown.length] = tostring(stanza);
            }
            error(`Expected one stanza, ${taken.length} were sent\n${table.concat(shown, "\n")}`, 2);
        }
        return first;
    }

    // ---------------------------------------------------------------------------------------------------------- time

    /** Seconds since 1970, as modules see them. Time passes in `advance` only. */
    now(): number {
        return (require("util.time") as { now(this: void): number }).now();
    }

    /** Lets time pass: timers run in their order, each at its time. */
    advance(seconds: number): void {
        this.loop.advance(seconds);
    }

    /** Lets everything happen that is due now. All methods that put something in do it by themselves. */
    settle(): void {
        this.loop.advance(0);
    }

    /** How many timers wait: those of modules, and Prosody's for connections; not those that it has from its start. */
    waiting_timers(): number {
        return this.loop.waiting();
    }

    // ----------------------------------------------------------------------------------------------------------- log

    /** The messages of a level, oldest first, of all sources or of one: "host:module". */
    messages(level: Level, source?: string): string[] {
        const found: string[] = [];
        for (const line of this.log) {
            if (line.level === level && (source === undefined || line.source === source)) {
                found[found.length] = line.message;
            }
        }
        return found;
    }

    /** All warnings and errors, for the check that there were none but those expected. */
    complaints(): string[] {
        const found: string[] = [];
        for (const line of this.log) {
            if (line.level === "warn" || line.level === "error") {
                found[found.length] = line.message;
            }
        }
        return found;
    }

    /** Forgets the log so far. */
    clear_log(): void {
        this.log.length = 0;
    }
}

/** Starts a server. Each call is a fresh one; the one before is gone. */
export function startServer(options: ServerOptions = {}): Server {
    return new Server(options);
}
