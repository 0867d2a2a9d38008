/**
 * The HTTP interface by which the backend tells that rosters have changed.
 *
 * @noSelfInFile
 */

import { utf8, stringprep } from "prosody.util.encodings";
import { user_exists as userExists } from "prosody.core.usermanager";
import { equals, sha256 } from "prosody.util.hashes";
import * as json from "prosody.util.json";

import { applyContacts } from "./roster-changes";
import { fetchRoster } from "./roster-backend";
import { adminToken, isAllowedAddress, maxBody, maxUsers } from "./settings";

/** The answer to a refresh under construction. */
interface Refresh {
    response: Prosody.HttpResponse;
    /** How many users it waits for; one more until all have been asked for. */
    pending: number;
    updated: number;
    errors: number;
    /** Why, by the username as it was given. */
    failed: LuaMap<string, string>;
    /** The prepared names, so that each counts once. */
    seen: LuaSet<string>;
}

function answer(response: Prosody.HttpResponse, status: number, body: object): true {
    response.status_code = status;
    response.headers.content_type = "application/json";
    response.send(json.encode(body));
    return true;
}

function refuse(response: Prosody.HttpResponse, status: number, message: string): true {
    return answer(response, status, { status: "error", message });
}

/** Compares in a time that says nothing about the token, not even its length. */
function isToken(given: string, token: string): boolean {
    return equals(sha256(given), sha256(token));
}

/** Answers requests of those who may not ask. */
function refuseStranger(event: Prosody.HttpEvent): true | undefined {
    const { request, response } = event;
    if (!isAllowedAddress(request.ip)) {
        module.log("warn", "Refresh from %s refused: not an allowed address", request.ip);
        return refuse(response, 403, "not an allowed address");
    }
    const token = adminToken();
    if (token === undefined) {
        return undefined;
    }
    const [scheme, given] = string.match(request.headers.authorization ?? "", "^(%a+) +(%S+) *$");
    if (scheme === undefined || given === undefined || string.lower(scheme) !== "bearer" || !isToken(given, token)) {
        module.log("warn", "Refresh from %s refused: %s token", request.ip, given === undefined ? "no" : "wrong");
        // RFC 6750, section 3.
        response.headers.www_authenticate = 'Bearer realm="roster_admin"';
        return refuse(response, 401, "the token is missing or wrong");
    }
    return undefined;
}

function finishOne(refresh: Refresh): void {
    refresh.pending -= 1;
    if (refresh.pending > 0) {
        return;
    }
    const { updated, errors } = refresh;
    const hasFailed = errors > 0 && updated === 0;
    const result: Record<string, unknown> = {
        status: hasFailed ? "error" : "ok",
        message: hasFailed ? "no roster could be updated" : "roster update complete",
        updated,
        errors,
    };
    if (errors > 0) {
        result.failed = refresh.failed;
    }
    answer(refresh.response, 200, result);
}

function fail(refresh: Refresh, name: string, reason: string): void {
    refresh.errors += 1;
    refresh.failed.set(name, reason);
}

/** Has the roster of one user fetched, where it matters. */
function refreshUser(refresh: Refresh, name: string): void {
    const username = stringprep.nodeprep(name);
    if (username === undefined || username === "") {
        fail(refresh, name, "invalid username");
        return;
    } else if (refresh.seen.has(username)) {
        return;
    }
    refresh.seen.add(username);
    const jid = `${username}@${module.host}`;
    if (prosody.bare_sessions[jid] === undefined) {
        if (userExists(username, module.host)[0]) {
            // Who comes online gets what the backend says then.
            refresh.updated += 1;
        } else {
            fail(refresh, name, "no such user");
        }
        return;
    }
    refresh.pending += 1;
    fetchRoster(username, (contacts, problem) => {
        if (contacts === undefined) {
            fail(refresh, name, problem!);
        } else {
            const [ok, failure] = pcall(() => {
                const user = prosody.bare_sessions[jid];
                // The user may have left meanwhile.
                if (user !== undefined) {
                    applyContacts(user, contacts);
                }
            });
            if (ok) {
                refresh.updated += 1;
            } else {
                fail(refresh, name, "internal error");
                module.log("error", "Roster of %s: %s", username, tostring(failure));
            }
        }
        finishOne(refresh);
    });
}

function refreshAll(response: Prosody.HttpResponse, names: string[]): true {
    const refresh: Refresh = {
        response,
        pending: 1,
        updated: 0,
        errors: 0,
        failed: new LuaMap(),
        seen: new LuaSet(),
    };
    // Prosody 0.11 marks a response whose client has gone as finished only where somebody wants to know.
    response.on_destroy ??= () => {};
    for (const name of names) {
        refreshUser(refresh, name);
    }
    finishOne(refresh);
    return true;
}

/** The usernames in the body, or what is wrong with it. */
function readNames(body: string): LuaMultiReturn<[string[]] | [undefined, string]> {
    const expected = "expected a JSON array of usernames";
    if (body === "") {
        return $multi(undefined, `no body, ${expected}`);
    }
    // Deep nesting and some keys make util.json raise errors.
    const [ok, names] = pcall(json.decode, body);
    // Decoded arrays have the metatable of util.array, and null one of its own.
    const isArray = ok && typeof names === "object" && names !== json.null && getmetatable(names) !== undefined;
    if (!isArray || !utf8.valid(body)) {
        return $multi(undefined, `malformed body, ${expected}`);
    }
    for (const [, name] of ipairs(names as unknown[])) {
        if (typeof name !== "string") {
            return $multi(undefined, `malformed body, ${expected}`);
        }
    }
    return $multi(names as unknown as string[]);
}

/** POST /refresh */
export function refreshMany(event: Prosody.HttpEvent): true {
    const { request, response } = event;
    if (refuseStranger(event)) {
        return true;
    }
    const body = (request.body as string | undefined) ?? "";
    if (body.length > maxBody) {
        return refuse(response, 413, string.format("the body has more than %d bytes", maxBody));
    }
    const [names, problem] = readNames(body);
    if (names === undefined) {
        return refuse(response, 400, problem);
    } else if (names.length > maxUsers) {
        return refuse(response, 413, string.format("there are more than %d usernames", maxUsers));
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
