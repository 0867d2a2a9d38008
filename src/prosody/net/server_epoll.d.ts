/** @noSelfInFile */
/**
 * The network by epoll, or poll, or select. A module takes `prosody.net.server`.
 * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
 */
declare module "prosody.net.server_epoll" {
    import type { ListenConfig, ServerHandle, WatchedFd } from "prosody.net.server";

    /**
     * Calls a function after a delay in seconds; again after as many as it returns.
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function add_task(
        delay: number,
        callback: (this: void, now: number, id?: unknown) => number | undefined | void,
        param?: unknown,
    ): any;
    /**
     * Opens a connection.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
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
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function addevent(fd: number, mode: any, callback: (this: void, ...args: any[]) => unknown): unknown;
    /**
     * Opens a port.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function addserver(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        read_size?: string | number,
        tls_ctx?: object,
    ): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * Calls a function at a time.
     * @param time In seconds since 1970.
     * @removed 0.12
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function at(time: number, callback: (this: void, ...args: any[]) => unknown): unknown;
    /**
     * Closes everything.
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function closeall(): void;
    /**
     * Numbers and functions in the manner of luaevent.
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
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
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function get_backend(): string;
    /**
     * Calls a function when a signal comes.
     * @since 0.12
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function hook_signal(
        signal: number,
        callback: (this: void, signal: number) => void,
    ): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * Writes to one connection what comes from another.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function link(from: Prosody.Connection, to: Prosody.Connection, read_size?: number): void;
    /**
     * Opens a port.
     * @since 0.12
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function listen(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        config?: ListenConfig,
    ): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * Handles events until the end; how it ended.
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function loop(once?: boolean): string | undefined;
    /**
     * Changes settings.
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function set_config(config: object): void;
    /**
     * Ends the loop.
     * @param how True when nothing is left to do, "once" at once.
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function setquitting(how: boolean | "once"): void;
    /**
     * Timers; `prosody.util.timer` is this where it is there.
     * @since 0.12
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export const timer: Omit<typeof import("prosody.util.timer"), never>;
    /**
     * Starts settings of TLS.
     * @since 13.0
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function tls_builder(): import("prosody.util.sslconfig").SslConfig;
    /**
     * Calls functions when a file descriptor can be read or written.
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function watchfd(
        fd: number | object,
        onreadable?: (this: void, conn: any) => void,
        onwritable?: (this: void, conn: any) => void,
    ): LuaMultiReturn<[WatchedFd] | [undefined, string]>;
    /**
     * Makes a connection of a socket.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
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
     * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
     */
    export function wrapserver(
        socket: object,
        address: string,
        port: number,
        listeners: Prosody.Listener,
        config?: ListenConfig,
    ): ServerHandle;
}
