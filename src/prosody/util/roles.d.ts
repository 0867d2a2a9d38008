/** @noSelfInFile */

/**
 * Roles: named sets of permissions. https://prosody.im/doc/developers/permissions
 * @since 13.0
 * @see [util/roles.lua](https://hg.prosody.im/trunk/file/tip/util/roles.lua)
 */
declare module "prosody.util.roles" {
    /** What a role is like. */
    export interface RoleConfig {
        /** What it is called. */
        name?: string;
        /** For people. */
        description?: string;
        /** Whether it is the role of accounts that have none. */
        default?: boolean;
        /** Which of a user's roles comes first. */
        priority?: number;
        /** Permitted and forbidden actions. */
        permissions?: Record<string, boolean>;
        /** Roles that decide where this one has nothing to say. */
        inherits?: Prosody.Role[];
    }
    /**
     * A role.
     * @see [util/roles.lua](https://hg.prosody.im/trunk/file/tip/util/roles.lua)
     */
    function new_(base: RoleConfig | Prosody.Role, overrides?: RoleConfig): Prosody.Role;
    export { new_ as new };
    /**
     * Whether a value is a role.
     * @see [util/roles.lua](https://hg.prosody.im/trunk/file/tip/util/roles.lua)
     */
    export function is_role(value: unknown): value is Prosody.Role;
}
