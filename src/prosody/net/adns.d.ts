/** @noSelfInFile */

/** DNS without waiting. https://prosody.im/doc/developers/net/adns */
declare module "prosody.net.adns" {
    import type { Promise } from "prosody.util.promise";

    export interface SrvRecord {
        priority: number;
        weight: number;
        port: number;
        target: string;
    }
    /** A record; its data under the name of its type in small letters. */
    export interface DnsRecord {
        a?: string;
        aaaa?: string;
        cname?: string;
        mx?: { pref: number; mx: string };
        ns?: string;
        ptr?: string;
        srv?: SrvRecord;
        tlsa?: { use: number; select: number; match: number; data: string };
        txt?: string;
        [type: string]: any;
    }
    /** Records, as a list. Whether they are signed is known where Prosody runs with libunbound. */
    export type Answer = DnsRecord[] & {
        /** Whether DNSSEC vouches for them. */
        readonly secure?: boolean;
        /** Why they are forged. */
        readonly bogus?: string | false;
        /** Such as "NXDomain". */
        readonly status?: string;
        readonly rcode?: number;
    };
    /** Gets the records, or undefined and a message. There being none is undefined without message on 0.11 and without libunbound. */
    export type Callback = (this: void, answer: Answer | undefined, error?: string) => void;
    export interface Resolver {
        /**
         * Asks; the callback gets the answer.
         * @param type Default "A".
         * @param class Default "IN".
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        lookup(callback: Callback, name: string, type?: string, class_?: string): unknown;
        /**
         * Asks and promises the answer.
         * @since 0.12
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        lookup_promise?(name: string, type?: string, class_?: string): Promise<Answer>;
    }
    /**
     * A resolver.
     * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
     */
    export function resolver(): Resolver;
    /**
     * Asks; the callback gets the answer.
     * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
     */
    export function lookup(callback: Callback, name: string, type?: string, class_?: string): unknown;
    /**
     * Raises an error where Prosody runs with libunbound. For Prosody itself.
     * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
     */
    export function new_async_socket(socket: unknown, resolver: unknown): unknown;
    /**
     * Gives up; the callback gets "canceled".
     * @since 0.12
     * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
     */
    export function cancel(id: unknown): boolean | undefined;
    /**
     * Has queries measured; called by Prosody at its start.
     * @since 13.0
     * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
     */
    export function instrument(measure: (this: void, class_: string, type: string) => (this: void) => void): void;
    /**
     * The functions of `prosody.net.dns` where Prosody runs with libunbound; most do nothing.
     * @since 0.12
     * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
     */
    export const dns: {
        /** Asks and waits; holds up the server. */
        lookup(this: void, name: string, type?: string, class_?: string): LuaMultiReturn<[Answer | undefined, string?]>;
        cancel(this: void, id: unknown): boolean | undefined;
        /** Forgets all answers. */
        purge(this: void): unknown;
        cache(this: void): unknown;
        peek(this: void, ...args: unknown[]): unknown;
        query(this: void, ...args: unknown[]): unknown;
        random(this: void): unknown;
        settimeout(this: void, seconds?: number): unknown;
        socket_wrapper_set(this: void, wrapper?: unknown): unknown;
        readonly classes: import("prosody.util.dnsregistry").Registry;
        readonly types: import("prosody.util.dnsregistry").Registry;
    };
}
