/** Lets those accounts in that the configuration lists; nobody can make another or change a password. */
import { stringprep } from "prosody.util.encodings";
import { equals } from "prosody.util.hashes";
import * as sasl from "prosody.util.sasl";
import * as set from "prosody.util.set";
import { mapOption } from "typed-prosody/lib/options";

/** Passwords by local part. */
const passwords = mapOption("auth_listed_accounts", { secret: true });

const usernames = set.new<string>();
for (const [username] of passwords) usernames.add(username);

module.provides("auth", {
    test_password: (username, password) => {
        const known = passwords.get(username);
        const prepared = stringprep.saslprep(password);
        if (known === undefined || prepared === undefined || !equals(known, prepared)) {
            return $multi(undefined, "Wrong username or password");
        }
        return $multi(true);
    },
    get_password: (username) => {
        const known = passwords.get(username);
        if (known === undefined) return $multi(undefined, "No such account");
        return $multi(known);
    },
    user_exists: (username) => {
        if (!passwords.has(username)) return $multi(undefined, "No such account");
        return $multi(true);
    },
    users: () => usernames.items(),
    set_password: () => $multi(undefined, "Passwords are in the configuration"),
    create_user: () => $multi(undefined, "Accounts are in the configuration"),
    delete_user: () => $multi(undefined, "Accounts are in the configuration"),
    get_sasl_handler: () =>
        sasl.new(module.host, {
            plain: (_handler, username) => {
                const known = passwords.get(username);
                if (known === undefined) return $multi("", undefined);
                return $multi(known, true);
            },
        }),
});
