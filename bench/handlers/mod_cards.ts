/** Hands out the same business card for everybody (XEP-0054). */
import { split } from "prosody.util.jid";
import * as st from "prosody.util.stanza";

const CARD = "vcard-temp";
const FIELDS: readonly (readonly [string, string])[] = [
    ["ORG", "The Globe"],
    ["ROLE", "player"],
    ["URL", "https://globe.example/"],
];

module.hook(
    `iq-get/bare/${CARD}:vCard`,
    ({ origin, stanza }) => {
        const [username] = split(stanza.attr.to);
        const reply = st.reply(stanza).tag("vCard", { xmlns: CARD });
        reply.text_tag("FN", username ?? module.host);
        for (const [name, value] of FIELDS) reply.text_tag(name, value);
        origin.send(reply);
        return true;
    },
    10,
);
