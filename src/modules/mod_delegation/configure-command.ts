/** @noSelfInFile */

/** The ad-hoc command with which users see what they have delegated, and take it back: XEP-0355, section 6. */

import { new as newForm, type Field } from "prosody.util.dataforms";
import { bare as jidBare } from "prosody.util.jid";
import { labelOf } from "./client-namespaces";
import { VERSIONS } from "./delegations";
import { allNamespaces, managedUser, revoke, setKeeping, type ManagedUser } from "./grants";
import { DATA_FORMS } from "./internal-disco";

/** Makes a command's item; mod_adhoc's library. */
type NewCommand = (
    this: void,
    name: string,
    node: string,
    handler: Prosody.AdhocHandler,
    permission: Prosody.AdhocPermission,
) => Prosody.AdhocCommand;

function formOf(user: ManagedUser, node: string): Prosody.AdhocForm {
    const fields: Field[] = [{ name: "FORM_TYPE", type: "hidden", value: node }];
    const namespaces = allNamespaces(user);
    if (namespaces.length > 0) {
        fields.push({
            name: "revoke",
            type: "list-multi",
            label: "Take back",
            options: namespaces.map((namespace) => ({
                label: `${user.grants.get(namespace)!.delegation.entity.jid} manages ${labelOf(namespace)}`,
                value: namespace,
            })),
        });
    }
    fields.push({
        name: "keep",
        type: "boolean",
        label: "Keep what I allow when I log out",
        value: user.keepsGrants,
    });
    const form = newForm(fields);
    form.title = "Who manages parts of your account";
    form.instructions =
        namespaces.length > 0 ? "Choose what the server is to do itself again." : "Nobody but the server does.";
    return { layout: form };
}

/** Values of a field of the answer; undefined where it is not there. */
function valuesOf(form: Prosody.Stanza, name: string): string[] | undefined {
    for (const field of form.childtags("field", DATA_FORMS)) {
        if (field.attr["var"] === name) {
            const values: string[] = [];
            for (const value of field.childtags("value", DATA_FORMS)) {
                values.push(value.get_text() ?? "");
            }
            return values;
        }
    }
    return undefined;
}

function change(user: ManagedUser, client: string, form: Prosody.Stanza): string {
    const revoked = (valuesOf(form, "revoke") ?? []).filter((namespace) => user.grants.has(namespace));
    revoke(user, revoked);
    const keep = valuesOf(form, "keep") ?? [];
    if (keep[0] !== undefined) {
        setKeeping(user, keep[0] === "1" || keep[0] === "true", client);
    }
    if (revoked.length === 0) {
        return "Nothing was taken back.";
    }
    revoked.sort();
    return `Taken back: ${revoked.join(", ")}`;
}

/** Offers the command to the host's users. */
export function offerConfiguration(): void {
    module.depends("adhoc");
    const { new: newCommand } = module.require("adhoc") as { new: NewCommand };
    for (const version of VERSIONS) {
        const node = `${version}#configure`;
        const handler: Prosody.AdhocHandler = (_command, { from, action, form }) => {
            const user = managedUser(jidBare(from)!);
            if (action === "cancel") {
                return { status: "canceled" };
            } else if (user === undefined) {
                return { status: "completed", warn: "What you have delegated cannot be read now; try it again later." };
            } else if (form === undefined) {
                return { status: "executing", form: formOf(user, node) };
            }
            return { status: "completed", info: change(user, from, form) };
        };
        module.provides("adhoc", newCommand("Who manages parts of your account", node, handler, "local_user"));
    }
}
