/** @noSelfInFile */

declare namespace Prosody {
    // ---------------------------------------------------------------- authentication and roles

    /** Whether it worked, and why not. Not told apart as tuples, so that providers can say `$multi(true)`. */
    type ProviderOutcome = LuaMultiReturn<[ok: boolean | undefined, error?: string]>;

    /**
     * Accounts; what `module.provides("auth", ...)` takes, and `prosody.core.usermanager` asks. Functions, not methods. What a
     * provider lacks fails with "method not implemented". https://prosody.im/doc/developers/modules/auth
     */
    interface AuthProvider {
        /** Default the module's name without `auth_`. */
        name?: string;
        /** The module that provides it; set by Prosody. */
        readonly _provided_by?: string;
        /**
         * Whether a password is right.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        test_password?(this: void, username: string, password: string): ProviderOutcome;
        /**
         * The password in clear, where it is known.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        get_password?(this: void, username: string): LuaMultiReturn<[string] | [undefined, string?]>;
        /**
         * Sets a password.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        set_password?(this: void, username: string, password: string): ProviderOutcome;
        /**
         * Whether an account exists.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        user_exists?(this: void, username: string): ProviderOutcome;
        /**
         * Creates an account.
         * @param password Undefined makes an account that cannot log in.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        create_user?(this: void, username: string, password: string | undefined): ProviderOutcome;
        /**
         * Deletes an account.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        delete_user?(this: void, username: string): ProviderOutcome;
        /**
         * Walks over the usernames.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        users?(this: void): LuaIterable<string> | LuaIterable<string, any>;
        /**
         * A handler that authenticates a session; required.
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        get_sasl_handler(this: void, session: C2sUnboundSession): SaslHandler;
        /**
         * What is known of an account.
         * @since 13.0
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        get_account_info?(
            this: void,
            username: string,
        ): LuaMultiReturn<[info: import("prosody.core.usermanager").AccountInfo] | [info: undefined, error?: string]>;
        /**
         * Whether an account may log in.
         * @since 13.0
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        is_enabled?(this: void, username: string): LuaMultiReturn<[boolean | undefined, string?]>;
        /**
         * Lets an account log in again.
         * @since 13.0
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        enable?(this: void, username: string): ProviderOutcome;
        /**
         * Keeps an account from logging in.
         * @since 13.0
         * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
         */
        disable?(this: void, username: string, meta?: object): ProviderOutcome;
    }

    /** One authentication under way; from `prosody.util.sasl`. */
    interface SaslHandler {
        /** How accounts are checked. */
        readonly profile: import("prosody.util.sasl").Profile;
        /** Names of the mechanisms, as keys. */
        readonly mechs: Record<string, true>;
        /** The host. */
        readonly realm: string | undefined;
        /** What was given with it. */
        readonly userdata?: unknown;
        /** The mechanism that was chosen. */
        readonly selected?: string | undefined;
        /** Who it turned out to be; there after success. */
        username?: string | undefined;
        /**
         * The role that it gives; there after success where it is another than that of the account.
         * @since 0.12
         */
        role?: string | undefined;
        /**
         * Names of the mechanisms that can be chosen, as keys.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        mechanisms(): Record<string, true>;
        /**
         * Chooses one; true where it is there and none was chosen before.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        select(mechanism: string): true | undefined;
        /**
         * The next step: its outcome, and data to send or an error condition, and a text.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        process(
            message: string,
        ): LuaMultiReturn<[status: "challenge" | "success" | "failure", data?: string, text?: string]>;
        /**
         * Another one with the same settings.
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        clean_clone(): SaslHandler;
        /**
         * Adds a channel binding (RFC 5929).
         * @see [util/sasl.lua](https://hg.prosody.im/trunk/file/tip/util/sasl.lua)
         */
        add_cb_handler(name: string, handler: (this: void, sasl: SaslHandler) => string | undefined): this;
    }

    /**
     * A named set of permissions; from `prosody.util.roles`.
     * @since 13.0
     */
    interface Role {
        /** Another one for each role object. */
        readonly id: string;
        /** Such as "prosody:admin". */
        readonly name: string;
        /** For people. */
        readonly description?: string | undefined;
        /** Whether it is the role of accounts that have none. */
        readonly default?: boolean | undefined;
        /** Which of a user's roles comes first. */
        readonly priority?: number | undefined;
        /** Roles that decide where this one has nothing to say. */
        readonly inherits?: Role[] | undefined;
        /**
         * Whether an action is permitted; undefined where nothing is said about it.
         * @see [util/roles.lua](https://hg.prosody.im/trunk/file/tip/util/roles.lua)
         */
        may(action: string, context?: unknown): boolean | undefined;
        /**
         * Permits or forbids an action; false where the opposite was set before, unless `overwrite`.
         * @see [util/roles.lua](https://hg.prosody.im/trunk/file/tip/util/roles.lua)
         */
        set_permission(
            permission: string,
            allowed: boolean,
            overwrite?: boolean,
        ): LuaMultiReturn<[ok: true] | [ok: false, error: "policy-already-exists"]>;
        /**
         * A role like it, with differences.
         * @see [util/roles.lua](https://hg.prosody.im/trunk/file/tip/util/roles.lua)
         */
        clone(overrides?: import("prosody.util.roles").RoleConfig): Role;
        /**
         * Walks over actions and whether they are permitted.
         * @see [util/roles.lua](https://hg.prosody.im/trunk/file/tip/util/roles.lua)
         */
        policies(): LuaIterable<LuaMultiReturn<[action: string, allowed: boolean]>, unknown>;
    }

    /**
     * Who has which role; hosts have it as `authz`. Functions, not methods. 0.12 has those about roles by name only.
     * @since 0.12
     */
    interface AuthzProvider {
        /**
         * The users that have a role.
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_users_with_role(this: void, role: string): string[] | undefined;
        /**
         * The JIDs that have a role.
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_jids_with_role(this: void, role: string): string[] | undefined;
        /**
         * The names of an account's roles, as keys.
         * @since 0.12
         * @removed 13.0 Take `get_user_role`.
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_user_roles?(this: void, user: string): Record<string, true>;
        /**
         * Gives an account roles.
         * @since 0.12
         * @removed 13.0 Take `set_user_role`.
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        set_user_roles?(this: void, user: string, roles: Record<string, true>): ProviderOutcome;
        /**
         * The names of a JID's roles, as keys.
         * @since 0.12
         * @removed 13.0 Take `get_jid_role`.
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_jid_roles?(this: void, jid: string): Record<string, true>;
        /**
         * Gives a JID roles.
         * @since 0.12
         * @removed 13.0 Take `set_jid_role`.
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        set_jid_roles?(this: void, jid: string, roles: Record<string, true>): ProviderOutcome;
        /**
         * The role of an account.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_user_role?(this: void, user: string): Role | undefined;
        /**
         * Gives an account another role.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        set_user_role?(this: void, user: string, role: string): LuaMultiReturn<[Role] | [undefined, string]>;
        /**
         * The further roles of an account, by name.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_user_secondary_roles?(this: void, user: string): Record<string, Role> | undefined;
        /**
         * Gives an account a further role.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        add_user_secondary_role?(this: void, user: string, role: string): LuaMultiReturn<[Role] | [undefined, string]>;
        /**
         * Takes a further role away.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        remove_user_secondary_role?(this: void, user: string, role: string): ProviderOutcome;
        /**
         * Whether an account may act in a role.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        user_can_assume_role?(this: void, user: string, role: string): boolean | undefined;
        /**
         * The role of a JID of another host.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_jid_role?(this: void, jid: string): Role | undefined;
        /**
         * Gives a JID of another host a role.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        set_jid_role?(this: void, jid: string, role: string): ProviderOutcome;
        /**
         * A role by its name.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_role_by_name?(this: void, role: string): Role | undefined;
        /**
         * All roles by name.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        get_all_roles?(this: void): Record<string, Role> | undefined;
        /**
         * Gives a role a permission, unless an admin took it away.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        add_default_permission?(this: void, role: string, action: string, allowed?: boolean): unknown;
        /**
         * Adds a role.
         * @since 13.0
         * @see [plugins/mod_authz_internal.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_authz_internal.lua)
         */
        register_role?(this: void, role: Role): unknown;
    }

    // ---------------------------------------------------------------- storage

    /** Any kind of store. */
    type AnyStore = KeyvalStore<any> | MapStore<any> | ArchiveStore<any>;
    /**
     * Keeps data; what `module.provides("storage", ...)` takes. https://prosody.im/doc/developers/modules/storage
     */
    interface StorageProvider {
        /** Default the module's name without `storage_`. */
        name?: string;
        /**
         * A store of the host; undefined and "unsupported-store" for a type that it cannot keep.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        open(
            store: string,
            type?: "keyval" | "map" | "archive" | (string & {}),
        ): LuaMultiReturn<[store: AnyStore] | [store: undefined, error: "unsupported-store" | (string & {})]>;
        /**
         * Deletes all data of a user.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        purge?(username: string): ProviderOutcome;
        /**
         * Walks over the names of a user's stores; those of all users for true.
         * @see [core/storagemanager.lua](https://hg.prosody.im/trunk/file/tip/core/storagemanager.lua)
         */
        stores?(username?: string | true, type?: string): LuaIterable<string> | LuaIterable<string, any>;
    }

    // ---------------------------------------------------------------- network services

    /** A service on a port; what `module.provides("net", ...)` takes. https://prosody.im/doc/developers/portmanager */
    interface NetProvider {
        /** Default the module's name. */
        name?: string;
        /** Handles its connections. */
        listener: Listener;
        /** The port where the configuration names none. */
        default_port?: number;
        /** The ports where the configuration names none. */
        default_ports?: number[];
        /** The address to listen on where the configuration names none. */
        default_interface?: string;
        /** Options that configure it start with this and `_`; default its name. */
        config_prefix?: string;
        /** "ssl": TLS from the first byte on; "starttls": the listener starts it. */
        encryption?: "ssl" | "starttls";
        /** Settings of TLS. */
        ssl_config?: object;
        /** Listens on local interfaces only, unless configured otherwise. */
        private?: boolean;
        /** How mod_net_multiplex tells it from others on the same port. */
        multiplex?: {
            /** Lua pattern of its first bytes. */
            pattern?: string;
            /** Protocol of ALPN (RFC 7301). */
            protocol?: string;
        };
    }

    // ---------------------------------------------------------------- ad-hoc commands (XEP-0050)

    /** Who may run a command: anybody, the host's users, admins of the host or of the server. "check" is for `module.may`. */
    type AdhocPermission = "any" | "local_user" | "admin" | "global_admin" | "check";
    /** A step of a command as it came. */
    interface AdhocData {
        /** Whose step it is. @since 13.0 Before, take `from`. */
        origin?: Origin;
        /** The whole request. @since 13.0 */
        stanza?: Iq<"set">;
        /** The host or account that is asked. */
        to: string;
        /** Full JID of who asks. */
        from: string;
        /** What the user does with the form. */
        action: "execute" | "next" | "prev" | "complete" | "cancel" | (string & {});
        /** The form that was filled in. */
        form?: Stanza | undefined;
    }
    /** A form to fill in, with values in it or without. */
    type AdhocForm =
        | import("prosody.util.dataforms").Form<any>
        | {
              /** The form. */
              layout: import("prosody.util.dataforms").Form<any>;
              /** What is in its fields. */
              values?: object | undefined;
          };
    /** What a step leads to. */
    interface AdhocResult {
        /** How far it is. */
        status: "executing" | "completed" | "canceled" | "error";
        /** A text that tells something. */
        info?: string | undefined;
        /** A text that warns of something. */
        warn?: string | undefined;
        /** With status "error" the whole answer is this error (from 13.0 on); else its `message` is shown. */
        error?:
            | {
                  /** What went wrong. */
                  message: string;
              }
            | import("prosody.util.stanza").ErrorLike
            | undefined;
        /** A form to fill in. */
        form?: AdhocForm | undefined;
        /** A form that shows the outcome. */
        result?: AdhocForm | undefined;
        /** What may be done next; in Lua the key `default` names what is meant by "execute". */
        actions?: ("prev" | "next" | "complete")[] | undefined;
        /** Further content of the answer. */
        other?: Stanza | undefined;
    }
    /** Runs a step; the second result comes back as `state` with the next one, unless the command has ended. */
    type AdhocHandler<S = any> = (
        this: void,
        command: AdhocCommand,
        data: AdhocData,
        state: S | undefined,
    ) => AdhocResult | LuaMultiReturn<[result: AdhocResult, state?: S]> | PromisedStep<S>;
    /** A command; made by `module.require("adhoc").new`. */
    interface AdhocCommand {
        /** For people. */
        name: string;
        /** Names the command for clients. */
        node: string;
        /** Runs it, step by step. */
        handler: AdhocHandler;
        /** Who may run it. */
        permission: AdhocPermission;
        /**
         * The `<command>` element of an answer.
         * @see [plugins/adhoc/adhoc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/adhoc/adhoc.lib.lua)
         */
        cmdtag(status: string, sessionid?: string, action?: string): Stanza;
    }
}
