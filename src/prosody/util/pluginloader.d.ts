/** @noSelfInFile */
/**
 * Finding files in the plugin paths. A module takes `module.require` and `module.load_resource`.
 * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
 */
declare module "prosody.util.pluginloader" {
    /** A file's content and path, or nothing and why not. */
    type Content = LuaMultiReturn<
        [content: string, path: string, metadata?: object] | [content: undefined, error: string]
    >;
    /** A compiled file, its path and what its first lines say; or what is wrong. */
    type Code = LuaMultiReturn<
        | [code: (this: void, ...args: unknown[]) => unknown, path: string, metadata?: object]
        | [code: undefined, error: string]
    >;
    /**
     * Finds files, with options of its own.
     * @since 0.12
     */
    export interface Loader {
        /** What it was made with. */
        readonly _options: object;
        /**
         * The first file of some names.
         * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
         */
        load_file(names: readonly string[]): Content;
        /**
         * A file of a module.
         * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
         */
        load_resource(plugin: string, resource?: string): Content;
        /**
         * A file of a module, compiled.
         * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
         */
        load_code(plugin: string, resource?: string, env?: object): Code;
        /**
         * The same, with an extension.
         * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
         */
        load_code_ext(plugin: string, resource: string, extension: string, env?: object): Code;
    }
    /**
     * A loader. @param options `load_filter_cb` sees each file and may skip it.
     * @since 0.12
     * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
     */
    export function init(options?: {
        /** Sees each file that is loaded and may change it. */
        load_filter_cb?: (
            this: void,
            path: string,
            content: string,
        ) => LuaMultiReturn<[path?: string, content?: string, metadata?: object]>;
    }): Loader;
    /**
     * The first file of some names.
     * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
     */
    export function load_file(names: readonly string[]): Content;
    /**
     * A file of a module, its main one where no name is given.
     * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
     */
    export function load_resource(plugin: string, resource?: string): Content;
    /**
     * The same, compiled.
     * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
     */
    export function load_code(plugin: string, resource?: string, env?: object): Code;
    /**
     * The same, with an extension.
     * @see [util/pluginloader.lua](https://hg.prosody.im/trunk/file/tip/util/pluginloader.lua)
     */
    export function load_code_ext(plugin: string, resource: string, extension: string, env?: object): Code;
}
