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
        /**
         * Routes a stanza as if the origin had sent it; `module.send` is the short way.
         * @see [core/stanza_router.lua](https://hg.prosody.im/trunk/file/tip/core/stanza_router.lua)
         */
        core_post_stanza(this: void, origin: Origin, stanza: Stanza, preevents?: unknown): void;
        /**
         * Handles a stanza as received from a stream: checks and stamps its addresses first.
         * @see [core/stanza_router.lua](https://hg.prosody.im/trunk/file/tip/core/stanza_router.lua)
         */
        core_process_stanza(this: void, origin: Origin, stanza: Stanza): void;
        /**
         * Routes a stanza to this or another server.
         * @see [core/stanza_router.lua](https://hg.prosody.im/trunk/file/tip/core/stanza_router.lua)
         */
        core_route_stanza(this: void, origin: Origin | undefined, stanza: Stanza): void;
        /**
         * Reads the configuration again; true, or false with what is wrong.
         * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
         */
        reload_config(this: void): LuaMultiReturn<[true] | [false, string, unknown?]>;
        /**
         * Opens the log files again.
         * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
         */
        reopen_logfiles(this: void): void;
        /**
         * Stops the server.
         * @param code Exit status.
         * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
         */
        shutdown(this: void, reason?: string, code?: number): void;
        /**
         * Lets nobody write globals of Lua.
         * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
         */
        lock_globals(this: void): void;
        /**
         * Lets them be written.
         * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
         */
        unlock_globals(this: void): void;
    }
}
/** The server itself. */
declare const prosody: Prosody.Server;

/**
 * Hosts and components by domain.
 * @deprecated Take `prosody.hosts`.
 */
declare const hosts: Prosody.Server["hosts"];
/**
 * Clients by full JID.
 * @deprecated Take `prosody.full_sessions`.
 */
declare const full_sessions: Prosody.Server["full_sessions"];
/**
 * Accounts that are online by bare JID.
 * @deprecated Take `prosody.bare_sessions`.
 */
declare const bare_sessions: Prosody.Server["bare_sessions"];
/**
 * Streams from other servers.
 * @deprecated Take `prosody.incoming_s2s`.
 */
declare const incoming_s2s: Prosody.Server["incoming_s2s"];
/**
 * The folder of Prosody's own files.
 * @deprecated Take `prosody.paths.source`.
 */
declare const CFG_SOURCEDIR: string;
/**
 * The folder of the configuration.
 * @deprecated Take `prosody.paths.config`.
 */
declare const CFG_CONFIGDIR: string;
/**
 * The folders of plugins, separated by semicolons.
 * @deprecated Take `prosody.paths.plugins`.
 */
declare const CFG_PLUGINDIR: string;
/**
 * The folder of stored data.
 * @deprecated Take `prosody.paths.data`.
 */
declare const CFG_DATADIR: string;
