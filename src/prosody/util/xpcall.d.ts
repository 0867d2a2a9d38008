/** @noSelfInFile */

/**
 * Lua's xpcall with arguments, which 5.1 lacks.
 * @see [util/xpcall.lua](https://hg.prosody.im/trunk/file/tip/util/xpcall.lua)
 */
declare module "prosody.util.xpcall" {
    /**
     * Calls a function with arguments; `handler` gets what it raises and makes the second result.
     * @see [util/xpcall.lua](https://hg.prosody.im/trunk/file/tip/util/xpcall.lua)
     */
    export function xpcall<A extends unknown[], R, E>(
        func: (this: void, ...args: A) => R,
        handler: (this: void, raised: unknown) => E,
        ...args: A
    ): LuaMultiReturn<[ok: true, result: R] | [ok: false, error: E]>;
}
