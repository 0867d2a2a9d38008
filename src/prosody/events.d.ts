/** @noSelfInFile */

/**
 * The events of Prosody, by name: what a handler gets and what it may return.
 *
 * A handler that returns anything but undefined, false included, stops the event: the handlers after it never run. Where that
 * has a meaning (a stanza was handled, a request is refused), the type says what to return; elsewhere only undefined is
 * allowed.
 *
 * A module that fires events of its own adds them, and so do modules that use them:
 *
 * ```ts
 * declare global {
 *     namespace Prosody {
 *         interface HostEvents {
 *             "my-module/thing-happened": Notification<{ thing: string }>;
 *             [event: `my-module/thing/${string}`]: Notification<{ thing: string }>;
 *         }
 *     }
 * }
 * ```
 */
declare namespace Prosody {
    /** A handler whose result has no meaning: it must return nothing, or it would keep the event from others. */
    type Notification<P> = (this: void, event: P) => undefined | void;
    /** A handler that may return true to say that it dealt with the matter; nothing lets the others have a go. */
    type Interception<P> = (this: void, event: P) => true | undefined | void;
    /** A handler that may give an answer of type R, which stops the event. */
    type Answer<P, R> = (this: void, event: P) => R | undefined | void;

    /** Payload of a stanza that arrived. */
    interface StanzaEvent<S extends Stanza = Stanza> {
        /** The session or host that sent it. */
        origin: Origin;
        stanza: S;
        /**
         * Whether it is addressed to the sender's own account.
         * @since 0.12
         */
        to_self?: boolean | undefined;
    }
    interface SessionEvent<S = C2sSession> {
        session: S;
    }
    interface UserEvent {
        username: string;
        host: string;
    }
    interface ModuleEvent {
        /** The module's name, without `mod_`. */
        module: string;
        host: string;
    }
    /** Payload of `item-added/KIND` and `item-removed/KIND`. */
    interface ItemEvent<T = any> {
        item: T;
        /** The module that provides it; undefined on 0.11 and 0.12 for items that were there before `handle_items` was called. */
        source?: Module | undefined;
    }
    interface DiscoEvent {
        origin: Origin;
        stanza: Iq<"get">;
        /** The answer under construction, inside its `<query>`. */
        reply: Stanza;
    }
    interface DiscoNodeEvent extends DiscoEvent {
        node: string;
        /** Set it to say that the node exists; without, the answer is item-not-found. */
        exists?: boolean | undefined;
    }

    /** Fired for the whole server; `module.hook_global`, and `module.hook` in a global module. */
    interface GlobalEvents {
        /** The configuration was read again; secrets and switches may have changed. */
        "config-reloaded": Notification<{ filename: string; format: string; config: object }>;
        /** The log files are to be opened again. */
        "reopen-log-files": Notification<undefined>;
        "server-starting": Notification<undefined>;
        /** All hosts and modules are up. */
        "server-started": Notification<undefined>;
        /** True keeps the server up. */
        "server-stopping": Interception<{ reason?: string | undefined; code?: number | undefined }>;
        "server-stopped": Notification<undefined>;
        "host-activated": Notification<string>;
        "host-deactivating": Notification<{ host: string; host_session: HostSession; reason?: string | undefined }>;
        "host-deactivated": Notification<string>;
        "user-deleted": Notification<UserEvent>;
        "module-loaded": Notification<ModuleEvent>;
        "module-reloaded": Notification<ModuleEvent>;
        "module-unloaded": Notification<ModuleEvent>;
    }

    /** Fired on a host; `module.hook`. */
    interface HostEvents extends GlobalEvents {
        // ---- stanzas that arrived at the host, by kind of addressee

        "iq/host": Interception<StanzaEvent<Iq>>;
        "iq/bare": Interception<StanzaEvent<Iq>>;
        "iq/full": Interception<StanzaEvent<Iq>>;
        "iq/self": Interception<StanzaEvent<Iq>>;
        "message/host": Interception<StanzaEvent<Message>>;
        "message/bare": Interception<StanzaEvent<Message>>;
        "message/full": Interception<StanzaEvent<Message>>;
        "message/self": Interception<StanzaEvent<Message>>;
        "presence/host": Interception<StanzaEvent<Presence>>;
        "presence/bare": Interception<StanzaEvent<Presence>>;
        "presence/full": Interception<StanzaEvent<Presence>>;
        "presence/self": Interception<StanzaEvent<Presence>>;

        // ---- IQs by the namespace and name of their child, or by the id of an answer

        /** A request to the host: get or set, `NAMESPACE:NAME` of its child. */
        [event: `iq/host/${string}:${string}`]: Interception<StanzaEvent<Iq<"get"> | Iq<"set">>>;
        /** A request to an account, or to any local part on a component. */
        [event: `iq/bare/${string}:${string}`]: Interception<StanzaEvent<Iq<"get"> | Iq<"set">>>;
        /** A request of a user to the own account; fired after `iq/bare/...`. */
        [event: `iq/self/${string}:${string}`]: Interception<StanzaEvent<Iq<"get"> | Iq<"set">>>;
        [event: `iq-get/host/${string}:${string}`]: Interception<StanzaEvent<Iq<"get">>>;
        [event: `iq-get/bare/${string}:${string}`]: Interception<StanzaEvent<Iq<"get">>>;
        [event: `iq-get/self/${string}:${string}`]: Interception<StanzaEvent<Iq<"get">>>;
        [event: `iq-set/host/${string}:${string}`]: Interception<StanzaEvent<Iq<"set">>>;
        [event: `iq-set/bare/${string}:${string}`]: Interception<StanzaEvent<Iq<"set">>>;
        [event: `iq-set/self/${string}:${string}`]: Interception<StanzaEvent<Iq<"set">>>;
        /** An answer with an id. */
        [event: `iq-result/host/${string}`]: Interception<StanzaEvent<Iq<"result">>>;
        [event: `iq-result/bare/${string}`]: Interception<StanzaEvent<Iq<"result">>>;
        [event: `iq-result/self/${string}`]: Interception<StanzaEvent<Iq<"result">>>;
        [event: `iq-error/host/${string}`]: Interception<StanzaEvent<Iq<"error">>>;
        [event: `iq-error/bare/${string}`]: Interception<StanzaEvent<Iq<"error">>>;
        [event: `iq-error/self/${string}`]: Interception<StanzaEvent<Iq<"error">>>;

        // ---- stanzas that a user of the host sends, before they are routed

        /** True keeps the stanza from being sent. */
        "pre-stanza": Interception<StanzaEvent<AnyStanza> & { reason?: string | undefined }>;
        "pre-iq/host": Interception<StanzaEvent<Iq>>;
        "pre-iq/bare": Interception<StanzaEvent<Iq>>;
        "pre-iq/full": Interception<StanzaEvent<Iq>>;
        "pre-message/host": Interception<StanzaEvent<Message>>;
        "pre-message/bare": Interception<StanzaEvent<Message>>;
        "pre-message/full": Interception<StanzaEvent<Message>>;
        "pre-presence/host": Interception<StanzaEvent<Presence>>;
        "pre-presence/bare": Interception<StanzaEvent<Presence>>;
        "pre-presence/full": Interception<StanzaEvent<Presence>>;
        /** A stanza goes to another server. */
        "route/remote": Interception<StanzaEvent<AnyStanza> & { from_host: string; to_host: string }>;
        /** An element of a stream outside of stanzas, `NAMESPACE:NAME`; `module.hook_tag` is shorter. */
        [event: `stanza/${string}`]: Interception<StanzaEvent>;

        // ---- clients and accounts

        "resource-bind": Notification<SessionEvent>;
        "resource-unbind": Notification<SessionEvent & { error?: string | undefined }>;
        "authentication-success": Notification<SessionEvent<C2sUnboundSession>>;
        "authentication-failure": Notification<
            SessionEvent<C2sUnboundSession> & { condition: string; text?: string | undefined }
        >;
        /** Add what the server offers to `features`. */
        "stream-features": Notification<{
            origin: C2sSession | C2sUnboundSession;
            features: Stanza;
            stream?: object | undefined;
        }>;
        /** The first available presence of a session. */
        "presence/initial": Notification<StanzaEvent<Presence>>;
        "user-registered": Notification<
            UserEvent & { source: string; session?: Origin | undefined; password?: string | undefined }
        >;
        "user-deregistered": Notification<UserEvent & { source: string; session?: Origin | undefined }>;
        "user-password-changed": Notification<UserEvent & { resource?: string | undefined }>;
        /** A roster was loaded; handlers may change it. */
        "roster-load": Notification<UserEvent & { roster: Roster }>;
        /** A message for an account nobody is online for; true says that it is kept. */
        "message/offline/handle": Interception<StanzaEvent<Message> & { username?: string | undefined }>;
        "message/offline/broadcast": Notification<{ origin: C2sSession }>;
        /** A stanza could not be delivered to a client whose connection broke. */
        "delivery/failure": Interception<{ session: C2sSession; stanza: AnyStanza }>;

        // ---- service discovery (XEP-0030)

        "host-disco-info-node": Interception<DiscoNodeEvent>;
        "host-disco-items": Notification<DiscoEvent>;
        "host-disco-items-node": Interception<DiscoNodeEvent>;
        "account-disco-info": Notification<DiscoEvent & { username?: string | undefined }>;
        "account-disco-info-node": Interception<DiscoNodeEvent & { username?: string | undefined }>;
        "account-disco-items": Notification<DiscoEvent & { username?: string | undefined }>;
        "account-disco-items-node": Interception<DiscoNodeEvent & { username?: string | undefined }>;

        // ---- components

        /** An external component has authenticated; the host's module mod_component fires it. */
        "component-authenticated": Notification<SessionEvent<HostSession>>;
        "component-disconnected": Notification<SessionEvent<HostSession> & { reason?: string | undefined }>;

        // ---- items that modules provide to each other

        [event: `item-added/${string}`]: Notification<ItemEvent>;
        [event: `item-removed/${string}`]: Notification<ItemEvent>;
        /** @since 0.12 */
        "module-status/updated": Notification<{ name: string }>;
    }

    /** The name of an event of a host. */
    type HostEventName = keyof HostEvents & string;
    /** The name of an event of the server. */
    type GlobalEventName = keyof GlobalEvents & string;
}
