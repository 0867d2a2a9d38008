import { client } from "@xmpp/client";
import { component } from "@xmpp/component";
import type { ProsodyServer } from "../prosody/launch.ts";
import { XmppSession } from "./session.ts";

/** Where a client or component connects. */
type Server = Pick<ProsodyServer, "host" | "ports">;

const utf8Bytes = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

/** SASL mechanisms that a client can log in with. */
export type SaslMechanism = "PLAIN" | "SCRAM-SHA-1";

/**
 * Logs an account in with a real client (@xmpp/client) and binds a resource: the JID's, or one the server chooses.
 * No presence is sent; without it a bare JID's messages do not reach the client (RFC 6121, 8.5.2).
 * @param mechanism default PLAIN: SCRAM's key derivation takes the client a third of a second.
 * @throws when the login fails.
 */
export async function connectClient(
    server: Server,
    jid: string,
    password: string,
    mechanism: SaslMechanism = "PLAIN",
): Promise<XmppSession> {
    const [bare = "", resource] = jid.split(/\/(.*)/s);
    const [username = "", domain = ""] = bare.split("@");
    return XmppSession.start(
        client({
            service: `xmpp://${server.host}:${server.ports.c2s}`,
            domain,
            credentials: (authenticate) =>
                authenticate(
                    // xmpp.js encodes PLAIN's text one byte per character: it has to be given the bytes of the UTF-8 text.
                    mechanism === "PLAIN"
                        ? { username: utf8Bytes(username), password: utf8Bytes(password) }
                        : { username, password },
                    mechanism,
                ),
            ...(resource !== undefined && { resource }),
        }),
    );
}

/**
 * Connects an external component (XEP-0114) with @xmpp/component.
 * @throws when the server refuses it.
 */
export async function connectComponent(server: Server, domain: string, secret: string): Promise<XmppSession> {
    return XmppSession.start(
        component({ service: `xmpp://${server.host}:${server.ports.component}`, domain, password: secret }),
    );
}
