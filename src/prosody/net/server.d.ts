/** @noSelfInFile */
/**
 * The network, by whichever backend is configured. A module takes `module.provides("net", ...)` and `module.add_timer`. https://prosody.im/doc/developers/net/server
 * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
 */
declare module "prosody.net.server" {
    /** A port that is open. */
    export interface ServerHandle {
        /**
         * Closes it.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        close(): void;
        /**
         * The address that it listens on.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        ip(): string;
        /**
         * The port that it listens on.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        serverport(): number;
        /**
         * Another name of `serverport`, which the backend select lacks.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        port?(): number;
        /**
         * Accepts no connections until `resume`.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        pause?(): void;
        /**
         * Accepts connections again.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        resume?(): void;
        /**
         * The context of TLS; from 13.0 on by all backends.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        sslctx?(): any;
        /** Contexts of TLS by domain. @since 0.12 */
        readonly hosts?: object;
        /**
         * Sets the context of TLS.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        set_sslctx?(context: object): void;
    }
    /** How a port is listened on. */
    export interface ListenConfig {
        /** How much to read at once: so many bytes, or as LuaSocket writes it. */
        read_size?: string | number;
        /** Context of TLS. */
        tls_ctx?: object | undefined;
        /** TLS from the first byte on. */
        tls_direct?: boolean;
        /** Contexts of TLS by domain. */
        sni_hosts?: object;
    }
    /** A file descriptor that is watched. */
    export interface WatchedFd {
        /**
         * Ends the watching.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        close(): void;
        /**
         * Whether to wait for reading, and for writing.
         * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
         */
        setflags?(read?: boolean, write?: boolean): void;
    }

    /**
     * Calls a function again and again.
     * @removed 0.12 Take `prosody.util.timer`'s `add_task`.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function _addtimer(callback: (this: void, now: number) => number | undefined | void): true;
    /**
     * Calls a function after a delay in seconds; again after as many as it returns.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function add_task(
        delay: number,
        callback: (this: void, now: number, id?: unknown) => number | undefined | void,
        param?: unknown,
    ): any;
    /**
     * Opens a connection.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function addclient(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        read_size?: string | number,
        tls_ctx?: object | false,
        type?: string,
        extra?: object,
    ): LuaMultiReturn<[Prosody.Connection] | [undefined, string]>;
    /**
     * Calls a function when a file descriptor is ready, in the manner of luaevent.
     * @since 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function addevent(fd: number, mode: any, callback: (this: void, ...args: any[]) => unknown): unknown;
    /**
     * Opens a port.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function addserver(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        read_size?: string | number,
        tls_ctx?: object,
    ): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * Changes settings.
     * @removed 0.12 Take `set_config`.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function changesettings(settings: object): unknown;
    /**
     * Closes everything.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function closeall(): void;
    /**
     * Numbers and functions in the manner of luaevent.
     * @since 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export const event: {
        /** A callback returns it to be called no more. */
        readonly EV_LEAVE: number;
        /** There is something to read. */
        readonly EV_READ: string;
        /** There is something to read, or room to write. */
        readonly EV_READWRITE: string;
        /** There is room to write. */
        readonly EV_WRITE: string;
    };
    /**
     * What does the work: "epoll", "event" or "select".
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function get_backend(): string;
    /**
     * The server on a port.
     * @removed 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function getserver(address: string, port: number): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * The settings.
     * @removed 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function getsettings(): Record<string, unknown>;
    /**
     * Calls a function when a signal comes.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function hook_signal(
        signal: number,
        callback: (this: void, signal: number) => void,
    ): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * Writes to one connection what comes from another.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function link(from: Prosody.Connection, to: Prosody.Connection, read_size?: number): void;
    /**
     * Opens a port.
     * @since 0.12 Before, take `addserver`.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function listen(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        config?: ListenConfig,
    ): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * Handles events until the end; how it ended.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function loop(once?: boolean): string | undefined;
    /**
     * Closes a port.
     * @removed 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function removeserver(address: string, port: number): LuaMultiReturn<[true] | [undefined, string]>;
    /**
     * Changes settings.
     * @since 0.12 Before, take `changesettings`.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function set_config(config: object): void;
    /**
     * Says where to log; the former logger.
     * @removed 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function setlogger(logger: import("prosody.util.logger").Logger): import("prosody.util.logger").Logger;
    /**
     * Ends the loop.
     * @param how True when nothing is left to do, "once" at once.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function setquitting(how: boolean | "once"): void;
    /**
     * Counts of bytes and sockets.
     * @removed 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function stats(): LuaMultiReturn<number[]>;
    /**
     * Handles what is ready now.
     * @removed 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function step(): void;
    /**
     * Timers; `prosody.util.timer` is this where it is there.
     * @since 0.12 Before, take `prosody.util.timer`.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export const timer: Omit<typeof import("prosody.util.timer"), never>;
    /**
     * Starts settings of TLS.
     * @since 13.0
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function tls_builder(): import("prosody.util.sslconfig").SslConfig;
    /**
     * Calls functions when a file descriptor can be read or written.
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function watchfd(
        fd: number | object,
        onreadable?: (this: void, conn: any) => void,
        onwritable?: (this: void, conn: any) => void,
    ): LuaMultiReturn<[WatchedFd] | [undefined, string]>;
    /**
     * Makes a connection of a socket.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function wrapclient(
        socket: object,
        address: string,
        port: number,
        listeners: Prosody.Listener,
        read_size?: string | number,
        tls_ctx?: object | false,
        extra?: object,
    ): LuaMultiReturn<[Prosody.Connection] | [undefined, string]>;
    /**
     * Makes a server of a socket.
     * @since 0.12
     * @see [net/server.lua](https://hg.prosody.im/trunk/file/tip/net/server.lua)
     */
    export function wrapserver(
        socket: object,
        address: string,
        port: number,
        listeners: Prosody.Listener,
        config?: ListenConfig,
    ): ServerHandle;
}
