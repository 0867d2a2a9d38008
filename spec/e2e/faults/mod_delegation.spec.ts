import { describe, expect, it } from "vitest";
import {
    prosodyVersions,
    takeFootprint,
    useProsody,
    xml,
    type ProsodyUnderTest,
    type XmlElement,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { expectNothingLeft, settled } from "./load.ts";

const SERVICE = "service.localhost";
const SECRET = "s";
const WORK = "urn:example:work";
const DESK = "urn:example:desk";
const OWN = "urn:example:own";
const DELEGATION = "urn:xmpp:delegation:2";
const FORWARD = "urn:xmpp:forward:0";
const FORMS = "jabber:x:data";
const USERS = Array.from({ length: 10 }, (_, index) => `user${index}`);
/** Requests of each user in a round, spread over what is delegated by configuration and by the user. */
const EACH = 20;

const isForwarded = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";

/** How an entity fares with one request after the other. */
const FATES = ["answers", "answers", "hangs", "refuses", "answers twice", "forges", "says nonsense"] as const;

/** Does badly with all that is forwarded. */
async function work(session: XmppSession): Promise<void> {
    let number = 0;
    try {
        for (;;) {
            const outer = await session.next(isForwarded, 600_000);
            const inner = outer.getChild("delegation", DELEGATION)?.getChild("forwarded", FORWARD)?.getChild("iq");
            const { id = "", from = "" } = outer.attrs;
            const fate = FATES[number++ % FATES.length]!;
            const result = (attributes: Record<string, string>): XmlElement => {
                const iq = xml`<iq xmlns="jabber:client" type="result" id="${inner?.attrs["id"] ?? ""}" to="${inner?.attrs["from"] ?? ""}"/>`;
                Object.assign(iq.attrs, attributes);
                return xml`<iq type="result" id="${id}" to="${from}"><delegation xmlns="${DELEGATION}"><forwarded
                    xmlns="${FORWARD}">${iq}</forwarded></delegation></iq>`;
            };
            if (fate === "refuses") {
                await session.send(xml`<iq type="error" id="${id}" to="${from}"><error type="cancel">
                    <item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`);
            } else if (fate === "forges") {
                await session.send(result({ to: "somebody@localhost/else" }));
            } else if (fate === "says nonsense") {
                await session.send(xml`<iq type="result" id="${id}" to="${from}"><nonsense xmlns="${WORK}"/></iq>`);
            } else if (fate !== "hangs") {
                await session.send(result({}));
                if (fate === "answers twice") await session.send(result({}));
            }
        }
    } catch {
        // The entity is gone, or the spec over.
    }
}

async function serve(prosody: ProsodyUnderTest): Promise<XmppSession> {
    const session = await prosody.connectComponent(SERVICE, SECRET);
    void work(session);
    return session;
}

async function manage(prosody: ProsodyUnderTest, resource: string): Promise<XmppSession> {
    const session = await prosody.connect(`manager@localhost/${resource}`, "m");
    await session.send("<presence/>");
    await session.roundTrip();
    void work(session);
    return session;
}

const isQuestion = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "get";

/** What a client knows is asked after a grant, and again after a reload: it says that it does not understand. */
async function answerQuestions(user: XmppSession): Promise<void> {
    await user.roundTrip();
    while (user.pending(isQuestion).length > 0) {
        const { id = "" } = (await user.next(isQuestion)).attrs;
        await user.send(
            xml`<iq type="error" id="${id}" to="localhost"><error type="cancel"><service-unavailable
                xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
        );
    }
}

/** Has the component manage a namespace for a user, until the user's session ends. */
async function allow(service: XmppSession, user: XmppSession): Promise<void> {
    await service.send(
        xml`<iq type="get" id="wish-${user.bareJid}" to="localhost"><query xmlns="${DELEGATION}" to="${user.bareJid}"><delegate
            namespace="${OWN}"/></query></iq>`,
    );
    const form = (await user.next((stanza) => stanza.getChild("x", FORMS) !== undefined)).getChild("x", FORMS)!;
    const challenge = form
        .getChildren("field", FORMS)
        .find(({ attrs }) => attrs["var"] === "challenge")!
        .getChildText("value", FORMS)!;
    await user.send(
        xml`<message to="localhost"><x xmlns="${FORMS}" type="submit"><field var="challenge"><value>${challenge}</value></field><field
            var="${OWN}"><value>1</value></field></x></message>`,
    );
    await answerQuestions(user);
}

/** Each user sends its requests at once; each has exactly one answer, with its id, from where it was sent. */
async function askAll(users: readonly XmppSession[]): Promise<void> {
    const namespaces = [WORK, DESK, OWN];
    await Promise.all(
        users.flatMap((user) =>
            Array.from({ length: EACH }, async (_, index) => {
                const to = index % 2 === 0 ? "localhost" : user.bareJid;
                const namespace = namespaces[index % namespaces.length]!;
                const answer = await user.iq(xml`<iq type="get" to="${to}"><query xmlns="${namespace}"/></iq>`, 30_000);
                expect(answer.attrs["to"]).toBe(user.jid);
                // What Prosody itself says to a client in the name of its account names nobody.
                expect(["localhost", user.bareJid]).toContain(answer.attrs["from"] ?? user.bareJid);
            }),
        ),
    );
}

describe.each(prosodyVersions())("mod_delegation under faults on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: {
                localhost: {
                    users: { manager: "m", ...Object.fromEntries(USERS.map((name) => [name, "u"])) },
                    modules: ["delegation"],
                    options: {
                        delegation_timeout: 1,
                        delegations: { [WORK]: { jid: SERVICE }, [DESK]: { jid: "manager@localhost" } },
                        delegation_client_mode: true,
                        delegation_client_namespaces: [OWN],
                    },
                },
            },
            components: { [SERVICE]: { secret: SECRET, modules: ["delegation"] } },
        },
    });

    it(
        "answers each IQ once and leaves nothing behind, whatever entities and admin do",
        { timeout: 120_000 },
        async () => {
            const { server } = prosody;
            // Each of an entity's lies is told once.
            prosody.expectLog(/^Refused the answer of \S+ to the iq from user\d@localhost\/phone: /, { atLeast: 1 });
            const users: XmppSession[] = [];
            for (const name of USERS) {
                const user = await prosody.connect(`${name}@localhost/phone`, "u");
                await user.send("<presence/>");
                await user.next(({ name: kind }) => kind === "presence");
                users.push(user);
            }
            let service = await serve(prosody);
            let managers = await Promise.all(["a", "b"].map((resource) => manage(prosody, resource)));
            for (const user of users.slice(0, 5)) await allow(service, user);

            const round = async (disturb: () => Promise<void>): Promise<void> => {
                const asking = askAll(users);
                await disturb();
                await asking;
                for (const user of users) await answerQuestions(user);
                await settled(prosody, users);
            };
            const calm = async (): Promise<void> => {};

            // The first round makes Prosody fill its own caches.
            await round(calm);
            const before = await takeFootprint(server);
            await round(calm);
            await round(() => server.reload("delegation", "localhost"));
            await round(async () => {
                managers[0]!.cut();
                managers = [managers[1]!, await manage(prosody, "c")];
            });
            await round(async () => {
                service.cut();
                await server.reload("delegation", SERVICE);
                service = await serve(prosody);
            });
            // Grants of these users end with their sessions or with the module: they are given once more.
            await round(async () => {
                await server.reload("delegation", "localhost");
                await server.unload("delegation", "localhost");
                await server.load("delegation", "localhost");
            });
            for (const user of users.slice(0, 5)) await allow(service, user);
            await round(calm);
            expect(managers).toHaveLength(2);
            // Before 13.0 mod_c2s lets the timer of a login run on for five minutes: that of the client which came later.
            const ofLogin = version.startsWith("13.") ? 0 : 1;
            await expectNothingLeft(prosody, { ...before, timers: before.timers + ofLogin });
        },
    );
});
