/** @noSelfInFile */

/**
 * JSON Schema, what Prosody knows of it.
 * @since 0.12
 * @see [util/jsonschema.lua](https://hg.prosody.im/trunk/file/tip/util/jsonschema.lua)
 */
declare module "prosody.util.jsonschema" {
    /** What a value may be. */
    type TypeName = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";
    /** How a value stands in XML; read by `prosody.util.datamapper`. */
    export interface XmlHints {
        /** Name of the element or attribute, where it is not that of the property. */
        readonly name?: string;
        /** Namespace of the element or attribute. */
        readonly namespace?: string;
        /** Prefix of an attribute's namespace. */
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
    /** What values have to be like (JSON Schema, 2020-12). */
    export interface SchemaObject {
        /** Which types a value may have. */
        readonly type?: TypeName | readonly TypeName[];
        /** Which values there are. */
        readonly enum?: readonly unknown[];
        /** The only value. */
        readonly const?: unknown;
        /** All of these hold. */
        readonly allOf?: readonly Schema[];
        /** At least one of these holds. */
        readonly anyOf?: readonly Schema[];
        /** Just one of these holds. */
        readonly oneOf?: readonly Schema[];
        /** This does not hold. */
        readonly not?: Schema;
        /** Decides between `then` and `else`. */
        readonly if?: Schema;
        /** Holds where `if` does. */
        readonly then?: Schema;
        /** Holds where `if` does not. */
        readonly else?: Schema;
        /** Where the schema stands, as a JSON pointer after #. */
        readonly $ref?: string;
        /** Schemas for others to point at. */
        readonly $defs?: Readonly<Record<string, Schema>>;
        /** The number is a multiple of this. */
        readonly multipleOf?: number;
        /** The number is at most this. */
        readonly maximum?: number;
        /** The number is below this. */
        readonly exclusiveMaximum?: number;
        /** The number is at least this. */
        readonly minimum?: number;
        /** The number is above this. */
        readonly exclusiveMinimum?: number;
        /** In characters. */
        readonly maxLength?: number;
        /** In characters. */
        readonly minLength?: number;
        /** A Lua pattern in place of a regular expression. */
        readonly luaPattern?: string;
        /** What the first items are like, one by one. */
        readonly prefixItems?: readonly Schema[];
        /** What all other items are like. */
        readonly items?: Schema;
        /** What some item is like. */
        readonly contains?: Schema;
        /** How many items there may be. */
        readonly maxItems?: number;
        /** How many items there must be. */
        readonly minItems?: number;
        /** Whether all items differ. */
        readonly uniqueItems?: boolean;
        /** How many items may be like `contains`. */
        readonly maxContains?: number;
        /** How many items must be like `contains`. */
        readonly minContains?: number;
        /** What members are like, by name. */
        readonly properties?: Readonly<Record<string, Schema>>;
        /** What members are like whose names match a Lua pattern; takes the place of patternProperties. */
        readonly luaPatternProperties?: Readonly<Record<string, Schema>>;
        /** What all other members are like. */
        readonly additionalProperties?: Schema;
        /** What the names of members are like. */
        readonly propertyNames?: Schema;
        /** Which members must be there. */
        readonly required?: readonly string[];
        /** Which members must be there where another is. */
        readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
        /** What the object is like where a member is there. */
        readonly dependentSchemas?: Readonly<Record<string, Schema>>;
        /** For people. */
        readonly title?: string;
        /** For people. */
        readonly description?: string;
        /** What a missing value means, for people. */
        readonly default?: unknown;
        /** For people. */
        readonly examples?: readonly unknown[];
        /** For people. */
        readonly deprecated?: boolean;
        /** For people. */
        readonly readOnly?: boolean;
        /** For people. */
        readonly writeOnly?: boolean;
        /** How `prosody.util.datamapper` finds it in XML. */
        readonly xml?: XmlHints;
    }
    /** What values have to be like; true for any, false for none. */
    export type Schema = boolean | SchemaObject;

    /** Names of the members that must be there. */
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
