/**
 * Keeps users and contacts from changing rosters by presence, where a backend manages them (see mod_http_roster_admin).
 *
 * @noSelfInFile
 */

/** What manages subscriptions. RFC 6121, section 3. */
const MANAGES_SUBSCRIPTIONS: Record<string, true | undefined> = {
    subscribe: true,
    subscribed: true,
    unsubscribe: true,
    unsubscribed: true,
};

function drop(event: Prosody.StanzaEvent): true | undefined {
    const { type } = event.stanza.attr;
    return type === undefined ? undefined : MANAGES_SUBSCRIPTIONS[type];
}

/** No other module shall act on what is dropped: mod_presence at 0, and those that filter or count before it. */
const BEFORE_ALL_OTHERS = 1000;

for (const address of ["bare", "full", "host"] as const) {
    // What the host's users send, and what the host sends for them.
    module.hook(`pre-presence/${address}`, drop, BEFORE_ALL_OTHERS);
    // What others send to them.
    module.hook(`presence/${address}`, drop, BEFORE_ALL_OTHERS);
}
