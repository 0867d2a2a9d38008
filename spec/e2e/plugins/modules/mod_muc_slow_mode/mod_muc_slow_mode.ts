/** Lets the owners of a room (XEP-0045) say how long participants wait between two messages. Moderators need not. */
import * as cache from "prosody.util.cache";
import { bare } from "prosody.util.jid";
import * as st from "prosody.util.stanza";
import { now } from "prosody.util.time";

const FIELD = "urn:example:slow-mode#interval";
/** Seconds. */
const LONGEST = 3600;

declare global {
    namespace Prosody {
        interface MucRoomData {
            /** Seconds between two messages of a participant. */
            slow_mode_interval?: number | undefined;
        }
    }
}

/** When somebody last said something, by room and bare JID; who was silent for long is forgotten. */
const spoken = cache.new<string, number>(1000);

module.hook("muc-config-form", ({ room, form }) => {
    form.push({
        name: FIELD,
        type: "text-single",
        label: "Seconds between two messages of a participant",
        value: string.format("%d", room._data.slow_mode_interval ?? 0),
    });
});

module.hook(`muc-config-submitted/${FIELD}`, ({ room, value, status_codes }) => {
    const interval = tonumber(value);
    if (interval === undefined || !(interval >= 0 && interval <= LONGEST)) return;
    if (interval === (room._data.slow_mode_interval ?? 0)) return;
    room._data.slow_mode_interval = Math.floor(interval);
    // XEP-0045, section 10.2.1: a change that has nothing to do with privacy.
    status_codes.add("104");
});

module.hook(
    "muc-occupant-groupchat",
    ({ room, origin, stanza, occupant }) => {
        const interval = room._data.slow_mode_interval;
        const speaker = bare(stanza.attr.from);
        if (
            interval === undefined ||
            interval === 0 ||
            speaker === undefined ||
            !occupant ||
            occupant.role === "moderator"
        )
            return;
        const key = `${room.jid} ${speaker}`;
        const last = spoken.get(key);
        const time = now();
        if (last === undefined || time - last >= interval) {
            spoken.set(key, time);
            return;
        }
        const remaining = string.format("Please wait %d seconds.", Math.ceil(last + interval - time));
        origin.send(st.error_reply(stanza, "wait", "policy-violation", remaining));
        return true;
    },
    10,
);
