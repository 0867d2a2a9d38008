/** @noSelfInFile */
/**
 * WebSocket connections (RFC 6455) to other servers.
 * @see [net/websocket.lua](https://hg.prosody.im/trunk/file/tip/net/websocket.lua)
 */
declare module "prosody.net.websocket" {
    /** A connection to a WebSocket server (RFC 6455). */
    export interface WebSocket {
        /** 0 while it connects, 1 open, 2 closing, 3 closed. */
        readonly readyState: 0 | 1 | 2 | 3;
        /** Where it leads. */
        readonly url: string;
        /** What came of a frame that is not complete. */
        readonly readbuffer: string;
        /**
         * Sends a frame.
         * @param opcode "text" (default), "binary" and so on, or its number.
         * @see [net/websocket.lua](https://hg.prosody.im/trunk/file/tip/net/websocket.lua)
         */
        send(data: string, opcode?: string | number): LuaMultiReturn<[true] | [undefined | false, string]>;
        /**
         * Closes the connection with a code and a reason.
         * @see [net/websocket.lua](https://hg.prosody.im/trunk/file/tip/net/websocket.lua)
         */
        close(code?: number, reason?: string): void;
    }
    /** What is called as things happen. */
    export interface Listeners {
        /** The connection stands. */
        onopen?: (this: void, socket: WebSocket) => void;
        /** The connection is gone. */
        onclose?: (this: void, socket: WebSocket, code: number, reason: string | undefined) => void;
        /** A message came. */
        onmessage?: (this: void, socket: WebSocket, data: string, opcode: number) => void;
        /** Something failed; the connection is gone. */
        onerror?: (this: void, socket: WebSocket, error: unknown) => void;
    }
    /**
     * Opens a connection.
     * @see [net/websocket.lua](https://hg.prosody.im/trunk/file/tip/net/websocket.lua)
     */
    export function connect(
        url: string,
        options:
            | {
                  /** Headers to send along. */
                  headers?: Record<string, string>;
                  /** Subprotocols to offer. */
                  protocol?: string | string[];
              }
            | undefined,
        listeners: Listeners,
    ): WebSocket;
}
