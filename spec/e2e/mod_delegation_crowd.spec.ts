import { describe, expect, it } from "vitest";
import {
    errorCondition,
    prosodyVersions,
    takeFootprint,
    useProsody,
    xml,
    type XmlElement,
    type XmppSession,
} from "../../src/testing/index.ts";
import { expectNothingLeft } from "./faults/load.ts";

const SERVICE = "service.localhost";
const SECRET = "s";
const WORK = "urn:example:work";
const DELEGATION = "urn:xmpp:delegation:2";
const FORWARD = "urn:xmpp:forward:0";

/** How many requests the crowd sends. */
const REQUESTS = Number(process.env["TYPED_PROSODY_CROWD_REQUESTS"] ?? 10_000);
const USERS = 50;
/** One of so many is never answered. */
const UNANSWERED = 10;
/** Seconds that the managing entity has. */
const TIMEOUT = 20;

const crowd = Array.from({ length: USERS }, (_, index) => `user${index}`);

const isForwarded = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";

/** Number of a request, from its id. */
const numberOf = (id: string | undefined): number => Number((id ?? "").replace(/^\D*/, ""));

/** Answers what is forwarded, but for one in ten. @returns how many came, once the session is over. */
async function work(session: XmppSession): Promise<number> {
    let came = 0;
    try {
        for (;;) {
            const outer = await session.next(isForwarded, 600_000);
            came += 1;
            const inner = outer
                .getChild("delegation", DELEGATION)!
                .getChild("forwarded", FORWARD)!
                .getChild("iq", "jabber:client")!;
            const { id = "", from = "" } = inner.attrs;
            if (numberOf(id) % UNANSWERED === 0) continue;
            await session.send(xml`<iq type="result" id="${outer.attrs["id"] ?? ""}" to="${outer.attrs["from"] ?? ""}">
                <delegation xmlns="${DELEGATION}"><forwarded xmlns="${FORWARD}"><iq xmlns="jabber:client" type="result"
                id="${id}" to="${from}"><done xmlns="${WORK}">${id} of ${from}</done></iq></forwarded></delegation></iq>`);
        }
    } catch {
        return came;
    }
}

/** Each of a user's requests has one answer: its own, or service-unavailable where it was not answered. */
async function ask(user: XmppSession, count: number): Promise<{ answered: number; refused: number }> {
    const outcome = { answered: 0, refused: 0 };
    const places = ["localhost", user.bareJid, `${crowd[0]}@localhost`];
    await Promise.all(
        Array.from({ length: count }, async (_, index) => {
            const id = `r${index}`;
            const to = places[index % places.length]!;
            const answer = await user.iq(
                xml`<iq type="get" id="${id}" to="${to}"><query xmlns="${WORK}"/></iq>`,
                200_000,
            );
            expect(answer.attrs).toMatchObject({ id, from: to, to: user.jid });
            if (index % UNANSWERED === 0) {
                expect(errorCondition(answer)).toBe("service-unavailable");
                outcome.refused += 1;
            } else {
                expect(answer.getChildText("done", WORK)).toBe(`${id} of ${user.jid}`);
                outcome.answered += 1;
            }
        }),
    );
    return outcome;
}

describe.each(prosodyVersions())("mod_delegation and a crowd of users on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            hosts: {
                localhost: {
                    users: Object.fromEntries(crowd.map((name) => [name, "u"])),
                    modules: ["delegation"],
                    options: { delegation_timeout: TIMEOUT, delegations: { [WORK]: { jid: SERVICE } } },
                },
            },
            components: { [SERVICE]: { secret: SECRET, modules: ["delegation"] } },
        },
    });

    it(
        `gives each of ${REQUESTS} requests one answer, and remembers nothing of those that were not answered`,
        { timeout: 400_000 },
        async () => {
            const service = await prosody.connectComponent(SERVICE, SECRET);
            const working = work(service);
            const users: XmppSession[] = [];
            for (const name of crowd) users.push(await prosody.connect(`${name}@localhost/phone`, "u"));
            // The first requests make Prosody fill its own caches; those that nobody answers are over by then.
            await Promise.all(users.map((user) => ask(user, UNANSWERED)));
            const before = await takeFootprint(prosody.server);
            const each = REQUESTS / USERS;
            const outcomes = await Promise.all(users.map((user) => ask(user, each)));
            const sum = (key: "answered" | "refused"): number =>
                outcomes.reduce((total, outcome) => total + outcome[key], 0);
            expect(sum("refused")).toBe(REQUESTS / UNANSWERED);
            expect(sum("answered")).toBe(REQUESTS - REQUESTS / UNANSWERED);
            // One, and no second.
            await Promise.all(users.map((user) => user.roundTrip()));
            for (const user of users) expect(user.pending().map(String)).toEqual([]);
            await expectNothingLeft(prosody, before);
            await service.stop();
            expect(await working).toBe(REQUESTS + USERS * UNANSWERED);
        },
    );
});
