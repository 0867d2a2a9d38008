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
    /** A stream over the network. */
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
        /** Seconds that the client may be silent. */
        c2s_timeout?: number;
        /**
         * The role that decides what the session may do.
         * @since 13.0
         */
        role?: Role | undefined;
        /** @since 0.12 */
        id?: string;
        /** Whether carbons (XEP-0280) are on: the namespace of their version. */
        want_carbons?: string | false | undefined;
        /** The client's state (XEP-0352). */
        state?: "active" | "inactive" | undefined;
        /** Whether the session was hibernating and came back, or may (XEP-0198). */
        hibernating?: number | false | undefined;
    }
    /** A client that has not bound a resource. */
    interface C2sUnboundSession extends StreamSession {
        type: "c2s_unauthed" | "c2s_unbound";
        /** Known once authenticated. */
        username?: string | undefined;
        host?: string | undefined;
        resource?: undefined;
        full_jid?: undefined;
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
        username?: undefined;
        full_jid?: undefined;
    }
    /** All sessions of an account. */
    interface UserSession {
        /** By resource. */
        sessions: Record<string, C2sSession | undefined>;
        roster: Roster;
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
