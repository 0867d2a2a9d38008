/** @noSelfInFile */

// The module is no table of exports but a value of its own: `export =`, which TypeScript takes in a .d.cts alone.
/**
 * The methods that each `module` has, in one table. A module calls them on its own `module`; functions added here appear on all.
 * @see [core/moduleapi.lua](https://hg.prosody.im/trunk/file/tip/core/moduleapi.lua)
 */
declare module "prosody.core.moduleapi" {
    /** The methods that every module has. */
    const api: Prosody.ModuleMethods;
    export = api;
}
