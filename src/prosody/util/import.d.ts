/** @noSelfInFile */

/** Loading it adds the global function `import`, a relic. It exports nothing. */
declare module "prosody.util.import" {
    export {};
}
