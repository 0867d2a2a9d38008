/** @noSelfInFile */
/**
 * Buffers of bytes of a fixed size.
 * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
 */
declare module "prosody.util.ringbuffer" {
    /** Bytes that come in and go out in turn, as many as fit. */
    export interface RingBuffer {
        /**
         * Adds bytes; how many, or undefined where they do not fit.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        write(data: string): number | undefined;
        /**
         * Takes bytes off; undefined where there are not as many.
         * @param peek They stay.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        read(bytes: number, peek?: boolean): string | undefined;
        /**
         * Takes bytes off up to and with a text; undefined where it is not there.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        readuntil(text: string): string | undefined;
        /**
         * Drops bytes; whether there were as many.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        discard(bytes: number): boolean;
        /**
         * Where a text starts, from 1.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        find(text: string): number | undefined;
        /**
         * Bytes from one position to another, from 1, both included; they stay.
         * @since 0.12
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        sub(first: number, last?: number): string;
        /**
         * Values of bytes.
         * @since 0.12
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        byte(first?: number, last?: number): LuaMultiReturn<number[]>;
        /**
         * How many bytes there are.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        length(): number;
        /**
         * How many fit in.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        size(): number;
        /**
         * How many more fit in.
         * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
         */
        free(): number;
    }
    /**
     * An empty buffer.
     * @param size How many bytes fit.
     * @see [util-src/ringbuffer.c](https://hg.prosody.im/trunk/file/tip/util-src/ringbuffer.c)
     */
    function new_(size?: number): RingBuffer;
    export { new_ as new };
}
