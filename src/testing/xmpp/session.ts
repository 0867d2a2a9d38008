import { randomBytes } from "node:crypto";
import type { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { parseXml, type XmlElement } from "./stanza.ts";

/** What an xmpp.js client and component have in common, as far as it is used here. */
export interface XmppJsEntity extends EventEmitter {
    readonly socket: Socket | null;
    readonly status: string;
    readonly options: { readonly domain: string };
    readonly reconnect: { stop(): void };
    readonly middleware: {
        use(handler: (context: { stanza: XmlElement }, next: () => Promise<unknown>) => unknown): void;
    };
    start(): Promise<{ toString(): string }>;
    stop(): Promise<unknown>;
    send(element: XmlElement): Promise<void>;
    write(text: string): Promise<void>;
}

export type StanzaPredicate = (stanza: XmlElement) => boolean;

interface Waiter {
    readonly matches: StanzaPredicate;
    readonly resolve: (stanza: XmlElement) => void;
    readonly reject: (error: Error) => void;
}

const DEFAULT_TIMEOUT = 5000;

/** A connected client or component: sends what a spec says, keeps all that comes, answers nothing of its own accord but a client's pings. */
export class XmppSession {
    /** The JID that the server gave: a full JID for a client, the domain for a component. */
    readonly jid: string;
    /** Every stanza since the connection stood, oldest first. */
    readonly received: XmlElement[] = [];
    readonly #entity: XmppJsEntity;
    readonly #untaken: XmlElement[] = [];
    readonly #waiters = new Set<Waiter>();
    #problem: Error | undefined;

    private constructor(entity: XmppJsEntity, jid: string) {
        this.#entity = entity;
        this.jid = jid;
    }

    /** Connects an xmpp.js entity. @throws when the connection or the login fails. */
    static async start(entity: XmppJsEntity): Promise<XmppSession> {
        // A spec wants to see a lost connection, not have it mended.
        entity.reconnect.stop();
        entity.on("connect", () => {
            // Else a character whose bytes come in two TCP segments would be read as two broken ones.
            entity.socket?.setEncoding("utf8");
            // Else what is sent next waits until the server's system has acknowledged what was sent before: 40 ms each time.
            entity.socket?.setNoDelay(true);
        });
        // xmpp.js answers each IQ request that no handler takes with an error. A request waits for the spec's own answer: a
        // handler that never settles keeps the library from giving one.
        entity.middleware.use(({ stanza }, next) => {
            const type = stanza.attrs["type"];
            return stanza.name === "iq" && (type === "get" || type === "set") ? new Promise(() => {}) : next();
        });
        const early: XmlElement[] = [];
        const keepEarly = (stanza: XmlElement): void => {
            // Nothing was asked but by the login itself.
            const isOfLogin = stanza.name === "iq" && stanza.attrs["type"] === "result";
            if (!isOfLogin) early.push(stanza);
        };
        let failure: Error | undefined;
        const keepFailure = (error: Error): void => {
            failure ??= error;
        };
        entity.on("error", keepFailure);
        // What a server sends with its last word on the login has come before "online" is told.
        entity.on("stanza", keepEarly);
        let jid: string;
        try {
            jid = String(await entity.start());
        } catch (error) {
            entity.socket?.destroy();
            throw failure ?? error;
        }
        const session = new XmppSession(entity, jid);
        entity.off("stanza", keepEarly);
        for (const stanza of early) session.#take(stanza);
        entity.on("stanza", (stanza: XmlElement) => session.#take(stanza));
        entity.on("error", (error: Error) => session.#fail(error));
        entity.on("disconnect", () => session.#fail(new Error(`${jid} lost its connection`)));
        return session;
    }

    /** The JID without its resource. */
    get bareJid(): string {
        return this.jid.replace(/\/.*$/s, "");
    }

    get isConnected(): boolean {
        return this.#entity.status === "online";
    }

    /** Sends a stanza; text must be well-formed XML. */
    async send(stanza: string | XmlElement): Promise<void> {
        await this.#entity.send(typeof stanza === "string" ? parseXml(stanza) : stanza);
    }

    /** Sends text as it is, for what no well-behaved client sends. */
    async sendRaw(text: string): Promise<void> {
        await this.#entity.write(text);
    }

    /**
     * Sends an IQ request, with an id of its own where it has none, and gives the answer: a result or an error.
     * @throws when no answer has come in time (milliseconds, default 5000).
     */
    async iq(request: string | XmlElement, timeout = DEFAULT_TIMEOUT): Promise<XmlElement> {
        const stanza = typeof request === "string" ? parseXml(request) : request;
        const id = (stanza.attrs["id"] ??= randomBytes(6).toString("hex"));
        await this.send(stanza);
        return this.next(
            ({ name, attrs }) =>
                name === "iq" && attrs["id"] === id && (attrs["type"] === "result" || attrs["type"] === "error"),
            timeout,
        );
    }

    /**
     * The first stanza that fits of those that have come or will. Each stanza is given once: asking again gives the one after it.
     * @throws when none has come in time (milliseconds, default 5000), or the connection is lost.
     */
    async next(matches: StanzaPredicate = () => true, timeout = DEFAULT_TIMEOUT): Promise<XmlElement> {
        const index = this.#untaken.findIndex(matches);
        const [found] = index < 0 ? [] : this.#untaken.splice(index, 1);
        if (found) return found;
        if (this.#problem) throw this.#problem;
        return new Promise((resolve, reject) => {
            const settle = (): void => {
                clearTimeout(timer);
                this.#waiters.delete(waiter);
            };
            const waiter: Waiter = {
                matches,
                resolve: (stanza) => {
                    settle();
                    resolve(stanza);
                },
                reject: (error) => {
                    settle();
                    reject(error);
                },
            };
            const timer = setTimeout(() => {
                const seen = this.#untaken.map(String).join("\n") || "nothing";
                waiter.reject(new Error(`${this.jid} got no such stanza within ${timeout} ms. What it got:\n${seen}`));
            }, timeout);
            this.#waiters.add(waiter);
        });
    }

    /** The stanzas that fit and that `next` and `iq` have not given yet. */
    pending(matches: StanzaPredicate = () => true): XmlElement[] {
        return this.#untaken.filter(matches);
    }

    /**
     * Waits until the server has handled all that was sent before, by a request that it answers itself: what has not come by
     * then was not sent in answer.
     * @param to who answers the ping (XEP-0199): for a component, a JID of the server.
     */
    async roundTrip(to?: string): Promise<void> {
        const address = to === undefined ? "" : ` to="${to}"`;
        await this.iq(`<iq type="get"${address}><ping xmlns="urn:xmpp:ping"/></iq>`);
    }

    /** Closes the stream and the connection. */
    async stop(): Promise<void> {
        if (this.#entity.status === "online") await this.#entity.stop();
        this.#entity.socket?.destroy();
    }

    /** Cuts the connection without a word, as a client that has lost its network. */
    cut(): void {
        this.#entity.socket?.destroy();
    }

    #take(stanza: XmlElement): void {
        this.received.push(stanza);
        for (const waiter of this.#waiters) {
            if (waiter.matches(stanza)) {
                waiter.resolve(stanza);
                return;
            }
        }
        this.#untaken.push(stanza);
    }

    #fail(error: Error): void {
        this.#problem ??= error;
        for (const waiter of this.#waiters) waiter.reject(error);
    }
}
