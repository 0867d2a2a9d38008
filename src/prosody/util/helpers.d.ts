/** @noSelfInFile */

/**
 * Looking into a running server; for the shell.
 * @see [util/helpers.lua](https://hg.prosody.im/trunk/file/tip/util/helpers.lua)
 */
declare module "prosody.util.helpers" {
    import type { Events } from "prosody.util.events";
    import type { Logger } from "prosody.util.logger";
    /**
     * Logs each event of a host.
     * @see [util/helpers.lua](https://hg.prosody.im/trunk/file/tip/util/helpers.lua)
     */
    export function log_host_events(host: string): Events;
    /**
     * Ends that.
     * @see [util/helpers.lua](https://hg.prosody.im/trunk/file/tip/util/helpers.lua)
     */
    export function revert_log_host_events(host: string): void;
    /**
     * Logs each event of an object.
     * @see [util/helpers.lua](https://hg.prosody.im/trunk/file/tip/util/helpers.lua)
     */
    export function log_events(events: Events, name?: string, logger?: Logger): Events;
    /**
     * Ends that.
     * @see [util/helpers.lua](https://hg.prosody.im/trunk/file/tip/util/helpers.lua)
     */
    export function revert_log_events(events: Events): void;
    /**
     * The handlers of all events, or of one, as text.
     * @see [util/helpers.lua](https://hg.prosody.im/trunk/file/tip/util/helpers.lua)
     */
    export function show_events(events: Events, specific_event?: string): string;
    /**
     * The value of a variable that a function has from outside.
     * @see [util/helpers.lua](https://hg.prosody.im/trunk/file/tip/util/helpers.lua)
     */
    export function get_upvalue(func: Function, name: string): unknown;
}
