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
const LENDERS: ReadonlyMap<string, string> = new Map([
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
]);

export function isImplementedByModules(type: string): boolean {
    return IMPLEMENTED_BY_MODULES.has(type);
}

/** Functions whose first parameter is called self and is not the object that holds them. */
const WITHOUT_SELF: ReadonlyMap<string, ReadonlySet<string>> = new Map([
    // What is called self there is the table of handlers.
    ["prosody.util.events.Events", new Set(["add_handlers", "remove_handlers"])],
]);

export function isWithoutSelf(type: string, member: string): boolean {
    return WITHOUT_SELF.get(type)?.has(member) ?? false;
}

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
