/** @noSelfInFile */

/**
 * JSON Schema, what Prosody knows of it.
 * @since 0.12
 */
declare module "prosody.util.jsonschema" {
    type TypeName = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";
    /** How a value stands in XML; read by `prosody.util.datamapper`. */
    export interface XmlHints {
        /** Name of the element or attribute, where it is not that of the property. */
        readonly name?: string;
        readonly namespace?: string;
        readonly prefix?: string;
        /** An attribute instead of an element. */
        readonly attribute?: boolean;
        /** The text of the parent element. */
        readonly text?: boolean;
        /** Whether an array has an element around it. */
        readonly wrapped?: boolean;
        /** The name of the element is the value. */
        readonly x_name_is_value?: boolean;
        /** The value is in this attribute of the element. */
        readonly x_single_attribute?: string;
    }
    export interface SchemaObject {
        readonly type?: TypeName | readonly TypeName[];
        readonly enum?: readonly unknown[];
        readonly const?: unknown;
        readonly allOf?: readonly Schema[];
        readonly anyOf?: readonly Schema[];
        readonly oneOf?: readonly Schema[];
        readonly not?: Schema;
        readonly if?: Schema;
        readonly then?: Schema;
        readonly else?: Schema;
        readonly $ref?: string;
        readonly $defs?: Readonly<Record<string, Schema>>;
        readonly multipleOf?: number;
        readonly maximum?: number;
        readonly exclusiveMaximum?: number;
        readonly minimum?: number;
        readonly exclusiveMinimum?: number;
        /** In characters. */
        readonly maxLength?: number;
        /** In characters. */
        readonly minLength?: number;
        /** A Lua pattern in place of a regular expression. */
        readonly luaPattern?: string;
        readonly prefixItems?: readonly Schema[];
        readonly items?: Schema;
        readonly contains?: Schema;
        readonly maxItems?: number;
        readonly minItems?: number;
        readonly uniqueItems?: boolean;
        readonly maxContains?: number;
        readonly minContains?: number;
        readonly properties?: Readonly<Record<string, Schema>>;
        readonly luaPatternProperties?: Readonly<Record<string, Schema>>;
        readonly additionalProperties?: Schema;
        readonly propertyNames?: Schema;
        readonly required?: readonly string[];
        readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
        readonly dependentSchemas?: Readonly<Record<string, Schema>>;
        readonly title?: string;
        readonly description?: string;
        readonly default?: unknown;
        readonly examples?: readonly unknown[];
        readonly deprecated?: boolean;
        readonly readOnly?: boolean;
        readonly writeOnly?: boolean;
        readonly xml?: XmlHints;
    }
    export type Schema = boolean | SchemaObject;

    type Required<S extends SchemaObject> = S["required"] extends readonly (infer K)[] ? K : never;
    /** The values that fit a schema: types, properties, required ones, items, enum and const. */
    export type ValueOf<S> = S extends { readonly const: infer C }
        ? C
        : S extends { readonly enum: readonly (infer E)[] }
          ? E
          : S extends { readonly properties: infer P extends Readonly<Record<string, Schema>> }
            ? { [K in keyof P as K extends Required<S & SchemaObject> ? K : never]: ValueOf<P[K]> } & {
                  [K in keyof P as K extends Required<S & SchemaObject> ? never : K]?: ValueOf<P[K]> | undefined;
              }
            : S extends { readonly items: infer I }
              ? ValueOf<I>[]
              : S extends { readonly type: "string" }
                ? string
                : S extends { readonly type: "number" | "integer" }
                  ? number
                  : S extends { readonly type: "boolean" }
                    ? boolean
                    : S extends { readonly type: "array" }
                      ? unknown[]
                      : S extends { readonly type: "object" }
                        ? Record<string, unknown>
                        : unknown;

    /**
     * Whether a value fits a schema. From 13.0 on Lua also gets a list of what is wrong as second result.
     * @see [util/jsonschema.lua](https://hg.prosody.im/trunk/file/tip/util/jsonschema.lua)
     */
    export function validate<const S extends Schema>(schema: S, data: unknown, root?: SchemaObject): data is ValueOf<S>;
    /**
     * A type of Prosody's own sources; an empty table.
     * @see [util/jsonschema.lua](https://hg.prosody.im/trunk/file/tip/util/jsonschema.lua)
     */
    export const xml_t: object;
}
