import { beforeAll, describe, expect, it, vi } from "vitest";
import {
    connectClient,
    errorCondition,
    errorType,
    prosodyVersions,
    useProsody,
    xml,
    type ProsodyConfig,
    type ProsodyUnderTest,
    type XmlElement,
    type XmppSession,
} from "../../src/testing/index.ts";

const PROXY = "proxy.localhost";
const HASTY = "hasty.localhost";
const TARGET = "worker@localhost";
const WORK = "urn:example:work";

/** How many requests the crowd sends. */
const CROWD_REQUESTS = Number(process.env["TYPED_PROSODY_CROWD_REQUESTS"] ?? 10_000);
const CROWD_USERS = 50;

/** A request of a user, not a roster push. */
const isRequest = ({ name, attrs }: XmlElement): boolean =>
    name === "iq" && (attrs["type"] === "get" || attrs["type"] === "set") && attrs["from"] !== undefined;
const isSubscriptionOf =
    (from: string) =>
    ({ name, attrs }: XmlElement): boolean =>
        name === "presence" && attrs["type"] === "subscribe" && attrs["from"] === from;

const encode = (jid: string): string => Buffer.from(jid, "utf8").toString("base64url");

function answerTo(request: XmlElement, text: string): XmlElement {
    const { from = "", id = "" } = request.attrs;
    return xml`<iq type="result" id="${id}" to="${from}"><done xmlns="${WORK}">${text}</done></iq>`;
}

function question(to: string, type: "get" | "set" = "get", id?: string): XmlElement {
    const stanza = xml`<iq type="${type}" to="${to}"><task xmlns="${WORK}">much</task></iq>`;
    if (id !== undefined) stanza.attrs["id"] = id;
    return stanza;
}

/** Brings a client of the target online; its presence has reached the proxies when the promise resolves. */
async function online(prosody: ProsodyUnderTest, resource: string, target = TARGET): Promise<XmppSession> {
    const worker = await prosody.connect(`${target}/${resource}`, "w");
    // Requests of contacts reach only clients that know the roster.
    await worker.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
    await worker.send("<presence/>");
    await worker.roundTrip();
    return worker;
}

/** The one of several clients that a request has reached. */
async function reached(workers: XmppSession[]): Promise<XmppSession> {
    return vi.waitFor(
        () => {
            const found = workers.find((worker) => worker.pending(isRequest).length > 0);
            if (!found) throw new Error("No client was asked");
            return found;
        },
        { timeout: 5000, interval: 5 },
    );
}

/** Does something after which a proxy asks for the target's presence, which is granted already. */
async function regranted(prosody: ProsodyUnderTest, action: () => Promise<void>): Promise<void> {
    const { log } = prosody.server;
    const from = log.mark();
    await action();
    await log.next(/ shows its presence$/, { from, timeout: 5000 });
}

async function accept(worker: XmppSession, proxy: string): Promise<void> {
    await worker.next(isSubscriptionOf(proxy));
    await worker.send(xml`<presence type="subscribed" to="${proxy}"/>`);
    await worker.roundTrip();
}

describe.each(prosodyVersions())("mod_client_proxy on Prosody %s", (version) => {
    describe("the target's consent", () => {
        const users = { worker: "w", romeo: "r" };
        const early = { module: "client_proxy", options: { target_address: "worker@late.localhost" } };
        const config: ProsodyConfig = {
            hosts: { localhost: { users } },
            components: {
                // Its target's host is not there yet.
                "early.localhost": early,
            },
        };
        const prosody = useProsody({ version, config });

        it("is asked for when the target's host starts after the component, and waits for an offline target", async () => {
            const romeo = await prosody.connect("romeo@localhost", "r");
            expect(errorCondition(await romeo.iq(question("early.localhost")))).toBe("service-unavailable");
            const late = { ...config, hosts: { ...config.hosts, "late.localhost": { users } } };
            // The account is made when the host is up already: it exists from the second time on.
            await prosody.server.configure(late);
            await prosody.server.configure(config);
            await prosody.server.configure(late);
            const worker = await online(prosody, "a", "worker@late.localhost");
            await accept(worker, "early.localhost");
            const asking = romeo.iq(question("early.localhost"));
            await worker.send(answerTo(await worker.next(isRequest), "done"));
            expect((await asking).getChildText("done", WORK)).toBe("done");
        });

        it("is asked for when the component starts after the target's host", async () => {
            await prosody.server.configure({
                ...config,
                components: {
                    ...config.components,
                    [PROXY]: { module: "client_proxy", options: { target_address: TARGET } },
                },
            });
            const worker = await online(prosody, "a");
            await accept(worker, PROXY);
            const romeo = await prosody.connect("romeo@localhost", "r");
            const asking = romeo.iq(question(PROXY));
            await worker.send(answerTo(await worker.next(isRequest), "done"));
            expect((await asking).attrs["from"]).toBe(PROXY);
        });

        it("holds over a restart of the component, which sees who is online", async () => {
            const second: ProsodyConfig = {
                ...config,
                components: {
                    ...config.components,
                    [PROXY]: { module: "client_proxy", options: { target_address: TARGET } },
                },
            };
            const worker = await online(prosody, "a");
            await prosody.server.configure(config);
            await regranted(prosody, () => prosody.server.configure(second));
            const romeo = await prosody.connect("romeo@localhost", "r");
            const asking = romeo.iq(question(PROXY));
            await worker.send(answerTo(await worker.next(isRequest), "still here"));
            expect((await asking).getChildText("done", WORK)).toBe("still here");
            expect(worker.pending(isSubscriptionOf(PROXY))).toEqual([]);
        });

        it("is asked for again after it was withdrawn", async () => {
            const worker = await online(prosody, "a");
            const romeo = await prosody.connect("romeo@localhost", "r");
            prosody.expectLog(/^worker@localhost shows no presence: unsubscribed$/);
            await worker.send(xml`<presence type="unsubscribed" to="${PROXY}"/>`);
            await worker.roundTrip();
            expect(errorCondition(await romeo.iq(question(PROXY)))).toBe("service-unavailable");
            // A new start does not wait for the minute to pass.
            await prosody.server.reload("client_proxy", PROXY);
            await accept(worker, PROXY);
            const asking = romeo.iq(question(PROXY));
            await worker.send(answerTo(await worker.next(isRequest), "here again"));
            expect((await asking).getChildText("done", WORK)).toBe("here again");
        });
    });

    describe("hosts and components that start in any order", () => {
        // Of so many, some come before the target's host and some after it.
        const proxies = Array.from({ length: 8 }, (_, index) => `proxy${index}.localhost`);
        const prosody = useProsody({
            version,
            config: {
                hosts: {
                    localhost: {
                        options: {
                            // Accounts are there from the start, whatever their names.
                            authentication: "insecure",
                            insecure_open_authentication: "Yes please, I know what I'm doing!",
                        },
                    },
                },
                components: Object.fromEntries(
                    proxies.map((proxy) => [proxy, { module: "client_proxy", options: { target_address: TARGET } }]),
                ),
            },
        });

        it("all ask the target, which is offline", async () => {
            const worker = await online(prosody, "a");
            for (const proxy of proxies) await accept(worker, proxy);
            const romeo = await prosody.connect("romeo@localhost", "r");
            for (const proxy of proxies) {
                const asking = romeo.iq(question(proxy));
                await worker.send(answerTo(await worker.next(isRequest), "done"));
                expect((await asking).attrs).toMatchObject({ type: "result", from: proxy });
            }
        });
    });

    // mod_smacks is Prosody's own from 0.12 on.
    if (!version.startsWith("0.11.")) {
        describe("clients whose sessions wait for them (XEP-0198)", () => {
            const prosody = useProsody({
                version,
                config: {
                    hosts: {
                        localhost: {
                            modules: ["smacks"],
                            options: { smacks_hibernation_time: 1 },
                            users: { worker: "w", romeo: "r" },
                        },
                    },
                    components: { [PROXY]: { module: "client_proxy", options: { target_address: TARGET } } },
                },
            });

            it("leave a get to others when they do not come back", async () => {
                await prosody.server.reload("client_proxy", PROXY);
                const workers = [await online(prosody, "a")];
                await accept(workers[0]!, PROXY);
                workers.push(await online(prosody, "b"));
                const romeo = await prosody.connect("romeo@localhost", "r");
                const asking = romeo.iq(question(PROXY));
                const asked = await reached(workers);
                asked.cut();
                const other = workers.find((worker) => worker !== asked)!;
                await other.send(answerTo(await other.next(isRequest), "done"));
                expect((await asking).getChildText("done", WORK)).toBe("done");
                await romeo.roundTrip();
                expect(romeo.pending().map(String)).toEqual([]);
            });
        });
    }

    describe("configuration", () => {
        const prosody = useProsody({
            version,
            config: {
                hosts: { localhost: { modules: ["client_proxy"] } },
                components: {
                    "missing.localhost": { module: "client_proxy" },
                    "malformed.localhost": {
                        module: "client_proxy",
                        options: { target_address: "worker@localhost/a" },
                    },
                },
            },
            expectAtStart: [
                { pattern: /mod_client_proxy must be loaded as a component, found a local host localhost/ },
                { pattern: /Option target_address of missing\.localhost: found nothing, expected a JID/ },
                {
                    pattern:
                        /Option target_address of malformed\.localhost: found "worker@localhost\/a", expected the bare/,
                },
            ],
        });

        it("that is wrong keeps the module from loading", async () => {
            for (const host of ["localhost", "missing.localhost", "malformed.localhost"]) {
                expect(await prosody.server.isLoaded("client_proxy", host)).toBe(false);
            }
        });
    });

    describe("with the target's consent", () => {
        const crowd = Array.from({ length: CROWD_USERS }, (_, index) => `user${index}`);
        const prosody = useProsody({
            version,
            config: {
                hosts: {
                    localhost: {
                        users: {
                            worker: "w",
                            romeo: "r",
                            juliet: "j",
                            ...Object.fromEntries(crowd.map((name) => [name, "u"])),
                        },
                    },
                },
                components: {
                    [PROXY]: { module: "client_proxy", options: { target_address: "Worker@LocalHost" } },
                    [HASTY]: {
                        module: "client_proxy",
                        options: { target_address: TARGET, client_proxy_timeout: 1 },
                    },
                },
            },
        });

        beforeAll(async () => {
            // Accounts are made when the server is up: it asks again for what it asked nobody.
            for (const host of [PROXY, HASTY]) await prosody.server.reload("client_proxy", host);
            const worker = await connectClient(prosody.server, `${TARGET}/consent`, "w");
            await worker.iq('<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
            await worker.send("<presence/>");
            await accept(worker, PROXY);
            await accept(worker, HASTY);
            await worker.stop();
        });

        const login = (): Promise<XmppSession> => prosody.connect("romeo@localhost/orchard", "r");

        it("translates a request and its answer", async () => {
            const romeo = await login();
            const worker = await online(prosody, "a");
            const asking = romeo.iq(question(PROXY, "get", "q1"));
            const request = await worker.next(isRequest);
            expect(request.attrs).toMatchObject({
                type: "get",
                id: "q1",
                to: `${TARGET}/a`,
                from: `${PROXY}/${encode("romeo@localhost/orchard")}`,
            });
            expect(request.getChildText("task", WORK)).toBe("much");
            await worker.send(answerTo(request, "„Übung“ 🌹"));
            const answer = await asking;
            expect(answer.attrs).toMatchObject({
                type: "result",
                id: "q1",
                to: "romeo@localhost/orchard",
                from: PROXY,
            });
            expect(answer.getChildText("done", WORK)).toBe("„Übung“ 🌹");
        });

        it("passes errors of the client on", async () => {
            const romeo = await login();
            const worker = await online(prosody, "a");
            const asking = romeo.iq(question(`${PROXY}/desk`, "set"));
            const { id = "", from = "" } = (await worker.next(isRequest)).attrs;
            await worker.send(
                xml`<iq type="error" id="${id}" to="${from}"><error type="auth"><forbidden
                    xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`,
            );
            const answer = await asking;
            expect([errorCondition(answer), errorType(answer)]).toEqual(["forbidden", "auth"]);
            expect(answer.attrs["from"]).toBe(`${PROXY}/desk`);
        });

        it.each(["ünïcødé ☃", "a/b@c <&'\">", "x".repeat(1020), "é".repeat(510)])(
            "carries any resource on either side: %s",
            async (resource) => {
                const romeo = await prosody.connect(`romeo@localhost/${resource}`, "r");
                const worker = await online(prosody, resource);
                expect([romeo.jid, worker.jid]).toEqual([`romeo@localhost/${resource}`, `${TARGET}/${resource}`]);
                const asking = romeo.iq(question(PROXY));
                const request = await worker.next(isRequest);
                expect(request.attrs["to"]).toBe(worker.jid);
                await worker.send(answerTo(request, "done"));
                expect((await asking).attrs["to"]).toBe(romeo.jid);
            },
        );

        it("tells requests of one sender with one id apart", async () => {
            const romeo = await login();
            const worker = await online(prosody, "a");
            await romeo.send(question(PROXY, "get", "same"));
            await romeo.send(question(PROXY, "get", "same"));
            const [first, second] = [await worker.next(isRequest), await worker.next(isRequest)];
            expect(first.attrs["from"]).not.toBe(second.attrs["from"]);
            for (const [request, text] of [
                [second, "second"],
                [first, "first"],
            ] as const) {
                await worker.send(answerTo(request, text));
                const answer = await romeo.next();
                expect(answer.attrs["id"]).toBe("same");
                expect(answer.getChildText("done", WORK)).toBe(text);
            }
        });

        it("lets an answer pass once, and from the resource that was asked only", async () => {
            const romeo = await login();
            const workers = [await online(prosody, "a"), await online(prosody, "b")];
            const asking = romeo.iq(question(PROXY));
            const asked = await reached(workers);
            const request = await asked.next(isRequest);
            const other = workers.find((worker) => worker !== asked)!;
            await other.send(answerTo(request, "forged"));
            await other.send(xml`<iq type="result" id="unasked" to="${PROXY}"/>`);
            await other.send(
                xml`<message to="${request.attrs["from"] ?? ""}"><body>you don't know me</body></message>`,
            );
            await other.roundTrip();
            await asked.send(answerTo(request, "true"));
            await asked.send(answerTo(request, "again"));
            expect((await asking).getChildText("done", WORK)).toBe("true");
            await asked.roundTrip();
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it("answers what it does not pass on", async () => {
            const romeo = await login();
            const worker = await online(prosody, "a");
            const refusal = async (sender: XmppSession, stanza: XmlElement): Promise<unknown[]> => {
                stanza.attrs["id"] = "r1";
                await sender.send(stanza);
                const answer = await sender.next(({ attrs }) => attrs["id"] === "r1" && attrs["type"] === "error");
                return [answer.name, errorCondition(answer)];
            };
            for (const to of [PROXY, `${PROXY}/x`, `nobody@${PROXY}`, `nobody@${PROXY}/x`]) {
                expect(await refusal(romeo, xml`<message to="${to}"><body>hello</body></message>`)).toEqual([
                    "message",
                    "feature-not-implemented",
                ]);
                expect(await refusal(romeo, xml`<presence to="${to}"/>`)).toEqual(["presence", "bad-request"]);
                // Else the server would do it when the client leaves.
                expect(await refusal(romeo, xml`<presence to="${to}" type="unavailable"/>`)).toEqual([
                    "presence",
                    "bad-request",
                ]);
                await romeo.send(xml`<message to="${to}" type="error"/>`);
                await romeo.send(xml`<iq to="${to}" type="result" id="r2"/>`);
                expect(await refusal(worker, question(to))).toEqual(["iq", "not-allowed"]);
            }
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it("refuses requests while nobody is online", async () => {
            const romeo = await login();
            const answer = await romeo.iq(question(PROXY));
            expect([errorCondition(answer), errorType(answer)]).toEqual(["service-unavailable", "cancel"]);
            const worker = await online(prosody, "a");
            await worker.send('<presence type="unavailable"/>');
            await worker.roundTrip();
            expect(errorCondition(await romeo.iq(question(PROXY)))).toBe("service-unavailable");
        });

        it("gives up on a client that does not answer, and drops what comes then", async () => {
            const romeo = await login();
            const worker = await online(prosody, "a");
            const asked = Date.now();
            const answer = await romeo.iq(question(HASTY));
            expect(Date.now() - asked).toBeGreaterThan(900);
            expect(Date.now() - asked).toBeLessThan(3000);
            expect([errorCondition(answer), errorType(answer)]).toEqual(["remote-server-timeout", "wait"]);
            await worker.send(answerTo(await worker.next(isRequest), "late"));
            await worker.roundTrip();
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it.each(["logs out", "loses its connection"])("tries a get elsewhere when its client %s", async (how) => {
            const romeo = await login();
            const workers = [await online(prosody, "a"), await online(prosody, "b")];
            const getting = romeo.iq(question(PROXY, "get", "a get"));
            const asked = await reached(workers);
            const other = workers.find((worker) => worker !== asked)!;
            if (how === "logs out") {
                await asked.send('<presence type="unavailable"/>');
            } else {
                asked.cut();
            }
            const again = await other.next(isRequest);
            expect(again.attrs).toMatchObject({ id: "a get", from: `${PROXY}/${encode(romeo.jid)}` });
            // The one that left cannot answer any more; the other can.
            if (how === "logs out") await asked.send(answerTo(again, "too late"));
            await other.send(answerTo(again, "in time"));
            expect((await getting).getChildText("done", WORK)).toBe("in time");

            const setting = romeo.iq(question(PROXY, "set", "a set"));
            await other.next(isRequest);
            await other.send('<presence type="unavailable"/>');
            const answer = await setting;
            expect([errorCondition(answer), errorType(answer)]).toEqual(["recipient-unavailable", "wait"]);
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it("takes nobody else's presence for the target's", async () => {
            const juliet = await prosody.connect("juliet@localhost/balcony", "j");
            await juliet.send("<presence/>");
            await juliet.send(xml`<presence to="${PROXY}" type="subscribed"/>`);
            await juliet.send(xml`<presence to="${PROXY}"/>`);
            await juliet.roundTrip();
            const romeo = await login();
            expect(errorCondition(await romeo.iq(question(PROXY)))).toBe("service-unavailable");
        });

        it("answers requests that were sent before a reload", async () => {
            const romeo = await login();
            const worker = await online(prosody, "a");
            const asking = romeo.iq(question(PROXY, "get", "before"));
            const request = await worker.next(isRequest);
            await prosody.server.reload("client_proxy", PROXY);
            await worker.send(answerTo(request, "after"));
            await worker.send(answerTo(request, "twice"));
            expect((await asking).getChildText("done", WORK)).toBe("after");
            const next = romeo.iq(question(PROXY));
            await worker.send(answerTo(await worker.next(isRequest), "as ever"));
            expect((await next).getChildText("done", WORK)).toBe("as ever");
            await worker.roundTrip();
            await romeo.roundTrip();
            expect(romeo.pending().map(String)).toEqual([]);
        });

        it("answers what is in flight when it is unloaded, and serves again when it is loaded", async () => {
            const romeo = await login();
            const worker = await online(prosody, "a");
            const asking = romeo.iq(question(PROXY, "set"));
            const request = await worker.next(isRequest);
            await prosody.server.unload("client_proxy", PROXY);
            expect(errorCondition(await asking)).toBe("recipient-unavailable");
            await worker.send(answerTo(request, "nobody asks any more"));
            expect(errorCondition(await romeo.iq(question(PROXY)))).toBe("service-unavailable");
            await regranted(prosody, () => prosody.server.load("client_proxy", PROXY));
            const next = romeo.iq(question(PROXY));
            await worker.send(answerTo(await worker.next(isRequest), "as ever"));
            expect((await next).getChildText("done", WORK)).toBe("as ever");
            expect(worker.pending(isSubscriptionOf(PROXY))).toEqual([]);
        });

        describe("and a crowd of users", () => {
            interface Worker {
                readonly session: XmppSession;
                isOnline: boolean;
                /** How many requests came before it went. */
                known: number;
            }

            const requestsTo = (worker: Worker): number => worker.session.received.filter(isRequest).length;

            /** Answers all that comes with what it saw of the request, but for what is left when it goes. */
            async function work(worker: Worker): Promise<void> {
                try {
                    for (;;) {
                        const request = await worker.session.next(isRequest, 600_000);
                        if (worker.isOnline) {
                            await worker.session.send(answerTo(request, request.attrs["from"] ?? ""));
                        }
                    }
                } catch {
                    // The spec is over.
                }
            }

            async function hire(count: number): Promise<Worker[]> {
                const workers: Worker[] = [];
                for (let number = 1; number <= count; number++) {
                    const session = await online(prosody, `worker ${number}`);
                    const worker = { session, isOnline: true, known: 0 };
                    void work(worker);
                    workers.push(worker);
                }
                return workers;
            }

            async function gather(): Promise<XmppSession[]> {
                const users: XmppSession[] = [];
                for (const name of crowd) users.push(await prosody.connect(`${name}@localhost/phone`, "u"));
                return users;
            }

            /** Each user sends its part of the requests, one after the other; each has to get its answer. */
            async function ask(users: XmppSession[], requests: number): Promise<number> {
                let answered = 0;
                const each = async (user: XmppSession): Promise<void> => {
                    for (let number = 1; number <= requests / users.length; number++) {
                        const id = `${number} of ${user.jid}`;
                        const answer = await user.iq(question(PROXY, "get", id), 30_000);
                        const said = answer.getChildText("done", WORK);
                        if (said === null) {
                            expect(errorCondition(answer)).toMatch(/^(service|recipient)-unavailable$/);
                        } else {
                            expect(said).toBe(`${PROXY}/${encode(user.jid)}`);
                            answered += 1;
                        }
                        expect(answer.attrs).toMatchObject({ id, from: PROXY, to: user.jid });
                    }
                };
                await Promise.all(users.map(each));
                await Promise.all(users.map((user) => user.roundTrip()));
                for (const user of users) expect(user.pending().map(String)).toEqual([]);
                return answered;
            }

            const memory = (): Promise<number> =>
                prosody.server.evaluate<number>('collectgarbage() collectgarbage() return collectgarbage("count")');

            it(
                "spreads requests evenly over the clients, and needs no memory afterwards",
                { timeout: 300_000 },
                async () => {
                    // Three sigmas would fail once in a hundred runs: the draws are the same in each.
                    await prosody.server.evaluate("math.randomseed(20) return true");
                    const users = await gather();
                    const workers = await hire(5);
                    await ask(users, 200);
                    const before = await memory();
                    for (const worker of workers) worker.known = requestsTo(worker);
                    const requests = CROWD_REQUESTS - (CROWD_REQUESTS % users.length);
                    expect(await ask(users, requests)).toBe(requests);
                    const sigma = Math.sqrt(requests * (1 / 5) * (4 / 5));
                    for (const worker of workers) {
                        const taken = requestsTo(worker) - worker.known;
                        expect(Math.abs(taken - requests / 5)).toBeLessThan(3 * sigma);
                    }
                    // Kilobytes; sessions themselves have buffers that come and go.
                    expect((await memory()) - before).toBeLessThan(256);
                },
            );

            it("answers each request once while clients come and go", { timeout: 300_000 }, async () => {
                const users = await gather();
                const workers = await hire(5);
                let isOver = false;
                const churn = async (): Promise<void> => {
                    while (!isOver) {
                        const worker = workers[Math.floor(Math.random() * workers.length)]!;
                        if (worker.isOnline) {
                            worker.isOnline = false;
                            await worker.session.send('<presence type="unavailable"/>');
                            await worker.session.roundTrip();
                            worker.known = requestsTo(worker);
                        } else {
                            expect(requestsTo(worker)).toBe(worker.known);
                            worker.isOnline = true;
                            await worker.session.send("<presence/>");
                            await worker.session.roundTrip();
                        }
                    }
                };
                const churning = churn();
                const answered = await ask(users, CROWD_REQUESTS - (CROWD_REQUESTS % users.length));
                isOver = true;
                await churning;
                expect(answered).toBeGreaterThan(0);
                for (const worker of workers) {
                    if (!worker.isOnline) expect(requestsTo(worker)).toBe(worker.known);
                }
            });
        });
    });
});
