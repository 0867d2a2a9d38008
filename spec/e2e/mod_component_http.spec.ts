import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
    errorCondition,
    errorType,
    prosodyVersions,
    startHttpBackend,
    useProsody,
    xml,
    type BackendAnswer,
    type ComponentConfig,
    type HttpBackend,
    type ProsodyConfig,
    type XmlElement,
    type XmppSession,
} from "../../src/testing/index.ts";

const BOT = "juliet@bot.localhost";
const ALL = "juliet@all.localhost";
const HASTY = "juliet@hasty.localhost";
const VERSION_QUERY = '<query xmlns="jabber:iq:version"/>';
const JSON_TYPE = { "Content-Type": "application/json" };

const isMessage = (stanza: XmlElement): boolean => stanza.name === "message";
const isPresence =
    (type?: string) =>
    (stanza: XmlElement): boolean =>
        stanza.name === "presence" && stanza.attrs["type"] === type;

describe.each(prosodyVersions())("mod_component_http on Prosody %s", (version) => {
    let backend: HttpBackend;
    let deadBackend: HttpBackend;
    let config: ProsodyConfig;

    beforeAll(async () => {
        backend = await startHttpBackend();
        deadBackend = await startHttpBackend();
        await deadBackend.stop();
    });

    afterAll(async () => {
        await backend.stop();
    });

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => {
            const component = (
                options: ComponentConfig["options"] = {},
                modules: string[] = [],
                url = backend.url(hostAddress, "/stanzas?key=hush"),
            ): ComponentConfig => ({
                module: "component_http",
                modules,
                options: { component_post_url: url, ...options },
            });
            config = {
                hosts: { localhost: { users: { romeo: "r" } } },
                components: {
                    "bot.localhost": component({}, ["disco", "ping"]),
                    "all.localhost": component({ component_post_stanzas: ["message", "presence", "iq"] }),
                    "hasty.localhost": component({
                        component_post_stanzas: ["message", "iq"],
                        component_post_timeout: 0.5,
                    }),
                    "dead.localhost": component(
                        { component_post_stanzas: ["message", "iq"] },
                        [],
                        deadBackend.url(hostAddress).replace("http:", "HTTP:"),
                    ),
                    "tls.localhost": component(
                        { component_post_stanzas: ["iq"] },
                        [],
                        backend.url(hostAddress).replace("http:", "https:"),
                    ),
                    "old.localhost": component({ post_stanza_types: ["presence"] }),
                    "basic.localhost": component(
                        {},
                        [],
                        backend.url(hostAddress, "/basic").replace("http://", "http://capulet:nurse@"),
                    ),
                },
            };
            return config;
        },
        expectAtStart: [
            { pattern: /^Option post_stanza_types is the old name of component_post_stanzas, please rename it$/ },
        ],
    });

    beforeEach(() => {
        backend.clear();
        backend.answer({});
    });

    const login = (): Promise<XmppSession> => prosody.connect("romeo@localhost/orchard", "r");

    /** Waits until the server has taken every answer of the backend, and the client what came of it. */
    async function settle(romeo: XmppSession): Promise<void> {
        await vi.waitFor(() => expect(backend.openConnections).toBe(0), { timeout: 5000, interval: 10 });
        await romeo.roundTrip();
    }

    /** Else the server would do it when the client leaves, and the backend get a presence of this spec during the next. */
    async function takeBackPresence(romeo: XmppSession, to: string): Promise<void> {
        backend.answer({ status: 204 });
        await romeo.send(xml`<presence to="${to}" type="unavailable"/>`);
        await backend.next((request) => request.text.includes('"unavailable"'));
        await settle(romeo);
    }

    async function say(romeo: XmppSession, answer: BackendAnswer, to = BOT): Promise<void> {
        backend.answer(answer);
        await romeo.send(xml`<message to="${to}" type="chat" id="m1"><body>hello</body></message>`);
        await backend.next();
    }

    /** Sends a message that gets an answer; nothing may come of that. */
    async function expectSilence(answer: BackendAnswer, to = BOT): Promise<void> {
        const romeo = await login();
        await say(romeo, answer, to);
        await settle(romeo);
        expect(romeo.pending().map(String)).toEqual([]);
        await expectAlive(romeo, to);
    }

    /** The component still serves. */
    async function expectAlive(romeo: XmppSession, to = BOT): Promise<void> {
        backend.clear();
        await say(romeo, { json: { body: "still here" } }, to);
        expect((await romeo.next(isMessage)).getChildText("body")).toBe("still here");
    }

    async function ask(answer: BackendAnswer, to = ALL, payload = VERSION_QUERY): Promise<XmlElement> {
        const romeo = await login();
        backend.answer(answer);
        const reply = await romeo.iq(`<iq type="get" to="${to}" id="q1">${payload}</iq>`);
        await settle(romeo);
        expect(romeo.pending().map(String)).toEqual([]);
        expect(reply.attrs["from"]).toBe(to);
        expect(reply.attrs["to"]).toBe("romeo@localhost/orchard");
        return reply;
    }

    async function expectIqError(answer: BackendAnswer, condition: string, type: string): Promise<void> {
        const reply = await ask(answer);
        expect([reply.attrs["type"], errorCondition(reply), errorType(reply)]).toEqual(["error", condition, type]);
    }

    describe("what it posts", () => {
        it("posts a message as JSON with addresses, kind, type, id, body and the full XML", async () => {
            const romeo = await login();
            await romeo.send(
                xml`<message to="${BOT}/balcony" type="chat" id="m7"><body>Wherefore? „Ü“ 🌹</body><x xmlns="urn:x"/></message>`,
            );
            const request = await backend.next();
            expect(request.method).toBe("POST");
            expect(request.path).toBe("/stanzas?key=hush");
            expect(request.headers["content-type"]).toBe("application/json");
            const posted = request.json() as Record<string, string>;
            expect(posted).toEqual({
                to: `${BOT}/balcony`,
                from: "romeo@localhost/orchard",
                kind: "message",
                type: "chat",
                id: "m7",
                body: "Wherefore? „Ü“ 🌹",
                stanza: expect.stringMatching(
                    /^<message.*<body>Wherefore\? „Ü“ 🌹<\/body>.*urn:x.*<\/message>$/s,
                ) as string,
            });
            await settle(romeo);
        });

        it("leaves out what a stanza does not have", async () => {
            const romeo = await login();
            await romeo.send(xml`<message to="bot.localhost"><subject>no body</subject></message>`);
            expect(Object.keys((await backend.next()).json() as object).sort()).toEqual([
                "from",
                "kind",
                "stanza",
                "to",
            ]);
            await settle(romeo);
        });

        it.each(["bot.localhost", BOT, `${BOT}/balcony`, "bot.localhost/balcony"])(
            "posts messages to %s",
            async (to) => {
                const romeo = await login();
                await say(romeo, { json: { body: "yes?" } }, to);
                const reply = await romeo.next(isMessage);
                expect(reply.attrs["from"]).toBe(to);
            },
        );

        it("posts only messages unless told otherwise", async () => {
            const romeo = await login();
            const answer = await romeo.iq(`<iq type="get" to="${BOT}">${VERSION_QUERY}</iq>`);
            expect(errorCondition(answer)).toBe("service-unavailable");
            await romeo.send(xml`<presence to="${BOT}"/>`);
            await romeo.roundTrip();
            expect(backend.requests).toEqual([]);
        });

        it("posts presence and IQs where the options say so", async () => {
            const romeo = await login();
            await romeo.send(xml`<presence to="${ALL}" id="p1"><show>away</show></presence>`);
            const presence = await backend.next((request) => request.text.includes('"presence"'));
            expect(presence.json()).toMatchObject({ kind: "presence", to: ALL, id: "p1" });
            backend.answer({ json: {} });
            await romeo.iq(`<iq type="set" to="${ALL}" id="q9">${VERSION_QUERY}</iq>`);
            const iq = await backend.next((request) => request.text.includes('"iq"'));
            expect(iq.json()).toMatchObject({ kind: "iq", type: "set", id: "q9" });
            await takeBackPresence(romeo, ALL);
            expect(romeo.pending()).toEqual([]);
        });

        it("posts what the old name of component_post_stanzas lists", async () => {
            const romeo = await login();
            await romeo.send(xml`<presence to="old.localhost"/>`);
            expect((await backend.next()).json()).toMatchObject({ kind: "presence", to: "old.localhost" });
            await takeBackPresence(romeo, "old.localhost");
        });

        it("sends the credentials in the URL as Basic authentication and logs neither them nor path and query", async () => {
            const romeo = await login();
            const mark = prosody.server.log.mark();
            await say(romeo, {}, "basic.localhost");
            const [request] = backend.requests;
            expect(request?.headers.authorization).toBe(`Basic ${Buffer.from("capulet:nurse").toString("base64")}`);
            prosody.expectLog(/answered 500 to the message from romeo@localhost/, { times: 2, level: "warn" });
            await say(romeo, { status: 500 }, "basic.localhost");
            await say(romeo, { status: 500 }, BOT);
            await settle(romeo);
            await prosody.server.flushLog();
            expect(prosody.server.log.text(mark)).not.toMatch(/nurse|hush|stanzas\?|\/basic/);
        });
    });

    describe("a 200 answer with JSON", () => {
        it("becomes a message with swapped addresses and the message's type", async () => {
            const romeo = await login();
            await say(romeo, { json: { body: "Did you say hello?" } });
            const reply = await romeo.next(isMessage);
            expect(reply.attrs).toMatchObject({ from: BOT, to: "romeo@localhost/orchard", type: "chat" });
            expect(reply.getChildText("body")).toBe("Did you say hello?");
        });

        it("may set to, from, type and id", async () => {
            const romeo = await login();
            await romeo.send(xml`<presence/>`);
            await say(romeo, {
                json: {
                    to: "Romeo@LOCALHOST",
                    from: "NURSE@bot.localhost/door",
                    type: "headline",
                    id: "r1",
                    body: "psst",
                },
            });
            const reply = await romeo.next(isMessage);
            expect(reply.attrs).toMatchObject({
                from: "nurse@bot.localhost/door",
                to: "romeo@localhost",
                type: "headline",
                id: "r1",
            });
        });

        it("may be a presence or an IQ of the component's own", async () => {
            const romeo = await login();
            await say(romeo, { json: { kind: "presence", type: "unavailable" } });
            await romeo.next(isPresence("unavailable"));
            await say(romeo, { json: { kind: "iq", type: "get", payload: VERSION_QUERY } });
            const request = await romeo.next((stanza) => stanza.name === "iq" && stanza.attrs["type"] === "get");
            expect(request.attrs["id"]).toMatch(/./);
            expect(request.getChild("query", "jabber:iq:version")).toBeDefined();
        });

        it("may carry further elements as payload", async () => {
            const romeo = await login();
            await say(romeo, { json: { body: "look", payload: "<x xmlns='jabber:x:oob'><url>http://x/</url></x>" } });
            expect((await romeo.next(isMessage)).getChild("x", "jabber:x:oob")?.getChildText("url")).toBe("http://x/");
        });

        it.each([
            ["without xmlns", ""],
            ["in jabber:client", " xmlns='jabber:client'"],
        ])("may be a whole stanza as XML, %s, which overrides the rest", async (_how, xmlns) => {
            const romeo = await login();
            await say(romeo, {
                json: {
                    body: "ignored",
                    type: "headline",
                    stanza: `<message${xmlns} type='normal' id='x1'><body>as is</body><html xmlns='urn:h'><body>h</body></html></message>`,
                },
            });
            const reply = await romeo.next(isMessage);
            expect(reply.attrs).toMatchObject({ from: BOT, to: "romeo@localhost/orchard", type: "normal", id: "x1" });
            expect(reply.getChildText("body")).toBe("as is");
            expect(reply.getChild("body")?.getNS()).toBe("jabber:client");
            expect(reply.getChild("html", "urn:h")?.getChildText("body")).toBe("h");
            expect(reply.toString()).not.toContain("ignored");
        });

        it.each(["application/json; charset=utf-8", "Application/JSON", "  application/json;charset=UTF-8 "])(
            "is recognised by the media type in %j",
            async (contentType) => {
                const romeo = await login();
                await say(romeo, { headers: { "Content-Type": contentType }, body: '{"body":"json"}' });
                expect((await romeo.next(isMessage)).getChildText("body")).toBe("json");
            },
        );

        it("is read to its end where it comes in pieces", async () => {
            const romeo = await login();
            await say(romeo, { json: { body: "slow and whole" }, trickle: 2 });
            expect((await romeo.next(isMessage)).getChildText("body")).toBe("slow and whole");
        });

        it("is read to its end where it ends with the connection", async () => {
            const romeo = await login();
            const headers = { ...JSON_TYPE, Connection: "close", "Transfer-Encoding": "identity" };
            await say(romeo, { headers, body: '{"body":"until closed"}', trickle: 2 });
            expect((await romeo.next(isMessage)).getChildText("body")).toBe("until closed");
        });
    });

    describe("no reply to a message", () => {
        it.each<[string, BackendAnswer]>([
            ["204", { status: 204 }],
            ["another 2xx, even with JSON", { status: 202, json: { body: "no" } }],
            ["another media type", { headers: { "Content-Type": "text/plain" }, body: '{"body":"no"}' }],
            [
                "a media type that merely begins the same",
                { headers: { "Content-Type": "application/jsonp" }, body: "{}" },
            ],
            ["no media type", { body: '{"body":"no"}' }],
            ["an empty 200", { headers: JSON_TYPE }],
        ])("comes of %s", async (_what, answer) => {
            await expectSilence(answer);
        });
    });

    describe("an IQ has exactly one answer", () => {
        it.each<[string, BackendAnswer]>([
            ["204", { status: 204 }],
            ["an empty 200", {}],
            ["an empty 200 of JSON", { headers: JSON_TYPE }],
            ["an empty object", { json: {} }],
        ])("an empty result of %s", async (_what, answer) => {
            const reply = await ask(answer);
            expect(reply.attrs["type"]).toBe("result");
            expect(reply.getChildElements()).toEqual([]);
        });

        it("a result with the payload of the JSON", async () => {
            const reply = await ask({ json: { payload: "<query xmlns='jabber:iq:version'><name>Bot</name></query>" } });
            expect(reply.attrs["type"]).toBe("result");
            expect(reply.getChild("query", "jabber:iq:version")?.getChildText("name")).toBe("Bot");
        });

        it("the stanza of the JSON, whose id may be left out", async () => {
            const reply = await ask({
                json: {
                    stanza: "<iq type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>",
                },
            });
            expect([reply.attrs["type"], errorCondition(reply)]).toEqual(["error", "bad-request"]);
        });

        it("an empty result beside a message that the backend sends instead", async () => {
            const romeo = await login();
            backend.answer({ json: { kind: "message", body: "by the way" } });
            const reply = await romeo.iq(`<iq type="get" to="${ALL}">${VERSION_QUERY}</iq>`);
            expect(reply.attrs["type"]).toBe("result");
            expect((await romeo.next(isMessage)).getChildText("body")).toBe("by the way");
        });

        it.each([
            [400, "bad-request", "modify"],
            [401, "not-authorized", "auth"],
            [403, "forbidden", "auth"],
            [404, "item-not-found", "cancel"],
            [410, "gone", "cancel"],
            [429, "resource-constraint", "wait"],
        ])("an error of status %d: %s", async (status, condition, type) => {
            await expectIqError({ status }, condition, type);
        });

        it.each([
            [302, "service-unavailable", "cancel"],
            [500, "internal-server-error", "cancel"],
            [502, "service-unavailable", "cancel"],
            [503, "service-unavailable", "cancel"],
            [504, "remote-server-timeout", "wait"],
        ])("an error of status %d, with a warning: %s", async (status, condition, type) => {
            prosody.expectLog(new RegExp(`answered ${status} to the iq from romeo@localhost/orchard$`), {
                level: "warn",
            });
            await expectIqError({ status }, condition, type);
        });

        it("an error where the answer is no JSON", async () => {
            prosody.expectLog(/answered an iq with 200 and text\/html, expected JSON$/, { level: "warn" });
            const html = { headers: { "Content-Type": "text/html" }, body: "<h1>It works!</h1>" };
            await expectIqError(html, "internal-server-error", "cancel");
        });

        it.each<[string, object]>([
            ["id", { id: "other" }],
            ["to", { to: "romeo@localhost/elsewhere" }],
            ["from", { from: "nurse@all.localhost" }],
            ["type", { type: "chat" }],
            ["type", { type: "error" }],
            ["payload", { payload: "<broken" }],
            ["kind", { kind: "iq ", payload: VERSION_QUERY }],
        ])("an error where the answer's %s does not fit", async (field, json) => {
            prosody.expectLog(
                new RegExp(`^Answer of http://[^/]+ to the iq from romeo@localhost/orchard refused: ${field} `),
                {
                    level: "warn",
                },
            );
            await expectIqError({ json }, "internal-server-error", "cancel");
        });
    });

    describe("errors and results", () => {
        it.each([
            ["message", xml`<message to="${ALL}" type="error" id="e1"><body>b</body><error type="cancel"/></message>`],
            ["presence", xml`<presence to="${ALL}" type="error" id="e1"><error type="cancel"/></presence>`],
            ["iq", xml`<iq to="${ALL}" type="error" id="e1"><error type="cancel"/></iq>`],
            ["iq", xml`<iq to="${ALL}" type="result" id="e1"/>`],
        ])("are posted with their type and never answered (%s)", async (kind, stanza) => {
            const romeo = await login();
            backend.answer({ json: { kind: "message", body: "no loops" } });
            await romeo.send(stanza);
            expect((await backend.next()).json()).toMatchObject({ kind, type: stanza.attrs["type"], id: "e1" });
            await settle(romeo);
            expect(romeo.pending().map(String)).toEqual([]);
        });
    });

    describe("an answer of the wrong shape is one warning, and the component goes on", () => {
        const wrong: [string, string, RegExp][] = [
            ["a number", "5", /the JSON is a number 5, expected an object$/],
            ["a list", "[]", /the JSON is an array, expected an object$/],
            ["null", "null", /the JSON is null, expected an object$/],
            ["malformed JSON", '{"body":', /malformed JSON, /],
            ["JSON with a tail", '{"body":"x"} y', /malformed JSON, /],
            ["JSON nested without end", "[".repeat(300_000), /malformed JSON, /],
            [
                "more than half a mebibyte",
                `{"body":"${"x".repeat(600_000)}"}`,
                /600011 bytes are more than the limit of 524288$/,
            ],
            ["a lone surrogate", '{"body":"\\ud800"}', /malformed JSON, invalid escape$/],
            ["a nested object as body", '{"body":{"text":"x"}}', /body is an object, expected text/],
            ["null as body", '{"body":null}', /body is null, expected text/],
            ["a control character", '{"body":"a\\u0007b"}', /body is a string "a\?b", expected text/],
            ["an escape character", '{"body":"a\\u001b"}', /body is a string "a\?", expected text/],
            ["a NUL", '{"body":"\\u0000"}', /body is a string "\?", expected text/],
            ["a noncharacter", '{"body":"\\uffff"}', /body is a string ".*", expected text/],
            ["an unknown kind", '{"kind":"stream","body":"x"}', /kind is a string "stream", expected "message"/],
            ["an unknown type", '{"type":"shout","body":"x"}', /type is a string "shout", which no message has$/],
            ["a type that is a list", '{"type":[],"body":"x"}', /type is an array, which no message has$/],
            ["a number as id", '{"id":5,"body":"x"}', /id is a number 5, expected text/],
            ["an invalid JID", '{"to":"@localhost","body":"x"}', /to is a string "@localhost", expected a JID$/],
            ["a number as JID", '{"to":17,"body":"x"}', /to is a number 17, expected a JID$/],
            [
                "a sender elsewhere",
                '{"from":"romeo@localhost","body":"x"}',
                /from is a string "romeo@localhost", expected a JID of bot.localhost$/,
            ],
            [
                "a sender on a look-alike",
                '{"from":"a@evil.bot.localhost","body":"x"}',
                /from is .*, expected a JID of bot.localhost$/,
            ],
            [
                "an iq result nobody asked for",
                '{"kind":"iq","type":"result"}',
                /type is "result" where no iq waits for an answer$/,
            ],
            ["an iq without type", '{"kind":"iq"}', /type is missing, expected "get"/],
            [
                "an iq request without payload",
                '{"kind":"iq","type":"get"}',
                /payload must be one element in an iq of type get$/,
            ],
        ];
        it.each(wrong)("%s", async (_what, body, warning) => {
            prosody.expectLog(
                new RegExp(
                    `^Answer of http://[^/]+ to the message from romeo@localhost/orchard refused: .*${warning.source}`,
                ),
                { level: "warn" },
            );
            await expectSilence({ headers: JSON_TYPE, body });
        });

        it("broken UTF-8", async () => {
            prosody.expectLog(/refused: body is a string "\?\?\?", expected text/, { level: "warn" });
            const romeo = await login();
            backend.answer({ headers: JSON_TYPE, body: Buffer.from('{"body":"\xed\xa0\x80"}', "latin1") });
            await romeo.send(xml`<message to="${BOT}"><body>hello</body></message>`);
            await backend.next();
            await settle(romeo);
            expect(romeo.pending()).toEqual([]);
            await expectAlive(romeo);
        });

        const wrongXml: [string, string, RegExp][] = [
            ["XML that does not parse", "<message><body>", /stanza is no XML for a stream: /],
            ["no XML", "hello", /stanza is no XML for a stream: /],
            [
                "a document type",
                "<!DOCTYPE message [<!ENTITY a 'b'>]><message><body>&a;</body></message>",
                /stanza is no XML for a stream: /,
            ],
            ["two roots", "<message/><message/>", /stanza is no XML for a stream: /],
            ["a comment", "<message><!-- x --></message>", /stanza is no XML for a stream: /],
            ["a processing instruction", "<message><?x y?></message>", /stanza is no XML for a stream: /],
            ["an undefined entity", "<message><body>&nbsp;</body></message>", /stanza is no XML for a stream: /],
            [
                "a stream element",
                "<stream:stream xmlns:stream='http://etherx.jabber.org/streams'/>",
                /stanza is <stream\/>, expected <message\/>/,
            ],
            [
                "something that is no stanza",
                "<query xmlns='jabber:iq:version'/>",
                /stanza is <query\/>, expected <message\/>/,
            ],
            ["a stanza of another namespace", "<message xmlns='urn:x'/>", /stanza is <message\/>, expected/],
            [
                "a sender elsewhere in XML",
                "<message from='romeo@localhost'><body>x</body></message>",
                /from is a string "romeo@localhost"/,
            ],
            ["a wrong type in XML", "<message type='shout'><body>x</body></message>", /type is a string "shout"/],
            ["an iq without type in XML", "<iq id='1'/>", /type is missing/],
            [
                "too deep XML",
                `<message>${"<a>".repeat(200)}${"</a>".repeat(200)}</message>`,
                /stanza is nested deeper than 100 elements$/,
            ],
            [
                "a control character in XML",
                "<message><body>\u0001</body></message>",
                /stanza has characters that XML cannot carry$/,
            ],
        ];
        it.each(wrongXml)("%s", async (_what, stanza, warning) => {
            prosody.expectLog(new RegExp(`refused: ${warning.source}`), { level: "warn" });
            await expectSilence({ json: { stanza } });
        });

        it.each(["<iq type='result'>", "<!DOCTYPE iq><iq type='result'/>", "<iq type='result' from='localhost'/>"])(
            "and an error for an IQ: %s",
            async (stanza) => {
                prosody.expectLog(/^Answer of http:\/\/\S+ to the iq from romeo@localhost\/orchard refused: /, {
                    level: "warn",
                });
                await expectIqError({ json: { stanza } }, "internal-server-error", "cancel");
            },
        );
    });

    describe("a backend in trouble", () => {
        it("that is down is one warning a stanza, and an error for an IQ", async () => {
            prosody.expectLog(
                /^http:\/\/\S+ failed on the message from romeo@localhost\/orchard: connection refused$/,
                {
                    level: "warn",
                },
            );
            prosody.expectLog(/^http:\/\/\S+ failed on the iq from romeo@localhost\/orchard: connection refused$/, {
                level: "warn",
            });
            const romeo = await login();
            await romeo.send(xml`<message to="dead.localhost"><body>anyone?</body></message>`);
            const reply = await romeo.iq(`<iq type="get" to="dead.localhost">${VERSION_QUERY}</iq>`);
            expect([errorCondition(reply), errorType(reply)]).toEqual(["remote-server-timeout", "wait"]);
            await romeo.roundTrip();
            expect(romeo.pending()).toEqual([]);
        });

        it("that does not speak TLS is one warning, and an error for an IQ", async () => {
            prosody.expectLog(/^https:\/\/\S+ failed on the iq from romeo@localhost\/orchard: /, { level: "warn" });
            const romeo = await login();
            const reply = await romeo.iq(`<iq type="get" to="tls.localhost">${VERSION_QUERY}</iq>`);
            expect([errorCondition(reply), errorType(reply)]).toEqual(["remote-server-timeout", "wait"]);
            expect(backend.requests).toEqual([]);
        });

        it.each(["drop", "die"] as const)(
            "that breaks the connection is one warning, and an error for an IQ (%s)",
            async (how) => {
                prosody.expectLog(/failed on the iq from romeo@localhost\/orchard: /, { level: "warn" });
                const romeo = await login();
                backend.answer(how);
                const reply = await romeo.iq(`<iq type="get" to="${ALL}">${VERSION_QUERY}</iq>`);
                expect([errorCondition(reply), errorType(reply)]).toEqual(["remote-server-timeout", "wait"]);
            },
        );

        it("that hangs is given up after the timeout, and holds up nobody else", async () => {
            prosody.expectLog(/did not answer to the iq from romeo@localhost\/orchard within 0.5 seconds$/, {
                level: "warn",
            });
            const romeo = await login();
            backend.answer((request) => (request.text.includes("hang") ? "hang" : { json: { body: "quick" } }));
            const started = Date.now();
            const hanging = romeo.iq(`<iq type="get" to="${HASTY}" id="hang">${VERSION_QUERY}</iq>`);
            await backend.next();
            await romeo.send(xml`<message to="${HASTY}"><body>hello</body></message>`);
            expect((await romeo.next(isMessage)).getChildText("body")).toBe("quick");
            expect(Date.now() - started).toBeLessThan(450);
            const reply = await hanging;
            expect([errorCondition(reply), errorType(reply)]).toEqual(["remote-server-timeout", "wait"]);
            expect(Date.now() - started).toBeGreaterThanOrEqual(450);
            await settle(romeo);
        });

        it("that answers too late has no effect", async () => {
            prosody.expectLog(/did not answer to the message from romeo@localhost\/orchard within 0.5 seconds$/, {
                level: "warn",
            });
            const romeo = await login();
            backend.answer({ json: { body: "late" }, after: 800 });
            await romeo.send(xml`<message to="${HASTY}"><body>hello</body></message>`);
            await new Promise((resolve) => setTimeout(resolve, 1000));
            await settle(romeo);
            expect(romeo.pending()).toEqual([]);
        });

        it("that comes back is used again", async () => {
            prosody.expectLog(/failed on the message from romeo@localhost\/orchard: connection refused$/, {
                level: "warn",
            });
            const romeo = await login();
            const mark = prosody.server.log.mark();
            await backend.stop();
            await romeo.send(xml`<message to="${BOT}"><body>hello</body></message>`);
            await prosody.server.log.next(/failed on the message/, { from: mark });
            await backend.start();
            await expectAlive(romeo);
        });
    });

    describe("presence", () => {
        it.each(["bot.localhost", BOT])(
            "makes %s a contact that accepts subscriptions and is always on",
            async (contact) => {
                const romeo = await login();
                await romeo.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
                await romeo.send(xml`<presence/>`);
                await romeo.send(xml`<presence to="${contact}" type="subscribe"/>`);
                expect((await romeo.next(isPresence("subscribed"))).attrs["from"]).toBe(contact);
                const isAvailable = (stanza: XmlElement): boolean =>
                    isPresence()(stanza) && stanza.attrs["from"] === contact;
                await romeo.next(isAvailable);

                // The server probes for a resource that comes online (RFC 6121, section 4.3.1).
                const second = await prosody.connect("romeo@localhost/balcony", "r");
                await second.send(xml`<presence/>`);
                await second.next(isAvailable);

                await romeo.send(xml`<presence to="${contact}" type="unsubscribe"/>`);
                await romeo.next((stanza) => isPresence("unavailable")(stanza) && stanza.attrs["from"] === contact);
                await romeo.iq(
                    `<iq type="set"><query xmlns="jabber:iq:roster"><item jid="${contact}" subscription="remove"/></query></iq>`,
                );
                expect(backend.requests).toEqual([]);
            },
        );

        it.each(["bot.localhost", BOT, `${BOT}/balcony`])("answers a probe to %s", async (to) => {
            const romeo = await login();
            // Prosody lets no client send probes: this is one as another server sends it.
            await prosody.server.evaluate(
                `local args = ...; local st = require "util.stanza";
                prosody.core_post_stanza(prosody.hosts.localhost,
                    st.presence({ type = "probe", to = args.to, from = "romeo@localhost/orchard" }));`,
                { to },
            );
            expect((await romeo.next(isPresence())).attrs["from"]).toBe(to);
        });

        it("acknowledges the end of a subscription", async () => {
            const mark = prosody.server.log.mark();
            await prosody.server.evaluate(
                `local args = ...; local st = require "util.stanza";
                prosody.core_post_stanza(prosody.hosts.localhost,
                    st.presence({ type = "unsubscribe", to = args.to, from = "romeo@localhost" }));`,
                { to: BOT },
            );
            await prosody.server.log.next(
                /inbound presence unsubscribed from juliet@bot.localhost for romeo@localhost/,
                {
                    from: mark,
                },
            );
        });

        it("of other kinds is taken without an answer", async () => {
            const romeo = await login();
            await romeo.send(xml`<presence to="${BOT}/balcony"/>`);
            await romeo.send(xml`<presence to="${BOT}" type="unavailable"/>`);
            await romeo.send(xml`<presence to="bot.localhost" type="error"><error type="cancel"/></presence>`);
            await romeo.roundTrip();
            expect(romeo.pending()).toEqual([]);
        });
    });

    it("leaves IQs that are not posted to Prosody: disco and ping answer", async () => {
        const romeo = await login();
        await romeo.roundTrip("bot.localhost");
        const disco = await romeo.iq(
            '<iq type="get" to="bot.localhost"><query xmlns="http://jabber.org/protocol/disco#info"/></iq>',
        );
        expect(disco.attrs["type"]).toBe("result");
        expect(backend.requests).toEqual([]);
    });

    describe("with requests in flight", () => {
        const hang = (): Promise<XmlElement> | BackendAnswer => ({ json: { body: "late" }, after: 400 });

        it.each(["reload", "unload"] as const)("answers IQs at %s and drops late answers", async (action) => {
            const romeo = await login();
            backend.answer(hang as () => BackendAnswer);
            await romeo.send(xml`<message to="${ALL}"><body>hello</body></message>`);
            const asked = romeo.iq(`<iq type="get" to="${ALL}">${VERSION_QUERY}</iq>`);
            await vi.waitFor(() => expect(backend.requests).toHaveLength(2));
            await prosody.server[action]("component_http", "all.localhost");
            const reply = await asked;
            expect([errorCondition(reply), errorType(reply)]).toEqual(["remote-server-timeout", "wait"]);
            await new Promise((resolve) => setTimeout(resolve, 600));
            await settle(romeo);
            expect(romeo.pending().map(String)).toEqual([]);
            if (action === "unload") await prosody.server.load("component_http", "all.localhost");
            await expectAlive(romeo, ALL);
        });

        it("takes a changed option at reload", async () => {
            const romeo = await login();
            const changed = structuredClone(config) as {
                components: Record<string, { options: Record<string, unknown> }>;
            };
            changed.components["bot.localhost"]!.options["component_post_stanzas"] = "presence";
            try {
                await prosody.server.configure(changed as ProsodyConfig);
                await prosody.server.reload("component_http", "bot.localhost");
                await romeo.send(xml`<presence to="${BOT}"/>`);
                expect((await backend.next()).json()).toMatchObject({ kind: "presence" });
                const unposted = await romeo
                    .send(xml`<message to="${BOT}" id="m2"><body>hello</body></message>`)
                    .then(() => romeo.next((stanza) => stanza.attrs["id"] === "m2"));
                expect(errorCondition(unposted)).toBe("service-unavailable");
            } finally {
                await prosody.server.configure(config);
                await prosody.server.reload("component_http", "bot.localhost");
            }
            await settle(romeo);
        });
    });

    describe("a configuration that it cannot work with stops it with one line", () => {
        const wrong: [string, NonNullable<ComponentConfig["options"]>, string][] = [
            [
                "no URL",
                {},
                "Option component_post_url of wrong.localhost: found nothing, expected a URL that starts with http:// or https://",
            ],
            [
                "a number as URL",
                { component_post_url: 5 },
                "Option component_post_url of wrong.localhost: found a number 5, expected a URL that starts with http:// or https://",
            ],
            [
                "a URL of another scheme",
                { component_post_url: "ftp://a:secret@x/y?z" },
                'Option component_post_url of wrong.localhost: found a string "ftp://...@x/y?...", expected a URL that starts with http:// or https://',
            ],
            [
                "a URL with a line break",
                { component_post_url: "http://x/\r\nHost: y" },
                'Option component_post_url of wrong.localhost: found a string "http://x/??Host: y", expected a URL that starts with http:// or https://',
            ],
            [
                "a URL without host",
                { component_post_url: "http:///x" },
                'Option component_post_url of wrong.localhost: found a string "http:///x", expected a URL that starts with http:// or https://',
            ],
            [
                "an unknown kind",
                { component_post_url: "http://x/", component_post_stanzas: ["message", "iqs"] },
                'Option component_post_stanzas of wrong.localhost: found a string "iqs" as item 2, expected a list of "message", "presence", "iq"',
            ],
            [
                "an empty list of kinds",
                { component_post_url: "http://x/", component_post_stanzas: [] },
                'Option component_post_stanzas of wrong.localhost: found an empty table, expected a list of "message", "presence", "iq"',
            ],
            [
                "a timeout as text",
                { component_post_url: "http://x/", component_post_timeout: "60" },
                'Option component_post_timeout of wrong.localhost: found a string "60", expected a number of seconds above 0 and at most 840',
            ],
            [
                "a timeout of zero",
                { component_post_url: "http://x/", component_post_timeout: 0 },
                "Option component_post_timeout of wrong.localhost: found a number 0, expected a number of seconds above 0 and at most 840",
            ],
        ];
        it.each(wrong)("%s", async (_what, options, line) => {
            const escaped = line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
            prosody.expectLog(
                new RegExp(`^Error initializing module 'component_http' on 'wrong.localhost': ${escaped}$`),
                { level: "error" },
            );
            try {
                await prosody.server.configure({
                    ...config,
                    components: { ...config.components, "wrong.localhost": { module: "component_http", options } },
                });
                expect(await prosody.server.isLoaded("component_http", "wrong.localhost")).toBe(false);
                const romeo = await login();
                await romeo.send(xml`<message to="wrong.localhost" id="m3"><body>hello</body></message>`);
                const reply = await romeo.next((stanza) => stanza.attrs["id"] === "m3");
                expect(errorCondition(reply)).toBe("service-unavailable");
            } finally {
                await prosody.server.configure(config);
            }
        });

        it("a host that is no component", async () => {
            prosody.expectLog(
                /^Error initializing module 'component_http' on 'localhost': mod_component_http must be loaded as a component, found a local host localhost, expected: Component "localhost" "component_http"$/,
                { level: "error" },
            );
            await expect(prosody.server.load("component_http", "localhost")).rejects.toThrow(
                /must be loaded as a component/,
            );
            expect(await prosody.server.isLoaded("component_http", "localhost")).toBe(false);
        });
    });
});

describe.each(prosodyVersions())("the backend in mod_component_http's README on Prosody %s", (version) => {
    let bot: ChildProcess;
    let port: string;

    beforeAll(async () => {
        const readme = await readFile(
            new URL("../../src/modules/mod_component_http/README.md", import.meta.url),
            "utf8",
        );
        const [, program = ""] = /```js\n(.*?)```/s.exec(readme) ?? [];
        bot = spawn(process.execPath, ["--input-type=module", "-"], {
            env: { ...process.env, HOST: "0.0.0.0", PORT: "0" },
            stdio: ["pipe", "pipe", "inherit"],
        });
        bot.stdin!.end(program);
        port = await new Promise((resolve, reject) => {
            bot.once("exit", (code) => reject(new Error(`The example ended with ${code}`)));
            bot.stdout!.once("data", (line: Buffer) => resolve(/port (\d+)/.exec(line.toString())![1]!));
        });
    });

    afterAll(() => {
        bot.kill();
    });

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => ({
            hosts: { localhost: { users: { romeo: "r" } } },
            components: {
                "bot.localhost": {
                    module: "component_http",
                    options: { component_post_url: `http://${hostAddress}:${port}` },
                },
            },
        }),
    });

    it("echoes messages, and leaves typing notifications alone", async () => {
        const romeo = await prosody.connect("romeo@localhost", "r");
        await romeo.send(
            xml`<message to="${BOT}"><composing xmlns="http://jabber.org/protocol/chatstates"/></message>`,
        );
        await romeo.send(xml`<message to="${BOT}" type="chat"><body>so "fair" & foul</body></message>`);
        const reply = await romeo.next(isMessage);
        expect(reply.getChildText("body")).toBe('Did you say "so "fair" & foul"?');
        expect(romeo.pending()).toEqual([]);
    });
});
