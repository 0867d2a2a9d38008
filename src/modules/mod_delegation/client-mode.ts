/** @noSelfInFile */

/** Client mode: users decide what is delegated for them, and to whom. XEP-0355, sections 5, 6 and 8. */

import { bare as jidBare, join as joinJid } from "prosody.util.jid";
import type { Iq } from "prosody.util.stanza";
import { clientNamespaces } from "./client-namespaces";
import { askAgain, forgetClient } from "./command-support";
import { offerConfiguration } from "./configure-command";
import { deliverRequests, takeForm, takeQuery } from "./consent";
import { VERSIONS } from "./delegations";
import { addRoute, forward } from "./forwarding";
import { endSession, forgetUser, grantsOf, openGrants } from "./grants";

/** The account whose grants say where an IQ goes; undefined for a sender that has none here. XEP-0355, section 5.2. */
function accountOf(stanza: Iq): string | undefined {
    const { from, to } = stanza.attr;
    // Rule 1: to the server, or to nobody in particular, from a managed user. Rule 2: to a managed user.
    if (to !== undefined && to !== module.host) {
        return to;
    }
    return from === undefined ? undefined : jidBare(from);
}

/** Forwards what a user has delegated; rule 3: nothing else. */
function forwardGranted({ origin, stanza }: Prosody.StanzaEvent<Iq>): true | void {
    const { type } = stanza.attr;
    if (type === "get" || type === "set") {
        const grant = grantsOf(accountOf(stanza))?.get(stanza.tags[0]!.attr.xmlns!);
        if (grant !== undefined) {
            return forward(grant.delegation, origin, stanza);
        }
    }
}

/** Lets users delegate. The configuration's own delegations must be known by now: they win. */
export function startClientMode(): void {
    openGrants();
    for (const namespace of clientNamespaces()) {
        addRoute(namespace, forwardGranted);
    }
    for (const version of VERSIONS) {
        module.hook(`iq-get/host/${version}:query`, takeQuery);
    }
    module.hook("message/host", takeForm);
    module.hook("presence/initial", ({ origin }) => {
        deliverRequests(origin as Prosody.C2sSession);
    });
    module.hook("resource-unbind", ({ session }) => {
        forgetClient(session.full_jid);
        endSession(jidBare(session.full_jid)!, session.full_jid);
    });
    module.hook_global("user-deleted", ({ username, host }) => {
        if (host === module.host) {
            forgetUser(joinJid(username, host)!);
        }
    });
    offerConfiguration();
}

/** After a reload: asks clients again what nobody may have heard the answer to. */
export function resumeClients(): void {
    for (const [, user] of pairs(prosody.hosts[module.host]!.sessions ?? {})) {
        for (const [, session] of pairs(user!.sessions)) {
            askAgain(session!.full_jid);
        }
    }
}
