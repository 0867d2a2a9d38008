/** @noSelfInFile */
/**
 * JSON (RFC 8259). https://prosody.im/doc/developers/util/json
 * @see [util/json.lua](https://hg.prosody.im/trunk/file/tip/util/json.lua)
 */
declare module "prosody.util.json" {
    /** Stands for JSON's null, which Lua's nil cannot: a table of its own. Compare with `json.null`. */
    export interface JsonNull {
        readonly __jsonNull: unique symbol;
    }
    /** A decoded value. Objects and arrays are both tables; arrays have the metatable of `prosody.util.array`. */
    export type JsonValue = string | number | boolean | JsonNull | JsonArray | JsonObject;
    /** A list, as it is decoded. */
    export type JsonArray = JsonValue[];
    /** An object, as it is decoded. */
    export interface JsonObject {
        /** A value by name. */
        [key: string]: JsonValue | undefined;
    }
    /** What `encode` takes; tables with keys from 1 on become arrays, an empty table becomes an object unless it is a `prosody.util.array`. */
    export type JsonEncodable = string | number | boolean | undefined | object;

    /** JSON's null, which no table could hold as nil. */
    const null_: JsonNull;
    export { null_ as null };

    /**
     * The value as JSON, in one line. Raises an error for functions, NaN and other things that JSON has not.
     * @see [util/json.lua](https://hg.prosody.im/trunk/file/tip/util/json.lua)
     */
    export function encode(value: JsonEncodable): string;
    /**
     * The value as JSON with object keys in order.
     * @see [util/json.lua](https://hg.prosody.im/trunk/file/tip/util/json.lua)
     */
    export function encode_ordered(value: JsonEncodable): string;
    /**
     * A list as JSON array, `[]` for the empty one.
     * @see [util/json.lua](https://hg.prosody.im/trunk/file/tip/util/json.lua)
     */
    export function encode_array(value: readonly JsonEncodable[]): string;
    /**
     * Reads JSON. Undefined and a message for malformed text; raises an error for anything but a string. UTF-8 is not checked
     * (see `prosody.util.encodings`' `utf8.valid`).
     * @see [util/json.lua](https://hg.prosody.im/trunk/file/tip/util/json.lua)
     */
    export function decode(json: string): LuaMultiReturn<[value: JsonValue] | [value: undefined, error: string]>;
    /**
     * Encodes and decodes a value and prints the outcome; for Prosody's own tests.
     * @see [util/json.lua](https://hg.prosody.im/trunk/file/tip/util/json.lua)
     */
    export function test(value: JsonEncodable): boolean;
}
