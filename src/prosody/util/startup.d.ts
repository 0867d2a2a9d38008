/** @noSelfInFile */

/**
 * The steps in which Prosody starts. For Prosody itself.
 * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
 */
declare module "prosody.util.startup" {
    /**
     * Adds reload_config, shutdown and so on to `prosody`.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function add_global_prosody_functions(): void;
    /**
     * Goes to the folder with the data.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function chdir(): void;
    /**
     * Ends the process where a library is missing.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function check_dependencies(): void;
    /**
     * Makes errors of files that cannot be written clearer.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function check_unwriteable(): void;
    /**
     * Refuses to run as root.
     * @since 13.0
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function check_user(): void;
    /**
     * Stops what `shutdown` left over.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function cleanup(): void;
    /**
     * Finds out whether Prosody is installed or run from its sources.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function detect_installed(): void;
    /**
     * Finds out what system it runs on.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function detect_platform(): void;
    /**
     * Ends the process.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function exit(): void;
    /**
     * Sends the log to the terminal.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function force_console_logging(): void;
    /**
     * Handles signals of the system.
     * @since 13.0
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function hook_posix_signals(): void;
    /**
     * Lets `prosody.util.async` use timers.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_async(): void;
    /**
     * Starts the storage.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_data_store(): void;
    /**
     * Sets up `prosody.util.error`.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_errors(): void;
    /**
     * Sets up the garbage collector.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_gc(): LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
    /**
     * Lets modules write no globals of Lua.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_global_protection(): void;
    /**
     * Makes `prosody` and its kin.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_global_state(): void;
    /**
     * Gives `prosody.net.http` settings of TLS.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_http_client(): void;
    /**
     * Starts the log.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_logging(): void;
    /**
     * Lets `prosody.util.promise` put handlers off.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function init_promise(): void;
    /**
     * Reports statistics of DNS.
     * @since 13.0
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function instrument(): void;
    /**
     * Loads what all else stands on.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function load_libraries(): void;
    /**
     * Loads the managers.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function load_secondary_libraries(): void;
    /**
     * Writes what libraries are missing to the log.
     * @removed 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function log_dependency_warnings(): void;
    /**
     * Writes a greeting to the log.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function log_greeting(): void;
    /**
     * Writes what was found while starting to the log.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function log_startup_warnings(): void;
    /**
     * Makes hosts that do nothing, for prosodyctl.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function make_dummy_hosts(): void;
    /**
     * Makes a host that does nothing.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function make_host(hostname: string): object;
    /**
     * Tells systemd how it is going.
     * @since 13.0
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function notification_socket(): void;
    /**
     * Fires "server-started".
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function notify_started(): void;
    /**
     * Reads the command line.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function parse_args(profile?: object): void;
    /**
     * Goes on in the background.
     * @since 13.0
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function posix_daemonize(): void;
    /**
     * Sets the mask for new files.
     * @since 13.0
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function posix_umask(): void;
    /**
     * Fires "server-starting".
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function prepare_to_start(): void;
    /**
     * Starts the server.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function prosody(): void;
    /**
     * Starts prosodyctl.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function prosodyctl(): void;
    /**
     * Reads the configuration.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function read_config(): void;
    /**
     * Finds out the version.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function read_version(): void;
    /**
     * Gives files of Prosody an environment of their own.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function sandbox_require(): void;
    /**
     * Ends the process where Prosody was started the wrong way.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function sanity_check(): void;
    /**
     * Shows functions with their place in the source.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function set_function_metatable(): void;
    /**
     * Finds the folder with the data.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function setup_datadir(): void;
    /**
     * Finds the folder for installed modules.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function setup_plugin_install_path(): void;
    /**
     * Finds the folders with the modules.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function setup_plugindir(): void;
    /**
     * Stops the server.
     * @since 0.12
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function shutdown(): void;
    /**
     * Goes on as another user.
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function switch_user(): void;
    /**
     * Writes the number of the process to a file.
     * @since 13.0
     * @see [util/startup.lua](https://hg.prosody.im/trunk/file/tip/util/startup.lua)
     */
    export function write_pidfile(): void;
}
