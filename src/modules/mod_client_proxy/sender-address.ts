/** @noSelfInFile */

import { base64 } from "prosody.util.encodings";
import { sha256 } from "prosody.util.hashes";

/** A resource has at most 1023 bytes (RFC 7622, section 3.4); the rest is for what tells requests in flight apart. */
const LONGEST_RESOURCE = 1000;

/** How many senders' addresses are kept at hand. */
const KNOWN_SENDERS = 1024;

/** Base64 for names (RFC 4648, section 5): letters that neither XML nor the preparation of resources changes. */
const URL_SAFE: Record<string, string> = { "+": "-", "/": "_", "=": "" };

function base64url(bytes: string): string {
    const [encoded] = string.gsub(base64.encode(bytes), "[+/=]", URL_SAFE);
    return encoded;
}

/**
 * What a sender is called as a resource. It depends on nothing but the sender's JID, so that the client knows senders again after a
 * restart too, and no two senders share it: JIDs that are too long to stand in it have a digest, which is marked as such.
 */
function encodeSender(sender: string): string {
    const encoded = base64url(sender);
    return encoded.length <= LONGEST_RESOURCE ? encoded : "sha256:" + base64url(sha256(sender));
}

let addresses = new LuaMap<string, string>();
let count = 0;

/** The address under which the target sees a sender, where that is at hand. */
export function knownAddress(sender: string): string | undefined {
    return addresses.get(sender);
}

/** The same, for a sender who is not known yet. */
export function newAddress(sender: string): string {
    // A new table costs less than finding out who has not been here for long, and it gives memory back.
    if (count === KNOWN_SENDERS) {
        addresses = new LuaMap();
        count = 0;
    }
    count += 1;
    const address = module.host + "/" + encodeSender(sender);
    addresses.set(sender, address);
    return address;
}
