/** @noSelfInFile */

/** WebSocket connections (RFC 6455) to other servers. */
declare module "prosody.net.websocket" {
    export interface WebSocket {
        readonly readyState: 0 | 1 | 2 | 3;
        readonly url: string;
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
    export interface Listeners {
        onopen?: (this: void, socket: WebSocket) => void;
        onclose?: (this: void, socket: WebSocket, code: number, reason: string | undefined) => void;
        onmessage?: (this: void, socket: WebSocket, data: string, opcode: number) => void;
        onerror?: (this: void, socket: WebSocket, error: unknown) => void;
    }
    /**
     * Opens a connection.
     * @see [net/websocket.lua](https://hg.prosody.im/trunk/file/tip/net/websocket.lua)
     */
    export function connect(
        url: string,
        options: { headers?: Record<string, string>; protocol?: string | string[] } | undefined,
        listeners: Listeners,
    ): WebSocket;
}
