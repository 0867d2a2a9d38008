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
    accepts(
        "know by their name what stanza came, from whom, to whom",
        `
        module.hook("iq-set/bare/jabber:iq:roster:query", ({ stanza }) => { const type: "set" = stanza.attr.type; print(type); });
        module.hook("iq-result/host/disco-1", ({ stanza }) => { const type: "result" = stanza.attr.type; print(type); });
        module.hook("iq-error/self/blocklist-push", ({ stanza }) => { const type: "error" = stanza.attr.type; print(type); });
        module.hook("iq/host/urn:x:y", ({ stanza }) => { const type: "get" | "set" = stanza.attr.type; print(type); });
        module.hook("presence/initial", ({ origin, stanza }) => { const name: "presence" = stanza.name; origin.send(stanza); print(name); });
        module.hook("pre-stanza", (event) => { if (event.stanza.name === "iq") print(event.stanza.attr.id.length); event.reason = "x"; return true; });
        `,
    );
    rejects(
        "of a get know no other type",
        'module.hook("iq-get/host/urn:x:y", ({ stanza }) => { const type: "set" = stanza.attr.type; print(type); });',
        "Type '\"get\"' is not assignable to type '\"set\"'",
    );
    rejects(
        "have no key that is not fired",
        'module.hook("resource-bind", (event) => { print(event.stanza); });',
        "Property 'stanza' does not exist on type",
    );
    rejects(
        "may lack what not all who fire them give",
        'module.hook("muc-room-created", ({ creator }) => { print(creator.nick); });',
        "'creator' is possibly 'undefined'",
    );
    accepts(
        "take the answer that they ask for",
        `
        module.hook("pre-resource-bind", (event) => { event.resource = "balcony"; return event.session.secure ? undefined : false; });
        module.hook("muc-get-default-role", () => "visitor");
        module.hook("carbons-should-copy", (event) => { event.reason = "never"; return false; });
        module.hook("c2s-read-timeout", () => true);
        module.hook("http-message", ({ title }) => \`<h1>\${title}</h1>\`);
        `,
    );
    rejects(
        "take no other answer",
        'module.hook("muc-get-default-role", () => "king");',
        "Type '\"king\"' is not assignable to type",
    );
    rejects("that only tell take no answer", 'module.hook_global("user-deleted", () => true);', "is not assignable to");
    accepts(
        "of other servers' streams come before anything can be sent",
        'module.hook_global("s2s-created", ({ session }) => { if (session.send) session.send("x"); print(session.direction); });',
    );
    rejects(
        "of other servers' streams have no send at first",
        'module.hook_global("s2s-created", ({ session }) => { session.send("x"); });',
        "possibly 'undefined'",
    );
    accepts(
        "of clients over HTTP come without the time of a connection",
        'module.hook("resource-bind", ({ session }) => { const since: number = session.conntime ?? os.time(); print(since); });',
    );
    accepts(
        "of an object are known by the object",
        `
        import * as server from "prosody.net.http.server";
        const { get_pep_service } = module.depends("pep");
        const { events } = get_pep_service("juliet");
        module.hook_object_event(events, "item-published/urn:xmpp:avatar:metadata", ({ item, id }) => { print(item.name, id.length); });
        module.hook_object_event(events, "node-created", ({ node, actor }) => { print(node, actor); });
        module.hook_object_event(server._events, "http-error", ({ code }) => \`\${string.format("%d", code)}\`);
        module.hook_object_event(server._events, "GET /x", ({ request }) => request.path);
        `,
    );
    rejects(
        "of an object have the object's names",
        `
        const { events } = module.depends("pep").get_pep_service("juliet");
        module.hook_object_event(events, "item-publisht", () => {});
        `,
        "Argument of type '\"item-publisht\"' is not assignable to parameter of type",
    );
    accepts(
        "of any object go where nothing is known of it",
        `
        import { new as newEvents } from "prosody.util.events";
        const events = newEvents();
        module.hook_object_event(events, "anything", (event) => { print(event); });
        events.add_handler("anything", () => true, 5);
        `,
    );
    accepts(
        "of elements hand origin, element and event over through hook_tag",
        `
        module.hook_tag("urn:xmpp:csi:0", "active", (origin, element, event) => {
            print(origin.type, element.name, event.stanza === element);
            return true;
        }, 5);
        module.hook_tag("active", (origin) => { print(origin.type); });
        `,
    );
    accepts(
        "of one's own nodes and servers are added by declaration merging, too",
        `
        declare global {
            namespace Prosody {
                interface PubsubEvents { "item-admired": Prosody.Notification<{ node: string }>; }
                interface GlobalEvents { "town/awake": Prosody.Answer<{ town: string }, "late">; }
            }
        }
        const { events } = module.depends("pep").get_pep_service("juliet");
        module.hook_object_event(events, "item-admired", ({ node }) => { print(node.length); });
        module.hook_global("town/awake", ({ town }) => (town === "Verona" ? "late" : undefined));
        export {};
        `,
    );
});
