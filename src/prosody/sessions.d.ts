/** @noSelfInFile */

declare namespace Prosody {
    /** An element of XML, from `prosody.util.stanza`. */
    type Stanza = import("prosody.util.stanza").Stanza;
    /** An info/query stanza (RFC 6120, section 8.2.3). */
    type Iq<T extends import("prosody.util.stanza").IqType = import("prosody.util.stanza").IqType> =
        import("prosody.util.stanza").Iq<T>;
    /** A message stanza (RFC 6121, section 5). */
    type Message = import("prosody.util.stanza").Message;
    /** A presence stanza (RFC 6121, section 4). */
    type Presence = import("prosody.util.stanza").Presence;
    /** A message, presence or info/query stanza. */
    type AnyStanza = import("prosody.util.stanza").AnyStanza;
    /** Writes to the log. */
    type Logger = import("prosody.util.logger").Logger;

    /** Why a stream ends (RFC 6120, section 4.9.3), as text or with details. */
    type StreamError =
        | string
        | Stanza
        | {
              /** Such as "policy-violation" (RFC 6120, section 4.9.3). */
              condition: string;
              /** For people. */
              text?: string | undefined;
              /** An element that says more. */
              extra?: Stanza | undefined;
          };

    /** What every session has. */
    interface SessionBase {
        /**
         * Sends a stanza, or raw bytes, to the other side. True-ish where it was written.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        send(this: void, stanza: Stanza | string): unknown;
        /**
         * Ends the stream.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        close(reason?: StreamError): void;
    }
    /** What every stream over the network has, whoever is at its other end. */
    interface StreamBase {
        /** The connection; undefined once it is gone. */
        conn?: Connection | undefined;
        /** Writes to the log under the session's name. */
        log: Logger;
        /** The other side's address, where known. */
        ip?: string | undefined;
        /** The id in the stream's header. */
        streamid?: string | undefined;
        /** Whether TLS protects the stream. */
        secure?: boolean | undefined;
        /** Whether it is over: nothing that is sent arrives. */
        destroyed?: boolean | undefined;
        /** Whether the other side has not opened its stream yet. */
        notopen?: boolean | undefined;
        /** Version of the stream, 1 for XMPP 1.0. */
        version?: number | undefined;
        /** Parses what comes. */
        stream?: import("prosody.util.xmppstream").XmppStream<any> | undefined;
        /** Runs the handlers of what comes, one after the other. */
        thread?: import("prosody.util.async").Runner<any, any> | undefined;
        /** Filters by kind; take `prosody.util.filters`. */
        filters?: object | undefined;
        /**
         * Sends data through the filters of a kind.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        filter?(this: void, type: import("prosody.util.filters").FilterType, data: any): any;
        /**
         * Takes a stanza as if it came from the other side.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        dispatch_stanza?(stanza: Stanza): unknown;
        /**
         * Opens this side's stream.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        open_stream?(from?: string, to?: string): unknown;
        /**
         * Starts the stream again, after TLS or authentication.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        reset_stream?(this: void): void;
        /**
         * Called when it ends.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        on_destroy?(error?: string): void;
        /** Limits what is read. @removed 0.12 */
        throttle?: import("prosody.util.throttle").Throttle | undefined;
        /**
         * Sends bytes.
         * @since 0.12
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        rawsend?(this: void, data: string | Stanza): unknown;
        /** `type` without what follows the underscore. @since 0.12 */
        base_type?: string | undefined;
        /** Name for the log. @since 0.12 */
        id?: string | undefined;
        /** Settings of TLS. @since 0.12 */
        ssl_cfg?: object | undefined;
        /** Context of TLS. @since 0.12 */
        ssl_ctx?: object | undefined;
        /** How many bytes a stanza may have. @since 0.12 */
        stanza_size_limit?: number | undefined;
        /** When it began, in seconds since 1970. @since 13.0 */
        since?: number | undefined;
    }

    /** A stream to which stanzas can be sent. */
    interface StreamSession extends SessionBase, StreamBase {}

    /** What a client's session becomes when it is over: what is sent to it goes nowhere. */
    interface DestroyedSession {
        /** It is over. */
        type: "c2s_destroyed";
        /** Whether it is over. */
        destroyed?: boolean | undefined;
        /** Writes to the log under the session's name. */
        log: Logger;
        /**
         * Does nothing and gives false.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        send(this: void, stanza: Stanza | string): unknown;
        /**
         * Does nothing.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        close(reason?: StreamError): unknown;
        /** Its name in the log. @since 0.12 */
        id?: string | undefined;
        /**
         * Drops what comes.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        data?(this: void, data: string): void;
        /**
         * Drops bytes.
         * @since 0.12
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        rawsend?(this: void, data: string | Stanza): unknown;
        /**
         * Gives back what it is given.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        filter?(this: void, type: import("prosody.util.filters").FilterType, data: any): any;
        /** What drops what comes. */
        thread?: object | undefined;
        /** It has no account. */
        username?: undefined;
        /** It belongs to no host. */
        host?: undefined;
        /** It has no resource. */
        resource?: undefined;
        /** It has no full JID. */
        full_jid?: undefined;
    }

    /** A client that has bound a resource. */
    interface C2sSession extends StreamSession {
        /**
         * Takes bytes as if they came from the other side.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        data?(this: void, data: string): void;
        /** It is bound to a resource. */
        type: "c2s";
        /** The account, the part of the JID before @. */
        username: string;
        /** The host of the account. */
        host: string;
        /** What tells it from other clients of the account. */
        resource: string;
        /** The client's JID with its resource. */
        full_jid: string;
        /** The last presence that was sent to all; undefined while unavailable. */
        presence?: Presence | undefined;
        /** That of the last presence; undefined while unavailable. */
        priority?: number | undefined;
        /** Whether the client asked for its roster and so gets pushes. */
        interested?: boolean | undefined;
        /** The contacts of the account; loaded with the first session. */
        roster?: Roster | undefined;
        /** JIDs that got directed presence. */
        directed?: LuaSet<string> | undefined;
        /** When the connection came, in seconds since 1970; undefined over HTTP (BOSH, WebSocket). */
        conntime?: number | undefined;
        /** Seconds until the stream must be set up. @since 13.0 */
        c2s_timeout?: number;
        /**
         * The role that decides what the session may do.
         * @since 13.0
         */
        role?: Role | undefined;
        /** Whether the client asked for the archive (XEP-0313). */
        mam_requested?: boolean | undefined;
        /** Whether carbons (XEP-0280) are on: the namespace of their version. */
        want_carbons?: string | false | undefined;
        /** The client's state (XEP-0352). */
        state?: "active" | "inactive" | "flushing" | undefined;
        /** Whether the session was hibernating and came back, or may (XEP-0198). @since 0.12 */
        hibernating?: number | false | undefined;
        /** The namespace of stream management (XEP-0198) where it is on. @since 0.12 */
        smacks?: string | boolean | undefined;
        /** What was sent and not acknowledged. @since 0.12 */
        outgoing_stanza_queue?: object | undefined;
        /** How many stanzas came. @since 0.12 */
        handled_stanza_count?: number | undefined;
        /** The count at which an acknowledgement was last asked for. @since 0.12 */
        last_requested_h?: number | undefined;
        /** Whether an acknowledgement was asked for. @since 0.12 */
        awaiting_ack?: boolean | undefined;
        /** Timer until it is asked for. @since 0.12 */
        delayed_ack_timer?: unknown;
        /** What the client shows to go on with the session. @since 0.12 */
        resumption_token?: string | undefined;
        /** How many stanzas mod_csi_simple holds back. @since 0.12 */
        csi_counter?: number | undefined;
        /** Timer after which stanzas are held back again. @since 0.12 */
        csi_resume?: number | undefined;
        /** Ends measuring how long stanzas are held back. @since 0.12 */
        csi_measure_buffer_hold?: ((this: void) => void) | undefined;
        /** What mod_csi_pump holds back. @removed 0.12 */
        pump?: object | undefined;
        /** What mod_csi_simple has put itself in front of. @removed 0.12 */
        _orig_send?: ((this: void, stanza: Stanza | string) => unknown) | undefined;
    }
    /** A client that has not bound a resource. */
    interface C2sUnboundSession extends StreamSession {
        /**
         * Takes bytes as if they came from the other side.
         * @see [plugins/mod_c2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_c2s.lua)
         */
        data?(this: void, data: string): void;
        /** Whether it has authenticated. */
        type: "c2s_unauthed" | "c2s_unbound";
        /** Known once authenticated. */
        username?: string | undefined;
        /** The host that the client asked for. */
        host?: string | undefined;
        /** It has none yet. */
        resource?: undefined;
        /** It has none yet. */
        full_jid?: undefined;
        /** When the connection came, in seconds since 1970; undefined over HTTP (BOSH, WebSocket). */
        conntime?: number | undefined;
        /** Seconds until the stream must be set up. @since 13.0 */
        c2s_timeout?: number;
        /** What it may do, once authenticated. @since 13.0 */
        role?: Role | undefined;
        /** The authentication under way. */
        sasl_handler?: SaslHandler | undefined;
    }
    /** A stream from or to another server, from the first byte to the last. */
    interface S2sStream extends StreamBase {
        /**
         * Takes bytes as if they came from the other side.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        data?(this: void, data: string): void;
        /** Its direction, and whether it has authenticated. */
        type: "s2sin" | "s2sin_unauthed" | "s2sout" | "s2sout_unauthed" | "s2s_destroyed";
        /** The domain that sends over it. */
        from_host?: string | undefined;
        /** The domain that receives over it. */
        to_host?: string | undefined;
        /** It has no account. */
        username?: undefined;
        /** The host of this server; on 0.11 of outgoing streams only. */
        host?: string | undefined;
        /** It has no full JID. */
        full_jid?: undefined;
        /**
         * Sends a stanza to the other side; a stream to a server that is not told to take both ways has none.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        send?(this: void, stanza: Stanza | string): unknown;
        /**
         * Sends to the other side whatever the stream is for: dialback, stream features.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        sends2s?(this: void, stanza: Stanza | string): unknown;
        /**
         * Ends the stream.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        close?(reason?: StreamError, remote_reason?: string, bounce_reason?: string): void;
        /** Whether the other side may send stanzas over it. @since 0.12 */
        incoming?: boolean | undefined;
        /** Whether this side may send stanzas over it. @since 0.12 */
        outgoing?: boolean | undefined;
        /** Whether the other side opened its stream once. @since 0.12 */
        had_stream?: boolean | undefined;
        /** Timer that ends a stream which does not stand in time. @since 0.12 */
        connect_timeout?: unknown;
        /**
         * Answers what waits with errors.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        bounce_sendq?(reason?: string): void;
        /**
         * Adds attributes to the opening tag of this side's stream.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        stream_attrs?(from: string | undefined, to: string | undefined, attributes: Record<string, string>): void;
        /** Whether an address is being looked up or connected to. @removed 0.12 */
        connecting?: boolean | undefined;
        /** Looks the other side's address up. @removed 0.12 */
        resolver?: object | undefined;
        /** Whether this side or the other opened it. */
        direction?: "incoming" | "outgoing" | "destroyed" | undefined;
        /** Domains of the other side, and whether they are authenticated. */
        hosts?:
            | Record<
                  string,
                  {
                      /** Whether the domain may send. */
                      authed?: boolean | undefined;
                      /** What modules keep of the domain. */
                      [key: string]: unknown;
                  }
              >
            | undefined;
        /** Only what stands for a server that could not be reached has it. */
        dummy?: undefined;
        /** What waits until it stands. */
        sendq?: unknown[] | undefined;
        /** Whether somebody trusted has signed the certificate. */
        cert_chain_status?: "valid" | "invalid" | (string & {}) | undefined;
        /** Whether the certificate is for the domain. */
        cert_identity_status?: "valid" | "invalid" | (string & {}) | undefined;
    }
    /** Stands for another server that could not be reached, as origin of the errors for what waited for it. */
    interface UnreachableServer extends SessionBase {
        /** As if the other server itself had answered. */
        type: "s2sin";
        /** Tells it from streams of other servers. */
        dummy: true;
        /** It is no stream, and has no log. */
        log?: undefined;
        /** It is no stream. */
        conn?: undefined;
        /** It has no address. */
        ip?: undefined;
        /** It has no account. */
        username?: undefined;
        /** It is of no host. */
        host?: undefined;
        /** It has no JID. */
        full_jid?: undefined;
    }
    /** A stream of another server that may send stanzas. */
    interface S2sSession extends S2sStream {
        /** Its direction, and whether it has authenticated. */
        type: "s2sin" | "s2sin_unauthed" | "s2sout" | "s2sout_unauthed";
        /**
         * Sends a stanza or text over it.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        send(this: void, stanza: Stanza | string): unknown;
        /**
         * Ends it.
         * @see [plugins/mod_s2s.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_s2s.lua)
         */
        close(reason?: StreamError, remote_reason?: string, bounce_reason?: string): void;
    }
    /** The stream of an external component (XEP-0114), as origin of what the component sends. */
    interface ComponentSession extends StreamSession {
        /**
         * Takes bytes as if they came from the other side.
         * @see [plugins/mod_component.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_component.lua)
         */
        data?(this: void, conn: Connection | undefined, data: string): void;
        /** The latter until the handshake, and again when it is over. */
        type: "component" | "component_unauthed";
        /** The component's domain. */
        host: string;
        /** Whether senders outside of the component's domain are refused. */
        component_validate_from?: boolean;
        /** It has no account. */
        username?: undefined;
        /** It has no full JID. */
        full_jid?: undefined;
    }
    /** A host of this server or a component, internal or external, as origin of what the server sends itself. */
    interface HostSession extends SessionBase {
        /** Whether it has accounts or is a component. */
        type: "local" | "component";
        /** Its domain. */
        host: string;
        /** Fires events on the host. */
        events: import("prosody.util.events").Events;
        /** The environments of the loaded modules by name. */
        modules: Record<string, ModuleEnvironment | undefined>;
        /** Sessions by username; on hosts with accounts only. */
        sessions?: Record<string, UserSession | undefined>;
        /** The host's accounts; on hosts with accounts only. */
        users?: AuthProvider;
        /**
         * What knows the roles.
         * @since 0.12
         */
        authz?: AuthzProvider;
        /** Rosters of users that are not online; there once one was loaded. */
        roster_cache?: import("prosody.util.cache").Cache<string, Roster>;
        /** Streams to other servers by domain. */
        s2sout: Record<string, S2sSession | undefined>;
        /** The stream of an external component while it is connected. */
        conn?: Connection | undefined;
        /** Writes to the log under the host's name. */
        log?: Logger;
        /** Name of the stream of an external component. */
        streamid?: string | undefined;
        /** Parses what an external component sends. */
        stream?: import("prosody.util.xmppstream").XmppStream<any> | undefined;
        /**
         * Takes bytes as if they came from an external component.
         * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
         */
        data?(this: void, data: string): void;
        /**
         * Takes a stanza as if it came from an external component.
         * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
         */
        dispatch_stanza?(stanza: Stanza): unknown;
        /**
         * Opens this side's stream.
         * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
         */
        open_stream?(from?: string, to?: string): unknown;
        /**
         * Starts the stream again.
         * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
         */
        reset_stream?(this: void): void;
        /**
         * Called when the stream of an external component ends.
         * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
         */
        on_destroy?(error?: string): void;
        /** Whether senders outside of the component's domain are refused. */
        component_validate_from?: boolean;
        /** It has no account. */
        username?: undefined;
        /** It has no JID. */
        full_jid?: undefined;
    }
    /** All sessions of an account. */
    interface UserSession {
        /** By resource. */
        sessions: Record<string, C2sSession | undefined>;
        /** The account's contacts. */
        roster: Roster;
        /** The available sessions with the highest priority. */
        top_resources?: C2sSession[] | undefined;
    }
    /** Where a stanza came from. `type` tells which. */
    type Origin = C2sSession | C2sUnboundSession | S2sSession | UnreachableServer | ComponentSession | HostSession;

    /** RFC 6121, section 2.1.2.5. */
    type Subscription = "none" | "to" | "from" | "both";
    /** A contact in a roster. */
    interface RosterItem {
        /** Who sees whose presence; "remove" in pushes that take a contact away. */
        subscription: Subscription | "remove";
        /** What the user calls it. */
        name?: string | undefined;
        /** The groups as keys. */
        groups: LuaSet<string>;
        /** Whether a subscription request waits for an answer. */
        ask?: "subscribe" | undefined;
        /** Whether a request of the contact is accepted beforehand (RFC 6121, section 3.4). @since 0.12 */
        approved?: string | undefined;
        /** Whether the item is to go when it is pushed. */
        persist?: false | undefined;
    }
    /** What a roster knows besides its contacts. */
    interface RosterMetadata {
        /** Goes up with each change; true where the roster is never saved. */
        version?: number | true | undefined;
        /** Subscription requests that wait for the user, by bare JID: the stanza, or true. */
        pending: Record<string, import("prosody.util.stanza").SerializedStanza | true | undefined>;
        /** Why the roster could not be loaded; it is not saved then. */
        broken?: string | undefined;
    }
    /**
     * Contacts by bare JID. Under the key false are the roster's own data, `roster.get(false)`: whoever walks over a roster with
     * `pairs` meets that key too.
     */
    type Roster = {
        /** A contact by bare JID. */
        [jid: string]: RosterItem | undefined;
    } & {
        /** The roster's own data, under the key false. */
        readonly get: LuaTableGetMethod<false, RosterMetadata>;
    };

    /** The globals of a loaded module: what it defines as a global is there for those who depend on it. */
    interface ModuleEnvironment {
        /** The module itself. */
        readonly module: Module;
        /** A global that the module has defined. */
        [name: string]: any;
    }
}
