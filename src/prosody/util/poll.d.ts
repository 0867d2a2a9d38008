/** @noSelfInFile */

/** Waiting for many file descriptors at once. */
declare module "prosody.util.poll" {
    export interface Poll {
        add(fd: number, read: boolean, write: boolean): LuaMultiReturn<[true] | [undefined, string, number]>;
        set(fd: number, read?: boolean, write?: boolean): LuaMultiReturn<[true] | [undefined, string, number]>;
        del(fd: number): LuaMultiReturn<[true] | [undefined, string, number]>;
        /** Waits so many seconds for one that is ready. */
        wait(
            timeout: number,
        ): LuaMultiReturn<[fd: number, read: boolean, write: boolean] | [undefined, string, number?]>;
        getfd(): number | undefined;
    }
    function new_(): Poll;
    export {
        /** Waits for nothing yet. */
        new_ as new,
    };
    export const EEXIST: number;
    /** @since 0.12 */
    export const EMFILE: number;
    export const ENOENT: number;
    /**
     * What does the work.
     * @since 0.12
     */
    export const api: "epoll" | "poll" | "select";
}
