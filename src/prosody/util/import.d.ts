/** @noSelfInFile */

/**
 * Loading it adds the global function `import`, a relic. It exports nothing.
 * @see [util/import.lua](https://hg.prosody.im/trunk/file/tip/util/import.lua)
 */
declare module "prosody.util.import" {
    export {};
}
