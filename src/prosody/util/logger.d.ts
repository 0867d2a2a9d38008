/** @noSelfInFile */
/**
 * Prosody's log. Modules write with `module.log`. https://prosody.im/doc/developers/util/logger
 * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
 */
declare module "prosody.util.logger" {
    /** How grave it is, from least to most. */
    export type LogLevel = "debug" | "info" | "warn" | "error";
    /** Writes to the log; `%s` and its kin in the message take the values that follow. */
    export type Logger = (this: void, level: LogLevel, message: string, ...values: unknown[]) => void;
    /** Gets what is logged. */
    export type Sink = (this: void, source: string, level: LogLevel, message: string, ...values: unknown[]) => void;

    /**
     * A logger under a name.
     * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
     */
    export function init(name: string): Logger;
    /**
     * A function that writes under a name at one level.
     * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
     */
    export function make_logger(
        name: string,
        level: LogLevel,
    ): (this: void, message: string, ...values: unknown[]) => void;
    /**
     * Another name of `make_logger`.
     * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
     */
    function new_(name: string, level: LogLevel): (this: void, message: string, ...values: unknown[]) => void;
    export { new_ as new };
    /**
     * Forgets all sinks.
     * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
     */
    export function reset(): void;
    /**
     * Sends what is logged at a level to a function.
     * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
     */
    export function add_level_sink(level: LogLevel, sink: Sink): void;
    /**
     * Sends what is logged at some levels, or at all, to a function, formatted.
     * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
     */
    export function add_simple_sink(
        sink: (this: void, source: string, level: LogLevel, message: string) => void,
        levels?: readonly LogLevel[],
    ): void;
    /**
     * Takes a sink away.
     * @since 13.0
     * @see [util/logger.lua](https://hg.prosody.im/trunk/file/tip/util/logger.lua)
     */
    export function remove_sink(sink: Sink): boolean | undefined;
}
