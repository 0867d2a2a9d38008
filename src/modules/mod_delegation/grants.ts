/** @noSelfInFile */

/**
 * What users have delegated (XEP-0355, section 5), and what they are asked about. Both are kept in a store; grants of a client
 * that cannot take them back live in memory alone, as long as its session does (section 8, rule 2).
 */

import { split as splitJid } from "prosody.util.jid";
import * as st from "prosody.util.stanza";
import { configurationError } from "typed-prosody/lib/configuration-error";
import { mayBeDelegated } from "./client-namespaces";
import { chosenEntities, newEntity, type Delegation, type ManagingEntity } from "./delegations";
import { newId } from "./forwarding";
import { askAbout, askForFeatures, forgetDelegation } from "./nesting";
import { isWatched, onlineNow } from "./online";
import { count } from "./statistics";

/** What one entity does in one namespace, for all users who let it. */
interface ChosenDelegation extends Delegation {
    /** How many users have it. */
    users: number;
}

export interface Grant {
    readonly delegation: ChosenDelegation;
    /** Full JID of the client with whose session it ends; undefined where it is kept. */
    session: string | undefined;
}

/** A question to a user: may this entity manage these namespaces? */
export interface ConsentRequest {
    /** The entity's domain or bare JID. */
    entity: string;
    namespaces: string[];
    /** What an answer has to repeat. */
    challenge: string;
    /** Where the entity asked from. */
    from: string;
    /** Namespace of the version that it asked in. */
    version: string;
    /** Until when, in seconds since 1970, it can be answered, or after a refusal not be asked again. */
    expires: number;
    /** Whether the user was there to see it. */
    delivered: boolean;
    refused: boolean;
}

export interface ManagedUser {
    readonly jid: string;
    readonly username: string;
    /** By namespace: one entity at most manages it. */
    readonly grants: LuaMap<string, Grant>;
    /** By entity: one open question to a user from each. */
    readonly requests: LuaMap<string, ConsentRequest>;
    /** Whether the user wants grants to outlast sessions. */
    keepsGrants: boolean;
}

interface StoredUser {
    /** Entities by namespace. */
    grants: Record<string, string>;
    requests: Record<string, ConsentRequest>;
    session_only: boolean;
}

let store: Prosody.KeyvalStore<StoredUser>;

/** Opens what keeps grants; users are read from it when they are met. */
export function openGrants(): void {
    const [opened, problem] = module.open_store<StoredUser>("delegation_grants");
    if (opened === undefined) {
        configurationError(`Option delegation_client_mode of ${module.host}: grants cannot be stored: ${problem}`);
    }
    store = opened;
}

/** Users by bare JID: all that have grants, as far as they were met, and some others. */
let users = new LuaMap<string, ManagedUser>();
let usersKnown = 0;
/** So many users without grants are remembered at most: all that is known of them is in the store. */
const MOST_WITHOUT_GRANTS = 1000;
let mostUsers = MOST_WITHOUT_GRANTS;

function isEmpty(map: ReadonlyLuaMap<string, unknown>): boolean {
    return next(map)[0] === undefined;
}

/** Forgets users without grants. */
function makeRoom(): void {
    const kept = new LuaMap<string, ManagedUser>();
    usersKnown = 0;
    for (const [jid, user] of users) {
        if (!isEmpty(user.grants)) {
            kept.set(jid, user);
            usersKnown += 1;
        }
    }
    users = kept;
    mostUsers = usersKnown + MOST_WITHOUT_GRANTS;
}

function remember(user: ManagedUser): void {
    if (!users.has(user.jid)) {
        if (usersKnown >= mostUsers) {
            makeRoom();
        }
        users.set(user.jid, user);
        usersKnown += 1;
    }
}

/** Writes what outlasts the user's sessions to the store. */
export function saveUser(user: ManagedUser): void {
    const stored: StoredUser = { grants: {}, requests: {}, session_only: !user.keepsGrants };
    let isWorthIt = !user.keepsGrants;
    for (const [namespace, { delegation, session }] of user.grants) {
        if (session === undefined) {
            stored.grants[namespace] = delegation.entity.jid;
            isWorthIt = true;
        }
    }
    for (const [entity, request] of user.requests) {
        stored.requests[entity] = request;
        isWorthIt = true;
    }
    const [ok, problem] = store.set(user.username, isWorthIt ? stored : undefined);
    if (!ok) {
        module.log("error", "The grants of %s cannot be kept: %s", user.jid, problem);
    }
}

/**
 * An entity that a user has chosen. Of an entity that nobody tells about, because it is not of this server or its host does not
 * load the module, a domain counts as connected, and a client from where it asked last.
 */
export function chosenEntity(jid: string): ManagingEntity {
    const known = chosenEntities.get(jid);
    if (known !== undefined) {
        return known;
    }
    const entity = newEntity(jid, "client");
    const [node, host] = splitJid(jid);
    if (isWatched(host!)) {
        const online = onlineNow(jid);
        entity.connected = online.shift();
        entity.waiting = online;
    } else if (node === undefined) {
        entity.connected = jid;
    }
    chosenEntities.set(jid, entity);
    return entity;
}

/** Forgets an entity that users have chosen, where it has nothing to manage and nothing to be told any more. */
export function releaseEntity(entity: ManagingEntity): void {
    if (entity.mode === "client" && entity.delegations.length === 0 && next(entity.untold)[0] === undefined) {
        chosenEntities.delete(entity.jid);
    }
}

function useDelegation(entity: ManagingEntity, namespace: string): ChosenDelegation {
    for (const known of entity.delegations as ChosenDelegation[]) {
        if (known.namespace === namespace) {
            known.users += 1;
            return known;
        }
    }
    const delegation: ChosenDelegation = { namespace, filtering: [], entity, remaining: undefined, users: 1 };
    entity.delegations.push(delegation);
    if (entity.connected !== undefined) {
        // XEP-0355, section 9, note 2: asked when the delegation is accepted.
        askAbout(delegation);
    }
    return delegation;
}

function releaseDelegation(delegation: ChosenDelegation): void {
    delegation.users -= 1;
    if (delegation.users === 0) {
        const { entity } = delegation;
        entity.delegations = entity.delegations.filter((other) => other !== delegation);
        forgetDelegation(delegation);
    }
}

/** Tells an entity what a user has delegated to it; later, where it is not there. XEP-0355, section 5.1, and section 8, rule 3. */
function tell(entity: ManagingEntity, user: ManagedUser): void {
    if (entity.connected === undefined) {
        entity.untold.add(user.jid);
        return;
    }
    const namespaces: string[] = [];
    for (const [namespace, { delegation }] of user.grants) {
        if (delegation.entity === entity) {
            namespaces.push(namespace);
        }
    }
    namespaces.sort();
    const message = st.message({ from: module.host, to: entity.connected, id: newId() });
    message.tag("delegation", { xmlns: entity.version, to: user.jid });
    for (const namespace of namespaces) {
        message.tag("delegated", { namespace }).up();
    }
    module.send(message);
}

function tellAll(whom: LuaSet<ManagingEntity>, user: ManagedUser): void {
    const list: ManagingEntity[] = [];
    for (const entity of whom) {
        list.push(entity);
    }
    table.sort(list, (a, b) => a.jid < b.jid);
    for (const entity of list) {
        tell(entity, user);
        releaseEntity(entity);
    }
}

function newUser(jid: string, username: string): ManagedUser {
    return { jid, username, grants: new LuaMap(), requests: new LuaMap(), keepsGrants: true };
}

function readUser(user: ManagedUser, stored: StoredUser): void {
    user.keepsGrants = !stored.session_only;
    for (const [entity, request] of pairs(stored.requests as unknown as LuaMap<string, ConsentRequest>)) {
        user.requests.set(entity, request);
    }
    const lost = new LuaSet<ManagingEntity>();
    for (const [namespace, jid] of pairs(stored.grants as unknown as LuaMap<string, string>)) {
        const entity = chosenEntity(jid);
        if (mayBeDelegated(namespace)) {
            user.grants.set(namespace, { delegation: useDelegation(entity, namespace), session: undefined });
        } else {
            // The configuration has changed: what it delegates or forbids now is no user's to delegate.
            lost.add(entity);
        }
    }
    remember(user);
    if (next(lost)[0] !== undefined) {
        saveUser(user);
        tellAll(lost, user);
    }
}

/** The user of a bare JID; undefined for one of another host, and where the store cannot be read. */
export function managedUser(jid: string): ManagedUser | undefined {
    const known = users.get(jid);
    if (known !== undefined) {
        return known;
    }
    const [username, host] = splitJid(jid);
    if (username === undefined || host !== module.host) {
        return undefined;
    }
    const [stored, problem] = store.get(username);
    if (stored === undefined && problem !== undefined) {
        module.log("error", "What %s has delegated cannot be read: %s", jid, problem);
        return undefined;
    }
    const user = newUser(jid, username);
    if (stored === undefined) {
        remember(user);
    } else {
        readUser(user, stored);
    }
    return user;
}

/** Tells an entity once more what a user has delegated to it. */
export function tellGrants(user: ManagedUser, entity: string): void {
    tell(chosenEntity(entity), user);
}

/** Tells an entity that is there again what has changed meanwhile. */
export function tellOfChanges(entity: ManagingEntity): void {
    const jids: string[] = [];
    for (const jid of entity.untold) {
        jids.push(jid);
    }
    jids.sort();
    for (const jid of jids) {
        entity.untold.delete(jid);
        const user = managedUser(jid);
        if (user !== undefined) {
            tell(entity, user);
        }
    }
}

/** An entity asks from a JID, in a version: so it is there. */
export function meetEntity(entity: ManagingEntity, address: string, version: string): void {
    entity.version = version;
    entity.versionIsKnown = true;
    const [node, host] = splitJid(entity.jid);
    const here = node === undefined ? entity.jid : address;
    // Of several resources of an account that is watched, the first manages, as in admin mode.
    if (entity.connected === undefined || (entity.connected !== here && !isWatched(host!))) {
        entity.connected = here;
        askForFeatures(entity);
        tellOfChanges(entity);
    }
}

/** What a user has delegated, for who asks what the account can do. */
export function grantsOf(jid: string | undefined): ReadonlyLuaMap<string, Grant> | undefined {
    return jid === undefined ? undefined : managedUser(jid)?.grants;
}

/** What a user has delegated, in alphabetical order. */
export function allNamespaces(user: ManagedUser): string[] {
    const namespaces: string[] = [];
    for (const [namespace] of user.grants) {
        namespaces.push(namespace);
    }
    namespaces.sort();
    return namespaces;
}

/** Takes grants away without a word; from whom. */
function takeGrants(user: ManagedUser, namespaces: readonly string[]): LuaSet<ManagingEntity> {
    const losers = new LuaSet<ManagingEntity>();
    for (const namespace of namespaces) {
        const grant = user.grants.get(namespace);
        if (grant !== undefined) {
            user.grants.delete(namespace);
            releaseDelegation(grant.delegation);
            losers.add(grant.delegation.entity);
        }
    }
    return losers;
}

/** Lets an entity manage namespaces for a user, until the session of a client ends; who managed them before loses them. */
export function addGrants(
    user: ManagedUser,
    entity: ManagingEntity,
    namespaces: readonly string[],
    session: string,
): void {
    const changed = takeGrants(user, namespaces);
    for (const namespace of namespaces) {
        user.grants.set(namespace, { delegation: useDelegation(entity, namespace), session });
    }
    changed.add(entity);
    remember(user);
    saveUser(user);
    tellAll(changed, user);
}

/** Takes grants back, and tells the entities that had them. */
export function revoke(user: ManagedUser, namespaces: readonly string[]): void {
    const losers = takeGrants(user, namespaces);
    if (next(losers)[0] !== undefined) {
        count.revoked(1);
        saveUser(user);
        tellAll(losers, user);
    }
}

/** Whether any of a user's grants ends with a client's session. */
export function hasSessionGrants(jid: string, session: string): boolean {
    for (const [, grant] of users.get(jid)?.grants ?? new LuaMap<string, Grant>()) {
        if (grant.session === session) {
            return true;
        }
    }
    return false;
}

/** The client can take grants back (XEP-0355, section 8, rule 2): what it has granted is kept, if its user wants that. */
export function keepGrants(jid: string, session: string): void {
    const user = users.get(jid);
    if (user === undefined || !user.keepsGrants) {
        return;
    }
    for (const [, grant] of user.grants) {
        if (grant.session === session) {
            grant.session = undefined;
        }
    }
    saveUser(user);
}

/** The user wants grants to outlast sessions, or to end with that of this client, which can take them back. */
export function setKeeping(user: ManagedUser, keeps: boolean, session: string): void {
    user.keepsGrants = keeps;
    for (const [, grant] of user.grants) {
        if (keeps) {
            grant.session = undefined;
        } else {
            grant.session ??= session;
        }
    }
    saveUser(user);
}

/** A client is gone, and with it what it has granted for its session: XEP-0355, sections 2 and 8, rule 2. */
export function endSession(jid: string, session: string): void {
    const user = users.get(jid);
    if (user === undefined) {
        return;
    }
    const ended: string[] = [];
    for (const [namespace, grant] of user.grants) {
        if (grant.session === session) {
            ended.push(namespace);
        }
    }
    revoke(user, ended);
}

/** The account is deleted. */
export function forgetUser(jid: string): void {
    const user = managedUser(jid);
    if (user !== undefined) {
        for (const [entity] of user.requests) {
            user.requests.delete(entity);
        }
        user.keepsGrants = true;
        revoke(user, allNamespaces(user));
        saveUser(user);
    }
}

/** What a reload has to know of users and entities: the rest is in the store. */
export interface FormerUsers {
    /** Users that have grants; entity and client by namespace where a grant ends with a session. */
    readonly users: LuaMap<string, LuaMap<string, { entity: string; session: string }>>;
    /** Entities as they were connected. */
    readonly entities: LuaMap<string, ManagingEntity>;
}

/** For a reload. */
export function takeUsers(): FormerUsers {
    const former: FormerUsers = { users: new LuaMap(), entities: chosenEntities };
    for (const [jid, user] of users) {
        if (!isEmpty(user.grants)) {
            const ofSessions = new LuaMap<string, { entity: string; session: string }>();
            for (const [namespace, { delegation, session }] of user.grants) {
                if (session !== undefined) {
                    ofSessions.set(namespace, { entity: delegation.entity.jid, session });
                }
            }
            former.users.set(jid, ofSessions);
        }
    }
    return former;
}

/** Goes on with users and entities of before a reload. */
export function restoreUsers(former: FormerUsers): void {
    for (const [jid, before] of former.entities) {
        const entity = chosenEntity(jid);
        entity.connected = before.connected;
        entity.waiting = before.waiting;
        entity.version = before.version;
        entity.versionIsKnown = true;
        for (const user of before.untold) {
            entity.untold.add(user);
        }
    }
    for (const [jid, ofSessions] of former.users) {
        const user = managedUser(jid);
        for (const [namespace, { entity, session }] of ofSessions) {
            if (user !== undefined && mayBeDelegated(namespace)) {
                user.grants.set(namespace, { delegation: useDelegation(chosenEntity(entity), namespace), session });
            }
        }
    }
    for (const [, entity] of chosenEntities) {
        releaseEntity(entity);
    }
}
