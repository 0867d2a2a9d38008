/** @noSelfInFile */

/**
 * Requests that wait for an answer: each is taken out exactly once, by its answer, at its deadline, or because the peer that
 * was to answer is gone. Whoever takes a request out answers it.
 *
 *     interface Question extends PendingRequest {
 *         asker: string;
 *     }
 *     const pending = newPending<Question>(60, (question) => refuse(question, "remote-server-timeout"));
 *
 *     addRequest(pending, { key: address + " " + id, peer: address, asker });
 *     const question = takeRequest(pending, key, from);
 *
 * All of a `Pending` have the same time to be answered, so that their deadlines come in the order of their arrival: requests
 * are linked in that order, and one timer waits for the first. They are linked by peer too. So each step costs the same
 * however many requests wait. The links are in the requests themselves, for which nothing else has to be made.
 */

import { monotonic } from "prosody.util.time";

/** What is noted of a request; modules add what they need for answering it. */
export interface PendingRequest {
    /** What its answer is known by; of all that wait, only one may have it. */
    readonly key: string;
    /** Who has to answer. `moveRequest` changes it. */
    peer: string;
    /** Until when, in seconds of `monotonic()`. */
    deadline?: number | undefined;
    /** Those that came before and after it. */
    earlier?: PendingRequest | undefined;
    later?: PendingRequest | undefined;
    /** Its neighbours among those of the same peer, the latest first. */
    laterOfPeer?: PendingRequest | undefined;
    earlierOfPeer?: PendingRequest | undefined;
}

export interface Pending<R extends PendingRequest> {
    /** Seconds that a request has. */
    readonly timeout: number;
    /** Gets each request whose time is over, taken out already. */
    readonly expire: (this: void, request: R) => void;
    /** How many wait. */
    count: number;
    /** Whether so many have waited that the tables are worth replacing. */
    grown: boolean;
    byKey: LuaMap<string, R>;
    /** The latest request of each peer. */
    byPeer: LuaMap<string, R>;
    first?: R | undefined;
    last?: R | undefined;
    /** The timer while it runs: until it finds nothing waiting. Stopping and starting it costs more than a request. */
    timer?: Prosody.Timer | undefined;
}

/** Lua tables keep the size that they once had: when all is answered, larger ones than this are replaced. */
const KEPT_SIZE = 64;

/**
 * None yet.
 * @param timeout Seconds that each has to be answered.
 */
export function newPending<R extends PendingRequest>(
    timeout: number,
    expire: (this: void, request: R) => void,
): Pending<R> {
    return {
        timeout,
        expire,
        count: 0,
        grown: false,
        byKey: new LuaMap(),
        byPeer: new LuaMap(),
    };
}

function linkToPeer<R extends PendingRequest>(pending: Pending<R>, request: R, peer: string): void {
    const neighbour = pending.byPeer.get(peer);
    if (neighbour !== undefined) {
        neighbour.laterOfPeer = request;
        request.earlierOfPeer = neighbour;
    }
    pending.byPeer.set(peer, request);
}

function unlinkFromPeer<R extends PendingRequest>(pending: Pending<R>, request: R): void {
    const { laterOfPeer, earlierOfPeer } = request;
    if (laterOfPeer === undefined) {
        pending.byPeer.set(request.peer, earlierOfPeer as R);
    } else {
        laterOfPeer.earlierOfPeer = earlierOfPeer;
        request.laterOfPeer = undefined;
    }
    if (earlierOfPeer !== undefined) {
        earlierOfPeer.laterOfPeer = laterOfPeer;
        request.earlierOfPeer = undefined;
    }
}

/** Takes a request out. It must be waiting. */
export function removeRequest<R extends PendingRequest>(pending: Pending<R>, request: R): void {
    const { earlier, later } = request;
    if (earlier === undefined) {
        pending.first = later as R | undefined;
    } else {
        earlier.later = later;
    }
    if (later === undefined) {
        pending.last = earlier as R | undefined;
    } else {
        later.earlier = earlier;
    }
    unlinkFromPeer(pending, request);
    pending.byKey.delete(request.key);
    if (pending.count > KEPT_SIZE) {
        pending.grown = true;
    }
    pending.count -= 1;
    if (pending.count === 0 && pending.grown) {
        pending.byKey = new LuaMap();
        pending.byPeer = new LuaMap();
        pending.grown = false;
    }
}

function expireRequests<R extends PendingRequest>(_now: number, pending: Pending<R>): number | void {
    // Which clock a timer's own time comes from depends on the version of Prosody.
    const time = monotonic();
    let request = pending.first;
    while (request !== undefined && request.deadline! <= time) {
        removeRequest(pending, request);
        pending.expire(request);
        request = pending.first;
    }
    if (request !== undefined) {
        return request.deadline! - time;
    }
    pending.timer = undefined;
}

function startTimer<R extends PendingRequest>(pending: Pending<R>, delay: number): void {
    pending.timer = module.add_timer(delay, expireRequests<R>, pending);
}

/** Puts a request behind all others. */
function append<R extends PendingRequest>(pending: Pending<R>, request: R, deadline: number): void {
    request.deadline = deadline;
    const { last } = pending;
    if (last === undefined) {
        pending.first = request;
    } else {
        last.later = request;
        request.earlier = last;
    }
    pending.last = request;
    linkToPeer(pending, request, request.peer);
    pending.byKey.set(request.key, request);
    pending.count += 1;
}

/** Adds a request; its key must be free. */
export function addRequest<R extends PendingRequest>(pending: Pending<R>, request: R): void {
    append(pending, request, monotonic() + pending.timeout);
    if (pending.timer === undefined) {
        startTimer(pending, pending.timeout);
    }
}

/** Adds what `takeAllRequests` gave before a reload. Deadlines stay, unless there is less time now. */
export function restoreRequests<R extends PendingRequest>(pending: Pending<R>, requests: R[]): void {
    const time = monotonic();
    for (const request of requests) {
        append(pending, request, math.min(request.deadline!, time + pending.timeout));
    }
    if (pending.first !== undefined && pending.timer === undefined) {
        startTimer(pending, pending.first.deadline! - time);
    }
}

/** The waiting request that an answer is for; it goes on waiting. */
export function findRequest<R extends PendingRequest>(pending: Pending<R>, key: string): R | undefined {
    return pending.byKey.get(key);
}

/** Takes out the request that an answer is for; undefined where none waits under the key, or for another peer. */
export function takeRequest<R extends PendingRequest>(pending: Pending<R>, key: string, peer: string): R | undefined {
    const request = pending.byKey.get(key);
    if (request === undefined || request.peer !== peer) {
        return undefined;
    }
    removeRequest(pending, request);
    return request;
}

/** From now on another peer has to answer; the deadline stays. */
export function moveRequest<R extends PendingRequest>(pending: Pending<R>, request: R, peer: string): void {
    unlinkFromPeer(pending, request);
    request.peer = peer;
    linkToPeer(pending, request, peer);
}

/**
 * A request that waits for a peer. To cancel all of them, take out or move each until there is none: answering one may make
 * other requests come and go.
 */
export function requestOfPeer<R extends PendingRequest>(pending: Pending<R>, peer: string): R | undefined {
    return pending.byPeer.get(peer);
}

/**
 * Takes all out, in their order, for whoever goes on with them after a reload, and stops the timer: Prosody keeps timers of
 * modules that are gone until they are due, and with them all that the modules had.
 */
export function takeAllRequests<R extends PendingRequest>(pending: Pending<R>): R[] {
    if (pending.timer !== undefined) {
        pending.timer.stop();
        pending.timer = undefined;
    }
    const requests: R[] = [];
    let request = pending.first;
    while (request !== undefined) {
        removeRequest(pending, request);
        request.earlier = undefined;
        request.later = undefined;
        requests.push(request);
        request = pending.first;
    }
    return requests;
}
