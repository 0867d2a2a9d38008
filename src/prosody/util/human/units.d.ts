/** @noSelfInFile */

/**
 * Numbers with units as people read them.
 * @since 0.12
 * @see [util/human/units.lua](https://hg.prosody.im/trunk/file/tip/util/human/units.lua)
 */
declare module "prosody.util.human.units" {
    /**
     * What to divide a number by, and the prefix that says so.
     * @param binary "b" for powers of 1024.
     * @see [util/human/units.lua](https://hg.prosody.im/trunk/file/tip/util/human/units.lua)
     */
    export function adjust(value: number, binary?: "b"): LuaMultiReturn<[divisor: number, prefix: string | undefined]>;
    /**
     * A number with its unit, such as "1.5 kB".
     * @param binary "b" for powers of 1024.
     * @see [util/human/units.lua](https://hg.prosody.im/trunk/file/tip/util/human/units.lua)
     */
    export function format(value: number, unit: string, binary?: "b"): string;
}
