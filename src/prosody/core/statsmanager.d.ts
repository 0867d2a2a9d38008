/** @noSelfInFile */

/**
 * Statistics. A module takes `module.measure` and `module.metric`.
 * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
 */
declare module "prosody.core.statsmanager" {
    import type { MetricFamily, MetricOptions, MetricRegistry, MetricType } from "prosody.util.openmetrics";

    /**
     * A function that reports; what it takes depends on the type.
     * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
     */
    export function measure(
        type: "times" | "amount" | "sizes" | "distribution" | "counter" | "rate",
        name: string,
        extra?: object | number | string,
        fixed_label_key?: string,
        fixed_label_value?: string,
    ): (this: void, value?: number) => unknown;
    /**
     * A family of metrics.
     * @since 0.12 Before, take `measure`.
     * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
     */
    export function metric<T extends MetricType>(
        type: T,
        name: string,
        unit?: string,
        description?: string,
        label_keys?: readonly string[],
        options?: MetricOptions,
    ): MetricFamily<T>;
    /**
     * Holds reports back until `uncork`, to send them together.
     * @since 0.12
     * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
     */
    export function cork(): void;
    /**
     * Sends what was held back.
     * @since 0.12
     * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
     */
    export function uncork(): void;
    /**
     * All metrics; undefined where statistics are off.
     * @since 0.12
     * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
     */
    export function get_metric_registry(): MetricRegistry | undefined;
    /**
     * All values by name, those that changed, and further ones.
     * @removed 0.12 Take `get_metric_registry`.
     * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
     */
    export function get_stats(): LuaMultiReturn<
        [Record<string, number>, Record<string, number>, Record<string, object>]
    >;
    /**
     * A value by name.
     * @removed 0.12 Take `get_metric_registry`.
     * @see [core/statsmanager.lua](https://hg.prosody.im/trunk/file/tip/core/statsmanager.lua)
     */
    export function get(name: string): LuaMultiReturn<[number | undefined, number | undefined]>;
}
