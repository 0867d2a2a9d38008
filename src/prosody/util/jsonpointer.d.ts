/** @noSelfInFile */

/**
 * JSON Pointer (RFC 6901).
 * @since 0.12
 * @see [util/jsonpointer.lua](https://hg.prosody.im/trunk/file/tip/util/jsonpointer.lua)
 */
declare module "prosody.util.jsonpointer" {
    /**
     * The value that a path such as "/list/0/name" leads to; undefined, with a message where the path is none.
     * @see [util/jsonpointer.lua](https://hg.prosody.im/trunk/file/tip/util/jsonpointer.lua)
     */
    export function resolve(
        value: object,
        path: string,
    ): LuaMultiReturn<[value: unknown, error?: "invalid-path" | "invalid-table"]>;
}
