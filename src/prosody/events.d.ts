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
        /** The stanza. */
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
        /** The stream that it came over. */
        origin: Origin | S2sStream;
        /** The element. */
        stanza: Stanza;
    }
    /** Something about a session. */
    interface SessionEvent<S = C2sSession> {
        /** The session. */
        session: S;
    }
    /** Something about an account. */
    interface UserEvent {
        /** The part of its JID before @. */
        username: string;
        /** Its host. */
        host: string;
    }
    /** Something about a module. */
    interface ModuleEvent {
        /** The module's name, without `mod_`. */
        module: string;
        /** The host that it is loaded on; "*" for global modules. */
        host: string;
    }
    /** Payload of `item-added/KIND` and `item-removed/KIND`. */
    interface ItemEvent<T = any> {
        /** What was given or taken back. */
        item: T;
        /** The module that provides it; undefined on 0.11 and 0.12 for items that were there before `handle_items` was called. */
        source?: Module | undefined;
    }
    /** Somebody asks what there is (XEP-0030). */
    interface DiscoEvent {
        /** The session of who asks. */
        origin: Origin;
        /** The question. */
        stanza: Iq<"get">;
        /** The answer under construction, inside its `<query>`. */
        reply: Stanza;
    }
    /** Somebody asks what there is at a node (XEP-0030). */
    interface DiscoNodeEvent extends DiscoEvent {
        /** The node. */
        node: string;
        /** Set it to say that the node exists; without, the answer is item-not-found. */
        exists?: boolean | undefined;
    }

    /** Fired for the whole server; `module.hook_global`, and `module.hook` in a global module. */
    interface GlobalEvents {
        // ---- the server

        /** The configuration was read again; secrets and switches may have changed. */
        "config-reloaded": Notification<{
            /** Path of the configuration file. */
            filename?: string;
            /** What it is written in: "lua". */
            format?: string;
            /** What it says, by host. */
            config?: object;
        }>;
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
        "server-stopping": Notification<{
            /** Why, in words. */
            reason?: string | undefined;
            /** Exit status. */
            code?: number | undefined;
        }>;
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
            /** The host. */
            host: string;
            /** What the server keeps of the host. */
            host_session: HostSession;
            /** What its sessions are told. */
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
        "module-status/updated": Notification<{
            /** The module's name. */
            name: string;
        }>;
        /** A service is there. */
        "service-added": Notification<{
            /** Which service. */
            name: string;
            /** What the module provides. */
            service: NetProvider;
        }>;
        /** A service is gone. */
        "service-removed": Notification<{
            /** Which service. */
            name: string;
            /** What the module provides. */
            service: NetProvider;
        }>;

        // ---- accounts

        /** An account is gone. */
        "user-deleted": Notification<UserEvent>;
        /** A password was set. */
        "user-password-changed": Notification<
            UserEvent & {
                /** The client that changed it. */
                resource?: string | undefined;
            }
        >;
        /** An account may log in again. @since 13.0 */
        "user-enabled": Notification<UserEvent>;
        /** An account may not log in any more. @since 13.0 */
        "user-disabled": Notification<
            UserEvent & {
                /** What is kept with that, such as a reason. */
                meta?: object | undefined;
            }
        >;
        /** An account has another role. @since 13.0 On 0.12 it is "user-roles-changed". */
        "user-role-changed": Notification<
            UserEvent & {
                /** The new one. */
                role: Role;
            }
        >;
        /** An account has a further role. @since 13.0 */
        "user-role-added": Notification<
            UserEvent & {
                /** What it is called. */
                role_name: string;
                /** The role. */
                role: Role;
            }
        >;
        /** An account lost a further role. @since 13.0 */
        "user-role-removed": Notification<
            UserEvent & {
                /** What it is called. */
                role_name: string;
            }
        >;
        /** An account has other roles. @since 0.12 @removed 13.0 Take "user-role-changed". */
        "user-roles-changed": Notification<UserEvent>;

        // ---- statistics

        /** Values are about to be collected: report what is only known when asked. */
        "stats-update": Notification<undefined>;
        /** Values were collected. @removed 0.12 Take "openmetrics-updated". */
        "stats-updated": Notification<{
            /** All values, by name. */
            stats: Record<string, number>;
            /** Those that changed. */
            changed_stats: Record<string, number>;
            /** What else is known of distributions, by name. */
            stats_extra: object;
        }>;
        /** Values were collected. @since 0.12 Before, hook "stats-updated". */
        "openmetrics-updated": Notification<{
            /** All families of metrics. */
            metric_registry: import("prosody.util.openmetrics").MetricRegistry;
        }>;

        // ---- streams

        /** The connection of a client is gone. @since 0.12 */
        "c2s-closed": Notification<{
            /** The session, where there was one. */
            session: StreamSession | undefined;
            /** The connection. */
            conn: Connection;
        }>;
        /** A session goes on over another connection (XEP-0198). @since 13.0 */
        "c2s-session-updated": Notification<{
            /** The session that goes on. */
            session: C2sSession;
            /** The new stream, whose connection it takes over. */
            from_session: StreamSession;
            /** Its connection until now. */
            replaced_conn?: Connection | undefined;
        }>;
        /** The connection of a server is gone. @since 0.12 Before, hook "s2sin-destroyed" and "s2sout-destroyed". */
        "s2s-closed": Notification<{
            /** The session, where there was one. */
            session: S2sStream | undefined;
            /** The connection. */
            conn: Connection;
        }>;
        /** A stream to or from another server stands. @since 0.12 */
        "s2s-connected": Notification<SessionEvent<S2sStream>>;
        /** A session with another server was made. */
        "s2s-created": Notification<SessionEvent<S2sStream>>;
        /** A session with another server is over. @since 0.12 Before, hook "s2sin-destroyed" and "s2sout-destroyed". */
        "s2s-destroyed": Notification<
            SessionEvent<S2sStream> & {
                /** Why, in words. */
                reason?: string | false | undefined;
            }
        >;
        /** Another server connected. @since 0.12 */
        "s2sin-connected": Notification<SessionEvent<S2sStream>>;
        /** A connection to another server stands. @since 0.12 */
        "s2sout-connected": Notification<SessionEvent<S2sStream>>;
        /** A session from another server is over. */
        "s2sin-destroyed": Notification<
            SessionEvent<S2sStream> & {
                /** Why, in words. */
                reason?: string | false | undefined;
            }
        >;
        /** A session to another server is over. */
        "s2sout-destroyed": Notification<
            SessionEvent<S2sStream> & {
                /** Why, in words. */
                reason?: string | false | undefined;
            }
        >;
        /** True waits on, false closes the connection. */
        "c2s-read-timeout": Answer<SessionEvent<C2sSession | C2sUnboundSession>, boolean>;
        /** All that waited for a client was written. @since 0.12 */
        "c2s-ondrain": Notification<SessionEvent<C2sSession | C2sUnboundSession | DestroyedSession>>;
        /** All but the last part of what waits for a client was written. @since 0.12 */
        "c2s-pre-ondrain": Notification<SessionEvent<C2sSession | C2sUnboundSession | DestroyedSession>>;
        /** A stream is about to be closed from this side. @since 0.12 */
        "pre-session-close": Notification<
            SessionEvent<C2sSession | C2sUnboundSession> & {
                /** Why, in words. */
                reason?: StreamError | boolean | undefined;
            }
        >;
        /** A client came over BOSH (XEP-0124). */
        "bosh-session": Notification<{
            /** Nothing can be sent to it yet. */
            session: Omit<C2sUnboundSession, "send">;
            /** The request that it came with. */
            request: HttpRequest;
        }>;
        /** A client came over WebSocket (RFC 7395). */
        "websocket-session": Notification<
            SessionEvent<C2sUnboundSession> & {
                /** The request that it came with. */
                request: HttpRequest;
            }
        >;
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
            {
                /** What will be sent. */
                response: HttpResponse;
                /** The page's title. */
                title: string;
                /** What to say. */
                message: string;
                /** What to warn of. */
                warning?: string | undefined;
            },
            string
        >;

        // ---- items that modules provide to each other: on the host of the module, or on the server

        /** Something was given, by its kind; modules take `module.handle_items`. */
        [event: `item-added/${string}`]: Notification<ItemEvent>;
        /** Something was taken back, by its kind; modules take `module.handle_items`. */
        [event: `item-removed/${string}`]: Notification<ItemEvent>;

        // ---- the shell

        /** A line came in the shell. @since 0.12 */
        "admin/repl-input": Interception<{
            /** The session that it came over. */
            origin: StreamSession;
            /** The stanza. */
            stanza: Stanza;
        }>;
        /** Input that was asked for came in the shell. @since 13.0 */
        "admin/repl-requested-input": Interception<{
            /** The session that it came over. */
            origin: StreamSession;
            /** The stanza. */
            stanza: Stanza;
        }>;
        /** A shell is gone. @since 13.0 */
        "admin-disconnected": Notification<{
            /** The session. */
            session: StreamSession;
        }>;
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
        /**
         * A groupchat message to an account; mod_message refuses it where nobody wants it.
         * @since 0.12 Before, hook "message/bare" and look at the type.
         */
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
        /** Somebody asks the host, by namespace and name of what is asked. */
        [event: `iq-get/host/${string}:${string}`]: Interception<StanzaEvent<Iq<"get">>>;
        /** Somebody asks an account, by namespace and name of what is asked. */
        [event: `iq-get/bare/${string}:${string}`]: Interception<StanzaEvent<Iq<"get">>>;
        /** A user asks the own account, by namespace and name of what is asked. */
        [event: `iq-get/self/${string}:${string}`]: Interception<StanzaEvent<Iq<"get">>>;
        /** Somebody wants the host to do something, by namespace and name of what it is. */
        [event: `iq-set/host/${string}:${string}`]: Interception<StanzaEvent<Iq<"set">>>;
        /** Somebody wants an account to do something, by namespace and name of what it is. */
        [event: `iq-set/bare/${string}:${string}`]: Interception<StanzaEvent<Iq<"set">>>;
        /** A user wants the own account to do something, by namespace and name of what it is. */
        [event: `iq-set/self/${string}:${string}`]: Interception<StanzaEvent<Iq<"set">>>;
        /** An answer with an id. */
        [event: `iq-result/host/${string}`]: Interception<StanzaEvent<Iq<"result">>>;
        /** An answer to an account, by its id. */
        [event: `iq-result/bare/${string}`]: Interception<StanzaEvent<Iq<"result">>>;
        /** An answer of a user to the own account, by its id. */
        [event: `iq-result/self/${string}`]: Interception<StanzaEvent<Iq<"result">>>;
        /** An error for the host, by its id. */
        [event: `iq-error/host/${string}`]: Interception<StanzaEvent<Iq<"error">>>;
        /** An error for an account, by its id. */
        [event: `iq-error/bare/${string}`]: Interception<StanzaEvent<Iq<"error">>>;
        /** An error of a user for the own account, by its id. */
        [event: `iq-error/self/${string}`]: Interception<StanzaEvent<Iq<"error">>>;

        // ---- stanzas that a user of the host sends, before they are routed

        /** True keeps the stanza from being sent; set `reason` for the log. @since 0.12 */
        "pre-stanza": Interception<
            StanzaEvent<AnyStanza> & {
                /** Why it is not sent, for the log; may be set. */
                reason?: string | undefined;
            }
        >;
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
            /** The stanza. */
            stanza: AnyStanza | Stanza;
            /** The domain that sends. */
            from_host: string;
            /** The domain that is to get it. */
            to_host: string;
        }>;
        /** An element of a stream outside of stanzas, `NAMESPACE:NAME`; `module.hook_tag` is shorter. */
        [event: `stanza/${string}`]: Interception<ElementEvent>;

        // ---- clients and accounts

        /** A client asks for a resource: it may be changed; false refuses, with `error` as the reason. */
        "pre-resource-bind": Answer<
            SessionEvent<C2sUnboundSession> & {
                /** The resource that the client asked for; may be set to another. */
                resource?: string | undefined;
                /** What the client gets where it may not; may be set. */
                error?: import("prosody.util.stanza").ErrorLike | undefined;
            },
            false
        >;
        /** A client has bound a resource. */
        "resource-bind": Notification<SessionEvent>;
        /** True keeps the session alive though its stream is gone. */
        "pre-resource-unbind": Interception<
            SessionEvent & {
                /** Why the session ends, where not as it should. */
                error?: string | boolean | undefined;
            }
        >;
        /** A client is gone. */
        "resource-unbind": Notification<
            SessionEvent & {
                /** Why the session ended, where not as it should. */
                error?: string | boolean | undefined;
            }
        >;
        /**
         * A client starts to authenticate; true refuses, and must have answered.
         * @since 13.0 Before, hook "stanza/urn:ietf:params:xml:ns:xmpp-sasl:auth".
         */
        "authentication-attempt": Interception<{
            /** The session of who wants to log in. */
            origin: C2sUnboundSession;
            /** The element that starts it (RFC 6120, section 6). */
            stanza: Stanza;
        }>;
        /** A client has authenticated. */
        "authentication-success": Notification<SessionEvent<C2sUnboundSession>>;
        /** A client failed to authenticate. */
        "authentication-failure": Notification<
            SessionEvent<C2sUnboundSession> & {
                /** Which error (RFC 6120, section 6.5). */
                condition?: string | undefined;
                /** For people. */
                text?: string | undefined;
            }
        >;
        /**
         * How an authentication went: `sasl/c2s/success`.
         * @since 13.0 Before, hook "authentication-success" and "authentication-failure".
         */
        [event: `sasl/${string}/${string}`]: Notification<{
            /** The session. */
            session: C2sUnboundSession | S2sSession;
            /** Data that goes along, or the error condition. */
            message?: unknown;
            /** For people. */
            error_text?: string | undefined;
        }>;
        /** Add what the server offers to `features`. */
        "stream-features": Notification<{
            /** The session that it came over. */
            origin: C2sSession | C2sUnboundSession;
            /** The element; add to it. */
            features: Stanza;
            /** Attributes of the stream's header. @since 13.0 */
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
                /** Which module made it. */
                source?: string | undefined;
                /** The session that it was made over. */
                session?: Origin | undefined;
                /** The address of who registered. */
                ip?: string | undefined;
                /** In plain text. */
                password?: string | undefined;
                /** The invitation that was used. */
                validated_invite?: ValidInvite | undefined;
            }
        >;
        /** An account was deleted by its user. */
        "user-deregistered": Notification<
            UserEvent & {
                /** Which module did it. */
                source: string;
                /** The session of the user. */
                session?: Origin | DestroyedSession | undefined;
            }
        >;
        /** An account is to go later. @since 13.0 */
        "user-deregistered-pending": Notification<
            UserEvent & {
                /** Which module did it. */
                source: string;
                /** The session of the user. */
                session?: Origin | undefined;
                /** When it was asked for (`deleted_at`) and until when it waits (`pending_until`), in seconds since 1970. */
                status: unknown;
            }
        >;
        /** An account was marked. @since 13.0 */
        [event: `user-flag-added/${string}`]: Notification<{
            /** The part of the account's JID before @. */
            user: string;
            /** The mark. */
            flag: string;
            /** What is kept with it. */
            data: {
                /** In seconds since 1970. */
                when: number;
                /** Why, in the words of who set it. */
                comment?: string | undefined;
            };
        }>;
        /** A mark was taken away. @since 13.0 */
        [event: `user-flag-removed/${string}`]: Notification<{
            /** The part of the account's JID before @. */
            user: string;
            /** The mark. */
            flag: string;
        }>;
        /** An invitation was made; handlers may add to it. @since 0.12 */
        "invite-created": Notification<Invite>;
        /** A user granted access. @since 13.0 */
        "token-grant-created": Notification<
            UserEvent & {
                /** The grant's. */
                id: string;
                /** The grant. */
                grant: TokenGrant;
            }
        >;
        /** A user took access back. @since 13.0 */
        "token-grant-revoked": Notification<
            UserEvent & {
                /** The grant's. */
                id: string;
            }
        >;
        /** A token is good no more. @since 13.0 */
        "token-revoked": Notification<
            UserEvent & {
                /** The id of the token's grant. */
                grant_id: string;
                /** The grant. */
                grant: TokenGrant;
                /** What is known of the token. */
                info: TokenInfo;
            }
        >;
        /** A roster was loaded; handlers may change it. */
        "roster-load": Notification<
            UserEvent & {
                /** The contacts of the account. */
                roster: Roster;
            }
        >;
        /** A user took a contact out of the roster. */
        "roster-item-removed": Notification<{
            /** The part of the account's JID before @. 0.11 gives the contact's instead where a user takes the contact out. */
            username?: string | undefined;
            /** Bare JID of the contact. */
            jid: string;
            /** What was known of the contact. */
            item?: RosterItem | undefined;
            /** The session that took it away; the host where the account was deleted. */
            origin: C2sSession | HostSession;
            /** The contacts of the account. */
            roster: Roster;
        }>;
        /** A user changed the vCard (XEP-0054). @since 13.0 */
        "vcard-updated": Notification<StanzaEvent<Iq<"set">>>;
        /** A user without bookmarks asked for them (XEP-0402). @since 0.12 */
        "bookmarks/empty": Notification<SessionEvent>;
        /** A store was opened; `store` may be replaced. */
        "store-opened": Notification<{
            /** The host that it belongs to. */
            host: string;
            /** What it is called. */
            store_name: string;
            /** Which kind; "keyval" where absent. */
            store_type?: string | undefined;
            /** The store. */
            store: AnyStore | KeyvalPlusStore<any>;
            /** Why it could not be opened. */
            store_err?: string | undefined;
        }>;

        // ---- messages that wait

        /** A message for an account nobody is online for; true says that it is kept. */
        "message/offline/handle": Interception<
            StanzaEvent<Message> & {
                /** The part of the account's JID before @. */
                username?: string | undefined;
            }
        >;
        /** A client came online: messages that wait can be sent to it; true says that all were. */
        "message/offline/broadcast": Interception<{
            /** The session that came online. */
            origin: C2sSession;
        }>;
        /** A stanza could not be delivered to a client whose connection broke; true says that it is taken care of. @since 0.12 */
        "delivery/failure": Interception<{
            /** The session that did not acknowledge it. */
            session: C2sSession;
            /** What was not delivered. */
            stanza: AnyStanza;
        }>;
        /** Whether a message goes into the archive (XEP-0313): a boolean, or undefined for the usual rules. @since 0.12 */
        "archive-should-store": Answer<ShouldEvent, boolean>;
        /** A message went into the archive. */
        "archive-message-added": Notification<
            StanzaEvent<Message> & {
                /** Whose archive. */
                for_user: string;
                /** The message's in the archive. */
                id: string;
            }
        >;
        /** Whether a message is copied to the user's other clients (XEP-0280). @since 0.12 */
        "carbons-should-copy": Answer<ShouldEvent, boolean>;
        /** Whether a stanza cannot wait for a client that is inactive (XEP-0352). */
        "csi-is-stanza-important": Answer<
            {
                /** The session that it is for. */
                session: C2sSession;
                /** What would be sent; text such as white space too. */
                stanza: Stanza | string;
                /** Why, for the log; who decides sets it. @since 13.0 */
                reason?: string | undefined;
            },
            boolean
        >;
        /** What was held back is sent now. @since 0.12 */
        "csi-flushing": Notification<SessionEvent>;
        /** A client is looked at (XEP-0352). */
        "csi-client-active": Interception<{
            /** The session that it came over. */
            origin: C2sSession;
            /** What the client said. */
            stanza: Stanza;
        }>;
        /** A client is not looked at (XEP-0352). */
        "csi-client-inactive": Interception<{
            /** The session that it came over. */
            origin: C2sSession;
            /** What the client said. */
            stanza: Stanza;
        }>;
        /** Stanzas wait for an acknowledgement for long (XEP-0198). @since 0.12 */
        "smacks-ack-delayed": Notification<{
            /** The session whose client does not answer. */
            origin: C2sSession;
            /** What was sent and not acknowledged yet. */
            queue: unknown;
            /** What was sent last. */
            stanza?: Stanza | undefined;
        }>;
        /** A client's connection broke, its session waits. @since 0.12 */
        "smacks-hibernation-start": Notification<{
            /** The session whose connection is gone. */
            origin: C2sSession;
            /** What was sent and not acknowledged yet. */
            queue: unknown;
        }>;
        /** A stanza waits with it. @since 0.12 */
        "smacks-hibernation-stanza-queued": Notification<{
            /** The session whose connection is gone. */
            origin: C2sSession;
            /** What was sent and not acknowledged yet. */
            queue: unknown;
            /** What has to wait. */
            stanza: Stanza;
        }>;
        /** The session went on as `resumed`, or is over; `origin` has no resource any more. @since 0.12 */
        "smacks-hibernation-end": Notification<{
            /** The session whose connection was gone. */
            origin: StreamSession;
            /** What was sent and not acknowledged yet. */
            queue: unknown;
            /** The stream over which the client came back; false where it did not. */
            resumed: C2sSession | boolean;
        }>;
        /** True keeps the notification from being sent. @since 13.0 */
        "cloud_notify/push": Interception<{
            /** The part of the account's JID before @. */
            username: string;
            /** What will be sent to the push service. */
            notification_stanza: Stanza;
            /** The element in it that tells (XEP-0357). */
            notification_payload: Stanza;
            /** What it tells of. */
            original_stanza: Stanza;
            /** What the client registered. */
            push_info: object;
            /** What is told of it, by field. */
            push_summary: unknown;
            /** Whether it tells of a message with a body. */
            important?: boolean | undefined;
        }>;
        /** False refuses. @since 13.0 */
        "cloud_notify/registration": Answer<
            StanzaEvent & {
                /** What the client registers; may be changed. */
                push_info: object;
            },
            boolean
        >;
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
        "account-disco-info": Notification<{
            /** The session that it came over. */
            origin: Origin;
            /** The answer; add to it. */
            reply: Stanza;
        }>;
        /** disco#info of a node of an account. */
        "account-disco-info-node": Interception<DiscoNodeEvent>;
        /** disco#items of an account: add to `reply`. */
        "account-disco-items": Notification<DiscoEvent>;
        /** disco#items of a node of an account. */
        "account-disco-items-node": Interception<DiscoNodeEvent>;
        /** Services are asked for (XEP-0215): change the list. @since 0.12 */
        "external_service/services": Notification<
            StanzaEvent & {
                /** Which kind is asked for. */
                requested_type?: string | undefined;
                /** What the answer will list. */
                services: ExternalService[];
            }
        >;
        /** Credentials are asked for (XEP-0215): change the list. @since 0.12 */
        "external_service/credentials": Notification<
            StanzaEvent & {
                /** For which services credentials are asked for. */
                requested_credentials: unknown;
                /** What the answer will list. */
                services: ExternalService[];
            }
        >;

        // ---- components

        /** An external component has authenticated. */
        "component-authenticated": Notification<SessionEvent<ComponentSession>>;
        /** An external component is gone. */
        "component-disconnected": Notification<
            SessionEvent<ComponentSession> & {
                /** Why, in words. */
                reason?: string | false | undefined;
            }
        >;
        /** True waits on, false closes the connection. */
        "component-read-timeout": Answer<SessionEvent<ComponentSession>, boolean>;

        // ---- other servers

        /** Says whether a server's certificate is to be trusted, by setting `session.cert_chain_status` and its kin; false refuses. */
        "s2s-check-certificate": Answer<
            {
                /** The domain that it should be for. */
                host: string;
                /** The session. */
                session: S2sStream;
                /** The certificate, where there is one. */
                cert?: import("prosody.util.x509").Certificate | undefined;
            },
            boolean
        >;
        /** True marks the stream as authenticated. */
        "s2s-authenticated": Interception<{
            /** The session. */
            session: S2sStream;
            /** The domain that proved what it is. */
            host?: string | undefined;
            /** How. */
            mechanism?: string | undefined;
        }>;
        /** A session to another server was made. @since 0.12 */
        "s2sout-created": Notification<SessionEvent<S2sStream>>;
        /** A connection is about to be made; `resolver` may be replaced. @since 13.0 */
        "s2sout-pre-connect": Notification<
            SessionEvent<S2sStream> & {
                /** What looks the domain up. */
                resolver: import("prosody.net.connect").Resolver;
            }
        >;
        /** Add what the server offers to `features`. */
        "s2s-stream-features": Notification<{
            /** The session that it came over. */
            origin: S2sStream;
            /** The element; add to it. */
            features: Stanza;
        }>;
        /** Add what the server offers to those that are not authenticated. @since 0.12 */
        "s2s-stream-features-legacy": Notification<{
            /** The session that it came over. */
            origin: S2sStream;
            /** The element; add to it. */
            features: Stanza;
        }>;
        /** Look at what the other server offers. @since 13.0 */
        "s2sout-stream-features": Interception<{
            /** The session that it came over. */
            origin: S2sStream;
            /** The element; add to it. */
            features: Stanza;
        }>;
        /** Authenticate to a server without stream features. */
        "s2sout-authenticate-legacy": Interception<{
            /** The session that it came over. */
            origin: S2sStream;
        }>;

        // ---- rooms (XEP-0045)

        /** True refuses; the sender must have been answered. */
        "muc-room-pre-create": Interception<RoomStanzaEvent>;
        /** There is a new room. */
        "muc-room-created": Notification<{
            /** The room. */
            room: MucRoom;
            /** The first occupant. */
            creator?: MucOccupant | undefined;
            /** The presence that made it. */
            stanza?: Presence | undefined;
            /** The session that made it. */
            origin?: Origin | undefined;
        }>;
        /** False keeps a room from being restored. */
        "muc-room-pre-restore": Answer<
            {
                /** Bare JID of the room. */
                jid: string;
                /** What was stored of it; may be changed. */
                data: object;
            },
            false
        >;
        /** A room came back from storage. */
        "muc-room-restored": Notification<{
            /** Bare JID of the room. */
            jid: string;
            /** The room. */
            room: MucRoom;
        }>;
        /** `allowed` may be set to false. @since 0.12 */
        "muc-pre-room-destroy": Notification<{
            /** The room. */
            room: MucRoom;
            /** Where to go instead. */
            newjid?: string | undefined;
            /** Why, in words. */
            reason?: string | undefined;
            /** What the other room asks for. */
            password?: string | undefined;
            /** What occupants will be told. */
            x?: Stanza | undefined;
            /** Whether it may be destroyed; may be set. */
            allowed: boolean;
            /** Why not; may be set. */
            error?: unknown;
        }>;
        /** A room is gone. */
        "muc-room-destroyed": Notification<{
            /** The room. */
            room: MucRoom;
            /** Why, in words. */
            reason?: string | undefined;
            /** Where to go instead. */
            newjid?: string | undefined;
            /** What the other room asks for. */
            password?: string | undefined;
        }>;
        /** A room lets nobody in until its owner has configured it. */
        "muc-room-locked": Notification<{
            /** The room. */
            room: MucRoom;
        }>;
        /** A room lets others in. */
        "muc-room-unlocked": Notification<{
            /** The room. */
            room: MucRoom;
        }>;
        /** True refuses; the sender must have been answered. */
        "muc-occupant-pre-join": Interception<
            RoomStanzaEvent<Presence> & {
                /** The occupant. */
                occupant: MucOccupant;
                /** Whether the occupant had none before. */
                is_first_session: boolean;
                /** Whether the room was made for it. */
                is_new_room?: true | undefined;
            }
        >;
        /** Somebody came in. */
        "muc-occupant-joined": Notification<
            RoomStanzaEvent<Presence> & {
                /** Room JID of the occupant, with the nickname. */
                nick: string;
                /** The occupant. */
                occupant: MucOccupant;
            }
        >;
        /** A further client of an occupant came. */
        "muc-occupant-session-new": Notification<
            RoomStanzaEvent<Presence> & {
                /** Room JID of the occupant, with the nickname. */
                nick: string;
                /** The occupant. */
                occupant: MucOccupant;
                /** Full JID of the session. */
                jid: string;
            }
        >;
        /** True refuses. */
        "muc-occupant-pre-change": Interception<
            RoomStanzaEvent<Presence> & {
                /** The occupant until now. */
                orig_occupant?: MucOccupant | undefined;
                /** The occupant from now on. */
                dest_occupant?: MucOccupant | undefined;
                /** Whether the occupant had none before. */
                is_first_session?: boolean | undefined;
                /** Whether the occupant has no other. */
                is_last_session: boolean;
            }
        >;
        /** True refuses. */
        "muc-occupant-pre-leave": Interception<
            RoomStanzaEvent<Presence> & {
                /** The occupant. */
                occupant: MucOccupant;
                /** Whether the occupant has no other. */
                is_last_session: boolean;
            }
        >;
        /** Somebody left. */
        "muc-occupant-left": Notification<{
            /** The room. */
            room: MucRoom;
            /** Room JID of the occupant, with the nickname. */
            nick: string;
            /** The occupant. */
            occupant: MucOccupant;
            /** The session that left. */
            origin?: Origin | undefined;
            /** The presence that left. */
            stanza?: Stanza | undefined;
        }>;
        /** True keeps the message from the room. */
        "muc-occupant-groupchat": Interception<
            RoomStanzaEvent<Message> & {
                /** Full JID of who sent it. */
                from: string | undefined;
                /** Who sent it; nothing where nobody in the room. */
                occupant: MucOccupant | undefined;
            }
        >;
        /** A message goes to all; true keeps it from them. */
        "muc-broadcast-message": Interception<{
            /** The room. */
            room: MucRoom;
            /** The stanza. */
            stanza: Message;
        }>;
        /** Presence goes to all: change `x` or `stanza`. */
        "muc-broadcast-presence": Notification<RoomPresenceEvent>;
        /** Presence of an occupant is being made: add to it. @since 0.12 */
        "muc-build-occupant-presence": Notification<
            Partial<RoomPresenceEvent> & {
                /** The room. */
                room: MucRoom;
                /** The presence; may be changed. */
                stanza: Presence;
                /** Of the occupant. */
                bare_jid?: string | undefined;
            }
        >;
        /** False keeps the message from being delivered. @since 0.12 */
        "muc-private-message": Answer<RoomStanzaEvent<Message>, false>;
        /** True refuses; the sender must have been answered. */
        "muc-pre-invite": Interception<RoomStanzaEvent<Message>>;
        /** True keeps the invitation from being sent. */
        "muc-invite": Interception<
            RoomStanzaEvent<Message> & {
                /** What came to the room. */
                incoming: Message;
            }
        >;
        /** True refuses. */
        "muc-pre-decline": Interception<RoomStanzaEvent<Message>>;
        /** True keeps it from being sent. */
        "muc-decline": Interception<
            RoomStanzaEvent<Message> & {
                /** What came to the room. */
                incoming: Message;
            }
        >;
        /** Somebody asks for voice. */
        "muc-voice-request": Interception<
            RoomStanzaEvent<Message> & {
                /** The occupant. */
                occupant: MucOccupant;
                /** What the form holds, by field. */
                fields: object;
            }
        >;
        /** A moderator answers. */
        "muc-voice-response": Interception<
            RoomStanzaEvent<Message> & {
                /** The occupant. */
                occupant: MucOccupant;
                /** What the form holds, by field. */
                fields: object;
            }
        >;
        /** Gives the role of those who come without one. */
        "muc-get-default-role": Answer<
            {
                /** The room. */
                room: MucRoom;
                /** What the occupant is to the room; nothing for none. */
                affiliation?: MucAffiliation | undefined;
                /** The same as a number, higher for more. */
                affiliation_rank?: number | undefined;
            },
            MucRole | false
        >;
        /** `allowed` may be set, with an `error`. @since 0.12 */
        "muc-pre-set-role": Notification<{
            /** The room. */
            room: MucRoom;
            /** Who wants it. */
            actor: MucActor;
            /** The occupant. */
            occupant: MucOccupant;
            /** What they are to be; nothing to put them out. */
            role?: MucRole | undefined;
            /** Whether they may; set it to decide. */
            allowed?: boolean | undefined;
            /** Type of the error of a refusal; may be set. */
            error?: string | undefined;
            /** Condition of the error of a refusal; may be set. */
            condition?: string | undefined;
        }>;
        /** `allowed` may be set to false, with an `error`. @since 0.12 */
        "muc-pre-set-affiliation": Notification<
            AffiliationEvent & {
                /** Whether they may; set it to decide. */
                allowed?: boolean | undefined;
                /** What tells of a refusal; may be set. */
                error?: import("prosody.util.stanza").ErrorLike | undefined;
            }
        >;
        /** Somebody has another affiliation. */
        "muc-set-affiliation": Notification<
            AffiliationEvent & {
                /** Whether they are in the room. */
                in_room: boolean;
            }
        >;
        /** What is kept with an affiliation changed, by key. @since 0.12 */
        [event: `muc-set-affiliation-data/${string}`]: Notification<{
            /** The room. */
            room: MucRoom;
            /** Bare JID of whom it is about. */
            jid: string;
            /** What is kept: the end of the event's name. */
            key: string;
            /** What it is now. */
            value: unknown;
            /** What it was. */
            old_value: unknown;
        }>;
        /** Add fields to the room's form. */
        "muc-config-form": Notification<{
            /** The room. */
            room: MucRoom;
            /** JID of who wants to change the settings. */
            actor: string;
            /** The form; add fields to it. */
            form: import("prosody.util.dataforms").Field[];
        }>;
        /** The form was sent; events per field follow. */
        "muc-config-submitted": Notification<RoomConfigEvent>;
        /** A field of the form was sent, by its name: `muc-config-submitted/muc#roomconfig_roomname`. */
        [event: `muc-config-submitted/${string}`]: Notification<
            RoomConfigEvent & {
                /** The field: the end of the event's name. */
                field: string;
                /** What it holds. */
                value: unknown;
            }
        >;
        /** Somebody registered a nickname: change what is kept. @since 0.12 */
        "muc-registration-submitted": Notification<
            RoomStanzaEvent<Iq<"set">> & {
                /** What is kept with the affiliation; add to it. */
                affiliation_data: object;
                /** What the form holds, by field. */
                submitted_data: object;
            }
        >;
        /** Somebody asks what nickname is reserved for them (XEP-0045, section 7.12). */
        "muc-disco#info/x-roomuser-item": Interception<{
            /** The room. */
            room: MucRoom;
            /** The answer; add to it. */
            reply: Stanza;
            /** The stanza. */
            stanza: Iq<"get">;
        }>;
        /** Add to the room's disco#info. */
        "muc-disco#info": Notification<{
            /** The room. */
            room: MucRoom;
            /** The answer; add to it. */
            reply: Stanza;
            /** Fields that tell more; add to them. */
            form: any[];
            /** What is in them, by field. */
            formdata: Record<string, unknown>;
            /** The question. */
            stanza?: Stanza | undefined;
        }>;
        /** Gives the messages of a room's past, by setting `next_stanza`. */
        "muc-get-history": Interception<{
            /** The room. */
            room: MucRoom;
            /** The presence of who joins. */
            stanza: Presence;
            /** Full JID of who joins. */
            to: string;
            /** How many bytes are wanted at most. */
            maxchars?: number | undefined;
            /** How many messages are wanted at most. */
            maxstanzas?: number | undefined;
            /** From when on they are wanted, in seconds since 1970. */
            since?: number | undefined;
            /** The next message of the past; undefined after the last. */
            next_stanza: (this: void, event: any) => Stanza | undefined;
        }>;
        /** A message goes into a room's past. */
        "muc-add-history": Interception<{
            /** The room. */
            room: MucRoom;
            /** The stanza. */
            stanza: Message;
        }>;
        /** Whether a message is kept. */
        "muc-message-is-historic": Answer<
            {
                /** The room. */
                room: MucRoom;
                /** The stanza. */
                stanza: Message;
            },
            boolean
        >;

        // ---- personal eventing and publish-subscribe

        /** A user published an item; of mod_pep_simple alone. */
        "pep-publish-item": Notification<{
            /** The node. */
            node: string;
            /** The part of the account's JID before @. */
            user: string;
            /** JID of who publishes. */
            actor?: string | undefined;
            /** The item's. */
            id: string;
            /** The session of who publishes. */
            session: C2sSession;
            /** The item. */
            item: Stanza;
        }>;
        /** Gives a text for a payload of a namespace. */
        [event: `pubsub-summary/${string}`]: Answer<
            {
                /** What is told: "items", "retract" ... */
                kind: string;
                /** The node. */
                node: string;
                /** Whom it goes to, with the options of their subscriptions. */
                jids: unknown;
                /** Who published it. */
                actor: PubsubActor | undefined;
                /** The item. */
                item: Stanza;
                /** What is in it. */
                payload: Stanza;
            },
            string
        >;
    }

    /** Whether something is done with a message. */
    interface ShouldEvent {
        /** The session that the message came over. */
        session: Origin;
        /** The message. */
        stanza: Message;
        /** Why, for the log; who decides sets it. */
        reason?: string | undefined;
    }
    /** Somebody wants an account, or another password. */
    interface RegistrationEvent extends UserEvent {
        /** In plain text. */
        password?: string | undefined;
        /** Further fields that were sent. */
        additional?: Record<string, string> | undefined;
        /** The address of who registers. */
        ip?: string | undefined;
        /** The session of who registers. */
        session?: Origin | undefined;
        /** Name of the role that the account will have. @since 13.0 */
        role?: string | undefined;
        /** Whether to let it happen; may be set. */
        allowed: boolean;
        /** The account whose password the invitation allows to be set anew. @since 0.12 */
        allow_reset?: string | undefined;
        /** Why not, for people; may be set. */
        reason?: string | undefined;
        /** What the other side can do about a refusal; may be set. */
        error_type?: import("prosody.util.stanza").ErrorType | undefined;
        /** Which error tells of a refusal; may be set. */
        error_condition?: import("prosody.util.stanza").ErrorCondition | undefined;
    }
    /** A stanza to a room. */
    interface RoomStanzaEvent<S extends Stanza = Stanza> {
        /** The room. */
        room: MucRoom;
        /** The session that it came over. */
        origin: Origin;
        /** The stanza. */
        stanza: S;
    }
    /** Presence of an occupant, before the room sends it. */
    interface RoomPresenceEvent {
        /** The room. */
        room: MucRoom;
        /** The presence. */
        stanza: Presence;
        /** What the room says of the occupant: the element of muc#user. */
        x: Stanza;
        /** Whose presence it is. */
        occupant: MucOccupant;
        /** The new nickname, where it changes. */
        nick?: string | undefined;
        /** Who made it happen. */
        actor?: string | undefined;
        /** Why, in the words of who made it happen. */
        reason?: string | undefined;
    }
    /** The form of a room's settings was sent in. */
    interface RoomConfigEvent {
        /** The room. */
        room: MucRoom;
        /** The session of who sent it. */
        origin: Origin;
        /** What was sent. */
        stanza: Stanza;
        /** Bare JID of who sent it. */
        actor: string;
        /** What the form holds, by field. */
        fields: Record<string, unknown>;
        /** Codes of XEP-0045, section 15.6, as keys. */
        status_codes: LuaSet<string>;
        /** Sets an option where its field was sent; true where that changed it. */
        update_option: (this: void, name: string, field: string, allowed?: Record<string, true>) => boolean | undefined;
    }
    /** Somebody is to be something else to a room. */
    interface AffiliationEvent {
        /** The room. */
        room: MucRoom;
        /** Who makes it so; true for the service itself. */
        actor: MucActor;
        /** Bare JID of whom it is about. */
        jid: string;
        /** What they are to be; nothing for none. */
        affiliation?: MucAffiliation | undefined;
        /** What they were; nothing for none. */
        previous_affiliation?: MucAffiliation | undefined;
        /** Why, in the words of the actor. */
        reason?: string | undefined;
        /** What is kept with it, such as a registered nickname. */
        data?: object | undefined;
        /** What was kept with it before. @since 0.12 */
        previous_data?: object | undefined;
    }

    /** Fired by a service of nodes: `module.hook_object_event(service.events, ...)`. */
    interface PubsubEvents {
        /** There is a new node. */
        "node-created": Notification<PubsubNodeEvent>;
        /** A node is gone. */
        "node-deleted": Notification<PubsubNodeEvent>;
        /** All items of a node were taken back. */
        "node-purged": Notification<PubsubNodeEvent>;
        /** A node has a new item. */
        "item-published": Notification<PubsubItemEvent>;
        /** An item of a node, by the node's name; before the event without. */
        [event: `item-published/${string}`]: Notification<PubsubItemEvent>;
        /** An item is gone from a node. */
        "item-retracted": Notification<
            PubsubNodeEvent & {
                /** The item's. */
                id: string;
            }
        >;
        /** Somebody subscribed to a node. */
        "subscription-added": Notification<
            PubsubSubscriptionEvent & {
                /** Options of the subscription. */
                options?: unknown;
            }
        >;
        /** Somebody is subscribed no more. */
        "subscription-removed": Notification<PubsubSubscriptionEvent>;
    }
    /** Something about a node. */
    interface PubsubNodeEvent {
        /** The service. */
        service: PubsubService;
        /** The node. */
        node: string;
        /** Who did it; true for the server itself. */
        actor: PubsubActor;
    }
    /** Something about an item. */
    interface PubsubItemEvent extends PubsubNodeEvent {
        /** The item's. */
        id: string;
        /** The item. */
        item: Stanza;
    }
    /** Something about a subscription. */
    interface PubsubSubscriptionEvent {
        /** The service. */
        service: PubsubService;
        /** The node. */
        node: string;
        /** Who is subscribed. */
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
                /** The status. */
                code: number;
                /** For people. */
                message?: string | undefined;
                /** For the admin alone. */
                private_message?: string | undefined;
                /** What was asked for. */
                request?: HttpRequest | undefined;
                /** What will be sent. */
                response?:
                    | HttpResponse
                    | {
                          /** Headers to add. */
                          headers: Record<string, string>;
                          /** What to answer with. */
                          body: string;
                      }
                    | undefined;
                /** The error, where one led here. @since 0.12 */
                error?: import("prosody.util.error").Error | undefined;
            },
            string
        >;
        /** Gives the page for a folder of files. */
        "directory-index": Answer<
            {
                /** The path of the URL. */
                path: string;
                /** The path of the folder. */
                full_path: string;
            },
            string
        >;
    }

    /** Fired by a client of HTTP: `module.hook_object_event(require("net.http").default.events, ...)`. */
    interface HttpClientEvents {
        /** A request is about to be made: change it, or give another instead. */
        "pre-request": Answer<
            {
                /** The client. */
                http: import("prosody.net.http").Client;
                /** Where it goes. */
                url: string;
                /** What will be sent; may be changed. */
                request: object;
                /** What the caller asked for; may be changed. */
                options: import("prosody.net.http").RequestOptions | undefined;
                /** Gets the answer. */
                callback: (this: void, ...results: any[]) => unknown;
            },
            object
        >;
        /** A request is on its way. */
        request: Notification<{
            /** The client. */
            http: import("prosody.net.http").Client;
            /** What will be sent. */
            request: object;
            /** Where it goes. */
            url: string;
        }>;
        /** An answer came: change it. */
        response: Notification<{
            /** The client. */
            http: import("prosody.net.http").Client;
            /** Where it goes. */
            url: string;
            /** What was sent. */
            request: object;
            /** What came; nothing where the request failed. */
            response: object | undefined;
            /** The body; the reason where there is no response. */
            content: string;
            /** The status; 0 where there is no response. */
            code: number;
            /** Gets the answer. */
            callback: (this: void, ...results: any[]) => unknown;
        }>;
        /** Nobody answers. */
        "request-connection-error": Notification<{
            /** The client. */
            http: import("prosody.net.http").Client;
            /** What was to be sent. */
            request: object;
            /** Where it goes. */
            url: string;
            /** Why. */
            err?: string | undefined;
        }>;
    }

    /** Fired by both ends of a connection of prosodyctl. @since 0.12 */
    interface AdminStreamEvents {
        /** The stream stands. */
        /** The stream stands. @since 0.12 */
        connected: Notification<undefined>;
        /** The stream is gone. */
        /** The stream is over. @since 0.12 */
        disconnected: Notification<
            | {
                  /** Whose it was. */
                  session: StreamBase;
              }
            | undefined
        >;
        /** An element came; true keeps it from the events by name. @since 0.12 */
        received: Interception<Stanza>;
        /** An element came, by its name. */
        /** An element came, by its name. @since 0.12 */
        [event: `received/${string}`]: Interception<Stanza>;
    }

    /** Fired by a kind of state machine; what is returned before a transition forbids it. @since 13.0 */
    interface FsmEvents {
        /** Before any transition; anything but nil prevents it. */
        /** A transition is asked for. @since 13.0 */
        transition: Answer<import("prosody.util.fsm").TransitionEvent, unknown>;
        /** Before a transition, by its name; anything but nil prevents it. */
        /** By the name of the transition. @since 13.0 */
        [event: `transition/${string}`]: Answer<import("prosody.util.fsm").TransitionEvent, unknown>;
        /** Before a state is left, by its name; anything but nil prevents it. */
        /** By the state that is left. @since 13.0 */
        [event: `leave/${string}`]: Answer<import("prosody.util.fsm").TransitionEvent, unknown>;
        /** A state was entered, by its name. */
        /** By the state that was entered. @since 13.0 */
        [event: `enter/${string}`]: Notification<import("prosody.util.fsm").TransitionEvent>;
        /** A transition was gone, by its name. */
        /** By the name of the transition, which is over. @since 13.0 */
        [event: `transitioned/${string}`]: Notification<import("prosody.util.fsm").TransitionEvent>;
        /** Any transition was gone. */
        /** A transition is over. @since 13.0 */
        transitioned: Notification<import("prosody.util.fsm").TransitionEvent>;
    }

    /** The name of an event of a host. */
    type HostEventName = keyof HostEvents & string;
    /** The name of an event of the server. */
    type GlobalEventName = keyof GlobalEvents & string;
}
