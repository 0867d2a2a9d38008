/** @noSelfInFile */

declare namespace Prosody {
    /** The server itself. */
    interface Server {
        /** For instance "0.12.3"; packages add to it. */
        readonly version: string;
        /** Events of the whole server; modules take `module.hook_global`. */
        readonly events: import("prosody.util.events").Events;
        /** Hosts and components by domain. */
        readonly hosts: Record<string, HostSession | undefined>;
        /** Clients by full JID. */
        readonly full_sessions: Record<string, C2sSession | undefined>;
        /** Accounts that are online by bare JID. */
        readonly bare_sessions: Record<string, UserSession | undefined>;
        /** Streams from other servers. */
        readonly incoming_s2s: LuaSet<S2sSession>;
        /** When the server started, in seconds since 1970. */
        readonly start_time: number;
        /** What system it runs on. */
        readonly platform: "posix" | "windows" | "unknown";
        /** Folders. */
        readonly paths: {
            /** Where Prosody's code is. */
            readonly source?: string;
            /** Where the configuration is. */
            readonly config?: string;
            /** Where plugins are looked for: folders, with ; between them. */
            readonly plugins?: string;
            /** Where data is stored. */
            readonly data?: string;
        };
        /** The configuration file. */
        readonly config_file: string;
        /** Command line options. */
        readonly opts: Record<string, string | boolean | undefined>;
        /** Words of the command line. */
        readonly arg: string[];
        /** Whether it is installed, or run from its sources. */
        readonly installed: boolean;
        /** Whether the configuration was read. */
        readonly config_loaded: boolean;
        /** Writes to the log as the server. */
        readonly log: Logger;
        /**
         * Which program this is.
         * @since 0.12
         */
        readonly process_type?: "prosody" | "prosodyctl";
        /** Runs what was put off. @since 0.12 */
        readonly main_thread?: import("prosody.util.async").Runner<(this: void) => void, any>;
        /** Where the number of the process is. @since 13.0 */
        readonly pidfile?: string;
        /** The open file. @since 13.0 */
        readonly pidfile_handle?: LuaFile;
        /**
         * Abilities by name, for finding out whether this version has them.
         * @since 13.0
         */
        readonly features?: import("prosody.util.set").Set<string>;
        /**
         * Settled when the server has started.
         * @since 13.0
         */
        readonly started?: import("prosody.util.promise").Promise<unknown>;
        /** What it is doing. @since 13.0 */
        readonly state?: "starting" | "running" | "stopping" | "stopped";
        /** Routes a stanza as if the origin had sent it; `module.send` is the short way. */
        core_post_stanza(this: void, origin: Origin, stanza: Stanza, preevents?: unknown): void;
        /** Handles a stanza as received from a stream: checks and stamps its addresses first. */
        core_process_stanza(this: void, origin: Origin, stanza: Stanza): void;
        /** Routes a stanza to this or another server. */
        core_route_stanza(this: void, origin: Origin | undefined, stanza: Stanza): void;
        /** Reads the configuration again; true, or false with what is wrong. */
        reload_config(this: void): LuaMultiReturn<[true] | [false, string, unknown?]>;
        /** Opens the log files again. */
        reopen_logfiles(this: void): void;
        /** Stops the server. @param code Exit status. */
        shutdown(this: void, reason?: string, code?: number): void;
        /** Lets nobody write globals of Lua. */
        lock_globals(this: void): void;
        /** Lets them be written. */
        unlock_globals(this: void): void;
    }
}
/** The server itself. */
declare const prosody: Prosody.Server;
