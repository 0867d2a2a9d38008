/** Lets users have contacts of certain domains alone. */
import { host } from "prosody.util.jid";
import * as st from "prosody.util.stanza";

const allowed = module.get_option_set("roster_domains", ["example.org", "example.net"]);

module.hook(
    "iq-set/self/jabber:iq:roster:query",
    ({ origin, stanza }) => {
        const query = stanza.tags[0]!;
        for (const item of query.childtags("item")) {
            const domain = host(item.attr["jid"]);
            if (domain === undefined || !allowed.contains(domain)) {
                origin.send(st.error_reply(stanza, "cancel", "not-allowed", `No contacts at ${domain ?? "nowhere"}`));
                return true;
            }
        }
        return undefined;
    },
    10,
);
