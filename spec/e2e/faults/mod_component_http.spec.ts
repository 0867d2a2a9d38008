import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    errorCondition,
    prosodyVersions,
    startHttpBackend,
    takeFootprint,
    useProsody,
    type BackendBehaviour,
    type HttpBackend,
    type XmppSession,
} from "../../../src/testing/index.ts";
import { askAll, expectNothingLeft, settled } from "./load.ts";

const BOT = "bot.localhost";
const USERS = Array.from({ length: 10 }, (_, index) => `user${index}`);

/** How the backend fares with one request after the other: well, badly, worse. */
const FATES: BackendBehaviour[] = [
    { json: { payload: "<done xmlns='urn:example:work'/>" } },
    { status: 204 },
    { status: 503 },
    "drop",
    { json: { payload: "<done xmlns='urn:example:work'/>" }, after: 20 },
    "hang",
    "die",
    { json: 5 },
];

describe.each(prosodyVersions())("mod_component_http under faults on Prosody %s", (version) => {
    let backend: HttpBackend;
    beforeAll(async () => {
        backend = await startHttpBackend();
    });
    afterAll(() => backend.stop());

    const prosody = useProsody({
        version,
        config: ({ hostAddress }) => ({
            hosts: { localhost: { users: Object.fromEntries(USERS.map((name) => [name, "u"])) } },
            components: {
                [BOT]: {
                    module: "component_http",
                    options: {
                        component_post_url: backend.url(hostAddress),
                        component_post_stanzas: ["message", "iq"],
                        component_post_timeout: 1,
                    },
                },
            },
        }),
    });

    async function gather(): Promise<XmppSession[]> {
        return Promise.all(USERS.map((name) => prosody.connect(`${name}@localhost/phone`, "u")));
    }

    /** Sends requests while the backend does its worst, and something happens to the module. */
    async function round(users: XmppSession[], disturb: () => Promise<void>): Promise<void> {
        let number = 0;
        backend.answer(() => FATES[number++ % FATES.length]!);
        const asking = askAll(users, BOT, 20);
        await disturb();
        await asking;
        await settled(prosody, users);
    }

    it(
        "answers each IQ once and leaves nothing behind, whatever backend and admin do",
        { timeout: 120_000 },
        async () => {
            prosody.expectLog(/failed on the iq from |did not answer to the iq from /, { atLeast: 1, level: "warn" });
            prosody.expectLog(/ answered 503 to the iq from /, { atLeast: 1, level: "warn" });
            prosody.expectLog(/^Answer of \S+ to the iq from \S+ refused: /, { atLeast: 1, level: "warn" });
            const users = await gather();
            const { server } = prosody;
            const calm = async (): Promise<void> => {};
            // The first round makes Prosody fill its own caches.
            await round(users, calm);
            const before = await takeFootprint(server);
            await round(users, calm);
            await round(users, () => server.reload("component_http", BOT));
            await round(users, async () => {
                await server.reload("component_http", BOT);
                await server.unload("component_http", BOT);
                await server.load("component_http", BOT);
            });
            await expectNothingLeft(prosody, before);
        },
    );

    it("answers what is in flight when the backend dies under load", { timeout: 60_000 }, async () => {
        prosody.expectLog(/failed on the iq from |did not answer to the iq from /, { atLeast: 1, level: "warn" });
        const users = await gather();
        backend.answer("hang");
        const asking = askAll(users, BOT, 5);
        await backend.next();
        await backend.stop();
        const answers = await asking;
        expect(new Set(answers.map(errorCondition))).toEqual(new Set(["remote-server-timeout"]));
        await backend.start();
        backend.answer({ status: 204 });
        expect((await askAll(users, BOT, 1)).map(({ attrs }) => attrs["type"])).toEqual(users.map(() => "result"));
    });
});
