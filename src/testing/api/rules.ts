/** What the proof passes over, and why: everything else that is found has to be declared. */

/** Members that are left undeclared on purpose. */
export interface PrivateMembers {
    /** The object type, or undefined for all scopes. */
    readonly type?: string;
    readonly names: RegExp;
    readonly reason: string;
}

export const PRIVATE_MEMBERS: readonly PrivateMembers[] = [
    { names: /^_/, reason: "Prosody marks what it keeps for itself with an underscore." },
    {
        type: "Prosody.Connection",
        names: /^(event|no(interface|reading|writing)$|(read|write|startssl)callback$|position$|fatalerror$|writebufferlen$|currenttime$|type$)/,
        reason: "What the backend event notes down for its own loop.",
    },
    {
        type: "Prosody.Connection",
        names: /^(address|connections|counter)$/,
        reason: "What connections of the backend event take from its class, but have no use for.",
    },
    {
        type: "Prosody.Connection",
        names: /^on(attach|detach|disconnect|predrain|status|timeout)$/,
        reason: "The listener's functions, of which the backend event keeps a copy in the connection.",
    },
    { type: "prosody.net.server.ServerHandle", names: /^remove$/, reason: "Of the backend select; does nothing." },
    {
        type: "Prosody.HttpResponse",
        names: /^finish_cb$/,
        reason: "How the HTTP server learns of the end of an answer.",
    },
    {
        names: /^last_add$/,
        reason: "Where a stanza under construction takes its next child; `reset` and `up` move it.",
    },
];

/** Whether a member is left undeclared on purpose. */
export function isPrivate(type: string, member: string): boolean {
    return (
        // The dumper's own mark for what is looked up by a function.
        member.startsWith("@") ||
        PRIVATE_MEMBERS.some((rule) => (rule.type === undefined || rule.type === type) && rule.names.test(member))
    );
}

/**
 * Types whose objects are of the class of another type, most of whose methods make no sense for them: what is declared there
 * need not be declared here again.
 */
export const LENDERS: ReadonlyMap<string, string> = new Map([
    ["prosody.net.server.ServerHandle", "Prosody.Connection"],
    ["prosody.net.server.WatchedFd", "Prosody.Connection"],
]);

export function lenderOf(type: string): string | undefined {
    return LENDERS.get(type);
}

/** Types that modules implement and Prosody calls: an implementation may take less than it is given, and hold more than is asked. */
const IMPLEMENTED_BY_MODULES: ReadonlySet<string> = new Set([
    "Prosody.AuthProvider",
    "Prosody.AuthzProvider",
    "Prosody.StorageProvider",
    "prosody.util.sasl.Profile",
]);

export function isImplementedByModules(type: string): boolean {
    return IMPLEMENTED_BY_MODULES.has(type);
}

/** Types that stand in for another: their functions may take less than is given. */
const STAND_INS: ReadonlySet<string> = new Set(["Prosody.DestroyedSession", "Prosody.UnreachableServer"]);

export function mayTakeLess(type: string): boolean {
    return STAND_INS.has(type) || isImplementedByModules(type);
}

/** Functions whose first parameter is called self and is not the object that holds them. */
const WITHOUT_SELF: ReadonlyMap<string, ReadonlySet<string>> = new Map([
    // What is called self there is the table of handlers.
    ["prosody.util.events.Events", new Set(["add_handlers", "remove_handlers"])],
]);

export function isWithoutSelf(type: string, member: string): boolean {
    return WITHOUT_SELF.get(type)?.has(member) ?? false;
}

/** Globals of Prosody's own modules that are no offer to others. */
export const NOT_EXPORTED: readonly { readonly module: RegExp; readonly names: RegExp; readonly reason: string }[] = [
    { module: /^api_dump$/, names: /./, reason: "The dumper." },
    { module: /^authz_internal$/, names: /./, reason: "What `host.authz` and `prosody.core.usermanager` give." },
    { module: /^smacks$/, names: /./, reason: "Handlers of stanzas, which its author left global." },
    {
        module: /./,
        names: /^handle_|_handler$/,
        reason: "Handlers of stanzas and requests, which their author left global.",
    },
    { module: /^csi$/, names: /^refire_event$/, reason: "Makes the module's own handlers." },
    { module: /^groups$/, names: /^(inject_roster_contacts|remove_virtual_contacts)$/, reason: "Handlers of events." },
    { module: /^server_info$/, names: /^(add_fields|remove_fields|update_form)$/, reason: "Handlers of items." },
    { module: /^http$/, names: /^apps$/, reason: "The module's own notes." },
    {
        module: /^http_file_share$/,
        names: /^(check_files|get_authz|get_daily_quota|get_url|may_upload)$/,
        reason: "Steps of its handlers.",
    },
    { module: /^http_files$/, names: /^sanitize_path$/, reason: "A step of its handlers on 0.11." },
    { module: /^mam$/, names: /^cleanup_(runner|task)$/, reason: "The module's own work on 0.11." },
    {
        module: /^(pep|pubsub)$/,
        names: /^(check_node_config|is_item_stanza|simple_broadcast)$/,
        reason: "What they configure their services with.",
    },
    { module: /^presence$/, names: /^send_presence_of_available_resources$/, reason: "A step of its handlers." },
    { module: /^user_account_management$/, names: /^cleanup_soft_deleted_accounts$/, reason: "The module's own task." },
];

/** Whether a global of one of Prosody's modules is no offer to others. */
export function isNotExported(module: string, name: string): boolean {
    return NOT_EXPORTED.some((rule) => rule.module.test(module) && rule.names.test(name));
}

/** Parameters by which a function calls itself, or that only one of several hands takes: callers leave them out. */
export const INTERNAL_PARAMETERS: readonly {
    readonly scope: string;
    readonly member: string;
    readonly reason: string;
}[] = [
    { scope: "util.datamapper", member: "unparse", reason: "It calls itself for what is inside." },
    { scope: "util.jsonschema", member: "validate", reason: "It calls itself for what is inside." },
    { scope: "net.server_event", member: "closeall", reason: "What it takes it does not use." },
    { scope: "Prosody.Connection", member: "send", reason: "The backend select sends parts of a text." },
    { scope: "Prosody.Connection", member: "close", reason: "The backend select takes a reason for its listener." },
];

export function hasInternalParameters(scope: string, member: string): boolean {
    return INTERNAL_PARAMETERS.some((rule) => rule.scope === scope && rule.member === member);
}

/** Members that the state which is looked at has in some versions only, and other states in all. */
export const BY_STATE: readonly { readonly type: string; readonly member: string; readonly reason: string }[] = [
    { type: "Prosody.S2sSession", member: "host", reason: "On 0.11 outgoing streams have it, incoming ones do not." },
    { type: "Prosody.ValidInvite", member: "reusable", reason: "On 0.12 only invitations that are reusable have it." },
];

export function dependsOnState(type: string, member: string): boolean {
    return BY_STATE.some((rule) => rule.type === type && rule.member === member);
}

/** Interfaces with methods of which no object is looked at. */
export const NOT_LOOKED_AT: ReadonlyMap<string, string> = new Map([
    ["prosody.net.http.BodySink", "Modules give it to Prosody"],
    ["prosody.util.stanza.StanzaMetatable", "It is looked at as a member of `util.stanza`"],
]);

/** Lua's globals that are left undeclared, and Prosody's that are there by accident. */
export const UNDECLARED_GLOBALS: readonly { readonly names: readonly string[]; readonly reason: string }[] = [
    {
        names: ["bit32", "getfenv", "loadstring", "rawlen", "setfenv", "unpack", "utf8", "warn"],
        reason: "Not all versions of Lua that modules run on have them.",
    },
    {
        names: ["dofile", "load", "loadfile"],
        reason: "They run text as Lua past the compiler; `prosody.util.envload` is there for whoever must.",
    },
    { names: ["arg"], reason: "Words of the command line; `prosody.arg` has them." },
    { names: ["import"], reason: "No name that TypeScript can give; an import statement does what it does." },
    {
        names: ["log"],
        reason: "Writes to the log without the module's name; declared, it would hide that somebody forgot `module.`.",
    },
    {
        names: ["lfs", "server", "socket"],
        reason: "Libraries that Prosody's start leaves behind as globals; an import statement gives them.",
    },
];

export function undeclaredGlobal(name: string): boolean {
    return UNDECLARED_GLOBALS.some(({ names }) => names.includes(name));
}
