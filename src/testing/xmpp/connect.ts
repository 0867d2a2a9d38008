import { client } from "@xmpp/client";
import { component } from "@xmpp/component";
import type { ProsodyServer } from "../prosody/launch.ts";
import { XmppSession } from "./session.ts";

/** Where a client or component connects. */
type Server = Pick<ProsodyServer, "host" | "ports">;

/**
 * Logs an account in with a real client (@xmpp/client, SCRAM-SHA-1) and binds a resource: the JID's, or one the server chooses.
 * No presence is sent; without it a bare JID's messages do not reach the client (RFC 6121, 8.5.2).
 * @throws when the login fails.
 */
export async function connectClient(server: Server, jid: string, password: string): Promise<XmppSession> {
    const [bare = "", resource] = jid.split(/\/(.*)/s);
    const [username = "", domain = ""] = bare.split("@");
    return XmppSession.start(
        client({
            service: `xmpp://${server.host}:${server.ports.c2s}`,
            domain,
            username,
            password,
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
