import { beforeAll, describe, expect, it } from "vitest";
import {
    connectClient,
    prosodyVersions,
    takeFootprint,
    useProsody,
    xml,
    type ProsodyUnderTest,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { askAll, expectNothingLeft, settled } from "./load.ts";

const PROXY = "proxy.localhost";
const TARGET = "worker@localhost";
const USERS = Array.from({ length: 10 }, (_, index) => `user${index}`);

const isRequest = ({ name, attrs }: XmlElement): boolean =>
    name === "iq" && attrs["type"] === "get" && (attrs["from"]?.startsWith(`${PROXY}/`) ?? false);

/** How a client fares with one request after the other. */
const FATES = ["answers", "answers", "hangs", "refuses", "answers twice", "forges"] as const;

async function work(session: XmppSession): Promise<void> {
    let number = 0;
    try {
        for (;;) {
            const request = await session.next(isRequest, 600_000);
            const { id = "", from = "" } = request.attrs;
            const fate = FATES[number++ % FATES.length]!;
            const result = xml`<iq type="result" id="${id}" to="${from}"/>`;
            if (fate === "refuses") {
                await session.send(xml`<iq type="error" id="${id}" to="${from}"><error type="cancel">
                    <item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`);
            } else if (fate === "forges") {
                await session.send(xml`<iq type="result" id="${id}x" to="${from}"/>`);
                await session.send(result);
            } else if (fate !== "hangs") {
                await session.send(result);
                if (fate === "answers twice") await session.send(result);
            }
        }
    } catch {
        // The client is gone, or the spec over.
    }
}

async function hire(prosody: ProsodyUnderTest, resource: string): Promise<XmppSession> {
    const session = await prosody.connect(`${TARGET}/${resource}`, "w");
    await session.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
    await session.send("<presence/>");
    await session.roundTrip();
    void work(session);
    return session;
}

describe.each(prosodyVersions())("mod_client_proxy under faults on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: {
                localhost: { users: { worker: "w", ...Object.fromEntries(USERS.map((name) => [name, "u"])) } },
            },
            components: {
                [PROXY]: {
                    module: "client_proxy",
                    options: { target_address: TARGET, client_proxy_timeout: 1 },
                },
            },
        },
    });

    beforeAll(async () => {
        // Accounts are made when the server is up: it asks again for what it asked nobody.
        await prosody.server.reload("client_proxy", PROXY);
        const worker = await connectClient(prosody.server, `${TARGET}/consent`, "w");
        await worker.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
        await worker.send("<presence/>");
        await worker.next(({ attrs }) => attrs["type"] === "subscribe" && attrs["from"] === PROXY);
        await worker.send(xml`<presence type="subscribed" to="${PROXY}"/>`);
        await worker.roundTrip();
        await worker.stop();
    });

    it(
        "answers each IQ once and leaves nothing behind, whatever clients and admin do",
        { timeout: 120_000 },
        async () => {
            const { server } = prosody;
            const users = await Promise.all(USERS.map((name) => prosody.connect(`${name}@localhost/phone`, "u")));
            let workers = await Promise.all(["a", "b", "c"].map((resource) => hire(prosody, resource)));

            const round = async (disturb: () => Promise<void>): Promise<void> => {
                const asking = askAll(users, PROXY, 20);
                await disturb();
                await asking;
                await settled(prosody, users);
            };
            const calm = async (): Promise<void> => {};

            // The first round makes Prosody fill its own caches.
            await round(calm);
            const before = await takeFootprint(server);
            await round(calm);
            await round(() => server.reload("client_proxy", PROXY));
            await round(async () => {
                const [first, ...rest] = workers;
                first!.cut();
                workers = [...rest, await hire(prosody, "d")];
            });
            await round(async () => {
                await server.reload("client_proxy", PROXY);
                await server.unload("client_proxy", PROXY);
                await server.load("client_proxy", PROXY);
            });
            expect(workers).toHaveLength(3);
            // Before 13.0 mod_c2s lets the timer of a login run on for five minutes: that of the client which came later.
            const ofLogin = version.startsWith("13.") ? 0 : 1;
            await expectNothingLeft(prosody, { ...before, timers: before.timers + ofLogin });
        },
    );
});
