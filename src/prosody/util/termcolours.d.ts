/** @noSelfInFile */

/**
 * Colours of a terminal.
 * @see [util/termcolours.lua](https://hg.prosody.im/trunk/file/tip/util/termcolours.lua)
 */
declare module "prosody.util.termcolours" {
    /**
     * The code of styles such as "bold", "red", "1b3967", "blue background".
     * @see [util/termcolours.lua](https://hg.prosody.im/trunk/file/tip/util/termcolours.lua)
     */
    export function getstyle(...styles: string[]): string;
    /**
     * A text in a style.
     * @see [util/termcolours.lua](https://hg.prosody.im/trunk/file/tip/util/termcolours.lua)
     */
    export function getstring(style: string | undefined, text: string): string;
    /**
     * Writes in a style from now on; the usual one without.
     * @see [util/termcolours.lua](https://hg.prosody.im/trunk/file/tip/util/termcolours.lua)
     */
    export function setstyle(style?: string): void;
    /**
     * Text with such codes as HTML.
     * @see [util/termcolours.lua](https://hg.prosody.im/trunk/file/tip/util/termcolours.lua)
     */
    export function tohtml(text: string): LuaMultiReturn<[html: string, count: number]>;
}
