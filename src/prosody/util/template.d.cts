/** @noSelfInFile */

// The module is no table of exports but a value of its own: `export =`, which TypeScript takes in a .d.cts alone.
/**
 * Stanzas from XML with placeholders: the module itself is a function, `import template from "prosody.util.template"`.
 * @see [util/template.lua](https://hg.prosody.im/trunk/file/tip/util/template.lua)
 */
declare module "prosody.util.template" {
    /** Makes stanzas of XML with gaps in it. */
    namespace template {
        /** Fills values into the placeholders, such as `{name}`. */
        type Template = (
            this: void,
            values: Record<string, string | undefined>,
        ) => import("prosody.util.stanza").Stanza;
    }
    /**
     * A template of XML text.
     * @see [util/template.lua](https://hg.prosody.im/trunk/file/tip/util/template.lua)
     */
    function template(xml: string): template.Template;
    export = template;
}
