/** @noSelfInFile */

declare namespace Prosody {
    /**
     * What a connection tells its owner. All are optional but `onincoming` for streams; those that are given are called with the
     * connection first.
     */
    interface Listener {
        /** The connection stands. From 0.12 on `close` in here drops what was written in here: close in `ondrain`. */
        onconnect?: (this: void, conn: Connection) => void;
        /** Bytes came. */
        onincoming?: (this: void, conn: Connection, data: string) => void;
        /** The connection is gone. */
        ondisconnect?: (this: void, conn: Connection, reason?: string) => void;
        /** All that waited was written. */
        ondrain?: (this: void, conn: Connection) => void;
        /** Almost all that waited was written. @since 0.12 */
        onpredrain?: (this: void, conn: Connection) => void;
        /** No bytes came for a time; true waits on. */
        onreadtimeout?: (this: void, conn: Connection) => true | undefined | void;
        /** TLS stands, or failed. */
        onstatus?: (this: void, conn: Connection, status: string) => void;
        /** The listener became that of the connection, with the data given to `setlistener`. */
        onattach?: (this: void, conn: Connection, data: any) => void;
        /** Another listener took over. */
        ondetach?: (this: void, conn: Connection) => void;
        /** No connection could be made; for `prosody.net.connect`. */
        onfail?: (this: void, data: any, reason: string) => void;
        /** The port where the configuration names none. */
        default_port?: number;
        /** The address to listen on where the configuration names none. */
        default_interface?: string;
        /** How to read: "*a" bytes as they come, "*l" lines. */
        default_mode?: "*a" | "*l" | number;
    }

    /** A network connection; made by `prosody.net.server`. */
    interface Connection {
        /**
         * Sends bytes; how many, or undefined and why not.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        write(data: string): LuaMultiReturn<[written: number | boolean] | [written: undefined, error: string]>;
        /**
         * Another name of `write`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        send(data: string): LuaMultiReturn<[written: number | boolean] | [written: undefined, error: string]>;
        /**
         * Sends what waits, then closes.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        close(): void;
        /**
         * The other side's address.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ip(): string;
        /**
         * The port on the side that accepted.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        port(): number;
        /**
         * The other side's port.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        clientport(): number;
        /**
         * The port on this side.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        serverport(): number;
        /**
         * The server that accepted the connection.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        server(): unknown;
        /**
         * The socket below, of LuaSocket or, with TLS, of LuaSec.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        socket(): any;
        /**
         * Whether TLS protects it.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl(): boolean | undefined;
        /**
         * Starts TLS; false where that cannot be, as over WebSocket.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        starttls: false | ((this: Connection, context?: object) => unknown);
        /**
         * Sets the context of TLS; not by epoll on 0.11.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        set_sslctx?(context: object): void;
        /**
         * Reads no more until `resume`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        pause(): unknown;
        /**
         * Reads again.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        resume(): unknown;
        /**
         * How to read: "*a" bytes as they come, or so many at once.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        set_mode(mode: "*a" | "*l" | number): void;
        /**
         * Sets an option of the socket.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setoption(option: string, value: unknown): unknown;
        /**
         * Gives it another listener, and data for its `onattach`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setlistener(listeners: Listener, data?: unknown): void;
        /**
         * Replaces the function that sends.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        set_send(send: (this: void, ...args: any[]) => unknown): void;
        /**
         * The context of TLS; by select, and from 13.0 on by all backends.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        sslctx?(): unknown;
        // ---- of some backends only: of epoll, the usual one from 0.12 on, of select, the usual one of 0.11, or of event

        /** For the log. */
        readonly id?: string;
        /** The socket below. */
        readonly conn?: unknown;
        /** When it came, in seconds since 1970. */
        readonly created?: number;
        /** Who is told. */
        readonly listeners?: Listener;
        /** Writes to the log under its name. @since 0.12 */
        readonly log?: Logger;
        /** The other side's address. */
        readonly peername?: string;
        /** The other side's port. */
        readonly peerport?: number;
        /** This side's address. */
        readonly sockname?: string;
        /** This side's port. */
        readonly sockport?: string | number;
        /** How to read. */
        readonly read_size?: number | string;
        /** Whether TLS is there from the first byte on. @since 0.12 */
        readonly tls_direct?: boolean;
        /** What waits to be written. */
        readonly writebuffer?: unknown;
        /**
         * Its file descriptor.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        getfd?(): number;
        /**
         * Ends it at once, without telling the listener.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        destroy?(): void;
        /**
         * Seconds after which writing fails.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setwritetimeout?(seconds: number | false): void;
        /**
         * Calls a function of the listener.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        on?(what: string, ...args: unknown[]): unknown;
        /**
         * Tells that bytes came.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onincoming?(...args: unknown[]): unknown;
        /**
         * Tells that it stands.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onconnect?(): unknown;
        /**
         * Tells that all was written.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ondrain?(): unknown;
        /**
         * Reads.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onreadable?(): unknown;
        /**
         * Writes.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onwritable?(): unknown;
        /**
         * Accepts a connection.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onacceptable?(): unknown;
        /**
         * Starts waiting.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        add?(read?: boolean, write?: boolean): unknown;
        /**
         * Waits for something else.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        set?(read?: boolean, write?: boolean): unknown;
        /**
         * Waits for something else.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setflags?(read?: boolean, write?: boolean): unknown;
        /**
         * Ends waiting.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        del?(): unknown;
        /**
         * Starts waiting.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        init?(): unknown;
        /**
         * Prepares TLS.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        inittls?(context: object, now?: boolean): unknown;
        /**
         * Sets TLS up.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        tlshandshake?(): unknown;
        /**
         * What `tlshandshake` was called, by a slip.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        tlshandskake?(): unknown;
        /**
         * Sets the usual options of its socket.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        defaultoptions?(): void;
        /**
         * Asks its socket for addresses and ports.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        updatenames?(): void;
        /**
         * Writes to the log.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        debug?(message: string, ...values: unknown[]): void;
        /**
         * Writes to the log, where much is wanted.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        noise?(message: string, ...values: unknown[]): void;
        /**
         * Writes to the log.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        error?(message: string, ...values: unknown[]): void;
        /**
         * Sets how much may wait for reading and writing; how much waits for writing, and both limits.
         * @param max_read In bytes.
         * @param max_write In bytes.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        bufferlen?(
            max_read?: number,
            max_write?: number,
        ): LuaMultiReturn<[waiting: number, max_read: number, max_write: number]>;
        /**
         * What waits to be written.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        bufferqueue?(): string[];
        /**
         * The listener's function for the end.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        disconnect?(this: void): unknown;
        /**
         * The listener's function for bytes.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        dispatch?(this: void): unknown;
        /**
         * Closes it at once.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        force_close?(error?: string): boolean;
        /**
         * Counts of bytes.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        getstats?(this: void): LuaMultiReturn<[read: number, written: number]>;
        /**
         * Reads no more.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        lock?(no_more: boolean): unknown;
        /**
         * Reads no more.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        lock_read?(no_more: boolean): unknown;
        /**
         * Tells that no bytes came.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onreadtimeout?(): unknown;
        /**
         * Reads.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        readbuffer?(this: void): unknown;
        /**
         * Reads.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        receive?(this: void, ...args: unknown[]): unknown;
        /**
         * Writes.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        sendbuffer?(this: void): unknown;
        /**
         * Closes one direction.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        shutdown?(this: void, pattern?: string): unknown;

        // ---- from 0.12 or 13.0 on

        /**
         * Writes no more until `resume_writes`.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        pause_writes?(): void;
        /**
         * Writes again.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        resume_writes?(): void;
        /**
         * Reads no more for so many seconds.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        pausefor?(seconds: number): void;
        /**
         * Limits what is read to so many bytes per second.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setlimit?(bytes_per_second: number): void;
        /**
         * Seconds after which `onreadtimeout` is called; false for never.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setreadtimeout?(seconds: number | false): void;
        /**
         * What TLS agreed on: protocol, cipher and so on.
         * @since 13.0 Before, take `socket().info()`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl_info?(): Record<string, unknown> | undefined;
        /**
         * The other side's certificate.
         * @since 13.0 Before, take `socket().getpeercertificate()`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl_peercertificate?(): object | undefined;
        /**
         * Whether that certificate is to be trusted, and what is wrong.
         * @since 13.0 Before, take `socket().getpeerverification()`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl_peerverification?(): LuaMultiReturn<[trusted: boolean | undefined, errors?: unknown]>;
        /**
         * What the channel binding tls-unique (RFC 5929) is made of.
         * @since 13.0 Before, take `socket().getpeerfinished()`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl_peerfinished?(): string | undefined;
        /**
         * What the channel binding tls-exporter (RFC 9266) is made of.
         * @param length In bytes.
         * @since 13.0
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl_exportkeyingmaterial?(label: string, length: number, context: string): string | undefined;
    }

    /** A socket of LuaSocket. Whatever waits in here holds up the whole server. */
    interface Socket {
        /** What kind it is. */
        readonly class?: string;
        /**
         * Takes a connection that came.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        accept(): LuaMultiReturn<[socket: Socket] | [socket: undefined, error: string]>;
        /**
         * Binds it to an address and port of this machine.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        bind(address: string, port: number): LuaMultiReturn<[1] | [undefined, string]>;
        /**
         * Closes it.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        close(): unknown;
        /**
         * Connects it.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        connect(address: string, port: number): LuaMultiReturn<[1] | [undefined, string]>;
        /**
         * Whether bytes were read that nobody took.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        dirty(): boolean;
        /**
         * "inet" or "inet6".
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        getfamily(): string;
        /**
         * Its file descriptor.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        getfd(): number;
        /**
         * An option.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        getoption(option: string): LuaMultiReturn<[value: unknown, error?: string]>;
        /**
         * The other side's address, port and family.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        getpeername(): LuaMultiReturn<[address: string, port: number, family: string] | [undefined, string]>;
        /**
         * This side's address, port and family.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        getsockname(): LuaMultiReturn<[address: string, port: string, family: string] | [undefined, string]>;
        /**
         * Bytes received, bytes sent, and its age in seconds.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        getstats(): LuaMultiReturn<[received: number, sent: number, age: number]>;
        /**
         * How long it waits, in seconds: for one call, and in all.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        gettimeout(): LuaMultiReturn<[block: number | undefined, total: number | undefined]>;
        /**
         * Waits for connections from now on.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        listen(backlog?: number): LuaMultiReturn<[1] | [undefined, string]>;
        /**
         * Reads so many bytes, a line ("*l") or everything ("*a"); else why not, and what came.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        receive(
            pattern?: "*a" | "*l" | number,
            prefix?: string,
        ): LuaMultiReturn<[data: string] | [data: undefined, error: string, partial: string]>;
        /**
         * Sends; the position of the last byte that went out, or why not, and that position.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        send(
            data: string,
            from?: number,
            to?: number,
        ): LuaMultiReturn<[last: number] | [last: undefined, error: string, last: number]>;
        /**
         * Replaces its file descriptor.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        setfd(fd: number): unknown;
        /**
         * Sets an option.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        setoption(option: string, value?: unknown): LuaMultiReturn<[1] | [undefined, string]>;
        /**
         * As `connect`.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        setpeername(address: string, port: number): LuaMultiReturn<[1] | [undefined, string]>;
        /**
         * As `bind`.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        setsockname(address: string, port: number): LuaMultiReturn<[1] | [undefined, string]>;
        /**
         * Sets what `getstats` gives.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        setstats(received: number, sent: number, age?: number): LuaMultiReturn<[1] | [undefined, string]>;
        /**
         * How long it may wait, in seconds; for one call ("b") or in all ("t").
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        settimeout(seconds?: number, mode?: "b" | "t"): unknown;
        /**
         * Closes one direction, or both.
         * @see [LuaSocket](https://lunarmodules.github.io/luasocket/tcp.html)
         */
        shutdown(mode?: "both" | "send" | "receive"): 1;
    }
    /** A socket of LuaSec, which Debian ships as lua-sec. Whatever waits in here holds up the whole server. */
    interface TlsSocket {
        /**
         * Closes it.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        close(): unknown;
        /**
         * Whether bytes were read that nobody took.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        dirty(): boolean;
        /**
         * Agrees on keys with the other side.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        dohandshake(): LuaMultiReturn<[true] | [false, string]>;
        /**
         * Key material of the session (RFC 5705).
         * @param length In bytes.
         * @since 0.12
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        exportkeyingmaterial?(label: string, length: number, context?: string): string | undefined;
        /**
         * The protocol that was agreed on (RFC 7301).
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getalpn(): string | undefined;
        /**
         * Its file descriptor.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getfd(): number;
        /**
         * The Finished message of this side.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getfinished(): string | undefined;
        /**
         * This side's certificate.
         * @since 13.0
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getlocalcertificate?(index?: number): import("prosody.util.x509").Certificate | undefined;
        /**
         * This side's certificate and those above it.
         * @since 13.0
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getlocalchain?(): import("prosody.util.x509").Certificate[];
        /**
         * The other side's certificate, or one above it.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getpeercertificate(index?: number): import("prosody.util.x509").Certificate | undefined;
        /**
         * The other side's certificate and those above it.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getpeerchain(): import("prosody.util.x509").Certificate[];
        /**
         * The Finished message of the other side: what tls-unique (RFC 5929) is made of.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getpeerfinished(): string | undefined;
        /**
         * Whether the other side's certificate is to be trusted, and what is wrong with which of the chain.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getpeerverification(): LuaMultiReturn<[trusted: boolean, errors?: unknown]>;
        /**
         * The name that the client asked for.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getsniname(): string | undefined;
        /**
         * Bytes received, bytes sent, and its age in seconds.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        getstats(): LuaMultiReturn<[received: number, sent: number, age: number]>;
        /**
         * What TLS agreed on: protocol, cipher and so on; or one field of that.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        info(): Record<string, unknown> | undefined;
        /**
         * One field of what TLS agreed on.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        info(field: string): unknown;
        /**
         * Reads so many bytes, a line ("*l") or everything ("*a"); else why not, and what came.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        receive(
            pattern?: "*a" | "*l" | number,
            prefix?: string,
        ): LuaMultiReturn<[data: string] | [data: undefined, error: string, partial: string]>;
        /**
         * Sends; the position of the last byte that went out, or why not, and that position.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        send(
            data: string,
            from?: number,
            to?: number,
        ): LuaMultiReturn<[last: number] | [last: undefined, error: string, last: number]>;
        /**
         * Has the other side's certificate looked up in DNS (DANE, RFC 6698).
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        setdane(hostname: string): LuaMultiReturn<[true] | [false, string]>;
        /**
         * Sets what `getstats` gives.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        setstats(received: number, sent: number, age?: number): unknown;
        /**
         * How long it may wait, in seconds; for one call ("b") or in all ("t").
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        settimeout(seconds?: number, mode?: "b" | "t"): unknown;
        /**
         * Takes a TLSA record for `setdane`.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        settlsa(usage: number, selector: number, match: number, data: string): unknown;
        /**
         * The name that is asked for; on the server's side, contexts by name.
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        sni(names: string | object, strict?: boolean): unknown;
        /**
         * What it waits for: "nothing", "read", "write" or "x509lookup".
         * @see [LuaSec](https://github.com/brunoos/luasec/wiki/LuaSec-1.3.x)
         */
        want(): string;
    }
}
