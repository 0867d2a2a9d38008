/** @noSelfInFile */

/** Looking into a running server; for the shell. */
declare module "prosody.util.helpers" {
    import type { Events } from "prosody.util.events";
    import type { Logger } from "prosody.util.logger";
    /** Logs each event of a host. */
    export function log_host_events(host: string): Events;
    /** Ends that. */
    export function revert_log_host_events(host: string): void;
    /** Logs each event of an object. */
    export function log_events(events: Events, name?: string, logger?: Logger): Events;
    /** Ends that. */
    export function revert_log_events(events: Events): void;
    /** The handlers of all events, or of one, as text. */
    export function show_events(events: Events, specific_event?: string): string;
    /** The value of a variable that a function has from outside. */
    export function get_upvalue(func: Function, name: string): unknown;
}
