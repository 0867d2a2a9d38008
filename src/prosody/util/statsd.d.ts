/** @noSelfInFile */

/** Statistics that go to a statsd. */
declare module "prosody.util.statsd" {
    export interface Config {
        statsd_server?: string;
        statsd_port?: number;
        prefix?: string;
    }
    /**
     * A collection; undefined and why not without a server.
     * @see [util/statsd.lua](https://hg.prosody.im/trunk/file/tip/util/statsd.lua)
     */
    function new_(config?: Config): LuaMultiReturn<[object] | [undefined, string]>;
    export { new_ as new };
}
