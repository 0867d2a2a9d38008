/** Greets whoever registers with what a web service says. */
import * as http from "prosody.net.http";
import * as st from "prosody.util.stanza";

module.hook("user-registered", async ({ username, host }) => {
    const { code, body } = await http.request(`http://127.0.0.1:8080/greeting/${username}`);
    const text = code === 200 ? body : "Welcome!";
    module.send(st.message({ from: host, to: `${username}@${host}` }, text));
});
