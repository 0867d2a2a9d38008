/** Sends a message to each client soon after it has come online. */
import * as st from "prosody.util.stanza";
import { periodOption, stringOption } from "typed-prosody/lib/options";

/** What to tell. */
const text = stringOption("message_of_the_day_text");
/** Who says it; default the host. */
const from = stringOption("message_of_the_day_from", { default: module.host });
/** Seconds after the first presence: clients are busy with their roster at first. */
const delay = periodOption("message_of_the_day_delay", { default: 2, max: 60 });

module.hook("presence/initial", ({ origin }) => {
    if (origin.type !== "c2s") return;
    const session = origin;
    module.add_timer(delay, () => {
        if (session.destroyed) return;
        session.send(st.message({ from, to: session.full_jid, type: "headline" }).text_tag("body", text));
    });
});
