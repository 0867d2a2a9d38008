/** @noSelfInFile */

/**
 * The command `prosodyctl check`.
 * @since 0.12
 * @see [util/prosodyctl/check.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl/check.lua)
 */
declare module "prosody.util.prosodyctl.check" {
    /**
     * Runs it with the words that follow; gives the exit status.
     * @see [util/prosodyctl/check.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl/check.lua)
     */
    export function check(args: string[]): number | undefined;
}
