/** @noSelfInFile */
/**
 * Accounts and roles. Functions raise an error for a host that does not exist, unless they say otherwise. https://prosody.im/doc/developers/core/usermanager
 * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
 */
declare module "prosody.core.usermanager" {
    /** True, or nothing and why not. */
    type Outcome = LuaMultiReturn<[ok: true] | [ok: undefined | false, error: string]>;
    /** A role, or none. False where the host does not exist. */
    type RoleOutcome = LuaMultiReturn<[role: Prosody.Role] | [role: undefined | false, error?: string]>;

    /** What is known of an account. */
    export interface AccountInfo {
        /** When it was created, in seconds since 1970. */
        created?: number | undefined;
        /** When its password was set, in seconds since 1970. */
        password_updated?: number | undefined;
        /** Whether it may log in. */
        enabled?: boolean | undefined;
        /** What was kept with that. */
        enabled_meta?: unknown;
    }

    /**
     * Whether a password is right; undefined and a message where it is not or cannot be checked.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function test_password(username: string, host: string, password: string): Outcome;
    /**
     * The password in clear; undefined where the storage keeps only its hash.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_password(username: string, host: string): LuaMultiReturn<[string] | [undefined, string]>;
    /**
     * Sets a password. Mind the order of the arguments.
     * @param resource The session that changed it, which stays.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function set_password(username: string, password: string, host: string, resource?: string): Outcome;
    /**
     * Whether an account exists.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function user_exists(username: string, host: string): LuaMultiReturn<[boolean | undefined, error?: string]>;
    /**
     * Creates an account. Mind the order of the arguments.
     * @param password Undefined makes one that cannot log in.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function create_user(username: string, password: string | undefined, host: string): Outcome;
    /**
     * Creates an account with a role.
     * @since 13.0 Before, take `create_user`.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function create_user_with_role(
        username: string,
        password: string | undefined,
        host: string,
        role: string,
    ): Outcome;
    /**
     * Deletes an account and its data.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function delete_user(username: string, host: string): Outcome;
    /**
     * What is known of an account.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_account_info(
        username: string,
        host: string,
    ): LuaMultiReturn<[info: AccountInfo] | [info: undefined, error: string]>;
    /**
     * Whether an account may log in.
     * @since 13.0 Before, all accounts are enabled.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function user_is_enabled(
        username: string,
        host: string,
    ): LuaMultiReturn<[boolean | undefined, error?: string]>;
    /**
     * Lets an account log in again.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function enable_user(username: string, host: string): Outcome;
    /**
     * Keeps an account from logging in. @param meta Kept with it: who, why.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function disable_user(username: string, host: string, meta?: object): Outcome;
    /**
     * Walks over the usernames of a host.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function users(host: string): LuaIterable<string>;
    /**
     * A handler that authenticates a session.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_sasl_handler(host: string, session: Prosody.C2sUnboundSession): Prosody.SaslHandler;
    /**
     * What authenticates the accounts of a host.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_provider(host: string): Prosody.AuthProvider;
    /**
     * A provider whose every method fails.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function new_null_provider(): Prosody.AuthProvider;
    /**
     * Prepares a host; called by Prosody when it is activated.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function initialize_host(host: string): void;

    /**
     * Whether a JID is an admin of a host. On 13.0 each call logs a warning with a traceback: take `module.may` there.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function is_admin(jid: string, host?: string): boolean | undefined;

    /**
     * The role of an account.
     * @since 13.0 Before, take `is_admin`.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_user_role(user: string, host: string): RoleOutcome;
    /**
     * Gives an account another role.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function set_user_role(user: string, host: string, role_name: string): RoleOutcome;
    /**
     * Whether an account may act in a role.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function user_can_assume_role(user: string, host: string, role_name: string): boolean | undefined;
    /**
     * Gives an account a further role.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function add_user_secondary_role(user: string, host: string, role_name: string): RoleOutcome;
    /**
     * Takes a further role away.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function remove_user_secondary_role(user: string, host: string, role_name: string): Outcome;
    /**
     * The further roles of an account, by name.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_user_secondary_roles(
        user: string,
        host: string,
    ): Record<string, Prosody.Role> | undefined | false;
    /**
     * The role of a JID, of this host or another.
     * @since 13.0 Before, take `is_admin`.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_jid_role(jid: string, host: string): Prosody.Role | undefined;
    /**
     * Gives a JID of another host a role.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function set_jid_role(jid: string, host: string, role_name: string): Outcome;
    /**
     * The users that have a role.
     * @since 0.12
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_users_with_role(role: string, host: string): string[] | undefined | false;
    /**
     * The JIDs that have a role.
     * @since 0.12
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_jids_with_role(role: string, host: string): string[] | undefined | false;
    /**
     * A role by its name.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_role_by_name(role_name: string, host: string): Prosody.Role | undefined | false;
    /**
     * All roles of a host, by name.
     * @since 13.0
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_all_roles(host: string): Record<string, Prosody.Role> | undefined | false;
    /**
     * The names of a JID's roles, as keys.
     * @since 0.12
     * @removed 13.0 Take `get_user_role` or `get_jid_role`.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function get_roles(jid: string, host: string): Record<string, true> | undefined | false;
    /**
     * Gives a JID roles.
     * @since 0.12
     * @removed 13.0 Take `set_user_role` or `set_jid_role`.
     * @see [core/usermanager.lua](https://hg.prosody.im/trunk/file/tip/core/usermanager.lua)
     */
    export function set_roles(jid: string, host: string, roles: Record<string, true>): Outcome;
}
