/** @noSelfInFile */

/**
 * Arguments of commands.
 * @since 0.12
 * @see [util/argparse.lua](https://hg.prosody.im/trunk/file/tip/util/argparse.lua)
 */
declare module "prosody.util.argparse" {
    /** Which options there are. */
    export interface Config {
        /** Long names of options that have a short one. */
        short_params?: Record<string, string>;
        /** Options that take a value. */
        value_params?: Record<string, true>;
        /**
         * Options that may come several times.
         * @since 13.0
         */
        array_params?: Record<string, true>;
        /** Options that take a value, by name. @since 13.0 */
        kv_params?: Record<string, true>;
        /**
         * Unknown options are errors.
         * @since 13.0
         */
        strict?: boolean;
        /**
         * Whether options end at the first other word; default true.
         * @since 13.0
         */
        stop_on_positional?: boolean;
    }
    /** Options by name, with `_` for `-`, and the other words from 1 on. */
    export interface Parsed {
        /** An option's value; true where it takes none. */
        [option: string]: string | boolean | string[] | undefined;
        /** Words that are no options, in their order. */
        [position: number]: string;
    }
    /**
     * Takes the options out of a list of words.
     * @see [util/argparse.lua](https://hg.prosody.im/trunk/file/tip/util/argparse.lua)
     */
    export function parse(
        words: string[],
        config?: Config,
    ): LuaMultiReturn<
        [options: Parsed] | [options: undefined, error: "param-not-found" | "missing-value", word: string]
    >;
}
