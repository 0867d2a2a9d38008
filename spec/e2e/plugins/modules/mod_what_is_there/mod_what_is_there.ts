/** Tells what the server has that other versions lack, after using it. */

import * as st from "prosody.util.stanza";
import { get_user_role, is_admin } from "prosody.core.usermanager";
import type * as errors from "prosody.util.error";

const hasRoles = module.may !== undefined;
const [hasErrors, library] = pcall(require, "util.error");
const makeError = hasErrors ? (library as typeof errors)["new"] : undefined;

if (hasRoles) module.hook_global("user-role-changed", ({ role }) => module.log("info", "now %s", role.name));
module.default_permission?.("prosody:registered", ":look");
if (module.set_status) module.set_status("info", "looking");

function mayLook(event: Prosody.StanzaEvent): boolean {
    if (!module.may) return is_admin(event.stanza.attr.from ?? "", module.host) === true;
    return module.may(":look", event);
}

function roleOf(username: string): string | undefined {
    if (get_user_role === undefined) return undefined;
    const [role] = get_user_role(username, module.host);
    return role ? role.name : undefined;
}

module.hook("iq-get/host/urn:example:what-is-there:query", (event) => {
    const { origin, stanza } = event;
    const failure = makeError?.({ type: "cancel", condition: "gone" }).condition;
    const found: Record<string, string> = {
        role: tostring(roleOf("romeo")),
        error: tostring(failure),
        look: tostring(mayLook(event)),
        status: tostring(module.get_status?.()[1]),
        feature: tostring(prosody.features?.contains("permissions") === true && module.could(":look", event)),
    };
    const reply = st.reply(stanza).tag("query", { xmlns: "urn:example:what-is-there" });
    for (const [name, value] of pairs(found)) reply.text_tag(name, value);
    origin.send(reply);
    return true;
});
