/** @noSelfInFile */

/**
 * The command `openssl`: any other field is a function that runs the command of that name with options.
 * @see [util/openssl.lua](https://hg.prosody.im/trunk/file/tip/util/openssl.lua)
 */
declare module "prosody.util.openssl" {
    /**
     * A configuration file for it.
     * @see [util/openssl.lua](https://hg.prosody.im/trunk/file/tip/util/openssl.lua)
     */
    export const config: {
        /** An empty one. */
        new: (this: void) => object;
    };
    /**
     * Values for a configuration file.
     * @see [util/openssl.lua](https://hg.prosody.im/trunk/file/tip/util/openssl.lua)
     */
    export const util: {
        /**
         * A value as IA5String.
         * @see [util/openssl.lua](https://hg.prosody.im/trunk/file/tip/util/openssl.lua)
         */
        ia5string(this: void, text: string): string;
        /**
         * A value as UTF8String.
         * @see [util/openssl.lua](https://hg.prosody.im/trunk/file/tip/util/openssl.lua)
         */
        utf8string(this: void, text: string): string;
    };
    /**
     * The order of the parts of a distinguished name.
     * @see [util/openssl.lua](https://hg.prosody.im/trunk/file/tip/util/openssl.lua)
     */
    export const _DN_order: string[];
}
