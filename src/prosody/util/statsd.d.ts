/** @noSelfInFile */
/**
 * Statistics that go to a statsd.
 * @see [util/statsd.lua](https://hg.prosody.im/trunk/file/tip/util/statsd.lua)
 */
declare module "prosody.util.statsd" {
    /** Where measurements go. */
    export interface Config {
        /** Address of the statsd server. */
        statsd_server?: string;
        /** Its UDP port; default 8125. */
        statsd_port?: number;
        /** What names begin with, before a dot; default "prosody". */
        prefix?: string;
    }
    /**
     * A collection; undefined and why not without a server.
     * @see [util/statsd.lua](https://hg.prosody.im/trunk/file/tip/util/statsd.lua)
     */
    function new_(config?: Config): LuaMultiReturn<[object] | [undefined, string]>;
    export { new_ as new };
}
