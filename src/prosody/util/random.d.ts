/** @noSelfInFile */

/**
 * Random bytes from the operating system, fit for secrets.
 * @see [util/random.lua](https://hg.prosody.im/trunk/file/tip/util/random.lua)
 */
declare module "prosody.util.random" {
    /**
     * So many random bytes.
     * @see [util/random.lua](https://hg.prosody.im/trunk/file/tip/util/random.lua)
     */
    export function bytes(count: number): string;
    /**
     * Where the bytes come from.
     * @see [util/random.lua](https://hg.prosody.im/trunk/file/tip/util/random.lua)
     */
    export const _source: string;
}
