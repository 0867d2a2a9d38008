/** @noSelfInFile */

/**
 * The connection between prosodyctl and the server.
 * @since 0.12
 * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
 */
declare module "prosody.util.adminstream" {
    import type { Events } from "prosody.util.events";
    import type { Stanza } from "prosody.util.stanza";
    /** The side that asks. */
    export interface AdminClient {
        /** It is the side that connects. */
        readonly type: "client";
        /** Fires connected, disconnected, received, and received/NAME. */
        readonly events: Events<Prosody.AdminStreamEvents>;
        /** What the connection calls. */
        readonly listeners: Prosody.Listener;
        /** Writes to the log. */
        readonly log: import("prosody.util.logger").Logger;
        /**
         * Sends a stanza; there once connected.
         * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
         */
        send?(this: void, stanza: Stanza | string): unknown;
        /**
         * Ends the stream; there once connected.
         * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
         */
        close?(reason?: string): void;
    }
    /** The side that answers. */
    export interface AdminServer {
        /** Fired with what clients send. @since 13.0 */
        readonly events?: Events<Prosody.AdminStreamEvents>;
        /** What connections call. */
        readonly listeners: Prosody.Listener;
    }
    /**
     * A client, not connected.
     * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
     */
    export function client(): AdminClient;
    /**
     * A connection over a socket of the file system.
     * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
     */
    export function connection(
        socket_path: string,
        listeners: Prosody.Listener,
    ): {
        /**
         * Opens the connection.
         * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
         */
        connect(this: void): LuaMultiReturn<[unknown] | [undefined, string]>;
        /**
         * Closes it.
         * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
         */
        disconnect(this: void): void;
    };
    /**
     * A server.
     * @param stanza_handler Gets what clients send.
     * @see [util/adminstream.lua](https://hg.prosody.im/trunk/file/tip/util/adminstream.lua)
     */
    export function server(
        sessions: object,
        stanza_handler: (this: void, session: Prosody.StreamSession, stanza: Stanza) => unknown,
    ): AdminServer;
}
