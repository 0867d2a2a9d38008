/** @noSelfInFile */

/**
 * XML to tables and back, by a schema with hints for XML.
 * @since 0.12
 * @see [util/datamapper.lua](https://hg.prosody.im/trunk/file/tip/util/datamapper.lua)
 */
declare module "prosody.util.datamapper" {
    import type { SchemaObject, ValueOf } from "prosody.util.jsonschema";
    import type { Stanza } from "prosody.util.stanza";

    /** Data that may lack any part. */
    type Loose<T> = T extends readonly (infer I)[]
        ? Loose<I>[]
        : T extends object
          ? { [K in keyof T]?: Loose<T[K]> | undefined }
          : T;
    /**
     * What an element says by a schema. Nothing is checked: what is required may be missing.
     * @see [util/datamapper.lua](https://hg.prosody.im/trunk/file/tip/util/datamapper.lua)
     */
    export function parse<const S extends SchemaObject>(schema: S, element: Stanza): Loose<ValueOf<S>>;
    /**
     * The element of a value.
     * @param name That of the element where the schema says none.
     * @see [util/datamapper.lua](https://hg.prosody.im/trunk/file/tip/util/datamapper.lua)
     */
    export function unparse<const S extends SchemaObject>(
        schema: S,
        value: ValueOf<S>,
        name?: string,
        namespace?: string,
    ): Stanza;
}
