/** Counts votes that come as data forms (XEP-0004). */
import * as st from "prosody.util.stanza";

const votes: Record<string, number> = {};

function choices(form: Prosody.Stanza): string[] {
    const chosen: string[] = [];
    for (const field of form.childtags("field")) {
        if (field.attr["var"] !== "choice") continue;
        for (const value of field.childtags("value")) chosen.push(value.get_text() ?? "");
    }
    return chosen;
}

module.hook("message/host", ({ origin, stanza }) => {
    const form = stanza.get_child("x", "jabber:x:data");
    if (form?.attr["type"] !== "submit") return;
    const chosen = choices(form).filter((choice) => choice !== "");
    if (chosen.length === 0) {
        origin.send(st.error_reply(stanza, "modify", "bad-request", "Choose something"));
        return true;
    }
    for (const choice of chosen) votes[choice] = (votes[choice] ?? 0) + 1;
    return true;
});
