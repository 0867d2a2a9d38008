/**
 * Takes rosters from an HTTP backend, which says when they change.
 *
 * @noSelfInFile
 */

import { get_modules_for_host as enabledModules, is_loaded as isLoaded } from "prosody.core.modulemanager";
import { get_driver as storageDriver } from "prosody.core.storagemanager";
import * as st from "prosody.util.stanza";
import { configurationError } from "typed-prosody/lib/configuration-error";

import { forgetUser, handOver, isKnown, lastKnown, rememberLeaving, takeOver } from "./known-rosters";
import { endRefreshes, refreshMany, refreshOne } from "./refresh-endpoint";
import { endFetches, fetchRoster } from "./roster-backend";
import { addItem, applyContacts } from "./roster-changes";
import { readAccessAgain } from "./settings";

/** Stops the module where it would overwrite real rosters, or mod_roster would answer in its place. */
function mustOwnRosters(): void {
    const [, driver] = storageDriver(module.host, "roster");
    if (driver !== "memory") {
        configurationError(
            `mod_http_roster_admin of ${module.host}: rosters are kept by "${driver}" storage and would be overwritten, ` +
                'expected storage = { roster = "memory" }',
        );
    }
    // Modules load in any order.
    if (enabledModules(module.host)[0].contains("roster") || isLoaded(module.host, "roster")) {
        configurationError(
            `mod_http_roster_admin of ${module.host}: mod_roster is enabled and would answer in its place, ` +
                'expected modules_disabled = { "roster" }',
        );
    }
}

mustOwnRosters();

function isOnline(session: Prosody.C2sSession): boolean {
    return prosody.full_sessions[session.full_jid] === session;
}

function userOf(session: Prosody.C2sSession): Prosody.UserSession | undefined {
    return prosody.bare_sessions[`${session.username}@${session.host}`];
}

/** RFC 6121, section 2.1.4. */
function sendRoster(session: Prosody.C2sSession, request: Prosody.Iq): void {
    const reply = st.reply(request).tag("query", { xmlns: "jabber:iq:roster" });
    for (const [jid, item] of pairs(session.roster as unknown as LuaMap<string | false, Prosody.RosterItem>)) {
        // Under false are the roster's own data.
        if (jid !== false) {
            addItem(reply, jid, item);
        }
    }
    reply.reset();
    session.send(reply);
    session.interested = true;
}

/** Makes the roster that was known last do, where the backend fails. @returns false where there is none. */
function hasRoster(user: Prosody.UserSession, username: string): boolean {
    if (isKnown(user)) {
        return true;
    }
    const former = lastKnown(username);
    if (former === undefined) {
        return false;
    }
    applyContacts(user, former.contacts);
    return true;
}

function sendFetchedRoster(session: Prosody.C2sSession, request: Prosody.Iq, problem: string | undefined): void {
    if (!isOnline(session)) {
        return;
    }
    if (problem !== undefined && !hasRoster(userOf(session)!, session.username)) {
        session.send(st.error_reply(request, "wait", "internal-server-error", "The roster is not available for now"));
    } else if (isOnline(session)) {
        sendRoster(session, request);
    }
}

function handleRosterRequest(event: Prosody.StanzaEvent): true {
    const origin = event.origin as Prosody.C2sSession;
    const request = event.stanza as Prosody.Iq;
    if (request.attr.type === "set") {
        origin.send(st.error_reply(request, "cancel", "service-unavailable", "The roster cannot be changed here"));
        return true;
    }
    const user = userOf(origin);
    if (user !== undefined && isKnown(user)) {
        sendRoster(origin, request);
    } else {
        fetchRoster(origin.username, (problem) => sendFetchedRoster(origin, request, problem));
    }
    return true;
}

module.depends("http");
module.provides("http", {
    default_path: "/roster_admin",
    route: {
        "POST /refresh": refreshMany,
        "GET /refresh/*": refreshOne,
    },
});

module.save = handOver;
module.restore = takeOver;
module.unload = () => {
    endRefreshes();
    endFetches();
};

module.add_feature("jabber:iq:roster");
module.hook("iq/self/jabber:iq:roster:query", handleRosterRequest);
// Behind those that keep a session alive (XEP-0198), for which it does not end.
module.hook(
    "pre-resource-unbind",
    (event) => {
        rememberLeaving(event.session);
    },
    -1000,
);
module.hook_global("config-reloaded", readAccessAgain);
module.hook_global("user-deleted", (event) => {
    if (event.host === module.host) {
        forgetUser(event.username);
    }
});
