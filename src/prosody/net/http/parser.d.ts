/** @noSelfInFile */
/**
 * Reading HTTP/1.
 * @see [net/http/parser.lua](https://hg.prosody.im/trunk/file/tip/net/http/parser.lua)
 */
declare module "prosody.net.http.parser" {
    /** Makes requests or responses of what a connection reads. */
    export interface Parser {
        /**
         * Takes bytes; calls back for each message that is complete. True, or undefined where an error was reported.
         * @see [net/http/parser.lua](https://hg.prosody.im/trunk/file/tip/net/http/parser.lua)
         */
        feed(data: string): true | undefined | void;
    }
    /**
     * A parser of requests or responses.
     * @see [net/http/parser.lua](https://hg.prosody.im/trunk/file/tip/net/http/parser.lua)
     */
    function new_(
        success: (this: void, packet: any) => void,
        error: (this: void, reason?: string) => void,
        type?: "server" | "client",
        options?: (this: void) => object,
    ): Parser;
    export { new_ as new };
}
