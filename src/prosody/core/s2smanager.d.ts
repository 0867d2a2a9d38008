/** @noSelfInFile */

/**
 * Streams to and from other servers.
 * @see [core/s2smanager.lua](https://hg.prosody.im/trunk/file/tip/core/s2smanager.lua)
 */
declare module "prosody.core.s2smanager" {
    /**
     * A session for a connection from another server.
     * @see [core/s2smanager.lua](https://hg.prosody.im/trunk/file/tip/core/s2smanager.lua)
     */
    export function new_incoming(conn: Prosody.Connection): Prosody.S2sSession;
    /**
     * A session for a connection to another server.
     * @see [core/s2smanager.lua](https://hg.prosody.im/trunk/file/tip/core/s2smanager.lua)
     */
    export function new_outgoing(from_host: string, to_host: string): Prosody.S2sSession;
    /**
     * Empties a session that is over.
     * @see [core/s2smanager.lua](https://hg.prosody.im/trunk/file/tip/core/s2smanager.lua)
     */
    export function retire_session(session: Prosody.S2sSession, reason?: string): Prosody.S2sSession;
    /**
     * Ends a session, answers what waits in it with errors, and tells the modules.
     * @see [core/s2smanager.lua](https://hg.prosody.im/trunk/file/tip/core/s2smanager.lua)
     */
    export function destroy_session(
        session: Prosody.S2sSession,
        reason?: string,
        bounce_reason?: string | import("prosody.util.stanza").ErrorLike,
    ): true | undefined;
    /**
     * All streams from other servers.
     * @see [core/s2smanager.lua](https://hg.prosody.im/trunk/file/tip/core/s2smanager.lua)
     */
    export const incoming_s2s: LuaSet<Prosody.S2sSession>;
}
