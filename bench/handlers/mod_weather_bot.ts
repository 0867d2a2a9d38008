/** Tells the weather of a town: one web service knows where it is, another one what the sky does there. */
import * as http from "prosody.net.http";
import * as st from "prosody.util.stanza";

async function fetch(url: string): Promise<string> {
    const { code, body } = await http.request(url);
    if (code !== 200) throw `${url} answers ${code}`;
    return body;
}

module.hook("message/host", ({ stanza }) => {
    const town = stanza.get_child_text("body");
    if (town === undefined) return undefined;
    void tell(stanza, town);
    return true;
});

async function tell(stanza: Prosody.Message, town: string): Promise<void> {
    let text: string;
    try {
        const place = await fetch(`http://127.0.0.1:8080/place/${town}`);
        text = await fetch(`http://127.0.0.1:8080/weather/${place}`);
    } catch (problem) {
        module.log("warn", "No weather of %s: %s", town, problem);
        text = "I do not know.";
    }
    module.send(st.reply(stanza).body(text));
}
