/** @noSelfInFile */

/**
 * Lets external components and clients answer for namespaces in the server's place: XEP-0355, version 0.5, in its admin and client
 * modes.
 */

import type { Iq } from "prosody.util.stanza";
import { add_task as addTask } from "prosody.util.timer";
import { booleanOption } from "typed-prosody/lib/options";
import { announceAll, watchClients, watchComponent } from "./announcing";
import { readClientNamespaces } from "./client-namespaces";
import { resumeClients, startClientMode } from "./client-mode";
import { stopAskingClients, takeSupport } from "./command-support";
import { delegations, readDelegations, VERSIONS } from "./delegations";
import {
    countWaiting,
    refuseAll,
    restoreForwarded,
    routeAddressedIq,
    routeIq,
    routeToEntity,
    takeAnswer,
    takeForwarded,
    type Forwarded,
} from "./forwarding";
import { grantsOf, restoreUsers, takeUsers, type FormerUsers } from "./grants";
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
import { reportWaiting } from "./statistics";

/** What a reload takes over. */
interface Handover {
    entities: FormerEntities;
    users: FormerUsers;
    /** Undefined once somebody sees to them. */
    requests: Forwarded[] | undefined;
}

/** Whether users may delegate namespaces for themselves. */
const hasClientMode = booleanOption("delegation_client_mode", { default: false });

const isComponent = module.get_host_type() === "component";

/** Answers to the host that no other module has asked for. */
function takeAnswers({ stanza }: Prosody.StanzaEvent<Iq>): true | void {
    const { type } = stanza.attr;
    if (
        (type === "result" || type === "error") &&
        (takeAnswer(stanza) || takeDiscoAnswer(stanza) || takeSupport(stanza))
    ) {
        return true;
    }
}

/** Before mod_iq: what is delegated is no matter of the server's own handlers. */
const BEFORE_MOD_IQ = 1;
const AFTER_MOD_IQ = -1;

if (isComponent) {
    watchComponent();
} else {
    // Also where users may delegate nothing: what is malformed is told before it is needed, and before anything is hooked.
    readClientNamespaces();
    readDelegations();
    hideInternalDisco();
    for (const version of VERSIONS) {
        module.add_feature(version);
    }
    watchClients();
    delegateRemainingDisco();
    for (const [, delegation] of delegations) {
        routeToEntity(delegation);
    }
    if (hasClientMode) {
        startClientMode();
    }
    module.wrap_event("account-disco-info", (_handlers, event, data) => {
        const account = data as { reply: Prosody.Stanza };
        const own = hasClientMode ? grantsOf(account.reply.attr.from) : undefined;
        rewriteAccountInfo(event, account, own);
    });
    module.hook("iq/self", routeIq, BEFORE_MOD_IQ);
    module.hook("iq/host", routeIq, BEFORE_MOD_IQ);
    module.hook("iq/bare", routeAddressedIq, BEFORE_MOD_IQ);
    module.hook("iq/host", takeAnswers, AFTER_MOD_IQ);
    module.hook_global("delegation/online", ({ jid }) => {
        takeOnline(jid);
    });
    module.hook_global("delegation/offline", ({ jid }) => {
        takeOffline(jid);
    });
    reportWaiting(countWaiting);
}

let isReloading = false;

module.load = () => {
    if (!module.reloading) {
        findEntities(undefined);
        announceAll("delegation/online");
    }
};

module.save = (): Handover => {
    const handover: Handover = { entities: takeEntities(), users: takeUsers(), requests: takeForwarded() };
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
    if (hasClientMode) {
        restoreUsers(handover.users);
        resumeClients();
    }
    restoreForwarded(requests, isConnected);
};

module.unload = () => {
    stopAsking();
    stopAskingClients();
    refuseAll(takeForwarded());
    showInternalDisco();
    if (!isReloading) {
        announceAll("delegation/offline");
    }
};
