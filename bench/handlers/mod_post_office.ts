/** Sends a message for whoever posts one as JSON. */
import * as json from "prosody.util.json";
import * as st from "prosody.util.stanza";

function field(letter: unknown, name: string): string | undefined {
    if (type(letter) !== "table") return undefined;
    const value = (letter as Record<string, unknown>)[name];
    return typeof value === "string" ? value : undefined;
}

module.depends("http");
module.provides("http", {
    route: {
        "POST /letters": ({ request, response }) => {
            const [letter] = json.decode(request.body ?? "");
            const to = field(letter, "to");
            const body = field(letter, "body");
            if (to === undefined || body === undefined) return 400;
            module.send(st.message({ to, from: module.host, type: "chat" }, body));
            response.headers.content_type = "application/json";
            return '{"status":"sent"}';
        },
    },
});
