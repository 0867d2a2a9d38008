/** @noSelfInFile */

/**
 * The command `prosodyctl cert`.
 * @since 0.12
 * @see [util/prosodyctl/cert.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl/cert.lua)
 */
declare module "prosody.util.prosodyctl.cert" {
    /**
     * Runs it with the words that follow; gives the exit status.
     * @see [util/prosodyctl/cert.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl/cert.lua)
     */
    export function cert(args: string[]): number | undefined;
}
