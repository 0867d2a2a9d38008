/** @noSelfInFile */

import * as st from "prosody.util.stanza";
import { entities, entitiesAt, nameOf, VERSIONS, type ManagingEntity } from "./delegations";
import { abandon, newId } from "./forwarding";
import { releaseEntity, tellOfChanges } from "./grants";
import { askForFeatures, forgetFeatures } from "./nesting";
import { isOnline, onlineNow } from "./online";

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
                for (const delegation of entity.mode === "admin" ? entity.delegations : []) {
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
    const text = message.tags.map((tag) => tostring(tag)).join("");
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
        } else if (entity.connected !== jid) {
            if (!entity.waiting.includes(jid)) {
                entity.waiting.push(jid);
            }
        }
    }
    if (begun.length > 0) {
        module.log("info", "%s manages what is delegated to it", jid);
    }
    if (begun.some(({ mode }) => mode === "admin")) {
        advertise(jid);
    }
    for (const entity of begun) {
        askForFeatures(entity);
        tellOfChanges(entity);
        releaseEntity(entity);
    }
}

/** The same one is gone: what waits for it is refused, and the resource that came after it takes over. */
export function takeOffline(jid: string): void {
    const successors: string[] = [];
    let managed = false;
    for (const entity of entitiesAt(jid)) {
        if (entity.connected === jid) {
            managed = true;
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
    if (managed) {
        told.delete(jid);
        module.log("info", "%s is gone", jid);
        abandon(jid);
    }
    for (const successor of successors) {
        takeOnline(successor);
    }
}

/** Connects an entity as who is online, those that were in that order before. */
function connect(entity: ManagingEntity, former: string[]): void {
    const online = onlineNow(entity.jid);
    const here = new Set(online);
    const known = former.filter((other) => here.has(other));
    const isKnown = new Set(known);
    const others = online.filter((other) => !isKnown.has(other));
    const order = [...known, ...others];
    entity.connected = order.shift();
    entity.waiting = order;
}

/** Finds who is online already, when the module is loaded; after a reload in the former order. */
export function findEntities(former: FormerEntities | undefined): void {
    const connected: string[] = [];
    for (const [jid, entity] of entities) {
        connect(entity, former?.connected.get(jid) ?? []);
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

function connectedOf(some: LuaMap<string, ManagingEntity>): LuaMap<string, string[]> {
    const connected = new LuaMap<string, string[]>();
    for (const [jid, entity] of some) {
        if (entity.connected !== undefined) {
            connected.set(jid, [entity.connected, ...entity.waiting]);
        }
    }
    return connected;
}

/** For a reload. */
export function takeEntities(): FormerEntities {
    return { connected: connectedOf(entities), told };
}
