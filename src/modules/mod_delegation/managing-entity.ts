/** @noSelfInFile */

import { bare as jidBare, split as splitJid } from "prosody.util.jid";
import * as st from "prosody.util.stanza";
import { entities, entitiesAt, nameOf, VERSIONS, type ManagingEntity } from "./delegations";
import { abandon, newId } from "./forwarding";
import { askForFeatures, forgetFeatures } from "./nesting";

/** What a reload has to know of who manages. */
export interface FormerEntities {
    /** Connected JIDs by configured one, the one that manages first. */
    connected: LuaMap<string, string[]>;
    /** What each of them was told. */
    told: LuaMap<string, string>;
}

/** What each connected JID was told of its delegations, as XML. */
const told = new LuaMap<string, string>();

/** Whether somebody manages from this JID. */
export function isConnected(jid: string): boolean {
    for (const entity of entitiesAt(jid)) {
        if (entity.connected === jid) {
            return true;
        }
    }
    return false;
}

/** Tells a managing entity what is delegated to it, unless it knows. XEP-0355, section 4.2, and section 8, rule 3. */
function advertise(jid: string): void {
    const message = st.message({ from: module.host, to: jid });
    for (const version of VERSIONS) {
        message.tag("delegation", { xmlns: version });
        for (const entity of entitiesAt(jid)) {
            if (entity.connected === jid) {
                for (const delegation of entity.delegations) {
                    message.tag("delegated", { namespace: nameOf(delegation, version) });
                    for (const name of delegation.filtering) {
                        message.tag("attribute", { name }).up();
                    }
                    message.up();
                }
            }
        }
        message.up();
    }
    const text = table.concat(message.tags.map(tostring));
    if (told.get(jid) !== text) {
        told.set(jid, text);
        message.attr.id = newId();
        module.send(message);
    }
}

/** Somebody is online who may be a managing entity. */
export function takeOnline(jid: string): void {
    const begun: ManagingEntity[] = [];
    for (const entity of entitiesAt(jid)) {
        if (entity.connected === undefined) {
            entity.connected = jid;
            begun.push(entity);
        } else if (entity.connected !== jid && !entity.waiting.includes(jid)) {
            entity.waiting.push(jid);
        }
    }
    if (begun.length > 0) {
        module.log("info", "%s manages what is delegated to it", jid);
        advertise(jid);
        for (const entity of begun) {
            askForFeatures(entity);
        }
    }
}

/** The same one is gone: what waits for it is refused, and the resource that came after it takes over. */
export function takeOffline(jid: string): void {
    const successors: string[] = [];
    for (const entity of entitiesAt(jid)) {
        if (entity.connected === jid) {
            forgetFeatures(entity);
            entity.connected = undefined;
            const successor = entity.waiting.shift();
            if (successor !== undefined) {
                successors.push(successor);
            }
        } else {
            entity.waiting = entity.waiting.filter((other) => other !== jid);
        }
    }
    if (told.has(jid)) {
        told.delete(jid);
        module.log("info", "%s is gone", jid);
        abandon(jid);
    }
    for (const successor of successors) {
        takeOnline(successor);
    }
}

/** Whether the module is there to tell of a host's entities. */
function isWatched(host: string): boolean {
    return host === module.host || prosody.hosts[host]?.modules["delegation"] !== undefined;
}

/** Whether an external component or a client is there to hear of it. */
function isOnline(jid: string): boolean {
    return prosody.full_sessions[jid] !== undefined || prosody.hosts[jid]?.modules["component"]?.["connected"] === true;
}

/** The JIDs that are online for an entity, those that came first before others. */
function onlineNow(entity: ManagingEntity): string[] {
    const { jid } = entity;
    const [node, host, resource] = splitJid(jid);
    if (host === undefined || !isWatched(host)) {
        return [];
    } else if (node === undefined) {
        return prosody.hosts[host]!.modules["component"]?.["connected"] === true ? [jid] : [];
    }
    const available: Prosody.C2sSession[] = [];
    for (const [, session] of pairs(prosody.bare_sessions[jidBare(jid)!]?.sessions ?? {})) {
        if (session!.presence !== undefined && (resource === undefined || session!.full_jid === jid)) {
            available.push(session!);
        }
    }
    table.sort(available, (a, b) => a.conntime < b.conntime || (a.conntime === b.conntime && a.full_jid < b.full_jid));
    return available.map((session) => session.full_jid);
}

/** Finds who is online already, when the module is loaded; after a reload in the former order. */
export function findEntities(former: FormerEntities | undefined): void {
    const connected: string[] = [];
    for (const [jid, entity] of entities) {
        const online = onlineNow(entity);
        const known = (former?.connected.get(jid) ?? []).filter((other) => online.includes(other));
        const order = known.concat(online.filter((other) => !known.includes(other)));
        entity.connected = order.shift();
        entity.waiting = order;
        if (entity.connected !== undefined) {
            connected.push(entity.connected);
        }
    }
    for (const jid of connected) {
        const before = former?.told.get(jid);
        if (before !== undefined && !told.has(jid)) {
            told.set(jid, before);
        }
        advertise(jid);
    }
    // Who has lost all of it is told so too.
    for (const [jid] of former?.told ?? new LuaMap<string, string>()) {
        if (!told.has(jid) && isOnline(jid)) {
            advertise(jid);
            told.delete(jid);
        }
    }
    for (const [, entity] of entities) {
        if (entity.connected !== undefined) {
            askForFeatures(entity);
        }
    }
}

/** For a reload. */
export function takeEntities(): FormerEntities {
    const connected = new LuaMap<string, string[]>();
    for (const [jid, entity] of entities) {
        if (entity.connected !== undefined) {
            connected.set(jid, [entity.connected].concat(entity.waiting));
        }
    }
    return { connected, told };
}
