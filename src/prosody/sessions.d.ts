/** @noSelfInFile */

declare namespace Prosody {
    type Stanza = import("prosody.util.stanza").Stanza;
    type Iq<T extends import("prosody.util.stanza").IqType = import("prosody.util.stanza").IqType> =
        import("prosody.util.stanza").Iq<T>;
    type Message = import("prosody.util.stanza").Message;
    type Presence = import("prosody.util.stanza").Presence;
    type AnyStanza = import("prosody.util.stanza").AnyStanza;
    type Logger = import("prosody.util.logger").Logger;

    /** Why a stream ends (RFC 6120, section 4.9.3), as text or with details. */
    type StreamError = string | Stanza | { condition: string; text?: string | undefined; extra?: Stanza | undefined };

    /** What every session has. */
    interface SessionBase {
        /** Sends a stanza, or raw bytes, to the other side. True-ish where it was written. */
        send(this: void, stanza: Stanza | string): unknown;
        /** Ends the stream. */
        close(reason?: StreamError): void;
    }
    /** A stream over the network. One that is over keeps its log alone; what is sent to it goes nowhere. */
    interface StreamSession extends SessionBase {
        /** The connection; undefined once it is gone. */
        conn?: Connection | undefined;
        /** Writes to the log under the session's name. */
        log: Logger;
        /** The other side's address, where known. */
        ip?: string | undefined;
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
        /** Sends data through the filters of a kind. */
        filter?(this: void, type: import("prosody.util.filters").FilterType, data: any): any;
        /** Takes bytes as if they came from the other side. */
        data?(this: void, data: string): void;
        /** Takes a stanza as if it came from the other side. */
        dispatch_stanza?(stanza: Stanza): unknown;
        /** Opens this side's stream. */
        open_stream?(from?: string, to?: string): unknown;
        /** Starts the stream again, after TLS or authentication. */
        reset_stream?(this: void): void;
        /** Called when it ends. */
        on_destroy?(error?: string): void;
        /** Limits what is read. @removed 0.12 */
        throttle?: import("prosody.util.throttle").Throttle | undefined;
        /** Sends bytes. @since 0.12 */
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

    /** A client that has bound a resource. */
    interface C2sSession extends StreamSession {
        type: "c2s";
        username: string;
        host: string;
        resource: string;
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
        /** When the connection came, in seconds since 1970. */
        conntime: number;
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
        state?: "active" | "inactive" | undefined;
        /** Whether the session was hibernating and came back, or may (XEP-0198). */
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
        /** @since 0.12 */
        csi_resume?: number | undefined;
        /** @since 0.12 */
        csi_measure_buffer_hold?: ((this: void) => void) | undefined;
        /** What mod_csi_pump holds back. @removed 0.12 */
        pump?: object | undefined;
        /** @removed 0.12 */
        _orig_send?: ((this: void, stanza: Stanza | string) => unknown) | undefined;
    }
    /** A client that has not bound a resource. */
    interface C2sUnboundSession extends StreamSession {
        type: "c2s_unauthed" | "c2s_unbound";
        /** Known once authenticated. */
        username?: string | undefined;
        host?: string | undefined;
        resource?: undefined;
        full_jid?: undefined;
        conntime: number;
        /** Seconds until the stream must be set up. @since 13.0 */
        c2s_timeout?: number;
        /** @since 13.0 */
        role?: Role | undefined;
        sasl_handler?: SaslHandler | undefined;
    }
    /** A stream from or to another server. */
    interface S2sSession extends StreamSession {
        type: "s2sin" | "s2sin_unauthed" | "s2sout" | "s2sout_unauthed";
        from_host?: string | undefined;
        to_host?: string | undefined;
        username?: undefined;
        host?: undefined;
        full_jid?: undefined;
        /** Whether this side or the other opened it. */
        direction?: "incoming" | "outgoing" | undefined;
        /** Domains of the other side, and whether they are authenticated. */
        hosts?: Record<string, { authed?: boolean | undefined; [key: string]: unknown }> | undefined;
        /** Whether it stands for the server itself. */
        dummy?: boolean | undefined;
        /** What waits until it stands. */
        sendq?: unknown[] | undefined;
        cert_chain_status?: "valid" | "invalid" | (string & {}) | undefined;
        cert_identity_status?: "valid" | "invalid" | (string & {}) | undefined;
    }
    /** A host of this server or a component, internal or external, as origin of what the server sends itself. */
    interface HostSession extends SessionBase {
        type: "local" | "component";
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
        log?: Logger;
        /** Name of the stream of an external component. */
        streamid?: string | undefined;
        /** Parses what an external component sends. */
        stream?: import("prosody.util.xmppstream").XmppStream<any> | undefined;
        /** Takes bytes as if they came from an external component. */
        data?(this: void, data: string): void;
        /** Takes a stanza as if it came from an external component. */
        dispatch_stanza?(stanza: Stanza): unknown;
        /** Opens this side's stream. */
        open_stream?(from?: string, to?: string): unknown;
        /** Starts the stream again. */
        reset_stream?(this: void): void;
        /** Called when the stream of an external component ends. */
        on_destroy?(error?: string): void;
        /** Whether senders outside of the component's domain are refused. */
        component_validate_from?: boolean;
        username?: undefined;
        full_jid?: undefined;
    }
    /** All sessions of an account. */
    interface UserSession {
        /** By resource. */
        sessions: Record<string, C2sSession | undefined>;
        roster: Roster;
        /** The available sessions with the highest priority. @removed 13.0 Take `prosody.util.presence`. */
        top_resources?: C2sSession[] | undefined;
    }
    /** Where a stanza came from. `type` tells which. */
    type Origin = C2sSession | C2sUnboundSession | S2sSession | HostSession;

    /** RFC 6121, section 2.1.2.5. */
    type Subscription = "none" | "to" | "from" | "both";
    interface RosterItem {
        subscription: Subscription | "remove";
        name?: string | undefined;
        /** The groups as keys. */
        groups: LuaSet<string>;
        /** Whether a subscription request waits for an answer. */
        ask?: "subscribe" | undefined;
        /** Whether a request of the contact is accepted beforehand (RFC 6121, section 3.4). */
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
    type Roster = { [jid: string]: RosterItem | undefined } & {
        readonly get: LuaTableGetMethod<false, RosterMetadata>;
    };

    /** The globals of a loaded module: what it defines as a global is there for those who depend on it. */
    interface ModuleEnvironment {
        readonly module: Module;
        [name: string]: any;
    }
}
