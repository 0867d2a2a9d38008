/**
 * The JSON of the backend, made into contacts.
 *
 * @noSelfInFile
 */

import { utf8 } from "prosody.util.encodings";
import { join as joinJid, prepped_split as preppedSplit } from "prosody.util.jid";
import * as json from "prosody.util.json";
import { quote } from "typed-prosody/lib/describe";
import { isXmlText } from "typed-prosody/lib/xml-text";

/** Contacts by prepared bare JID. */
export type Contacts = LuaMap<string, Prosody.RosterItem>;

/** What was left out, for one line in the log. */
interface Refusals {
    contacts: number;
    fields: number;
    /** The first of them. */
    example?: string;
}

/** RFC 6121, section 2.1.2.5. */
const SUBSCRIPTIONS: Record<string, Prosody.Subscription | undefined> = {
    none: "none",
    to: "to",
    from: "from",
    both: "both",
};

const NO_GROUPS: LuaSet<string> = new LuaSet();

/** Whether a decoded value is a JSON object; decoded arrays have the metatable of util.array, and null one of its own. */
function isObject(value: unknown): value is LuaMap<string, unknown> {
    return typeof value === "object" && getmetatable(value) === undefined;
}

export function isArray(value: unknown): value is unknown[] {
    return typeof value === "object" && value !== json.null && getmetatable(value) !== undefined;
}

function refuseField(refusals: Refusals, jid: string, field: string): void {
    refusals.fields += 1;
    refusals.example ??= `${field} of ${quote(jid)}`;
}

function refuseContact(refusals: Refusals, key: string): void {
    refusals.contacts += 1;
    refusals.example ??= quote(key);
}

/** Groups as a list of names, or as an object with the names as keys. */
function readGroups(value: unknown, jid: string, refusals: Refusals): LuaSet<string> {
    if (value === undefined || value === json.null) {
        return NO_GROUPS;
    }
    const groups = new LuaSet<string>();
    if (isArray(value)) {
        for (const group of value) {
            if (isXmlText(group) && group !== "") {
                groups.add(group);
            } else {
                refuseField(refusals, jid, "a group");
            }
        }
    } else if (isObject(value)) {
        for (const [group, isMember] of value) {
            if (!isXmlText(group) || group === "") {
                refuseField(refusals, jid, "a group");
            } else if (isMember !== false && isMember !== json.null) {
                groups.add(group);
            }
        }
    } else {
        refuseField(refusals, jid, "groups");
    }
    return groups;
}

function readContact(data: LuaMap<string, unknown>, jid: string, refusals: Refusals): Prosody.RosterItem {
    let name = data.get("name");
    if (name === json.null || name === "") {
        name = undefined;
    } else if (name !== undefined && !isXmlText(name)) {
        name = undefined;
        refuseField(refusals, jid, "name");
    }
    let subscription: Prosody.Subscription = "both";
    const given = data.get("subscription");
    if (given !== undefined && given !== json.null) {
        const known = typeof given === "string" ? SUBSCRIPTIONS[given] : undefined;
        if (known === undefined) {
            refuseField(refusals, jid, "subscription");
        } else {
            subscription = known;
        }
    }
    return { subscription, name: name as string | undefined, groups: readGroups(data.get("groups"), jid, refusals) };
}

/** What needs no preparation: most keys, and preparing one costs more than all else about a contact. */
const PREPARED_JID = "^[a-z0-9][a-z0-9._-]*@[a-z0-9][a-z0-9.-]*[a-z0-9]$";

/** RFC 7622, section 3.2 and 3.3, in bytes. */
const LONGEST_PART = 1023;

/** A key of the backend's object as a prepared bare JID (RFC 6121, section 2.1.2.3); undefined where it is none. */
function readJid(key: unknown): string | undefined {
    // The preparation of domains lets ASCII's control characters pass (RFC 3491, section 5).
    if (typeof key !== "string" || string.find(key, "%c")[0] !== undefined) {
        return undefined;
    } else if (key.length <= LONGEST_PART && string.find(key, PREPARED_JID)[0] !== undefined) {
        return key;
    } else if (!isXmlText(key)) {
        return undefined;
    }
    const [node, domain, resource] = preppedSplit(key);
    // Of empty labels at the end one is taken off (RFC 7622, section 3.2); with more it is no domain.
    if (domain === undefined || resource !== undefined || domain.endsWith(".")) {
        return undefined;
    }
    return joinJid(node, domain);
}

/** One line about what was left out; undefined where nothing was. */
function report(refusals: Refusals): string | undefined {
    const { contacts, fields, example } = refusals;
    if (contacts === 0 && fields === 0) {
        return undefined;
    }
    return string.format("%d contacts skipped, %d values ignored, the first is %s", contacts, fields, example!);
}

/**
 * The contacts in the backend's answer. One bad contact loses no other.
 * @param own The user's bare JID, which is never listed.
 * @param former JIDs that are prepared already.
 * @returns What is wrong with the whole; or the contacts and, where something was left out, a line about it.
 */
export function readContacts(
    text: string,
    own: string,
    former: Contacts | undefined,
): LuaMultiReturn<[Contacts, string | undefined] | [undefined, string]> {
    // Deep nesting and some keys make util.json raise errors.
    const [ok, decoded, problem] = pcall(json.decode, text);
    if (!ok || decoded === undefined) {
        return $multi(
            undefined,
            utf8.valid(text) ? `malformed JSON, ${tostring(ok ? problem : decoded)}` : "malformed JSON",
        );
    } else if (!isObject(decoded)) {
        return $multi(undefined, `the JSON is ${isArray(decoded) ? "an array" : "no object"}, expected an object`);
    }
    const refusals: Refusals = { contacts: 0, fields: 0 };
    const contacts: Contacts = new LuaMap();
    for (const [key, data] of decoded) {
        const jid = former?.has(key) ? key : readJid(key);
        // PHP writes an empty object as an empty array.
        const isContact = isObject(data) || (isArray(data) && data.length === 0);
        if (jid === undefined || !isContact) {
            refuseContact(refusals, tostring(key));
        } else if (jid !== own) {
            // Of two spellings of a JID the prepared one counts, in whatever order they come.
            if (contacts.has(jid)) {
                refuseContact(refusals, key);
            }
            if (!contacts.has(jid) || jid === key) {
                contacts.set(jid, readContact(data as unknown as LuaMap<string, unknown>, jid, refusals));
            }
        }
    }
    return $multi(contacts, report(refusals));
}
