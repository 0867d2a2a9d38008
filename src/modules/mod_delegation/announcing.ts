/** @noSelfInFile */

/**
 * Every host and component that the module is loaded on tells all others who comes and goes there: the hosts that delegate
 * namespaces listen.
 */

declare global {
    namespace Prosody {
        interface GlobalEvents {
            /** Whoever may be a managing entity is there: a component by its domain, a client by its full JID. */
            "delegation/online": Notification<{ jid: string }>;
            "delegation/offline": Notification<{ jid: string }>;
        }
    }
}

function announce(event: "delegation/online" | "delegation/offline", jid: string): void {
    prosody.events.fire_event(event, { jid });
}

/** Tells of all that are there, when the module comes or goes. */
export function announceAll(event: "delegation/online" | "delegation/offline"): void {
    const host = prosody.hosts[module.host]!;
    if (host.modules["component"]?.["connected"] === true) {
        announce(event, module.host);
    }
    for (const [, user] of pairs(host.sessions ?? {})) {
        for (const [, session] of pairs(user!.sessions)) {
            if (session!.presence !== undefined) {
                announce(event, session!.full_jid);
            }
        }
    }
}

/** Before mod_presence, which takes the client's presence away. */
const BEFORE_MOD_PRESENCE = 1;

/** An external component: XEP-0114. */
export function watchComponent(): void {
    module.hook("component-authenticated", () => {
        announce("delegation/online", module.host);
    });
    module.hook("component-disconnected", ({ session }) => {
        // A second component that was not let in is none.
        if (session.type === "component") {
            announce("delegation/offline", module.host);
        }
    });
}

/** Clients are there while they are available (RFC 6121, sections 4.2 and 4.5). */
export function watchClients(): void {
    module.hook("presence/initial", ({ origin }) => {
        announce("delegation/online", origin.full_jid!);
    });
    module.hook(
        "presence/bare",
        ({ origin, stanza }) => {
            if (stanza.attr.type === "unavailable" && stanza.attr.to === undefined && origin.type === "c2s") {
                announce("delegation/offline", origin.full_jid);
            }
        },
        BEFORE_MOD_PRESENCE,
    );
    module.hook("resource-unbind", ({ session }) => {
        announce("delegation/offline", session.full_jid);
    });
}
