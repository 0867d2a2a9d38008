/** @noSelfInFile */

/** How a managing entity comes to manage for a user: it asks the server, the server asks the user. XEP-0355, section 5.1. */

import { user_exists as userExists } from "prosody.core.usermanager";
import { medium as newChallenge } from "prosody.util.id";
import { bare as jidBare, prep as jidPrep, resource as jidResource, split as splitJid } from "prosody.util.jid";
import * as st from "prosody.util.stanza";
import { now } from "prosody.util.time";
import { labelOf, mayBeDelegated } from "./client-namespaces";
import { askWhetherRevocable } from "./command-support";
import { chosenEntities, VERSIONS } from "./delegations";
import { newId } from "./forwarding";
import {
    addGrants,
    chosenEntity,
    managedUser,
    meetEntity,
    releaseEntity,
    saveUser,
    tellGrants,
    type ConsentRequest,
    type ManagedUser,
} from "./grants";
import { DATA_FORMS } from "./internal-disco";
import { count } from "./statistics";

/** Seconds that a user has for an answer, offline or not. */
const LIFETIME = 7 * 86400;
/** Seconds in which an entity that was refused cannot have the user asked again. */
const REFUSED_FOR = 3600;
/** Entities that can have a question open to one user; more are not put through. */
const MOST_REQUESTS = 8;

/** The form, and the same in words for clients that cannot show it. */
function formMessage(user: ManagedUser, to: string, request: ConsentRequest): st.Message {
    const names: string[] = [];
    for (const namespace of request.namespaces) {
        names.push(`- ${labelOf(namespace)}`);
    }
    const list = names.join("\n");
    const warning =
        `If you say yes, ${request.entity} will see and answer all requests of that kind in place of this server, and can ` +
        "do with them what it likes. Say yes only if you know it and trust it.";
    const message = st.message(
        { from: module.host, to, id: newId() },
        `${request.entity} wants to manage for your account ${user.jid}:\n${list}\n\n${warning}\n` +
            "You can answer with a program that shows forms.",
    );
    message
        .tag("x", { xmlns: DATA_FORMS, type: "form" })
        .text_tag("title", "May somebody manage a part of your account?")
        .text_tag("instructions", `${request.entity} wants to manage what is listed here. ${warning}`);
    const addHidden = (name: string, value: string) => {
        message.tag("field", { type: "hidden", var: name }).text_tag("value", value).up();
    };
    addHidden("FORM_TYPE", request.version);
    addHidden("challenge", request.challenge);
    for (const namespace of request.namespaces) {
        message.tag("field", { type: "list-single", var: namespace, label: `Manage ${labelOf(namespace)}` });
        message.text_tag("value", "0");
        message.tag("option", { label: "No" }).text_tag("value", "0").up();
        message.tag("option", { label: "Yes" }).text_tag("value", "1").up();
        message.up();
    }
    return message;
}

function isOpen(request: ConsentRequest): boolean {
    return !request.refused && request.expires > now();
}

/** Drops what nobody answered in time; how many questions are left, and how many went. */
function dropExpired(user: ManagedUser): LuaMultiReturn<[left: number, dropped: number]> {
    let left = 0;
    let dropped = 0;
    for (const [entity, { expires }] of user.requests) {
        if (expires <= now()) {
            user.requests.delete(entity);
            dropped += 1;
        } else {
            left += 1;
        }
    }
    return $multi(left, dropped);
}

/** Whether a message to the account reaches a client at once (RFC 6121, section 8.5.2.1). */
function isThere(user: ManagedUser): boolean {
    const session = prosody.bare_sessions[user.jid];
    const resources = session?.top_resources;
    return resources !== undefined && resources.length > 0;
}

/** What is new in a question; undefined where the user was asked all of it already. */
function newRequest(
    user: ManagedUser,
    from: string,
    version: string,
    namespaces: string[],
): ConsentRequest | undefined {
    const entity = jidBare(from)!;
    const former = user.requests.get(entity);
    const asked = former?.namespaces ?? [];
    const unasked = namespaces.filter((namespace) => !asked.includes(namespace));
    if (unasked.length === 0) {
        return undefined;
    }
    // One open form for both: the newer one asks for all, and the older one's challenge is worth nothing any more.
    const all = former === undefined || former.refused ? unasked : [...asked, ...unasked];
    all.sort();
    return {
        entity,
        namespaces: all,
        challenge: newChallenge(),
        from,
        version,
        expires: now() + LIFETIME,
        delivered: false,
        refused: false,
    };
}

function deliver(user: ManagedUser, request: ConsentRequest, to: string): void {
    request.delivered = true;
    count.consentAsked(1);
    module.send(formMessage(user, to, request));
}

/** Asks a user whether an entity may manage namespaces, unless the answer is known. */
function askUser(user: ManagedUser, from: string, version: string, namespaces: string[]): void {
    const entity = jidBare(from)!;
    const missing = namespaces.filter((namespace) => user.grants.get(namespace)?.delegation.entity.jid !== entity);
    if (missing.length === 0) {
        // It has forgotten.
        tellGrants(user, entity);
        return;
    }
    const [open] = dropExpired(user);
    const request = newRequest(user, from, version, missing);
    if (request === undefined) {
        return;
    } else if (!user.requests.has(entity) && open >= MOST_REQUESTS) {
        module.log("info", "%s is not asked whether %s may manage: too many others have asked", user.jid, entity);
        return;
    }
    user.requests.set(entity, request);
    if (isThere(user)) {
        deliver(user, request, user.jid);
    }
    saveUser(user);
}

/** The namespaces that a query asks for; a condition of an error where it is malformed or asks for too much. */
function readNamespaces(query: st.Stanza): string[] | "bad-request" | "forbidden" {
    const namespaces: string[] = [];
    let isForbidden = false;
    for (const delegate of query.childtags("delegate", query.attr.xmlns)) {
        const namespace = delegate.attr["namespace"];
        if (namespace === undefined) {
            return "bad-request";
        }
        isForbidden = isForbidden || !mayBeDelegated(namespace);
        if (!namespaces.includes(namespace)) {
            namespaces.push(namespace);
        }
    }
    if (namespaces.length === 0) {
        return "bad-request";
    }
    // XEP-0355, section 8, rule 5, and section 10, rules 2 and 3.
    return isForbidden ? "forbidden" : namespaces;
}

/** A managing entity asks: `<query to='user@host'><delegate namespace='...'/></query>`. */
export function takeQuery({ origin, stanza }: Prosody.StanzaEvent<st.Iq>): true {
    const query = stanza.tags[0]!;
    const version = query.attr.xmlns!;
    const account = jidPrep(query.attr.to);
    const [node, host] = splitJid(account);
    const namespaces = readNamespaces(query);
    if (namespaces === "forbidden") {
        origin.send(st.error_reply(stanza, "auth", "forbidden"));
        return true;
    } else if (namespaces === "bad-request" || node === undefined || jidResource(account) !== undefined) {
        origin.send(st.error_reply(stanza, "modify", "bad-request"));
        return true;
    } else if (host !== module.host) {
        origin.send(st.error_reply(stanza, "cancel", "item-not-found"));
        return true;
    }
    const from = stanza.attr.from!;
    // The same for accounts that exist and others (XEP-0355, section 10, rule 4).
    origin.send(st.reply(stanza));
    const known = chosenEntities.get(jidBare(from)!);
    if (known !== undefined) {
        meetEntity(known, from, version);
        releaseEntity(known);
    }
    if (userExists(node, host)[0] === true) {
        const user = managedUser(account!);
        if (user !== undefined) {
            askUser(user, from, version, namespaces);
        }
    }
    return true;
}

/** A user is there who was not when an entity asked. */
export function deliverRequests(session: Prosody.C2sSession): void {
    const user = managedUser(jidBare(session.full_jid)!);
    if (user === undefined) {
        return;
    }
    const [, dropped] = dropExpired(user);
    let hasChanged = dropped > 0;
    for (const [, request] of user.requests) {
        if (!request.delivered && isOpen(request)) {
            deliver(user, request, session.full_jid);
            hasChanged = true;
        }
    }
    if (hasChanged) {
        saveUser(user);
    }
}

/** Values by field of a form (XEP-0004, section 3.2); of several the first. */
function readFields(form: st.Stanza): LuaMap<string, string> {
    const fields = new LuaMap<string, string>();
    for (const field of form.childtags("field", DATA_FORMS)) {
        const name = field.attr["var"];
        if (name !== undefined) {
            fields.set(name, field.get_child_text("value", DATA_FORMS) ?? "");
        }
    }
    return fields;
}

function requestOf(user: ManagedUser | undefined, challenge: string): ConsentRequest | undefined {
    for (const [, request] of user?.requests ?? new LuaMap<string, ConsentRequest>()) {
        if (request.challenge === challenge && isOpen(request)) {
            return request;
        }
    }
    return undefined;
}

/** The user has answered: what of it is a yes, and may still be delegated, is granted. */
function takeDecision(
    user: ManagedUser,
    request: ConsentRequest,
    isYes: (this: void, namespace: string) => boolean,
    client: string,
): void {
    const granted = request.namespaces.filter((namespace) => isYes(namespace) && mayBeDelegated(namespace));
    if (granted.length === 0) {
        module.log("info", "%s does not let %s manage anything", user.jid, request.entity);
        request.refused = true;
        request.expires = now() + REFUSED_FOR;
        saveUser(user);
        return;
    }
    module.log("info", "%s lets %s manage %s", user.jid, request.entity, granted.join(", "));
    count.consentGranted(1);
    user.requests.delete(request.entity);
    const entity = chosenEntity(request.entity);
    meetEntity(entity, request.from, request.version);
    addGrants(user, entity, granted, client);
    askWhetherRevocable(client);
}

/** A filled-in form of a user of this host. Other messages to the host are none of ours. */
export function takeForm({ stanza }: Prosody.StanzaEvent<st.Message>): true | void {
    const form = stanza.get_child("x", DATA_FORMS);
    if (form === undefined || stanza.attr.type === "error") {
        return;
    }
    const fields = readFields(form);
    const version = fields.get("FORM_TYPE") ?? "";
    const challenge = fields.get("challenge");
    // XEP-0355, section 5.1, shows an answer whose FORM_TYPE is empty.
    const isAnswer = version === "" ? challenge !== undefined : VERSIONS.includes(version);
    if (!isAnswer) {
        return;
    }
    const client = stanza.attr.from!;
    const user = managedUser(jidBare(client)!);
    const request = requestOf(user, challenge ?? "");
    if (user === undefined || request === undefined) {
        module.log("info", "Refused an answer of %s to a question that it was not asked", client);
        module.send(
            st.error_reply(stanza, "modify", "not-acceptable", "There is no such question, or it is answered."),
        );
    } else if (form.attr.type === "submit") {
        takeDecision(
            user,
            request,
            (namespace) => fields.get(namespace) === "1" || fields.get(namespace) === "true",
            client,
        );
    } else if (form.attr.type === "cancel") {
        takeDecision(user, request, () => false, client);
    } else {
        module.send(st.error_reply(stanza, "modify", "not-acceptable", "The form is neither submitted nor cancelled."));
    }
    return true;
}
