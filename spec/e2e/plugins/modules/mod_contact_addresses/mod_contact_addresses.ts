/**
 * Lists in the host's disco#info whom to write to about it (XEP-0157): the addresses of the configuration, and those that other
 * modules give as items.
 */
import * as dataforms from "prosody.util.dataforms";
import { listOption } from "typed-prosody/lib/options";
import type { ContactAddress } from "../contact-address";

/** Where admins can be reached: URIs. */
const admins = listOption("contact_addresses_admin", { default: [] });

const form = dataforms.new([
    { name: "FORM_TYPE", type: "hidden", value: "http://jabber.org/network/serverinfo" },
    { name: "abuse", type: "list-multi", var: "abuse-addresses" },
    { name: "admin", type: "list-multi", var: "admin-addresses" },
    { name: "security", type: "list-multi", var: "security-addresses" },
    { name: "support", type: "list-multi", var: "support-addresses" },
]);

let known: ContactAddress[] = [];
let extension: Prosody.Stanza | undefined;

/** Shows what is known now in place of what was shown before. */
function publish(): void {
    const byRole: { [R in ContactAddress["role"]]?: string[] } = {};
    for (const { role, uri } of known) {
        const uris = byRole[role] ?? [];
        uris.push(uri);
        byRole[role] = uris;
    }
    if (extension) module.remove_item("extension", extension);
    extension = form.form(byRole, "result");
    module.add_item("extension", extension);
}

module.handle_items(
    "contact-address",
    ({ item }) => {
        known.push(item);
        publish();
    },
    ({ item }) => {
        known = known.filter((other) => other !== item);
        publish();
    },
);

for (const uri of admins) module.add_item("contact-address", { role: "admin", uri });
