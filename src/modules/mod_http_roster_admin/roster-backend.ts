/**
 * Fetching rosters from the backend: one request for each user at a time, a bounded number for all, repeated where the backend
 * fails at once.
 *
 * @noSelfInFile
 */

import { new as newCache } from "prosody.util.cache";
import * as http from "prosody.net.http";
import { urlencode } from "prosody.util.http";
import { closeRequest, collectUntilClosed } from "typed-prosody/lib/http-request";

import { readContacts, type Contacts } from "./contacts";
import { backendAuthorization, parallel, retries, rosterUrl, timeout } from "./settings";

/** The backend as log lines name it, without what may be secret: credentials, path and query. */
const backend = string.gsub(string.match(rosterUrl, "^%a+://[^/?#]+")[0]!, "//.*@", "//")[0];

/** Some 100,000 contacts; what net.http of 0.11 reads at most. */
const LONGEST_ROSTER = 10 * 1024 * 1024;

/** How many users' last rosters are kept after they left, in case the backend fails when they come back. */
const KEPT_ROSTERS = 1000;

/** Gets the contacts, or why there are none. */
export type Receiver = (this: void, contacts: Contacts | undefined, problem?: string) => void;

/** A roster that is being fetched, or waits for that. */
interface Fetch {
    username: string;
    /** All who want it. */
    receivers: Receiver[];
    attempts: number;
    request?: http.Request | undefined;
    /** The time limit of the request, or the time until it is repeated. */
    timer?: Prosody.Timer | undefined;
    /** Whether it counts as running. */
    isRunning: boolean;
    /** Whether nobody waits any more. */
    isOver: boolean;
}

/** The last good answer about a user. */
interface KnownRoster {
    contacts: Contacts;
    /** RFC 9110, section 8.8.3. */
    etag: string | undefined;
}

const known = newCache<string, KnownRoster>(KEPT_ROSTERS);
let fetches = new LuaMap<string, Fetch>();
/** Those that wait until others are done, from `nextWaiting` on. */
let waiting: Fetch[] = [];
let nextWaiting = 0;
let running = 0;
let isFailing = false;

/** The contacts that the backend gave last; undefined where that was never or long ago. */
export function lastKnown(username: string): Contacts | undefined {
    return known.get(username)?.contacts;
}

/** Forgets what is known about an account that is gone. */
export function forgetUser(username: string): void {
    known.set(username, undefined);
}

/** From 0.12 on the admin sees in the shell how the backend is doing. */
function showStatus(level: "info" | "warn", text: string): void {
    const { set_status: setStatus } = module as Partial<Pick<Prosody.Module, "set_status">>;
    if (setStatus !== undefined) {
        module.set_status(level, text, true);
    }
}

function end(fetch: Fetch, contacts: Contacts | undefined, problem?: string): void {
    fetch.isOver = true;
    fetches.delete(fetch.username);
    for (const receive of fetch.receivers) {
        // What goes wrong for one must not leave the others without an answer.
        const [ok, failure] = pcall(receive, contacts, problem);
        if (!ok) {
            module.log("error", "Roster of %s: %s", fetch.username, tostring(failure));
        }
    }
}

function succeed(fetch: Fetch, contacts: Contacts): void {
    if (isFailing) {
        isFailing = false;
        showStatus("info", `${backend} answers again`);
    }
    end(fetch, contacts);
}

function fail(fetch: Fetch, problem: string): void {
    module.log("warn", "Roster of %s: %s: %s", fetch.username, backend, problem);
    isFailing = true;
    showStatus("warn", `${backend}: ${problem}`);
    end(fetch, undefined, problem);
}

function startWaiting(): void {
    while (running < parallel && nextWaiting < waiting.length) {
        const fetch = waiting[nextWaiting]!;
        nextWaiting += 1;
        if (!fetch.isOver) {
            startRequest(fetch);
        }
    }
    if (nextWaiting === waiting.length && nextWaiting > 0) {
        waiting = [];
        nextWaiting = 0;
    }
}

/** A request is over: whatever its connection still brings finds another one or none in its place. */
function stopRequest(fetch: Fetch): void {
    fetch.request = undefined;
    fetch.timer?.stop();
    fetch.timer = undefined;
    if (fetch.isRunning) {
        fetch.isRunning = false;
        running -= 1;
    }
}

/** What failed at once may have been a restart of the backend; waiting once more after a time-out would help nobody. */
function isWorthRepeating(status: number): boolean {
    return status === 0 || status === 429 || status >= 500;
}

function repeatLater(fetch: Fetch, problem: string): void {
    const delay = 2 ** fetch.attempts;
    fetch.attempts += 1;
    module.log("debug", "Roster of %s: %s: %s, again in %g seconds", fetch.username, backend, problem, delay);
    fetch.timer = module.add_timer(delay, () => {
        fetch.timer = undefined;
        waiting.push(fetch);
        startWaiting();
    });
}

function takeResponse(fetch: Fetch, body: unknown, status: number, response: http.Response): void {
    const { username } = fetch;
    const former = known.get(username);
    if (status === 304 && former !== undefined && former.etag !== undefined) {
        succeed(fetch, former.contacts);
        return;
    } else if (status !== 200) {
        const problem = status === 0 ? tostring(body) : string.format("answered %d", status);
        if (isWorthRepeating(status) && fetch.attempts < retries) {
            repeatLater(fetch, problem);
        } else {
            fail(fetch, problem);
        }
        return;
    }
    const text = typeof body === "string" ? body : "";
    if (text.length > LONGEST_ROSTER) {
        fail(fetch, string.format("%d bytes are more than the limit of %d", text.length, LONGEST_ROSTER));
        return;
    }
    const [contacts, remark] = readContacts(text, `${username}@${module.host}`, former?.contacts);
    if (contacts === undefined) {
        fail(fetch, remark);
        return;
    }
    if (remark !== undefined) {
        module.log("warn", "Roster of %s: %s", username, remark);
    }
    known.set(username, { contacts, etag: response.headers["etag"] });
    succeed(fetch, contacts);
}

function startRequest(fetch: Fetch): void {
    const { username } = fetch;
    const headers: Record<string, string> = { Accept: "application/json" };
    const authorization = backendAuthorization();
    if (authorization !== undefined) {
        headers.Authorization = authorization;
    }
    const etag = known.get(username)?.etag;
    if (etag !== undefined) {
        headers["If-None-Match"] = etag;
    }
    fetch.isRunning = true;
    running += 1;
    let isOver = false;
    const timer = module.add_timer(timeout, () => {
        isOver = true;
        const { request } = fetch;
        stopRequest(fetch);
        if (request !== undefined) {
            closeRequest(request);
        }
        fail(fetch, string.format("no answer within %g seconds", timeout));
        startWaiting();
    });
    fetch.timer = timer;
    // A function in place of a string: what it gives is not searched for "%1" and its kin.
    const [url] = string.gsub(rosterUrl, "%%s", () => urlencode(username));
    const options = { headers, streaming_handler: collectUntilClosed(LONGEST_ROSTER), suppress_url: true };
    const finish: http.Callback = (body, status, response) => {
        // Late, or after the module has gone.
        if (isOver || fetch.timer !== timer) {
            return;
        }
        isOver = true;
        stopRequest(fetch);
        takeResponse(fetch, body, status, response as http.Response);
        startWaiting();
    };
    // It raises errors for https where Prosody has no TLS.
    const [ok, request] = pcall(() => http.request(url, options, finish)[0]);
    if (!ok) {
        isOver = true;
        stopRequest(fetch);
        fail(fetch, tostring(request));
    } else if (!isOver) {
        fetch.request = request;
    }
}

/** Has a user's roster fetched. Who asks while it is being fetched gets the same answer. */
export function fetchRoster(username: string, receive: Receiver): void {
    const current = fetches.get(username);
    if (current !== undefined) {
        current.receivers.push(receive);
        return;
    }
    const fetch: Fetch = { username, receivers: [receive], attempts: 0, isRunning: false, isOver: false };
    fetches.set(username, fetch);
    waiting.push(fetch);
    startWaiting();
}

/** Ends all fetches, before the module goes. */
export function endFetches(): void {
    const ending = fetches;
    fetches = new LuaMap();
    waiting = [];
    nextWaiting = 0;
    for (const [, fetch] of ending) {
        const { request } = fetch;
        stopRequest(fetch);
        if (request !== undefined) {
            closeRequest(request);
        }
        end(fetch, undefined, "the module is unloaded");
    }
}
