/** Answers pings (XEP-0199) to the host and, for its accounts, to bare JIDs. */
import * as st from "prosody.util.stanza";

const PING = "urn:xmpp:ping";

module.add_feature(PING);

function answer({ origin, stanza }: Prosody.StanzaEvent<Prosody.Iq<"get">>): true {
    origin.send(st.reply(stanza));
    return true;
}

module.hook(`iq-get/host/${PING}:ping`, answer);
module.hook(`iq-get/bare/${PING}:ping`, answer);
