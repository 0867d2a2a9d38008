/** @noSelfInFile */

/**
 * The command `prosodyctl check`.
 * @since 0.12
 */
declare module "prosody.util.prosodyctl.check" {
    /** Runs it with the words that follow; gives the exit status. */
    export function check(args: string[]): number | undefined;
}
