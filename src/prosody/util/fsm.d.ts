/** @noSelfInFile */

/**
 * State machines.
 * @since 13.0
 */
declare module "prosody.util.fsm" {
    export interface Transition {
        name: string;
        /** "*" for any. */
        from: string | string[];
        to: string;
    }
    /** What handlers get; any result but undefined before a transition forbids it. */
    export interface TransitionEvent {
        instance: Instance;
        name?: string;
        from: string | undefined;
        from_attr?: unknown;
        to: string;
        to_attr?: unknown;
    }
    type Handler = (this: void, event: TransitionEvent) => unknown;
    export interface Description {
        default_state?: string;
        transitions?: Transition[];
        /** Called when a state is entered. */
        state_handlers?: Record<string, Handler>;
        /** Called before a transition. */
        transition_handlers?: Record<string, Handler>;
        /** Further handlers by event. */
        handlers?: Record<string, Handler>;
    }
    /** A machine in a state; it has a method for each transition, which raises an error where it is not possible. */
    export interface Instance {
        readonly fsm: Fsm;
        readonly state: string;
        readonly state_attr?: unknown;
        [transition: string]: any;
    }
    export interface Fsm {
        readonly default_state?: string;
        readonly events: import("prosody.util.events").Events;
        readonly states: Record<string, Record<string, string>>;
        /**
         * A machine, in the default state where none is given.
         * @see [util/fsm.lua](https://hg.prosody.im/trunk/file/tip/util/fsm.lua)
         */
        init(state?: string, attributes?: unknown): Instance;
        /**
         * Whether a value is such a machine.
         * @see [util/fsm.lua](https://hg.prosody.im/trunk/file/tip/util/fsm.lua)
         */
        is_instance(value: unknown): value is Instance;
    }
    /**
     * A kind of machine.
     * @see [util/fsm.lua](https://hg.prosody.im/trunk/file/tip/util/fsm.lua)
     */
    function new_(description: Description): Fsm;
    export { new_ as new };
    /**
     * Whether a value is a kind of machine.
     * @see [util/fsm.lua](https://hg.prosody.im/trunk/file/tip/util/fsm.lua)
     */
    export function is_fsm(value: unknown): value is Fsm;
}
