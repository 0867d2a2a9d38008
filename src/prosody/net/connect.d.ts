/** @noSelfInFile */
/**
 * Connecting to whatever a resolver finds.
 * @see [net/connect.lua](https://hg.prosody.im/trunk/file/tip/net/connect.lua)
 */
declare module "prosody.net.connect" {
    /** Gives targets one after the other; the callback gets undefined where there are no more. */
    export interface Resolver {
        /** The domain that is looked up. */
        readonly hostname?: string;
        /** The port to connect to. */
        readonly port?: number;
        /** Such as "tcp". */
        readonly conn_type?: string;
        /** Settings of the resolver. */
        readonly extra?: object;
        /** The service that is looked up, such as "xmpp-client". */
        readonly service?: string;
        /** The targets that are left, for those that are known beforehand. */
        readonly targets?: unknown[];
        /** The resolvers that are left, for a chain of them. @since 0.12 */
        readonly resolvers?: Resolver[];
        /** Why there are none. */
        last_error?: string | undefined;
        /**
         * Calls back with the next target.
         * @see [net/connect.lua](https://hg.prosody.im/trunk/file/tip/net/connect.lua)
         */
        next(
            callback: (
                this: void,
                conn_type: string | undefined,
                ip?: string,
                port?: number,
                extra?: object,
                more?: boolean,
            ) => void,
        ): void;
    }
    /**
     * Tries targets until a connection stands; the listener hears of it, or of the failure.
     * @see [net/connect.lua](https://hg.prosody.im/trunk/file/tip/net/connect.lua)
     */
    export function connect(
        resolver: Resolver,
        listeners: Prosody.Listener,
        options?: {
            /** Context of TLS, to speak it from the start. */
            sslctx?: object | false | undefined;
            /** How much to read at once, as LuaSocket writes it. */
            pattern?: string | undefined;
        },
        data?: unknown,
    ): void;
}
