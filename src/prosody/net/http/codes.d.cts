/** @noSelfInFile */

// The module is no table of exports but a value of its own: `export =`, which TypeScript takes in a .d.cts alone.

/** Texts of HTTP's status codes: the module itself is a table of them by number, `import codes from "prosody.net.http.codes"`. */
declare module "prosody.net.http.codes" {
    const codes: { readonly [code: number]: string };
    export = codes;
}
