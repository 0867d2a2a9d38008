/** Lets admins send a message to all clients of the host that are online (XEP-0133, section 4.23), after one look at it. */
import * as dataforms from "prosody.util.dataforms";
import * as st from "prosody.util.stanza";

const ADMIN = "http://jabber.org/protocol/admin";

const form = dataforms.new([
    { name: "FORM_TYPE", type: "hidden", value: ADMIN },
    { name: "subject", type: "text-single", label: "Subject", required: true },
    { name: "announcement", type: "text-multi", label: "Announcement", required: true },
]);
form.title = "Make an announcement";
form.instructions = "Say something to everybody who is online.";

interface Announcement {
    subject: string;
    text: string;
}

function recipients(): Prosody.C2sSession[] {
    const found: Prosody.C2sSession[] = [];
    for (const [, session] of pairs(prosody.full_sessions)) {
        if (session.host === module.host && session.presence) found.push(session);
    }
    return found;
}

const handler: Prosody.AdhocHandler<Announcement> = (_command, data, announcement) => {
    if (data.action === "cancel") return { status: "canceled" };
    if (announcement && data.action !== "prev") {
        const sessions = recipients();
        for (const session of sessions) {
            session.send(
                st
                    .message({ from: module.host, to: session.full_jid, type: "headline" })
                    .text_tag("subject", announcement.subject)
                    .text_tag("body", announcement.text),
            );
        }
        return { status: "completed", info: string.format("Sent to %d clients.", sessions.length) };
    }
    if (!data.form) return { status: "executing", form, actions: ["next"] };
    const [fields, errors] = form.data(data.form);
    if (errors) {
        return { status: "completed", error: { message: errors.subject ?? errors.announcement ?? "Malformed form" } };
    }
    const next: Announcement = { subject: fields.subject, text: fields.announcement };
    const confirmation: Prosody.AdhocResult = {
        status: "executing",
        info: string.format("To be sent to %d clients: %s", recipients().length, next.text),
        actions: ["prev", "complete"],
    };
    return $multi(confirmation, next);
};

const { new: createCommand } = module.require("adhoc");

module.depends("adhoc");
module.provides("adhoc", createCommand("Make an announcement", `${ADMIN}#announce`, handler, "admin"));
