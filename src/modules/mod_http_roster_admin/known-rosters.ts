/**
 * What the backend said last: of users who are online, whose rosters follow it, and of some who left, in case it fails when
 * they come back.
 *
 * @noSelfInFile
 */

import { new as newCache, type Cache } from "prosody.util.cache";

import type { Contacts } from "./contacts";
import { applyContacts } from "./roster-changes";
import { rosterUrl } from "./settings";

/** The last good answer about a user. */
export interface KnownRoster {
    contacts: Contacts;
    /** RFC 9110, section 8.8.3. */
    etag: string | undefined;
}

/** Of a user who left. */
interface FormerRoster {
    roster: KnownRoster;
    /** What counts for the limit: the contacts, and one for the user. */
    size: number;
}

/** What a reload hands over. */
export interface KnownRosters {
    /** The backend that they are from. */
    url: string;
    /** By the user's sessions: who leaves and comes back is another table. */
    online: LuaMap<Prosody.UserSession, KnownRoster>;
    /** By username; who left last is the newest. */
    former: Cache<string, FormerRoster>;
    /** The sizes of those together. */
    formerSize: number;
}

/** How much is kept of those who left; some 40 MB. */
const LONGEST_FORMER = 100_000;

let rosters: KnownRosters = {
    url: rosterUrl,
    online: setmetatable(new LuaMap<Prosody.UserSession, KnownRoster>(), { __mode: "k" }),
    former: newCache(LONGEST_FORMER),
    formerSize: 0,
};

function sessionsOf(username: string): Prosody.UserSession | undefined {
    return prosody.bare_sessions[`${username}@${module.host}`];
}

/** Whether the roster of a user who is online is what the backend said. */
export function isKnown(user: Prosody.UserSession): boolean {
    return rosters.online.has(user);
}

/** Undefined where the backend never said anything, or long ago. */
export function lastKnown(username: string): KnownRoster | undefined {
    const user = sessionsOf(username);
    const roster = user && rosters.online.get(user);
    if (roster !== undefined) {
        return roster;
    }
    return rosters.former.get(username)?.roster;
}

function forgetFormer(username: string): void {
    const former = rosters.former.get(username);
    if (former !== undefined) {
        rosters.former.set(username, undefined);
        rosters.formerSize -= former.size;
    }
}

function keepFormer(username: string, roster: KnownRoster): void {
    forgetFormer(username);
    let size = 1;
    for (const [_] of roster.contacts) {
        size += 1;
    }
    rosters.former.set(username, { roster, size });
    rosters.formerSize += size;
    while (rosters.formerSize > LONGEST_FORMER) {
        forgetFormer(rosters.former.tail()[0]!);
    }
}

/** Makes what the backend said of a user the user's roster. */
export function learnRoster(username: string, roster: KnownRoster): void {
    const user = sessionsOf(username);
    if (user === undefined) {
        // Gone while the backend was asked.
        keepFormer(username, roster);
    } else {
        applyContacts(user, roster.contacts);
        rosters.online.set(user, roster);
        // It takes the place of others' who are not there.
        forgetFormer(username);
    }
}

/** Keeps what is known of a user for whom this may be the last session. */
export function rememberLeaving(session: Prosody.C2sSession): void {
    const user = sessionsOf(session.username);
    const roster = user && rosters.online.get(user);
    if (roster !== undefined) {
        keepFormer(session.username, roster);
    }
}

/** Forgets an account that is gone. */
export function forgetUser(username: string): void {
    forgetFormer(username);
    const user = sessionsOf(username);
    if (user !== undefined) {
        rosters.online.delete(user);
    }
}

export function handOver(): KnownRosters {
    return rosters;
}

/** Takes what was known before a reload, unless that was from another backend or nothing at all. */
export function takeOver(before: Partial<KnownRosters>): void {
    if (before.url === rosterUrl) {
        rosters = before as KnownRosters;
    }
}
