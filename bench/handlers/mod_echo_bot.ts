/** Says what it hears. */
import * as st from "prosody.util.stanza";

module.hook("message/host", ({ stanza }) => {
    const { from, to, type } = stanza.attr;
    const body = stanza.get_child_text("body");
    if (type === "error" || body === undefined) return;
    module.send(st.message({ to: from, from: to, type: "chat" }, `You said: ${body}`));
    return true;
});
