/** Modules of this folder that answer and send stanzas: they do what Prosody's plugins of their kind do. */
import { describe, expect, it } from "vitest";
import { errorCondition, prosodyVersions, useProsody, xml, type XmlElement } from "../../../src/testing/index.ts";
import { buildPlugins } from "./build-plugins.ts";

const DISCO_INFO = "http://jabber.org/protocol/disco#info";
const LAST_ACTIVITY = "jabber:iq:last";
const pluginPath = buildPlugins(
    "answer_ping",
    "entity_time",
    "server_uptime",
    "message_of_the_day",
    "last_seen",
    "contact_addresses",
    "abuse_contact",
);

const isPresence =
    (from: string, type?: string) =>
    ({ name, attrs }: XmlElement): boolean =>
        name === "presence" && attrs["from"] === from && attrs["type"] === type;

describe.each(prosodyVersions())("plugins written in TypeScript on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        pluginPaths: [pluginPath],
        config: {
            modules: ["server_uptime"],
            hosts: {
                localhost: {
                    modules: ["answer_ping", "entity_time", "last_seen", "contact_addresses"],
                    options: {
                        // Else Prosody's own would answer.
                        modules_disabled: ["s2s", "tls", "ping"],
                        contact_addresses_admin: ["xmpp:nurse@localhost", "mailto:nurse@example.org"],
                    },
                    users: { romeo: "r", juliet: "j", tybalt: "t" },
                },
                "news.localhost": {
                    modules: ["message_of_the_day"],
                    options: {
                        message_of_the_day_text: "A plague o' both your houses!",
                        message_of_the_day_delay: 0.3,
                    },
                    users: { prince: "p" },
                },
            },
        },
    });

    async function online(jid: string, password: string) {
        const session = await prosody.connect(jid, password);
        await session.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
        await session.send(xml`<presence/>`);
        await session.next(isPresence(session.jid));
        return session;
    }

    async function features(session: Awaited<ReturnType<typeof online>>, to: string): Promise<(string | undefined)[]> {
        const info = await session.iq(xml`<iq type="get" to="${to}"><query xmlns="${DISCO_INFO}"/></iq>`);
        return (info.getChild("query")?.getChildren("feature") ?? []).map(({ attrs }) => attrs["var"]);
    }

    describe("mod_answer_ping", () => {
        it("answers pings to the host, to the own account and to another's", async () => {
            const romeo = await online("romeo@localhost/orchard", "r");
            for (const to of [undefined, "localhost", "romeo@localhost", "juliet@localhost"]) {
                const address = to === undefined ? "" : ` to="${to}"`;
                const pong = await romeo.iq(`<iq type="get"${address}><ping xmlns="urn:xmpp:ping"/></iq>`);
                expect([to, pong.attrs["type"], pong.children]).toEqual([to, "result", []]);
            }
            expect(await features(romeo, "localhost")).toContain("urn:xmpp:ping");
        });

        it("leaves what is no ping alone, and pings once it is unloaded", async () => {
            const romeo = await online("romeo@localhost/orchard", "r");
            const set = await romeo.iq('<iq type="set" to="localhost"><ping xmlns="urn:xmpp:ping"/></iq>');
            expect(errorCondition(set)).toBe("service-unavailable");
            await prosody.server.unload("answer_ping", "localhost");
            const lost = await romeo.iq('<iq type="get" to="localhost"><ping xmlns="urn:xmpp:ping"/></iq>');
            expect(errorCondition(lost)).toBe("service-unavailable");
            expect(await features(romeo, "localhost")).not.toContain("urn:xmpp:ping");
            await prosody.server.load("answer_ping", "localhost");
        });
    });

    describe("mod_entity_time", () => {
        it("tells the time in UTC, and the server's zone", async () => {
            const romeo = await online("romeo@localhost/orchard", "r");
            // The clock that os.time asks goes on in ticks, some milliseconds behind.
            const before = Math.floor((Date.now() - 100) / 1000) * 1000;
            const answer = await romeo.iq('<iq type="get" to="localhost"><time xmlns="urn:xmpp:time"/></iq>');
            const time = answer.getChild("time", "urn:xmpp:time");
            expect(time?.getChildText("tzo")).toBe("+00:00");
            const told = Date.parse(time?.getChildText("utc") ?? "");
            expect(told).toBeGreaterThanOrEqual(before);
            expect(told).toBeLessThanOrEqual(Date.now());
            expect(await features(romeo, "localhost")).toContain("urn:xmpp:time");
        });
    });

    describe("mod_server_uptime", () => {
        it("is loaded once for the server and answers on each host", async () => {
            const romeo = await online("romeo@localhost/orchard", "r");
            for (const to of ["localhost", "news.localhost"]) {
                const seconds = await prosody.server.evaluate<number>("return os.time() - prosody.start_time");
                const answer = await romeo.iq(xml`<iq type="get" to="${to}"><query xmlns="${LAST_ACTIVITY}"/></iq>`);
                const told = answer.getChild("query", LAST_ACTIVITY)?.attrs["seconds"] ?? "";
                expect(told).toMatch(/^\d+$/);
                expect(Number(told) - seconds).toBeOneOf([0, 1, 2]);
            }
            expect(await prosody.server.isLoaded("server_uptime", "*")).toBe(true);
        });
    });

    describe("mod_message_of_the_day", () => {
        it("greets each client once, some time after it has come online", async () => {
            const prince = await prosody.connect("prince@news.localhost/verona", "p");
            await prince.send(xml`<presence/>`);
            await prince.next(isPresence(prince.jid));
            const started = Date.now();
            await prince.send(xml`<presence><show>away</show></presence>`);
            const message = await prince.next(({ name }) => name === "message");
            expect(message.attrs).toMatchObject({ from: "news.localhost", to: prince.jid, type: "headline" });
            expect(message.getChildText("body")).toBe("A plague o' both your houses!");
            expect(Date.now() - started).toBeGreaterThan(150);
            await prince.roundTrip("localhost");
            expect(prince.pending(({ name }) => name === "message")).toEqual([]);
        });

        it("says nothing to a client that has gone in the meantime", async () => {
            const prince = await prosody.connect("prince@news.localhost/verona", "p");
            await prince.send(xml`<presence/>`);
            await prince.next(isPresence(prince.jid));
            await prince.stop();
            // Longer than the delay: a timer that wrote to the closed session would be seen in the log.
            await new Promise((resolve) => setTimeout(resolve, 500));
        });

        it("stops at a missing text with one line", async () => {
            prosody.expectLog(
                /Option message_of_the_day_text of localhost: found nothing, expected a string that is not empty/,
            );
            await expect(prosody.server.load("message_of_the_day", "localhost")).rejects.toThrow(
                "message_of_the_day_text",
            );
        });
    });

    describe("mod_last_seen", () => {
        const ask = (jid: string) => xml`<iq type="get" to="${jid}"><query xmlns="${LAST_ACTIVITY}"/></iq>`;

        it("tells those who get a user's presence, and no one else", async () => {
            const romeo = await online("romeo@localhost/orchard", "r");
            const juliet = await online("juliet@localhost/balcony", "j");
            const tybalt = await online("tybalt@localhost/street", "t");
            await romeo.send(xml`<presence to="juliet@localhost" type="subscribe"/>`);
            await juliet.next(({ attrs }) => attrs["type"] === "subscribe");
            await juliet.send(xml`<presence to="romeo@localhost" type="subscribed"/>`);
            await romeo.next(isPresence(juliet.jid));

            expect((await romeo.iq(ask("juliet@localhost"))).getChild("query")?.attrs["seconds"]).toBe("0");
            expect(errorCondition(await tybalt.iq(ask("juliet@localhost")))).toBe("forbidden");
            expect(errorCondition(await juliet.iq(ask("romeo@localhost")))).toBe("forbidden");
            expect((await juliet.iq(ask("juliet@localhost"))).getChild("query")?.attrs["seconds"]).toBe("0");

            await juliet.send(xml`<presence type="unavailable"><status>Thus with a kiss…</status></presence>`);
            await juliet.stop();
            await romeo.next(isPresence(juliet.jid, "unavailable"));
            await prosody.server.reload("last_seen", "localhost");
            const query = (await romeo.iq(ask("juliet@localhost"))).getChild("query");
            expect(Number(query?.attrs["seconds"])).toBeOneOf([0, 1, 2]);
            expect(query?.text()).toBe("Thus with a kiss…");
        });

        it("remembers a client that lost its connection", async () => {
            const juliet = await online("juliet@localhost/balcony", "j");
            juliet.cut();
            const romeo = await online("romeo@localhost/orchard", "r");
            await expect
                .poll(async () => (await romeo.iq(ask("juliet@localhost"))).getChild("query")?.text())
                .not.toBe("Thus with a kiss…");
            expect(errorCondition(await romeo.iq(ask("nobody@localhost")))).toBe("forbidden");
        });
    });

    describe("mod_contact_addresses", () => {
        async function addresses(): Promise<Record<string, string[]>> {
            const romeo = await online("romeo@localhost/orchard", "r");
            const info = await romeo.iq(xml`<iq type="get" to="localhost"><query xmlns="${DISCO_INFO}"/></iq>`);
            const forms = info.getChild("query")?.getChildren("x", "jabber:x:data") ?? [];
            const found: Record<string, string[]> = {};
            for (const field of forms.flatMap((form) => form.getChildren("field"))) {
                const values = field.getChildren("value").map((value) => value.text());
                if (values.length > 0) found[field.attrs["var"] ?? ""] = values;
            }
            await romeo.stop();
            return found;
        }
        const configured = {
            FORM_TYPE: ["http://jabber.org/network/serverinfo"],
            "admin-addresses": ["xmpp:nurse@localhost", "mailto:nurse@example.org"],
        };

        it("shows its own addresses and those of modules that come and go", async () => {
            expect(await addresses()).toEqual(configured);
            await prosody.server.load("abuse_contact", "localhost");
            expect(await addresses()).toEqual({ ...configured, "abuse-addresses": ["mailto:abuse@localhost"] });
            await prosody.server.unload("abuse_contact", "localhost");
            expect(await addresses()).toEqual(configured);
        });

        it("takes its form away with itself", async () => {
            await prosody.server.unload("contact_addresses", "localhost");
            expect(await addresses()).toEqual({});
            await prosody.server.load("contact_addresses", "localhost");
            expect(await addresses()).toEqual(configured);
        });
    });
});
