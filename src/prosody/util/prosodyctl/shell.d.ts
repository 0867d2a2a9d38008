/** @noSelfInFile */

/**
 * The command `prosodyctl shell`.
 * @since 0.12
 */
declare module "prosody.util.prosodyctl.shell" {
    /** Runs it with the words that follow. */
    export function shell(args: string[]): void;
    /**
     * Whether there is a running server to talk to.
     * @since 13.0
     */
    export function available(): boolean | undefined;
}
