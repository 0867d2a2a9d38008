/** Asks each client that comes online what software it is (XEP-0092), and counts. */
import { generate as uuid } from "prosody.util.uuid";
import * as st from "prosody.util.stanza";

const clients = new Map<string, number>();

module.hook("resource-bind", async ({ session }) => {
    const query = st
        .iq({ type: "get", id: uuid(), from: module.host, to: session.full_jid })
        .query("jabber:iq:version");
    const { stanza } = await module.send_iq(query);
    const name = stanza.get_child("query", "jabber:iq:version")?.get_child_text("name") ?? "unknown";
    clients.set(name, (clients.get(name) ?? 0) + 1);
});
