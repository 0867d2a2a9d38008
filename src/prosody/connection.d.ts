/** @noSelfInFile */

declare namespace Prosody {
    /**
     * What a connection tells its owner. All are optional but `onincoming` for streams; those that are given are called with the
     * connection first.
     */
    interface Listener {
        /** The connection stands. */
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
        /** Sends bytes; how many, or undefined and why not. */
        write(data: string): LuaMultiReturn<[written: number | boolean] | [written: undefined, error: string]>;
        /** Another name of `write`. */
        send(data: string): LuaMultiReturn<[written: number | boolean] | [written: undefined, error: string]>;
        /** Sends what waits, then closes. */
        close(): void;
        /** The other side's address. */
        ip(): string;
        /** The port on the side that accepted. */
        port(): number;
        /** The other side's port. */
        clientport(): number;
        /** The port on this side. */
        serverport(): number;
        /** The server that accepted the connection. */
        server(): unknown;
        /** The socket below, of LuaSocket or LuaSec. */
        socket(): any;
        /** Whether TLS protects it. */
        ssl(): boolean | undefined;
        /** Starts TLS. */
        starttls(context?: object): unknown;
        /** Sets the context of TLS. */
        set_sslctx(context: object): void;
        /** Reads no more until `resume`. */
        pause(): unknown;
        /** Reads again. */
        resume(): unknown;
        /** How to read: "*a" bytes as they come, or so many at once. */
        set_mode(mode: "*a" | "*l" | number): void;
        /** Sets an option of the socket. */
        setoption(option: string, value: unknown): unknown;
        /** Gives it another listener, and data for its `onattach`. */
        setlistener(listeners: Listener, data?: unknown): void;
        /** Replaces the function that sends. */
        set_send(send: (this: void, ...args: any[]) => unknown): void;
        /** The context of TLS; not on 0.12. */
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
        /** Its file descriptor. @since 0.12 */
        getfd?(): number;
        /** Ends it at once, without telling the listener. @since 0.12 */
        destroy?(): void;
        /** Seconds after which writing fails. @since 0.12 */
        setwritetimeout?(seconds: number | false): void;
        /** Calls a function of the listener. @since 0.12 */
        on?(what: string, ...args: unknown[]): unknown;
        /** Tells that bytes came. @since 0.12 */
        onincoming?(...args: unknown[]): unknown;
        /** Tells that it stands. @since 0.12 */
        onconnect?(): unknown;
        /** Tells that all was written. @since 0.12 */
        ondrain?(): unknown;
        /** Reads. @since 0.12 */
        onreadable?(): unknown;
        /** Writes. @since 0.12 */
        onwritable?(): unknown;
        /** Accepts a connection. @since 0.12 */
        onacceptable?(): unknown;
        /** Starts waiting. @since 0.12 */
        add?(read?: boolean, write?: boolean): unknown;
        /** Waits for something else. @since 0.12 */
        set?(read?: boolean, write?: boolean): unknown;
        /** Waits for something else. @since 0.12 */
        setflags?(read?: boolean, write?: boolean): unknown;
        /** Ends waiting. @since 0.12 */
        del?(): unknown;
        /** Starts waiting. @since 0.12 */
        init?(): unknown;
        /** Prepares TLS. @since 0.12 */
        inittls?(context: object, now?: boolean): unknown;
        /** Sets TLS up. @since 0.12 */
        tlshandshake?(): unknown;
        /** Sets the usual options of its socket. @since 0.12 */
        defaultoptions?(): void;
        /** Asks its socket for addresses and ports. @since 0.12 */
        updatenames?(): void;
        /** Writes to the log. @since 0.12 */
        debug?(message: string, ...values: unknown[]): void;
        /** Writes to the log, where much is wanted. @since 0.12 */
        noise?(message: string, ...values: unknown[]): void;
        /** Writes to the log. @since 0.12 */
        error?(message: string, ...values: unknown[]): void;
        /** Sets how much may wait. @removed 0.12 */
        bufferlen?(...args: unknown[]): unknown;
        /** What waits to be written. @removed 0.12 */
        bufferqueue?(...args: unknown[]): unknown;
        /** Tells that it is gone. @removed 0.12 */
        disconnect?(...args: unknown[]): unknown;
        /** Hands bytes to the listener. @removed 0.12 */
        dispatch?(...args: unknown[]): unknown;
        /** Closes it at once. @removed 0.12 */
        force_close?(...args: unknown[]): unknown;
        /** Counts of bytes. @removed 0.12 */
        getstats?(...args: unknown[]): unknown;
        /** Reads no more. @removed 0.12 Take `pause`. */
        lock?(...args: unknown[]): unknown;
        /** Reads no more. @removed 0.12 Take `pause`. */
        lock_read?(...args: unknown[]): unknown;
        /** Tells that no bytes came. @removed 0.12 */
        onreadtimeout?(...args: unknown[]): unknown;
        /** Reads. @removed 0.12 */
        readbuffer?(...args: unknown[]): unknown;
        /** Reads. @removed 0.12 */
        receive?(...args: unknown[]): unknown;
        /** Writes. @removed 0.12 */
        sendbuffer?(...args: unknown[]): unknown;
        /** Closes one direction. @removed 0.12 */
        shutdown?(...args: unknown[]): unknown;

        // ---- from 0.12 or 13.0 on

        /**
         * Writes no more until `resume_writes`.
         * @since 0.12
         */
        pause_writes?(): void;
        /**
         * Writes again.
         * @since 0.12
         */
        resume_writes?(): void;
        /**
         * Reads no more for so many seconds.
         * @since 0.12
         */
        pausefor?(seconds: number): void;
        /**
         * Limits what is read to so many bytes per second.
         * @since 0.12
         */
        setlimit?(bytes_per_second: number): void;
        /**
         * Seconds after which `onreadtimeout` is called; false for never.
         * @since 0.12
         */
        setreadtimeout?(seconds: number | false): void;
        /**
         * What TLS agreed on: protocol, cipher and so on.
         * @since 13.0 Before, take `socket().info()`.
         */
        ssl_info?(): Record<string, unknown> | undefined;
        /**
         * The other side's certificate.
         * @since 13.0 Before, take `socket().getpeercertificate()`.
         */
        ssl_peercertificate?(): object | undefined;
        /**
         * Whether that certificate is to be trusted, and what is wrong.
         * @since 13.0 Before, take `socket().getpeerverification()`.
         */
        ssl_peerverification?(): LuaMultiReturn<[trusted: boolean | undefined, errors?: unknown]>;
        /**
         * What the channel binding tls-unique (RFC 5929) is made of.
         * @since 13.0 Before, take `socket().getpeerfinished()`.
         */
        ssl_peerfinished?(): string | undefined;
        /**
         * What the channel binding tls-exporter (RFC 9266) is made of.
         * @since 13.0
         */
        ssl_exportkeyingmaterial?(label: string, length: number, context: string): string | undefined;
    }
}
