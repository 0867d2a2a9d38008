/** Async functions in handlers of events, timers, HTTP requests and ad-hoc commands, in real servers. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
    prosodyVersions,
    startHttpBackend,
    useProsody,
    xml,
    type BackendBehaviour,
    type HttpBackend,
    type XmlElement,
    type XmppSession,
} from "../../src/testing/index.ts";
import { buildPluginsFrom } from "./plugins/build-plugins.ts";

const COMMANDS = "http://jabber.org/protocol/commands";
const modules = fileURLToPath(new URL("await/modules", import.meta.url));
const pluginPath = buildPluginsFrom(modules, "await", "await_promises");

const bodyOf = (stanza: XmlElement): string => stanza.getChildText("body") ?? "";
const isMessage = ({ name }: XmlElement): boolean => name === "message";

/** What waits until the spec lets it go. */
function gate(): { open: () => void; opened: Promise<void> } {
    let open!: () => void;
    const opened = new Promise<void>((resolve) => (open = resolve));
    return { open, opened };
}

describe.each(prosodyVersions())("async handlers on Prosody %s", (version) => {
    let backend: HttpBackend;

    beforeAll(async () => {
        backend = await startHttpBackend();
    });
    afterAll(async () => {
        await backend.stop();
    });
    beforeEach(() => {
        backend.clear();
        backend.answer(({ path }) => ({ body: `${path} answered` }));
    });

    const promises = version.startsWith("0.11") ? [] : ["await_promises"];
    const prosody = useProsody({
        version,
        pluginPaths: [pluginPath],
        config: ({ hostAddress }) => ({
            options: { await_backend: backend.url(hostAddress, ""), http_default_host: "localhost" },
            hosts: {
                localhost: { modules: ["await"], users: { romeo: "r", juliet: "j" } },
                "patient.localhost": { modules: ["await"], options: { await_patience: 0.3 }, users: { romeo: "r" } },
                "promises.localhost": { modules: promises },
            },
        }),
    });

    const answerBy = (answers: Record<string, BackendBehaviour | Promise<BackendBehaviour>>) =>
        backend.answer(({ path }) => answers[path] ?? { body: `${path} answered` });
    const say = (session: XmppSession, body: string, to = "localhost") =>
        session.send(xml`<message to="${to}"><body>${body}</body></message>`);
    const heard = async (session: XmppSession): Promise<string> => bodyOf(await session.next(isMessage));

    describe("of an event", () => {
        it("goes on with the answer, one await after the other", async () => {
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            expect(await heard(romeo)).toBe("/greeting/romeo answered; /news/romeo answered");
            expect(backend.requests.map(({ path }) => path)).toEqual(["/greeting/romeo", "/news/romeo"]);
        });

        it("holds up nobody else while it waits", async () => {
            const late = gate();
            answerBy({ "/greeting/romeo": late.opened.then(() => ({ body: "late" })) });
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            const juliet = await prosody.connect("juliet@localhost/balcony", "j");
            expect(await heard(juliet)).toContain("/greeting/juliet");
            await romeo.roundTrip("localhost");
            expect(romeo.pending(isMessage)).toEqual([]);
            late.open();
            expect(await heard(romeo)).toBe("late; /news/romeo answered");
        });

        it("gives each call its own answer, in whatever order they come", async () => {
            const gates = { one: gate(), two: gate(), three: gate() };
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await heard(romeo);
            answerBy(
                Object.fromEntries(
                    Object.entries(gates).map(([name, { opened }]) => [
                        `/${name}`,
                        opened.then(() => ({ body: name })),
                    ]),
                ),
            );
            for (const name of Object.keys(gates)) await say(romeo, name);
            await vi.waitFor(() => expect(backend.requests).toHaveLength(5));
            const answers: string[] = [];
            for (const name of ["two", "three", "one"] as const) {
                gates[name].open();
                answers.push(await heard(romeo));
            }
            expect(answers).toEqual(["two", "three", "one"]);
        });

        it("catches what fails", async () => {
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await heard(romeo);
            answerBy({ "/drop": "drop", "/missing": { status: 404 } });
            await say(romeo, "drop");
            expect(await heard(romeo)).toBe("no answer: 502");
            await say(romeo, "missing");
            expect(await heard(romeo)).toBe("no answer: 404");
        });

        it("gives up after its time", async () => {
            answerBy({ "/hang": "hang" });
            const romeo = await prosody.connect("romeo@patient.localhost/orchard", "r");
            await heard(romeo);
            await say(romeo, "hang", "patient.localhost");
            expect(await heard(romeo)).toBe("no answer: 504");
        });

        it("logs what nothing catches, with its traceback", async () => {
            prosody.expectLog(
                /^Unhandled rejection: \S*mod_await\.lua:\d+: cannot answer \/fail answered\s+stack traceback:[^]*mod_await\.lua:\d+: in /,
            );
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await heard(romeo);
            await say(romeo, "fail");
            await say(romeo, "after");
            expect(await heard(romeo)).toBe("/after answered");
        });
    });

    describe("of a timer", () => {
        it("fires once and goes on later", async () => {
            const late = gate();
            answerBy({ "/timer": late.opened.then(() => ({ body: "the backend" })) });
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await heard(romeo);
            await say(romeo, "timer");
            expect(await heard(romeo)).toBe("timer fired");
            await backend.next(({ path }) => path === "/timer");
            late.open();
            expect(await heard(romeo)).toBe("timer heard the backend");
            await new Promise((resolve) => setTimeout(resolve, 300));
            await romeo.roundTrip("localhost");
            expect(romeo.pending(isMessage)).toEqual([]);
        });
    });

    describe("of an HTTP request", () => {
        const get = (path: string) => fetch(prosody.server.url(path));

        it("answers with what it waited for", async () => {
            const response = await get("/await/status/some/where");
            expect([response.status, response.headers.get("x-asked"), await response.text()]).toEqual([
                200,
                "some/where",
                "/some/where answered",
            ]);
        });

        it("answers 404 where it gives nothing", async () => {
            expect((await get("/await/nothing")).status).toBe(404);
        });

        it("answers many at a time", async () => {
            const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
            const bodies = await Promise.all(names.map(async (name) => (await get(`/await/status/${name}`)).text()));
            expect(bodies).toEqual(names.map((name) => `/${name} answered`));
        });

        it("answers with the code of what failed", async () => {
            prosody.expectLog(/^Unhandled rejection: table/);
            answerBy({ "/gone": { status: 410 } });
            expect((await get("/await/status/gone")).status).toBe(410);
        });

        it("keeps the text of an error to the log", async () => {
            prosody.expectLog(/^Unhandled rejection: \S+: secret \/broken answered\s+stack traceback:/);
            const response = await get("/await/broken");
            expect(response.status).toBe(500);
            expect(await response.text()).not.toContain("secret");
        });
    });

    describe("of an ad-hoc command", () => {
        const command = (attributes = "") =>
            `<iq type="set" to="localhost"><command xmlns="${COMMANDS}" node="ask" ${attributes}/></iq>`;
        const stepOf = (answer: XmlElement) => {
            const found = answer.getChild("command", COMMANDS)!;
            const note = found.getChild("note");
            return { status: found.attrs["status"], note: note?.text(), session: found.attrs["sessionid"] };
        };

        it("answers each step, and keeps the state between them", async () => {
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            const first = stepOf(await romeo.iq(command()));
            expect([first.status, first.note]).toEqual(["executing", "/step/1 answered"]);
            const second = stepOf(await romeo.iq(command(`action="complete" sessionid="${first.session}"`)));
            expect([second.status, second.note]).toEqual(["completed", "/step/2 answered"]);
        });

        it("says that it failed, and the log says why", async () => {
            prosody.expectLog(/^Unhandled rejection: table/);
            answerBy({ "/step/1": "drop" });
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            const step = stepOf(await romeo.iq(command()));
            expect([step.status, step.note]).toEqual(["completed", "The command failed."]);
        });

        it("lets the session go on when the module is unloaded", async () => {
            const late = gate();
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await heard(romeo);
            answerBy({ "/step/1": late.opened.then(() => ({ body: "late" })) });
            const asked = romeo.iq(command());
            await backend.next(({ path }) => path === "/step/1");
            await prosody.server.unload("await", "localhost");
            expect(stepOf(await asked).note).toBe("The command failed.");
            late.open();
            await romeo.roundTrip("localhost");
            await prosody.server.load("await", "localhost");
        });
    });

    describe("whose module goes while it waits", () => {
        it.each(["unload", "reload"] as const)(
            "never goes on after %s, and leaves no client waiting",
            async (action) => {
                const late = gate();
                const romeo = await prosody.connect("romeo@localhost/orchard", "r");
                await heard(romeo);
                answerBy({
                    "/late": late.opened.then(() => ({ body: "late" })),
                    "/page": late.opened.then(() => ({ body: "late page" })),
                });
                await say(romeo, "late");
                const request = fetch(prosody.server.url("/await/status/page"));
                await backend.next(({ path }) => path === "/late");
                await backend.next(({ path }) => path === "/page");
                await prosody.server[action]("await", "localhost");
                expect((await request).status).toBe(503);
                late.open();
                await new Promise((resolve) => setTimeout(resolve, 300));
                await romeo.roundTrip("localhost");
                expect(romeo.pending(isMessage)).toEqual([]);
                if (action === "unload") await prosody.server.load("await", "localhost");
                await say(romeo, "again");
                expect(await heard(romeo)).toBe("/again answered");
            },
        );
    });

    if (promises.length > 0) {
        it("waits for promises of net.http and of send_iq", async () => {
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await heard(romeo);
            await say(romeo, "who are you", "promises.localhost");
            const query = await romeo.next(({ name }) => name === "iq");
            await romeo.send(
                xml`<iq type="result" to="${query.attrs["from"]!}" id="${query.attrs["id"]!}"><query xmlns="jabber:iq:version"><name>Orchard</name></query></iq>`,
            );
            expect(await heard(romeo)).toBe("Orchard; /page answered");
        });

        it("catches the errors that they are rejected with", async () => {
            answerBy({ "/page": "drop" });
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await heard(romeo);
            await say(romeo, "who are you", "promises.localhost");
            const query = await romeo.next(({ name }) => name === "iq");
            await romeo.send(
                xml`<iq type="error" to="${query.attrs["from"]!}" id="${query.attrs["id"]!}"><error type="cancel"><feature-not-implemented xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
            );
            expect(await heard(romeo)).toMatch(/^refused: feature-not-implemented; /);
        });
    }
});
