/** @noSelfInFile */

import { short as shortId } from "prosody.util.id";
import { bare as jidBare } from "prosody.util.jid";
import * as st from "prosody.util.stanza";
import { periodOption } from "typed-prosody/lib/options";
import {
    addRequest,
    findRequest,
    newPending,
    removeRequest,
    requestOfPeer,
    restoreRequests,
    takeAllRequests,
    type PendingRequest,
} from "typed-prosody/lib/pending";
import { readdress } from "typed-prosody/lib/readdress";
import type { Delegation } from "./delegations";
import { count } from "./statistics";

type Iq = st.Iq;

/** Seconds that a managing entity has for an answer. */
export const timeout = periodOption("delegation_timeout", { default: 60, max: 3600 });

const FORWARD = "urn:xmpp:forward:0";
const STANZA_ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** A request that a managing entity, the peer, has to answer. */
interface Forwarded extends PendingRequest {
    /** Where it came from, and its answer goes to. */
    sender: string;
    /** Where its answer comes from. */
    recipient: string;
    id: string;
    /** Namespace of the version that it was forwarded in. */
    version: string;
}

/** XEP-0355, section 4.3: whatever goes wrong, the user gets service-unavailable. */
function refuseRequest(request: Forwarded): void {
    count.refused(1);
    module.send(
        st
            .iq({ type: "error", id: request.id, to: request.sender, from: request.recipient })
            .tag("error", { type: "cancel" })
            .tag("service-unavailable", { xmlns: STANZA_ERRORS }),
    );
}

const pending = newPending<Forwarded>(timeout, (request) => {
    module.log("info", "%s did not answer the iq from %s within %g seconds", request.peer, request.sender, timeout);
    refuseRequest(request);
});

/** Ids are told apart from those of another run of the module, whose answers may still come. */
const idPrefix = shortId() + "-";
let lastId = 0;

/** An id for an IQ to a managing entity. */
export function newId(): string {
    lastId += 1;
    return idPrefix + string.format("%d", lastId);
}

function hasAttributes(element: st.Stanza, names: readonly string[]): boolean {
    for (const name of names as string[]) {
        if (element.attr[name] === undefined) {
            return false;
        }
    }
    return true;
}

/** Whether a stanza comes from a managing entity: a component is all of its domain, a client is one resource. */
function isOwnStanza(origin: Prosody.Origin, stanza: Iq, connected: string): boolean {
    return stanza.attr.from === connected || origin.host === connected;
}

/** An element around another. The stanza builder costs fifteen times as much, for checks of values that are not ours here. */
function enclose(name: string, xmlns: string, child: st.Stanza): st.Stanza {
    const element: st.Stanza = setmetatable(
        { name, attr: { xmlns }, tags: [child] } as unknown as st.Stanza,
        st.stanza_mt,
    );
    element[1] = child;
    return element;
}

/** Forwards a request, unless its attributes or its sender forbid that. */
export function forward(delegation: Delegation, origin: Prosody.Origin, stanza: Iq): true | void {
    const { entity, filtering } = delegation;
    const { connected } = entity;
    const { id, from, to } = stanza.attr;
    if (from === undefined || (filtering.length > 0 && !hasAttributes(stanza.tags[0]!, filtering))) {
        // XEP-0355, section 4.3, third note: what does not match the filter takes its normal way.
        return;
    } else if (connected === undefined) {
        // The same, first note.
        count.refused(1);
        origin.send(st.error_reply(stanza, "cancel", "service-unavailable"));
        return true;
    } else if (isOwnStanza(origin, stanza, connected)) {
        // XEP-0355, section 4.3.1: so an entity may use what the server does.
        return;
    } else if ((id as string | undefined) === undefined) {
        // Other servers can send such a thing; its answer could not be told from others.
        origin.send(st.error_reply(stanza, "modify", "bad-request"));
        return true;
    }
    const key = newId();
    const { version } = entity;
    addRequest(pending, { key, peer: connected, sender: from, recipient: to ?? jidBare(from)!, id, version });
    const original = readdress(stanza, to, from);
    original.attr.xmlns = "jabber:client";
    const delegated = enclose("delegation", version, enclose("forwarded", FORWARD, original));
    module.send(st.iq({ type: "set", id: key, to: connected, from: module.host }).add_child(delegated));
    count.forwarded(1);
    return true;
}

/** What becomes of IQs of a namespace. */
type Route = Prosody.Interception<Prosody.StanzaEvent<Iq>>;

/** By namespace: those that the configuration delegates, and those that users may delegate. */
const routes = new LuaMap<string, Route>();

/** Has IQs of a namespace go another way than the server's own. */
export function addRoute(namespace: string, route: Route): void {
    routes.set(namespace, route);
}

/** Sends IQs of a namespace that the configuration delegates to whom it names. */
export function routeToEntity(delegation: Delegation): void {
    addRoute(delegation.namespace, ({ origin, stanza }) => {
        const { type } = stanza.attr;
        if (type === "get" || type === "set") {
            return forward(delegation, origin, stanza);
        }
    });
}

/** IQs to the host, and those of clients to nobody in particular; most are none of ours, and pay for this look alone. */
export function routeIq(event: Prosody.StanzaEvent<Iq>): true | void {
    const child = event.stanza.tags[0];
    if (child !== undefined) {
        const route = routes.get(child.attr.xmlns!);
        if (route !== undefined) {
            return route(event);
        }
    }
}

/** IQs to accounts. What has no recipient has been looked at already, as an IQ of a client to itself. */
export function routeAddressedIq(event: Prosody.StanzaEvent<Iq>): true | void {
    if (event.stanza.attr.to !== undefined) {
        return routeIq(event);
    }
}

/** The IQ inside an answer, whatever white space stands around it. Calls for each level would cost half as much again. */
function unwrap(stanza: Iq, version: string): st.Stanza | undefined {
    const delegation = stanza.tags[0];
    if (delegation === undefined || delegation.name !== "delegation" || delegation.attr.xmlns !== version) {
        return undefined;
    }
    const forwarded = delegation.tags[0];
    if (forwarded === undefined || forwarded.name !== "forwarded" || forwarded.attr.xmlns !== FORWARD) {
        return undefined;
    }
    const answer = forwarded.tags[0];
    if (answer === undefined || answer.name !== "iq" || answer.attr.xmlns !== "jabber:client") {
        return undefined;
    }
    return answer;
}

/** Inside stanzas Prosody leaves jabber:client out. */
function adopt(element: st.Stanza): void {
    element.attr.xmlns = undefined;
    for (const child of element.tags) {
        if (child.attr.xmlns === "jabber:client") {
            adopt(child);
        }
    }
}

/** Checks an answer as XEP-0355, section 4.3, has it; gives what is wrong. */
function problemOf(answer: st.Stanza | undefined, request: Forwarded): string | undefined {
    if (answer === undefined) {
        return "it holds no forwarded iq";
    }
    const { id, from, to, type } = answer.attr;
    if (id !== request.id) {
        return "the id is not that of the request";
    } else if (to !== request.sender) {
        return "it is not to the sender of the request";
    } else if (from !== undefined && from !== request.recipient) {
        return "it is not from the recipient of the request";
    } else if (type === "result") {
        // RFC 6120, section 8.2.3.
        return answer.tags[1] === undefined ? undefined : "a result has one child at most";
    } else if (type !== "error") {
        return "it is neither result nor error";
    } else if (answer.get_child("error", "jabber:client") === undefined) {
        return "it is of type error without an <error/>";
    }
    return undefined;
}

/** Takes a result or error that answers a forwarded request, or pretends to, and passes it on; whether it does. */
export function takeAnswer(stanza: Iq): boolean {
    const { id, from, type } = stanza.attr;
    // An IQ of another server may have no id; no request has none either.
    const request = findRequest(pending, id);
    if (request === undefined) {
        return false;
    } else if (request.peer !== from) {
        module.log(
            "info",
            "Dropped an answer of %s to the iq from %s: %s was asked",
            from,
            request.sender,
            request.peer,
        );
        return true;
    }
    removeRequest(pending, request);
    if (type === "error") {
        const [, condition] = stanza.get_error();
        module.log("info", "%s refused to manage the iq from %s: %s", from, request.sender, condition);
        refuseRequest(request);
        return true;
    }
    const answer = unwrap(stanza, request.version);
    const problem = problemOf(answer, request);
    if (problem !== undefined) {
        module.log("warn", "Refused the answer of %s to the iq from %s: %s", from, request.sender, problem);
        refuseRequest(request);
        return true;
    }
    adopt(answer!);
    answer!.attr.from = request.recipient;
    count.answered(1);
    module.send(answer!);
    return true;
}

/** Refuses what waits for somebody who is gone. */
export function abandon(jid: string): void {
    let request = requestOfPeer(pending, jid);
    while (request !== undefined) {
        removeRequest(pending, request);
        refuseRequest(request);
        request = requestOfPeer(pending, jid);
    }
}

/** How many requests wait for an answer. */
export function countWaiting(): number {
    return pending.count;
}

/** Takes all requests out, for a reload. */
export function takeForwarded(): Forwarded[] {
    return takeAllRequests(pending);
}

/** Refuses requests that nobody can answer any more. */
export function refuseAll(requests: Forwarded[]): void {
    for (const request of requests) {
        refuseRequest(request);
    }
}

/** Goes on with the requests of before a reload, as far as they wait for somebody who still manages. */
export function restoreForwarded(requests: Forwarded[], isConnected: (this: void, jid: string) => boolean): void {
    const kept: Forwarded[] = [];
    const lost: Forwarded[] = [];
    for (const request of requests) {
        if (isConnected(request.peer)) {
            kept.push(request);
        } else {
            lost.push(request);
        }
    }
    restoreRequests(pending, kept);
    refuseAll(lost);
}

export type { Forwarded };
