/**
 * The HTTP interface by which the backend tells that rosters have changed.
 *
 * @noSelfInFile
 */

import { utf8, stringprep } from "prosody.util.encodings";
import { user_exists as userExists } from "prosody.core.usermanager";
import { equals, sha256 } from "prosody.util.hashes";
import * as json from "prosody.util.json";

import { isArray } from "./contacts";
import { fetchRoster, INTERNAL_ERROR } from "./roster-backend";
import { adminToken, isAllowedAddress, maxBody, maxUsers } from "./settings";

/** Looking for accounts in storage takes its time: between so many names all others have their turn. */
const NAMES_AT_A_TIME = 100;

/** The answer to a refresh under construction. */
interface Refresh {
    response: Prosody.HttpResponse;
    /** The usernames as they were given. */
    names: string[];
    /** How many of them have been taken up. */
    taken: number;
    /** Takes up the others. */
    timer?: Prosody.Timer | undefined;
    /** How many users it waits for; one more until all have been taken up. */
    pending: number;
    updated: number;
    errors: number;
    /** Why, by the username as it was given. */
    failed: LuaMap<string, string>;
    /** The prepared names, so that each counts once. */
    seen: LuaSet<string>;
}

/** Those that are not answered yet. */
let refreshes = new LuaSet<Refresh>();

function answer(response: Prosody.HttpResponse, status: number, body: object): true {
    response.status_code = status;
    response.headers.content_type = "application/json";
    response.send(json.encode(body));
    return true;
}

function refuseWith(response: Prosody.HttpResponse, status: number, message: string): true {
    return answer(response, status, { status: "error", message });
}

/** Compares in a time that says nothing about the token, not even its length. */
function isToken(given: string, expected: string): boolean {
    return equals(sha256(given), sha256(expected));
}

/** Answers requests of those who may not ask. */
function refuseStranger(event: Prosody.HttpEvent): true | undefined {
    const { request, response } = event;
    if (!isAllowedAddress(request.ip)) {
        module.log("warn", "Refresh from %s refused: not an allowed address", request.ip);
        return refuseWith(response, 403, "not an allowed address");
    }
    const expected = adminToken();
    if (expected === undefined) {
        return undefined;
    }
    const [scheme, given] = string.match(request.headers.authorization ?? "", "^(%a+) +(%S+) *$");
    if (scheme === undefined || given === undefined || scheme.toLowerCase() !== "bearer" || !isToken(given, expected)) {
        module.log("warn", "Refresh from %s refused: %s token", request.ip, given === undefined ? "no" : "wrong");
        // RFC 6750, section 3.
        response.headers.www_authenticate = 'Bearer realm="roster_admin"';
        return refuseWith(response, 401, "the token is missing or wrong");
    }
    return undefined;
}

function finishOne(refresh: Refresh): void {
    refresh.pending -= 1;
    if (refresh.pending > 0) {
        return;
    }
    refreshes.delete(refresh);
    const { updated, errors, failed } = refresh;
    const hasFailed = errors > 0 && updated === 0;
    const result: Record<string, unknown> = {
        status: hasFailed ? "error" : "ok",
        message: hasFailed ? "no roster could be updated" : "roster update complete",
        updated,
        errors,
    };
    let status = 200;
    if (errors > 0) {
        result.failed = failed;
        for (const [, reason] of failed) {
            if (reason === INTERNAL_ERROR) {
                status = 500;
            }
        }
    }
    answer(refresh.response, status, result);
}

/** Counts a user who cannot be done. */
function giveUp(refresh: Refresh, name: string, reason: string): void {
    if (!refresh.failed.has(name)) {
        refresh.errors += 1;
        refresh.failed.set(name, reason);
    }
}

/** Has the roster of one user fetched, where it matters. */
function refreshUser(refresh: Refresh, name: string): void {
    const username = stringprep.nodeprep(name);
    if (username === undefined || username === "") {
        giveUp(refresh, name, "invalid username");
    } else if (refresh.seen.has(username)) {
        return;
    } else {
        refresh.seen.add(username);
        if (prosody.bare_sessions[`${username}@${module.host}`] !== undefined) {
            refresh.pending += 1;
            fetchRoster(username, (problem) => {
                if (problem === undefined) {
                    refresh.updated += 1;
                } else {
                    giveUp(refresh, name, problem);
                }
                finishOne(refresh);
            });
        } else if (userExists(username, module.host)[0]) {
            // Who comes online gets what the backend says then.
            refresh.updated += 1;
        } else {
            giveUp(refresh, name, "no such user");
        }
    }
}

/**
 * Has the rosters of the next names fetched.
 * @returns When to go on, for a timer; undefined where all names have been taken up.
 */
function takeUpNames(refresh: Refresh): number | undefined {
    const { names } = refresh;
    const last = math.min(refresh.taken + NAMES_AT_A_TIME, names.length);
    while (refresh.taken < last) {
        const name = names[refresh.taken]!;
        refresh.taken += 1;
        // The storage of accounts may raise errors.
        const [ok, failure] = pcall(refreshUser, refresh, name);
        if (!ok) {
            giveUp(refresh, name, INTERNAL_ERROR);
            module.log("error", "Refresh of %s: %s", name, tostring(failure));
        }
    }
    if (last < names.length) {
        return 0;
    }
    refresh.timer = undefined;
    finishOne(refresh);
    return undefined;
}

function refreshAll(response: Prosody.HttpResponse, names: string[]): true {
    const refresh: Refresh = {
        response,
        names,
        taken: 0,
        pending: 1,
        updated: 0,
        errors: 0,
        failed: new LuaMap(),
        seen: new LuaSet(),
    };
    refreshes.add(refresh);
    // Prosody 0.11 marks a response whose client has gone as finished only where somebody wants to know.
    response.on_destroy ??= () => {};
    const delay = takeUpNames(refresh);
    if (delay !== undefined) {
        refresh.timer = module.add_timer(delay, () => takeUpNames(refresh));
    }
    return true;
}

/** Answers what is not answered yet, but for the fetches under way, before the module goes. */
export function endRefreshes(): void {
    const ending = refreshes;
    refreshes = new LuaSet();
    for (const refresh of ending) {
        if (refresh.timer !== undefined) {
            refresh.timer.stop();
            for (const index of $range(refresh.taken, refresh.names.length - 1)) {
                giveUp(refresh, refresh.names[index]!, "the module is unloaded");
            }
            finishOne(refresh);
        }
    }
}

/** The usernames in the body, or what is wrong with it. */
function readNames(body: string): LuaMultiReturn<[string[]] | [undefined, string]> {
    const expected = "expected a JSON array of usernames";
    if (body === "") {
        return $multi(undefined, `no body, ${expected}`);
    }
    // Deep nesting and some keys make util.json raise errors.
    const [ok, names] = pcall(json.decode, body);
    if (!ok || !isArray(names) || !utf8.valid(body)) {
        return $multi(undefined, `malformed body, ${expected}`);
    }
    for (const name of names) {
        if (typeof name !== "string") {
            return $multi(undefined, `malformed body, ${expected}`);
        }
    }
    return $multi(names as string[]);
}

/** POST /refresh */
export function refreshMany(event: Prosody.HttpEvent): true {
    const { request, response } = event;
    if (refuseStranger(event)) {
        return true;
    }
    const body = (request.body as string | undefined) ?? "";
    if (body.length > maxBody) {
        return refuseWith(response, 413, string.format("the body has more than %d bytes", maxBody));
    }
    const [names, problem] = readNames(body);
    if (names === undefined) {
        return refuseWith(response, 400, problem);
    } else if (names.length > maxUsers) {
        return refuseWith(response, 413, string.format("there are more than %d usernames", maxUsers));
    }
    return refreshAll(response, names);
}

/** GET /refresh/USERNAME */
export function refreshOne(event: Prosody.HttpEvent, username?: string): true {
    if (refuseStranger(event)) {
        return true;
    }
    return refreshAll(event.response, [username ?? ""]);
}
