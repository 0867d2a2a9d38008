/** @noSelfInFile */

/**
 * Lets external components and clients answer for namespaces in the server's place: XEP-0355, version 0.5, in its admin mode.
 */

import type { Iq } from "prosody.util.stanza";
import { add_task as addTask } from "prosody.util.timer";
import { announceAll, watchClients, watchComponent } from "./announcing";
import { readDelegations, VERSIONS } from "./delegations";
import { forwardDelegated, refuseAll, restoreForwarded, takeAnswer, takeForwarded, type Forwarded } from "./forwarding";
import { hideInternalDisco, showInternalDisco } from "./internal-disco";
import {
    findEntities,
    isConnected,
    takeEntities,
    takeOffline,
    takeOnline,
    type FormerEntities,
} from "./managing-entity";
import { rewriteAccountInfo, stopAsking, takeDiscoAnswer } from "./nesting";
import { delegateRemainingDisco } from "./remaining-disco";

/** What a reload takes over. */
interface Handover {
    entities: FormerEntities;
    /** Undefined once somebody sees to them. */
    requests: Forwarded[] | undefined;
}

const isComponent = module.get_host_type() === "component";

/** Answers to the host that no other module has asked for. */
function takeAnswers({ stanza }: Prosody.StanzaEvent<Iq>): true | void {
    const { type } = stanza.attr;
    if ((type === "result" || type === "error") && (takeAnswer(stanza) || takeDiscoAnswer(stanza))) {
        return true;
    }
}

/** Before mod_iq: what is delegated is no matter of the server's own handlers. */
const BEFORE_MOD_IQ = 1;
const AFTER_MOD_IQ = -1;

if (isComponent) {
    watchComponent();
} else {
    readDelegations();
    hideInternalDisco();
    for (const version of VERSIONS) {
        module.add_feature(version);
    }
    watchClients();
    delegateRemainingDisco();
    module.wrap_event("account-disco-info", (_handlers, event, data) => {
        rewriteAccountInfo(event, data as { reply: Prosody.Stanza });
    });
    module.hook("iq/host", forwardDelegated, BEFORE_MOD_IQ);
    module.hook("iq/bare", forwardDelegated, BEFORE_MOD_IQ);
    module.hook("iq/host", takeAnswers, AFTER_MOD_IQ);
    module.hook_global("delegation/online", ({ jid }) => {
        takeOnline(jid);
    });
    module.hook_global("delegation/offline", ({ jid }) => {
        takeOffline(jid);
    });
}

let isReloading = false;

module.load = () => {
    if (!module.reloading) {
        findEntities(undefined);
        announceAll("delegation/online");
    }
};

module.save = (): Handover => {
    const handover: Handover = { entities: takeEntities(), requests: takeForwarded() };
    isReloading = true;
    // Where the module does not load again, for instance for a malformed option, nobody takes them.
    addTask(0, () => {
        if (handover.requests !== undefined) {
            refuseAll(handover.requests);
            announceAll("delegation/offline");
        }
    });
    return handover;
};

module.restore = (handover: Handover) => {
    const requests = handover.requests ?? [];
    handover.requests = undefined;
    findEntities(handover.entities);
    restoreForwarded(requests, isConnected);
};

module.unload = () => {
    stopAsking();
    refuseAll(takeForwarded());
    showInternalDisco();
    if (!isReloading) {
        announceAll("delegation/offline");
    }
};
