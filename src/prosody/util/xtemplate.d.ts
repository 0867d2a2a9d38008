/** @noSelfInFile */

/**
 * Text from stanzas: placeholders are paths as for `stanza.find`, such as `{body#}`.
 * @since 0.12 Before, take `prosody.util.interpolation`.
 * @see [util/xtemplate.lua](https://hg.prosody.im/trunk/file/tip/util/xtemplate.lua)
 */
declare module "prosody.util.xtemplate" {
    /**
     * The template with what the paths lead to.
     * @param escape Default that of XML.
     * @see [util/xtemplate.lua](https://hg.prosody.im/trunk/file/tip/util/xtemplate.lua)
     */
    export function render(
        template: string,
        root: import("prosody.util.stanza").Stanza,
        escape?: (this: void, text: string) => string,
        filters?: Record<
            string,
            (
                this: void,
                value: any,
                args: string | undefined,
                template: string | undefined,
            ) => string | LuaMultiReturn<[value: string, is_escaped: boolean]>
        >,
    ): string;
}
