/** Keeps values of users in memory, as long as the server runs: a storage for tests and for what may be lost. */
import { deserialize, serialize } from "prosody.util.serialization";
import * as set from "prosody.util.set";

/** Values by user, as text: nobody who got one can change what is kept. What is the host's own is under "@". */
type Kept = Record<string, string | undefined>;

/** Stores by name; they outlive a reload of this module. */
const stores = module.shared<Record<string, Kept | undefined>>("stores");

function keyOf(username: string | undefined): string {
    // No local part can hold an "@".
    return username ?? "@";
}

function createStore(kept: Kept): Prosody.KeyvalStore {
    return {
        get(username) {
            const text = kept[keyOf(username)];
            return deserialize(text);
        },
        set(username, value) {
            kept[keyOf(username)] = value === undefined ? undefined : serialize(value);
            return $multi<[true]>(true);
        },
        users() {
            const usernames = set.new<string>();
            for (const [key] of pairs(kept)) {
                if (key !== "@") usernames.add(key);
            }
            return usernames.items();
        },
    };
}

module.provides("storage", {
    open(store, type) {
        // Prosody makes maps of key-value stores itself; archives would need more.
        if (type !== undefined && type !== "keyval") return $multi(undefined, "unsupported-store");
        const kept = stores[store] ?? {};
        stores[store] = kept;
        return $multi(createStore(kept));
    },
    purge(username) {
        for (const [, kept] of pairs(stores)) {
            kept[username] = undefined;
        }
        return $multi(true);
    },
});
