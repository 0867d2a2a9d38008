/** @noSelfInFile */

/** Signals of the operating system. */
declare module "prosody.util.signal" {
    /** Number of the signal. */
    export const SIGABRT: number;
    /** Number of the signal. */
    export const SIGALRM: number;
    /** Number of the signal. */
    export const SIGBUS: number;
    /** Number of the signal. */
    export const SIGCHLD: number;
    /** Number of the signal. */
    export const SIGCLD: number;
    /** Number of the signal. */
    export const SIGCONT: number;
    /** Number of the signal. */
    export const SIGFPE: number;
    /** Number of the signal. */
    export const SIGHUP: number;
    /** Number of the signal. */
    export const SIGILL: number;
    /** Number of the signal. */
    export const SIGINT: number;
    /** Number of the signal. */
    export const SIGIO: number;
    /** Number of the signal. */
    export const SIGIOT: number;
    /** Number of the signal. */
    export const SIGKILL: number;
    /** Number of the signal. */
    export const SIGPIPE: number;
    /** Number of the signal. */
    export const SIGPOLL: number;
    /** Number of the signal. */
    export const SIGPROF: number;
    /** Number of the signal. */
    export const SIGQUIT: number;
    /** Number of the signal. */
    export const SIGSEGV: number;
    /** Number of the signal. */
    export const SIGSTKFLT: number;
    /** Number of the signal. */
    export const SIGSTOP: number;
    /** Number of the signal. */
    export const SIGSYS: number;
    /** Number of the signal. */
    export const SIGTERM: number;
    /** Number of the signal. */
    export const SIGTRAP: number;
    /** Number of the signal. */
    export const SIGTTIN: number;
    /** Number of the signal. */
    export const SIGTTOU: number;
    /** Number of the signal. */
    export const SIGURG: number;
    /** Number of the signal. */
    export const SIGUSR1: number;
    /** Number of the signal. */
    export const SIGUSR2: number;
    /** Number of the signal. */
    export const SIGVTALRM: number;
    /** Number of the signal. */
    export const SIGWINCH: number;
    /** Number of the signal. */
    export const SIGXCPU: number;
    /** Number of the signal. */
    export const SIGXFSZ: number;
    /** Sends a signal to a process. */
    export function kill(pid: number, signal: number | string): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /** Sends a signal to this process. */
    export function raise(signal: number | string): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /** Calls a function when a signal comes; true, or false and why not. */
    export function signal(
        signal: number | string,
        handler?: (this: void, signal: number) => void,
    ): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * An object that can be read when a signal comes.
     * @since 13.0
     */
    export function signalfd(signal: number | string): unknown;
}
