/** @noSelfInFile */

/** What clients of a host and HTTP clients of its modules do and see, for scripts whose domain has accounts. */

import { xml_escape as xmlEscape } from "prosody.util.stanza";
import { requestBytes, HttpExchange, type IncomingConnection } from "../../busted/client";
import type { Client, Server } from "../../busted/server";

/** A step of a client or an HTTP client. */
export interface AccountStep {
    do: string;
    /** The client's full JID. */
    client?: string;
    /** request. */
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Whether the HTTP client goes without waiting for the answer. */
    leaves?: boolean;
}

/** What is seen of clients. */
export type AccountEvent =
    | { event: "delivered"; client: string; stanza: Prosody.Stanza }
    | { event: "routed"; stanza: Prosody.Stanza }
    | { event: "idle" }
    | { event: "requested"; number: number }
    | { event: "responded"; number: number; status: number; body: string };

interface Events {
    add_handler(this: void, event: string, handler: (this: void, data: any) => true, priority?: number): void;
    remove_handler(this: void, event: string, handler: (this: void, data: any) => true): void;
}

interface Loop {
    accept(this: void, port: number): LuaMultiReturn<[LosableConnection] | [undefined, string]>;
}
interface LosableConnection extends IncomingConnection {
    lose(reason?: string): void;
}

interface Query {
    connection: LosableConnection;
    exchange: HttpExchange;
    isOver: boolean;
}

export class Accounts {
    private readonly clients = new LuaMap<string, Client>();
    /** The last form that each was shown (XEP-0004). */
    private readonly forms = new LuaMap<string, Prosody.Stanza>();
    private readonly queries: Query[] = [];
    /** Other servers take what is sent to them. */
    private readonly route: (this: void, data: { stanza: Prosody.Stanza }) => true;

    constructor(
        private readonly server: Server,
        private readonly host: string,
        private readonly note: (this: void, happening: AccountEvent) => void,
    ) {
        this.route = ({ stanza }) => {
            note({ event: "routed", stanza });
            return true;
        };
        (server.prosody.hosts[host]!.events as unknown as Events).add_handler("route/remote", this.route);
    }

    connect(jid: string): void {
        if (this.clients.has(jid)) {
            this.note({ event: "idle" });
        } else {
            this.clients.set(jid, this.server.connect_client(jid));
        }
    }

    disconnect(jid: string): void {
        const client = this.clients.get(jid);
        if (client === undefined) {
            this.note({ event: "idle" });
        } else {
            this.clients.delete(jid);
            this.server.disconnect_client(client);
        }
    }

    isOnline(jid: string): boolean {
        return this.clients.has(jid);
    }

    /** Puts values of the last form that a client was shown in the places that a script has for them, such as `{field.challenge}`. */
    withFields(jid: string, xml: string): string {
        const form = this.forms.get(jid);
        const [filled] = string.gsub(xml, "{field%.(%a+)}", (name: string) => {
            for (const field of form?.tags ?? []) {
                if (field.attr["var"] === name) {
                    return xmlEscape(field.tags[0]?.get_text() ?? "");
                }
            }
            return "";
        });
        return filled;
    }

    send(jid: string, stanza: Prosody.Stanza): void {
        const client = this.clients.get(jid);
        if (client === undefined) {
            this.note({ event: "idle" });
        } else {
            // As mod_c2s does it.
            stanza.attr.from = jid;
            this.server.receive_from(client, stanza);
        }
    }

    request({ method, path, headers, body, leaves }: AccountStep): void {
        const loop = require("net.server") as unknown as Loop;
        const [connection, reason] = loop.accept(5280);
        if (connection === undefined) {
            error(`No HTTP: ${reason}`);
        }
        const query: Query = { connection, exchange: new HttpExchange(connection), isOver: false };
        this.note({ event: "requested", number: this.queries.length });
        this.queries.push(query);
        connection.hear(
            requestBytes({ method: method!, path: path!, headers: { Host: this.host, ...headers }, body: body! }),
        );
        if (leaves) {
            query.isOver = true;
            connection.lose("closed");
        }
        this.server.settle();
    }

    /** Tells what has come since the last look. */
    look(): void {
        for (const [client, { received }] of this.clients) {
            for (const stanza of received) {
                const form = stanza.get_child("x", "jabber:x:data");
                if (form !== undefined) {
                    this.forms.set(client, form);
                }
                this.note({ event: "delivered", client, stanza });
            }
            received.length = 0;
        }
        this.queries.forEach((query, number) => {
            const result = query.isOver ? undefined : query.exchange.result();
            if (result !== undefined) {
                query.isOver = true;
                this.note({ event: "responded", number, status: result.status, body: result.body });
                // A connection that is kept has a timer.
                query.connection.lose("closed");
            }
        });
    }

    /** All go. */
    end(): void {
        for (const [jid] of this.clients) {
            this.disconnect(jid);
        }
        for (const query of this.queries) {
            if (!query.isOver) {
                query.connection.lose("closed");
            }
        }
        this.server.settle();
        (this.server.prosody.hosts[this.host]!.events as unknown as Events).remove_handler("route/remote", this.route);
    }
}
