/** @noSelfInFile */

/**
 * Signals of the operating system.
 * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
 */
declare module "prosody.util.signal" {
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGABRT: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGALRM: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGBUS: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGCHLD: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGCLD: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGCONT: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGFPE: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGHUP: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGILL: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGINT: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGIO: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGIOT: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGKILL: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGPIPE: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGPOLL: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGPROF: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGQUIT: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGSEGV: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGSTKFLT: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGSTOP: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGSYS: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGTERM: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGTRAP: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGTTIN: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGTTOU: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGURG: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGUSR1: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGUSR2: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGVTALRM: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGWINCH: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGXCPU: number;
    /**
     * Number of the signal.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export const SIGXFSZ: number;
    /**
     * Sends a signal to a process.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export function kill(pid: number, signal: number | string): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * Sends a signal to this process.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export function raise(signal: number | string): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * Calls a function when a signal comes; true, or false and why not.
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export function signal(
        signal: number | string,
        handler?: (this: void, signal: number) => void,
    ): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * An object that can be read when a signal comes.
     * @since 13.0
     * @see [util-src/signal.c](https://hg.prosody.im/trunk/file/tip/util-src/signal.c)
     */
    export function signalfd(signal: number | string): unknown;
}
