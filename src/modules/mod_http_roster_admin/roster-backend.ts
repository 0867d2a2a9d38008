/**
 * Fetching rosters from the backend: one request for each user at a time, a bounded number for all, repeated where the backend
 * fails at once.
 *
 * @noSelfInFile
 */

import * as http from "prosody.net.http";
import { urlencode } from "prosody.util.http";
import { closeRequest, collectUntilClosed } from "typed-prosody/lib/http-request";

import { readContacts } from "./contacts";
import { lastKnown, learnRoster, type KnownRoster } from "./known-rosters";
import { backend, backendAuthorization, parallel, retries, rosterUrl, timeout } from "./settings";

/** Some 100,000 contacts; what net.http of 0.11 reads at most. */
const LONGEST_ROSTER = 10 * 1024 * 1024;

/**
 * How much of what backends answered is read before others have their turn; some milliseconds. As long as connections have
 * something to read, Prosody's event loop goes from one to the next: with more at a time, clients would wait for dozens of
 * rosters, and timers for all of a refresh.
 */
const BYTES_AT_A_TIME = 8192;

/** What is told where the user's roster could not be changed, which the backend has no part in. */
export const INTERNAL_ERROR = "internal error";

/** Told that the user's roster is what the backend says, or why it is not. */
export type Receiver = (this: void, problem: string | undefined) => void;

/** A roster that is being fetched, or waits for that. */
interface Fetch {
    username: string;
    /** All who want it. */
    receivers: Receiver[];
    attempts: number;
    /** What was known when the request was made: the answer may be that it has not changed. */
    former?: KnownRoster | undefined;
    request?: http.Request | undefined;
    /** The time limit of the request, or the time until it is repeated. */
    timer?: Prosody.Timer | undefined;
    /** Whether it counts as running: from the request until its answer has been read. */
    isRunning: boolean;
    /** Whether nobody waits any more. */
    isOver: boolean;
}

/** An answer that is to be read. */
interface Answer {
    fetch: Fetch;
    body: unknown;
    status: number;
    response: http.Response;
}

let fetches = new LuaMap<string, Fetch>();
/** Those that wait until others are done, from `nextWaiting` on. */
let waiting: Fetch[] = [];
let nextWaiting = 0;
let running = 0;
/** Those that are to be read, from `nextAnswer` on. */
let answers: Answer[] = [];
let nextAnswer = 0;
let isFailing = false;

/** From 0.12 on the admin sees in the shell how the backend is doing. */
function showStatus(level: "info" | "warn", text: string): void {
    const { set_status: setStatus } = module as Partial<Pick<Prosody.Module, "set_status">>;
    if (setStatus !== undefined) {
        module.set_status(level, text, true);
    }
}

function finish(fetch: Fetch, problem: string | undefined): void {
    fetch.isOver = true;
    fetches.delete(fetch.username);
    for (const receive of fetch.receivers) {
        // What goes wrong for one must not leave the others without an answer.
        const [ok, failure] = pcall(receive, problem);
        if (!ok) {
            module.log("error", "Roster of %s: %s", fetch.username, tostring(failure));
        }
    }
}

function succeed(fetch: Fetch, roster: KnownRoster): void {
    if (isFailing) {
        isFailing = false;
        showStatus("info", `${backend} answers again`);
    }
    let problem: string | undefined;
    const [ok, failure] = pcall(learnRoster, fetch.username, roster);
    if (!ok) {
        module.log("error", "Roster of %s: %s", fetch.username, tostring(failure));
        problem = INTERNAL_ERROR;
    }
    finish(fetch, problem);
}

function fail(fetch: Fetch, problem: string): void {
    module.log("warn", "Roster of %s: %s: %s", fetch.username, backend, problem);
    isFailing = true;
    showStatus("warn", `${backend}: ${problem}`);
    finish(fetch, problem);
}

/** A request is over: whatever its connection still brings finds another one or none in its place. */
function endRequest(fetch: Fetch): void {
    fetch.request = undefined;
    fetch.timer?.stop();
    fetch.timer = undefined;
}

/** Others may take its place. */
function stopRunning(fetch: Fetch): void {
    if (fetch.isRunning) {
        fetch.isRunning = false;
        running -= 1;
    }
}

/** Nobody wants the answer to a request any more. */
function abandon(fetch: Fetch): void {
    const { request } = fetch;
    endRequest(fetch);
    stopRunning(fetch);
    if (request !== undefined) {
        closeRequest(request);
    }
}

/** What failed at once may have been a restart of the backend; waiting once more after a time-out would help nobody. */
function isWorthRepeating(status: number): boolean {
    return status === 0 || status === 429 || status >= 500;
}

/**
 * Makes a roster of what the backend answered, or gives the fetch up.
 * @returns After how many seconds the request is to be made again; undefined where the fetch is over.
 */
function takeResponse(fetch: Fetch, body: unknown, status: number, response: http.Response): number | undefined {
    const { username, former } = fetch;
    if (status === 304 && former !== undefined && former.etag !== undefined) {
        succeed(fetch, former);
        return undefined;
    } else if (status !== 200) {
        const problem = status === 0 ? tostring(body) : string.format("answered %d", status);
        if (isWorthRepeating(status) && fetch.attempts < retries) {
            const delay = 2 ** fetch.attempts;
            fetch.attempts += 1;
            module.log("debug", "Roster of %s: %s: %s, again in %g seconds", username, backend, problem, delay);
            return delay;
        }
        fail(fetch, problem);
        return undefined;
    }
    const text = typeof body === "string" ? body : "";
    if (text.length > LONGEST_ROSTER) {
        fail(fetch, string.format("%d bytes are more than the limit of %d", text.length, LONGEST_ROSTER));
        return undefined;
    }
    const [contacts, remark] = readContacts(text, `${username}@${module.host}`, former?.contacts);
    if (contacts === undefined) {
        fail(fetch, remark);
        return undefined;
    }
    if (remark !== undefined) {
        module.log("warn", "Roster of %s: %s", username, remark);
    }
    succeed(fetch, { contacts, etag: response.headers["etag"] });
    return undefined;
}

/**
 * Reads what has come, as much as may be read in one go.
 * @param proceed Starts those that wait for a place.
 */
function readAnswers(proceed: (this: void) => void): void {
    const started = os.clock();
    let bytes = 0;
    while (bytes < BYTES_AT_A_TIME && nextAnswer < answers.length) {
        const given = answers[nextAnswer]!;
        const { fetch, body, status, response } = given;
        nextAnswer += 1;
        bytes += typeof body === "string" ? body.length : 0;
        stopRunning(fetch);
        const delay = takeResponse(fetch, body, status, response);
        if (delay !== undefined) {
            fetch.timer = module.add_timer(delay, () => {
                fetch.timer = undefined;
                waiting.push(fetch);
                proceed();
            });
        }
    }
    if (nextAnswer < answers.length) {
        // Others get as much time: the event loop of 0.11 runs timers between any two connections.
        module.add_timer(os.clock() - started, () => readAnswers(proceed));
    } else {
        answers = [];
        nextAnswer = 0;
    }
    proceed();
}

/**
 * Asks the backend for a user's roster.
 * @param proceed Starts others when the request is over.
 */
function startRequest(fetch: Fetch, proceed: (this: void) => void): void {
    const { username } = fetch;
    const headers: Record<string, string> = { Accept: "application/json" };
    const authorization = backendAuthorization();
    if (authorization !== undefined) {
        headers.Authorization = authorization;
    }
    const former = lastKnown(username);
    if (former !== undefined && former.etag !== undefined) {
        headers["If-None-Match"] = former.etag;
    }
    fetch.former = former;
    fetch.isRunning = true;
    running += 1;
    let isOver = false;
    const timer = module.add_timer(timeout, () => {
        isOver = true;
        abandon(fetch);
        fail(fetch, string.format("no answer within %g seconds", timeout));
        proceed();
    });
    fetch.timer = timer;
    // A function in place of a string: what it gives is not searched for "%1" and its kin.
    const [url] = string.gsub(rosterUrl, "%%s", () => urlencode(username));
    const options = { headers, streaming_handler: collectUntilClosed(LONGEST_ROSTER), suppress_url: true };
    const receive: http.Callback = (body, status, response) => {
        // Late, or after the module has gone.
        if (isOver || fetch.timer !== timer) {
            return;
        }
        isOver = true;
        endRequest(fetch);
        answers.push({ fetch, body, status, response: response as http.Response });
        if (answers.length === 1) {
            module.add_timer(0, () => readAnswers(proceed));
        }
    };
    // It raises errors for https where Prosody has no TLS.
    const [ok, request] = pcall(() => http.request(url, options, receive)[0]);
    if (!ok) {
        isOver = true;
        abandon(fetch);
        fail(fetch, tostring(request));
    } else if (!isOver) {
        fetch.request = request;
    }
}

function startWaiting(): void {
    while (running < parallel && nextWaiting < waiting.length) {
        const fetch = waiting[nextWaiting]!;
        nextWaiting += 1;
        if (!fetch.isOver) {
            startRequest(fetch, startWaiting);
        }
    }
    if (nextWaiting === waiting.length && nextWaiting > 0) {
        waiting = [];
        nextWaiting = 0;
    }
}

/** Has a user's roster fetched. Who asks while it is being fetched is told of that. */
export function fetchRoster(username: string, receive: Receiver): void {
    const underWay = fetches.get(username);
    if (underWay !== undefined) {
        underWay.receivers.push(receive);
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
    answers = [];
    nextAnswer = 0;
    for (const [, fetch] of ending) {
        abandon(fetch);
        finish(fetch, "the module is unloaded");
    }
}
