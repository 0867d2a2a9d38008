/** Refuses messages with certain words. */
import * as st from "prosody.util.stanza";

const words = module.get_option_array("filtered_words", ["villain", "knave"]).map((word) => tostring(word));

function offends(body: string): boolean {
    const text = body.toLowerCase();
    for (const word of words) {
        if (text.includes(word)) return true;
    }
    return false;
}

module.hook("pre-message/bare", ({ origin, stanza }) => {
    const body = stanza.get_child_text("body");
    if (body === undefined || !offends(body)) return;
    origin.send(st.error_reply(stanza, "modify", "policy-violation", "Mind your words"));
    return true;
});
