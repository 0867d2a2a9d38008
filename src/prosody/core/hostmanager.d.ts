/** @noSelfInFile */
/**
 * Hosts and components.
 * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
 */
declare module "prosody.core.hostmanager" {
    /** True, or nothing and why not. */
    type Outcome = LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
    /**
     * Starts a host.
     * @param config Its options; those of the configuration file where undefined.
     * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
     */
    export function activate(host: string, config?: Prosody.ConfigTable): Outcome;
    /**
     * Stops a host: its streams end, its modules go.
     * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
     */
    export function deactivate(host: string, reason?: Prosody.StreamError): Outcome;
    /**
     * Hosts whose domain is one label under that of another, with their names (true where they have none).
     * @see [core/hostmanager.lua](https://hg.prosody.im/trunk/file/tip/core/hostmanager.lua)
     */
    export function get_children(host: string): Record<string, string | true>;
}
