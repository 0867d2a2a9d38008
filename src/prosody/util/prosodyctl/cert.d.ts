/** @noSelfInFile */

/**
 * The command `prosodyctl cert`.
 * @since 0.12
 */
declare module "prosody.util.prosodyctl.cert" {
    /** Runs it with the words that follow; gives the exit status. */
    export function cert(args: string[]): number | undefined;
}
