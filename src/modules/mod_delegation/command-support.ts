/** @noSelfInFile */

/** Whether a client can list and take back what its user grants: whether it knows ad-hoc commands. XEP-0355, section 8, rule 2. */

import { bare as jidBare } from "prosody.util.jid";
import * as st from "prosody.util.stanza";
import {
    addRequest,
    newPending,
    removeRequest,
    requestOfPeer,
    takeAllRequests,
    takeRequest,
    type PendingRequest,
} from "typed-prosody/lib/pending";
import { newId, timeout } from "./forwarding";
import { hasSessionGrants, keepGrants } from "./grants";
import { DISCO_INFO } from "./nesting";

const COMMANDS = "http://jabber.org/protocol/commands";

const supportQuestions = newPending<PendingRequest>(timeout, ({ peer }) => {
    module.log("debug", "%s does not say whether it knows ad-hoc commands", peer);
});

/** Asks a client that has granted something. Until it says yes, its grants end with its session. */
export function askWhetherRevocable(client: string): void {
    if (requestOfPeer(supportQuestions, client) === undefined) {
        const key = newId();
        addRequest(supportQuestions, { key, peer: client });
        module.send(st.iq({ type: "get", id: key, to: client, from: module.host }).tag("query", { xmlns: DISCO_INFO }));
    }
}

/** The same after a reload, for a client whose answer may be lost. */
export function askAgain(client: string): void {
    if (hasSessionGrants(jidBare(client)!, client)) {
        askWhetherRevocable(client);
    }
}

/** Takes what a client says it knows; whether the stanza was that. */
export function takeSupport(stanza: st.Iq): boolean {
    const { id, from, type } = stanza.attr;
    if ((id as string | undefined) === undefined || from === undefined) {
        return false;
    } else if (takeRequest(supportQuestions, id, from) === undefined) {
        return false;
    }
    const query = stanza.get_child("query", DISCO_INFO);
    if (type === "result" && query !== undefined) {
        for (const feature of query.childtags("feature", DISCO_INFO)) {
            // XEP-0050, section 2.1.
            if (feature.attr["var"] === COMMANDS) {
                keepGrants(jidBare(from)!, from);
            }
        }
    }
    return true;
}

/** A client is gone that was asked. */
export function forgetClient(client: string): void {
    const question = requestOfPeer(supportQuestions, client);
    if (question !== undefined) {
        removeRequest(supportQuestions, question);
    }
}

/** Drops all supportQuestions: their answers have nobody any more. */
export function stopAskingClients(): void {
    takeAllRequests(supportQuestions);
}
