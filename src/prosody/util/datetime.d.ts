/** @noSelfInFile */

/**
 * Dates and times as XMPP writes them (XEP-0082), in UTC. Times are seconds since 1970. https://prosody.im/doc/developers/util/datetime
 * @see [util/datetime.lua](https://hg.prosody.im/trunk/file/tip/util/datetime.lua)
 */
declare module "prosody.util.datetime" {
    /**
     * `2024-02-29`; now without argument.
     * @param time In seconds since 1970; default now.
     * @see [util/datetime.lua](https://hg.prosody.im/trunk/file/tip/util/datetime.lua)
     */
    export function date(time?: number): string;
    /**
     * `2024-02-29T12:00:00Z`; now without argument. From 13.0 on with the
     * fraction of the second; before, a time with a fraction raises an error on Lua 5.3 and newer: take `math.floor`.
     * @param time In seconds since 1970; default now.
     * @see [util/datetime.lua](https://hg.prosody.im/trunk/file/tip/util/datetime.lua)
     */
    export function datetime(time?: number): string;
    /**
     * `12:00:00`; now without argument.
     * @param time In seconds since 1970; default now.
     * @see [util/datetime.lua](https://hg.prosody.im/trunk/file/tip/util/datetime.lua)
     */
    export function time(time?: number): string;
    /**
     * `20240229T12:00:00`, the form of XEP-0091; now without argument.
     * @param time In seconds since 1970; default now.
     * @see [util/datetime.lua](https://hg.prosody.im/trunk/file/tip/util/datetime.lua)
     */
    export function legacy(time?: number): string;
    /**
     * Seconds since 1970 of either form of date with time; undefined where it is none.
     * @see [util/datetime.lua](https://hg.prosody.im/trunk/file/tip/util/datetime.lua)
     */
    export function parse(text: string | undefined): number | undefined;
}
