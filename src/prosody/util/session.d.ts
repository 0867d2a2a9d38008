/** @noSelfInFile */

/**
 * Building sessions.
 * @see [util/session.lua](https://hg.prosody.im/trunk/file/tip/util/session.lua)
 */
declare module "prosody.util.session" {
    /**
     * A session of a kind, such as "c2s".
     * @see [util/session.lua](https://hg.prosody.im/trunk/file/tip/util/session.lua)
     */
    function new_(type: string): Prosody.StreamSession;
    export { new_ as new };
    /**
     * Gives it a name for the log.
     * @see [util/session.lua](https://hg.prosody.im/trunk/file/tip/util/session.lua)
     */
    export function set_id<S extends Prosody.StreamSession>(session: S): S;
    /**
     * Gives it a logger.
     * @see [util/session.lua](https://hg.prosody.im/trunk/file/tip/util/session.lua)
     */
    export function set_logger<S extends Prosody.StreamSession>(session: S): S;
    /**
     * Gives it a connection.
     * @see [util/session.lua](https://hg.prosody.im/trunk/file/tip/util/session.lua)
     */
    export function set_conn<S extends Prosody.StreamSession>(session: S, conn: Prosody.Connection): S;
    /**
     * Gives it a function that sends.
     * @see [util/session.lua](https://hg.prosody.im/trunk/file/tip/util/session.lua)
     */
    export function set_send<S extends Prosody.StreamSession>(session: S): S;
    /**
     * Gives it a role.
     * @since 13.0
     * @see [util/session.lua](https://hg.prosody.im/trunk/file/tip/util/session.lua)
     */
    export function set_role(session: Prosody.StreamSession, role: Prosody.Role): void;
}
