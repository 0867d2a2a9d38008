/** Modules of this folder that provide something to Prosody: accounts, storage, commands, HTTP routes, a service on a port. */
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { errorCondition, prosodyVersions, useProsody, xml, type XmlElement } from "../../../src/testing/index.ts";
import { buildPlugins } from "./build-plugins.ts";

const ADMIN = "http://jabber.org/protocol/admin";
const COMMANDS = "http://jabber.org/protocol/commands";
const pluginPath = buildPlugins("auth_listed", "storage_volatile", "adhoc_announce", "http_folder", "net_daytime");

const isMessage = ({ name }: XmlElement): boolean => name === "message";

describe.each(prosodyVersions())("providers written in TypeScript on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        pluginPaths: [pluginPath],
        config: ({ ports }) => ({
            options: {
                admins: ["romeo@localhost"],
                http_default_host: "localhost",
                // That of external components, which Prosody opens for none.
                daytime_ports: [ports.component],
            },
            modules: ["net_daytime"],
            hosts: {
                localhost: {
                    modules: ["adhoc_announce", "http_folder"],
                    users: { romeo: "r", juliet: "j" },
                },
                "listed.localhost": {
                    options: {
                        authentication: "listed",
                        auth_listed_accounts: { romeo: "wherefore", juliet: "pässwörd" },
                    },
                },
                "volatile.localhost": {
                    modules: ["private", "offline"],
                    options: { storage: "volatile" },
                    users: { romeo: "r", juliet: "j" },
                },
            },
        }),
    });

    describe("mod_auth_listed", () => {
        it.each([
            ["romeo", "wherefore"],
            ["juliet", "pässwörd"],
        ])("lets %s in with the password of the configuration", async (username, password) => {
            const session = await prosody.connect(`${username}@listed.localhost/balcony`, password);
            expect(session.bareJid).toBe(`${username}@listed.localhost`);
            await session.roundTrip("listed.localhost");
        });

        it("offers SCRAM, since it knows passwords", async () => {
            const session = await prosody.connect("romeo@listed.localhost", "wherefore", "SCRAM-SHA-1");
            expect(session.bareJid).toBe("romeo@listed.localhost");
        });

        it("refuses wrong passwords and unknown accounts", async () => {
            await expect(prosody.connect("romeo@listed.localhost", "nurse")).rejects.toThrow("not-authorized");
            await expect(prosody.connect("tybalt@listed.localhost", "wherefore")).rejects.toThrow("not-authorized");
        });

        it("is asked by Prosody's account manager", async () => {
            const found = await prosody.server.evaluate(
                `local users = require "core.usermanager"
                local host = "listed.localhost"
                local names = {}
                for name in users.users(host) do names[#names + 1] = name end
                table.sort(names)
                local function whether(ok, err) return { ok and true or false, err } end
                return {
                    names = names,
                    exists = { users.user_exists("romeo", host) and true or false, users.user_exists("nobody", host) and true or false },
                    right = whether(users.test_password("romeo", host, "wherefore")),
                    wrong = whether(users.test_password("romeo", host, "nurse")),
                    change = whether(users.set_password("romeo", "new", host)),
                    creation = whether(users.create_user("paris", "p", host)),
                }`,
            );
            expect(found).toEqual({
                names: ["juliet", "romeo"],
                exists: [true, false],
                right: [true],
                wrong: [false, "Wrong username or password"],
                change: [false, "Passwords are in the configuration"],
                creation: [false, "Accounts are in the configuration"],
            });
        });
    });

    describe("mod_storage_volatile", () => {
        const note = (text: string) =>
            xml`<iq type="set"><query xmlns="jabber:iq:private"><note xmlns="urn:example:note">${text}</note></query></iq>`;
        const ask = '<iq type="get"><query xmlns="jabber:iq:private"><note xmlns="urn:example:note"/></query></iq>';
        const kept = (answer: XmlElement): string | null | undefined =>
            answer.getChild("query")?.getChildText("note", "urn:example:note");

        it("keeps what a user stores over sessions and its own reload", async () => {
            const first = await prosody.connect("romeo@volatile.localhost", "r");
            expect((await first.iq(note("But soft! …"))).attrs["type"]).toBe("result");
            await first.stop();
            await prosody.server.reload("storage_volatile", "volatile.localhost");
            const second = await prosody.connect("romeo@volatile.localhost", "r");
            expect(kept(await second.iq(ask))).toBe("But soft! …");
            const juliet = await prosody.connect("juliet@volatile.localhost", "j");
            expect(kept(await juliet.iq(ask))).toBe("");
        });

        it("keeps rosters", async () => {
            const first = await prosody.connect("romeo@volatile.localhost", "r");
            await first.iq(
                '<iq type="set"><query xmlns="jabber:iq:roster"><item jid="juliet@volatile.localhost" name="Juliet"/></query></iq>',
            );
            await first.stop();
            const second = await prosody.connect("romeo@volatile.localhost", "r");
            const roster = await second.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
            expect(roster.getChild("query")?.getChild("item")?.attrs).toMatchObject({
                jid: "juliet@volatile.localhost",
                name: "Juliet",
            });
        });

        it("behaves as Prosody's stores do", async () => {
            const found = await prosody.server.evaluate(
                `local storage = require "core.storagemanager"
                local host = "volatile.localhost"
                local store = storage.open(host, "spec")
                local value = { list = { 1, 2 }, text = "x" }
                store:set("romeo", value)
                store:set(nil, { own = true })
                value.text = "changed"
                local users = {}
                for name in store:users() do users[#users + 1] = name end
                local map = storage.open(host, "spec", "map")
                map:set("juliet", "key", "value")
                local driver = storage.get_driver(host, "spec")
                local archive, err = driver:open("spec", "archive")
                local before = { romeo = store:get("romeo"), own = store:get(nil), juliet = store:get("juliet"), users = users }
                storage.purge("romeo", host)
                return { before = before, after = store:get("romeo") == nil, archive = archive == nil and err, map = map:get("juliet", "key") }`,
            );
            expect(found).toEqual({
                before: {
                    romeo: { list: [1, 2], text: "x" },
                    own: { own: true },
                    juliet: { key: "value" },
                    users: ["romeo"],
                },
                after: true,
                archive: "unsupported-store",
                map: "value",
            });
        });
    });

    describe("mod_adhoc_announce", () => {
        const node = `${ADMIN}#announce`;
        const command = (attributes: string, content = "") =>
            `<iq type="set" to="localhost"><command xmlns="${COMMANDS}" node="${node}" ${attributes}>${content}</command></iq>`;
        const form = (fields: Record<string, string>) =>
            `<x xmlns="jabber:x:data" type="submit">${Object.entries({ FORM_TYPE: ADMIN, ...fields })
                .map(([name, value]) => `<field var="${name}"><value>${value}</value></field>`)
                .join("")}</x>`;
        const commandOf = (answer: XmlElement): XmlElement => {
            const found = answer.getChild("command", COMMANDS);
            if (!found) throw new Error(`no command in ${answer.toString()}`);
            return found;
        };

        async function admin() {
            const romeo = await prosody.connect("romeo@localhost/orchard", "r");
            await romeo.send(xml`<presence/>`);
            await romeo.next(({ name }) => name === "presence");
            return romeo;
        }

        it("takes an admin by a form and a look at it to a message to all", async () => {
            const romeo = await admin();
            const juliet = await prosody.connect("juliet@localhost/balcony", "j");
            await juliet.send(xml`<presence/>`);
            await juliet.next(({ name }) => name === "presence");

            const first = commandOf(await romeo.iq(command('action="execute"')));
            expect(first.attrs).toMatchObject({ status: "executing", node });
            expect(
                first
                    .getChild("actions")
                    ?.getChildElements()
                    .map(({ name }) => name),
            ).toEqual(["next"]);
            const fields = first.getChild("x", "jabber:x:data")?.getChildren("field") ?? [];
            expect(fields.map(({ attrs }) => [attrs["var"], attrs["type"]])).toEqual([
                ["FORM_TYPE", "hidden"],
                ["subject", "text-single"],
                ["announcement", "text-multi"],
            ]);

            const session = `sessionid="${first.attrs["sessionid"] ?? ""}"`;
            const filled = form({ subject: "Feast", announcement: "Tonight at the Capulets'" });
            const second = commandOf(await romeo.iq(command(`action="next" ${session}`, filled)));
            expect(second.getChildText("note")).toBe("To be sent to 2 clients: Tonight at the Capulets'");
            expect(juliet.pending(isMessage)).toEqual([]);

            const third = commandOf(await romeo.iq(command(`action="complete" ${session}`)));
            expect(third.attrs["status"]).toBe("completed");
            expect(third.getChildText("note")).toBe("Sent to 2 clients.");
            const message = await juliet.next(isMessage);
            expect(message.attrs).toMatchObject({ from: "localhost", type: "headline" });
            expect(message.getChildText("subject")).toBe("Feast");
            expect(message.getChildText("body")).toBe("Tonight at the Capulets'");
        });

        it("says what is missing in a form", async () => {
            const romeo = await admin();
            const first = commandOf(await romeo.iq(command('action="execute"')));
            const session = `sessionid="${first.attrs["sessionid"] ?? ""}"`;
            const answer = commandOf(await romeo.iq(command(`action="next" ${session}`, form({ subject: "Feast" }))));
            expect(answer.attrs["status"]).toBe("completed");
            expect(answer.getChild("note")?.attrs["type"]).toBe("error");
        });

        it("can be left", async () => {
            const romeo = await admin();
            const first = commandOf(await romeo.iq(command('action="execute"')));
            const session = `sessionid="${first.attrs["sessionid"] ?? ""}"`;
            expect(commandOf(await romeo.iq(command(`action="cancel" ${session}`))).attrs["status"]).toBe("canceled");
        });

        it("is for admins", async () => {
            const juliet = await prosody.connect("juliet@localhost/balcony", "j");
            expect(errorCondition(await juliet.iq(command('action="execute"')))).toBe("forbidden");
        });
    });

    describe("mod_http_folder", () => {
        const get = (path: string, headers: Record<string, string> = {}) =>
            fetch(prosody.server.url(path), { headers });

        it("serves files with their type", async () => {
            const page = await get("/folder/");
            expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
            expect(await page.text()).toBe("<!doctype html>\n<title>Orchard</title>\n");
            const text = await get("/folder/sub/act%2d2.txt");
            expect([text.status, text.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
            expect(await text.text()).toBe("But soft! What light through yonder window breaks?\n");
        });

        it("need not send again what a client has", async () => {
            const etag = (await get("/folder/index.html")).headers.get("etag") ?? "";
            expect(etag).toMatch(/^"[0-9a-f]{40}"$/);
            expect((await get("/folder/index.html", { "if-none-match": etag })).status).toBe(304);
            expect((await get("/folder/index.html", { "if-none-match": '"other"' })).status).toBe(200);
        });

        it("knows nothing of folders and of what is not there", async () => {
            expect((await get("/folder/sub")).status).toBe(404);
            expect((await get("/folder/nothing.txt")).status).toBe(404);
        });

        /** The status for a path as it is: fetch would resolve its dots. */
        async function statusOf(path: string): Promise<number | undefined> {
            const { host, ports } = prosody.server;
            return new Promise((resolve, reject) => {
                request({ host, port: ports.http, path, agent: false }, (response) => {
                    response.resume();
                    resolve(response.statusCode);
                })
                    .on("error", reject)
                    .end();
            });
        }

        it("lets nobody out of the folder", async () => {
            for (const path of [
                "../mod_http_folder.lua",
                "%2e%2e/mod_http_folder.lua",
                "sub/%2e%2e/%2e%2e/mod_http_folder.lua",
                ".hidden",
                "a%5cb",
                "a%00b",
            ]) {
                expect([path, await statusOf(`/folder/${path}`)]).toEqual([path, 403]);
            }
        });
    });

    describe("mod_net_daytime", () => {
        it("tells the time to whoever connects, and hangs up", async () => {
            const before = Math.floor(Date.now() / 1000) * 1000;
            const socket = connect(prosody.server.ports.component, prosody.server.host).setEncoding("utf8");
            let text = "";
            socket.on("data", (chunk: string) => (text += chunk));
            await once(socket, "end");
            socket.destroy();
            expect(text).toMatch(/^\w+day, \w+ \d\d, \d{4} \d\d:\d\d:\d\d-UTC\r\n$/);
            const told = Date.parse(`${text.trim().replace("-UTC", "")} UTC`);
            expect(told).toBeGreaterThanOrEqual(before);
            expect(told).toBeLessThanOrEqual(Date.now());
        });

        it("gives its port back when it is unloaded", async () => {
            await prosody.server.unload("net_daytime", "*");
            const services = await prosody.server.evaluate<boolean>(
                `return require "core.portmanager".get_service("daytime") == nil`,
            );
            expect(services).toBe(true);
            await prosody.server.load("net_daytime", "*");
        });
    });
});
