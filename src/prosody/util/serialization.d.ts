/** @noSelfInFile */
/**
 * Tables as Lua code and back. https://prosody.im/doc/developers/util/serialization
 * @see [util/serialization.lua](https://hg.prosody.im/trunk/file/tip/util/serialization.lua)
 */
declare module "prosody.util.serialization" {
    /** How values are written. */
    export interface Options {
        /** Settings that go together. */
        preset?: "debug" | "oneline" | "compact" | "pretty";
        /** What each level is indented with; default a tab. */
        indentwith?: string;
        /** What stands before each item; default a line break. */
        itemstart?: string;
        /** What stands between items; default ";". */
        itemsep?: string;
        /** What stands after the last item; default ";" and a line break. */
        itemlast?: string;
        /** What a table begins with; default "{". */
        tstart?: string;
        /** What a table ends with; default "}". */
        tend?: string;
        /** What a key begins with; default "[". */
        kstart?: string;
        /** What a key ends with; default "]". */
        kend?: string;
        /** What stands between key and value; default " = ". */
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
        /** How deep tables may lie in tables; default 127. */
        maxdepth?: number;
        /** Whether a table may occur more than once. */
        multiref?: boolean;
        /** Names that need quotes, as keys. */
        keywords?: Record<string, true>;
        /** Walks over a table in place of `pairs`, to sort say. */
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
