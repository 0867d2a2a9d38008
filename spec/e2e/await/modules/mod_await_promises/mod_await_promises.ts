/** Waits for the promises that Prosody itself gives since 0.12. */

import * as http from "prosody.net.http";
import * as st from "prosody.util.stanza";
import { medium } from "prosody.util.id";

const backend = module.get_option_string("await_backend")!;

async function version(jid: string): Promise<string> {
    const query = st
        .iq({ type: "get", id: medium(), to: jid, from: module.host })
        .tag("query", { xmlns: "jabber:iq:version" });
    try {
        const { stanza } = await module.send_iq(query, undefined, 5);
        return stanza.get_child("query", "jabber:iq:version")?.get_child_text("name") ?? "nameless";
    } catch (reason) {
        return `refused: ${(reason as { condition?: string }).condition}`;
    }
}

async function reply(stanza: Prosody.Message): Promise<void> {
    const [name, page] = await Promise.allSettled([version(stanza.attr.from!), http.request(`${backend}/page`)]);
    const words = [
        name.status === "fulfilled" ? name.value : tostring(name.reason),
        page.status === "fulfilled" ? page.value.body : tostring(page.reason.condition),
    ];
    module.send(st.reply(stanza).text_tag("body", words.join("; ")));
}

module.hook("message/host", ({ stanza }) => {
    void reply(stanza);
    return true;
});
