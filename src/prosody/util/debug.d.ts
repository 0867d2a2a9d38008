/** @noSelfInFile */
/**
 * Tracebacks with the values of variables.
 * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
 */
declare module "prosody.util.debug" {
    /** A variable of a function that is running. */
    export interface Variable {
        /** What it is called. */
        name: string;
        /** What it holds. */
        value: unknown;
    }
    /** One function call of those that led here. */
    export interface Level {
        /** How far from where the trace was made. */
        level: number;
        /** Which function, and where in it. */
        info: debug.FunctionInfo;
        /** Its own variables. */
        locals: Variable[];
        /** Variables of outer functions that it uses. */
        upvalues: Variable[];
    }
    /**
     * The local variables of a level of the call stack.
     * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
     */
    export function get_locals_table(thread: LuaThread | undefined, level: number): Variable[];
    /**
     * The variables that a function has from outside.
     * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
     */
    export function get_upvalues_table(func: Function | undefined): Variable[];
    /**
     * Variables as text; undefined where there are none.
     * @param max_line_length In characters.
     * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
     */
    export function string_from_var_table(
        variables: readonly Variable[],
        max_line_length?: number,
        indent?: string,
    ): string | undefined;
    /**
     * The call stack.
     * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
     */
    export function get_traceback_table(thread: LuaThread | undefined, start_level?: number): Level[];
    /**
     * The call stack as text, with values; takes what Lua's `debug.traceback` takes.
     * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
     */
    export function traceback(message?: unknown, level?: number): string | undefined;
    /**
     * The call stack as text, with values; takes what Lua's `debug.traceback` takes.
     * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
     */
    export function traceback(thread: LuaThread, message?: unknown, level?: number): string | undefined;
    /**
     * Puts that in the place of Lua's `debug.traceback`, for the whole process.
     * @see [util/debug.lua](https://hg.prosody.im/trunk/file/tip/util/debug.lua)
     */
    export function use(): void;
}
