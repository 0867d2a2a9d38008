/** @noSelfInFile */

/**
 * Statistics that are kept in memory.
 * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
 */
declare module "prosody.util.statistics" {
    /** From 0.12 on it makes metrics for `prosody.util.openmetrics`. */
    export interface Statistics {
        /** The metrics. @since 0.12 */
        readonly metric_registry?: import("prosody.util.openmetrics").MetricRegistry;
        /**
         * Makes a function that reports a quantity.
         * @removed 0.12
         * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
         */
        amount?(this: void, name: string, initial?: number): (this: void, value: number) => void;
        /**
         * Makes a function that counts.
         * @removed 0.12
         * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
         */
        counter?(this: void, name: string, initial?: number): (this: void, delta?: number) => void;
        /**
         * Makes a function that reports one more.
         * @removed 0.12
         * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
         */
        rate?(this: void, name: string): (this: void) => void;
        /**
         * Makes a function that reports one of a distribution.
         * @removed 0.12
         * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
         */
        distribution?(this: void, name: string, unit?: string, type?: string): (this: void, value: number) => void;
        /**
         * Makes a function that reports a size.
         * @removed 0.12
         * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
         */
        sizes?(this: void, name: string): (this: void, value: number) => void;
        /**
         * Makes a function that measures a time.
         * @removed 0.12
         * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
         */
        times?(this: void, name: string): (this: void) => (this: void) => void;
        /**
         * All values.
         * @removed 0.12
         * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
         */
        get_stats?(this: void): LuaMultiReturn<[object, object, object]>;
    }
    /**
     * An empty collection.
     * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
     */
    function new_(config?: object): Statistics;
    export { new_ as new };
    /**
     * Counts of values by size.
     * @param count How many groups; default 100.
     * @removed 0.12
     * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
     */
    export function get_histogram(distribution: object, count?: number): unknown[];
    /**
     * The value below which so many percent are.
     * @removed 0.12
     * @see [util/statistics.lua](https://hg.prosody.im/trunk/file/tip/util/statistics.lua)
     */
    export function get_percentile(distribution: object, percentile: number): number;
}
