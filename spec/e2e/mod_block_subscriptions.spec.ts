import { describe, expect, it } from "vitest";
import { prosodyVersions, useProsody, xml, type XmlElement } from "../../src/testing/index.ts";

const TYPES = ["subscribe", "subscribed", "unsubscribe", "unsubscribed"];
const isPresence = ({ name, attrs }: XmlElement): boolean => name === "presence" && attrs["type"] === undefined;
const isManagement = ({ name, attrs }: XmlElement): boolean =>
    name === "presence" && TYPES.includes(attrs["type"] ?? "");

describe.each(prosodyVersions())("mod_block_subscriptions on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: {
                localhost: { modules: ["block_subscriptions"], users: { romeo: "r", juliet: "j" } },
                "other.localhost": { users: { nurse: "n" } },
            },
            components: { "gateway.localhost": { secret: "s" } },
        },
    });

    async function online(jid: string, password: string) {
        const session = await prosody.connect(jid, password);
        await session.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
        await session.send(xml`<presence/>`);
        await session.next(isPresence);
        return session;
    }

    it.each(TYPES)("drops %s between users of the host", async (type) => {
        const romeo = await online("romeo@localhost/orchard", "r");
        const juliet = await online("juliet@localhost/balcony", "j");
        await romeo.send(xml`<presence type="${type}" to="juliet@localhost"/>`);
        await romeo.roundTrip();
        await juliet.roundTrip();
        expect([...romeo.pending(), ...juliet.pending()].map(String)).toEqual([]);
        const roster = await romeo.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
        expect(roster.getChild("query")?.getChildElements()).toEqual([]);
    });

    it.each(TYPES)("drops %s from and to others", async (type) => {
        const gateway = await prosody.connectComponent("gateway.localhost", "s");
        const romeo = await online("romeo@localhost/orchard", "r");
        const nurse = await online("nurse@other.localhost/house", "n");
        await romeo.send(xml`<presence type="${type}" to="bot@gateway.localhost"/>`);
        await nurse.send(xml`<presence type="${type}" to="romeo@localhost"/>`);
        await gateway.send(xml`<presence type="${type}" from="bot@gateway.localhost" to="romeo@localhost"/>`);
        // What comes after it arrives.
        await romeo.send(xml`<presence to="bot@gateway.localhost"/>`);
        await gateway.send(xml`<presence from="bot@gateway.localhost" to="romeo@localhost"/>`);
        await gateway.next(isPresence);
        await romeo.next(({ attrs }) => attrs["from"] === "bot@gateway.localhost");
        await nurse.roundTrip();
        // Else the server would do it for a client that leaves, after the component.
        await romeo.send(xml`<presence to="bot@gateway.localhost" type="unavailable"/>`);
        await gateway.next(({ attrs }) => attrs["type"] === "unavailable");
        expect([...romeo.received, ...gateway.received].filter(isManagement).map(String)).toEqual([]);
    });
});
