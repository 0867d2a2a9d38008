/** @noSelfInFile */

/**
 * The configuration. A module takes `module.get_option_string` and its kin.
 * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
 */
declare module "prosody.core.configmanager" {
    /**
     * All options by host; those of the server under "*".
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function getconfig(): Record<string, Prosody.ConfigTable>;
    /**
     * An option of a host, that of the server where the host has none. "*" is the server.
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function get(host: string, key: string): Prosody.ConfigValue | undefined;
    /**
     * An option of a host alone.
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function rawget(host: string, key: string): Prosody.ConfigValue | undefined;
    /**
     * Sets an option; whether that could be done.
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function set(host: string, key: string, value: Prosody.ConfigValue): boolean;
    /**
     * Reads a configuration file.
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function load(
        filename: string,
        format?: string,
    ): LuaMultiReturn<[ok: true, warnings?: unknown] | [ok: undefined | false, kind: "file" | "parser", error: string]>;
    /**
     * The files that were read.
     * @since 0.12
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function files(): string[];
    /**
     * A path made absolute against a folder.
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function resolve_relative_path(parent_path: string, path: string): string;
    /**
     * What becomes of credentials that are not there.
     * @since 13.0
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function set_credential_fallback_mode(mode: "error" | "warn"): void;
    /**
     * Where credentials are read from.
     * @since 13.0
     * @see [core/configmanager.lua](https://hg.prosody.im/trunk/file/tip/core/configmanager.lua)
     */
    export function set_credentials_directory(directory: string | undefined): void;
}
