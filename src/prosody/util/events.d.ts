/** @noSelfInFile */
/**
 * Named events and those who wait for them. A module takes `module.hook`, which ends with it. https://prosody.im/doc/developers/util/events
 * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
 */
declare module "prosody.util.events" {
    /** Any result but undefined stops the event and is what `fire_event` returns. */
    export type EventHandler<P = any, R = unknown> = (this: void, data: P) => R | undefined | void;
    /** Around all handlers of an event: calls them with `handlers(name, data)`, or not. */
    export type EventWrapper = (
        this: void,
        handlers: (this: void, event: string, data: any) => unknown,
        event: string,
        data: any,
    ) => unknown;

    /**
     * Functions, not methods: they take no self.
     * @typeParam M handlers by event, such as `Prosody.PubsubEvents`; anything goes by default
     */
    export interface Events<M = Record<string, EventHandler>> {
        /** Priorities by handler by event; for looking, not for changing. */
        readonly _event_map: Record<string, LuaMap<EventHandler, number> | undefined>;
        /** Handlers by event, in the order in which they run; false for none. */
        readonly _handlers: Record<string, EventHandler[] | false | undefined>;
        /**
         * Adds a handler; those with higher priority run first, default 0.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        add_handler<E extends keyof M & string>(this: void, event: E, handler: M[E], priority?: number): void;
        /**
         * Takes a handler away.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        remove_handler<E extends keyof M & string>(this: void, event: E, handler: M[E]): void;
        /**
         * Adds handlers by event.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        add_handlers(this: void, handlers: Record<string, EventHandler>): void;
        /**
         * Takes handlers away, by event.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        remove_handlers(this: void, handlers: Record<string, EventHandler>): void;
        /**
         * The handlers of an event, in the order in which they run.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        get_handlers(this: void, event: string): EventHandler[] | undefined;
        /**
         * Runs the handlers; what the one returned that stopped it, undefined where none did.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        fire_event(this: void, event: string, data?: unknown): unknown;
        /**
         * Puts a function around an event, or around all with false.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        add_wrapper(this: void, event: string | false, wrapper: EventWrapper): void;
        /**
         * Takes it away.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        remove_wrapper(this: void, event: string | false, wrapper: EventWrapper): void;
        /** The same as an object that `module.wrap_object_event` takes. */
        readonly wrappers: EventsLike<EventWrapper>;
        /**
         * A function around each single handler, for measuring; gives back the former.
         * @since 0.12
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        set_debug_hook(
            this: void,
            hook: ((this: void, handler: EventHandler, event: string, data: unknown) => unknown) | undefined,
        ): unknown;
    }
    /** The handlers by event of an object that fires events. */
    export type HandlersOf<O> =
        O extends Events<infer M>
            ? M
            : O extends { add_handler(this: void, event: any, handler: infer H, priority?: number): void }
              ? Record<string, H>
              : never;
    /** What `module.hook_object_event` needs of an object. */
    export interface EventsLike<H = EventHandler> {
        /**
         * Adds a handler; those with higher priority run first.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        add_handler(this: void, event: any, handler: H, priority?: number): void;
        /**
         * Takes a handler away.
         * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
         */
        remove_handler(this: void, event: any, handler: H): void;
    }
    /**
     * A new set of events.
     * @see [util/events.lua](https://hg.prosody.im/trunk/file/tip/util/events.lua)
     */
    function new_(): Events;
    export { new_ as new };
}
