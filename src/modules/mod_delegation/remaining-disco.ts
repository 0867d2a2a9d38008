/** @noSelfInFile */

import { is_stanza as isStanza, type Iq, type Stanza } from "prosody.util.stanza";
import { remaining, type Delegation } from "./delegations";
import { forward } from "./forwarding";

const INFO_QUERY = "iq-get/bare/http://jabber.org/protocol/disco#info:query";
const ITEMS_QUERY = "iq-get/bare/http://jabber.org/protocol/disco#items:query";

const BEFORE_MOD_DISCO = 1;
const AFTER_MOD_DISCO = -1;

function hasNode(stanza: Iq): boolean {
    const node = stanza.tags[0]!.attr["node"];
    return node !== undefined && node !== "";
}

function isNotFound(answer: unknown): answer is Stanza {
    if (!isStanza(answer) || answer.attr.type !== "error") {
        return false;
    }
    const [, condition] = answer.get_error();
    return condition === "item-not-found";
}

/** Delegates the nodes that nobody here knows. mod_pep refuses what it does not know by itself, so its refusals are held back. */
function delegateNodes(event: "account-disco-info-node" | "account-disco-items-node", delegation: Delegation): void {
    module.wrap_event(event, (handlers, name, data: Prosody.DiscoNodeEvent) => {
        const { origin, stanza } = data;
        let refusal: Stanza | undefined;
        const send = (answer: Stanza | string) => {
            if (isNotFound(answer)) {
                refusal = answer;
                return true;
            }
            return origin.send(answer);
        };
        data.origin = setmetatable({ send } as unknown as Prosody.Origin, { __index: origin });
        const handled = handlers(name, data);
        data.origin = origin;
        const isUnknown = refusal !== undefined || (handled === undefined && !data.exists);
        if (isUnknown && forward(delegation, origin, stanza)) {
            return true;
        } else if (refusal !== undefined) {
            origin.send(refusal);
        }
        return handled;
    });
}

/**
 * Disco of accounts that the server has no answer to. mod_disco asks about nodes for those alone who may see the account's
 * presence; requests of others would get service-unavailable and go to the entity, which has to check them (XEP-0355,
 * section 10, rule 4).
 */
export function delegateRemainingDisco(): void {
    const { info, items } = remaining;
    if (info !== undefined) {
        // XEP-0355, section 7.2.4.
        delegateNodes("account-disco-info-node", info);
        module.hook(
            INFO_QUERY,
            ({ origin, stanza }) => {
                if (hasNode(stanza)) {
                    return forward(info, origin, stanza);
                }
            },
            AFTER_MOD_DISCO,
        );
    }
    if (items !== undefined) {
        // XEP-0355, section 7.2.5.
        module.hook(
            ITEMS_QUERY,
            ({ origin, stanza }) => {
                if (!hasNode(stanza)) {
                    return forward(items, origin, stanza);
                }
            },
            BEFORE_MOD_DISCO,
        );
        delegateNodes("account-disco-items-node", items);
        module.hook(
            ITEMS_QUERY,
            ({ origin, stanza }) => {
                if (hasNode(stanza)) {
                    return forward(items, origin, stanza);
                }
            },
            AFTER_MOD_DISCO,
        );
    }
}
