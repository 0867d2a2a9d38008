/** @noSelfInFile */

// The module is no table of exports but a value of its own: `export =`, which TypeScript takes in a .d.cts alone.
/**
 * Texts of HTTP's status codes: the module itself is a table of them by number, `import codes from "prosody.net.http.codes"`.
 * @see [net/http/codes.lua](https://hg.prosody.im/trunk/file/tip/net/http/codes.lua)
 */
declare module "prosody.net.http.codes" {
    /** What status codes are called. */
    const codes: {
        /** Such as "Not Found" for 404. */
        readonly [code: number]: string;
    };
    export = codes;
}
