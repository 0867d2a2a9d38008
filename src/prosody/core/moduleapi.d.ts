/** @noSelfInFile */

/** The methods that each `module` has, in one table. A module calls them on its own `module`; functions added here appear on all. */
declare module "prosody.core.moduleapi" {
    const api: Prosody.ModuleMethods;
    export = api;
}
