/** @noSelfInFile */

/** Waiting for many file descriptors at once. */
declare module "prosody.util.poll" {
    export interface Poll {
        /** Waits for a file descriptor. */
        add(fd: number, read: boolean, write: boolean): LuaMultiReturn<[true] | [undefined, string, number]>;
        /** Waits for something else of it. */
        set(fd: number, read?: boolean, write?: boolean): LuaMultiReturn<[true] | [undefined, string, number]>;
        /** Waits for it no more. */
        del(fd: number): LuaMultiReturn<[true] | [undefined, string, number]>;
        /** Waits so many seconds for one that is ready. */
        wait(
            timeout: number,
        ): LuaMultiReturn<[fd: number, read: boolean, write: boolean] | [undefined, string, number?]>;
        /** Its own file descriptor, with epoll. */
        getfd(): number | undefined;
    }
    /** Waits for nothing yet. */
    function new_(): Poll;
    export { new_ as new };
    /** The number of the error "exists already". */
    export const EEXIST: number;
    /** The number of the error "too many open files". @since 0.12 */
    export const EMFILE: number;
    /** The number of the error "no such file". */
    export const ENOENT: number;
    /**
     * What does the work.
     * @since 0.12
     */
    export const api: "epoll" | "poll" | "select";
}
