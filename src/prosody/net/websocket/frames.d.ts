/** @noSelfInFile */

/** Frames of WebSocket (RFC 6455, section 5). */
declare module "prosody.net.websocket.frames" {
    export interface Frame {
        opcode: number;
        FIN?: boolean;
        RSV1?: boolean;
        RSV2?: boolean;
        RSV3?: boolean;
        MASK?: boolean;
        key?: number[];
        length?: number;
        data?: string;
    }
    /**
     * The head of a frame, and how many bytes it took; undefined where more must come.
     * @see [net/websocket/frames.lua](https://hg.prosody.im/trunk/file/tip/net/websocket/frames.lua)
     */
    export function parse_header(bytes: string): LuaMultiReturn<[frame: Frame, length: number] | [undefined]>;
    /**
     * The data of a frame whose head was read.
     * @see [net/websocket/frames.lua](https://hg.prosody.im/trunk/file/tip/net/websocket/frames.lua)
     */
    export function parse_body(bytes: string, header: Frame, position: number): string;
    /**
     * A frame, and how many bytes it took; undefined where more must come.
     * @see [net/websocket/frames.lua](https://hg.prosody.im/trunk/file/tip/net/websocket/frames.lua)
     */
    export function parse(bytes: string): LuaMultiReturn<[frame: Frame, length: number] | [undefined]>;
    /**
     * The bytes of a frame.
     * @see [net/websocket/frames.lua](https://hg.prosody.im/trunk/file/tip/net/websocket/frames.lua)
     */
    export function build(frame: Frame): string;
    /**
     * The code and the reason of a close frame.
     * @see [net/websocket/frames.lua](https://hg.prosody.im/trunk/file/tip/net/websocket/frames.lua)
     */
    export function parse_close(data: string): LuaMultiReturn<[code: number | undefined, reason: string | undefined]>;
    /**
     * The bytes of a close frame.
     * @see [net/websocket/frames.lua](https://hg.prosody.im/trunk/file/tip/net/websocket/frames.lua)
     */
    export function build_close(code: number, reason?: string, mask?: boolean): string;
}
