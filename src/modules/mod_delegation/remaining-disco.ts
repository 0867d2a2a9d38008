/** @noSelfInFile */

import type { Iq } from "prosody.util.stanza";
import { remaining } from "./delegations";
import { forward } from "./forwarding";

const INFO_QUERY = "iq-get/bare/http://jabber.org/protocol/disco#info:query";
const ITEMS_QUERY = "iq-get/bare/http://jabber.org/protocol/disco#items:query";

/** Where nobody else knows a node. */
const LAST = -1000;
const BEFORE_MOD_DISCO = 1;
const AFTER_MOD_DISCO = -1;

function hasNode(stanza: Iq): boolean {
    const node = stanza.tags[0]!.attr["node"];
    return node !== undefined && node !== "";
}

/**
 * Disco of accounts that the server has no answer to. mod_disco asks about nodes for those alone who may see the account's
 * presence; requests of others would get service-unavailable and go to the entity, which has to check them (XEP-0355,
 * section 11).
 */
export function delegateRemainingDisco(): void {
    const { info, items } = remaining;
    if (info !== undefined) {
        // XEP-0355, section 7.2.4.
        module.hook(
            "account-disco-info-node",
            ({ origin, stanza, exists }) => (exists ? undefined : forward(info, origin, stanza)),
            LAST,
        );
        module.hook(
            INFO_QUERY,
            ({ origin, stanza }) => (hasNode(stanza) ? forward(info, origin, stanza) : undefined),
            AFTER_MOD_DISCO,
        );
    }
    if (items !== undefined) {
        // XEP-0355, section 7.2.5.
        module.hook(
            ITEMS_QUERY,
            ({ origin, stanza }) => (hasNode(stanza) ? undefined : forward(items, origin, stanza)),
            BEFORE_MOD_DISCO,
        );
        module.hook(
            "account-disco-items-node",
            ({ origin, stanza, exists }) => (exists ? undefined : forward(items, origin, stanza)),
            LAST,
        );
        module.hook(
            ITEMS_QUERY,
            ({ origin, stanza }) => (hasNode(stanza) ? forward(items, origin, stanza) : undefined),
            AFTER_MOD_DISCO,
        );
    }
}
