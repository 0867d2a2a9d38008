/** @noSelfInFile */

/**
 * Serves a component's domain with an ordinary client: IQ requests to the domain go to one of the resources of an account, the
 * target, and its answers go back to who asked.
 */

import { split as splitJid } from "prosody.util.jid";
import * as st from "prosody.util.stanza";
import { add_task as addTask } from "prosody.util.timer";
import { mustBeComponent } from "typed-prosody/lib/component";
import { configurationError } from "typed-prosody/lib/configuration-error";
import { quote } from "typed-prosody/lib/describe";
import { jidOption, periodOption } from "typed-prosody/lib/options";
import {
    addRequest,
    findRequest,
    moveRequest,
    newPending,
    removeRequest,
    requestOfPeer,
    restoreRequests,
    takeAllRequests,
    type PendingRequest,
} from "typed-prosody/lib/pending";
import { readdress } from "typed-prosody/lib/readdress";
import { addResource, allResources, pickOtherResource, pickResource, removeResource } from "./resources";
import { knownAddress, newAddress } from "./sender-address";

type Iq = st.Iq;

mustBeComponent();

/** The bare JID of the account whose clients answer. */
const target = jidOption("target_address");
/** Seconds that a client has for its answer. */
const timeout = periodOption("client_proxy_timeout", { default: 60, max: 3600 });

const [targetNode, targetHost, targetResource] = splitJid(target);
if (targetNode === undefined || targetResource !== undefined) {
    configurationError(
        `Option target_address of ${module.host}: found ${quote(target)}, ` +
            'expected the bare JID of an account such as "user@example.com"',
    );
}

/** What the full JIDs of the target start with. */
const targetPrefix = target + "/";

const STANZA_ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** What the sender may do about an error. RFC 6120, section 8.3.3. */
const ERROR_TYPES = {
    "bad-request": "modify",
    "feature-not-implemented": "cancel",
    "not-allowed": "cancel",
    "recipient-unavailable": "wait",
    "remote-server-timeout": "wait",
    "service-unavailable": "cancel",
} as const;
type Condition = keyof typeof ERROR_TYPES;

/** An IQ that one of the target's resources, the peer, has to answer. */
interface Request extends PendingRequest {
    /** Where it was sent from. */
    sender: string;
    /** Where it was sent to, and so has its answer from. */
    recipient: string;
    /** Where the target sees it come from. */
    address: string;
    id: string;
    /** The request itself where it may be sent again. */
    stanza: Iq | undefined;
}

/** What a reload takes over. */
interface Handover {
    target: string;
    subscribed: boolean;
    resources: readonly string[];
    /** Undefined once somebody sees to them. */
    requests: Request[] | undefined;
}

function sendError(request: Request, condition: Condition): void {
    module.send(
        st
            .iq({ type: "error", id: request.id, to: request.sender, from: request.recipient })
            .tag("error", { type: ERROR_TYPES[condition] })
            .tag(condition, { xmlns: STANZA_ERRORS }),
    );
}

/** Answers a stanza with an error, unless it is one itself (RFC 6120, section 8.3.1). */
function refuse(stanza: st.Stanza, condition: Condition): void {
    if (stanza.attr.type !== "error") {
        module.send(st.error_reply(stanza, ERROR_TYPES[condition], condition));
    }
}

function drop(stanza: st.Stanza, reason: string): void {
    const { attr, name } = stanza;
    module.log("info", "Dropped a %s of type %s from %s to %s: %s", name, attr.type, attr.from, attr.to, reason);
}

/** Whether a JID is the target's. Prosody prepares the addresses of all that it routes. */
function isTarget(jid: string | undefined): boolean {
    return jid !== undefined && (jid.startsWith(targetPrefix) || jid === target);
}

const pending = newPending<Request>(timeout, (request) => {
    module.log("info", "%s did not answer the iq from %s within %g seconds", request.peer, request.sender, timeout);
    sendError(request, "remote-server-timeout");
});

/** Tells apart what a sender has in flight under one id. */
let twins = 0;

/** Hands a request to one of the target's resources. */
function dispatch(stanza: Iq): void {
    const { id, type, from, to } = stanza.attr;
    if (from === undefined) {
        // Only a module of this server can send such a thing.
        drop(stanza, "nobody could get its answer");
        return;
    }
    let address = knownAddress(from);
    if (address === undefined) {
        if (isTarget(from)) {
            refuse(stanza, "not-allowed");
            return;
        }
        address = newAddress(from);
    }
    if ((id as string | undefined) === undefined) {
        // Other servers can send such a thing; its answer could not be told from others.
        refuse(stanza, "bad-request");
        return;
    }
    const peer = pickResource();
    if (peer === undefined) {
        refuse(stanza, "service-unavailable");
        return;
    }
    let key = address + " " + id;
    if (findRequest(pending, key) !== undefined) {
        const ownAddress = address;
        do {
            twins += 1;
            address = ownAddress + "." + string.format("%d", twins);
            key = address + " " + id;
        } while (findRequest(pending, key) !== undefined);
    }
    addRequest(pending, {
        key,
        peer,
        sender: from,
        recipient: to!,
        address,
        id,
        // Only a get can be sent twice and do no more than once.
        stanza: type === "get" ? stanza : undefined,
    });
    module.send(readdress(stanza, peer, address));
}

/** Sends a get to another resource than the one that was to answer it. */
function dispatchAgain(request: Request, stanza: Iq, peer: string): void {
    moveRequest(pending, request, peer);
    module.send(readdress(stanza, peer, request.address));
}

/** Passes an answer of the target on to who waits for it. */
function passAnswer(stanza: Iq): void {
    const { id, type, from, to } = stanza.attr;
    let request: Request | undefined;
    if ((id as string | undefined) !== undefined) {
        request = findRequest(pending, to! + " " + id);
    }
    if (request === undefined || request.peer !== from) {
        drop(stanza, "it answers no request in flight");
        return;
    }
    if (type === "error" && request.stanza !== undefined) {
        // A server says so for a client whose connection broke, before it tells us that the client is gone.
        const [, condition] = stanza.get_error();
        const other = condition === "recipient-unavailable" ? pickOtherResource(request.peer) : undefined;
        if (other !== undefined) {
            const get = request.stanza;
            request.stanza = undefined;
            dispatchAgain(request, get, other);
            return;
        }
    }
    removeRequest(pending, request);
    module.send(readdress(stanza, request.sender, request.recipient));
}

/** Sees to the requests that a resource has left behind. */
function abandon(peer: string): void {
    let request = requestOfPeer(pending, peer);
    while (request !== undefined) {
        const other = pickResource();
        if (request.stanza !== undefined && other !== undefined) {
            dispatchAgain(request, request.stanza, other);
        } else {
            removeRequest(pending, request);
            sendError(request, "recipient-unavailable");
        }
        request = requestOfPeer(pending, peer);
    }
}

function forgetResource(resource: string): void {
    if (removeResource(resource)) {
        module.log("debug", "%s is gone", resource);
        abandon(resource);
    }
}

function forgetResources(): void {
    const gone: string[] = [];
    for (const resource of allResources()) {
        gone.push(resource);
    }
    // None of them shall get what another leaves behind.
    for (const resource of gone) {
        removeResource(resource);
    }
    for (const resource of gone) {
        abandon(resource);
    }
}

/** Seconds until the target is asked again; they double each time. */
const FIRST_DELAY = 60;
const LONGEST_DELAY = 24 * 60 * 60;

/** Whether the target lets us see its presence. */
let subscribed = false;
let delay = FIRST_DELAY;
let askAgain: Prosody.Timer | undefined;

function sendPresence(type: "subscribe" | "probe"): void {
    module.send(st.presence({ type, to: target, from: module.host }));
}

/**
 * Asks for the target's presence (RFC 6121, section 3.1), again and again until it is granted: a request may get lost where the
 * account is yet to come. Servers keep it for a client that is offline, and show it to the client but once.
 * @returns Seconds until the next time.
 */
function ask(): number | void {
    sendPresence("subscribe");
    // A target on this server may have granted it already.
    if (!subscribed) {
        delay = math.min(2 * delay, LONGEST_DELAY);
        return delay;
    }
}

function askLater(): void {
    if (askAgain === undefined) {
        askAgain = module.add_timer(delay, ask);
    }
}

function stopAsking(): void {
    if (askAgain !== undefined) {
        askAgain.stop();
        askAgain = undefined;
    }
}

/**
 * Begins to watch the target's presence, when whatever host it lives on is there. Where the presence was granted before, a
 * request is answered at once (RFC 6121, section 3.1.3). Only then a probe tells who is online (section 4.3): while a request is open,
 * Prosody takes its own answer to a probe, `unsubscribed`, for the user's, and forgets the request.
 */
function watch(): void {
    if (subscribed) {
        sendPresence("probe");
        return;
    }
    module.log("info", "Asking %s for its presence", target);
    askLater();
    sendPresence("subscribe");
}

function takeGrant(): void {
    subscribed = true;
    delay = FIRST_DELAY;
    stopAsking();
    module.log("info", "%s shows its presence", target);
    sendPresence("probe");
}

function takeRefusal(reason: string): void {
    module.log(subscribed ? "warn" : "info", "%s shows no presence: %s", target, reason);
    subscribed = false;
    forgetResources();
    askLater();
}

/** Presence of the target, to the domain itself. */
function takePresence(stanza: Prosody.Presence): void {
    const { from, type } = stanza.attr;
    if (type === "subscribed") {
        takeGrant();
    } else if (type === "unsubscribed" || type === "unsubscribe") {
        takeRefusal(type);
    } else if (type === "error" && from === target) {
        const [, condition] = stanza.get_error();
        takeRefusal(tostring(condition));
    } else if (type === "unavailable" && from === target) {
        // So servers answer a probe where nobody is online.
        forgetResources();
    } else if (type === "unavailable" || type === "error") {
        forgetResource(from!);
    } else if (type === undefined && from !== target) {
        addResource(from!);
    } else {
        drop(stanza, "it tells nothing of the target's resources");
    }
}

/** Takes what comes from the target, and what is to go there. Answers of others are for modules that asked them. */
function handleIq(event: Prosody.StanzaEvent<Iq>): true | void {
    const { stanza } = event;
    const { type, from } = stanza.attr;
    if (type === "get" || type === "set") {
        dispatch(stanza);
        return true;
    } else if (isTarget(from)) {
        passAnswer(stanza);
        return true;
    }
}

/** The domain has no accounts. Requests of others to them get Prosody's own error. */
function handleIqToAccount(event: Prosody.StanzaEvent<Iq>): true | void {
    if (isTarget(event.stanza.attr.from)) {
        return handleIq(event);
    }
}

function handleMessage(event: Prosody.StanzaEvent<Prosody.Message>): true {
    const { stanza } = event;
    if (isTarget(stanza.attr.from)) {
        drop(stanza, "messages are not passed on");
    } else {
        refuse(stanza, "feature-not-implemented");
    }
    return true;
}

function handlePresence(event: Prosody.StanzaEvent<Prosody.Presence>): true {
    const { stanza } = event;
    if (!isTarget(stanza.attr.from)) {
        refuse(stanza, "bad-request");
    } else if (stanza.attr.to === module.host) {
        takePresence(stanza);
    } else {
        drop(stanza, "presence is not passed on");
    }
    return true;
}

/** Before mod_iq, which would answer what other modules of the host know. */
const BEFORE_MOD_IQ = 1;

module.hook("iq/host", handleIq, BEFORE_MOD_IQ);
module.hook("iq/bare", handleIqToAccount, BEFORE_MOD_IQ);
module.hook("iq/full", handleIqToAccount, BEFORE_MOD_IQ);
module.hook("message/host", handleMessage);
module.hook("message/bare", handleMessage);
module.hook("message/full", handleMessage);
module.hook("presence/host", handlePresence);
module.hook("presence/bare", handlePresence);
module.hook("presence/full", handlePresence);

/** The time of the server's start is set when all hosts are up. */
function isStarting(): boolean {
    return (prosody.start_time as number | undefined) === undefined;
}

/** After the host's modules were loaded. */
const AFTER_MODULES = -1;

module.hook_global(
    "host-activated",
    (host) => {
        if (host === targetHost && !isStarting()) {
            watch();
        }
    },
    AFTER_MODULES,
);
module.hook_global("host-deactivated", (host) => {
    if (host === targetHost) {
        forgetResources();
    }
});

if (isStarting()) {
    // Hosts start in any order, and what is sent to one that is not there yet is lost.
    module.hook_global("server-started", watch);
} else {
    // The modules that send to other servers may come after this one.
    module.add_timer(0, watch);
}

/** Ends requests that nobody can answer any more. */
function giveUp(requests: Request[]): void {
    for (const request of requests) {
        sendError(request, "recipient-unavailable");
    }
}

module.save = (): Handover => {
    const handover: Handover = {
        target,
        subscribed,
        resources: allResources(),
        requests: takeAllRequests(pending),
    };
    // Where the module does not load again, for instance for want of an option, nobody takes them.
    addTask(0, () => {
        if (handover.requests !== undefined) {
            giveUp(handover.requests);
        }
    });
    return handover;
};

module.restore = (handover: Handover) => {
    const requests = handover.requests ?? [];
    handover.requests = undefined;
    if (handover.target !== target) {
        giveUp(requests);
        return;
    }
    subscribed = handover.subscribed;
    for (const resource of handover.resources) {
        addResource(resource);
    }
    restoreRequests(pending, requests);
};

module.unload = () => {
    // Prosody would keep the timer, and all of the module behind it, until its time in up to a day.
    stopAsking();
    giveUp(takeAllRequests(pending));
};
