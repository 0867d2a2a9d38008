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
        default_port?: number;
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
         * The socket below, of LuaSocket or LuaSec.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        socket(): any;
        /**
         * Whether TLS protects it.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl(): boolean | undefined;
        /**
         * Starts TLS.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        starttls(context?: object): unknown;
        /**
         * Sets the context of TLS.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        set_sslctx(context: object): void;
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
         * The context of TLS; not on 0.12.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        sslctx?(): unknown;
        // ---- of the backend; on 0.11 those of select, from 0.12 on those of epoll

        /** For the log. @since 0.12 */
        readonly id?: string;
        /** The socket below. @since 0.12 */
        readonly conn?: unknown;
        /** When it came, by a clock that never jumps. @since 0.12 */
        readonly created?: number;
        /** Who is told. @since 0.12 */
        readonly listeners?: Listener;
        /** Writes to the log under its name. @since 0.12 */
        readonly log?: Logger;
        /** The other side's address. @since 0.12 */
        readonly peername?: string;
        /** The other side's port. @since 0.12 */
        readonly peerport?: number;
        /** This side's address. @since 0.12 */
        readonly sockname?: string;
        /** This side's port. @since 0.12 */
        readonly sockport?: string | number;
        /** How to read. @since 0.12 */
        readonly read_size?: number | string;
        /** Whether TLS is there from the first byte on. @since 0.12 */
        readonly tls_direct?: boolean;
        /** What waits to be written. @since 0.12 */
        readonly writebuffer?: unknown;
        /**
         * Its file descriptor.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        getfd?(): number;
        /**
         * Ends it at once, without telling the listener.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        destroy?(): void;
        /**
         * Seconds after which writing fails.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setwritetimeout?(seconds: number | false): void;
        /**
         * Calls a function of the listener.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        on?(what: string, ...args: unknown[]): unknown;
        /**
         * Tells that bytes came.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onincoming?(...args: unknown[]): unknown;
        /**
         * Tells that it stands.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onconnect?(): unknown;
        /**
         * Tells that all was written.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ondrain?(): unknown;
        /**
         * Reads.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onreadable?(): unknown;
        /**
         * Writes.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onwritable?(): unknown;
        /**
         * Accepts a connection.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onacceptable?(): unknown;
        /**
         * Starts waiting.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        add?(read?: boolean, write?: boolean): unknown;
        /**
         * Waits for something else.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        set?(read?: boolean, write?: boolean): unknown;
        /**
         * Waits for something else.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        setflags?(read?: boolean, write?: boolean): unknown;
        /**
         * Ends waiting.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        del?(): unknown;
        /**
         * Starts waiting.
         * @since 0.12
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
         * Sets the usual options of its socket.
         * @since 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        defaultoptions?(): void;
        /**
         * Asks its socket for addresses and ports.
         * @since 0.12
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
         * Sets how much may wait.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        bufferlen?(...args: unknown[]): unknown;
        /**
         * What waits to be written.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        bufferqueue?(...args: unknown[]): unknown;
        /**
         * Tells that it is gone.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        disconnect?(...args: unknown[]): unknown;
        /**
         * Hands bytes to the listener.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        dispatch?(...args: unknown[]): unknown;
        /**
         * Closes it at once.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        force_close?(...args: unknown[]): unknown;
        /**
         * Counts of bytes.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        getstats?(...args: unknown[]): unknown;
        /**
         * Reads no more.
         * @removed 0.12 Take `pause`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        lock?(...args: unknown[]): unknown;
        /**
         * Reads no more.
         * @removed 0.12 Take `pause`.
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        lock_read?(...args: unknown[]): unknown;
        /**
         * Tells that no bytes came.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        onreadtimeout?(...args: unknown[]): unknown;
        /**
         * Reads.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        readbuffer?(...args: unknown[]): unknown;
        /**
         * Reads.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        receive?(...args: unknown[]): unknown;
        /**
         * Writes.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        sendbuffer?(...args: unknown[]): unknown;
        /**
         * Closes one direction.
         * @removed 0.12
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        shutdown?(...args: unknown[]): unknown;

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
         * @since 0.12
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
         * @since 0.12
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
         * @since 13.0
         * @see [net/server_epoll.lua](https://hg.prosody.im/trunk/file/tip/net/server_epoll.lua)
         */
        ssl_exportkeyingmaterial?(label: string, length: number, context: string): string | undefined;
    }
}
