/** @noSelfInFile */

import { utf8 } from "prosody.util.encodings";
import { bare as jidBare } from "prosody.util.jid";
import { configurationError } from "typed-prosody/lib/configuration-error";
import { describe, quote } from "typed-prosody/lib/describe";
import { preparedJid } from "typed-prosody/lib/options";

/** Whoever answers for namespaces: an external component or a client. */
export interface ManagingEntity {
    /** As configured: a component's domain, or an account's bare or full JID. In client mode never a full one. */
    readonly jid: string;
    /** Who lets it manage: the server's configuration, or users (XEP-0355, section 2). */
    readonly mode: "admin" | "client";
    /** In the order of their namespaces. */
    delegations: Delegation[];
    /** The JID that manages now: the domain, or the full JID of the resource that came first. */
    connected: string | undefined;
    /** Resources that came later, oldest first. */
    waiting: string[];
    /** Namespace of the version in which requests are forwarded to it. */
    version: string;
    /** Whether `version` is one that it answered in. */
    versionIsKnown: boolean;
    /** Users whose grants have changed while it was not there to be told. */
    readonly untold: LuaSet<string>;
}

export interface Delegation {
    readonly namespace: string;
    /** Attributes that the request's child must have. */
    readonly filtering: readonly string[];
    readonly entity: ManagingEntity;
    /** What disco requests it takes over instead of a namespace's requests. XEP-0355, sections 7.2.4 and 7.2.5. */
    readonly remaining: "info" | "items" | undefined;
}

const VERSION_1 = "urn:xmpp:delegation:1";
const VERSION_2 = "urn:xmpp:delegation:2";

/** What readers of options name a malformed one. */
function refuseOption(name: string, value: unknown, expected: string): never {
    configurationError(`Option ${name} of ${module.host}: found ${describe(value)}, expected ${expected}`);
}

function readVersions(): readonly string[] {
    const version: unknown = module.get_option("delegation_version");
    if (version === undefined || version === 2) {
        return [VERSION_2];
    } else if (version === 1) {
        return [VERSION_1];
    } else if (version === "both") {
        return [VERSION_2, VERSION_1];
    }
    return refuseOption("delegation_version", version, '1, 2 or "both"');
}

/** Namespaces of the versions in use, the preferred one first. */
export const VERSIONS = readVersions();

/** Entities by their configured JIDs. */
export const entities = new LuaMap<string, ManagingEntity>();
/** Entities that users have chosen, by domain or bare JID. */
export const chosenEntities = new LuaMap<string, ManagingEntity>();
/** Delegations by namespace, those of remaining disco left out. */
export const delegations = new LuaMap<string, Delegation>();
/** Those of remaining disco. */
export const remaining: { info: Delegation | undefined; items: Delegation | undefined } = {
    info: undefined,
    items: undefined,
};

/** What a delegation is called in a version. */
export function nameOf(delegation: Delegation, version: string): string {
    return delegation.remaining === undefined
        ? delegation.namespace
        : `${version}:bare:disco#${delegation.remaining}:*`;
}

/** Which rest of disco a namespace of the configuration stands for; undefined for an ordinary namespace. */
function remainingOf(namespace: string): "info" | "items" | undefined {
    if (namespace === "http://jabber.org/protocol/disco#items:*") {
        return "items";
    }
    const [kind] = string.match(namespace, "^urn:xmpp:delegation:[12]:bare:disco#(%a+):%*$");
    return kind === "info" || kind === "items" ? kind : undefined;
}

/** Whether a namespace is that of XEP-0355 itself, in any version, or starts like it. */
export function isOwnNamespace(namespace: string): boolean {
    return namespace.startsWith("urn:xmpp:delegation:");
}

/** Whether a value can stand in attributes and forms: other text would break the stream of whoever gets it. */
export function isText(value: unknown): value is string {
    return typeof value === "string" && value !== "" && utf8.valid(value) && string.find(value, "%c")[0] === undefined;
}

function ignore(namespace: unknown, reason: string): void {
    const name = typeof namespace === "string" ? quote(namespace) : tostring(namespace);
    module.log("warn", "Ignored the delegation of %s: %s", name, reason);
}

/** The list of attributes, or undefined where it is none. A single one needs no braces, as everywhere in Prosody. */
function readFiltering(value: unknown): string[] | undefined {
    if (value === undefined) {
        return [];
    }
    const list = typeof value === "string" ? [value] : value;
    if (typeof list !== "object") {
        return undefined;
    }
    const names: string[] = [];
    for (const [key, name] of pairs(list as LuaMap<AnyNotNil, unknown>)) {
        if (typeof key !== "number" || key % 1 !== 0 || !isText(name)) {
            return undefined;
        }
        names.push(name);
    }
    names.sort();
    return names;
}

/** An entity that is not connected and has nothing to manage yet. */
export function newEntity(jid: string, mode: ManagingEntity["mode"]): ManagingEntity {
    return {
        jid,
        mode,
        delegations: [],
        connected: undefined,
        waiting: [],
        version: VERSIONS[0]!,
        versionIsKnown: false,
        untold: new LuaSet(),
    };
}

function entityOf(jid: string): ManagingEntity {
    let entity = entities.get(jid);
    if (entity === undefined) {
        entity = newEntity(jid, "admin");
        entities.set(jid, entity);
    }
    return entity;
}

function readDelegation(namespace: string, value: unknown): void {
    const kind = remainingOf(namespace);
    if (kind === undefined && isOwnNamespace(namespace)) {
        // XEP-0355, section 8, rule 5.
        ignore(namespace, "that namespace cannot be delegated");
        return;
    } else if (!isText(namespace)) {
        ignore(namespace, "that is no namespace");
        return;
    } else if (typeof value !== "object") {
        ignore(namespace, `found ${describe(value)}, expected a table such as { jid = "pubsub.example.com" }`);
        return;
    }
    const { jid, filtering } = value as { jid?: unknown; filtering?: unknown };
    const prepared = preparedJid(jid);
    const attributes = readFiltering(filtering);
    if (prepared === undefined) {
        ignore(namespace, `its jid is ${describe(jid)}, expected a JID such as "pubsub.example.com"`);
    } else if (prepared === module.host) {
        ignore(namespace, "its jid is this host");
    } else if (attributes === undefined) {
        ignore(namespace, `its filtering is ${describe(filtering)}, expected a list of attribute names`);
    } else if (kind !== undefined && remaining[kind] !== undefined) {
        ignore(namespace, `the same is delegated as ${quote(remaining[kind].namespace)}`);
    } else {
        const entity = entityOf(prepared);
        const delegation = { namespace, filtering: attributes, entity, remaining: kind };
        entity.delegations.push(delegation);
        if (kind === undefined) {
            delegations.set(namespace, delegation);
        } else {
            remaining[kind] = delegation;
        }
    }
}

/** Reads what is delegated to whom. XEP-0355, section 4.1. */
export function readDelegations(): void {
    const option: unknown = module.get_option("delegations");
    if (option === undefined) {
        return;
    } else if (typeof option !== "object") {
        refuseOption("delegations", option, 'a table such as { ["urn:xmpp:mam:2"] = { jid = "pubsub.example.com" } }');
    }
    const namespaces: string[] = [];
    for (const [namespace] of pairs(option as LuaMap<AnyNotNil, unknown>)) {
        if (typeof namespace === "string") {
            namespaces.push(namespace);
        } else {
            ignore(namespace, "expected a namespace in brackets and quotes");
        }
    }
    // So it is the same at each start.
    namespaces.sort();
    for (const namespace of namespaces) {
        readDelegation(namespace, (option as Record<string, unknown>)[namespace]);
    }
}

/** Whom a JID can manage for: configured by this JID or by its bare JID, or chosen by users. */
export function entitiesAt(jid: string): ManagingEntity[] {
    const found: ManagingEntity[] = [];
    const exact = entities.get(jid);
    if (exact !== undefined) {
        found.push(exact);
    }
    const bare = jidBare(jid)!;
    const ofAccount = bare === jid ? undefined : entities.get(bare);
    if (ofAccount !== undefined) {
        found.push(ofAccount);
    }
    const chosen = chosenEntities.get(bare);
    if (chosen !== undefined) {
        found.push(chosen);
    }
    return found;
}
