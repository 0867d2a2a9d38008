/** @noSelfInFile */

/**
 * Messages for the log. https://prosody.im/doc/developers/util/format
 * @see [util/format.lua](https://hg.prosody.im/trunk/file/tip/util/format.lua)
 */
declare module "prosody.util.format" {
    /**
     * As `string.format`, but it never raises an error: nil and values of another kind become text, control characters symbols.
     * @see [util/format.lua](https://hg.prosody.im/trunk/file/tip/util/format.lua)
     */
    export function format(format: string, ...values: unknown[]): string;
}
