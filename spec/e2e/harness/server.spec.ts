import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
    errorCondition,
    prosodyVersions,
    startHttpBackend,
    useProsody,
    xml,
    type HttpBackend,
} from "../../../src/testing/index.ts";

const plugins = fileURLToPath(new URL("plugins", import.meta.url));
const PROBE = "urn:typed-prosody:probe";

describe.each(prosodyVersions())("a server under test, Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        pluginPaths: [plugins],
        config: {
            hosts: { localhost: { modules: ["harness_probe"], users: { romeo: "pässwörd 🌹", juliet: "j" } } },
            components: { "component.localhost": { secret: "shared" } },
        },
    });

    it("is the version that was asked for", async () => {
        expect(await prosody.server.evaluate("return prosody.version")).toBe(version);
    });

    it("lets a user log in, whose ping the server answers", async () => {
        const romeo = await prosody.connect("romeo@localhost/balcony", "pässwörd 🌹");
        expect(romeo.jid).toBe("romeo@localhost/balcony");
        const pong = await romeo.iq('<iq type="get" to="localhost"><ping xmlns="urn:xmpp:ping"/></iq>');
        expect(pong.attrs["type"]).toBe("result");
    });

    it.each(["PLAIN", "SCRAM-SHA-1"] as const)("takes a login by %s", async (mechanism) => {
        const romeo = await prosody.connect("romeo@localhost", "pässwörd 🌹", mechanism);
        expect(romeo.bareJid).toBe("romeo@localhost");
    });

    it("refuses a wrong password", async () => {
        await expect(prosody.connect("romeo@localhost", "wrong")).rejects.toThrow("not-authorized");
    });

    it("carries messages between users, every character intact", async () => {
        const romeo = await prosody.connect("romeo@localhost", "pässwörd 🌹");
        const juliet = await prosody.connect("juliet@localhost", "j");
        // Long enough to come in many TCP segments, and every character takes several bytes.
        const text = "🌹é€".repeat(3_000);
        await romeo.send(xml`<message to="${juliet.jid}" type="chat"><body>${text}</body></message>`);
        const message = await juliet.next((stanza) => stanza.name === "message");
        expect(message.getChildText("body")).toBe(text);
    });

    it("lets an external component connect", async () => {
        const component = await prosody.connectComponent("component.localhost", "shared");
        const romeo = await prosody.connect("romeo@localhost", "pässwörd 🌹");
        await romeo.send(xml`<message to="any@component.localhost" id="m1"><body>hi</body></message>`);
        const message = await component.next();
        expect(message.attrs).toMatchObject({ id: "m1", from: romeo.jid });
    });

    it("leaves an IQ request to the spec to answer", async () => {
        const component = await prosody.connectComponent("component.localhost", "shared");
        const romeo = await prosody.connect("romeo@localhost", "pässwörd 🌹");
        const asking = romeo.iq(xml`<iq type="get" to="component.localhost"><query xmlns="urn:unknown"/></iq>`);
        const request = await component.next((stanza) => stanza.name === "iq");
        await component.send(xml`<iq type="result" to="${romeo.jid}" id="${request.attrs["id"] ?? ""}"/>`);
        expect((await asking).attrs["type"]).toBe("result");
    });

    it("takes modules from the plugin path, and reloads and unloads them", async () => {
        const romeo = await prosody.connect("romeo@localhost", "pässwörd 🌹");
        const count = (): ReturnType<typeof romeo.iq> =>
            romeo.iq(xml`<iq type="get" to="localhost"><count xmlns="${PROBE}"/></iq>`);
        const before = Number((await count()).getChildText("count"));
        await prosody.server.reload("harness_probe", "localhost");
        expect(Number((await count()).getChildText("count"))).toBe(before + 1);

        await prosody.server.unload("harness_probe", "localhost");
        expect(await prosody.server.isLoaded("harness_probe", "localhost")).toBe(false);
        expect(errorCondition(await count())).toBe("service-unavailable");

        await prosody.server.load("harness_probe", "localhost");
        expect((await count()).getChildText("count")).toBe("1");
    });

    describe("with an HTTP backend on this machine", () => {
        let backend: HttpBackend;
        beforeAll(async () => {
            backend = await startHttpBackend(() => ({ status: 201, body: "made" }));
        });
        afterAll(() => backend.stop());

        it("reaches it from the inside", async () => {
            const romeo = await prosody.connect("romeo@localhost", "pässwörd 🌹");
            const url = backend.url(prosody.server.hostAddress, "/things?a=b");
            const answer = await romeo.iq(
                xml`<iq type="set" to="localhost"><fetch xmlns="${PROBE}">${url}</fetch></iq>`,
            );
            expect(answer.getChild("answer")?.attrs["code"]).toBe("201");
            expect(answer.getChildText("answer")).toBe("made");
            expect(backend.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /things?a=b"]);
        });
    });
});
