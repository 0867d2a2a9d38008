/** @noSelfInFile */
/**
 * Limits on how often something may happen.
 * @see [util/throttle.lua](https://hg.prosody.im/trunk/file/tip/util/throttle.lua)
 */
declare module "prosody.util.throttle" {
    /** Lets through so much in so much time. */
    export interface Throttle {
        /** What may be spent at once. */
        max: number;
        /** What comes back each second. */
        rate: number;
        /** What is left. */
        balance: number;
        /** When that was worked out. */
        t: number;
        /**
         * Works out what is left.
         * @see [util/throttle.lua](https://hg.prosody.im/trunk/file/tip/util/throttle.lua)
         */
        update(): number;
        /**
         * Whether a cost could be paid; default 1.
         * @see [util/throttle.lua](https://hg.prosody.im/trunk/file/tip/util/throttle.lua)
         */
        peek(cost?: number): boolean;
        /**
         * Pays a cost; false, what is left and what is missing where that cannot be.
         * @param split Spends what is left.
         * @see [util/throttle.lua](https://hg.prosody.im/trunk/file/tip/util/throttle.lua)
         */
        poll(
            cost: number,
            split?: boolean,
        ): LuaMultiReturn<[ok: true] | [ok: false, balance: number, outstanding: number]>;
    }
    /**
     * A limit: so much in so many seconds.
     * @see [util/throttle.lua](https://hg.prosody.im/trunk/file/tip/util/throttle.lua)
     */
    export function create(max: number, period: number): Throttle;
}
