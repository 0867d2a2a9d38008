/** @noSelfInFile */
/**
 * Frames of WebSocket (RFC 6455, section 5).
 * @see [net/websocket/frames.lua](https://hg.prosody.im/trunk/file/tip/net/websocket/frames.lua)
 */
declare module "prosody.net.websocket.frames" {
    /** A frame (RFC 6455, section 5.2). */
    export interface Frame {
        /** What it is: 0 continues, 1 text, 2 bytes, 8 close, 9 ping, 10 pong. */
        opcode: number;
        /** Whether it is the last of its message. */
        FIN?: boolean;
        /** Kept for extensions. */
        RSV1?: boolean;
        /** Kept for extensions. */
        RSV2?: boolean;
        /** Kept for extensions. */
        RSV3?: boolean;
        /** Whether its data is masked, as clients have to. */
        MASK?: boolean;
        /** The mask: four bytes. */
        key?: number[];
        /** Bytes of its data. */
        length?: number;
        /** What it carries. */
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
