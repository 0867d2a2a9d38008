/** @noSelfInFile */
/**
 * Loading, unloading and finding modules. Names are without `mod_`; the host "*" is the server.
 * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
 */
declare module "prosody.core.modulemanager" {
    /** The module's globals, or nothing and why it could not be loaded. */
    type Loaded = LuaMultiReturn<
        [environment: Prosody.ModuleEnvironment] | [environment: undefined | false, error: string]
    >;
    /**
     * Loads a module; "module-already-loaded" where it is.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function load(host: string, name: string): Loaded;
    /**
     * Unloads a module.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function unload(host: string, name: string): LuaMultiReturn<[ok: true] | [ok: undefined, error: string]>;
    /**
     * Loads a module again, with what it saved.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function reload(host: string, name: string): Loaded;
    /**
     * Loads what the configuration enables on a host.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function load_modules_for_host(host: string): void;
    /**
     * What the configuration enables on a host, and the component's module.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function get_modules_for_host(
        host: string,
    ): LuaMultiReturn<[modules: import("prosody.util.set").Set<string>, component: string | undefined]>;
    /**
     * The globals of a loaded module.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function get_module(host: string, name: string): Prosody.ModuleEnvironment | undefined;
    /**
     * The globals of all loaded modules of a host, by name.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function get_modules(host: string): Record<string, Prosody.ModuleEnvironment> | undefined;
    /**
     * Whether a module is loaded.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function is_loaded(host: string, name: string): boolean | undefined;
    /**
     * All items of a kind that a host's modules provide; undefined where the host has none.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function get_items<K extends string>(
        key: K,
        host: string,
    ): (K extends keyof Prosody.Items ? Prosody.Items[K] : unknown)[] | undefined;
    /**
     * Whether a module defines a function of its life cycle.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function module_has_method(module: Prosody.ModuleEnvironment, method: string): boolean;
    /**
     * Calls such a function.
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export function call_module_method(
        module: Prosody.ModuleEnvironment,
        method: string,
        ...args: unknown[]
    ): LuaMultiReturn<[ok: true, ...results: unknown[]] | [ok: false, error: unknown]>;
    /**
     * Finds the modules' files.
     * @since 0.12
     * @see [core/modulemanager.lua](https://hg.prosody.im/trunk/file/tip/core/modulemanager.lua)
     */
    export const loader: import("prosody.util.pluginloader").Loader;
}
