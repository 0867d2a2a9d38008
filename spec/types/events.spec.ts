import { describe } from "vitest";
import { accepts, rejects } from "./snippets.ts";

describe("events", () => {
    accepts(
        "know their payload",
        `
        module.hook("iq-get/host/http://jabber.org/protocol/disco#info:query", (event) => {
            const type: "get" = event.stanza.attr.type;
            const id: string = event.stanza.attr.id;
            print(type, id);
            return true;
        }, 10);
        module.hook("message/full", (event) => { const name: "message" = event.stanza.name; print(name); });
        module.hook("resource-bind", ({ session }) => { const jid: string = session.full_jid; print(jid); });
        module.hook("item-added/feature", ({ item }) => { print(item); });
        module.hook_global("config-reloaded", () => { print(module.get_option("x")); });
        `,
    );
    rejects(
        "of a misspelt name do not exist",
        'module.hook("resource-bnd", () => {});',
        "Argument of type '\"resource-bnd\"' is not assignable to parameter of type",
    );
    rejects(
        "are stopped by true, not by false",
        'module.hook("message/bare", () => false);',
        "Type 'false' is not assignable to type 'true | void | Background'",
    );
    rejects(
        "that tell and do not ask are not stopped by accident",
        'module.hook("resource-bind", (event) => event.session.send("x"));',
        "is not assignable to",
    );
    rejects(
        "of a host do not fire on the server",
        'module.hook_global("message/bare", () => {});',
        "is not assignable to parameter of type",
    );
    accepts(
        "of one's own are added by declaration merging",
        `
        declare global {
            namespace Prosody {
                interface HostEvents {
                    "weather/changed": Prosody.Notification<{ rain: boolean }>;
                    [event: \`weather/in/\${string}\`]: Prosody.Interception<{ city: string }>;
                }
            }
        }
        module.hook("weather/changed", (event) => { const rain: boolean = event.rain; print(rain); });
        module.hook("weather/in/Verona", (event) => { print(event.city.length); return true; });
        export {};
        `,
    );
});
