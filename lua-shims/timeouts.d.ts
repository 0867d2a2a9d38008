/** @noSelfInFile */

/** What a timer is cleared by. */
export interface Timeout {
    timer?: unknown;
    cleared?: boolean;
}
/** Calls a function once, after milliseconds. */
export function set_timeout(callback: (...args: unknown[]) => unknown, delay?: number, ...args: unknown[]): Timeout;
/** Calls a function again and again, each time after milliseconds. */
export function set_interval(callback: (...args: unknown[]) => unknown, delay?: number, ...args: unknown[]): Timeout;
/** Ends either; nothing where it has ended. */
export function clear_timeout(timeout: Timeout | undefined): void;
