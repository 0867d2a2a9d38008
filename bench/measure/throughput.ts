/**
 * Stanzas per second through a real Prosody. Sender, receiver, HTTP backend and server share this machine, so the numbers say
 * how modules compare with each other and with Prosody's own work, not what a server of that kind can bear.
 */
import {
    connectClient,
    connectComponent,
    startHttpBackend,
    startProsody,
    type HttpBackend,
    type ProsodyConfig,
    type XmppSession,
} from "../../src/testing/index.ts";

/** What came of a load. */
export interface Throughput {
    readonly prosody: string;
    /** The module, or undefined for the load that Prosody answers by itself. */
    readonly module?: string;
    /** What was sent and what came back, in words. */
    readonly name: string;
    /** Exchanges in a second: a stanza from the sender, and its answer. */
    readonly perSecond: number;
    /** Microseconds of the server's processor per exchange. */
    readonly processor: number;
}

interface Load {
    readonly module?: string;
    readonly name: string;
    /** The stanza with that number, as text. */
    readonly stanza: (number: number) => string;
}

const SENDER = "load.localhost";
const SECRET = "shared";

/** Exchanges that are under way at a time: many, so that the server never waits for the sender. */
const WINDOW = 64;
const WARM_EXCHANGES = 300;
const EXCHANGES = 3_000;

const LOADS: readonly Load[] = [
    {
        name: "a ping that Prosody answers",
        stanza: (number) =>
            `<iq type="get" id="p${number}" from="${SENDER}" to="localhost"><ping xmlns="urn:xmpp:ping"/></iq>`,
    },
    {
        module: "mod_component_http",
        name: "a message posted, the answer sent back",
        stanza: (number) =>
            `<message from="user@${SENDER}/phone" to="bot.localhost"><body>hello ${number}</body></message>`,
    },
    {
        module: "mod_client_proxy",
        name: "an iq handed to a client, its result sent back",
        stanza: (number) =>
            `<iq type="get" id="c${number}" from="user@${SENDER}/phone" to="proxy.localhost"><query xmlns="urn:example"/></iq>`,
    },
];

const TARGET = "service@localhost";
const PASSWORD = "secret";

function configure(backendUrl: string): ProsodyConfig {
    return {
        hosts: { localhost: { users: { service: PASSWORD } } },
        components: {
            [SENDER]: { secret: SECRET },
            "bot.localhost": { module: "component_http", options: { component_post_url: backendUrl } },
            "proxy.localhost": { module: "client_proxy", options: { target_address: TARGET } },
        },
    };
}

/** Grants the proxy the client's presence, and answers what comes from there until the client is stopped. */
async function serve(client: XmppSession): Promise<void> {
    await client.sendRaw("<presence/>");
    await client.next(({ name, attrs }) => name === "presence" && attrs["type"] === "subscribe");
    await client.sendRaw('<presence type="subscribed" to="proxy.localhost"/>');
    // The proxy has heard of the client when the server answers what was sent behind the consent.
    await client.roundTrip();
    void (async () => {
        while (client.isConnected) {
            const { attrs } = await client.next(({ name, attrs }) => name === "iq" && attrs["type"] === "get", 60_000);
            await client.sendRaw(`<iq type="result" id="${attrs["id"]}" to="${attrs["from"]}"/>`);
        }
    })().catch((error: unknown) => {
        // Stopping ends the wait for the next request; anything else shows as answers that do not come.
        if (client.isConnected) throw error;
    });
}

/** Sends so many stanzas, always as many at a time as the window holds, and waits for the answer to each. */
async function exchange(sender: XmppSession, load: Load, count: number): Promise<void> {
    let sent = 0;
    const send = async (): Promise<void> => {
        sent += 1;
        await sender.sendRaw(load.stanza(sent));
    };
    while (sent < Math.min(WINDOW, count)) await send();
    for (let answered = 0; answered < count; answered += 1) {
        const answer = await sender.next();
        if (answer.attrs["type"] === "error") throw new Error(`An error came back: ${answer.toString()}`);
        if (sent < count) await send();
    }
}

/** Measures all loads on one version of Prosody. */
export async function measureThroughput(version: string): Promise<Throughput[]> {
    const backend: HttpBackend = await startHttpBackend(() => ({ json: { body: "re" } }));
    try {
        const server = await startProsody({
            version,
            config: ({ hostAddress }) => configure(backend.url(hostAddress)),
        });
        try {
            const sender = await connectComponent(server, SENDER, SECRET);
            const client = await connectClient(server, `${TARGET}/desk`, PASSWORD);
            await serve(client);
            const results: Throughput[] = [];
            for (const load of LOADS) {
                await exchange(sender, load, WARM_EXCHANGES);
                const processorBefore = await server.evaluate<number>("return os.clock()");
                const started = performance.now();
                await exchange(sender, load, EXCHANGES);
                const seconds = (performance.now() - started) / 1000;
                const processor = (await server.evaluate<number>("return os.clock()")) - processorBefore;
                results.push({
                    prosody: version,
                    ...(load.module !== undefined && { module: load.module }),
                    name: load.name,
                    perSecond: EXCHANGES / seconds,
                    processor: (processor / EXCHANGES) * 1e6,
                });
                // The backend keeps what it was sent.
                backend.clear();
            }
            await sender.stop();
            await client.stop();
            return results;
        } finally {
            await server.stop();
        }
    } finally {
        await backend.stop();
    }
}
