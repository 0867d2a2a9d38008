/**
 * Making a user's roster the one that the backend gave: roster pushes and presence for exactly what is different.
 *
 * @noSelfInFile
 */

import { short as newId } from "prosody.util.id";
import { host as jidHost, node as jidNode } from "prosody.util.jid";
import * as st from "prosody.util.stanza";

import type { Contacts } from "./contacts";

type Sessions = Prosody.C2sSession[];

/** The client sees the contact's presence. */
function seesContact(item: Prosody.RosterItem | undefined): boolean {
    return item !== undefined && (item.subscription === "both" || item.subscription === "to");
}

/** The contact sees the user's presence. */
function isSeenByContact(item: Prosody.RosterItem | undefined): boolean {
    return item !== undefined && (item.subscription === "both" || item.subscription === "from");
}

/** Adds a contact to a query (RFC 6121, section 2.1.2). */
export function addItem(query: st.Stanza, jid: string, item: Prosody.RosterItem): void {
    query.tag("item", { jid, subscription: item.subscription, name: item.name });
    for (const group of item.groups) {
        query.text_tag("group", group);
    }
    query.up();
}

/** RFC 6121, section 2.1.6. */
function push(interested: Sessions, jid: string, item: Prosody.RosterItem | undefined): void {
    if (interested[0] === undefined) {
        return;
    }
    const stanza = st.iq({ type: "set", id: newId() }).tag("query", { xmlns: "jabber:iq:roster" });
    if (item === undefined) {
        stanza.tag("item", { jid, subscription: "remove" });
    } else {
        addItem(stanza, jid, item);
    }
    stanza.reset();
    for (const session of interested) {
        session.send(stanza);
    }
}

/** Sends the presence of the user's resources to a contact (RFC 6121, section 4.2), or that they are gone (section 4.5). */
function sendPresence(available: Sessions, jid: string, isAvailable: boolean): void {
    for (const session of available) {
        // A session that ended meanwhile has none.
        const { presence } = session;
        if (presence !== undefined) {
            if (isAvailable) {
                // As mod_presence does it: a copy for each of thousands of contacts would cost more than all else.
                presence.attr.to = jid;
                prosody.core_post_stanza(session, presence, true);
                presence.attr.to = undefined;
            } else {
                prosody.core_post_stanza(
                    session,
                    st.presence({ type: "unavailable", from: session.full_jid, to: jid }),
                    true,
                );
            }
        }
    }
}

/** Asks for the presence of a contact (RFC 6121, section 4.3). */
function probe(available: Sessions, jid: string): void {
    for (const session of available) {
        if (session.presence !== undefined) {
            prosody.core_post_stanza(session, st.presence({ type: "probe", from: session.full_jid, to: jid }), true);
        }
    }
}

/** The resources from which a client knows a contact: those of this server's users; of others the bare JID stands for all. */
function addressesOf(jid: string): string[] {
    const contact = prosody.bare_sessions[jid];
    const host = prosody.hosts[jidHost(jid)!];
    if (jidNode(jid) === undefined || host === undefined || host.type !== "local") {
        return [jid];
    }
    const addresses: string[] = [];
    for (const [, session] of pairs(contact?.sessions ?? {})) {
        if (session.presence !== undefined) {
            addresses.push(session.full_jid);
        }
    }
    return addresses;
}

/** Tells the user's clients that they see a contact no more (RFC 6121, section 3.2.4). */
function hideContact(available: Sessions, jid: string): void {
    if (available[0] === undefined) {
        return;
    }
    for (const from of addressesOf(jid)) {
        for (const session of available) {
            session.send(st.presence({ type: "unavailable", from, to: session.full_jid }));
        }
    }
}

function sameGroups(one: LuaSet<string>, other: LuaSet<string>): boolean {
    for (const group of one) {
        if (!other.has(group)) {
            return false;
        }
    }
    for (const group of other) {
        if (!one.has(group)) {
            return false;
        }
    }
    return true;
}

function isSame(one: Prosody.RosterItem, other: Prosody.RosterItem): boolean {
    return (
        one.name === other.name &&
        one.subscription === other.subscription &&
        (one.groups === other.groups || sameGroups(one.groups, other.groups))
    );
}

/** Puts one contact into the roster, changes or removes it, and tells everybody concerned. */
function change(
    roster: Prosody.Roster,
    interested: Sessions,
    available: Sessions,
    jid: string,
    item: Prosody.RosterItem | undefined,
): void {
    const former = roster[jid];
    roster[jid] = item;
    if (interested[0] === undefined && available[0] === undefined) {
        // As when the first client of a user asks for thousands of contacts.
        return;
    }
    push(interested, jid, item);
    if (isSeenByContact(former) !== isSeenByContact(item)) {
        sendPresence(available, jid, isSeenByContact(item));
    }
    if (seesContact(item)) {
        if (!seesContact(former)) {
            probe(available, jid);
        }
    } else if (seesContact(former)) {
        hideContact(available, jid);
    }
}

/** Makes the roster of a user who is online that of the backend. */
export function applyContacts(user: Prosody.UserSession, contacts: Contacts): void {
    const { roster } = user;
    const interested: Sessions = [];
    const available: Sessions = [];
    // What is sent may end sessions, which would take them out of the table.
    for (const [, session] of pairs(user.sessions)) {
        if (session.interested) {
            interested.push(session);
        }
        if (session.presence !== undefined) {
            available.push(session);
        }
    }
    const gone: string[] = [];
    for (const [jid] of pairs(roster as unknown as LuaMap<string | false, Prosody.RosterItem>)) {
        // Under false are the roster's own data.
        if (jid !== false && !contacts.has(jid)) {
            gone.push(jid);
        }
    }
    for (const jid of gone) {
        change(roster, interested, available, jid, undefined);
    }
    for (const [jid, item] of contacts) {
        const former = roster[jid];
        if (former === undefined || (former !== item && !isSame(former, item))) {
            change(roster, interested, available, jid, item);
        }
    }
}
