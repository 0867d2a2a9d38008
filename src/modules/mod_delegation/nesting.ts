/** @noSelfInFile */

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
import { delegations, VERSIONS, type Delegation, type ManagingEntity } from "./delegations";
import { newId, timeout } from "./forwarding";
import { belongsTo, DATA_FORMS, formType } from "./internal-disco";

export const DISCO_INFO = "http://jabber.org/protocol/disco#info";

/** Whose disco#info is meant: the host's, or that of each account. */
type Scope = "host" | "bare";

/** What stands between version and namespace in the nodes. XEP-0355, sections 7.2.1 and 7.2.2. */
const SEPARATORS: Record<Scope, string> = { host: "::", bare: ":bare:" };

interface Identity {
    category: string;
    type: string;
    name: string | undefined;
}

/** What an entity says it can do. */
interface Nested {
    readonly delegation: Delegation;
    readonly scope: Scope;
    readonly version: string;
    readonly features: string[];
    readonly identities: Identity[];
    readonly extensions: st.Stanza[];
}

/** A disco#info request to a managing entity. */
interface Question extends PendingRequest {
    delegation: Delegation;
    scope: Scope;
    version: string;
    node: string;
}

const questions = newPending<Question>(timeout, ({ peer, node }) => {
    module.log("info", "%s did not say what it can do for %s", peer, node);
});

let allNested: Nested[] = [];

function ask(peer: string, delegation: Delegation, version: string, scope: Scope): void {
    const node = version + SEPARATORS[scope] + delegation.namespace;
    const key = newId();
    addRequest(questions, { key, peer, delegation, scope, version, node });
    const request = st.iq({ type: "get", id: key, to: peer, from: module.host });
    module.send(request.tag("query", { xmlns: DISCO_INFO, node }));
}

/** Asks what is to be shown for one namespace in place of the server's own. XEP-0355, section 7.2. */
export function askAbout(delegation: Delegation): void {
    const { entity } = delegation;
    const peer = entity.connected!;
    if (entity.mode === "client") {
        // What a user has delegated changes nothing about the host; the version is that of the entity's own request.
        ask(peer, delegation, entity.version, "bare");
    } else if (delegation.remaining === undefined) {
        // Of the rest of disco there is nothing to show.
        for (const version of VERSIONS) {
            ask(peer, delegation, version, "host");
            ask(peer, delegation, version, "bare");
        }
    }
}

/** Asks what is to be shown for all that an entity manages, now that it is connected. */
export function askForFeatures(entity: ManagingEntity): void {
    for (const delegation of entity.delegations) {
        askAbout(delegation);
    }
}

function isGiven(text: string | undefined): text is string {
    return text !== undefined && text !== "";
}

/** Whether a form can stand in disco#info (XEP-0128) and has what entity capabilities are made of (XEP-0115, section 5.1). */
function isExtension(form: st.Stanza): boolean {
    for (const field of form.tags) {
        if (field.name === "field" && field.attr["var"] === undefined) {
            return false;
        }
    }
    return isGiven(formType(form));
}

function readNested(query: st.Stanza, { delegation, scope, version, peer, node }: Question): Nested {
    const read: Nested = { delegation, scope, version, features: [], identities: [], extensions: [] };
    let malformed = 0;
    for (const { name, attr } of query.tags) {
        if (attr.xmlns !== DISCO_INFO) {
            continue;
        } else if (name === "feature") {
            if (isGiven(attr["var"])) {
                read.features.push(attr["var"]);
            } else {
                malformed += 1;
            }
        } else if (name === "identity") {
            if (isGiven(attr["category"]) && isGiven(attr.type)) {
                read.identities.push({ category: attr["category"], type: attr.type, name: attr["name"] });
            } else {
                malformed += 1;
            }
        }
    }
    for (const form of query.childtags("x", DATA_FORMS)) {
        if (isExtension(form)) {
            read.extensions.push(form);
        } else {
            malformed += 1;
        }
    }
    if (malformed > 0) {
        module.log("warn", "Left out %d malformed parts of what %s says about %s", malformed, peer, node);
    }
    return read;
}

function show({ scope, features, identities, extensions }: Nested): void {
    if (scope === "host") {
        for (const feature of features) {
            module.add_item("feature", feature);
        }
        for (const identity of identities) {
            module.add_item("identity", identity);
        }
        for (const extension of extensions) {
            module.add_item("extension", extension);
        }
    }
}

function unshow({ scope, features, identities, extensions }: Nested): void {
    if (scope === "host") {
        for (const feature of features) {
            module.remove_item("feature", feature);
        }
        for (const identity of identities) {
            module.remove_item("identity", identity);
        }
        for (const extension of extensions) {
            module.remove_item("extension", extension);
        }
    }
}

/** Whether one version comes before another. */
function isPreferred(version: string, other: string): boolean {
    return version !== other && version === VERSIONS[0];
}

/** Puts what an entity says in the place of what it said before, unless that was in a newer version. */
function nest(answer: Nested): void {
    const others: Nested[] = [];
    for (const entry of allNested) {
        if (entry.delegation !== answer.delegation || entry.scope !== answer.scope) {
            others.push(entry);
        } else if (isPreferred(entry.version, answer.version)) {
            return;
        } else {
            unshow(entry);
        }
    }
    others.push(answer);
    allNested = others;
    show(answer);
}

/** Takes what answers a question, or pretends to; whether it does. */
export function takeDiscoAnswer(stanza: st.Iq): boolean {
    const { id, from, type } = stanza.attr;
    if ((id as string | undefined) === undefined || from === undefined) {
        return false;
    }
    const question = takeRequest(questions, id, from);
    if (question === undefined) {
        return false;
    }
    if (type === "error") {
        const [, condition] = stanza.get_error();
        module.log("debug", "%s has nothing to show for %s: %s", from, question.node, condition);
        return true;
    }
    const query = stanza.get_child("query", DISCO_INFO);
    if (query === undefined || (query.attr["node"] !== undefined && query.attr["node"] !== question.node)) {
        module.log("warn", "Refused what %s says about %s: it answers something else", from, question.node);
        return true;
    }
    const { entity } = question.delegation;
    if (!entity.delegations.includes(question.delegation)) {
        // Revoked in the meantime.
        return true;
    }
    if (!entity.versionIsKnown || isPreferred(question.version, entity.version)) {
        entity.version = question.version;
        entity.versionIsKnown = true;
    }
    nest(readNested(query, question));
    return true;
}

/** Takes back what an entity that is gone said. */
export function forgetFeatures(entity: ManagingEntity): void {
    let question = requestOfPeer(questions, entity.connected!);
    while (question !== undefined) {
        removeRequest(questions, question);
        question = requestOfPeer(questions, entity.connected!);
    }
    const others: Nested[] = [];
    for (const entry of allNested) {
        if (entry.delegation.entity === entity) {
            unshow(entry);
        } else {
            others.push(entry);
        }
    }
    allNested = others;
    if (entity.mode === "admin") {
        entity.version = VERSIONS[0]!;
        entity.versionIsKnown = false;
    }
}

/** Takes back what was said about a namespace that nobody delegates to the entity any more. */
export function forgetDelegation(delegation: Delegation): void {
    allNested = allNested.filter((entry) => entry.delegation !== delegation);
}

/** Drops all questions: their answers have nobody any more. */
export function stopAsking(): void {
    takeAllRequests(questions);
}

/** Namespaces that a user has delegated, with what they stand for; undefined where there are none. */
export type OwnDelegations = ReadonlyLuaMap<string, { readonly delegation: Delegation }> | undefined;

/** Whether a feature belongs to what is delegated for an account. */
function isDelegatedFor(own: OwnDelegations, feature: string | undefined): boolean {
    return belongsTo(feature, delegations) || (own !== undefined && belongsTo(feature, own));
}

/** Whether one of some elements announces a feature of a delegated namespace. */
function isImplementation(own: OwnDelegations, elements: st.Stanza[]): boolean {
    for (const { name, attr } of elements) {
        if (name === "feature" && isDelegatedFor(own, attr["var"])) {
            return true;
        }
    }
    return false;
}

function isInternal(own: OwnDelegations, element: st.Stanza, fromImplementation: boolean): boolean {
    if (element.name === "feature") {
        return isDelegatedFor(own, element.attr["var"]);
    } else if (element.name === "identity") {
        return fromImplementation;
    }
    return element.name === "x" && (fromImplementation || isDelegatedFor(own, formType(element)));
}

/** Whether what an entity said is shown for an account. */
function isShownFor(own: OwnDelegations, { scope, delegation }: Nested): boolean {
    if (scope !== "bare") {
        return false;
    } else if (delegation.entity.mode === "admin") {
        return true;
    }
    const grant = own?.get(delegation.namespace);
    return grant !== undefined && grant.delegation === delegation;
}

/**
 * Runs the handlers that tell what an account can do, one by one: what one of them adds belongs together, so that identities and
 * forms of an implementation whose features are delegated are known.
 */
export function rewriteAccountInfo(event: string, data: { reply: st.Stanza }, own: OwnDelegations): void {
    const { reply } = data;
    const query = reply.get_child("query", DISCO_INFO);
    const handlers = prosody.hosts[module.host]!.events.get_handlers(event);
    const internal = new LuaSet<st.Stanza>();
    let hides = false;
    for (const handler of handlers || []) {
        const tags = query?.tags ?? [];
        const before = tags.length;
        handler(data);
        const added = tags.filter((_, position) => position >= before);
        const fromImplementation = isImplementation(own, added);
        for (const element of added) {
            if (isInternal(own, element, fromImplementation)) {
                internal.add(element);
                hides = true;
            }
        }
    }
    if (query === undefined) {
        return;
    }
    if (hides) {
        query.maptags((element) => (internal.has(element) ? undefined : element));
    }
    const shown = new LuaSet<string>();
    for (const { name, attr } of query.tags) {
        if (name === "feature" && attr["var"] !== undefined) {
            shown.add(attr["var"]);
        }
    }
    for (const entry of allNested) {
        if (isShownFor(own, entry)) {
            const { features, identities, extensions } = entry;
            for (const { category, type, name } of identities) {
                query.add_direct_child(st.stanza("identity", { category, type, name }));
            }
            for (const feature of features) {
                if (!shown.has(feature)) {
                    shown.add(feature);
                    query.add_direct_child(st.stanza("feature", { var: feature }));
                }
            }
            for (const extension of extensions) {
                query.add_direct_child(extension);
            }
        }
    }
}
