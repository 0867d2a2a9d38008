/** @noSelfInFile */

import { configurationError } from "typed-prosody/lib/configuration-error";
import { describe, quote } from "typed-prosody/lib/describe";
import { delegations, isOwnNamespace, isText } from "./delegations";

/** How namespaces are called when users are asked (XEP-0355, section 5.1). */
const LABELS: Record<string, string> = {
    "http://jabber.org/protocol/pubsub": "your personal data, such as avatar, bookmarks, mood and posts (PubSub)",
    "http://jabber.org/protocol/pubsub#owner": "who sees your personal data, and how it is kept (PubSub)",
    "urn:xmpp:mam:2": "the archive of your messages (MAM)",
    "urn:xmpp:blocking": "whom you have blocked",
    "jabber:iq:private": "what your programs keep on the server",
    "vcard-temp": "your business card (vCard)",
};

/** Personal eventing and the message archive. */
const DEFAULT_NAMESPACES = [
    "http://jabber.org/protocol/pubsub",
    "http://jabber.org/protocol/pubsub#owner",
    "urn:xmpp:mam:2",
];

/** What would give an account away, or keep its user from taking a grant back. */
const NEVER: ReadonlySet<string> = new Set([
    "jabber:iq:auth",
    "jabber:iq:register",
    "jabber:iq:roster",
    "http://jabber.org/protocol/commands",
    "urn:ietf:params:xml:ns:xmpp-bind",
    "urn:ietf:params:xml:ns:xmpp-sasl",
    "urn:ietf:params:xml:ns:xmpp-session",
    "urn:xmpp:sasl:2",
]);

const OPTION = "delegation_client_namespaces";

function refuseNamespaces(found: string): never {
    configurationError(
        `Option ${OPTION} of ${module.host}: found ${found}, expected a list of namespaces such as ` +
            '{ "urn:xmpp:mam:2", ["urn:example:work"] = "your work" }',
    );
}

/** Namespaces that users may delegate: XEP-0355, section 10, rules 2 and 3. */
const allowed = new LuaSet<string>();

function allow(namespace: string): void {
    if (NEVER.has(namespace) || isOwnNamespace(namespace)) {
        module.log("warn", "Left %s out of %s: that namespace is never delegated by users", quote(namespace), OPTION);
    } else {
        allowed.add(namespace);
    }
}

/** Reads which namespaces users may delegate: a list, in which one may have a label of the admin's own. */
export function readClientNamespaces(): void {
    const value: unknown = module.get_option(OPTION, DEFAULT_NAMESPACES);
    if (isText(value)) {
        allow(value);
        return;
    } else if (typeof value !== "object") {
        refuseNamespaces(describe(value));
    }
    for (const [key, item] of pairs(value as LuaMap<AnyNotNil, unknown>)) {
        if (!isText(item)) {
            refuseNamespaces(`${describe(item)} in it`);
        } else if (typeof key !== "number" && !isText(key)) {
            refuseNamespaces(`${describe(key)} as a name in it`);
        } else if (typeof key === "string") {
            allow(key);
            LABELS[key] = item;
        } else {
            allow(item);
        }
    }
}

/** Namespaces that users may delegate, in alphabetical order. What the configuration delegates is not theirs any more. */
export function clientNamespaces(): string[] {
    const namespaces: string[] = [];
    for (const namespace of allowed) {
        if (!delegations.has(namespace)) {
            namespaces.push(namespace);
        }
    }
    namespaces.sort();
    return namespaces;
}

/** Whether a user may delegate a namespace. */
export function mayBeDelegated(namespace: string): boolean {
    return allowed.has(namespace) && !delegations.has(namespace);
}

/** A namespace in words, with its name behind it. */
export function labelOf(namespace: string): string {
    const label = LABELS[namespace];
    return label === undefined ? namespace : `${label}: ${namespace}`;
}
