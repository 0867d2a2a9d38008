/** @noSelfInFile */

/**
 * Sessions of clients.
 * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
 */
declare module "prosody.core.sessionmanager" {
    /**
     * A session for a new connection.
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function new_session(conn: Prosody.Connection): Prosody.C2sUnboundSession;
    /**
     * Empties a session that is over; what is sent to it from then on goes nowhere.
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function retire_session(session: Prosody.StreamSession): Prosody.StreamSession;
    /**
     * Lets a session go on over the connection of another, which ends (XEP-0198).
     * @since 13.0
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function update_session(to_session: Prosody.C2sSession, from_session: Prosody.StreamSession): void;
    /**
     * Ends a session and tells the modules.
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function destroy_session(session: Prosody.StreamSession, error?: string): void;
    /**
     * Notes who a session is.
     * @param role_name Another role than that of the account; read from 0.12 on.
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function make_authenticated(
        session: Prosody.C2sUnboundSession,
        username: string,
        role_name?: string,
    ): LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
    /**
     * Binds a resource; one by chance where undefined or "".
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function bind_resource(
        session: Prosody.C2sUnboundSession,
        resource?: string,
    ): LuaMultiReturn<
        | [ok: true]
        | [
              ok: undefined,
              type: import("prosody.util.stanza").ErrorType,
              condition: import("prosody.util.stanza").ErrorCondition,
              text?: string,
          ]
    >;
    /**
     * Sends a stanza to the sessions of a user that are available; how many got it.
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function send_to_available_resources(username: string, host: string, stanza: Prosody.Stanza): number;
    /**
     * Sends a stanza to the sessions of a user that asked for the roster; how many got it.
     * @see [core/sessionmanager.lua](https://hg.prosody.im/trunk/file/tip/core/sessionmanager.lua)
     */
    export function send_to_interested_resources(username: string, host: string, stanza: Prosody.Stanza): number;
}
