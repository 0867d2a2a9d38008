/** @noSelfInFile */

/**
 * Which of a user's sessions come first.
 * @see [util/presence.lua](https://hg.prosody.im/trunk/file/tip/util/presence.lua)
 */
declare module "prosody.util.presence" {
    /**
     * The available sessions with the highest priority that is not negative.
     * @see [util/presence.lua](https://hg.prosody.im/trunk/file/tip/util/presence.lua)
     */
    export function select_top_resources(user: Prosody.UserSession): Prosody.C2sSession[];
    /**
     * Notes them in the user's `top_resources`.
     * @see [util/presence.lua](https://hg.prosody.im/trunk/file/tip/util/presence.lua)
     */
    export function recalc_resource_map(user: Prosody.UserSession | undefined): void;
}
