/** Answers whoever asks, by the time of day. */
import * as st from "prosody.util.stanza";
import { stringOption } from "typed-prosody/lib/options";

const HELLO = "urn:example:hello";

/** Who says hello. */
const name = stringOption("hello_name", { default: "Prosody" });

module.add_feature(HELLO);

module.hook(`iq-get/host/${HELLO}:query`, ({ stanza, origin }) => {
    const greeting = os.date("*t").hour < 12 ? "Good morning" : "Good day";
    const answer = st.reply(stanza).tag("query", { xmlns: HELLO }).text(`${greeting}, this is ${name}.`);
    origin.send(answer);
    return true;
});
