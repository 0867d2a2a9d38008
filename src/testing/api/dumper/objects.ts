/**
 * One of each object that Prosody hands out to modules, made or found in the running server.
 *
 * Nothing here is typed by the declarations: what proves them must not depend on them.
 *
 * @noSelfInFile
 */

import { describeObject, describeOwn, type Description, type Members } from "./describe";

/** What an HTTP route gets. */
export interface HttpExchange {
    request: object;
    response: object;
}

/** Any object of Prosody's. */
type Thing = any;
/** A function that takes no self. */
type Call = (this: void, ...args: Thing[]) => Thing;
type Functions = Record<string, Call | undefined>;

const HOST = "localhost";
const ROOMS = "rooms.localhost";
const COMPONENT = "component.localhost";
const PUBSUB = "pubsub.localhost";
const ROMEO = `romeo@${HOST}`;
const JULIET = `juliet@${HOST}`;

/** A function of one of Prosody's libraries; raises an error where this version has none. */
function from(library: string, name: string): Call {
    const found = (require(library) as Functions)[name];
    if (found === undefined) {
        error(`${library} has no ${name}`, 0);
    }
    return found;
}

/** The function behind a library that is itself called. */
function callable(library: string): Call {
    return require(library) as Call;
}

/** Calls a method; without a type TypeScript cannot tell it from a function. */
function ask(object: Thing, method: string, ...args: Thing[]): Thing {
    return (object[method] as Call)(object, ...args);
}

const ignore: Call = () => undefined;

function host(name: string): Thing {
    return prosody.hosts[name];
}

function romeo(): Thing {
    return prosody.full_sessions[`${ROMEO}/orchard`];
}

function saslProfile(name: string): Thing {
    return host(name).users.get_sasl_handler(romeo()).profile;
}

/** A function that a loaded module offers. */
function offered(domain: string, name: string, member: string): Call {
    const environment = host(domain).modules[name] as Functions | undefined;
    const found = environment?.[member];
    if (found === undefined) {
        error(`mod_${name} ${environment === undefined ? "is not there" : `has no ${member}`}`, 0);
    }
    return found;
}

function room(): Thing {
    return offered(ROOMS, "muc", "get_room_from_jid")(`verona@${ROOMS}`);
}

function message(): Thing {
    return from("util.stanza", "message")({ to: ROMEO, type: "chat" }, "hello");
}

function store(type: string): Thing {
    const opened = ask(module, "open_store", `api_dump_${string.gsub(type, "%W", "_")[0]}`, type);
    if (opened.name === "null") {
        error("the null driver stands in for it", 0);
    }
    return opened;
}

/** A family of metrics of the server's own registry. */
function family(type: string, options?: object): Thing {
    const registry = from("core.statsmanager", "get_metric_registry")();
    if (type === "histogram") {
        return ask(registry, "histogram", "api_dump_histogram", "", "For the proof", [], options);
    }
    return type === "gauge"
        ? ask(registry, "gauge", "api_dump_gauge", "", "For the proof", [])
        : ask(registry, "counter", "api_dump_counter", "", "For the proof", []);
}

function machine(): Thing {
    const transitions = [{ name: "open", from: "shut", to: "ajar" }];
    return from("util.fsm", "new")({ default_state: "shut", transitions });
}

function database(library: string): Thing {
    const engine = from(library, "create_engine")(undefined, { driver: "SQLite3", database: ":memory:" });
    ask(engine, "connect");
    return engine;
}

function pubsub(): Thing {
    const service = from("util.pubsub", "new")({});
    ask(service, "create", "balcony", true);
    return service;
}

function contact(): Thing {
    from("core.rostermanager", "set_contact_pending_out")("romeo", HOST, JULIET);
    return romeo().roster[JULIET];
}

/** What a client of HTTP gets from its connection. */
function httpAnswer(): Thing {
    let answer: Thing;
    const parser = from("net.http.parser", "new")(
        (packet: Thing) => {
            answer = packet;
        },
        ignore,
        "client",
    );
    ask(parser, "feed", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    return answer;
}

function certificate(): Thing {
    const [file] = io.open("/etc/ssl/certs/ssl-cert-snakeoil.pem");
    if (file === undefined) {
        error("there is no certificate on this machine", 0);
    }
    const pem = file.read("*a");
    file.close();
    return from("ssl", "loadcertificate")(pem);
}

/** Sockets, which Lua would close when nobody holds them any more, while a backend still waits for them. */
const held: Thing[] = [];

/** A socket that is connected to this server's port for clients. */
function socketToSelf(): Thing {
    const socket = from("socket", "tcp")();
    held.push(socket);
    ask(socket, "connect", "127.0.0.1", ask(romeo().conn, "serverport"));
    ask(socket, "settimeout", 0);
    return socket;
}

/** A connection as a network backend makes it, whichever backend this server runs on. */
function connection(backend: string): Thing {
    const wrap = from(`net.server_${backend}`, "wrapclient");
    return wrap(socketToSelf(), "127.0.0.1", 1, { onincoming: ignore, ondisconnect: ignore }, "*a");
}

/** An open port as a network backend makes it. */
function openPort(backend: string): Thing {
    return from(`net.server_${backend}`, "addserver")("127.0.0.1", 0, { onincoming: ignore }, "*a");
}

function tlsSocket(): Thing {
    const context = from("ssl", "newcontext")({ mode: "client", protocol: "any" });
    return from("ssl", "wrap")(socketToSelf(), context);
}

/** What the service of a port makes of a connection from outside. */
function accepted(service: string): Thing {
    const backend = from("net.server", "get_backend")();
    const conn = connection(backend);
    const { listener } = from("core.portmanager", "get_service")(service);
    (listener.onconnect as Call)(conn);
    const sessions = ask(module, "shared", `/*/${service}/sessions`);
    return sessions[conn];
}

const STREAM = "xmlns:stream='http://etherx.jabber.org/streams'";

/** A client's stream before it says who it is. */
function unauthenticated(): Thing {
    const session = accepted("c2s");
    (session.data as Call)(`<stream:stream xmlns='jabber:client' ${STREAM} to='${HOST}' version='1.0'>`);
    return session;
}

/** A client's stream that is for an account, but no resource of it. */
function unbound(): Thing {
    const session = unauthenticated();
    const login = from("util.encodings", "base64") as unknown as { encode: Call };
    const credentials = login.encode("\0juliet\0love");
    (session.data as Call)(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${credentials}</auth>`);
    return session;
}

/** A component's stream before it shows its secret. */
function unknownComponent(): Thing {
    const session = accepted("component");
    (session.data as Call)(session.conn, `<stream:stream xmlns='jabber:component:accept' ${STREAM} to='${COMPONENT}'>`);
    return session;
}

function component(): Thing {
    return offered(COMPONENT, "component", "session");
}

/** Another server's stream before it says who it is. */
function unknownServer(): Thing {
    return accepted("s2s");
}

/** Another server's stream that may send stanzas. */
function knownServer(): Thing {
    const session = unknownServer();
    const to = `from='example.net' to='${HOST}'`;
    // Of version 1.0 it would be closed: without certificates there is nothing to offer.
    (session.data as Call)(`<stream:stream xmlns='jabber:server' ${STREAM} ${to}>`);
    (host(HOST).events.fire_event as Call)("s2s-authenticated", { session, host: "example.net" });
    return session;
}

/** A stream to a server that nobody answers for. */
function outgoing(): Thing {
    const stanza = from("util.stanza", "message")({ from: ROMEO, to: "example.org" }, "hello");
    const route = { origin: romeo(), stanza, from_host: HOST, to_host: "example.org" };
    (host(HOST).events.fire_event as Call)("route/remote", route);
    return host(HOST).s2sout["example.org"];
}

/** What answers for another server that cannot be reached. */
function unreachable(): Thing {
    let origin: Thing;
    const look: Call = (event: Thing) => {
        origin ??= event.origin;
        return true;
    };
    ask(module, "hook", "message/bare", look, 1000);
    const session = outgoing();
    ask(session, "bounce_sendq", "gone");
    ask(module, "unhook", "message/bare", look);
    from("core.s2smanager", "destroy_session")(session);
    return origin;
}

interface Recipe {
    /** The type that declares it; of two objects of one type, what tells them apart follows in brackets. */
    type: string;
    /** How a person would come by it. */
    made: string;
    make: Call;
}

const RECIPES: Recipe[] = [
    { type: "Prosody.Module", made: "module", make: () => module },
    {
        type: "Prosody.Module (of a component)",
        made: "module of mod_pubsub",
        make: () => host(PUBSUB).modules.pubsub.module,
    },
    {
        type: "Prosody.Module (of the whole server)",
        made: "module of mod_c2s",
        make: () => from("core.modulemanager", "get_module")("*", "c2s").module,
    },
    { type: "Prosody.Server", made: "prosody", make: () => prosody },
    { type: "Prosody.Timer", made: "module:add_timer(600, f)", make: () => ask(module, "add_timer", 600, ignore) },

    // Sessions and what belongs to them
    { type: "Prosody.C2sSession", made: "prosody.full_sessions[jid]", make: romeo },
    { type: "Prosody.UserSession", made: "prosody.bare_sessions[jid]", make: () => prosody.bare_sessions[ROMEO] },
    { type: "Prosody.HostSession (local)", made: "prosody.hosts[host]", make: () => host(HOST) },
    {
        type: "Prosody.HostSession (component)",
        made: "prosody.hosts[domain of an external component]",
        make: () => host(COMPONENT),
    },
    {
        type: "Prosody.C2sUnboundSession (unauthenticated)",
        made: "a session whose stream is open",
        make: unauthenticated,
    },
    { type: "Prosody.C2sUnboundSession (unbound)", made: "a session that has authenticated", make: unbound },
    {
        type: "Prosody.DestroyedSession",
        made: "sessionmanager.destroy_session(session)",
        make: () => {
            const session = unauthenticated();
            from("core.sessionmanager", "destroy_session")(session);
            return session;
        },
    },
    { type: "Prosody.ComponentSession", made: "the stream of an external component", make: component },
    {
        type: "Prosody.ComponentSession (unauthenticated)",
        made: "the stream of a component whose secret is not known yet",
        make: unknownComponent,
    },
    {
        type: "Prosody.HostSession (internal component)",
        made: "prosody.hosts[domain of mod_muc]",
        make: () => host(ROOMS),
    },
    {
        type: "Prosody.Connection (epoll)",
        made: 'require("net.server_epoll").wrapclient(socket, ...)',
        make: () => connection("epoll"),
    },
    {
        type: "Prosody.Connection (event)",
        made: 'require("net.server_event").wrapclient(socket, ...)',
        make: () => connection("event"),
    },
    {
        type: "Prosody.Connection (select)",
        made: 'require("net.server_select").wrapclient(socket, ...)',
        make: () => connection("select"),
    },
    { type: "Prosody.Socket", made: "session.conn:socket()", make: () => ask(romeo().conn, "socket") },
    { type: "Prosody.TlsSocket", made: "ssl.wrap(socket, context)", make: tlsSocket },
    { type: "Prosody.Roster", made: "session.roster", make: () => romeo().roster },
    { type: "Prosody.RosterItem", made: "session.roster[jid]", make: contact },
    {
        type: "Prosody.RosterMetadata",
        made: "session.roster[false]",
        make: () => (romeo().roster as LuaTable<boolean, unknown>).get(false),
    },

    // Providers
    { type: "Prosody.AuthProvider", made: "prosody.hosts[host].users", make: () => host(HOST).users },
    { type: "Prosody.AuthzProvider", made: "prosody.hosts[host].authz", make: () => host(HOST).authz },
    {
        type: "Prosody.StorageProvider",
        made: 'storagemanager.load_driver(host, "internal")',
        make: () => from("core.storagemanager", "load_driver")(HOST, "internal"),
    },
    {
        type: "Prosody.AdhocCommand",
        made: 'module:require("adhoc").new(...)',
        make: () => (ask(module, "require", "adhoc") as Functions)["new"]!("Do", "do", ignore, "any"),
    },
    {
        type: "Prosody.Invite",
        made: "mod_invites' create_contact(username)",
        make: () => offered(HOST, "invites", "create_contact")("romeo"),
    },
    {
        type: "Prosody.ValidInvite",
        made: "mod_invites' get(token, username)",
        make: () => {
            // On 0.12 only invitations that make accounts, too, can be looked up.
            const { token } = offered(HOST, "invites", "create_contact")("romeo", true);
            return offered(HOST, "invites", "get")(token);
        },
    },
    {
        type: "Prosody.TokenGrant",
        made: "mod_tokenauth's create_grant(jid, jid)",
        make: () => offered(HOST, "tokenauth", "create_grant")(ROMEO, ROMEO, 600),
    },
    {
        type: "Prosody.TokenInfo",
        made: "mod_tokenauth's get_token_info(token)",
        make: () => {
            const look = offered(HOST, "tokenauth", "get_token_info");
            if ((host(HOST).modules.tokenauth as Functions)["create_grant"] === undefined) {
                return look(offered(HOST, "tokenauth", "create_jid_token")(ROMEO, ROMEO, undefined, 600));
            }
            const grant = offered(HOST, "tokenauth", "create_grant")(ROMEO, ROMEO, 600);
            return look(offered(HOST, "tokenauth", "create_token")(ROMEO, grant, undefined, 600, "oauth2-access"));
        },
    },
    {
        type: "Prosody.Measure",
        made: 'module:measure(name, "amount")',
        make: () => ask(module, "measure", "api_dump_amount", "amount"),
    },
    {
        type: "Prosody.Role",
        made: 'usermanager.get_role_by_name("prosody:registered", host)',
        make: () => from("core.usermanager", "get_role_by_name")("prosody:registered", HOST),
    },
    {
        type: "Prosody.SaslHandler",
        made: "usermanager.get_sasl_handler(host, session)",
        make: () => from("core.usermanager", "get_sasl_handler")(HOST, romeo()),
    },
    { type: "Prosody.KeyvalStore", made: 'module:open_store(name, "keyval")', make: () => store("keyval") },
    { type: "Prosody.KeyvalPlusStore", made: 'module:open_store(name, "keyval+")', make: () => store("keyval+") },
    { type: "Prosody.MapStore", made: 'module:open_store(name, "map")', make: () => store("map") },
    { type: "Prosody.ArchiveStore", made: 'module:open_store(name, "archive")', make: () => store("archive") },

    // Rooms and nodes
    { type: "Prosody.MucRoom", made: "muc.get_room_from_jid(jid)", make: room },
    {
        type: "Prosody.MucOccupant",
        made: "room:get_occupant_by_real_jid(jid)",
        make: () => ask(room(), "get_occupant_by_real_jid", `${ROMEO}/orchard`),
    },
    { type: "Prosody.PubsubService", made: "pubsub.new({})", make: pubsub },
    {
        type: "Prosody.PubsubService (component)",
        made: "mod_pubsub's get_service()",
        make: () => offered(PUBSUB, "pubsub", "get_service")(),
    },
    {
        type: "Prosody.PubsubService (personal)",
        made: "mod_pep's get_pep_service(username)",
        make: () => offered(HOST, "pep", "get_pep_service")("romeo"),
    },
    { type: "Prosody.PubsubNode", made: "service.nodes[name]", make: () => pubsub().nodes.balcony },

    // Stanzas
    { type: "prosody.util.stanza.Stanza", made: 'st.stanza("x")', make: () => from("util.stanza", "stanza")("x") },
    { type: "prosody.util.stanza.Message", made: "st.message({ to = jid }, text)", make: message },
    {
        type: "prosody.util.stanza.Iq",
        made: 'st.iq({ type = "get", id = "1" })',
        make: () => from("util.stanza", "iq")({ type: "get", id: "1" }),
    },
    { type: "prosody.util.stanza.Presence", made: "st.presence()", make: () => from("util.stanza", "presence")() },
    {
        type: "prosody.util.stanza.SerializedStanza",
        made: "st.preserialize(stanza)",
        make: () => from("util.stanza", "preserialize")(message()),
    },

    // The network
    {
        type: "prosody.net.http.Client",
        made: "http.new({})",
        make: () => from("net.http", "new")({}),
    },
    {
        type: "prosody.net.http.Request",
        made: "http.request(url, {}, f)",
        make: () => from("net.http", "request")("http://127.0.0.1:1/", {}, ignore),
    },
    { type: "prosody.net.http.Response", made: "what http.request calls back with", make: httpAnswer },
    {
        type: "prosody.net.http.parser.Parser",
        made: 'parser.new(f, f, "client")',
        make: () => from("net.http.parser", "new")(ignore, ignore, "client"),
    },
    { type: "prosody.net.adns.Resolver", made: "adns.resolver()", make: () => from("net.adns", "resolver")() },
    {
        type: "prosody.net.connect.Resolver (basic)",
        made: 'basic.new("localhost", 1, "tcp", {})',
        make: () => from("net.resolvers.basic", "new")("localhost", 1, "tcp", {}),
    },
    {
        type: "prosody.net.connect.Resolver (service)",
        made: 'service.new("localhost", "xmpp-client")',
        make: () => from("net.resolvers.service", "new")("localhost", "xmpp-client"),
    },
    {
        type: "prosody.net.connect.Resolver (manual)",
        made: "manual.new({})",
        make: () => from("net.resolvers.manual", "new")([]),
    },
    {
        type: "prosody.net.connect.Resolver (chain)",
        made: "chain.new({})",
        make: () => from("net.resolvers.chain", "new")([]),
    },
    {
        type: "prosody.net.server.ServerHandle (epoll)",
        made: 'require("net.server_epoll").addserver(address, port, listener)',
        make: () => openPort("epoll"),
    },
    {
        type: "prosody.net.server.ServerHandle (event)",
        made: 'require("net.server_event").addserver(address, port, listener)',
        make: () => openPort("event"),
    },
    {
        type: "prosody.net.server.ServerHandle (select)",
        made: 'require("net.server_select").addserver(address, port, listener)',
        make: () => openPort("select"),
    },
    {
        type: "prosody.net.server.WatchedFd",
        made: "server.watchfd(fd, f)",
        make: () => from("net.server", "watchfd")(ask(socketToSelf(), "getfd"), ignore),
    },
    { type: "prosody.net.stun.Packet", made: "stun.new_packet()", make: () => from("net.stun", "new_packet")() },
    {
        type: "prosody.net.websocket.WebSocket",
        made: "websocket.connect(url, {}, listeners)",
        make: () => from("net.websocket", "connect")("ws://127.0.0.1:1/", {}, {}),
    },

    // Libraries
    {
        type: "prosody.util.adminstream.AdminClient",
        made: "adminstream.client()",
        make: () => from("util.adminstream", "client")(),
    },
    {
        type: "prosody.util.adminstream.AdminServer",
        made: "adminstream.server({}, f)",
        make: () => from("util.adminstream", "server")({}, ignore),
    },
    { type: "prosody.util.array.PArray", made: "array({})", make: () => callable("util.array")({}) },
    { type: "prosody.util.async.Runner", made: "async.runner(f)", make: () => from("util.async", "runner")(ignore) },
    { type: "prosody.util.async.Guarder", made: "async.guarder()", make: () => from("util.async", "guarder")() },
    { type: "prosody.util.cache.Cache", made: "cache.new(2)", make: () => from("util.cache", "new")(2) },
    {
        type: "prosody.util.crypto.Key",
        made: "crypto.generate_ed25519_keypair()",
        make: () => from("util.crypto", "generate_ed25519_keypair")(),
    },
    {
        type: "prosody.util.dataforms.Form",
        made: "dataforms.new({ title = ..., instructions = ... })",
        make: () => from("util.dataforms", "new")({ title: "A form", instructions: "Fill it in" }),
    },
    {
        type: "prosody.util.datamanager.OpenList",
        made: "datamanager.list_open(username, host, store)",
        make: () => {
            from("util.datamanager", "list_append")("romeo", HOST, "api_dump_list", { a: 1 });
            return from("util.datamanager", "list_open")("romeo", HOST, "api_dump_list");
        },
    },
    { type: "prosody.util.dbuffer.DBuffer", made: "dbuffer.new()", make: () => from("util.dbuffer", "new")() },
    {
        type: "prosody.util.error.Error",
        made: "errors.new({ condition = ..., text = ... })",
        make: () => from("util.error", "new")({ type: "cancel", condition: "gone", text: "It went" }),
    },
    {
        type: "prosody.util.error.ErrorFamily",
        made: 'errors.init("x", {})',
        make: () => from("util.error", "init")("x", {}),
    },
    { type: "prosody.util.events.Events", made: "events.new()", make: () => from("util.events", "new")() },
    { type: "prosody.util.fsm.Fsm", made: "fsm.new({ ... })", make: machine },
    { type: "prosody.util.fsm.Instance", made: "fsm.new({ ... }):init()", make: () => ask(machine(), "init") },
    {
        type: "prosody.util.hashring.HashRing",
        made: "hashring.new(2, sha256)",
        make: () => from("util.hashring", "new")(2, from("util.hashes", "sha256")),
    },
    {
        type: "prosody.util.indexedbheap.IndexedHeap",
        made: "indexedbheap.create()",
        make: () => from("util.indexedbheap", "create")(),
    },
    { type: "prosody.util.ip.Ip", made: 'ip.new_ip("127.0.0.1")', make: () => from("util.ip", "new_ip")("127.0.0.1") },
    {
        type: "prosody.util.iterators.Joined",
        made: "iterators.join(f)",
        make: () => from("util.iterators", "join")(ignore),
    },
    {
        type: "prosody.util.jwt.Signer",
        made: 'jwt.new_signer("HS256", key)',
        make: () => from("util.jwt", "new_signer")("HS256", "wherefore"),
    },
    {
        type: "prosody.util.jwt.Verifier",
        made: 'jwt.new_verifier("HS256", key)',
        make: () => from("util.jwt", "new_verifier")("HS256", "wherefore"),
    },
    {
        type: "prosody.util.multitable.Multitable",
        made: "multitable.new()",
        make: () => from("util.multitable", "new")(),
    },
    {
        type: "prosody.util.openmetrics.MetricRegistry",
        made: "statsmanager.get_metric_registry()",
        make: () => from("core.statsmanager", "get_metric_registry")(),
    },
    { type: "prosody.util.openmetrics.FullMetricFamily", made: "registry:gauge(...)", make: () => family("gauge") },
    {
        type: "prosody.util.openmetrics.MetricFamily",
        made: 'module:metric("gauge", ...)',
        make: () => ask(module, "metric", "gauge", "api_dump_metric", "", "For the proof", []),
    },
    {
        type: "prosody.util.openmetrics.Gauge",
        made: "registry:gauge(...):with_labels()",
        make: () => ask(family("gauge"), "with_labels"),
    },
    {
        type: "prosody.util.openmetrics.Counter",
        made: "registry:counter(...):with_labels()",
        make: () => ask(family("counter"), "with_labels"),
    },
    {
        type: "prosody.util.openmetrics.Histogram",
        made: "registry:histogram(...):with_labels()",
        make: () => ask(family("histogram", { buckets: [1, 2] }), "with_labels"),
    },
    {
        type: "prosody.util.pluginloader.Loader",
        made: "pluginloader.init({})",
        make: () => from("util.pluginloader", "init")({}),
    },
    { type: "prosody.util.poll.Poll", made: "poll.new()", make: () => from("util.poll", "new")() },
    { type: "prosody.util.promise.Promise", made: "promise.new(f)", make: () => from("util.promise", "new")(ignore) },
    { type: "prosody.util.queue.Queue", made: "queue.new(2)", make: () => from("util.queue", "new")(2) },
    {
        type: "prosody.util.ringbuffer.RingBuffer",
        made: "ringbuffer.new(8)",
        make: () => from("util.ringbuffer", "new")(8),
    },
    { type: "prosody.util.sasl.Profile", made: "sasl_handler.profile", make: () => saslProfile(HOST) },
    {
        type: "prosody.util.sasl.Profile (hashed)",
        made: "that of mod_auth_internal_hashed",
        make: () => saslProfile("sha1.localhost"),
    },
    {
        type: "prosody.util.sasl.Profile (hashed, SHA-256)",
        made: "that of mod_auth_internal_hashed with SHA-256",
        make: () => saslProfile("sha256.localhost"),
    },
    {
        type: "prosody.util.sasl.Profile (anonymous)",
        made: "that of mod_auth_anonymous",
        make: () => saslProfile("guests.localhost"),
    },
    { type: "prosody.util.set.Set", made: "set.new()", make: () => from("util.set", "new")() },
    { type: "prosody.util.smqueue.SmQueue", made: "smqueue.new(2)", make: () => from("util.smqueue", "new")(2) },
    { type: "prosody.util.sql.Engine", made: "sql.create_engine(...)", make: () => database("util.sql") },
    {
        type: "prosody.util.sql.Result",
        made: "engine:update(...)",
        make: () => ask(database("util.sql"), "execute_update", "CREATE TABLE t (a TEXT)"),
    },
    {
        type: "prosody.util.sql.Table",
        made: "sql.Table { ... }",
        make: () => from("util.sql", "Table")({ name: "t" }),
    },
    { type: "prosody.util.sqlite3.Engine", made: "sqlite3.create_engine(...)", make: () => database("util.sqlite3") },
    {
        type: "prosody.util.sqlite3.Result",
        made: "engine:update(...)",
        make: () => ask(database("util.sqlite3"), "execute_update", "CREATE TABLE t (a TEXT)"),
    },
    {
        type: "prosody.util.sqlite3.Table",
        made: "sqlite3.Table { ... }",
        make: () => from("util.sqlite3", "Table")({ name: "t" }),
    },
    {
        type: "prosody.util.sslconfig.SslConfig",
        made: "server.tls_builder(), before 13.0 sslconfig.new()",
        make: () => ((require("net.server") as Functions)["tls_builder"] ?? from("util.sslconfig", "new"))(),
    },
    {
        type: "prosody.util.statistics.Statistics",
        made: "statistics.new()",
        make: () => from("util.statistics", "new")({}),
    },
    {
        type: "prosody.util.throttle.Throttle",
        made: "throttle.create(10, 1)",
        make: () => from("util.throttle", "create")(10, 1),
    },
    {
        type: "prosody.util.watchdog.Watchdog",
        made: "watchdog.new(600, f)",
        make: () => from("util.watchdog", "new")(600, ignore),
    },
    { type: "prosody.util.x509.Certificate", made: "ssl.loadcertificate(pem)", make: certificate },
    {
        type: "prosody.util.xmppstream.XmppStream",
        made: "xmppstream.new({}, {})",
        make: () => from("util.xmppstream", "new")({ notopen: true }, { stream_ns: "x", streamopened: ignore }),
    },
];

/** Fields that are there only while an answer of the other side is on its way: whether they are seen is chance. */
const FLEETING: Record<string, string[]> = {
    // Stream management (XEP-0198) asks for an acknowledgement after each stanza, or soon after it.
    "Prosody.C2sSession": ["^awaiting_ack$", "^delayed_ack_timer$"],
    // What the connection waits for at the moment.
    "Prosody.Connection (of a client)": ["^_", "^writebuffer$"],
};

export interface Objects {
    made: Record<string, Description & { made: string }>;
    unmade: Record<string, string>;
}

/** An error without the place that raised it, which changes with every release. */
function reason(raised: unknown): string {
    return string.gsub(string.gsub(tostring(raised), "^%S+:%d+: ", "")[0], "\n.*", "")[0];
}

/** What the loaded modules offer to those who depend on them. */
function describeModules(into: Objects["made"]): void {
    for (const domain of [HOST, ROOMS, PUBSUB]) {
        for (const [name, environment] of pairs(host(domain).modules as Record<string, object>)) {
            const description = describeOwn(environment);
            delete description.members["module"];
            const type = `Prosody.ModuleExports.${name}`;
            if (name !== module.name && next(description.members)[0] !== undefined && into[type] === undefined) {
                into[type] = {
                    made: `module:depends("${name}")`,
                    kind: description.kind,
                    members: description.members,
                };
            }
        }
    }
}

function withoutFleeting(members: Members, patterns: string[]): Members {
    const rest: Members = {};
    for (const [name, kind] of pairs(members as unknown as LuaTable<string, string>)) {
        if (!patterns.some((pattern) => string.find(name, pattern)[0] !== undefined)) {
            rest[name] = kind;
        }
    }
    return rest;
}

export function describeObjects(exchange: HttpExchange | undefined): Objects {
    const result: Objects = { made: {}, unmade: {} };
    const recipes: Recipe[] = [
        ...RECIPES,
        {
            type: "Prosody.Connection (of a client)",
            made: "session.conn",
            make: () => romeo().conn,
        },
        { type: "Prosody.S2sStream (incoming)", made: "what mod_s2s makes of a connection", make: unknownServer },
        {
            type: "Prosody.S2sSession",
            made: "the stream of another server that has authenticated",
            make: knownServer,
        },
        {
            type: "Prosody.UnreachableServer",
            made: "event.origin of an error for what could not be sent to another server",
            make: unreachable,
        },
        {
            type: "Prosody.S2sStream (outgoing)",
            made: "prosody.hosts[host].s2sout[domain]",
            make: outgoing,
        },
        { type: "Prosody.HttpEvent", made: "what a route gets", make: () => exchange },
        { type: "Prosody.HttpRequest", made: "event.request of a route", make: () => exchange?.request },
        { type: "Prosody.HttpResponse", made: "event.response of a route", make: () => exchange?.response },
    ];
    for (const { type: name, made, make } of recipes) {
        const [ok, thing] = pcall(make);
        if (ok && thing !== undefined) {
            const { kind, members } = describeObject(thing);
            result.made[name] = { made, kind, members: withoutFleeting(members, FLEETING[name] ?? []) };
        } else {
            result.unmade[name] = ok ? "there is none" : reason(thing);
        }
    }
    describeModules(result.made);
    return result;
}
