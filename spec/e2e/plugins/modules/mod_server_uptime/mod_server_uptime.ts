/** Tells on each host for how many seconds the server has been up (XEP-0012, section 6). A global module. */
import * as st from "prosody.util.stanza";

const LAST_ACTIVITY = "jabber:iq:last";

module.set_global();

function seconds(): number {
    return Math.floor(os.difftime(os.time(), prosody.start_time));
}

module.add_host = (module) => {
    module.add_feature(LAST_ACTIVITY);
    module.hook(`iq-get/host/${LAST_ACTIVITY}:query`, ({ origin, stanza }) => {
        const answer = st.reply(stanza).tag("query", { xmlns: LAST_ACTIVITY, seconds: string.format("%d", seconds()) });
        origin.send(answer);
        return true;
    });
};

/** `prosodyctl mod_server_uptime` runs in a process of its own, which cannot know. */
module.command = () => {
    print("The running server knows: ask it with an IQ (XEP-0012).");
    return 1;
};
