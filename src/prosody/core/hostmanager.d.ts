/** @noSelfInFile */

/** Hosts and components. */
declare module "prosody.core.hostmanager" {
    type Outcome = LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
    /** Starts a host. @param config Its options; those of the configuration file where undefined. */
    export function activate(host: string, config?: Prosody.ConfigTable): Outcome;
    /** Stops a host: its streams end, its modules go. */
    export function deactivate(host: string, reason?: Prosody.StreamError): Outcome;
    /** Hosts whose domain is one label under that of another, with their names (true where they have none). */
    export function get_children(host: string): Record<string, string | true>;
}
