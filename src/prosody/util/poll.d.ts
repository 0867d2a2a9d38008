/** @noSelfInFile */
/**
 * Waiting for many file descriptors at once.
 * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
 */
declare module "prosody.util.poll" {
    /** Waits until sockets can be read or written. */
    export interface Poll {
        /**
         * Waits for a file descriptor.
         * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
         */
        add(fd: number, read: boolean, write: boolean): LuaMultiReturn<[true] | [undefined, string, number]>;
        /**
         * Waits for something else of it.
         * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
         */
        set(fd: number, read?: boolean, write?: boolean): LuaMultiReturn<[true] | [undefined, string, number]>;
        /**
         * Waits for it no more.
         * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
         */
        del(fd: number): LuaMultiReturn<[true] | [undefined, string, number]>;
        /**
         * Waits so many seconds for one that is ready.
         * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
         */
        wait(
            timeout: number,
        ): LuaMultiReturn<[fd: number, read: boolean, write: boolean] | [undefined, string, number?]>;
        /**
         * Its own file descriptor, with epoll.
         * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
         */
        getfd(): number | undefined;
    }
    /**
     * Waits for nothing yet.
     * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
     */
    function new_(): Poll;
    export { new_ as new };
    /**
     * The number of the error "exists already".
     * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
     */
    export const EEXIST: number;
    /**
     * The number of the error "too many open files".
     * @since 0.12
     * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
     */
    export const EMFILE: number;
    /**
     * The number of the error "no such file".
     * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
     */
    export const ENOENT: number;
    /**
     * What does the work.
     * @since 0.12
     * @see [util-src/poll.c](https://hg.prosody.im/trunk/file/tip/util-src/poll.c)
     */
    export const api: "epoll" | "poll" | "select";
}
