/**
 * Remembers when users went offline, and with which words, and tells those who get their presence (XEP-0012, section 4).
 */
import { is_contact_subscribed } from "prosody.core.rostermanager";
import { bare, split } from "prosody.util.jid";
import * as st from "prosody.util.stanza";

const LAST_ACTIVITY = "jabber:iq:last";

interface Departure {
    /** Seconds since 1970. */
    time: number;
    status?: string | undefined;
}

const [departures, reason] = module.open_store<Departure>("last_seen");
if (!departures) error(`No store for departures: ${reason}`);

module.add_feature(LAST_ACTIVITY);

// Unavailable presence to nobody in particular goes to all; that of a client whose stream broke is made by the server.
module.hook(
    "pre-presence/bare",
    ({ origin, stanza }) => {
        if (origin.type !== "c2s" || stanza.attr.to !== undefined || stanza.attr.type !== "unavailable") return;
        const [ok, problem] = departures.set(origin.username, {
            time: os.time(),
            status: stanza.get_child_text("status"),
        });
        if (!ok) module.log("error", "The departure of %s is not remembered: %s", origin.username, problem);
    },
    10,
);

module.hook(`iq-get/bare/${LAST_ACTIVITY}:query`, ({ origin, stanza }) => {
    const asking = bare(stanza.attr.from);
    // Without an address it is the sender's own account that is asked.
    const [username] = split(stanza.attr.to ?? stanza.attr.from);
    if (asking === undefined || username === undefined) return;
    const isOwn = asking === `${username}@${module.host}`;
    if (!isOwn) {
        const [isSubscribed] = is_contact_subscribed(username, module.host, asking);
        if (!isSubscribed) {
            // XEP-0012, section 4: whoever may not see presence may not see this either.
            origin.send(st.error_reply(stanza, "auth", "forbidden"));
            return true;
        }
    }
    const isOnline = prosody.bare_sessions[`${username}@${module.host}`] !== undefined;
    const [departure] = departures.get(username);
    if (!isOnline && !departure) {
        origin.send(st.error_reply(stanza, "cancel", "item-not-found"));
        return true;
    }
    const since = isOnline || !departure ? 0 : os.difftime(os.time(), departure.time);
    const answer = st.reply(stanza).tag("query", { xmlns: LAST_ACTIVITY, seconds: string.format("%d", since) });
    if (!isOnline) answer.text(departure?.status);
    origin.send(answer);
    return true;
});
