/** Says what software runs here (XEP-0092). */
import * as st from "prosody.util.stanza";

const VERSION = "jabber:iq:version";
const name = module.get_option_string("software_name", "Globe");
const system = module.get_option_string("software_os");

module.add_feature(VERSION);
module.hook(`iq-get/host/${VERSION}:query`, ({ origin, stanza }) => {
    const reply = st.reply(stanza).tag("query", { xmlns: VERSION }).text_tag("name", name).text_tag("version", "1.0");
    if (system !== undefined) reply.text_tag("os", system);
    origin.send(reply);
    return true;
});
