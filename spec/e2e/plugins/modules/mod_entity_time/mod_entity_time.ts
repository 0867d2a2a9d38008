/** Tells the server's time and time zone (XEP-0202). */
import * as st from "prosody.util.stanza";
import { datetime } from "prosody.util.datetime";

const TIME = "urn:xmpp:time";

/** The offset of local time from UTC, as XEP-0082 writes time zones: `+02:00`. */
function zoneOffset(now: number): string {
    // os.time takes the parts for local time; the same rule for summer time must hold for both.
    const utc = os.date("!*t", now);
    utc.isdst = os.date("*t", now).isdst;
    const minutes = Math.floor(os.difftime(now, os.time(utc)) / 60);
    const distance = Math.abs(minutes);
    return string.format("%s%02d:%02d", minutes < 0 ? "-" : "+", Math.floor(distance / 60), distance % 60);
}

module.add_feature(TIME);

module.hook(`iq-get/host/${TIME}:time`, ({ origin, stanza }) => {
    const now = os.time();
    const answer = st.reply(stanza).tag("time", { xmlns: TIME });
    // XEP-0202, section 3: the time is in UTC, whatever the zone.
    answer.text_tag("tzo", zoneOffset(now)).text_tag("utc", datetime(now));
    origin.send(answer);
    return true;
});
