/** @noSelfInFile */

/** Brings each of the handlers the stanza or request that it is there for. */

import * as st from "prosody.util.stanza";
import { startServer } from "../../src/testing/busted/server";
import { measure } from "../lua/instructions";

const HOST = "example.org";

const server = startServer({ hosts: { [HOST]: { software_os: "Plan 9" } }, routes: true });
const romeo = server.connect_client(`romeo@${HOST}/orchard`);

/** Loads a handler and measures what it spends on a stanza of Romeo's. */
function measureStanza(name: string, what: string, make: () => Prosody.Stanza, answered = true): void {
    server.load(HOST, name);
    let stanza: Prosody.Stanza;
    measure(`mod_${name}`, what, {
        before: () => {
            stanza = make();
        },
        run: () => {
            server.receive_from(romeo, stanza);
        },
        after: () => {
            const sent = server.take_sent().length + romeo.received.length;
            assert(!answered || sent > 0, `${name} did not answer`);
            server.advance(1);
            for (const index of $range(romeo.received.length, 1, -1)) table.remove(romeo.received as never, index);
        },
    });
    server.unload(HOST, name);
}

const query = (type: "get" | "set", to: string | undefined, xmlns: string, name: string) =>
    st.iq({ type, to, id: "q1" }).tag(name, { xmlns });
const chat = (to: string, body: string) => st.message({ to, type: "chat" }, body);

measureStanza("pong", "ping answered", () => query("get", HOST, "urn:xmpp:ping", "ping").up());
measureStanza("software", "version told", () => query("get", HOST, "jabber:iq:version", "query").up());
measureStanza("word_filter", "message refused", () => chat("juliet@elsewhere.example", "Thou knave"));
measureStanza("seen", "presence noted", () => st.presence({ to: "juliet@elsewhere.example" }), false);
measureStanza("burst_limit", "message counted", () => chat("juliet@elsewhere.example", "Good night"), false);
measureStanza("echo_bot", "message echoed", () => chat(HOST, "Good morrow"));
measureStanza("cards", "card handed out", () => query("get", `nurse@${HOST}`, "vcard-temp", "vCard").up());
measureStanza("town_crier", "message passed on to three", () => chat(HOST, "Oyez"));
measureStanza("roster_guard", "contact refused", () =>
    query("set", undefined, "jabber:iq:roster", "query")
        .tag("item", { jid: "nurse@example.net" })
        .up()
        .tag("item", { jid: "tybalt@capulet.example" })
        .up()
        .up(),
);
measureStanza(
    "ballot",
    "vote counted",
    () =>
        st
            .message({ to: HOST })
            .tag("x", { xmlns: "jabber:x:data", type: "submit" })
            .tag("field", { var: "choice" })
            .text_tag("value", "hamlet")
            .text_tag("value", "macbeth")
            .up()
            .up(),
    false,
);

server.load(HOST, "post_office");
measure("mod_post_office", "letter posted", {
    run: () => {
        const letter = '{"to":"juliet@elsewhere.example","body":"Good night"}';
        server.request(HOST, { path: "/post_office/letters", body: letter, headers: {} });
    },
    after: () => {
        assert(server.take_sent().length === 1);
    },
});

/** Loads a handler that waits, and measures what it spends on an event and on what it waits for. */
function measureWaiting(name: string, what: string, run: () => void, after: () => void): void {
    server.load(HOST, name);
    server.take_sent();
    measure(`mod_${name}`, what, {
        waits: true,
        run,
        after: () => {
            after();
            server.take_sent();
            for (const index of $range(romeo.received.length, 1, -1)) table.remove(romeo.received as never, index);
            server.advance(1);
        },
    });
    server.unload(HOST, name);
}

/** Romeo is on this server, and gets what is for him himself; Juliet is not online. */
function assertSent(body: string): void {
    const sent = server.take_sent().at(0) ?? romeo.received.at(0);
    const text = sent?.get_child_text("body");
    assert(text === body, `${tostring(sent)} was sent. ${table.concat(server.complaints(), "\n")}`);
}

const answerLast = (body: string) => server.http.last_request().respond({ body });

measureWaiting(
    "greeting_card",
    "greeting fetched",
    () => {
        server.fire(HOST, "user-registered", { username: "juliet", host: HOST });
        answerLast("Good morrow");
    },
    () => assertSent("Good morrow"),
);
measureWaiting(
    "client_census",
    "client asked for its software",
    () => {
        server.fire(HOST, "resource-bind", { session: romeo.session });
        const asked = romeo.received.at(-1) as Prosody.Iq;
        server.receive_from(romeo, st.reply(asked).query("jabber:iq:version").text_tag("name", "Quill").up());
    },
    () => {
        assert(romeo.received.length === 1, "the client was not asked");
    },
);
measureWaiting(
    "weather_bot",
    "weather fetched in two steps",
    () => {
        server.receive_from(romeo, chat(HOST, "Verona"));
        answerLast("17");
        answerLast("Fair");
    },
    () => assertSent("Fair"),
);
measureWaiting(
    "headlines",
    "three headlines fetched in turn",
    () => {
        server.receive_from(romeo, chat(HOST, "news"));
        answerLast("Feud");
        answerLast("Exile");
        answerLast("Plague");
    },
    () => assertSent("verona: Feud\nmantua: Exile\npadua: Plague"),
);
