/** @noSelfInFile */

/**
 * DNS by libunbound. A module takes `prosody.net.adns`, which is this where libunbound is there.
 * @since 0.12 Before, take `prosody.net.adns`.
 * @see [net/unbound.lua](https://hg.prosody.im/trunk/file/tip/net/unbound.lua)
 */
declare module "prosody.net.unbound" {
    export { dns, lookup, resolver } from "prosody.net.adns";
    /**
     * Raises an error; never written.
     * @see [net/unbound.lua](https://hg.prosody.im/trunk/file/tip/net/unbound.lua)
     */
    export function new_async_socket(): never;
    /**
     * Gives up; the callback gets "canceled".
     * @see [net/unbound.lua](https://hg.prosody.im/trunk/file/tip/net/unbound.lua)
     */
    export function cancel(id: unknown): true;
    /**
     * Has queries measured; called by Prosody at its start.
     * @since 13.0
     * @see [net/unbound.lua](https://hg.prosody.im/trunk/file/tip/net/unbound.lua)
     */
    export function instrument(measure: (this: void, class_: string, type: string) => (this: void) => void): void;
}
