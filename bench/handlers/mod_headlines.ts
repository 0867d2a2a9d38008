/** Sends the headlines of several sites, one site after the other, to who asks for them. */
import * as http from "prosody.net.http";
import * as st from "prosody.util.stanza";

const sites = ["verona", "mantua", "padua"];

module.hook("message/host", ({ stanza }) => {
    void send(stanza);
    return true;
});

async function send(stanza: Prosody.Message): Promise<void> {
    const lines: string[] = [];
    for (const site of sites) {
        const { code, body } = await http.request(`http://127.0.0.1:8080/headline/${site}`);
        if (code === 200) lines.push(`${site}: ${body}`);
    }
    module.send(st.reply(stanza).body(lines.join("\n")));
}
