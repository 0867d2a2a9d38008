/** @noSelfInFile */

/**
 * Where the log goes.
 * @see [core/loggingmanager.lua](https://hg.prosody.im/trunk/file/tip/core/loggingmanager.lua)
 */
declare module "prosody.core.loggingmanager" {
    import type { Sink } from "prosody.util.logger";
    /** Makes a sink of what an admin configured for it. */
    export type SinkMaker = (this: void, config: Prosody.ConfigTable) => Sink;
    /**
     * Reads the configuration of the log again.
     * @see [core/loggingmanager.lua](https://hg.prosody.im/trunk/file/tip/core/loggingmanager.lua)
     */
    export function reload_logging(): void;
    /**
     * Adds a kind of sink; the maker that had the name before.
     * @see [core/loggingmanager.lua](https://hg.prosody.im/trunk/file/tip/core/loggingmanager.lua)
     */
    export function register_sink_type(name: string, maker: SinkMaker): SinkMaker | undefined;
}
