/** @noSelfInFile */

/** Tables as Lua code and back. https://prosody.im/doc/developers/util/serialization */
declare module "prosody.util.serialization" {
    export interface Options {
        preset?: "debug" | "oneline" | "compact" | "pretty";
        indentwith?: string;
        itemstart?: string;
        itemsep?: string;
        itemlast?: string;
        tstart?: string;
        tend?: string;
        kstart?: string;
        kend?: string;
        equals?: string;
        /** Whether names stand without quotes, or which do: a Lua pattern. */
        unquoted?: boolean | string;
        /** Prefix of strings in hexadecimal digits. */
        hex?: string;
        /** Whether the metamethod `__freeze` says what stands for a value. */
        freeze?: boolean;
        /** Whether a value that cannot be written is an error. */
        fatal?: boolean;
        /** Text for such a value. */
        fallback?: (this: void, value: unknown, why?: string) => string;
        maxdepth?: number;
        multiref?: boolean;
        keywords?: Record<string, true>;
        table_iterator?: (this: void, table: object) => LuaIterable<LuaMultiReturn<[any, any]>, any>;
    }
    /** A value as text. */
    export type Serializer = (this: void, value: unknown) => string;
    /**
     * A function that makes text of values.
     * @see [util/serialization.lua](https://hg.prosody.im/trunk/file/tip/util/serialization.lua)
     */
    function new_(options?: Options | "debug" | "oneline" | "compact" | "pretty"): Serializer;
    export { new_ as new };
    /**
     * A value as text; an error for functions and the like, unless the options say otherwise.
     * @see [util/serialization.lua](https://hg.prosody.im/trunk/file/tip/util/serialization.lua)
     */
    export function serialize(value: unknown, options?: Options | "debug" | "oneline" | "compact" | "pretty"): string;
    /**
     * The value of a text; undefined, with a message where it is none.
     * @see [util/serialization.lua](https://hg.prosody.im/trunk/file/tip/util/serialization.lua)
     */
    export function deserialize(text: string | undefined): LuaMultiReturn<[value: unknown, error?: string]>;
}
