/** Remembers when contacts were last told that a user is there, and counts them. */
import { bare } from "prosody.util.jid";
import { now } from "prosody.util.time";

interface Sighting {
    at: number;
    count: number;
}

const sightings = new Map<string, Sighting>();

module.hook("pre-presence/bare", ({ stanza }) => {
    const { from, type } = stanza.attr;
    if (type !== undefined || from === undefined) return;
    const user = bare(from) ?? from;
    const known = sightings.get(user);
    if (known) {
        known.at = now();
        known.count += 1;
    } else {
        sightings.set(user, { at: now(), count: 1 });
    }
});
