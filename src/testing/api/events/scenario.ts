/** A busy day of a server: whatever makes Prosody and its own modules fire events, by real clients, components and servers. */
import type { ProsodyConfig } from "../../prosody/config.ts";
import { startProsody, type ProsodyServer } from "../../prosody/launch.ts";
import { prosodySeries } from "../../prosody/versions.ts";
import { connectClient, connectComponent } from "../../xmpp/connect.ts";
import type { XmppSession } from "../../xmpp/session.ts";
import { xml } from "../../xmpp/stanza.ts";
import { RawStream } from "./raw-stream.ts";

const HOST = "localhost";
const ROOMS = "rooms.localhost";
/** Rooms whose past is kept by nobody but mod_muc itself. */
const HALLS = "halls.localhost";
const PUBSUB = "pubsub.localhost";
const COMPONENT = "component.localhost";
const FILES = "files.localhost";
/** The host that still has the modules that others have replaced. */
const OLD = "old.localhost";
/** The host where nobody handles messages and presence. */
const PLAIN = "plain.localhost";
/** The host whose connections break: the library of the other clients would mend them (XEP-0198). */
const BREAKING = "breaking.localhost";
const SECRET = "secret";
const PASSWORD = "love";

const MODULES_OF_0_11 =
    "private vcard_legacy vcard4 version uptime time register_ibr register_limits user_account_management pep carbons " +
    "blocklist mam csi csi_simple offline lastactivity http http_files http_errors bosh websocket adhoc admin_adhoc " +
    "announce motd welcome watchregistrations groups server_contact_info dialback s2s_auth_certs limits presence message iq";
const MODULES_OF_0_12 =
    `${MODULES_OF_0_11} bookmarks external_services turn_external invites invites_adhoc invites_register mimicking ` +
    "tombstones http_openmetrics admin_shell admin_socket cron s2s_bidi tokenauth";

const MODULES: Readonly<Record<string, string>> = {
    "0.11": MODULES_OF_0_11,
    "0.12": MODULES_OF_0_12,
    "13.0": `${MODULES_OF_0_12} flags account_activity cloud_notify server_info http_altconnect`,
};

/** Two addresses of this machine's loopback interface: a domain that is an address needs no DNS. */
export interface Addresses {
    readonly own: string;
    readonly other: string;
}

export function randomAddresses(): Addresses {
    const part = (): number => 1 + Math.floor(Math.random() * 253);
    const net = `127.${part()}.${part()}`;
    return { own: `${net}.1`, other: `${net}.2` };
}

const ACCOUNTS = { romeo: PASSWORD, juliet: PASSWORD, nurse: PASSWORD, tybalt: PASSWORD };

const OVER_THE_NETWORK = {
    modules_disabled: ["tls"],
    s2s_ports: [5269],
    s2s_require_encryption: false,
    s2s_secure_auth: false,
    // Nobody on this machine has a certificate that names its addresses.
    s2s_insecure_domains: ["127.0.0.1"],
};

function configOf(version: string, { own }: Addresses): ProsodyConfig {
    const series = prosodySeries(version);
    const modules = (MODULES[series] ?? MODULES["13.0"]!).split(" ");
    return {
        options: {
            ...OVER_THE_NETWORK,
            s2s_interfaces: [own],
            http_default_host: HOST,
            statistics: "internal",
            statistics_interval: 1,
            allow_registration: true,
            registration_invite_only: false,
            min_seconds_between_registrations: 0,
            consider_bosh_secure: true,
            consider_websocket_secure: true,
            http_files_dir: "/usr/share/doc",
            http_file_share_access: [HOST],
            http_dir_listing: true,
            motd_text: "The day is hot",
            admins: [`romeo@${HOST}`],
            registration_watchers: [`juliet@${HOST}`],
            external_service_secret: SECRET,
            turn_external_host: "turn.localhost",
            turn_external_secret: SECRET,
            smacks_hibernation_time: 60,
            smacks_max_unacked_stanzas: 0,
            registration_delete_grace_period: 0,
            archive_expires_after: "never",
        },
        modules,
        hosts: {
            [HOST]: { users: ACCOUNTS },
            [own]: { users: { mercutio: PASSWORD } },
            [OLD]: {
                options: {
                    modules_disabled: ["tls", "pep", "vcard_legacy"],
                },
                modules: ["vcard", "pep_simple"],
                users: { paris: PASSWORD, montague: PASSWORD },
            },
            [PLAIN]: { options: { modules_disabled: ["tls", "message", "presence"] }, users: { abram: PASSWORD } },
            [BREAKING]: {
                ...(isFrom(series, "0.12") && { modules: ["smacks"] }),
                users: { tybalt: PASSWORD },
            },
            "anonymous.localhost": { options: { authentication: "anonymous" } },
        },
        components: {
            [ROOMS]: {
                module: "muc",
                modules: ["muc_mam", "muc_unique", "vcard"],
                options: { muc_room_locking: true, restrict_room_creation: false },
            },
            [HALLS]: { module: "muc" },
            [PUBSUB]: { module: "pubsub", options: { autocreate_on_publish: true, autocreate_on_subscribe: true } },
            [COMPONENT]: { secret: SECRET },
            ...(series !== "0.11" && { [FILES]: { module: "http_file_share" } }),
        },
    };
}

function configOfOther({ other }: Addresses): ProsodyConfig {
    return {
        options: { ...OVER_THE_NETWORK, s2s_interfaces: [other] },
        modules: ["dialback", "presence", "message", "iq", "s2s_auth_certs"],
        hosts: { [other]: { users: { benvolio: PASSWORD } } },
    };
}

/** What a step of the day needs. */
interface Town {
    readonly server: ProsodyServer;
    readonly series: string;
    readonly addresses: Addresses;
    readonly other: ProsodyServer;
    readonly login: (jid: string) => Promise<XmppSession>;
}

/** Whether the series is at least another: "0.12" of "0.11". */
function isFrom(series: string, first: string): boolean {
    return series.localeCompare(first, "en", { numeric: true }) >= 0;
}

const available = xml`<presence><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://example.org/client' ver='1234'/></presence>`;

/** Sends a request and does not mind what is answered: an error, too, comes of a handler. */
async function ask(session: XmppSession, to: string, type: "get" | "set", child: string): Promise<string> {
    const address = to === "" ? "" : `to='${to}'`;
    return String(await session.iq(`<iq type='${type}' ${address}>${child}</iq>`));
}

/** Answers every IQ that comes with an error or an empty result, as a client does. */
function answerRequests(session: XmppSession): () => void {
    let isOver = false;
    void (async () => {
        while (!isOver) {
            const stanza = await session.next(
                ({ name, attrs }) => name === "iq" && (attrs["type"] === "get" || attrs["type"] === "set"),
                60_000,
            );
            const { id = "", from = "" } = stanza.attrs;
            const isKnown = stanza.getChild("query", "http://jabber.org/protocol/disco#info") !== undefined;
            await session.send(
                isKnown
                    ? xml`<iq type='result' id='${id}' to='${from}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='client' type='pc'/><feature var='urn:xmpp:avatar:metadata+notify'/></query></iq>`
                    : xml`<iq type='error' id='${id}' to='${from}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
            );
        }
    })().catch(() => {});
    return () => {
        isOver = true;
    };
}

type Step = (town: Town) => Promise<void>;

const form = (fields: Record<string, string>, type = "http://jabber.org/protocol/muc#roomconfig"): string =>
    `<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>${type}</value></field>${Object.entries(
        fields,
    )
        .map(([name, value]) => `<field var='${name}'><value>${value}</value></field>`)
        .join("")}</x>`;

const STEPS: Readonly<Record<string, Step>> = {
    async "logging in goes wrong and right"({ server, login }) {
        await connectClient(server, `romeo@${HOST}/a`, "hate").then(
            () => Promise.reject(new Error("A wrong password was taken")),
            () => undefined,
        );
        const session = await login(`romeo@${HOST}/orchard`);
        await ask(session, "", "set", "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>");
        await session.stop();
        const guest = await RawStream.open(server.host, server.ports.c2s);
        guest.send(
            "<stream:stream to='anonymous.localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
        );
        await guest.expect(/<\/stream:features>/);
        guest.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>");
        await guest.expect(/<success/);
        guest.close();
        const aborting = await RawStream.open(server.host, server.ports.c2s);
        aborting.send(
            "<stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
        );
        await aborting.expect(/<\/stream:features>/);
        aborting.send(
            "<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
        );
        await aborting.expect(/<failure/);
        aborting.close();
    },

    async "contacts come and go"({ login }) {
        const romeo = await login(`romeo@${HOST}/orchard`);
        const juliet = await login(`juliet@${HOST}/balcony`);
        await ask(romeo, "", "get", "<query xmlns='jabber:iq:roster'/>");
        await ask(juliet, "", "get", "<query xmlns='jabber:iq:roster'/>");
        await romeo.send(available);
        await juliet.send(available);
        const item = (rest: string): string => `<query xmlns='jabber:iq:roster'><item ${rest}</query>`;
        await ask(romeo, "", "set", item(`jid='juliet@${HOST}' name='Juliet'><group>Capulet</group></item>`));
        await romeo.send(xml`<presence type='subscribe' to='${`juliet@${HOST}`}'/>`);
        await juliet.next(({ attrs }) => attrs["type"] === "subscribe");
        await juliet.send(xml`<presence type='subscribed' to='${`romeo@${HOST}`}'/>`);
        await romeo.next(({ name, attrs }) => name === "presence" && attrs["from"]?.startsWith("juliet") === true);
        await romeo.send(xml`<presence><show>away</show></presence>`);
        await romeo.send(xml`<presence to='${`juliet@${HOST}/balcony`}'/>`);
        await romeo.send(xml`<presence to='${HOST}'/>`);
        await romeo.send(xml`<presence type='probe' to='${`juliet@${HOST}`}'/>`);
        await juliet.send(xml`<presence type='unavailable' to='${`romeo@${HOST}/orchard`}'/>`);
        await romeo.send(xml`<presence type='error' to='${`juliet@${HOST}`}'/>`);
        await juliet.send(xml`<presence type='unsubscribed' to='${`romeo@${HOST}`}'/>`);
        await romeo.send(xml`<presence type='unsubscribe' to='${`juliet@${HOST}`}'/>`);
        await ask(romeo, "", "set", item(`jid='juliet@${HOST}' subscription='remove'/>`));
        await ask(romeo, `juliet@${HOST}`, "get", "<query xmlns='jabber:iq:roster'/>");
        await romeo.send(xml`<presence type='unavailable'/>`);
        await romeo.roundTrip();
        await juliet.roundTrip();
    },

    async "messages are sent, copied, kept and refused"({ login }) {
        const romeo = await login(`romeo@${HOST}/orchard`);
        const juliet = await login(`juliet@${HOST}/balcony`);
        const other = await login(`juliet@${HOST}/garden`);
        await ask(other, "", "set", "<enable xmlns='urn:xmpp:carbons:2'/>");
        await ask(romeo, "", "set", "<enable xmlns='urn:xmpp:carbons:2'/>");
        for (const session of [romeo, juliet, other]) await session.send(available);
        for (const to of [
            `juliet@${HOST}`,
            `juliet@${HOST}/balcony`,
            `juliet@${HOST}/nobody`,
            `romeo@${HOST}`,
            `nurse@${HOST}`,
            `nobody@${HOST}`,
            HOST,
        ]) {
            await romeo.send(xml`<message type='chat' to='${to}'><body>But soft</body></message>`);
            await romeo.send(xml`<message to='${to}'><body>But soft</body></message>`);
            await romeo.send(xml`<message type='headline' to='${to}'><body>News</body></message>`);
            await romeo.send(xml`<message type='groupchat' to='${to}'><body>All</body></message>`);
            await romeo.send(
                xml`<message type='error' to='${to}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>`,
            );
        }
        await romeo.send(xml`<message type='chat'><body>To myself</body></message>`);
        await romeo.roundTrip();
        await ask(romeo, "", "set", "<query xmlns='urn:xmpp:mam:2' queryid='q'/>");
        await ask(romeo, "", "get", "<query xmlns='urn:xmpp:mam:2'/>");
        await ask(romeo, "", "get", "<metadata xmlns='urn:xmpp:mam:2'/>");
        await ask(romeo, "", "get", "<prefs xmlns='urn:xmpp:mam:2'/>");
        await ask(
            romeo,
            "",
            "set",
            "<prefs xmlns='urn:xmpp:mam:2' default='roster'><always/><never><jid>tybalt@localhost</jid></never></prefs>",
        );
        await ask(other, "", "set", "<disable xmlns='urn:xmpp:carbons:2'/>");
        const nurse = await login(`nurse@${HOST}/chamber`);
        await nurse.send(available);
        await nurse.next(({ name }) => name === "message");
    },

    async "requests go to everybody"({ login, series }) {
        const romeo = await login(`romeo@${HOST}/orchard`);
        const juliet = await login(`juliet@${HOST}/balcony`);
        await romeo.send(available);
        await juliet.send(available);
        const stop = answerRequests(juliet);
        const targets = [
            "",
            HOST,
            `romeo@${HOST}`,
            `juliet@${HOST}`,
            `juliet@${HOST}/balcony`,
            `juliet@${HOST}/none`,
            ROOMS,
            PUBSUB,
        ];
        for (const to of targets) {
            for (const child of [
                "<ping xmlns='urn:xmpp:ping'/>",
                "<query xmlns='jabber:iq:version'/>",
                "<query xmlns='jabber:iq:last'/>",
                "<time xmlns='urn:xmpp:time'/>",
                "<query xmlns='http://jabber.org/protocol/disco#info'/>",
                "<query xmlns='http://jabber.org/protocol/disco#items'/>",
                "<query xmlns='http://jabber.org/protocol/disco#info' node='x'/>",
                "<query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/>",
                "<query xmlns='http://jabber.org/protocol/disco#items' node='x'/>",
                "<vCard xmlns='vcard-temp'/>",
                "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>",
                "<query xmlns='example:nothing'/>",
                "<services xmlns='urn:xmpp:extdisco:2'/>",
                "<services xmlns='urn:xmpp:extdisco:2' type='turn'/>",
                "<credentials xmlns='urn:xmpp:extdisco:2'><service type='turn' host='turn.localhost'/></credentials>",
                "<unique xmlns='http://jabber.org/protocol/muc#unique'/>",
            ]) {
                await ask(romeo, to, "get", child);
            }
            await ask(romeo, to, "set", "<query xmlns='example:nothing'/>");
            await romeo.send(xml`<iq type='result' id='stray' to='${to === "" ? HOST : to}'/>`);
            await romeo.send(
                xml`<iq type='error' id='stray' to='${to === "" ? HOST : to}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`,
            );
        }
        await ask(romeo, "", "set", "<query xmlns='jabber:iq:private'><storage xmlns='storage:x'>a</storage></query>");
        await ask(romeo, "", "get", "<query xmlns='jabber:iq:private'><storage xmlns='storage:x'/></query>");
        await ask(romeo, "", "set", "<vCard xmlns='vcard-temp'><FN>Romeo</FN></vCard>");
        await ask(
            romeo,
            "",
            "set",
            "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Romeo</text></fn></vcard>",
        );
        await ask(romeo, "", "set", `<block xmlns='urn:xmpp:blocking'><item jid='tybalt@${HOST}'/></block>`);
        await ask(romeo, "", "get", "<blocklist xmlns='urn:xmpp:blocking'/>");
        await romeo.send(xml`<message to='${`tybalt@${HOST}`}'><body>Away</body></message>`);
        await ask(romeo, "", "set", `<unblock xmlns='urn:xmpp:blocking'><item jid='tybalt@${HOST}'/></unblock>`);
        if (isFrom(series, "0.12")) {
            await ask(
                romeo,
                FILES,
                "get",
                "<request xmlns='urn:xmpp:http:upload:0' filename='rose.txt' size='4' content-type='text/plain'/>",
            );
        }
        stop();
    },

    async "commands are run"({ login }) {
        const romeo = await login(`romeo@${HOST}/orchard`);
        const command = (node: string, rest = "action='execute'/>"): Promise<string> =>
            ask(romeo, HOST, "set", `<command xmlns='http://jabber.org/protocol/commands' node='${node}' ${rest}`);
        const admin = "http://jabber.org/protocol/admin#";
        for (const node of [
            "uptime",
            "example:none",
            `${admin}get-online-users-list`,
            "http://prosody.im/protocol/hosts#list",
        ]) {
            await command(node);
        }
        await ask(romeo, HOST, "get", `<query xmlns='http://jabber.org/protocol/disco#info' node='${admin}add-user'/>`);
        const first = await command(`${admin}add-user`);
        const id = /sessionid="([^"]+)"/.exec(first.replaceAll("'", '"'))?.[1] ?? "";
        await command(
            `${admin}add-user`,
            `sessionid='${id}'>${form({ accountjid: `friar@${HOST}`, password: PASSWORD, "password-verify": PASSWORD }, admin.slice(0, -1))}</command>`,
        );
        await command("urn:xmpp:invite#invite");
    },

    async "events are published"({ login }) {
        const romeo = await login(`romeo@${HOST}/orchard`);
        const juliet = await login(`juliet@${HOST}/balcony`);
        const stops = [answerRequests(romeo), answerRequests(juliet)];
        await romeo.send(available);
        await juliet.send(available);
        const pubsub = (to: string, type: "get" | "set", child: string, owner = ""): Promise<string> =>
            ask(romeo, to, type, `<pubsub xmlns='http://jabber.org/protocol/pubsub${owner}'>${child}</pubsub>`);
        for (const to of ["", PUBSUB]) {
            await pubsub(to, "set", "<create node='balcony'/>");
            await pubsub(to, "set", `<subscribe node='balcony' jid='romeo@${HOST}'/>`);
            for (const payload of [
                "<entry xmlns='http://www.w3.org/2005/Atom'><title>News</title><summary>It is the east</summary></entry>",
                "<data xmlns='example:data'/>",
            ]) {
                await pubsub(to, "set", `<publish node='balcony'><item id='1'>${payload}</item></publish>`);
            }
            await pubsub(to, "get", "<items node='balcony'/>");
            await pubsub(to, "get", "<subscriptions/>");
            await pubsub(to, "get", "<affiliations/>");
            await pubsub(to, "get", "<configure node='balcony'/>", "#owner");
            await pubsub(
                to,
                "set",
                `<configure node='balcony'>${form({ "pubsub#title": "Balcony" }, "http://jabber.org/protocol/pubsub#node_config")}</configure>`,
                "#owner",
            );
            await ask(romeo, to, "get", "<query xmlns='http://jabber.org/protocol/disco#info' node='balcony'/>");
            await ask(romeo, to, "get", "<query xmlns='http://jabber.org/protocol/disco#items' node='balcony'/>");
            await pubsub(to, "set", "<retract node='balcony' notify='1'><item id='1'/></retract>");
            await pubsub(to, "set", "<purge node='balcony'/>", "#owner");
            await pubsub(to, "set", `<unsubscribe node='balcony' jid='romeo@${HOST}'/>`);
            await pubsub(to, "set", "<delete node='balcony'/>", "#owner");
        }
        // The disco of one's own account lists its nodes.
        await pubsub(
            "",
            "set",
            "<publish node='urn:xmpp:avatar:metadata'><item id='a'><metadata xmlns='urn:xmpp:avatar:metadata'/></item></publish>",
        );
        await ask(romeo, `romeo@${HOST}`, "get", "<query xmlns='http://jabber.org/protocol/disco#items'/>");
        await ask(
            romeo,
            `romeo@${HOST}`,
            "get",
            "<query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:avatar:metadata'/>",
        );
        await ask(
            romeo,
            `romeo@${HOST}`,
            "get",
            "<query xmlns='http://jabber.org/protocol/disco#items' node='urn:xmpp:avatar:metadata'/>",
        );
        await ask(
            romeo,
            "",
            "get",
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:bookmarks:1'/></pubsub>",
        );
        await ask(
            romeo,
            "",
            "get",
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='storage:bookmarks'/></pubsub>",
        );
        await ask(romeo, "", "get", "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query>");
        for (const stop of stops) stop();
    },

    async "the modules of old still work"({ login }) {
        const paris = await login(`paris@${OLD}/tomb`);
        await paris.send(available);
        await ask(paris, "", "set", "<vCard xmlns='vcard-temp'><FN>Paris</FN></vCard>");
        await ask(
            paris,
            "",
            "set",
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='x'><item id='1'><data xmlns='example:data'/></item></publish></pubsub>",
        );
        await paris.send(xml`<message to='${`montague@${OLD}`}'><body>Nobody keeps this</body></message>`);
        await paris.roundTrip();
        const abram = await login(`abram@${PLAIN}/street`);
        await abram.send(xml`<message><body>To myself</body></message>`);
        await abram.send(available);
        await abram.roundTrip();
    },

    async "clients are looked at and put away"({ server, login }) {
        const romeo = await login(`romeo@${HOST}/orchard`);
        const juliet = await login(`juliet@${HOST}/balcony`);
        await romeo.send(available);
        await juliet.send(available);
        await juliet.sendRaw("<inactive xmlns='urn:xmpp:csi:0'/>");
        await juliet.roundTrip();
        await juliet.sendRaw("<inactive xmlns='urn:xmpp:csi:0'/>");
        await romeo.send(
            xml`<message to='${`juliet@${HOST}/balcony`}' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>`,
        );
        await romeo.send(xml`<presence to='${`juliet@${HOST}/balcony`}'><status>by yonder moon</status></presence>`);
        await romeo.send(xml`<message to='${`juliet@${HOST}/balcony`}' type='chat'><body>She speaks</body></message>`);
        await romeo.roundTrip();
        await juliet.sendRaw("<active xmlns='urn:xmpp:csi:0'/>");
        await juliet.roundTrip();
        // The connection's time is over: the listener says whether it may go on.
        await server.evaluate(
            `local session = prosody.full_sessions["romeo@localhost/orchard"];
            require "core.portmanager".get_service("c2s").listener.onreadtimeout(session.conn);`,
        );
        await server.evaluate(`prosody.full_sessions["romeo@localhost/orchard"]:close("policy-violation")`);
    },

    async "a connection breaks and its session goes on"({ server, login, series }) {
        if (!isFrom(series, "0.12")) return;
        const open = async (): Promise<RawStream> => {
            const stream = await RawStream.open(server.host, server.ports.c2s);
            const header =
                "<stream:stream to='breaking.localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
            stream.send(header);
            await stream.expect(/<\/stream:features>/);
            const credentials = Buffer.from(`\0tybalt\0${PASSWORD}`).toString("base64");
            stream.send(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${credentials}</auth>`);
            await stream.expect(/<success/);
            stream.send(header);
            await stream.expect(/<\/stream:features>/);
            return stream;
        };
        const enable = async (stream: RawStream): Promise<string> => {
            stream.send("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
            await stream.expect(/<jid>/);
            stream.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
            const match = await stream.expect(/<enabled[^>]*?\bid=['"]([^'"]+)['"]/);
            stream.send("<presence/>");
            await stream.expect(/<presence/);
            return match[1]!;
        };
        const romeo = await login(`romeo@${HOST}/orchard`);
        const send = async (): Promise<void> => {
            await romeo.send(
                xml`<message type='chat' to='${`tybalt@${BREAKING}`}'><body>Rest you merry</body></message>`,
            );
            await romeo.roundTrip();
        };
        const waitFor = async (condition: string): Promise<void> => {
            for (let attempt = 0; attempt < 100; attempt++) {
                if (await server.evaluate<boolean>(`return (${condition}) and true or false`)) return;
                await new Promise((resolve) => setTimeout(resolve, 30));
            }
            throw new Error(`It never came to this: ${condition}`);
        };
        const hibernating = `(function () for _, s in pairs(prosody.full_sessions) do if s.username == "tybalt" and s.hibernating then return true end end end)()`;
        const first = await open();
        const id = await enable(first);
        await send();
        await first.expect(/<r /);
        first.close();
        await waitFor(hibernating);
        await send();
        const second = await open();
        second.send(`<resume xmlns='urn:xmpp:sm:3' h='0' previd='${id}'/>`);
        await second.expect(/<resumed/);
        second.send("<r xmlns='urn:xmpp:sm:3'/><a xmlns='urn:xmpp:sm:3' h='1'/>");
        await second.expect(/<a /);
        second.close();
        await waitFor(hibernating);
        await send();
        // The end of its patience, sooner.
        await server.evaluate(
            `for _, s in pairs(prosody.full_sessions) do if s.username == "tybalt" and s.hibernating then
                require "core.sessionmanager".destroy_session(s, "hibernation timeout"); return true; end end`,
        );
        const third = await open();
        third.send("<resume xmlns='urn:xmpp:sm:3' h='0' previd='none'/>");
        await third.expect(/<failed/);
        await enable(third);
        await send();
        // Nothing is acknowledged, and for long.
        await server.evaluate(
            `for _, s in pairs(prosody.full_sessions) do if s.username == "tybalt" then
                module:context("breaking.localhost"):fire_event("c2s-ondrain", { session = s }); end end`,
        );
        third.close();
        await waitFor(hibernating);
    },

    async "people meet in rooms"({ server, login }) {
        const romeo = await login(`romeo@${HOST}/orchard`);
        const juliet = await login(`juliet@${HOST}/balcony`);
        const room = `verona@${ROOMS}`;
        const enter = (nick: string, rest = ""): string =>
            `<presence to='${room}/${nick}'><x xmlns='http://jabber.org/protocol/muc'>${rest}</x></presence>`;
        const stops = [answerRequests(romeo), answerRequests(juliet)];
        await romeo.send(enter("romeo"));
        await romeo.next((stanza) => stanza.is("message") && stanza.getChild("subject") !== undefined);
        const owner = "http://jabber.org/protocol/muc#owner";
        await ask(romeo, room, "get", `<query xmlns='${owner}'/>`);
        await ask(
            romeo,
            room,
            "set",
            `<query xmlns='${owner}'>${form({
                "muc#roomconfig_roomname": "Verona",
                "muc#roomconfig_roomdesc": "Two households",
                "muc#roomconfig_lang": "it",
                "muc#roomconfig_persistentroom": "1",
                "muc#roomconfig_publicroom": "1",
                "muc#roomconfig_membersonly": "0",
                "muc#roomconfig_moderatedroom": "1",
                "muc#roomconfig_changesubject": "1",
                "muc#roomconfig_whois": "anyone",
                "muc#roomconfig_historylength": "20",
                "muc#roomconfig_defaulthistorymessages": "20",
                "muc#roomconfig_roomsecret": "",
                "muc#roomconfig_enablearchiving": "1",
            })}</query>`,
        );
        await juliet.send(enter("juliet", "<history maxstanzas='5' seconds='1000' maxchars='9999'/>"));
        await juliet.next((stanza) => stanza.is("message") && stanza.getChild("subject") !== undefined);
        const nextPresence = (session: XmppSession, from: string): Promise<unknown> =>
            session.next(({ name, attrs }) => name === "presence" && attrs["from"] === `${room}/${from}`);
        await juliet.send(
            `<message to='${room}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>`,
        );
        await romeo.next((stanza) => stanza.is("message") && stanza.getChild("x", "jabber:x:data") !== undefined);
        await romeo.send(
            `<message to='${room}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field><field var='muc#jid'><value>juliet@${HOST}/balcony</value></field><field var='muc#roomnick'><value>juliet</value></field><field var='muc#request_allow'><value>true</value></field></x></message>`,
        );
        await nextPresence(juliet, "juliet");
        await juliet.send(xml`<message type='groupchat' to='${room}'><body>Good night</body></message>`);
        await romeo.send(xml`<message type='groupchat' to='${room}'><subject>A balcony</subject></message>`);
        await romeo.send(xml`<message type='chat' to='${`${room}/juliet`}'><body>Psst</body></message>`);
        await romeo.send(xml`<message type='groupchat' to='${`${room}/juliet`}'><body>no</body></message>`);
        await ask(romeo, `${room}/juliet`, "get", "<ping xmlns='urn:xmpp:ping'/>");
        await ask(romeo, `${room}/juliet`, "get", "<vCard xmlns='vcard-temp'/>");
        await ask(romeo, room, "get", "<query xmlns='http://jabber.org/protocol/disco#info'/>");
        await ask(romeo, room, "get", "<query xmlns='http://jabber.org/protocol/disco#items'/>");
        await ask(romeo, room, "get", "<query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/>");
        await ask(romeo, room, "set", "<query xmlns='urn:xmpp:mam:2'/>");
        await ask(romeo, room, "get", "<query xmlns='urn:xmpp:mam:2'/>");
        await ask(juliet, room, "get", "<query xmlns='jabber:iq:register'/>");
        await ask(
            juliet,
            room,
            "set",
            `<query xmlns='jabber:iq:register'>${form({ "muc#register_roomnick": "jule" }, "http://jabber.org/protocol/muc#register")}</query>`,
        );
        await romeo.send(
            `<message to='${room}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='nurse@${HOST}'><reason>Come</reason></invite></x></message>`,
        );
        const nurse = await login(`nurse@${HOST}/chamber`);
        await nurse.send(
            `<message to='${room}'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='romeo@${HOST}/orchard'><reason>No</reason></decline></x></message>`,
        );
        await romeo.next((stanza) => stanza.toString().includes("decline"));
        const admin = (item: string): Promise<string> =>
            ask(romeo, room, "set", `<query xmlns='http://jabber.org/protocol/muc#admin'>${item}</query>`);
        await admin(`<item affiliation='member' jid='nurse@${HOST}' nick='nurse'><reason>Trusted</reason></item>`);
        await nurse.send(enter("nurse"));
        await nurse.next((stanza) => stanza.is("message") && stanza.getChild("subject") !== undefined);
        await admin(`<item role='moderator' nick='nurse'/>`);
        await ask(
            romeo,
            room,
            "get",
            "<query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query>",
        );
        await juliet.send(xml`<presence to='${`${room}/giulietta`}'/>`);
        await juliet.send(xml`<presence to='${`${room}/giulietta`}'><show>away</show></presence>`);
        const again = await login(`nurse@${HOST}/kitchen`);
        await again.send(enter("nurse"));
        await again.next((stanza) => stanza.is("message") && stanza.getChild("subject") !== undefined);
        await again.stop();
        await admin(`<item role='none' nick='nurse'><reason>Out</reason></item>`);
        await admin(`<item affiliation='outcast' jid='juliet@${HOST}'/>`);
        await admin(`<item affiliation='none' jid='juliet@${HOST}'/>`);
        await juliet.send(enter("juliet"));
        await juliet.next((stanza) => stanza.is("message") && stanza.getChild("subject") !== undefined);
        await juliet.send(xml`<presence type='unavailable' to='${`${room}/juliet`}'><status>adieu</status></presence>`);
        await server.evaluate(
            `local room = prosody.hosts["rooms.localhost"].modules.muc.get_room_from_jid("verona@rooms.localhost");
            if room.set_affiliation_data then
                room:set_affiliation(true, "juliet@localhost", "member");
                room:set_affiliation_data("juliet@localhost", "flower", "rose");
            end
            room:save(true);`,
        );
        await romeo.roundTrip(ROOMS).catch(() => undefined);
        await romeo.send(xml`<presence type='unavailable' to='${`${room}/romeo`}'/>`);
        // What nobody is in is kept in storage alone; the module comes back without it in memory.
        await server.reload("muc", ROOMS);
        await romeo.send(enter("romeo"));
        await romeo.next((stanza) => stanza.is("message") && stanza.getChild("subject") !== undefined);
        await ask(
            romeo,
            room,
            "set",
            `<query xmlns='${owner}'><destroy jid='mantua@${ROOMS}'><reason>Banished</reason><password>x</password></destroy></query>`,
        );
        // A room of the server's own, and one that its last occupant takes along.
        await server.evaluate(
            `local muc = prosody.hosts["rooms.localhost"].modules.muc;
            if muc.create_room then muc.create_room("square@rooms.localhost"); end`,
        );
        const short = `tomb@${ROOMS}`;
        await romeo.send(`<presence to='${short}/romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>`);
        await romeo.next((stanza) => stanza.is("message") && stanza.attrs["from"]?.startsWith(short) === true);
        await ask(romeo, short, "set", `<query xmlns='${owner}'><x xmlns='jabber:x:data' type='submit'/></query>`);
        await romeo.send(xml`<presence type='unavailable' to='${`${short}/romeo`}'/>`);
        await romeo.roundTrip();
        const hall = `capulet@${HALLS}`;
        await romeo.send(`<presence to='${hall}/romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>`);
        await romeo.next((stanza) => stanza.is("message") && stanza.attrs["from"]?.startsWith(hall) === true);
        await romeo.send(xml`<message type='groupchat' to='${hall}'><body>Did my heart love</body></message>`);
        await romeo.next((stanza) => stanza.getChildText("body") === "Did my heart love");
        for (const stop of stops) stop();
    },

    async "components connect and go"({ server, login }) {
        await connectComponent(server, COMPONENT, "wrong").then(
            () => Promise.reject(new Error("A wrong secret was taken")),
            () => undefined,
        );
        const component = await connectComponent(server, COMPONENT, SECRET);
        const romeo = await login(`romeo@${HOST}/orchard`);
        await romeo.send(available);
        for (const to of [COMPONENT, `rosaline@${COMPONENT}`, `rosaline@${COMPONENT}/ball`]) {
            await romeo.send(xml`<message to='${to}'><body>Hello</body></message>`);
            await romeo.send(xml`<presence to='${to}'/>`);
            await romeo.send(xml`<iq type='get' id='x' to='${to}'><ping xmlns='urn:xmpp:ping'/></iq>`);
        }
        await component.next(({ name, attrs }) => name === "iq" && attrs["to"]?.includes("/") === true);
        await component.send(xml`<message from='${COMPONENT}' to='${`romeo@${HOST}`}'><body>Hello</body></message>`);
        await component.send(
            xml`<iq type='get' id='c' from='${COMPONENT}' to='${HOST}'><ping xmlns='urn:xmpp:ping'/></iq>`,
        );
        await component.next(({ name }) => name === "iq");
        await server.evaluate(
            `for conn, session in pairs(module:shared("/*/component/sessions")) do
                require "core.portmanager".get_service("component").listener.onreadtimeout(conn);
            end`,
        );
        await component.stop();
    },

    async "accounts come, change and go"({ server, login, series }) {
        const anybody = await RawStream.open(server.host, server.ports.c2s);
        anybody.send(
            "<stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
        );
        await anybody.expect(/<\/stream:features>/);
        anybody.send("<iq type='get' id='r'><query xmlns='jabber:iq:register'/></iq>");
        await anybody.expect(/<\/iq>/);
        anybody.send(
            "<iq type='set' id='r'><query xmlns='jabber:iq:register'><username>peter</username><password>love</password></query></iq>",
        );
        await anybody.expect(/type=['"]result['"]/);
        anybody.close();
        const peter = await login(`peter@${HOST}/street`);
        await ask(peter, HOST, "get", "<query xmlns='jabber:iq:register'/>");
        await ask(
            peter,
            HOST,
            "set",
            `<query xmlns='jabber:iq:register'><username>peter</username><password>${PASSWORD}</password></query>`,
        );
        await ask(peter, HOST, "set", "<query xmlns='jabber:iq:register'><remove/></query>").catch(() => "");
        await server.evaluate(
            `local um = require "core.usermanager";
            assert(um.create_user("sampson", "love", "localhost"));
            require "core.rostermanager".set_contact_pending_out("sampson", "localhost", "example.org");
            um.set_password("sampson", "bite", "localhost");
            if um.disable_user then um.disable_user("sampson", "localhost", { reason = "thumb" }); um.enable_user("sampson", "localhost"); end
            if um.set_user_role then um.set_user_role("sampson", "localhost", "prosody:operator"); end
            if um.add_user_secondary_role then
                um.add_user_secondary_role("sampson", "localhost", "prosody:guest");
                um.remove_user_secondary_role("sampson", "localhost", "prosody:guest");
            end
            if um.set_roles then um.set_roles("sampson@localhost", "localhost", { ["prosody:admin"] = true }); end
            um.delete_user("sampson", "localhost");`,
        );
        if (!isFrom(series, "0.12")) return;
        const invitation = await server.evaluate<string>(
            `local invites = prosody.hosts.localhost.modules.invites;
            invites.create_contact("romeo", true);
            if invites.create_account_reset then invites.create_account_reset("tybalt"); end
            return invites.create_account("gregory").token;`,
        );
        const invited = await RawStream.open(server.host, server.ports.c2s);
        invited.send(
            "<stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
        );
        await invited.expect(/<\/stream:features>/);
        invited.send(
            `<iq type='set' id='p' to='localhost'><preauth token='${invitation}' xmlns='urn:xmpp:pars:0'/></iq>`,
        );
        await invited.expect(/type=['"]result['"]/);
        invited.send(
            "<iq type='set' id='r'><query xmlns='jabber:iq:register'><username>gregory</username><password>love</password></query></iq>",
        );
        await invited.expect(/type=['"]result['"]/);
        invited.close();
        const reset = await server.evaluate<string>(
            `local invites = prosody.hosts.localhost.modules.invites; return invites.create_account_reset and invites.create_account_reset("gregory").token or ""`,
        );
        if (reset !== "") {
            const forgetful = await RawStream.open(server.host, server.ports.c2s);
            forgetful.send(
                "<stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
            );
            await forgetful.expect(/<\/stream:features>/);
            forgetful.send(
                `<iq type='set' id='p' to='localhost'><preauth token='${reset}' xmlns='urn:xmpp:pars:0'/></iq>`,
            );
            await forgetful.expect(/type=['"]result['"]/);
            forgetful.send(
                "<iq type='set' id='r'><query xmlns='jabber:iq:register'><username>gregory</username><password>hate</password></query></iq>",
            );
            await forgetful.expect(/<\/?iq[^>]*type=['"](result|error)['"]/);
            forgetful.close();
        }
        if (!isFrom(series, "13.0")) return;
        await server.evaluate(
            `local flags = prosody.hosts.localhost.modules.flags;
            flags.add_flag("tybalt", "quarrelsome", "Prince of Cats"); flags.remove_flag("tybalt", "quarrelsome");
            local tokens = prosody.hosts.localhost.modules.tokenauth;
            local grant = tokens.create_grant("romeo@localhost", "romeo@localhost", 600, { note = "x" });
            local token = tokens.create_token("romeo@localhost", grant.id, nil, 600, "oauth2", {});
            tokens.get_token_session(token);
            tokens.revoke_token(token);
            tokens.revoke_grant("romeo", grant.id);`,
        );
    },

    async "pages are asked for"({ server }) {
        const paths = [
            "/",
            "/nothing",
            "/files/",
            "/files/base-files/",
            "/files/base-files/copyright",
            "/http-bind",
            "/xmpp-websocket",
            "/metrics",
            "/file_share/",
        ];
        for (const path of paths) {
            await (await fetch(server.url(path))).text();
            await fetch(server.url(path), { method: "HEAD" });
            await (await fetch(server.url(path), { method: "POST", body: "x" })).text();
        }
        const strange = await RawStream.open(server.host, server.ports.http);
        strange.send("GET / HTTP/1.1\r\n\r\n");
        await strange.expect(/HTTP\/1\.\d \d+/);
        strange.close();
        const odd = await RawStream.open(server.host, server.ports.http);
        // Closed without an answer.
        odd.send("no request at all\r\n\r\n");
        // The server asks itself, and somebody who is not there.
        await server.evaluate(
            `local http = require "net.http"; local args = ...;
            http.request(args.url, {}, function () end);
            http.request("http://127.0.0.1:1/", {}, function () end);`,
            { url: `http://127.0.0.1:${server.ports.http}/` },
        );
        await new Promise((resolve) => setTimeout(resolve, 300));
    },

    async "clients come over HTTP"({ server }) {
        const post = async (body: string): Promise<string> =>
            (
                await fetch(server.url("/http-bind"), { method: "POST", body, headers: { "Content-Type": "text/xml" } })
            ).text();
        const first = await post(
            "<body rid='1' to='localhost' wait='1' hold='1' ver='1.6' xml:lang='en' xmlns='http://jabber.org/protocol/httpbind' xmpp:version='1.0' xmlns:xmpp='urn:xmpp:xbosh'/>",
        );
        const sid = /sid=['"]([^'"]+)['"]/.exec(first)?.[1] ?? "";
        const credentials = Buffer.from(`\0romeo\0${PASSWORD}`).toString("base64");
        const body = (rid: number, rest: string, attributes = ""): Promise<string> =>
            post(
                `<body rid='${rid}' sid='${sid}' ${attributes} xmlns='http://jabber.org/protocol/httpbind'>${rest}</body>`,
            );
        await body(2, `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${credentials}</auth>`);
        await body(3, "", "xmpp:restart='true' xmlns:xmpp='urn:xmpp:xbosh' to='localhost'");
        await body(
            4,
            "<iq xmlns='jabber:client' type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>bosh</resource></bind></iq>",
        );
        await body(5, "<presence xmlns='jabber:client'/>");
        await body(6, "", "type='terminate'");
        await server.evaluate(
            `local promise = require "util.promise"; local args = ...;
            local client; local said = {};
            local lines = {
                "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='localhost' version='1.0'/>",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" .. args.credentials .. "</auth>",
                "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='localhost' version='1.0'/>",
                "<iq xmlns='jabber:client' type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
                "<presence xmlns='jabber:client'/>",
            };
            return promise.new(function (resolve)
                local function go() local line = table.remove(lines, 1); if line then client:send(line); end end
                client = require "net.websocket".connect(args.url, { protocol = "xmpp" }, {
                    onopen = go;
                    onmessage = function (_, text)
                        if text:match("features") or text:match("^<success") then go(); end
                        if text:match("urn:ietf:params:xml:ns:xmpp%-bind'.*<jid>") or text:match("<jid>") then go(); client:close(1000); end
                    end;
                    onclose = function () resolve(true); end;
                });
                require "util.timer".add_task(3, function () resolve(false); end);
            end);`,
            { url: `ws://127.0.0.1:${server.ports.http}/xmpp-websocket`, credentials },
        );
    },

    async "servers talk to each other"({ server, series, login, other, addresses }) {
        if (series === "0.11") {
            // It looks for an address even of an address, and there is no DNS on the loopback interface.
            for (const one of [server, other]) {
                await one.evaluate(
                    `local adns = require "net.adns"; local resolver = adns.resolver;
                    function adns.resolver()
                        return setmetatable({ lookup = function (_, callback, name, kind)
                            callback(kind == "A" and { { a = name } } or {});
                        end }, { __index = resolver() });
                    end`,
                );
            }
        }
        const mercutio = await login(`mercutio@${addresses.own}/street`);
        const benvolio = await connectClient(other, `benvolio@${addresses.other}/street`, PASSWORD);
        await mercutio.send(available);
        await benvolio.send(available);
        await mercutio.send(
            xml`<message type='chat' to='${`benvolio@${addresses.other}/street`}'><body>A plague</body></message>`,
        );
        await benvolio.next(({ name }) => name === "message", 15_000);
        await benvolio.send(
            xml`<message type='chat' to='${`mercutio@${addresses.own}/street`}'><body>O both</body></message>`,
        );
        await mercutio.next(({ name }) => name === "message", 15_000);
        await mercutio.send(xml`<presence type='subscribe' to='${`benvolio@${addresses.other}`}'/>`);
        await mercutio.roundTrip();
        for (const one of [server, other]) {
            await one.evaluate(
                `local listener = require "core.portmanager".get_service("s2s").listener;
                for conn in pairs(module:shared("/*/s2s/sessions")) do listener.onreadtimeout(conn); end`,
            );
        }
        // One that does not answer: its address belongs to nobody.
        await mercutio.send(xml`<message type='chat' to='127.255.255.254'><body>Nobody</body></message>`);
        await mercutio.roundTrip();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await other.evaluate(`for _, session in pairs(module:shared("/*/s2s/sessions")) do session:close(); end`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await benvolio.stop();
    },

    async "admins look into the server"({ server, series, login }) {
        if (!isFrom(series, "0.12")) return;
        await server.evaluate(
            `local promise = require "util.promise"; local st = require "util.stanza";
            local unix = require "socket.unix";
            if type(unix) == "table" then unix = unix.stream; end
            local admin = require "util.adminstream";
            local client = admin.client();
            return promise.new(function (resolve)
                client.events.add_handler("connected", function () client.send(st.stanza("repl-input"):text("1 + 1")); end);
                client.events.add_handler("received", function (stanza) client:close(); resolve(true); end);
                local sock = unix();
                assert(sock:connect(prosody.paths.data .. "/prosody.sock"));
                sock:settimeout(0);
                local conn = require "net.server".wrapclient(sock, "prosody.sock", 0, client.listeners, "*a");
                if client.listeners.onconnect and not conn.conn then client.listeners.onconnect(conn); end
                require "util.timer".add_task(3, function () resolve(false); end);
            end);`,
        );
        if (!isFrom(series, "13.0")) return;
        // A push service (XEP-0357) hears of what waits for a client.
        const nurse = await login(`nurse@${HOST}/phone`);
        const service = await connectComponent(server, COMPONENT, SECRET);
        const stop = answerRequests(service);
        await nurse.send(available);
        await ask(nurse, "", "set", `<enable xmlns='urn:xmpp:push:0' jid='${COMPONENT}' node='n'/>`);
        await nurse.stop();
        const romeo = await login(`romeo@${HOST}/orchard`);
        await romeo.send(xml`<message type='chat' to='${`nurse@${HOST}`}'><body>Come</body></message>`);
        await romeo.roundTrip();
        const back = await login(`nurse@${HOST}/phone`);
        await ask(back, "", "set", `<disable xmlns='urn:xmpp:push:0' jid='${COMPONENT}'/>`);
        stop();
        await service.stop();
    },

    async "the admin changes the server"({ server, series }) {
        await server.load("legacyauth", OLD);
        await server.reload("legacyauth", OLD);
        await server.unload("legacyauth", OLD);
        await server.evaluate(
            `prosody.reload_config();
            if prosody.reopen_logfiles then prosody.reopen_logfiles(); end
            local hm = require "core.hostmanager";
            hm.activate("brief.localhost", {}); hm.deactivate("brief.localhost", "host-gone");`,
        );
        if (!isFrom(series, "0.12")) return;
        await server.evaluate(
            `local signal = require "util.signal"; signal.raise("SIGUSR1"); signal.raise("SIGUSR2");`,
        );
        // Values are collected each second.
        await new Promise((resolve) => setTimeout(resolve, 1300));
    },
};

/** Lives through the day on real servers of a version; their recordings are kept where the environment says. */
export async function playScenario(version: string): Promise<void> {
    const addresses = randomAddresses();
    const server = await startProsody({ version, config: configOf(version, addresses), pluginPaths: [] });
    let other: ProsodyServer | undefined;
    const failures: string[] = [];
    try {
        const started = await startProsody({ version, config: configOfOther(addresses), pluginPaths: [] });
        other = started;
        for (const [title, step] of Object.entries(STEPS)) {
            const sessions: XmppSession[] = [];
            const login = async (jid: string): Promise<XmppSession> => {
                const session = await connectClient(server, jid, PASSWORD);
                sessions.push(session);
                return session;
            };
            try {
                await step({ server, other: started, addresses, series: prosodySeries(version), login });
            } catch (error) {
                const { log } = server;
                failures.push(`${title}: ${String(error)}\n${log.text(Math.max(0, log.mark() - 12))}`);
            }
            await Promise.all(sessions.map((session) => session.stop()));
        }
    } finally {
        await other?.stop();
        await server.stop();
    }
    if (failures.length > 0) throw new Error(`On Prosody ${version} went wrong:\n${failures.join("\n\n")}`);
}
