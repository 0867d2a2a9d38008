/** @noSelfInFile */

/**
 * What this version can do, for modules that depend on it.
 * @since 0.12
 * @see [core/features.lua](https://hg.prosody.im/trunk/file/tip/core/features.lua)
 */
declare module "prosody.core.features" {
    /**
     * The names of the features.
     * @see [core/features.lua](https://hg.prosody.im/trunk/file/tip/core/features.lua)
     */
    export const available: import("prosody.util.set").Set<string>;
}
