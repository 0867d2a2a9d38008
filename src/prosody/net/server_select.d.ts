/** @noSelfInFile */

/**
 * The network by select. A module takes `prosody.net.server`.
 * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
 */
declare module "prosody.net.server_select" {
    import type { ListenConfig, ServerHandle, WatchedFd } from "prosody.net.server";

    /**
     * Calls a function again and again.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function _addtimer(callback: (this: void, now: number) => number | undefined | void): true;
    /**
     * Calls a function after a delay in seconds; again after as many as it returns.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function add_task(
        delay: number,
        callback: (this: void, now: number, id?: unknown) => number | undefined | void,
    ): any;
    /**
     * Opens a connection.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
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
     * Opens a port.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
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
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function changesettings(settings: object): unknown;
    /**
     * Closes everything.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function closeall(): void;
    /**
     * What does the work: "epoll", "event" or "select".
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function get_backend(): string;
    /**
     * The server on a port.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function getserver(address: string, port: number): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * The settings.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function getsettings(): Record<string, unknown>;
    /**
     * Calls a function when a signal comes.
     * @removed 0.12
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function hook_signal(
        signal: number,
        callback: (this: void, signal: number) => void,
    ): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * Writes to one connection what comes from another.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function link(from: Prosody.Connection, to: Prosody.Connection, read_size?: number): void;
    /**
     * Opens a port.
     * @since 0.12
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function listen(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        config?: ListenConfig,
    ): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * Handles events until the end; how it ended.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function loop(once?: boolean): string | undefined;
    /**
     * Closes a port.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function removeserver(address: string, port: number): LuaMultiReturn<[true] | [undefined, string]>;
    /**
     * Says where to log; the former logger.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function setlogger(logger: import("prosody.util.logger").Logger): import("prosody.util.logger").Logger;
    /**
     * Ends the loop.
     * @param how True when nothing is left to do, "once" at once.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function setquitting(how: boolean | "once"): void;
    /**
     * Counts of bytes and sockets.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function stats(): LuaMultiReturn<number[]>;
    /**
     * Handles what is ready now.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function step(): void;
    /**
     * Starts settings of TLS.
     * @since 13.0
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function tls_builder(basedir?: string): import("prosody.util.sslconfig").SslConfig;
    /**
     * Calls functions when a file descriptor can be read or written.
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
     */
    export function watchfd(
        fd: number | object,
        onreadable?: (this: void, conn: any) => void,
        onwritable?: (this: void, conn: any) => void,
    ): LuaMultiReturn<[WatchedFd] | [undefined, string]>;
    /**
     * Makes a connection of a socket.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_select.lua](https://hg.prosody.im/trunk/file/tip/net/server_select.lua)
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
}
