/** @noSelfInFile */
/**
 * Buffers of bytes that keep what was written in pieces.
 * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
 */
declare module "prosody.util.dbuffer" {
    /** Bytes that come in parts and are read in others. */
    export interface DBuffer {
        /** How many bytes fit in; as many as come where absent. */
        readonly max_size?: number | undefined;
        /** How many bytes of the first piece are gone. */
        readonly front_consumed: number;
        /** The pieces. */
        readonly items: import("prosody.util.queue").Queue<string>;
        /**
         * Adds bytes; true, or undefined where it is full.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        write(data: string): true | undefined;
        /**
         * Takes bytes off; undefined where there are not as many. The first piece without number.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        read(bytes?: number): string | undefined;
        /**
         * Takes a piece off, and says how many bytes are missing.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        read_chunk(bytes?: number): LuaMultiReturn<[chunk: string, missing: number] | []>;
        /**
         * Takes bytes off up to and with a character; undefined where it is not there.
         * @since 0.12
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        read_until(char: string): string | undefined;
        /**
         * Drops bytes.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        discard(bytes: number): boolean;
        /**
         * Bytes from one position to another, from 1, both included; they stay.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        sub(first: number, last?: number): string;
        /**
         * Values of bytes.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        byte(first?: number, last?: number): LuaMultiReturn<number[]>;
        /**
         * How many bytes there are.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        length(): number;
        /**
         * How many bytes there are.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        len(): number;
        /**
         * Puts the first bytes into one piece.
         * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
         */
        collapse(bytes?: number): void;
    }
    /**
     * An empty buffer; undefined for a size below 1.
     * @param max_size How many bytes fit; as many as come where absent.
     * @param max_chunks How many parts are kept before they are joined; default 32.
     * @see [util/dbuffer.lua](https://hg.prosody.im/trunk/file/tip/util/dbuffer.lua)
     */
    function new_(max_size?: number, max_chunks?: number): DBuffer | undefined;
    export { new_ as new };
}
