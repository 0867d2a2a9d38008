import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import {
    errorCondition,
    prosodyVersions,
    useProsody,
    xml,
    type XmlElement,
    type XmppSession,
} from "../../src/testing/index.ts";

const SERVICE = "pubsub.localhost";
/** A component whose host does not load the module. */
const STRANGER = "stranger.localhost";
const SECRET = "s";
const PUBSUB = "http://jabber.org/protocol/pubsub";
const MAM = "urn:xmpp:mam:2";
const WORK = "urn:example:work";
const ROSTER = "jabber:iq:roster";
const DELEGATION = "urn:xmpp:delegation:2";
const CONFIGURE = `${DELEGATION}#configure`;
const COMMANDS = "http://jabber.org/protocol/commands";
const FORWARD = "urn:xmpp:forward:0";
const FORMS = "jabber:x:data";
const DISCO_INFO = "http://jabber.org/protocol/disco#info";

/** Seconds. */
const STATISTICS_INTERVAL = 0.3;

const users = { juliet: "j", romeo: "r", tybalt: "t", bot: "b" };
const JULIET = "juliet@localhost";

const isForwarded = ({ name, attrs }: XmlElement): boolean => name === "iq" && attrs["type"] === "set";
const hasForm = (stanza: XmlElement): boolean => stanza.getChild("x", FORMS) !== undefined;
const isNotice = (stanza: XmlElement): boolean => stanza.getChild("delegation", DELEGATION) !== undefined;

const request = (namespace: string, to?: string): XmlElement => {
    const stanza = xml`<iq type="get"><query xmlns="${namespace}"/></iq>`;
    if (to !== undefined) stanza.attrs["to"] = to;
    return stanza;
};

/** An entity's wish to manage namespaces for an account. */
const wish = (namespaces: readonly string[], account: string): XmlElement => {
    const stanza = xml`<iq type="get" to="localhost"><query xmlns="${DELEGATION}" to="${account}"/></iq>`;
    const query = stanza.getChildElements()[0]!;
    for (const namespace of namespaces) query.children.push(xml`<delegate namespace="${namespace}"/>`);
    return stanza;
};

const fieldOf = (form: XmlElement, name: string): XmlElement | undefined =>
    form.getChildren("field", FORMS).find(({ attrs }) => attrs["var"] === name);
const valueOf = (form: XmlElement, name: string): string | null | undefined =>
    fieldOf(form, name)?.getChildText("value", FORMS);

function filled(values: Readonly<Record<string, string>>, type = "submit"): XmlElement {
    const form = xml`<x xmlns="${FORMS}" type="${type}"/>`;
    for (const [name, value] of Object.entries(values)) {
        form.children.push(xml`<field var="${name}"><value>${value}</value></field>`);
    }
    return form;
}

const submission = (values: Readonly<Record<string, string>>, type?: string): XmlElement =>
    xml`<message to="localhost" id="f1">${filled(values, type)}</message>`;

/** Which namespaces a notice says are delegated, and for whom. */
function told(notice: XmlElement): { to: string | undefined; namespaces: (string | undefined)[] } {
    const delegation = notice.getChild("delegation", DELEGATION)!;
    return {
        to: delegation.attrs["to"],
        namespaces: delegation.getChildren("delegated").map(({ attrs }) => attrs["namespace"]),
    };
}

/** Lets an entity answer what is forwarded to it. */
async function serve(entity: XmppSession, text: string): Promise<XmlElement> {
    const outer = await entity.next(isForwarded);
    const inner = outer
        .getChild("delegation", DELEGATION)!
        .getChild("forwarded", FORWARD)!
        .getChild("iq", "jabber:client")!;
    const { id = "", from = "" } = inner.attrs;
    await entity.send(xml`<iq type="result" id="${outer.attrs["id"] ?? ""}" to="${outer.attrs["from"] ?? ""}">
        <delegation xmlns="${DELEGATION}"><forwarded xmlns="${FORWARD}">
            <iq xmlns="jabber:client" type="result" id="${id}" to="${from}"><done xmlns="${WORK}">${text}</done></iq>
        </forwarded></delegation></iq>`);
    return inner;
}

describe.each(prosodyVersions())("mod_delegation's client mode on Prosody %s", (version) => {
    const prosody = useProsody({
        version,
        config: {
            options: {
                statistics: "internal",
                statistics_interval: version.startsWith("0.11") ? STATISTICS_INTERVAL : "manual",
            },
            hosts: {
                localhost: {
                    users,
                    modules: ["delegation", "pep"],
                    options: {
                        delegation_client_mode: true,
                        delegation_client_namespaces: [PUBSUB, MAM, WORK],
                        delegations: { [WORK]: { jid: "admin.localhost" } },
                        delegation_timeout: 2,
                    },
                },
            },
            components: {
                [SERVICE]: { secret: SECRET, modules: ["delegation"] },
                [STRANGER]: { secret: SECRET },
            },
        },
    });

    const login = async (jid: string): Promise<XmppSession> => {
        const session = await prosody.connect(jid, users[jid.split("@")[0] as keyof typeof users]);
        await session.send("<presence/>");
        await session.roundTrip();
        return session;
    };

    /** Lets an entity ask; the form that the user is shown. */
    const ask = async (entity: XmppSession, namespaces: readonly string[], user: XmppSession): Promise<XmlElement> => {
        const answer = await entity.iq(wish(namespaces, user.bareJid));
        expect([answer.attrs["type"], answer.getChildElements()]).toEqual(["result", []]);
        return (await user.next(hasForm)).getChild("x", FORMS)!;
    };

    /** The same, and the user says yes; what the entity is told. */
    const allow = async (
        entity: XmppSession,
        namespaces: readonly string[],
        user: XmppSession,
        feature: string,
    ): Promise<ReturnType<typeof told>> => {
        const form = await ask(entity, namespaces, user);
        const values = Object.fromEntries(namespaces.map((namespace) => [namespace, "1"]));
        await user.send(submission({ challenge: valueOf(form, "challenge")!, ...values }));
        const notice = told(await entity.next(isNotice));
        // The server asks what the client knows.
        const question = await user.next(
            ({ attrs, name }) => name === "iq" && attrs["type"] === "get" && attrs["from"] === "localhost",
        );
        await user.send(
            xml`<iq type="result" id="${question.attrs["id"] ?? ""}" to="localhost"><query xmlns="${DISCO_INFO}">
                <feature var="${feature}"/></query></iq>`,
        );
        await user.roundTrip();
        return notice;
    };

    const command = async (user: XmppSession, content: XmlElement | string = ""): Promise<XmlElement> => {
        const answer = await user.iq(
            xml`<iq type="set" to="localhost"><command xmlns="${COMMANDS}" node="${CONFIGURE}">${content}</command></iq>`,
        );
        return answer.getChild("command", COMMANDS)!;
    };

    /** What the module has counted, by name. */
    const statistics = async (): Promise<Record<string, number>> => {
        // Before 0.12 they are collected at intervals only.
        if (version.startsWith("0.11")) await delay(STATISTICS_INTERVAL * 2000);
        return prosody.server.evaluate<Record<string, number>>(`
            local manager = require "core.statsmanager";
            local found = {};
            local function note(name, value)
                local short = name:match("mod_delegation/([%w_]+)");
                -- Of the host and of the component.
                if short then found[short] = (found[short] or 0) + value; end
            end
            if manager.get_metric_registry then
                manager.collect();
                for name, family in pairs(manager.get_metric_registry():get_metric_families()) do
                    for _, metric in family:iter_metrics() do
                        for suffix, _, value in metric:iter_samples() do
                            if suffix ~= "_created" then note(name, value); end
                        end
                    end
                end
            else
                for name, value in pairs(manager.get_stats()) do note(name, value); end
            end
            return found;
        `);
    };

    const revokeAll = async (user: XmppSession): Promise<void> => {
        const shown = (await command(user)).getChild("x", FORMS)!;
        const options = fieldOf(shown, "revoke")?.getChildren("option", FORMS) ?? [];
        for (const option of options) {
            await command(user, filled({ revoke: option.getChildText("value", FORMS)! }));
        }
    };

    const isRefusedByServer = async (asking: Promise<XmlElement>): Promise<void> => {
        const answer = await asking;
        expect([answer.attrs["type"], answer.getChild("done", WORK)]).toEqual(["error", undefined]);
    };

    it("asks the user, grants what the user allows, and forwards that and nothing else", async () => {
        const service = await prosody.connectComponent(SERVICE, SECRET);
        const juliet = await login(`${JULIET}/balcony`);
        const romeo = await login("romeo@localhost/orchard");
        const form = await ask(service, [PUBSUB, MAM], juliet);
        expect(form.attrs["type"]).toBe("form");
        expect(fieldOf(form, "FORM_TYPE")?.attrs["type"]).toBe("hidden");
        expect(valueOf(form, "FORM_TYPE")).toBe(DELEGATION);
        expect(form.getChildText("instructions", FORMS)).toMatch(/trust/);
        for (const namespace of [PUBSUB, MAM]) {
            const field = fieldOf(form, namespace)!;
            expect(field.attrs["type"]).toBe("list-single");
            expect(field.attrs["label"]).toMatch(/^Manage [a-z ,A-Z]+.*: [hu]/);
            expect(valueOf(form, namespace)).toBe("0");
            expect(field.getChildren("option", FORMS).map((option) => option.getChildText("value", FORMS))).toEqual([
                "0",
                "1",
            ]);
        }
        await juliet.send(submission({ FORM_TYPE: "", challenge: valueOf(form, "challenge")!, [PUBSUB]: "1" }));
        expect(told(await service.next(isNotice))).toEqual({ to: JULIET, namespaces: [PUBSUB] });

        // XEP-0355, section 5.2, rules 1 and 2.
        for (const [user, to, from] of [
            [juliet, undefined, JULIET],
            [juliet, "localhost", "localhost"],
            [juliet, JULIET, JULIET],
            [romeo, JULIET, JULIET],
        ] as const) {
            const asking = user.iq(request(PUBSUB, to));
            const inner = await serve(service, "managed");
            expect(inner.attrs["from"]).toBe(user.jid);
            const answer = await asking;
            expect([answer.attrs["from"], answer.getChildText("done", WORK)]).toEqual([from, "managed"]);
        }
        // Rule 3: what is no concern of Juliet's, and what she did not allow.
        await isRefusedByServer(romeo.iq(request(PUBSUB, "localhost")));
        await isRefusedByServer(romeo.iq(request(PUBSUB)));
        await isRefusedByServer(juliet.iq(request(MAM)));
        await isRefusedByServer(service.iq(request(PUBSUB, JULIET)));
        await service.roundTrip("localhost");
        expect(service.pending(isForwarded)).toEqual([]);
        // Gone with the session: the client said nothing of ad-hoc commands.
        await juliet.stop();
        expect(told(await service.next(isNotice))).toEqual({ to: JULIET, namespaces: [] });
        await isRefusedByServer(romeo.iq(request(PUBSUB, JULIET)));
    });

    it("refuses what may not be delegated, and what the server's configuration delegates", async () => {
        const service = await prosody.connectComponent(SERVICE, SECRET);
        const juliet = await login(`${JULIET}/balcony`);
        for (const namespace of [ROSTER, "jabber:iq:register", DELEGATION, COMMANDS, WORK, "urn:example:other"]) {
            expect(errorCondition(await service.iq(wish([PUBSUB, namespace], JULIET)))).toBe("forbidden");
        }
        expect(errorCondition(await service.iq(wish([], JULIET)))).toBe("bad-request");
        expect((await service.iq(wish([PUBSUB], "nobody@localhost"))).attrs["type"]).toBe("result");
        await juliet.roundTrip();
        expect(juliet.pending(hasForm)).toEqual([]);
    });

    it("takes a refusal, and no forged answer", async () => {
        const service = await prosody.connectComponent(SERVICE, SECRET);
        const juliet = await login(`${JULIET}/balcony`);
        const tybalt = await login("tybalt@localhost/street");
        const form = await ask(service, [MAM], juliet);
        const challenge = valueOf(form, "challenge")!;
        await tybalt.send(submission({ challenge, [MAM]: "1" }));
        expect(errorCondition(await tybalt.next(({ name }) => name === "message"))).toBe("not-acceptable");
        await juliet.send(submission({ challenge: `${challenge}x`, [MAM]: "1" }));
        expect(errorCondition(await juliet.next(({ name }) => name === "message"))).toBe("not-acceptable");
        await juliet.send(submission({ challenge, [MAM]: "0" }));
        await juliet.roundTrip();
        // Answered is answered.
        await juliet.send(submission({ challenge, [MAM]: "1" }));
        expect(errorCondition(await juliet.next(({ name }) => name === "message"))).toBe("not-acceptable");
        await service.roundTrip("localhost");
        expect(service.pending(isNotice)).toEqual([]);
        await isRefusedByServer(juliet.iq(request(MAM)));
    });

    it("keeps the question for a user who is offline", async () => {
        const stranger = await prosody.connectComponent(STRANGER, SECRET);
        expect((await stranger.iq(wish([PUBSUB], "tybalt@localhost"))).attrs["type"]).toBe("result");
        await prosody.server.unload("delegation", "localhost");
        await prosody.server.load("delegation", "localhost");
        const tybalt = await prosody.connect("tybalt@localhost/street", "t");
        await tybalt.roundTrip();
        expect(tybalt.pending(hasForm)).toEqual([]);
        await tybalt.send("<presence/>");
        const form = (await tybalt.next(hasForm)).getChild("x", FORMS)!;
        await tybalt.send(submission({ challenge: valueOf(form, "challenge")! }, "cancel"));
        await tybalt.roundTrip();
        const again = await login("tybalt@localhost/market");
        expect(again.pending(hasForm)).toEqual([]);
    });

    it("keeps grants of a client that knows ad-hoc commands, until the user takes them back", async () => {
        const service = await prosody.connectComponent(SERVICE, SECRET);
        const stranger = await prosody.connectComponent(STRANGER, SECRET);
        const first = await login(`${JULIET}/balcony`);
        expect(await allow(service, [PUBSUB], first, COMMANDS)).toEqual({ to: JULIET, namespaces: [PUBSUB] });
        expect(await allow(stranger, [MAM], first, COMMANDS)).toEqual({ to: JULIET, namespaces: [MAM] });
        await first.stop();
        await prosody.server.unload("delegation", "localhost");
        await prosody.server.load("delegation", "localhost");
        const juliet = await login(`${JULIET}/balcony`);
        const items = await juliet.iq(
            `<iq type="get" to="localhost"><query xmlns="http://jabber.org/protocol/disco#items" node="${COMMANDS}"/></iq>`,
        );
        expect(items.toString()).toContain(CONFIGURE);
        const shown = await command(juliet);
        expect(shown.attrs["status"]).toBe("executing");
        const options = fieldOf(shown.getChild("x", FORMS)!, "revoke")!.getChildren("option", FORMS);
        expect(options.map((option) => [option.getChildText("value", FORMS), option.attrs["label"]])).toEqual([
            [PUBSUB, expect.stringContaining(`${SERVICE} manages `) as string],
            [MAM, expect.stringContaining(`${STRANGER} manages `) as string],
        ]);
        for (const [entity, namespace] of [
            [service, PUBSUB],
            [stranger, MAM],
        ] as const) {
            const asking = juliet.iq(request(namespace));
            await serve(entity, "kept");
            expect((await asking).getChildText("done", WORK)).toBe("kept");
            const done = await command(juliet, filled({ revoke: namespace }));
            expect([done.attrs["status"], done.getChildText("note")]).toEqual([
                "completed",
                `Taken back: ${namespace}`,
            ]);
            expect(told(await entity.next(isNotice))).toEqual({ to: JULIET, namespaces: [] });
            await isRefusedByServer(juliet.iq(request(namespace)));
        }
        expect(fieldOf((await command(juliet)).getChild("x", FORMS)!, "revoke")).toBeUndefined();
    });

    it("goes on over a reload in the middle", async () => {
        const service = await prosody.connectComponent(SERVICE, SECRET);
        const juliet = await login(`${JULIET}/balcony`);
        await allow(service, [PUBSUB], juliet, COMMANDS);
        const asking = juliet.iq(request(PUBSUB));
        const outer = await service.next(isForwarded);
        await prosody.server.reload("delegation", "localhost");
        const inner = outer
            .getChild("delegation", DELEGATION)!
            .getChild("forwarded", FORWARD)!
            .getChild("iq", "jabber:client")!;
        const { id = "", from = "" } = inner.attrs;
        await service.send(xml`<iq type="result" id="${outer.attrs["id"] ?? ""}" to="localhost">
            <delegation xmlns="${DELEGATION}"><forwarded xmlns="${FORWARD}">
                <iq xmlns="jabber:client" type="result" id="${id}" to="${from}"><done xmlns="${WORK}">still</done></iq>
            </forwarded></delegation></iq>`);
        expect((await asking).getChildText("done", WORK)).toBe("still");
        const next = juliet.iq(request(PUBSUB));
        await serve(service, "after it");
        expect((await next).getChildText("done", WORK)).toBe("after it");
        await revokeAll(juliet);
        await service.next(isNotice);
    });

    it("lets a client manage, and leaves service-unavailable while it is gone", async () => {
        const bot = await login("bot@localhost/a");
        const romeo = await login("romeo@localhost/orchard");
        expect(await allow(bot, [PUBSUB], romeo, COMMANDS)).toEqual({ to: "romeo@localhost", namespaces: [PUBSUB] });
        const asking = romeo.iq(request(PUBSUB));
        const inner = await serve(bot, "by a client");
        expect(inner.attrs["from"]).toBe(romeo.jid);
        expect((await asking).getChildText("done", WORK)).toBe("by a client");
        const left = romeo.iq(request(PUBSUB));
        await bot.next(isForwarded);
        await bot.stop();
        expect(errorCondition(await left)).toBe("service-unavailable");
        // XEP-0355, section 8, rule 4.
        expect(errorCondition(await romeo.iq(request(PUBSUB)))).toBe("service-unavailable");
        await revokeAll(romeo);
        const back = await prosody.connect("bot@localhost/b", "b");
        await back.send("<presence/>");
        expect(told(await back.next(isNotice))).toEqual({ to: "romeo@localhost", namespaces: [] });
    });

    it("forwards a user's requests in order, and lets none wait for another", async () => {
        const service = await prosody.connectComponent(SERVICE, SECRET);
        const romeo = await login("romeo@localhost/orchard");
        const form = await ask(service, [MAM], romeo);
        await romeo.send(submission({ challenge: valueOf(form, "challenge")!, [MAM]: "1" }));
        await service.next(isNotice);
        const answers = Array.from({ length: 20 }, (_, index) => {
            const stanza = request(MAM);
            stanza.attrs["id"] = `r${index}`;
            return romeo.iq(stanza);
        });
        // The first is never answered, and the others wait for nothing.
        const first = await service.next(isForwarded);
        expect(first.toString()).toContain('id="r0"');
        for (let index = 1; index < 20; index++) {
            expect((await serve(service, String(index))).attrs["id"]).toBe(`r${index}`);
        }
        const texts = (await Promise.all(answers.slice(1))).map((answer) => answer.getChildText("done", WORK));
        expect(texts).toEqual(Array.from({ length: 19 }, (_, index) => String(index + 1)));
        expect(errorCondition(await answers[0]!)).toBe("service-unavailable");
    });

    it("counts what it does, where statistics are collected", async () => {
        const service = await prosody.connectComponent(SERVICE, SECRET);
        const romeo = await login("romeo@localhost/garden");
        const before = await statistics();
        // The service was refused nothing of this yet.
        const form = await ask(service, [PUBSUB], romeo);
        await romeo.send(submission({ challenge: valueOf(form, "challenge")!, [PUBSUB]: "1" }));
        await service.next(isNotice);
        const asking = romeo.iq(request(PUBSUB));
        await serve(service, "counted");
        await asking;
        const left = romeo.iq(request(PUBSUB));
        const outer = await service.next(isForwarded);
        expect(await statistics()).toMatchObject({ waiting: 1 });
        await service.send(xml`<iq type="error" id="${outer.attrs["id"] ?? ""}" to="localhost"/>`);
        await left;
        await romeo.stop();
        await service.next(isNotice);
        const after = await statistics();
        const grown = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0);
        expect(
            ["forwarded", "answered", "refused", "consent_asked", "consent_granted", "revoked"].map((name) => [
                name,
                grown(name),
            ]),
        ).toEqual([
            ["forwarded", 2],
            ["answered", 1],
            ["refused", 1],
            ["consent_asked", 1],
            ["consent_granted", 1],
            ["revoked", 1],
        ]);
        expect(after["waiting"]).toBe(0);
    });
});
