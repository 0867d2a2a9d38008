/** @noSelfInFile */

/**
 * Reading Erlang terms, for importing from ejabberd.
 * @see [util/erlparse.lua](https://hg.prosody.im/trunk/file/tip/util/erlparse.lua)
 */
declare module "prosody.util.erlparse" {
    /**
     * A function that gives the terms of a file, one after the other.
     * @see [util/erlparse.lua](https://hg.prosody.im/trunk/file/tip/util/erlparse.lua)
     */
    export function parseFile(filename: string): (this: void) => any;
}
