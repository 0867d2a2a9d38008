/** @noSelfInFile */

/**
 * Failures of HTTP requests as error objects.
 * @since 0.12
 */
declare module "prosody.net.http.errors" {
    import type { Error, ErrorContext, ErrorTemplate } from "prosody.util.error";
    /**
     * Templates by status code, and by the reasons that come with code 0.
     * @see [net/http/errors.lua](https://hg.prosody.im/trunk/file/tip/net/http/errors.lua)
     */
    export const registry: {
        readonly [code: number]: ErrorTemplate;
        readonly cancelled: ErrorTemplate;
        readonly "certificate-chain-invalid": ErrorTemplate;
        readonly "certificate-verify-failed": ErrorTemplate;
        readonly "connection failed": ErrorTemplate;
        readonly "connection-closed": ErrorTemplate;
        readonly "invalid-url": ErrorTemplate;
        readonly "unable to resolve service": ErrorTemplate;
    };
    /**
     * The error of a status code, or of the reason in the body for code 0.
     * @see [net/http/errors.lua](https://hg.prosody.im/trunk/file/tip/net/http/errors.lua)
     */
    function new_(code: number, body?: string, context?: ErrorContext): Error;
    export { new_ as new };
}
