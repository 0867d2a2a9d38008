/** @noSelfInFile */

declare namespace Prosody {
    /** What a configuration file can hold. */
    type ConfigValue = string | number | boolean | ConfigTable;
    /** A table of the configuration. */
    interface ConfigTable {
        /** What stands under a name. */
        [key: string]: ConfigValue | undefined;
        /** What stands at a position, from 1. */
        [position: number]: ConfigValue | undefined;
    }

    /** Reports a quantity. */
    type Measure = (this: void, value: number) => void;

    /** A timer that a module started; it ends with the module. */
    interface Timer {
        /** What stops it in `prosody.util.timer`. */
        readonly id: unknown;
        /** What it calls. */
        readonly callback: (this: void, ...args: any[]) => unknown;
        /** The module that started it. */
        readonly module_env: Module;
        /** How many further arguments there are. */
        readonly n: number;
        /**
         * Stops it.
         * @see [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        stop(): void;
        /**
         * Stops it.
         * @see [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        disarm(): void;
        /**
         * Lets it fire in so many seconds from now instead.
         * @see [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        reschedule(delay: number): void;
    }

    /** Whom `module.may` asks about: a JID, the event that carries the actor's stanza, or a session. */
    type Actor =
        | string
        | {
              /** Who acts. */
              actor_jid: string;
          }
        | {
              /** The session of who acts. */
              origin: Origin;
              /** What who acts has sent. */
              stanza: Stanza;
          }
        | {
              /** The session of who acts. */
              session: C2sSession;
          };

    /** Where module statuses go: "core" is Prosody's own. */
    type StatusLevel = "core" | "info" | "warn" | "error";

    /** What `module` can do on every host. https://prosody.im/doc/developers/moduleapi */
    interface ModuleMethods {
        // ---- about the module

        /**
         * The module's name, without `mod_`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_name(): string;
        /**
         * The host it is loaded on, "*" for global modules.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_host(): string;
        /**
         * What the host is: one with accounts, a component, or none for global modules.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_host_type(): "local" | "component" | "global";
        /**
         * The folder with the module's files; undefined where it has none.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_directory(): string | undefined;
        /**
         * Makes the module one for the whole server; call it first of all.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        set_global(): void;
        /**
         * Shows how the module is doing, in the shell's `module:info()` and elsewhere.
         * @param override Whether it replaces a graver one; errors stay unless true.
         * @since 0.12 Before, write to the log.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        set_status(level: StatusLevel, message: string, override?: boolean): void;
        /**
         * Sets the status and writes the same to the log.
         * @since 0.12 Before, write to the log.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        log_status(level: "info" | "warn" | "error", message: string, ...values: unknown[]): void;
        /**
         * The status, its text and when it was set, in seconds since 1970.
         * @since 0.12
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_status(): LuaMultiReturn<[StatusLevel | undefined, string | undefined, number | undefined]>;
        /**
         * This module as seen on another host, "*" without argument: for options and events there.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        context(host?: string): Module;

        // ---- options

        /**
         * The value of an option as it is in the configuration, or the default.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option(name: string): ConfigValue | undefined;
        /**
         * The value of an option as it is in the configuration, or the default.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option<T>(name: string, default_value: T): ConfigValue | T;
        /**
         * The value, or the first of a list.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_scalar(name: string): ConfigValue | undefined;
        /**
         * The value, or the first of a list.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_scalar<T>(name: string, default_value: T): ConfigValue | T;
        /**
         * The value as text.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_string(name: string): string | undefined;
        /**
         * The value as text.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_string(name: string, default_value: string): string;
        /**
         * The value as text.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_string(name: string, default_value: string | undefined): string | undefined;
        /**
         * The value as a number. A value that is none is logged and gives undefined, whatever the default.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_number(name: string): number | undefined;
        /**
         * The value as a number. A value that is none is logged and gives undefined, whatever the default.
         * @param min Lowest value, read from 13.0 on; anything below becomes it, with a warning.
         * @param max Highest value, read from 13.0 on.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_number(name: string, default_value: number, min?: number, max?: number): number;
        /**
         * The value as a number. A value that is none is logged and gives undefined, whatever the default.
         * @param min Lowest value, read from 13.0 on; anything below becomes it, with a warning.
         * @param max Highest value, read from 13.0 on.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_number(
            name: string,
            default_value: number | undefined,
            min?: number,
            max?: number,
        ): number | undefined;
        /**
         * The value as a whole number; a fraction is cut off with a warning.
         * @since 13.0 Before, take `get_option_number`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_integer(name: string): number | undefined;
        /**
         * The value as a whole number; a fraction is cut off with a warning.
         * @since 13.0
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_integer(name: string, default_value: number, min?: number, max?: number): number;
        /**
         * The value as a whole number; a fraction is cut off with a warning.
         * @since 13.0
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_integer(
            name: string,
            default_value: number | undefined,
            min?: number,
            max?: number,
        ): number | undefined;
        /**
         * Seconds, from a number or from a text such as "2 days"; `math.huge` for "never".
         * @since 13.0 Before, take `get_option_number`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_period(name: string): number | undefined;
        /**
         * Seconds, from a number or from a text such as "2 days"; `math.huge` for "never".
         * @since 13.0
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_period(
            name: string,
            default_value: number | string,
            min?: number | string,
            max?: number | string,
        ): number;
        /**
         * Seconds, from a number or from a text such as "2 days"; `math.huge` for "never".
         * @since 13.0
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_period(
            name: string,
            default_value: number | string | undefined,
            min?: number | string,
            max?: number | string,
        ): number | undefined;
        /**
         * The value as a boolean. A value that is none is logged and gives undefined, whatever the default.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_boolean(name: string): boolean | undefined;
        /**
         * The value as a boolean. A value that is none is logged and gives undefined, whatever the default.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_boolean(name: string, default_value: boolean): boolean;
        /**
         * The value as a boolean. A value that is none is logged and gives undefined, whatever the default.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_boolean(name: string, default_value: boolean | undefined): boolean | undefined;
        /**
         * The value as a list; a single value makes a list of one. In Lua a copy with the methods of `prosody.util.array`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_array(name: string): ConfigValue[] | undefined;
        /**
         * The value as a list; a single value makes a list of one. In Lua a copy with the methods of `prosody.util.array`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_array<T>(name: string, default_value: readonly T[]): (ConfigValue | T)[];
        /**
         * The values of a list as a set.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_set(name: string): import("prosody.util.set").Set<ConfigValue> | undefined;
        /**
         * The values of a list as a set.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_set<T>(name: string, default_value: readonly T[]): import("prosody.util.set").Set<ConfigValue | T>;
        /**
         * The values set for the host and those set for the server, together.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_inherited_set(name: string): import("prosody.util.set").Set<ConfigValue> | undefined;
        /**
         * The values set for the host and those set for the server, together.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_inherited_set<T>(
            name: string,
            default_value: readonly T[],
        ): import("prosody.util.set").Set<ConfigValue | T>;
        /**
         * A path, made absolute.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_path(name: string): string | undefined;
        /**
         * A path, made absolute.
         * @param parent Against which: a folder, or one of Prosody's by name; default the module's own.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_path(
            name: string,
            default_value: string,
            parent?: "source" | "config" | "plugins" | "data" | (string & {}),
        ): string;
        /**
         * A path, made absolute.
         * @param parent Against which: a folder, or one of Prosody's by name; default the module's own.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_path(
            name: string,
            default_value: string | undefined,
            parent?: "source" | "config" | "plugins" | "data" | (string & {}),
        ): string | undefined;
        /**
         * One of some texts; another value is logged as an error but returned all the same.
         * @since 13.0 Before, take `get_option_string` and compare.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_enum<T extends string>(name: string, default_value: T, ...others: T[]): T;
        /**
         * One of some texts; another value is logged as an error but returned all the same.
         * @since 13.0
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_option_enum<T extends string>(name: string, default_value: undefined, ...others: T[]): T | undefined;

        // ---- events

        /**
         * Calls a function when an event fires on the module's host (for global modules: on the server).
         * @param priority Higher ones run first; default 0.
         * @see [module API](https://prosody.im/doc/developers/moduleapi#modulehook_event_name_handler_priority), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hook<E extends HostEventName>(event: E, handler: NoInfer<EventHandler<HostEvents[E]>>, priority?: number): void;
        /**
         * Calls a function when an event fires on the server.
         * @see [module API](https://prosody.im/doc/developers/moduleapi#modulehook_global_event_name_handler_priority), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hook_global<E extends GlobalEventName>(
            event: E,
            handler: NoInfer<EventHandler<GlobalEvents[E]>>,
            priority?: number,
        ): void;
        /**
         * Calls a function for elements of a stream, outside of stanzas, by namespace and name. It gets origin, element, and the
         * event.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hook_tag(
            xmlns: string | undefined,
            name: string,
            handler: (this: void, origin: Origin, stanza: Stanza, event: StanzaEvent) => unknown,
            priority?: number,
        ): void;
        /**
         * Calls a function for elements of a stream, outside of stanzas, by namespace and name. It gets origin, element, and the
         * event.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hook_tag(
            name: string,
            handler: (this: void, origin: Origin, stanza: Stanza, event: StanzaEvent) => unknown,
            priority?: number,
        ): void;
        /**
         * Another name of `hook_tag`, older than Prosody 0.9.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hook_stanza(
            xmlns: string | undefined,
            name: string,
            handler: (this: void, origin: Origin, stanza: Stanza, event: StanzaEvent) => unknown,
            priority?: number,
        ): void;
        /**
         * Calls a function when an event fires on an object that has events of its own.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hook_object_event<
            O extends import("prosody.util.events").EventsLike<any>,
            E extends keyof import("prosody.util.events").HandlersOf<O> & string,
        >(
            object: O,
            event: E,
            handler: import("prosody.util.events").HandlersOf<O>[E],
            priority?: number,
        ): void;
        /**
         * Takes a hook away; the same function that was hooked.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        unhook<E extends HostEventName>(event: E, handler: NoInfer<HostEvents[E]>): void;
        /**
         * Takes a hook of an object away.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        unhook_object_event<
            O extends import("prosody.util.events").EventsLike<any>,
            E extends keyof import("prosody.util.events").HandlersOf<O> & string,
        >(
            object: O,
            event: E,
            handler: import("prosody.util.events").HandlersOf<O>[E],
        ): void;
        /**
         * Puts a function around all handlers of an event; it calls them with `handlers(name, data)`, or not.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        wrap_event(event: HostEventName | false, handler: import("prosody.util.events").EventWrapper): void;
        /**
         * Meant for events of the server; every version hooks them instead of wrapping: take `wrap_object_event(prosody.events, ...)`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        wrap_global(event: GlobalEventName, handler: import("prosody.util.events").EventWrapper): void;
        /**
         * Puts a function around all handlers of an object's event.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        wrap_object_event(
            events: import("prosody.util.events").Events,
            event: string | false,
            handler: import("prosody.util.events").EventWrapper,
        ): void;
        /**
         * Fires an event on the module's host; what the handler gave that stopped it.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        fire_event(event: string, data?: unknown): unknown;

        // ---- stanzas

        /**
         * Routes a stanza as if the module's host had sent it, or another origin. It needs a `from` and a `to`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        send(stanza: Stanza, origin?: Origin): void;
        /**
         * Sends an IQ and promises its answer; rejected with an error of `prosody.util.error` for an error, and for no answer
         * after `timeout` seconds (default 120). Answers to a `from` with resource reach it only on this server.
         * @since 0.12 Before, hook "iq-result/host/ID" and "iq-error/host/ID".
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        send_iq(
            stanza: Iq,
            origin?: Origin,
            timeout?: number,
        ): import("prosody.util.promise").Promise<
            {
                /** The answer. */
                stanza: Iq<"result">;
                /** Where it came from. */
                origin?: Origin;
            },
            import("prosody.util.error").Error
        >;
        /**
         * Sends copies of a stanza to many JIDs.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        broadcast(jids: readonly string[], stanza: Stanza): void;
        /**
         * Sends copies of a stanza to many JIDs.
         * @param iterator Gives the JIDs of `jids` where it is no list.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        broadcast<J>(jids: J, stanza: Stanza, iterator: (this: void, jids: J) => LuaIterable<string>): void;

        // ---- time

        /**
         * Calls a function after a delay in seconds, with the time and further arguments; again after as many seconds as it
         * returns.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        add_timer<A extends unknown[]>(
            delay: number,
            callback: (this: void, now: number, ...args: A) => number | undefined | void | Background,
            ...args: A
        ): Timer;
        /**
         * Has work done at intervals, also over restarts; loads mod_cron.
         * @since 0.12 Before, take `add_timer`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        cron(task: CronTask): void;
        /**
         * Calls a function each hour.
         * @since 0.12 Before, take `add_timer`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hourly(name: string, run: CronTask["run"]): void;
        /**
         * Calls a function each hour.
         * @since 0.12 Before, take `add_timer`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        hourly(run: CronTask["run"]): void;
        /**
         * Calls a function each day.
         * @since 0.12 Before, take `add_timer`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        daily(name: string, run: CronTask["run"]): void;
        /**
         * Calls a function each day.
         * @since 0.12 Before, take `add_timer`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        daily(run: CronTask["run"]): void;
        /**
         * Calls a function each week.
         * @since 0.12 Before, take `add_timer`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        weekly(name: string, run: CronTask["run"]): void;
        /**
         * Calls a function each week.
         * @since 0.12 Before, take `add_timer`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        weekly(run: CronTask["run"]): void;
        /**
         * Calls a function when the server has started, at once where it has.
         * @since 13.0 Before, hook "server-started" and look at `prosody.start_time`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        on_ready(callback: (this: void) => void): import("prosody.util.promise").Promise<unknown>;
        /**
         * Another name of `on_ready`; logs a warning.
         * @since 13.0
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        once(callback: (this: void) => void): import("prosody.util.promise").Promise<unknown>;

        // ---- other modules, items, files, stores

        /**
         * Loads another module where it is not loaded yet, and gives its globals; an error where that fails. This module is
         * reloaded and unloaded with it.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        depends<N extends string>(name: N): N extends keyof ModuleExports ? ModuleExports[N] : ModuleEnvironment;
        /**
         * Loads another module where it is not loaded yet, and gives its globals; an error where that fails. This module is
         * reloaded and unloaded with it.
         * @param soft Undefined and "disabled" where an admin disabled the module.
         * @since 13.0 Before, a module that an admin disabled raises an error.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        depends<N extends string>(
            name: N,
            soft: true,
        ): LuaMultiReturn<
            [N extends keyof ModuleExports ? ModuleExports[N] : ModuleEnvironment] | [undefined, "disabled"]
        >;
        /**
         * A table shared by path: `name` with this module's others, `/host/module/name` with anybody. Kept over reloads. Typed
         * by its path in `SharedTables`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        shared<P extends keyof SharedTables>(path: P): SharedTables[P];
        /**
         * A table shared by path: `name` with this module's others, `/host/module/name` with anybody. Kept over reloads.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        shared<T extends object = Record<string, any>>(path?: string): T;
        /**
         * Runs a `*.lib.lua` file beside the module and gives what it returns.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        require<N extends string>(name: N): N extends keyof ModuleLibraries ? ModuleLibraries[N] : unknown;
        /**
         * Opens a file beside the module.
         * @see [module API](https://prosody.im/doc/developers/moduleapi#moduleload_resource_path_mode), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        load_resource(path: string, mode?: string): LuaMultiReturn<[LuaFile] | [undefined, string, number]>;
        /**
         * Announces a feature in the host's disco#info.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        add_feature(xmlns: string): void;
        /**
         * Announces an identity in the host's disco#info.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        add_identity(category: string, type: string, name?: string): void;
        /**
         * Announces a data form in the host's disco#info (XEP-0128).
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        add_extension(form: Stanza): void;
        /**
         * Gives an item of a kind to whoever handles that kind.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        add_item<K extends string>(kind: K, item: K extends keyof Items ? Items[K] : unknown): void;
        /**
         * Takes an item back; the item, undefined where it was not there.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        remove_item<T>(kind: string, item: T): T | undefined;
        /**
         * All items of a kind on the host.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        get_host_items<K extends string>(kind: K): (K extends keyof Items ? Items[K] : unknown)[];
        /**
         * Calls functions for items of a kind as they come and go.
         * @param existing Whether also for those that are there; default true.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        handle_items<K extends string>(
            kind: K,
            added: (this: void, event: ItemEvent<K extends keyof Items ? Items[K] : unknown>) => undefined | void,
            removed: (this: void, event: ItemEvent<K extends keyof Items ? Items[K] : unknown>) => undefined | void,
            existing?: boolean,
        ): void;
        /**
         * Provides something to Prosody by kind: HTTP routes, authentication, storage, ad-hoc commands, network services.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        provides<K extends string>(kind: K, item?: K extends keyof Providers ? Providers[K] : object): void;
        /**
         * The URL under which an HTTP app of this module is reached. There once mod_http is loaded.
         * @param app Default the module's name without `http_`.
         * @param mode "internal" leaves `http_external_url` aside; read from 13.0 on.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        http_url(app?: string, default_path?: string, mode?: "internal" | "external"): string;
        /**
         * Opens a store of the host. Any other type would lose data without a word; global modules get undefined.
         * @param name Default the module's name.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        open_store<V = unknown>(name?: string, type?: "keyval"): LuaMultiReturn<[KeyvalStore<V>] | [undefined, string]>;
        /**
         * Opens a store of the host. Any other type would lose data without a word; global modules get undefined.
         * @param name Default the module's name.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        open_store<V = unknown>(
            name: string | undefined,
            type: "map",
        ): LuaMultiReturn<[MapStore<V>] | [undefined, string]>;
        /**
         * Opens a store of the host. Any other type would lose data without a word; global modules get undefined.
         * @param name Default the module's name.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        open_store<V = Stanza>(
            name: string | undefined,
            type: "archive",
        ): LuaMultiReturn<[ArchiveStore<V>] | [undefined, string]>;
        /**
         * Opens a store of the host. Any other type would lose data without a word; global modules get undefined.
         * @param name Default the module's name.
         * @since 13.0 Before, the data would be lost without a word.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        open_store<V = unknown>(
            name: string | undefined,
            type: "keyval+",
        ): LuaMultiReturn<[KeyvalPlusStore<V>] | [undefined, string]>;

        // ---- statistics

        /**
         * Makes a function that reports how long something takes: it starts a measurement and gives a function that ends it.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        measure(name: string, type: "times", conf?: object): (this: void) => (this: void) => void;
        /**
         * Makes a function that reports a quantity: how many there are now, a size in bytes, or one of a distribution.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        measure(name: string, type: "amount" | "sizes" | "distribution", conf?: object): Measure;
        /**
         * Makes a function that reports so many more; without a number it raises an error where statistics are collected.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        measure(name: string, type: "counter", conf?: object): (this: void, count: number) => void;
        /**
         * Makes a function that reports one more.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        measure(name: string, type: "rate", conf?: object): (this: void) => void;

        /**
         * A family of metrics; on a host its first label is the host. Histograms need `buckets` in the options.
         * @since 0.12 Before, take `measure`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        metric<T extends import("prosody.util.openmetrics").MetricType>(
            type: T,
            name: string,
            unit: string,
            description: string,
            label_keys?: readonly string[],
            options?: import("prosody.util.openmetrics").MetricOptions,
        ): import("prosody.util.openmetrics").MetricFamily<T>;
        /**
         * Reports how long the handlers of an event take.
         * @removed 0.12 Take `wrap_event` and `measure`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        measure_event(event: HostEventName, stat_name?: string): void;
        /**
         * Reports how long the handlers of an event of the server take.
         * @removed 0.12 Take `wrap_global` and `measure`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        measure_global_event(event: GlobalEventName, stat_name?: string): void;
        /**
         * Reports how long the handlers of an object's event take.
         * @removed 0.12 Take `wrap_object_event` and `measure`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        measure_object_event(
            events: import("prosody.util.events").EventsLike<any>,
            event: string,
            stat_name?: string,
        ): void;

        // ---- permissions

        /**
         * Whether an actor may do something; a refusal is logged. An action that starts with ":" is this module's.
         * @since 13.0 Before, take `prosody.core.usermanager`'s `is_admin`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        may(action: string, actor: Actor, peek?: boolean): boolean;
        /**
         * Whether an actor may do something, without logging.
         * @since 13.0 Before, take `prosody.core.usermanager`'s `is_admin`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        could(action: string, actor: Actor): boolean;
        /**
         * Gives a permission to a role, unless an admin took it away.
         * @since 13.0 Before, ask `prosody.core.usermanager`'s `is_admin`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        default_permission(role: string, permission: string): void;
        /**
         * Gives permissions to a role.
         * @since 13.0 Before, ask `prosody.core.usermanager`'s `is_admin`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        default_permissions(role: string, permissions: readonly string[]): void;
    }

    /**
     * The module at work: its name and host, its options, hooks, timers, stores. Everything that is started through it ends when
     * the module is unloaded. https://prosody.im/doc/developers/moduleapi
     */
    interface Module extends ModuleMethods {
        /**
         * Without `mod_`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly name: string;
        /**
         * The host it is loaded on, "*" for global modules.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly host: string;
        /**
         * Whether it is loaded for the whole server.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly global?: boolean;
        /**
         * Its file.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly path?: string;
        /**
         * Its globals; what it gives to those who depend on it.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly environment: ModuleEnvironment;
        /**
         * Whether it is being loaded again.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly reloading?: boolean | undefined;
        /**
         * What `module.save` returned before a reload; there while the main chunk runs and in `load`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly saved_state?: unknown;
        /**
         * What the lines `--% key: value` at the top of the file say.
         * @since 0.12
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly meta?: Record<string, string> | undefined;
        /**
         * What was last set with `set_status`.
         * @since 0.12
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly status_type?: StatusLevel | undefined;
        /**
         * The text that was last set with `set_status`.
         * @since 0.12
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly status_message?: string | undefined;
        /**
         * In seconds since 1970.
         * @since 0.12
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly status_time?: number | undefined;
        /**
         * Names of the modules it depends on, as keys.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly dependencies?: Record<string, true> | undefined;
        /**
         * Names of the modules that depend on it, as keys.
         * @since 13.0
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly reverse_dependencies?: Record<string, true> | undefined;
        /**
         * The shared tables that it uses, by path.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly shared_data?: Record<string, object> | undefined;
        /**
         * Its hooks: object, event, handler.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly event_handlers: import("prosody.util.multitable").Multitable<unknown>;
        /**
         * The logger behind `log`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly _log: Logger;
        /**
         * What `add_item` added, by kind.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        readonly items?: Record<string, unknown[] | undefined>;

        // ---- functions that a module may define

        /**
         * Called when the module is loaded, after its main chunk.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        load?: (this: void) => void;
        /**
         * Called before the module goes.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        unload?: (this: void) => void;
        /**
         * Called before a reload; what it returns goes to `restore`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        save?: (this: void) => unknown;
        /**
         * Called after a reload with what `save` returned.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        restore?: (this: void, state: any) => void;
        /**
         * Called when the server has started, at once where it has.
         * @since 13.0 Before, hook "server-started" and look at `prosody.start_time`.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        ready?: (this: void) => void;
        /**
         * Called for each host that a global module is enabled on; `module` there is the host's.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        add_host?: (this: void, module: Module) => void | false;
        /**
         * Called by `prosodyctl mod_NAME ...` with the words that follow; gives the exit status.
         * @see [module API](https://prosody.im/doc/developers/moduleapi), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        command?: (this: void, args: string[]) => number | void;

        /**
         * Writes to the log; `%s` and its kin in the message take the values that follow.
         * @see [module API](https://prosody.im/doc/developers/moduleapi#modulelog_level_message), [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
         */
        log(level: import("prosody.util.logger").LogLevel, message: string, ...values: unknown[]): void;
    }
}
/** The module at work. */
declare const module: Prosody.Module;
