/** Passes a message to the host on to all who listen. */
import { bare } from "prosody.util.jid";
import * as st from "prosody.util.stanza";

const listeners = module
    .get_option_array("crier_listeners", ["a@example.net", "b@example.net", "c@example.net"])
    .map((listener) => tostring(listener));
const criers = new Set<string>(["romeo@example.org"]);

module.hook("message/host", ({ stanza }) => {
    const from = bare(stanza.attr.from);
    if (from === undefined || !criers.has(from)) return;
    for (const listener of listeners) {
        const copy = st.clone(stanza);
        copy.attr.to = listener;
        copy.attr.from = module.host;
        module.send(copy);
    }
    return true;
});
