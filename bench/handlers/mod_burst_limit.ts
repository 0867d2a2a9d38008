/** Lets each session send so many messages a second. */
import * as st from "prosody.util.stanza";
import { now } from "prosody.util.time";

declare global {
    namespace Prosody {
        interface C2sSession {
            burst?: { second: number; count: number };
        }
    }
}

const limit = module.get_option_number("burst_limit", 5);

module.hook("pre-message/bare", ({ origin, stanza }) => {
    if (origin.type !== "c2s" || stanza.attr.type === "error") return;
    const second = Math.floor(now());
    const burst = (origin.burst ??= { second, count: 0 });
    if (burst.second !== second) {
        burst.second = second;
        burst.count = 0;
    }
    burst.count++;
    if (burst.count <= limit) return;
    origin.send(st.error_reply(stanza, "wait", "resource-constraint"));
    return true;
});
