/** @noSelfInFile */

/** Texts of HTTP's status codes: the module itself is a table of them by number, `import codes from "prosody.net.http.codes"`. */
declare module "prosody.net.http.codes" {
    const codes: { readonly [code: number]: string };
    export = codes;
}
