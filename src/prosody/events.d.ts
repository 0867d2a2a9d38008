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
        /** Who sent an error, where the event was the context of `from_stanza` of `prosody.util.error`. @since 13.0 */
        by?: string | undefined;
    }
    /** Payload of an element of a stream outside of stanzas. */
    interface ElementEvent {
        origin: Origin | S2sStream;
        stanza: Stanza;
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
        // ---- the server

        /** The configuration was read again; secrets and switches may have changed. */
        "config-reloaded": Notification<{ filename?: string; format?: string; config?: object }>;
        /** The configuration is about to be read again. */
        "reloading-config": Notification<undefined>;
        /** The log files are to be opened again. */
        "reopen-log-files": Notification<undefined>;
        /** The log was set up again. */
        "logging-reloaded": Notification<undefined>;
        /** Hosts and modules are about to be loaded. */
        "server-starting": Notification<undefined>;
        /** All hosts and modules are up. */
        "server-started": Notification<undefined>;
        /** The server is about to stop. */
        "server-stopping": Notification<{ reason?: string | undefined; code?: number | undefined }>;
        /** The server has stopped. */
        "server-stopped": Notification<undefined>;
        /** The process is about to end. */
        "server-cleanup": Notification<undefined>;
        /** A test server is about to be reset. @since 13.0 */
        "server-resetting": Notification<undefined>;
        /** A test server was reset. @since 13.0 */
        "server-reset": Notification<undefined>;
        /** The system sent a signal. @since 0.12 */
        "signal/SIGUSR1": Notification<undefined>;
        /** The system sent a signal. @since 0.12 */
        "signal/SIGUSR2": Notification<undefined>;

        // ---- hosts, modules, services

        /** All hosts are up. */
        "hosts-activated": Notification<Record<string, ConfigTable>>;
        /** Gets the host's name. */
        "host-activated": Notification<string>;
        /** A host is about to go. */
        "host-deactivating": Notification<{
            host: string;
            host_session: HostSession;
            reason?: StreamError | undefined;
        }>;
        /** Gets the host's name. */
        "host-deactivated": Notification<string>;
        /** Fired on the module's host. */
        "module-loaded": Notification<ModuleEvent>;
        /** Fired on the module's host. */
        "module-reloaded": Notification<ModuleEvent>;
        /** Fired on the module's host. */
        "module-unloaded": Notification<ModuleEvent>;
        /** Fired on the module's host. @since 0.12 */
        "module-status/updated": Notification<{ name: string }>;
        /** A service is there. */
        "service-added": Notification<{ name: string; service: NetProvider }>;
        /** A service is gone. */
        "service-removed": Notification<{ name: string; service: NetProvider }>;

        // ---- accounts

        /** An account is gone. */
        "user-deleted": Notification<UserEvent>;
        /** A password was set. */
        "user-password-changed": Notification<UserEvent & { resource?: string | undefined }>;
        /** An account may log in again. @since 13.0 */
        "user-enabled": Notification<UserEvent>;
        /** An account may not log in any more. @since 13.0 */
        "user-disabled": Notification<UserEvent & { meta?: object | undefined }>;
        /** An account has another role. @since 13.0 */
        "user-role-changed": Notification<UserEvent & { role: Role }>;
        /** An account has a further role. @since 13.0 */
        "user-role-added": Notification<UserEvent & { role_name: string; role: Role }>;
        /** An account lost a further role. @since 13.0 */
        "user-role-removed": Notification<UserEvent & { role_name: string }>;
        /** An account has other roles. @since 0.12 @removed 13.0 Take "user-role-changed". */
        "user-roles-changed": Notification<UserEvent>;

        // ---- statistics

        /** Values are about to be collected: report what is only known when asked. */
        "stats-update": Notification<undefined>;
        /** Values were collected. @removed 0.12 Take "openmetrics-updated". */
        "stats-updated": Notification<{
            stats: Record<string, number>;
            changed_stats: Record<string, number>;
            stats_extra: object;
        }>;
        /** Values were collected. @since 0.12 */
        "openmetrics-updated": Notification<{ metric_registry: import("prosody.util.openmetrics").MetricRegistry }>;

        // ---- streams

        /** The connection of a client is gone. @since 0.12 */
        "c2s-closed": Notification<{ session: StreamSession | undefined; conn: Connection }>;
        /** A session goes on over another connection (XEP-0198). @since 13.0 */
        "c2s-session-updated": Notification<{
            session: C2sSession;
            from_session: StreamSession;
            replaced_conn?: Connection | undefined;
        }>;
        /** The connection of a server is gone. @since 0.12 */
        "s2s-closed": Notification<{ session: S2sStream | undefined; conn: Connection }>;
        /** A stream to or from another server stands. @since 0.12 */
        "s2s-connected": Notification<SessionEvent<S2sStream>>;
        /** A session with another server was made. */
        "s2s-created": Notification<SessionEvent<S2sStream>>;
        /** A session with another server is over. @since 0.12 */
        "s2s-destroyed": Notification<SessionEvent<S2sStream> & { reason?: string | false | undefined }>;
        /** Another server connected. @since 0.12 */
        "s2sin-connected": Notification<SessionEvent<S2sStream>>;
        /** A connection to another server stands. @since 0.12 */
        "s2sout-connected": Notification<SessionEvent<S2sStream>>;
        /** A session from another server is over. */
        "s2sin-destroyed": Notification<SessionEvent<S2sStream> & { reason?: string | false | undefined }>;
        /** A session to another server is over. */
        "s2sout-destroyed": Notification<SessionEvent<S2sStream> & { reason?: string | false | undefined }>;
        /** True waits on, false closes the connection. */
        "c2s-read-timeout": Answer<SessionEvent<C2sSession | C2sUnboundSession>, boolean>;
        /** All that waited for a client was written. @since 0.12 */
        "c2s-ondrain": Notification<SessionEvent<C2sSession | C2sUnboundSession | DestroyedSession>>;
        /** All but the last part of what waits for a client was written. @since 0.12 */
        "c2s-pre-ondrain": Notification<SessionEvent<C2sSession | C2sUnboundSession | DestroyedSession>>;
        /** A stream is about to be closed from this side. @since 0.12 */
        "pre-session-close": Notification<
            SessionEvent<C2sSession | C2sUnboundSession> & { reason?: StreamError | boolean | undefined }
        >;
        /** A client came over BOSH (XEP-0124). */
        "bosh-session": Notification<{
            /** Nothing can be sent to it yet. */
            session: Omit<C2sUnboundSession, "send">;
            request: HttpRequest;
        }>;
        /** A client came over WebSocket (RFC 7395). */
        "websocket-session": Notification<SessionEvent<C2sUnboundSession> & { request: HttpRequest }>;
        /** True waits on, false closes the connection. */
        "s2s-read-timeout": Answer<SessionEvent<S2sStream>, boolean>;
        /** All that waited for a server was written. @since 0.12 */
        "s2s-ondrain": Notification<SessionEvent<S2sStream>>;
        /** All but the last part of what waits for a server was written. @since 0.12 */
        "s2s-pre-ondrain": Notification<SessionEvent<S2sStream>>;
        /** Another server may send stanzas. */
        "s2sin-established": Notification<SessionEvent<S2sStream>>;
        /** Stanzas may be sent to another server. */
        "s2sout-established": Notification<SessionEvent<S2sStream>>;
        /** Gives a page for a person who opened something in a browser. @since 0.12 */
        "http-message": Answer<
            { response: HttpResponse; title: string; message: string; warning?: string | undefined },
            string
        >;

        // ---- items that modules provide to each other: on the host of the module, or on the server

        [event: `item-added/${string}`]: Notification<ItemEvent>;
        [event: `item-removed/${string}`]: Notification<ItemEvent>;

        // ---- the shell

        /** A line came in the shell. @since 0.12 */
        "admin/repl-input": Interception<{ origin: StreamSession; stanza: Stanza }>;
        /** Input that was asked for came in the shell. @since 13.0 */
        "admin/repl-requested-input": Interception<{ origin: StreamSession; stanza: Stanza }>;
        /** A shell is gone. @since 13.0 */
        "admin-disconnected": Notification<{ session: StreamSession }>;
    }

    /** Fired on a host; `module.hook`. */
    interface HostEvents extends GlobalEvents {
        // ---- stanzas that arrived at the host, by kind of addressee

        /** An IQ to the host; mod_iq fires more precise events. */
        "iq/host": Interception<StanzaEvent<Iq>>;
        /** An IQ to an account, or to any local part on a component. */
        "iq/bare": Interception<StanzaEvent<Iq>>;
        /** An IQ to a client. */
        "iq/full": Interception<StanzaEvent<Iq>>;
        /** An IQ of a user to the own account; fired after `iq/bare`. */
        "iq/self": Interception<StanzaEvent<Iq>>;
        /** A message to the host. */
        "message/host": Interception<StanzaEvent<Message>>;
        /** A message to an account, or to any local part on a component. */
        "message/bare": Interception<StanzaEvent<Message>>;
        /** A groupchat message to an account; mod_message refuses it where nobody wants it. @since 0.12 */
        "message/bare/groupchat": Interception<StanzaEvent<Message>>;
        /** A message to a client, or to a JID with resource on a component. */
        "message/full": Interception<StanzaEvent<Message>>;
        /** A message of a user to the own account; fired after `message/bare`. */
        "message/self": Interception<StanzaEvent<Message>>;
        /** Presence to the host. */
        "presence/host": Interception<StanzaEvent<Presence>>;
        /** Presence to an account, or to any local part on a component. */
        "presence/bare": Interception<StanzaEvent<Presence>>;
        /** Presence to a client, or to a JID with resource on a component. */
        "presence/full": Interception<StanzaEvent<Presence>>;
        /** Presence of a user to the own account: to all contacts. */
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

        /** True keeps the stanza from being sent; set `reason` for the log. @since 0.12 */
        "pre-stanza": Interception<StanzaEvent<AnyStanza> & { reason?: string | undefined }>;
        /** A user sends an IQ to a host. */
        "pre-iq/host": Interception<StanzaEvent<Iq>>;
        /** A user sends an IQ to an account. */
        "pre-iq/bare": Interception<StanzaEvent<Iq>>;
        /** A user sends an IQ to a client. */
        "pre-iq/full": Interception<StanzaEvent<Iq>>;
        /** A user sends a message to a host. */
        "pre-message/host": Interception<StanzaEvent<Message>>;
        /** A user sends a message to an account. */
        "pre-message/bare": Interception<StanzaEvent<Message>>;
        /** A user sends a message to a client. */
        "pre-message/full": Interception<StanzaEvent<Message>>;
        /** A user sends presence to a host. */
        "pre-presence/host": Interception<StanzaEvent<Presence>>;
        /** A user sends presence to an account, or to all contacts. */
        "pre-presence/bare": Interception<StanzaEvent<Presence>>;
        /** A user sends presence to a client. */
        "pre-presence/full": Interception<StanzaEvent<Presence>>;
        /** A stanza goes to another server. */
        "route/remote": Interception<{
            /** Undefined for what the server itself asks other servers. */
            origin?: Origin | undefined;
            stanza: AnyStanza | Stanza;
            from_host: string;
            to_host: string;
        }>;
        /** An element of a stream outside of stanzas, `NAMESPACE:NAME`; `module.hook_tag` is shorter. */
        [event: `stanza/${string}`]: Interception<ElementEvent>;

        // ---- clients and accounts

        /** A client asks for a resource: it may be changed; false refuses, with `error` as the reason. */
        "pre-resource-bind": Answer<
            SessionEvent<C2sUnboundSession> & {
                resource?: string | undefined;
                error?: import("prosody.util.stanza").ErrorLike | undefined;
            },
            false
        >;
        /** A client has bound a resource. */
        "resource-bind": Notification<SessionEvent>;
        /** True keeps the session alive though its stream is gone. */
        "pre-resource-unbind": Interception<SessionEvent & { error?: string | boolean | undefined }>;
        /** A client is gone. */
        "resource-unbind": Notification<SessionEvent & { error?: string | boolean | undefined }>;
        /** A client starts to authenticate; true refuses, and must have answered. @since 13.0 */
        "authentication-attempt": Interception<{ origin: C2sUnboundSession; stanza: Stanza }>;
        /** A client has authenticated. */
        "authentication-success": Notification<SessionEvent<C2sUnboundSession>>;
        /** A client failed to authenticate. */
        "authentication-failure": Notification<
            SessionEvent<C2sUnboundSession> & { condition?: string | undefined; text?: string | undefined }
        >;
        /** How an authentication went: `sasl/c2s/success`. @since 13.0 */
        [event: `sasl/${string}/${string}`]: Notification<{
            session: C2sUnboundSession | S2sSession;
            message?: unknown;
            error_text?: string | undefined;
        }>;
        /** Add what the server offers to `features`. */
        "stream-features": Notification<{
            origin: C2sSession | C2sUnboundSession;
            features: Stanza;
            /** @since 13.0 */
            stream?: object | undefined;
        }>;
        /** The first available presence of a session. */
        "presence/initial": Notification<StanzaEvent<Presence>>;
        /** Somebody wants an account; `allowed` may be set to false with a `reason`. */
        "user-registering": Notification<RegistrationEvent>;
        /** Somebody wants another password; `allowed` may be set to false with a `reason`. @since 0.12 */
        "user-password-reset": Notification<RegistrationEvent>;
        /** There is a new account. */
        "user-registered": Notification<
            UserEvent & {
                source?: string | undefined;
                session?: Origin | undefined;
                ip?: string | undefined;
                password?: string | undefined;
                validated_invite?: ValidInvite | undefined;
            }
        >;
        /** An account was deleted by its user. */
        "user-deregistered": Notification<
            UserEvent & { source: string; session?: Origin | DestroyedSession | undefined }
        >;
        /** An account is to go later. @since 13.0 */
        "user-deregistered-pending": Notification<
            UserEvent & { source: string; session?: Origin | undefined; status: unknown }
        >;
        /** An account was marked. @since 13.0 */
        [event: `user-flag-added/${string}`]: Notification<{
            user: string;
            flag: string;
            data: { when: number; comment?: string | undefined };
        }>;
        /** A mark was taken away. @since 13.0 */
        [event: `user-flag-removed/${string}`]: Notification<{ user: string; flag: string }>;
        /** An invitation was made; handlers may add to it. @since 0.12 */
        "invite-created": Notification<Invite>;
        /** A user granted access. @since 13.0 */
        "token-grant-created": Notification<UserEvent & { id: string; grant: TokenGrant }>;
        /** A user took access back. @since 13.0 */
        "token-grant-revoked": Notification<UserEvent & { id: string }>;
        /** A token is good no more. @since 13.0 */
        "token-revoked": Notification<UserEvent & { grant_id: string; grant: TokenGrant; info: TokenInfo }>;
        /** A roster was loaded; handlers may change it. */
        "roster-load": Notification<UserEvent & { roster: Roster }>;
        /** A user took a contact out of the roster. */
        "roster-item-removed": Notification<{
            username: string;
            jid: string;
            item?: RosterItem | undefined;
            origin: C2sSession;
            roster: Roster;
        }>;
        /** A user changed the vCard (XEP-0054). @since 13.0 */
        "vcard-updated": Notification<StanzaEvent<Iq<"set">>>;
        /** A user without bookmarks asked for them (XEP-0402). @since 0.12 */
        "bookmarks/empty": Notification<SessionEvent>;
        /** A store was opened; `store` may be replaced. */
        "store-opened": Notification<{
            host: string;
            store_name: string;
            store_type?: string | undefined;
            store: AnyStore | KeyvalPlusStore<any>;
            store_err?: string | undefined;
        }>;

        // ---- messages that wait

        /** A message for an account nobody is online for; true says that it is kept. */
        "message/offline/handle": Interception<StanzaEvent<Message> & { username?: string | undefined }>;
        /** A client came online: messages that wait can be sent to it; true says that all were. */
        "message/offline/broadcast": Interception<{ origin: C2sSession }>;
        /** A stanza could not be delivered to a client whose connection broke; true says that it is taken care of. @since 0.12 */
        "delivery/failure": Interception<{ session: C2sSession; stanza: AnyStanza }>;
        /** Whether a message goes into the archive (XEP-0313): a boolean, or undefined for the usual rules. @since 0.12 */
        "archive-should-store": Answer<ShouldEvent, boolean>;
        /** A message went into the archive. */
        "archive-message-added": Notification<StanzaEvent<Message> & { for_user: string; id: string }>;
        /** Whether a message is copied to the user's other clients (XEP-0280). @since 0.12 */
        "carbons-should-copy": Answer<ShouldEvent, boolean>;
        /** Whether a stanza cannot wait for a client that is inactive (XEP-0352). */
        "csi-is-stanza-important": Answer<
            {
                session: C2sSession;
                stanza: Stanza | string;
                /** Why, for the log; who decides sets it. @since 13.0 */
                reason?: string | undefined;
            },
            boolean
        >;
        /** What was held back is sent now. @since 0.12 */
        "csi-flushing": Notification<SessionEvent>;
        /** A client is looked at (XEP-0352). */
        "csi-client-active": Interception<{ origin: C2sSession; stanza: Stanza }>;
        /** A client is not looked at (XEP-0352). */
        "csi-client-inactive": Interception<{ origin: C2sSession; stanza: Stanza }>;
        /** Stanzas wait for an acknowledgement for long (XEP-0198). @since 0.12 */
        "smacks-ack-delayed": Notification<{ origin: C2sSession; queue: unknown; stanza?: Stanza | undefined }>;
        /** A client's connection broke, its session waits. @since 0.12 */
        "smacks-hibernation-start": Notification<{ origin: C2sSession; queue: unknown }>;
        /** A stanza waits with it. @since 0.12 */
        "smacks-hibernation-stanza-queued": Notification<{ origin: C2sSession; queue: unknown; stanza: Stanza }>;
        /** The session went on as `resumed`, or is over; `origin` has no resource any more. @since 0.12 */
        "smacks-hibernation-end": Notification<{
            origin: StreamSession;
            queue: unknown;
            resumed: C2sSession | boolean;
        }>;
        /** True keeps the notification from being sent. @since 13.0 */
        "cloud_notify/push": Interception<{
            username: string;
            notification_stanza: Stanza;
            notification_payload: Stanza;
            original_stanza: Stanza;
            push_info: object;
            push_summary: unknown;
            important?: boolean | undefined;
        }>;
        /** False refuses. @since 13.0 */
        "cloud_notify/registration": Answer<StanzaEvent & { push_info: object }, boolean>;
        /** An app server is asked whether it is there. @since 13.0 */
        "cloud-notify-ping": Notification<any>;

        // ---- service discovery (XEP-0030)

        /** disco#info of a node of the host. */
        "host-disco-info-node": Interception<DiscoNodeEvent>;
        /** disco#items of the host: add to `reply`. */
        "host-disco-items": Interception<DiscoEvent>;
        /** disco#items of a node of the host. */
        "host-disco-items-node": Interception<DiscoNodeEvent>;
        /** There is no `stanza` in it. */
        "account-disco-info": Notification<{ origin: Origin; reply: Stanza }>;
        /** disco#info of a node of an account. */
        "account-disco-info-node": Interception<DiscoNodeEvent>;
        /** disco#items of an account: add to `reply`. */
        "account-disco-items": Notification<DiscoEvent>;
        /** disco#items of a node of an account. */
        "account-disco-items-node": Interception<DiscoNodeEvent>;
        /** Services are asked for (XEP-0215): change the list. @since 0.12 */
        "external_service/services": Notification<
            StanzaEvent & { requested_type?: string | undefined; services: ExternalService[] }
        >;
        /** Credentials are asked for (XEP-0215): change the list. @since 0.12 */
        "external_service/credentials": Notification<
            StanzaEvent & { requested_credentials: unknown; services: ExternalService[] }
        >;

        // ---- components

        /** An external component has authenticated. */
        "component-authenticated": Notification<SessionEvent<ComponentSession>>;
        /** An external component is gone. */
        "component-disconnected": Notification<
            SessionEvent<ComponentSession> & { reason?: string | false | undefined }
        >;
        /** True waits on, false closes the connection. */
        "component-read-timeout": Answer<SessionEvent<ComponentSession>, boolean>;

        // ---- other servers

        /** Says whether a server's certificate is to be trusted, by setting `session.cert_chain_status` and its kin; false refuses. */
        "s2s-check-certificate": Answer<
            { host: string; session: S2sStream; cert?: import("prosody.util.x509").Certificate | undefined },
            boolean
        >;
        /** True marks the stream as authenticated. */
        "s2s-authenticated": Interception<{
            session: S2sStream;
            host?: string | undefined;
            mechanism?: string | undefined;
        }>;
        /** A session to another server was made. @since 0.12 */
        "s2sout-created": Notification<SessionEvent<S2sStream>>;
        /** A connection is about to be made; `resolver` may be replaced. @since 13.0 */
        "s2sout-pre-connect": Notification<
            SessionEvent<S2sStream> & { resolver: import("prosody.net.connect").Resolver }
        >;
        /** Add what the server offers to `features`. */
        "s2s-stream-features": Notification<{ origin: S2sStream; features: Stanza }>;
        /** Add what the server offers to those that are not authenticated. @since 0.12 */
        "s2s-stream-features-legacy": Notification<{ origin: S2sStream; features: Stanza }>;
        /** Look at what the other server offers. @since 13.0 */
        "s2sout-stream-features": Interception<{ origin: S2sStream; features: Stanza }>;
        /** Authenticate to a server without stream features. */
        "s2sout-authenticate-legacy": Interception<{ origin: S2sStream }>;

        // ---- rooms (XEP-0045)

        /** True refuses; the sender must have been answered. */
        "muc-room-pre-create": Interception<RoomStanzaEvent>;
        /** There is a new room. */
        "muc-room-created": Notification<{
            room: MucRoom;
            creator?: MucOccupant | undefined;
            stanza?: Presence | undefined;
            origin?: Origin | undefined;
        }>;
        /** False keeps a room from being restored. */
        "muc-room-pre-restore": Answer<{ jid: string; data: object }, false>;
        /** A room came back from storage. */
        "muc-room-restored": Notification<{ jid: string; room: MucRoom }>;
        /** `allowed` may be set to false. @since 0.12 */
        "muc-pre-room-destroy": Notification<{
            room: MucRoom;
            newjid?: string | undefined;
            reason?: string | undefined;
            password?: string | undefined;
            x?: Stanza | undefined;
            allowed: boolean;
            error?: unknown;
        }>;
        /** A room is gone. */
        "muc-room-destroyed": Notification<{
            room: MucRoom;
            reason?: string | undefined;
            newjid?: string | undefined;
            password?: string | undefined;
        }>;
        /** A room lets nobody in until its owner has configured it. */
        "muc-room-locked": Notification<{ room: MucRoom }>;
        /** A room lets others in. */
        "muc-room-unlocked": Notification<{ room: MucRoom }>;
        /** True refuses; the sender must have been answered. */
        "muc-occupant-pre-join": Interception<
            RoomStanzaEvent<Presence> & {
                occupant: MucOccupant;
                is_first_session: boolean;
                is_new_room?: true | undefined;
            }
        >;
        /** Somebody came in. */
        "muc-occupant-joined": Notification<RoomStanzaEvent<Presence> & { nick: string; occupant: MucOccupant }>;
        /** A further client of an occupant came. */
        "muc-occupant-session-new": Notification<
            RoomStanzaEvent<Presence> & { nick: string; occupant: MucOccupant; jid: string }
        >;
        /** True refuses. */
        "muc-occupant-pre-change": Interception<
            RoomStanzaEvent<Presence> & {
                orig_occupant?: MucOccupant | undefined;
                dest_occupant?: MucOccupant | undefined;
                is_first_session?: boolean | undefined;
                is_last_session: boolean;
            }
        >;
        /** True refuses. */
        "muc-occupant-pre-leave": Interception<
            RoomStanzaEvent<Presence> & { occupant: MucOccupant; is_last_session: boolean }
        >;
        /** Somebody left. */
        "muc-occupant-left": Notification<{
            room: MucRoom;
            nick: string;
            occupant: MucOccupant;
            origin?: Origin | undefined;
            stanza?: Stanza | undefined;
        }>;
        /** True keeps the message from the room. */
        "muc-occupant-groupchat": Interception<
            RoomStanzaEvent<Message> & { from: string | undefined; occupant: MucOccupant | undefined }
        >;
        /** A message goes to all; true keeps it from them. */
        "muc-broadcast-message": Interception<{ room: MucRoom; stanza: Message }>;
        /** Presence goes to all: change `x` or `stanza`. */
        "muc-broadcast-presence": Notification<RoomPresenceEvent>;
        /** Presence of an occupant is being made: add to it. @since 0.12 */
        "muc-build-occupant-presence": Notification<
            Partial<RoomPresenceEvent> & { room: MucRoom; stanza: Presence; bare_jid?: string | undefined }
        >;
        /** False keeps the message from being delivered. @since 0.12 */
        "muc-private-message": Answer<RoomStanzaEvent<Message>, false>;
        /** True refuses; the sender must have been answered. */
        "muc-pre-invite": Interception<RoomStanzaEvent<Message>>;
        /** True keeps the invitation from being sent. */
        "muc-invite": Interception<RoomStanzaEvent<Message> & { incoming: Message }>;
        /** True refuses. */
        "muc-pre-decline": Interception<RoomStanzaEvent<Message>>;
        /** True keeps it from being sent. */
        "muc-decline": Interception<RoomStanzaEvent<Message> & { incoming: Message }>;
        /** Somebody asks for voice. */
        "muc-voice-request": Interception<RoomStanzaEvent<Message> & { occupant: MucOccupant; fields: object }>;
        /** A moderator answers. */
        "muc-voice-response": Interception<RoomStanzaEvent<Message> & { occupant: MucOccupant; fields: object }>;
        /** Gives the role of those who come without one. */
        "muc-get-default-role": Answer<
            { room: MucRoom; affiliation?: MucAffiliation | undefined; affiliation_rank?: number | undefined },
            MucRole | false
        >;
        /** `allowed` may be set, with an `error`. @since 0.12 */
        "muc-pre-set-role": Notification<{
            room: MucRoom;
            actor: MucActor;
            occupant: MucOccupant;
            role?: MucRole | undefined;
            allowed?: boolean | undefined;
            error?: string | undefined;
            condition?: string | undefined;
        }>;
        /** `allowed` may be set to false, with an `error`. @since 0.12 */
        "muc-pre-set-affiliation": Notification<
            AffiliationEvent & {
                allowed?: boolean | undefined;
                error?: import("prosody.util.stanza").ErrorLike | undefined;
            }
        >;
        /** Somebody has another affiliation. */
        "muc-set-affiliation": Notification<AffiliationEvent & { in_room: boolean }>;
        /** What is kept with an affiliation changed, by key. @since 0.12 */
        [event: `muc-set-affiliation-data/${string}`]: Notification<{
            room: MucRoom;
            jid: string;
            key: string;
            value: unknown;
            old_value: unknown;
        }>;
        /** Add fields to the room's form. */
        "muc-config-form": Notification<{
            room: MucRoom;
            actor: string;
            form: import("prosody.util.dataforms").Field[];
        }>;
        /** The form was sent; events per field follow. */
        "muc-config-submitted": Notification<RoomConfigEvent>;
        /** A field of the form was sent, by its name: `muc-config-submitted/muc#roomconfig_roomname`. */
        [event: `muc-config-submitted/${string}`]: Notification<RoomConfigEvent & { field: string; value: unknown }>;
        /** Somebody registered a nickname: change what is kept. @since 0.12 */
        "muc-registration-submitted": Notification<
            RoomStanzaEvent<Iq<"set">> & { affiliation_data: object; submitted_data: object }
        >;
        /** Somebody asks what nickname is reserved for them (XEP-0045, section 7.12). */
        "muc-disco#info/x-roomuser-item": Interception<{ room: MucRoom; reply: Stanza; stanza: Iq<"get"> }>;
        /** Add to the room's disco#info. */
        "muc-disco#info": Notification<{
            room: MucRoom;
            reply: Stanza;
            form: any[];
            formdata: Record<string, unknown>;
            stanza?: Stanza | undefined;
        }>;
        /** Gives the messages of a room's past, by setting `next_stanza`. */
        "muc-get-history": Interception<{
            room: MucRoom;
            stanza: Presence;
            to: string;
            maxchars?: number | undefined;
            maxstanzas?: number | undefined;
            since?: number | undefined;
            /** The next message of the past; undefined after the last. */
            next_stanza: (this: void, event: any) => Stanza | undefined;
        }>;
        /** A message goes into a room's past. */
        "muc-add-history": Interception<{ room: MucRoom; stanza: Message }>;
        /** Whether a message is kept. */
        "muc-message-is-historic": Answer<{ room: MucRoom; stanza: Message }, boolean>;

        // ---- personal eventing and publish-subscribe

        /** A user published an item. @removed 0.12 */
        "pep-publish-item": Notification<{
            node: string;
            user: string;
            actor?: string | undefined;
            id: string;
            session: C2sSession;
            item: Stanza;
        }>;
        /** Gives a text for a payload of a namespace. */
        [event: `pubsub-summary/${string}`]: Answer<
            {
                kind: string;
                node: string;
                jids: unknown;
                actor: PubsubActor | undefined;
                item: Stanza;
                payload: Stanza;
            },
            string
        >;
    }

    /** Whether something is done with a message. */
    interface ShouldEvent {
        session: Origin;
        stanza: Message;
        /** Why, for the log; who decides sets it. */
        reason?: string | undefined;
    }
    /** Somebody wants an account, or another password. */
    interface RegistrationEvent extends UserEvent {
        password?: string | undefined;
        /** Further fields that were sent. */
        additional?: Record<string, string> | undefined;
        ip?: string | undefined;
        session?: Origin | undefined;
        /** @since 13.0 */
        role?: string | undefined;
        allowed: boolean;
        /** The account whose password the invitation allows to be set anew. @since 0.12 */
        allow_reset?: string | undefined;
        reason?: string | undefined;
        error_type?: import("prosody.util.stanza").ErrorType | undefined;
        error_condition?: import("prosody.util.stanza").ErrorCondition | undefined;
    }
    interface RoomStanzaEvent<S extends Stanza = Stanza> {
        room: MucRoom;
        origin: Origin;
        stanza: S;
    }
    interface RoomPresenceEvent {
        room: MucRoom;
        stanza: Presence;
        x: Stanza;
        occupant: MucOccupant;
        nick?: string | undefined;
        actor?: string | undefined;
        reason?: string | undefined;
    }
    interface RoomConfigEvent {
        room: MucRoom;
        origin: Origin;
        stanza: Stanza;
        actor: string;
        fields: Record<string, unknown>;
        /** Codes of XEP-0045, section 15.6, as keys. */
        status_codes: LuaSet<string>;
        /** Sets an option where its field was sent; true where that changed it. */
        update_option: (this: void, name: string, field: string, allowed?: Record<string, true>) => boolean | undefined;
    }
    interface AffiliationEvent {
        room: MucRoom;
        actor: MucActor;
        jid: string;
        affiliation?: MucAffiliation | undefined;
        previous_affiliation?: MucAffiliation | undefined;
        reason?: string | undefined;
        data?: object | undefined;
        /** @since 0.12 */
        previous_data?: object | undefined;
    }

    /** Fired by a service of nodes: `module.hook_object_event(service.events, ...)`. */
    interface PubsubEvents {
        "node-created": Notification<PubsubNodeEvent>;
        "node-deleted": Notification<PubsubNodeEvent>;
        /** All items of a node were taken back. */
        "node-purged": Notification<PubsubNodeEvent>;
        "item-published": Notification<PubsubItemEvent>;
        /** An item of a node, by the node's name; before the event without. */
        [event: `item-published/${string}`]: Notification<PubsubItemEvent>;
        "item-retracted": Notification<PubsubNodeEvent & { id: string }>;
        "subscription-added": Notification<PubsubSubscriptionEvent & { options?: unknown }>;
        "subscription-removed": Notification<PubsubSubscriptionEvent>;
    }
    interface PubsubNodeEvent {
        service: PubsubService;
        node: string;
        actor: PubsubActor;
    }
    interface PubsubItemEvent extends PubsubNodeEvent {
        id: string;
        item: Stanza;
    }
    interface PubsubSubscriptionEvent {
        service: PubsubService;
        node: string;
        jid: string;
        /** As it is compared. */
        normalized_jid: string;
    }

    /** Fired by the HTTP server: `module.hook_object_event(require("net.http.server")._events, ...)`. */
    interface HttpServerEvents {
        /** A request, by method and path, without and then with the host: `GET /x`, `GET example.org/x`. */
        [event: `${string} ${string}`]: (this: void, event: HttpEvent, path?: string) => HttpResult;
        /** Gives the text of an error's page. */
        "http-error": Answer<
            {
                code: number;
                message?: string | undefined;
                /** For the admin alone. */
                private_message?: string | undefined;
                request?: HttpRequest | undefined;
                response?: HttpResponse | { headers: Record<string, string>; body: string } | undefined;
                /** @since 0.12 */
                error?: import("prosody.util.error").Error | undefined;
            },
            string
        >;
        /** Gives the page for a folder of files. */
        "directory-index": Answer<{ path: string; full_path: string }, string>;
    }

    /** Fired by a client of HTTP: `module.hook_object_event(require("net.http").default.events, ...)`. */
    interface HttpClientEvents {
        /** A request is about to be made: change it, or give another instead. */
        "pre-request": Answer<
            {
                http: import("prosody.net.http").Client;
                url: string;
                request: object;
                options: import("prosody.net.http").RequestOptions | undefined;
                /** Gets the answer. */
                callback: (this: void, ...results: any[]) => unknown;
            },
            object
        >;
        /** A request is on its way. */
        request: Notification<{ http: import("prosody.net.http").Client; request: object; url: string }>;
        /** An answer came: change it. */
        response: Notification<{
            http: import("prosody.net.http").Client;
            url: string;
            request: object;
            response: object | undefined;
            content: string;
            code: number;
            /** Gets the answer. */
            callback: (this: void, ...results: any[]) => unknown;
        }>;
        /** Nobody answers. */
        "request-connection-error": Notification<{
            http: import("prosody.net.http").Client;
            request: object;
            url: string;
            err?: string | undefined;
        }>;
    }

    /** Fired by both ends of a connection of prosodyctl. @since 0.12 */
    interface AdminStreamEvents {
        connected: Notification<undefined>;
        disconnected: Notification<{ session: StreamBase } | undefined>;
        /** True keeps it from the events by name. */
        received: Interception<Stanza>;
        [event: `received/${string}`]: Interception<Stanza>;
    }

    /** Fired by a kind of state machine; what is returned before a transition forbids it. @since 13.0 */
    interface FsmEvents {
        transition: Answer<import("prosody.util.fsm").TransitionEvent, unknown>;
        [event: `transition/${string}`]: Answer<import("prosody.util.fsm").TransitionEvent, unknown>;
        [event: `leave/${string}`]: Answer<import("prosody.util.fsm").TransitionEvent, unknown>;
        [event: `enter/${string}`]: Notification<import("prosody.util.fsm").TransitionEvent>;
        [event: `transitioned/${string}`]: Notification<import("prosody.util.fsm").TransitionEvent>;
        transitioned: Notification<import("prosody.util.fsm").TransitionEvent>;
    }

    /** The name of an event of a host. */
    type HostEventName = keyof HostEvents & string;
    /** The name of an event of the server. */
    type GlobalEventName = keyof GlobalEvents & string;
}
