/** @noSelfInFile */

/**
 * Failures of HTTP requests as error objects.
 * @since 0.12 Before, look at the code.
 * @see [net/http/errors.lua](https://hg.prosody.im/trunk/file/tip/net/http/errors.lua)
 */
declare module "prosody.net.http.errors" {
    import type { Error, ErrorContext, ErrorTemplate } from "prosody.util.error";
    /**
     * Templates by status code, and by the reasons that come with code 0.
     * @see [net/http/errors.lua](https://hg.prosody.im/trunk/file/tip/net/http/errors.lua)
     */
    export const registry: {
        /** The error for a status code. */
        readonly [code: number]: ErrorTemplate;
        /** The caller stopped the request. */
        readonly cancelled: ErrorTemplate;
        /** The certificate's chain leads to nobody who is trusted. */
        readonly "certificate-chain-invalid": ErrorTemplate;
        /** The certificate is not the host's. */
        readonly "certificate-verify-failed": ErrorTemplate;
        /** No connection could be made. */
        readonly "connection failed": ErrorTemplate;
        /** The connection ended before there was an answer. */
        readonly "connection-closed": ErrorTemplate;
        /** The URL is none. */
        readonly "invalid-url": ErrorTemplate;
        /** The domain has no address. */
        readonly "unable to resolve service": ErrorTemplate;
    };
    /**
     * The error of a status code, or of the reason in the body for code 0.
     * @see [net/http/errors.lua](https://hg.prosody.im/trunk/file/tip/net/http/errors.lua)
     */
    function new_(code: number, body?: string, context?: ErrorContext): Error;
    export { new_ as new };
}
