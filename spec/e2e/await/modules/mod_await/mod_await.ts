/** Waits for an HTTP backend in each kind of handler, on all versions. */

import * as http from "prosody.net.http";
import * as st from "prosody.util.stanza";

const backend = module.get_option_string("await_backend")!;
const patience = module.get_option_number("await_patience", 60);

function sleep(seconds: number): Promise<void> {
    return new Promise((resolve) => {
        module.add_timer(seconds, () => {
            resolve();
        });
    });
}

/** The body at a path of the backend; rejected with the status where that is none of success. */
function fetchText(path: string): Promise<string> {
    return new Promise((resolve, reject) => {
        http.request(`${backend}${path}`, {}, (body, code) => {
            if (code === 200) resolve(body);
            else reject({ code: code === 0 ? 502 : code });
        });
    });
}

async function timeout(): Promise<never> {
    await sleep(patience);
    throw { code: 504 };
}

function ask(path: string): Promise<string> {
    return Promise.race([fetchText(path), timeout()]);
}

/** What the backend says, or why it does not. */
async function askSafely(path: string): Promise<string> {
    try {
        return await ask(path);
    } catch (reason) {
        return `no answer: ${(reason as { code: number }).code}`;
    }
}

module.hook("resource-bind", async ({ session }) => {
    const first = await askSafely(`/greeting/${session.username}`);
    const second = await askSafely(`/news/${session.username}`);
    if (session.type === "c2s") session.send(st.message({ to: session.full_jid }, `${first}; ${second}`));
});

async function reply(stanza: Prosody.Message): Promise<void> {
    const body = stanza.get_child_text("body") ?? "";
    if (body === "fail") error(`cannot answer ${await ask("/fail")}`);
    module.send(st.reply(stanza).text_tag("body", await askSafely(`/${body}`)));
}

module.hook("message/host", ({ stanza }) => {
    if (stanza.get_child_text("body") === "timer") {
        module.add_timer(0.1, async () => {
            module.send(st.reply(stanza).text_tag("body", "timer fired"));
            const answer = await askSafely("/timer");
            module.send(st.reply(stanza).text_tag("body", `timer heard ${answer}`));
        });
    } else void reply(stanza);
    return true;
});

module.depends("http");
module.provides("http", {
    default_path: "/await",
    route: {
        "GET /status/*": async (_event, path) => ({ body: await ask(`/${path}`), headers: { "X-Asked": path! } }),
        "GET /nothing": async () => {
            await ask("/nothing");
        },
        "GET /broken": async () => {
            const text = await ask("/broken");
            error(`secret ${text}`);
        },
    },
});

const { new: createCommand } = module.require("adhoc");

module.depends("adhoc");
module.provides(
    "adhoc",
    createCommand(
        "Ask the backend",
        "ask",
        async (_command, _data, step?: number) => {
            const answer = await ask(`/step/${step ?? 1}`);
            if (step === undefined) return [{ status: "executing", info: answer, actions: ["complete"] }, 2];
            return { status: "completed", info: answer };
        },
        "any",
    ),
);
