/** @noSelfInFile */

/**
 * Plays scripts to a module and tells what came of it. Scripts come one a line, as a Lua table constructor, which can hold any
 * bytes; what was seen goes back as one line of JSON. One process plays thousands of scripts: the server stays, the module is
 * loaded for each script and unloaded behind it.
 */

import * as json from "prosody.util.json";
import { host as jidHost, prep as jidPrep } from "prosody.util.jid";
import { xml_escape as xmlEscape } from "prosody.util.stanza";
import { parse as parseXml } from "prosody.util.xml";
import { utf8 } from "prosody.util.encodings";
import { startServer, type HttpRequest, type Server } from "../../busted/server";
import { Accounts, type AccountEvent, type AccountStep } from "./accounts";
import { isDefinedIn, ownedBy } from "./owned";

interface Step extends AccountStep {
    do:
        | "receive"
        | "reply"
        | "respond"
        | "drop"
        | "advance"
        | "reload"
        | "configure"
        | "load"
        | "connect"
        | "disconnect"
        | "send"
        | "request";
    /** receive, send: the stanza's XML. reply: what is in it. */
    xml?: string;
    /** Which of those that wait, counted from 0 and over again: HTTP requests, or IQs that the module sent. */
    which?: number;
    /** respond: the bytes of the answer, and whether the connection is closed behind them. */
    bytes?: string;
    close?: boolean;
    /** reply: attributes that differ from those of a proper answer. */
    type?: string;
    from?: string;
    id?: string;
    /** advance. */
    seconds?: number;
    /** configure: what stands in the configuration file from now on. */
    options?: Record<string, unknown>;
}

interface Script {
    host: string;
    module: string;
    options: Record<string, unknown>;
    caches: string[];
    /** Modules that the server has before any script. */
    needs: string[];
    /** The accounts of the domain, by their names; where there are none, it is a component's. */
    accounts: string[];
    steps: Step[];
}

/** The IQ that is forwarded inside another stanza (XEP-0297), at whatever depth. */
function forwardedIn(stanza: Prosody.Stanza): Prosody.Stanza | undefined {
    for (const child of stanza.tags) {
        const inner = child.name === "iq" ? child : forwardedIn(child);
        if (inner !== undefined) {
            return inner;
        }
    }
    return undefined;
}

/** Puts attributes of a forwarded IQ in the places that a script has for them, such as `{inner.id}`. */
function withInner(xml: string, asked: Prosody.Stanza): string {
    const inner = forwardedIn(asked);
    const [filled] = string.gsub(xml, "{inner%.(%a+)}", (name: string) => xmlEscape(inner?.attr[name] ?? ""));
    return filled;
}

/** What is seen of a stanza that was sent. */
interface SentStanza {
    event: "sent";
    step: number;
    xml: string;
    name: string;
    attr: Record<string, string>;
    /** What is wrong with it; absent where it is a stanza that can go over the wire. */
    fault?: string;
}

interface PostedRequest {
    event: "posted";
    step: number;
    number: number;
    /** Path and query. */
    target: string;
    body: string;
}

/** A client got a stanza. */
interface DeliveredStanza {
    event: "delivered";
    step: number;
    client: string;
    xml: string;
    name: string;
    attr: Record<string, string>;
    fault?: string;
}

/** About an HTTP request to the module. */
interface Queried {
    event: "requested" | "responded";
    step: number;
    number: number;
    status?: number;
    body?: string;
}

/** That a step was about an HTTP request or a sent IQ, or that there was none for it. */
interface Touched {
    event: "answered" | "replied" | "idle";
    step: number;
    number?: number;
    xml?: string;
    from?: string;
    forged?: boolean;
}

interface Complaint {
    event: "log" | "raised";
    step: number;
    level: string;
    message: string;
}

/** How an attempt to load the module went. */
interface LoadAttempt {
    event: "loaded" | "refused";
    step: number;
}

type Seen = SentStanza | PostedRequest | DeliveredStanza | Queried | Touched | Complaint | LoadAttempt;

/** A count at three times of a script; what is absent was not loaded then. */
interface Count {
    /** When the module was loaded last. */
    loaded?: number;
    end?: number;
}

interface Observation {
    seen: Seen[];
    /** Timers that wait; also before the module was loaded, and when it was unloaded. */
    timers: Count & { before: number; unloaded: number };
    /** Tables and entries that the module owns. */
    owned: Count;
    /** Handlers of the module's that the server still has when it is unloaded. */
    handlers: number;
    /** HTTP connections that are open at the end. */
    connections: number;
}

/** A connection of the event loop of specs. */
interface Connection {
    closed?: string;
}

const { read, write, stdout } = (
    _G as unknown as {
        io: {
            read(this: void, format: string): string | undefined;
            write(this: void, text: string): void;
            stdout: { flush(): void };
        };
    }
).io;
type LoadText = (this: void, code: string) => LuaMultiReturn<[((this: void) => unknown) | undefined, string?]>;
/** Lua 5.1's `load` takes no text. */
const loadText = (_G.loadstring ?? _G.load) as LoadText;

/** A step of its own for what comes before and behind all others. */
const LOADING = -1;

/** Parsers and libraries keep what they are given; a new server forgets it. */
const SCRIPTS_OF_A_SERVER = 250;

let server: Server | undefined;
let hostOfServer: string | undefined;
let scriptsPlayed = 0;

interface XmlStream {
    feed(data: string): LuaMultiReturn<[boolean | undefined, string?]>;
}
interface Stream {
    /** Until its head has come. */
    notopen?: true | undefined;
}
interface StreamCallbacks {
    default_ns: string;
    streamopened(this: void, session: Stream): void;
    streamclosed(this: void): void;
    handlestanza(this: void, session: Stream, stanza: Prosody.Stanza): void;
    error(this: void, session: Stream, problem: string): void;
}
interface XmlStreams {
    new: (this: void, session: Stream, callbacks: StreamCallbacks) => XmlStream;
}

/** Reads stanzas as Prosody reads them off a stream: with its own parser, so that they are put together in the same way. */
function parseStanza(xml: string, namespace: "jabber:server" | "jabber:client" = "jabber:server"): Prosody.Stanza {
    const streams = require("util.xmppstream") as XmlStreams;
    let parsed: Prosody.Stanza | undefined;
    const stream = streams.new(
        { notopen: true },
        {
            default_ns: namespace,
            streamopened: (session) => {
                session.notopen = undefined;
            },
            streamclosed: () => {},
            handlestanza: (_session, stanza) => {
                parsed = stanza;
            },
            error: (_session, problem) => {
                error(`${problem} in ${xml}`, 0);
            },
        },
    );
    stream.feed(`<stream:stream xmlns='${namespace}' xmlns:stream='http://etherx.jabber.org/streams'>`);
    stream.feed(xml);
    if (parsed === undefined) {
        error(`The script has no stanza: ${xml}`, 0);
    }
    return parsed;
}

/**
 * What keeps a stanza from going over the wire; undefined where nothing does.
 * @param client Who gets it, where that is a client: between it and the server addresses go without saying.
 */
function faultOf(stanza: Prosody.Stanza, client?: string): string | undefined {
    const [ok, xml] = pcall(tostring, stanza);
    if (!ok) {
        return `it cannot be written: ${tostring(xml)}`;
    } else if (!utf8.valid(xml as string)) {
        return "it is no UTF-8";
    }
    const [parses, element, problem] = pcall(parseXml, xml as string);
    if (!parses || !element) {
        return `it is no XML: ${tostring(parses ? problem : element)}`;
    }
    const { to = client, from = client } = stanza.attr;
    if (to === undefined || jidPrep(to) !== to) {
        return `its recipient is no JID: ${tostring(to)}`;
    } else if (from === undefined || jidPrep(from) !== from) {
        return `its sender is no JID: ${tostring(from)}`;
    }
    return undefined;
}

function stringAttributes(stanza: Prosody.Stanza): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of ["to", "from", "type", "id"]) {
        const value: unknown = stanza.attr[name];
        if (value !== undefined) {
            found[name] = tostring(value);
        }
    }
    return found;
}

function serverFor({ host, needs, accounts }: Script): Server {
    scriptsPlayed += 1;
    if (server === undefined || hostOfServer !== host || scriptsPlayed % SCRIPTS_OF_A_SERVER === 0) {
        const hasAccounts = accounts.length > 0;
        server = startServer({
            [hasAccounts ? "hosts" : "components"]: { [host]: {} },
            // Between clients stanzas go their way.
            routes: hasAccounts,
        });
        hostOfServer = host;
        for (const username of accounts) {
            server.create_user(`${username}@${host}`, "secret");
        }
        for (const name of needs) {
            server.load(host, name);
        }
    }
    return server;
}

interface Emitter {
    _event_map: LuaTable<unknown & AnyNotNil, LuaTable<AnyNotNil, unknown>>;
}

/** How many handlers of events are functions of the module. */
function handlersOf(current: Server, host: string, name: string): number {
    const file = `mod_${name}.lua`;
    let count = 0;
    for (const emitter of [current.prosody.events, current.prosody.hosts[host]!.events]) {
        for (const [, handlers] of pairs((emitter as unknown as Emitter)._event_map)) {
            for (const [handler] of pairs(handlers)) {
                if (type(handler) === "function" && isDefinedIn(handler, file)) {
                    count += 1;
                }
            }
        }
    }
    return count;
}

function play(script: Script): Observation {
    const { host, module: name } = script;
    const current = serverFor(script);
    const loop = require("net.server") as { connections: Connection[] };
    loop.connections = [];
    current.clear_log();
    current.take_sent();

    const seen: Seen[] = [];
    const iqs: Prosody.Stanza[] = [];
    const replied = new LuaSet<Prosody.Stanza>();
    /** What went to other servers since the last look. */
    let routed = new LuaSet<Prosody.Stanza>();
    let posted = 0;
    let step = LOADING;

    const note = (happening: Seen): void => {
        seen[seen.length] = happening;
    };
    const noteSent = (stanza: Prosody.Stanza): void => {
        const fault = faultOf(stanza);
        note({
            event: "sent",
            step,
            xml: fault === undefined ? tostring(stanza) : "",
            name: stanza.name,
            attr: stringAttributes(stanza),
            fault,
        } as SentStanza);
        const { type } = stanza.attr;
        if (stanza.name === "iq" && (type === "get" || type === "set")) {
            iqs[iqs.length] = stanza;
        }
    };
    const noteOfAccounts = (happening: AccountEvent): void => {
        if (happening.event === "routed") {
            routed.add(happening.stanza);
            noteSent(happening.stanza);
        } else if (happening.event === "delivered") {
            const { client, stanza } = happening;
            // A stanza without addresses is between client and server.
            const fault = faultOf(stanza, client);
            const { type, from } = stanza.attr;
            if (stanza.name === "iq" && from === host && (type === "get" || type === "set")) {
                iqs[iqs.length] = stanza;
            }
            note({
                event: "delivered",
                step,
                client,
                xml: fault === undefined ? tostring(stanza) : "",
                name: stanza.name,
                attr: stringAttributes(stanza),
                fault,
            } as DeliveredStanza);
        } else {
            note({ ...happening, step } as Seen);
        }
    };
    const accounts = script.accounts.length > 0 ? new Accounts(current, host, noteOfAccounts) : undefined;
    const look = (): void => {
        const sent = current.take_sent();
        if (accounts === undefined) {
            for (const stanza of sent) {
                noteSent(stanza);
            }
        } else {
            // What goes from client to client is seen where it arrives. Answers to other servers go back without being routed;
            // all else that is not routed was dropped on its way.
            for (const stanza of sent) {
                const isAnswer = stanza.name === "iq" || stanza.attr.type === "error";
                if (
                    isAnswer &&
                    stanza.attr.to !== undefined &&
                    jidHost(stanza.attr.to) !== host &&
                    !routed.has(stanza)
                ) {
                    noteSent(stanza);
                }
            }
            routed = new LuaSet();
            accounts.look();
        }
        const requests = current.http.requests();
        for (const number of $range(posted, requests.length - 1)) {
            const { target, body } = requests[number]!;
            note({ event: "posted", step, number, target, body });
        }
        posted = requests.length;
        for (const line of current.log) {
            // Prosody looks for certificates whenever the configuration is read again, and there are none.
            if ((line.level === "error" || line.level === "warn") && line.source !== "certmanager") {
                note({ event: "log", step, level: line.level, message: line.message });
            }
        }
        current.clear_log();
    };

    const waitingRequest = (which: number): LuaMultiReturn<[HttpRequest, number] | []> => {
        const open: number[] = [];
        const requests = current.http.requests();
        requests.forEach((request, number) => {
            if (!request.is_closed()) open[open.length] = number;
        });
        if (open.length === 0) {
            note({ event: "idle", step });
            return $multi();
        }
        const number = open[which % open.length]!;
        return $multi(requests[number]!, number);
    };

    const waitingIq = (which: number): Prosody.Stanza | undefined => {
        const open = iqs.filter((iq) => !replied.has(iq));
        if (open.length === 0) {
            note({ event: "idle", step });
            return undefined;
        }
        return open[which % open.length];
    };

    const timers = { before: current.waiting_timers(), unloaded: 0 } as Observation["timers"];
    const owned: Count = {};
    const config = require("core.configmanager") as {
        set(this: void, host: string, key: string, value: unknown): boolean;
    };
    /** Names of what the script has put into the configuration. */
    let configured: string[] = [];
    const takeOptions = (options: Record<string, unknown>): Record<string, unknown> => {
        for (const [option] of pairs(options)) {
            configured[configured.length] = option as string;
        }
        return options;
    };
    const forgetOptions = (): void => {
        for (const option of configured) {
            config.set(host, option, undefined);
        }
        configured = [];
    };
    const environment = (): Prosody.ModuleEnvironment | undefined => current.prosody.hosts[host]!.modules[name];

    /** Loads the module, anew where it is loaded; it may refuse. */
    const load = (): void => {
        if (current.is_loaded(host, name)) {
            const [ok, problem] = pcall(() => current.reload(host, name));
            // What it says of a module that is gone is in the log.
            if (!ok && current.is_loaded(host, name)) {
                error(problem, 0);
            }
        } else {
            current.try_load(host, name);
        }
        const loaded = environment();
        note({ event: loaded === undefined ? "refused" : "loaded", step });
        if (loaded !== undefined) {
            timers.loaded = current.waiting_timers();
            owned.loaded = ownedBy(loaded, name, script.caches);
        }
    };

    const perform = (what: Step): void => {
        const kind = what.do;
        if (kind === "receive") {
            current.receive(parseStanza(what.xml!));
        } else if (kind === "respond") {
            const [request, number] = waitingRequest(what.which!);
            if (request !== undefined) {
                note({ event: "answered", step, number: number! });
                request.respond_raw(what.bytes!);
                if (what.close && !request.is_closed()) {
                    request.drop("closed");
                }
            }
        } else if (kind === "drop") {
            const [request, number] = waitingRequest(what.which!);
            if (request !== undefined) {
                note({ event: "answered", step, number: number! });
                request.drop("connection reset");
            }
        } else if (kind === "reply") {
            const asked = waitingIq(what.which!);
            if (asked !== undefined) {
                const { to, from, id } = asked.attr;
                const proper = what.from === undefined && what.id === undefined;
                if (proper) {
                    replied.add(asked);
                }
                const isClient = accounts !== undefined && accounts.isOnline(what.from ?? to!);
                const content = withInner(what.xml!, asked);
                const answer = parseStanza(`<iq>${content}</iq>`, isClient ? "jabber:client" : "jabber:server");
                answer.attr.type = what.type;
                answer.attr.id = what.id ?? id;
                answer.attr.from = what.from ?? to;
                answer.attr.to = from;
                note({
                    event: "replied",
                    step,
                    xml: tostring(answer),
                    from: answer.attr.from!,
                    forged: answer.attr.from !== to,
                });
                if (isClient) {
                    accounts.send(answer.attr.from!, answer);
                } else if (accounts === undefined || jidHost(answer.attr.from!) !== host) {
                    current.receive(answer);
                }
            }
        } else if (kind === "connect") {
            accounts!.connect(what.client!);
        } else if (kind === "disconnect") {
            accounts!.disconnect(what.client!);
        } else if (kind === "send") {
            const xml = accounts!.withFields(what.client!, what.xml!);
            accounts!.send(what.client!, parseStanza(xml, "jabber:client"));
        } else if (kind === "request") {
            accounts!.request(what);
        } else if (kind === "advance") {
            current.advance(what.seconds!);
        } else if (kind === "configure") {
            forgetOptions();
            current.reconfigure(host, takeOptions(what.options!));
        } else if (kind === "load") {
            load();
        } else {
            current.reload(host, name);
        }
    };

    for (const [option, value] of pairs(takeOptions(script.options))) {
        config.set(host, option as string, value);
    }
    load();
    look();
    script.steps.forEach((what, index) => {
        step = index;
        const [ok, problem] = pcall(perform, what);
        if (!ok) {
            note({ event: "raised", step, level: "error", message: tostring(problem) });
        }
        look();
    });
    step = script.steps.length;
    accounts?.end();
    const last = environment();
    if (last !== undefined) {
        timers.end = current.waiting_timers();
        owned.end = ownedBy(last, name, script.caches);
    }
    let connections = 0;
    for (const connection of loop.connections) {
        if (connection.closed === undefined) connections += 1;
    }
    if (last !== undefined) {
        const [ok, problem] = pcall(() => current.unload(host, name));
        if (!ok) {
            note({ event: "raised", step, level: "error", message: tostring(problem) });
        }
        look();
    }
    timers.unloaded = current.waiting_timers();
    forgetOptions();
    return { seen, timers, owned, handlers: handlersOf(current, host, name), connections };
}

function answer(line: string): string {
    const [chunk, problem] = loadText("return " + line);
    if (chunk === undefined) {
        return json.encode({ failure: `The script is no Lua: ${problem}` });
    }
    const [ok, observation] = pcall(() => play(chunk() as Script));
    if (!ok) {
        // What is left of this script must not be taken for the next one's.
        server = undefined;
        return json.encode({ failure: tostring(observation) });
    }
    return json.encode(observation as Observation);
}

for (let line = read("*l"); line !== undefined; line = read("*l")) {
    write(answer(line) + "\n");
    stdout.flush();
}
