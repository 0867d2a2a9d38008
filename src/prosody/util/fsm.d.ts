/** @noSelfInFile */

/**
 * State machines.
 * @since 13.0
 * @see [util/fsm.lua](https://hg.prosody.im/trunk/file/tip/util/fsm.lua)
 */
declare module "prosody.util.fsm" {
    /** A way from one state to another. */
    export interface Transition {
        /** What it is called; so is the method that goes it. */
        name: string;
        /** "*" for any. */
        from: string | string[];
        /** The state that it leads to. */
        to: string;
    }
    /** What handlers get; any result but undefined before a transition forbids it. */
    export interface TransitionEvent {
        /** What changes its state. */
        instance: Instance;
        /** The transition; absent for the first state. */
        name?: string;
        /** The state before. */
        from: string | undefined;
        /** What was given with the state before. */
        from_attr?: unknown;
        /** The state after. */
        to: string;
        /** What is given with the state after. */
        to_attr?: unknown;
    }
    /** Called for a change of state; before it, anything but nil prevents it. */
    type Handler = (this: void, event: TransitionEvent) => unknown;
    /** Which states there are, and what leads from one to another. */
    export interface Description {
        /** The state of a new instance that names none. */
        default_state?: string;
        /** The ways between states. */
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
        /** The machine that it is an instance of. */
        readonly fsm: Fsm;
        /** The state that it is in. */
        readonly state: string;
        /** What was given with it. */
        readonly state_attr?: unknown;
        /** Goes a transition, by its name. */
        [transition: string]: any;
    }
    /** A finite-state machine. */
    export interface Fsm {
        /** The state of a new instance that names none. */
        readonly default_state?: string;
        /** Fired as instances change their states. */
        readonly events: import("prosody.util.events").Events<Prosody.FsmEvents>;
        /** By state, where each transition leads. */
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
