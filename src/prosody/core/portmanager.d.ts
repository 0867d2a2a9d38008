/** @noSelfInFile */
/**
 * Ports that Prosody listens on. A module takes `module.provides("net", ...)`.
 * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
 */
declare module "prosody.core.portmanager" {
    /** A service and the server on a port. */
    export interface ActiveService {
        /** The listening socket's object, of the server backend in use. */
        server: object;
        /** What the module provides. */
        service: Prosody.NetProvider;
        /** Settings of TLS, where the port speaks it from the start. */
        tls_cfg?: object;
    }
    /**
     * Opens the ports of a service.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function activate(service_name: string): LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
    /**
     * Closes the ports of a service, by its name or itself.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function deactivate(service_name: string | undefined, service_info?: Prosody.NetProvider): void;
    /**
     * Adds a service and opens its ports.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function register_service(service_name: string, service_info: Prosody.NetProvider): true;
    /**
     * Takes a service away and closes its ports.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function unregister_service(service_name: string, service_info: Prosody.NetProvider): void;
    /**
     * Closes a port.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function close(
        interface_: string,
        port: number,
    ): LuaMultiReturn<[ok: true] | [ok: false, error: "port-not-open"]>;
    /**
     * The service and the server on a port.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function get_service_at(
        interface_: string,
        port: number,
    ): LuaMultiReturn<[service: Prosody.NetProvider, server: object] | [service: undefined, error: "not-found"]>;
    /**
     * The settings of TLS on a port.
     * @since 13.0
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function get_tls_config_at(
        interface_: string,
        port: number,
    ): LuaMultiReturn<[config: object | undefined] | [config: undefined, error: "not-found"]>;
    /**
     * The service of a name.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function get_service(service_name: string): Prosody.NetProvider | undefined;
    /**
     * What is open: by service, interface and port.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function get_active_services(): import("prosody.util.multitable").Multitable<ActiveService>;
    /**
     * All services by name.
     * @see [core/portmanager.lua](https://hg.prosody.im/trunk/file/tip/core/portmanager.lua)
     */
    export function get_registered_services(): Record<string, Prosody.NetProvider[]>;
}
