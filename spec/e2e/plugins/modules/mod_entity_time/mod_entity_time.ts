/** Tells the server's time and time zone (XEP-0202). */
import * as st from "prosody.util.stanza";
import { datetime } from "prosody.util.datetime";

const TIME = "urn:xmpp:time";

/** The offset of local time from UTC, as XEP-0082 writes time zones: `+02:00`. */
function zoneOffset(now: number): string {
    const utc = os.date("!*t", now);
    // os.time takes the parts for local time; the same rule for summer time must hold for both.
    const shifted = os.time({ ...utc, isdst: os.date("*t", now).isdst });
    const minutes = Math.floor(os.difftime(now, shifted) / 60);
    const distance = Math.abs(minutes);
    return string.format("%s%02d:%02d", minutes < 0 ? "-" : "+", Math.floor(distance / 60), distance % 60);
}

module.add_feature(TIME);

module.hook(`iq-get/host/${TIME}:time`, ({ origin, stanza }) => {
    const now = os.time();
    origin.send(
        st
            .reply(stanza)
            .tag("time", { xmlns: TIME })
            .text_tag("tzo", zoneOffset(now))
            // XEP-0202, section 3: UTC, whatever the zone.
            .text_tag("utc", datetime(now)),
    );
    return true;
});
