/** @noSelfInFile */

/**
 * Metrics as OpenMetrics defines them. A module takes `module.metric`.
 * @since 0.12 Before, take `module.measure`.
 * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
 */
declare module "prosody.util.openmetrics" {
    /** What is measured: something that goes up and down, that only grows, or that is spread. */
    export type MetricType = "gauge" | "counter" | "histogram" | "summary";
    /** How a family measures. */
    export interface MetricOptions {
        /** Upper bounds of a histogram's buckets; required for histograms. */
        buckets?: readonly number[] | undefined;
        /** An option of the backend. */
        [option: string]: unknown;
    }
    /** What all metrics have. */
    interface MetricBase {
        /**
         * Walks over its samples: suffix of the name, further labels, value.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        iter_samples(): LuaIterable<LuaMultiReturn<[string, Record<string, string> | undefined, number]>>;
        /**
         * Starts from nothing.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        reset(): void;
    }
    /** Goes up and down. */
    export interface Gauge extends MetricBase {
        /** What it is now. */
        readonly value: number;
        /**
         * Sets it.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        set(value: number): void;
        /**
         * Adds to it.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        add(delta: number): void;
    }
    /** Goes up. */
    export interface Counter extends MetricBase {
        /** What it is now. */
        readonly value: number;
        /**
         * Adds to it.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        add(delta: number): void;
        /**
         * Sets it; for starting at 0.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        set(value: number): void;
    }
    /** Observes single values. */
    export interface Histogram extends MetricBase {
        /**
         * Takes an observation in.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        sample(value: number): void;
    }
    /** A metric of a type. */
    export type MetricOf<T extends MetricType> = T extends "gauge" ? Gauge : T extends "counter" ? Counter : Histogram;
    /** Metrics of one name that differ in their labels. */
    export interface MetricFamily<T extends MetricType = MetricType> {
        /**
         * The metric of label values, as many as the family has keys.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        with_labels(...labels: string[]): MetricOf<T>;
        /**
         * The family with its first label fixed.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        with_partial_label(label: string): MetricFamily<T>;
    }
    /** All of a family; what `module.metric` gives on a host hides the rest behind the host's label. */
    export interface FullMetricFamily<T extends MetricType = MetricType> extends MetricFamily<T> {
        /** Its name, without unit. */
        readonly family_name: string;
        /** Of what kind its metrics are. */
        readonly type_: T;
        /** Such as "seconds" or "bytes". */
        readonly unit: string;
        /** For people. */
        readonly description: string;
        /** The names of its labels. */
        readonly label_keys: string[];
        /** How many labels `with_labels` takes. */
        readonly user_labels: number;
        /** The metrics by label values. */
        readonly data: unknown;
        /**
         * Makes a metric of label values.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        new_metric(labels?: readonly string[]): MetricOf<T>;
        /**
         * Resets all its metrics.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        clear(): void;
        /**
         * Walks over label values and metrics.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        iter_metrics(): LuaIterable<LuaMultiReturn<[string[], MetricOf<T>]>, unknown>;
    }
    /** All families of metrics. */
    export interface MetricRegistry {
        /** Families by name. */
        readonly families: Record<string, FullMetricFamily>;
        /** What makes the metrics. */
        readonly backend: object;
        /**
         * A family of gauges; the same one for the same name.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        gauge(
            name: string,
            unit?: string,
            description?: string,
            labels?: readonly string[],
            options?: MetricOptions,
        ): FullMetricFamily<"gauge">;
        /**
         * A family of counters.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        counter(
            name: string,
            unit?: string,
            description?: string,
            labels?: readonly string[],
            options?: MetricOptions,
        ): FullMetricFamily<"counter">;
        /**
         * A family of histograms.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        histogram(
            name: string,
            unit: string | undefined,
            description: string | undefined,
            labels: readonly string[] | undefined,
            options: MetricOptions,
        ): FullMetricFamily<"histogram">;
        /**
         * A family of summaries.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        summary(
            name: string,
            unit?: string,
            description?: string,
            labels?: readonly string[],
            options?: MetricOptions,
        ): FullMetricFamily<"summary">;
        /**
         * Adds a family; gives back the one that has the name, if it is alike.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        register_metric_family<F extends FullMetricFamily>(name: string, family: F): F;
        /**
         * All families by name.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        get_metric_families(): Record<string, FullMetricFamily>;
        /**
         * Everything as text in the format of OpenMetrics.
         * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
         */
        render(): string;
    }
    /**
     * A family behind a function that completes its labels.
     * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
     */
    export function new_metric_proxy<T extends MetricType>(
        family: MetricFamily<T>,
        with_labels: (this: void, family: MetricFamily<T>, ...labels: string[]) => MetricOf<T>,
    ): MetricFamily<T>;
    /**
     * A registry whose metrics a backend makes.
     * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
     */
    export function new_metric_registry(backend: object): MetricRegistry;
    /**
     * The upper bound of a bucket as text.
     * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
     */
    export function render_histogram_le(bound: number): string;
    /**
     * Starts a measurement; the function that it gives ends it and reports the seconds.
     * @see [util/openmetrics.lua](https://hg.prosody.im/trunk/file/tip/util/openmetrics.lua)
     */
    export function timed(metric: Histogram | Gauge): (this: void) => void;
}
