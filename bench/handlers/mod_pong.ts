/** Answers pings (XEP-0199). */
import * as st from "prosody.util.stanza";

module.add_feature("urn:xmpp:ping");
module.hook("iq-get/host/urn:xmpp:ping:ping", ({ origin, stanza }) => {
    origin.send(st.reply(stanza));
    return true;
});
