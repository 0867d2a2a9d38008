/** @noSelfInFile */
/**
 * Data forms (XEP-0004), their answers checked and typed by the form's definition. https://prosody.im/doc/developers/util/dataforms
 * @see [util/dataforms.lua](https://hg.prosody.im/trunk/file/tip/util/dataforms.lua)
 */
declare module "prosody.util.dataforms" {
    import type { Stanza } from "prosody.util.stanza";

    /** XEP-0004, section 3.3. */
    export type FieldType =
        | "boolean"
        | "fixed"
        | "hidden"
        | "jid-multi"
        | "jid-single"
        | "list-multi"
        | "list-single"
        | "text-multi"
        | "text-private"
        | "text-single";
    /** What a value must look like besides (XEP-0122); those that Prosody checks and converts. */
    export type DataType = "xs:integer" | "xs:dateTime" | "pubsub:integer-or-max";

    /** One of the values to choose from. */
    export interface Option {
        /** For people. */
        label?: string | undefined;
        /** What is sent. */
        value: string;
        /** Whether it is chosen where no value is given. */
        default?: boolean | undefined;
    }
    /** Pictures and the like beside a field (XEP-0221). */
    export interface Media {
        /** In pixels. */
        width: number;
        /** In pixels. */
        height: number;
        /** The sources, counted from 1. */
        [position: number]: {
            /** MIME type. */
            type: string;
            /** Where it is. */
            uri: string;
        };
    }
    /** A field of a form. Without a type the field is shown as text-single, but never read: always give one. */
    export interface Field {
        /** The key in the data; `FORM_TYPE` for the hidden field that names the form (XEP-0068). Fixed fields have none. */
        readonly name?: string;
        /** How it is filled in. */
        readonly type: FieldType;
        /** The name on the wire, where it is another. */
        readonly var?: string;
        /** For people. */
        readonly label?: string;
        /** What it is good for, at length. */
        readonly desc?: string;
        /** Whether an answer without it is an error. */
        readonly required?: boolean;
        /** What is in it (XEP-0122). */
        readonly datatype?: DataType | (string & {});
        /** The least that it may be. */
        readonly range_min?: number;
        /** The most that it may be. */
        readonly range_max?: number;
        /** What is filled in where the data have nothing. */
        readonly value?: unknown;
        /** What can be chosen from. */
        readonly options?: readonly (string | Option)[];
        /** Something to look at or to hear, such as a CAPTCHA (XEP-0221). */
        readonly media?: Media;
    }

    /** What a field holds. */
    type FieldValue<F extends Field> = F["datatype"] extends "xs:integer" | "xs:dateTime"
        ? number
        : F["datatype"] extends "pubsub:integer-or-max"
          ? number | "max"
          : F["type"] extends "boolean"
            ? boolean
            : F["type"] extends "jid-multi" | "list-multi"
              ? string[]
              : string;
    /** The fields that have a name. */
    type NamedField<F extends readonly Field[]> = Extract<
        F[number],
        {
            /** The field's name. */
            readonly name: string;
        }
    >;
    /** What an answer without errors holds: fields by name, those that are required certainly. */
    export type FormData<F extends readonly Field[]> = {
        [
            K in NamedField<F> as K extends {
                /** Whether it has to be filled in. */
                readonly required: true;
            }
                ? K["name"] & string
                : never
        ]: FieldValue<K>;
    } & {
        [
            K in NamedField<F> as K extends {
                /** Whether it has to be filled in. */
                readonly required: true;
            }
                ? never
                : K["name"] & string
        ]?: FieldValue<K> | undefined;
    };
    /** The names of a form's fields. */
    type FieldName<F extends readonly Field[]> = NamedField<F>["name"] & string;

    /** A data form (XEP-0004). */
    export interface Form<F extends readonly Field[] = readonly Field[]> {
        /** Shown above the form. */
        title?: string;
        /** For people. */
        instructions?: string;
        /**
         * The form as XML, filled in.
         * @param data Values by field name; where a list field has a table, its options.
         * @param type Default "form".
         * @see [util/dataforms.lua](https://hg.prosody.im/trunk/file/tip/util/dataforms.lua)
         */
        form(data?: { readonly [K in FieldName<F>]?: unknown }, type?: "form" | "submit" | "result" | "cancel"): Stanza;
        /**
         * Reads an answer, the `<x>` element: the data, messages by field where something is wrong, and which fields were there.
         * @param current Values that stand in for fields that were not sent.
         * @see [util/dataforms.lua](https://hg.prosody.im/trunk/file/tip/util/dataforms.lua)
         */
        data(
            form: Stanza,
            current?: { readonly [K in FieldName<F>]?: unknown },
        ): LuaMultiReturn<
            | [data: FormData<F>, errors: undefined, present: { [K in FieldName<F>]?: true }]
            | [
                  data: Partial<FormData<F>>,
                  errors: { [K in FieldName<F>]?: string },
                  present: { [K in FieldName<F>]?: true },
              ]
        >;
    }
    /**
     * A form of fields. Set `title` and `instructions` on it afterwards.
     * @see [util/dataforms.lua](https://hg.prosody.im/trunk/file/tip/util/dataforms.lua)
     */
    function new_<const F extends readonly Field[]>(fields: F): Form<F>;
    export { new_ as new };
    /**
     * The FORM_TYPE of a form, "" where it has none; undefined and a message where it is no form.
     * @see [util/dataforms.lua](https://hg.prosody.im/trunk/file/tip/util/dataforms.lua)
     */
    export function get_type(form: Stanza): LuaMultiReturn<[string | undefined, error?: string]>;
}
