/** @noSelfInFile */

/**
 * The command `prosodyctl shell`.
 * @since 0.12
 * @see [util/prosodyctl/shell.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl/shell.lua)
 */
declare module "prosody.util.prosodyctl.shell" {
    /**
     * Runs it with the words that follow.
     * @see [util/prosodyctl/shell.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl/shell.lua)
     */
    export function shell(args: string[]): void;
    /**
     * Whether there is a running server to talk to.
     * @since 13.0
     * @see [util/prosodyctl/shell.lua](https://hg.prosody.im/trunk/file/tip/util/prosodyctl/shell.lua)
     */
    export function available(): boolean | undefined;
}
