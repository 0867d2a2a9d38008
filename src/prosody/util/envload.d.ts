/** @noSelfInFile */
/**
 * Loading Lua code with globals of its own, on any Lua.
 * @see [util/envload.lua](https://hg.prosody.im/trunk/file/tip/util/envload.lua)
 */
declare module "prosody.util.envload" {
    /** Compiled code, ready to run. */
    type Chunk = (this: void, ...args: any[]) => any;
    /**
     * Compiles code.
     * @param source Its name in messages, "@" first for a file, "=" for any other.
     * @see [util/envload.lua](https://hg.prosody.im/trunk/file/tip/util/envload.lua)
     */
    export function envload(
        code: string,
        source?: string,
        env?: object,
    ): LuaMultiReturn<[chunk: Chunk] | [chunk: undefined, error: string]>;
    /**
     * Compiles a file.
     * @see [util/envload.lua](https://hg.prosody.im/trunk/file/tip/util/envload.lua)
     */
    export function envloadfile(
        file: string,
        env?: object,
    ): LuaMultiReturn<[chunk: Chunk] | [chunk: undefined, error: string, errno?: number]>;
}
