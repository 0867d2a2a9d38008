/** @noSelfInFile */
/**
 * The network by libevent. A module takes `prosody.net.server`.
 * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
 */
declare module "prosody.net.server_event" {
    import type { ListenConfig, ServerHandle, WatchedFd } from "prosody.net.server";

    /**
     * What this backend is.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const __AUTHOR: string;
    /**
     * What this backend is.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const __DATE: string;
    /**
     * What this backend is.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const __NAME: string;
    /**
     * What this backend is.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const __VERSION: string;
    /**
     * Calls a function after a delay in seconds; again after as many as it returns.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function add_task(
        delay: number,
        callback: (this: void, now: number, id?: unknown) => number | undefined | void,
    ): any;
    /**
     * Opens a connection.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
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
     * @param timeout In seconds.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function addevent(
        fd: number,
        mode: any,
        callback: (this: void, ...args: any[]) => unknown,
        timeout?: number,
    ): unknown;
    /**
     * Opens a port.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function addserver(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        read_size?: string | number,
        tls_ctx?: object,
        starttls?: boolean,
    ): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * The base of libevent.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const base: object;
    /**
     * The settings.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const cfg: {
        /** Seconds until a full server accepts connections again. */
        readonly ACCEPT_DELAY: number;
        /** How many connections may wait to be accepted. */
        readonly ACCEPT_QUEUE: number;
        /** Seconds until closed connections are cleared away. */
        readonly CLEAR_DELAY: number;
        /** Seconds that connecting may take. */
        readonly CONNECT_TIMEOUT: number;
        /** Whether it tells the log what it does. */
        readonly DEBUG: boolean;
        /** Seconds that each try of a TLS handshake may take. */
        readonly HANDSHAKE_TIMEOUT: number;
        /** How many connections there may be. */
        readonly MAX_CONNECTIONS: number;
        /** How often a TLS handshake is tried. */
        readonly MAX_HANDSHAKE_ATTEMPTS: number;
        /** How many bytes are read at once. */
        readonly MAX_READ_LENGTH: number;
        /** How many bytes may wait to be written. */
        readonly MAX_SEND_LENGTH: number;
        /** Seconds until it reads on where there is more. */
        readonly READ_RETRY_DELAY: number;
        /** Seconds that a connection may be silent. */
        readonly READ_TIMEOUT: number;
        /** Seconds that writing may take. */
        readonly WRITE_TIMEOUT: number;
    };
    /**
     * Closes everything.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function closeall(): void;
    /**
     * Numbers and functions in the manner of luaevent.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const event: {
        /** The connection has ended. */
        readonly EVBUFFER_EOF: number;
        /** The connection has failed. */
        readonly EVBUFFER_ERROR: number;
        /** It happened while reading. */
        readonly EVBUFFER_READ: number;
        /** It took too long. */
        readonly EVBUFFER_TIMEOUT: number;
        /** It happened while writing. */
        readonly EVBUFFER_WRITE: number;
        /** Goes on after it has happened once. */
        readonly EV_PERSIST: number;
        /** There is something to read. */
        readonly EV_READ: number;
        /** A signal came. */
        readonly EV_SIGNAL: number;
        /** Time is up. */
        readonly EV_TIMEOUT: number;
        /** There is room to write. */
        readonly EV_WRITE: number;
        /** A callback returns it to be called no more. */
        readonly LEAVE: number;
        /** Buffers of libevent. */
        readonly buffer: object;
        /** Connections of libevent with buffers. */
        readonly bufferevent: object;
        /** The version of libevent. */
        readonly libevent_version: (this: void, ...args: any[]) => any;
        /** Makes a base. */
        readonly new: (this: void, ...args: any[]) => any;
    };
    /**
     * The base of libevent.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export const event_base: object;
    /**
     * What does the work: "epoll", "event" or "select".
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function get_backend(): string;
    /**
     * Calls a function when a signal comes.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function hook_signal(
        signal: number,
        callback: (this: void, signal: number) => void,
    ): LuaMultiReturn<[true] | [undefined | false, string?]>;
    /**
     * Writes to one connection what comes from another.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function link(from: Prosody.Connection, to: Prosody.Connection, read_size?: number): void;
    /**
     * Opens a port.
     * @since 0.12
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function listen(
        address: string,
        port: number,
        listeners: Prosody.Listener,
        config?: ListenConfig,
    ): LuaMultiReturn<[ServerHandle] | [undefined, string]>;
    /**
     * Handles events until the end; how it ended.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function loop(): string | undefined;
    /**
     * Ends the loop.
     * @param how True when nothing is left to do, "once" at once.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function setquitting(how: boolean | "once"): void;
    /**
     * Starts settings of TLS.
     * @since 13.0
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function tls_builder(basedir?: string): import("prosody.util.sslconfig").SslConfig;
    /**
     * Calls functions when a file descriptor can be read or written.
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function watchfd(
        fd: number | object,
        onreadable?: (this: void, conn: any) => void,
        onwritable?: (this: void, conn: any) => void,
    ): LuaMultiReturn<[WatchedFd] | [undefined, string]>;
    /**
     * Makes a connection of a socket.
     * @param read_size So many bytes at once, or as LuaSocket writes it: "*a", "*l".
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
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
     * @since 13.0
     * @see [net/server_event.lua](https://hg.prosody.im/trunk/file/tip/net/server_event.lua)
     */
    export function wrapserver(
        socket: object,
        address: string,
        port: number,
        listeners: Prosody.Listener,
        config?: ListenConfig,
    ): ServerHandle;
}
