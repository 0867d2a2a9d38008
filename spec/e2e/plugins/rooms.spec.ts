/** A module of this folder that hooks into rooms (XEP-0045), loaded on Prosody's MUC component. */
import { describe, expect, it } from "vitest";
import {
    errorCondition,
    prosodyVersions,
    useProsody,
    xml,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { buildPlugins } from "./build-plugins.ts";

const MUC = "http://jabber.org/protocol/muc";
const FIELD = "urn:example:slow-mode#interval";
const ROOM = "verona@rooms.localhost";
const pluginPath = buildPlugins("muc_slow_mode");

const isMessage = ({ name }: XmlElement): boolean => name === "message";
const isBody = (stanza: XmlElement): boolean => isMessage(stanza) && stanza.getChild("body") !== undefined;

describe.each(prosodyVersions())("mod_muc_slow_mode, written in TypeScript, on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        pluginPaths: [pluginPath],
        config: {
            hosts: { localhost: { users: { romeo: "r", juliet: "j" } } },
            components: { "rooms.localhost": { module: "muc", modules: ["muc_slow_mode"] } },
        },
    });

    async function enter(jid: string, password: string, nick: string): Promise<XmppSession> {
        const session = await prosody.connect(jid, password);
        await session.send(xml`<presence to="${ROOM}/${nick}"><x xmlns="${MUC}"/></presence>`);
        await session.next(({ name, attrs }) => name === "presence" && attrs["from"] === `${ROOM}/${nick}`);
        await session.next((stanza) => isMessage(stanza) && stanza.getChild("subject") !== undefined);
        return session;
    }

    const owner = (type: "get" | "set", content: string) =>
        `<iq type="${type}" to="${ROOM}"><query xmlns="${MUC}#owner">${content}</query></iq>`;
    const configure = (interval: string) =>
        owner(
            "set",
            `<x xmlns="jabber:x:data" type="submit"><field var="FORM_TYPE"><value>${MUC}#roomconfig</value></field>` +
                `<field var="${FIELD}"><value>${interval}</value></field></x>`,
        );
    async function configured(session: XmppSession): Promise<string | null | undefined> {
        const form = (await session.iq(owner("get", ""))).getChild("query")?.getChild("x", "jabber:x:data");
        return form
            ?.getChildren("field")
            .find(({ attrs }) => attrs["var"] === FIELD)
            ?.getChildText("value");
    }
    const say = (session: XmppSession, text: string) =>
        session.send(xml`<message type="groupchat" to="${ROOM}"><body>${text}</body></message>`);

    it("adds a field to the room's form, whose change is announced", async () => {
        const romeo = await enter("romeo@localhost/orchard", "r", "Romeo");
        await romeo.iq(owner("set", '<x xmlns="jabber:x:data" type="submit"/>'));
        expect(await configured(romeo)).toBe("0");
        expect((await romeo.iq(configure("1"))).attrs["type"]).toBe("result");
        const notice = await romeo.next(
            (stanza) => isMessage(stanza) && stanza.getChild("x", `${MUC}#user`) !== undefined,
        );
        const codes = notice
            .getChild("x", `${MUC}#user`)
            ?.getChildren("status")
            .map(({ attrs }) => attrs["code"]);
        expect(codes).toContain("104");
        expect(await configured(romeo)).toBe("1");
        for (const wrong of ["-1", "nan", "1e9", "soon"]) {
            await romeo.iq(configure(wrong));
            expect([wrong, await configured(romeo)]).toEqual([wrong, "1"]);
        }
    });

    it("lets participants wait between two messages, not moderators", async () => {
        const romeo = await enter("romeo@localhost/orchard", "r", "Romeo");
        await romeo.iq(owner("set", '<x xmlns="jabber:x:data" type="submit"/>'));
        await romeo.iq(configure("1"));
        const juliet = await enter("juliet@localhost/balcony", "j", "Juliet");

        await say(juliet, "one");
        const heard = await juliet.next(isBody);
        expect(heard.getChildText("body")).toBe("one");
        await say(juliet, "two");
        const refused = await juliet.next(({ attrs }) => attrs["type"] === "error");
        expect(errorCondition(refused)).toBe("policy-violation");
        expect(refused.getChild("error")?.getChildText("text")).toBe("Please wait 1 seconds.");
        await new Promise((resolve) => setTimeout(resolve, 1100));
        await say(juliet, "three");
        expect((await juliet.next(isBody)).getChildText("body")).toBe("three");

        await say(romeo, "four");
        await say(romeo, "five");
        expect((await juliet.next(isBody)).getChildText("body")).toBe("four");
        expect((await juliet.next(isBody)).getChildText("body")).toBe("five");

        await romeo.iq(configure("0"));
        await say(juliet, "six");
        await say(juliet, "seven");
        await romeo.next((stanza) => stanza.getChildText("body") === "seven");
    });
});
