/** @noSelfInFile */

/** Statistics that are kept in memory. */
declare module "prosody.util.statistics" {
    /** From 0.12 on it makes metrics for `prosody.util.openmetrics`. */
    export interface Statistics {
        /** @since 0.12 */
        readonly metric_registry?: import("prosody.util.openmetrics").MetricRegistry;
        /** @removed 0.12 */
        amount?(this: void, name: string, initial?: number): (this: void, value: number) => void;
        /** @removed 0.12 */
        counter?(this: void, name: string, initial?: number): (this: void, delta?: number) => void;
        /** @removed 0.12 */
        rate?(this: void, name: string, initial?: number): (this: void) => void;
        /** @removed 0.12 */
        distribution?(this: void, name: string, unit?: string, type?: string): (this: void, value: number) => void;
        /** @removed 0.12 */
        sizes?(this: void, name: string): (this: void, value: number) => void;
        /** @removed 0.12 */
        times?(this: void, name: string): (this: void) => (this: void) => void;
        /** @removed 0.12 */
        get_stats?(this: void): LuaMultiReturn<[object, object, object]>;
    }
    function new_(config?: object): Statistics;
    export {
        /** An empty collection. */
        new_ as new,
    };
    /**
     * Counts of values by size.
     * @removed 0.12
     */
    export function get_histogram(distribution: object, count?: number): unknown[];
    /**
     * The value below which so many percent are.
     * @removed 0.12
     */
    export function get_percentile(distribution: object, percentile: number): number;
}
