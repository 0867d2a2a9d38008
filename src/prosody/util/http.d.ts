/** @noSelfInFile */
/**
 * URLs, forms and headers of HTTP. https://prosody.im/doc/developers/util/http
 * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
 */
declare module "prosody.util.http" {
    /** A field of a form, in order. */
    export interface FormField {
        /** The field's name. */
        name: string;
        /** What was filled in. */
        value: string;
    }
    /** A decoded form: values by name (the last of equal names), and all fields in order from 1 on. */
    export interface DecodedForm {
        /** A field's value, the last where there are several. */
        [name: string]: string | FormField | undefined;
        /** The fields in their order. */
        [position: number]: FormField;
    }
    /**
     * Percent-encodes everything but letters, digits and `.~_-` (RFC 3986, section 2.3).
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function urlencode(text: string): string;
    /**
     * Percent-encodes everything but letters, digits and `.~_-` (RFC 3986, section 2.3).
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function urlencode(text: string | undefined): string | undefined;
    /**
     * Undoes percent-encoding.
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function urldecode(text: string): string;
    /**
     * Undoes percent-encoding.
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function urldecode(text: string | undefined): string | undefined;
    /**
     * A form as application/x-www-form-urlencoded; from fields in order, or by name in any order.
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function formencode(form: readonly FormField[] | Record<string, string>): string;
    /**
     * Reads application/x-www-form-urlencoded; a text without `=` comes back decoded, as a string.
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function formdecode(text: string): DecodedForm | string;
    /**
     * Whether a comma-separated header holds a token; letter case does not matter.
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function contains_token(header: string, token: string): boolean;
    /**
     * A path with a slash at its start, and at its end only where `is_dir`.
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function normalize_path(path: string, is_dir?: boolean): string;
    /**
     * Reads a Forwarded header (RFC 7239): a table per proxy, nearest last. False for a malformed one, undefined for none.
     * @since 13.0
     * @see [util/http.lua](https://hg.prosody.im/trunk/file/tip/util/http.lua)
     */
    export function parse_forwarded(header: string | undefined): Record<string, string>[] | false | undefined;
}
