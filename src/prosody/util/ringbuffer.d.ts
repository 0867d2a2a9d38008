/** @noSelfInFile */

/** Buffers of bytes of a fixed size. */
declare module "prosody.util.ringbuffer" {
    export interface RingBuffer {
        /** Adds bytes; how many, or undefined where they do not fit. */
        write(data: string): number | undefined;
        /** Takes bytes off; undefined where there are not as many. @param peek They stay. */
        read(bytes: number, peek?: boolean): string | undefined;
        /** Takes bytes off up to and with a text; undefined where it is not there. */
        readuntil(text: string): string | undefined;
        /** Drops bytes; whether there were as many. */
        discard(bytes: number): boolean;
        /** Where a text starts, from 1. */
        find(text: string): number | undefined;
        /**
         * Bytes from one position to another, from 1, both included; they stay.
         * @since 0.12
         */
        sub(first: number, last?: number): string;
        /**
         * Values of bytes.
         * @since 0.12
         */
        byte(first?: number, last?: number): LuaMultiReturn<number[]>;
        /** How many bytes there are. */
        length(): number;
        /** How many fit in. */
        size(): number;
        /** How many more fit in. */
        free(): number;
    }
    /** An empty buffer. */
    function new_(size?: number): RingBuffer;
    export { new_ as new };
}
