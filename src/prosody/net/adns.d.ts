/** @noSelfInFile */
/**
 * DNS without waiting. https://prosody.im/doc/developers/net/adns
 * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
 */
declare module "prosody.net.adns" {
    import type { Promise } from "prosody.util.promise";

    /** A host that a service is at (RFC 2782). */
    export interface SrvRecord {
        /** Lower ones first. */
        priority: number;
        /** How often it is taken among those of the same priority. */
        weight: number;
        /** Its port. */
        port: number;
        /** Its domain. */
        target: string;
    }
    /** A record; its data under the name of its type in small letters. */
    export interface DnsRecord {
        /** An IPv4 address. */
        a?: string;
        /** An IPv6 address. */
        aaaa?: string;
        /** The name that this one stands for. */
        cname?: string;
        /** A mail server. */
        mx?: {
            /** Lower ones first. */
            pref: number;
            /** Its domain. */
            mx: string;
        };
        /** A name server of the zone. */
        ns?: string;
        /** The name of an address. */
        ptr?: string;
        /** A host that a service is at. */
        srv?: SrvRecord;
        /** Which certificates a service may have (RFC 6698). */
        tlsa?: {
            /** How the certificate is to be used, 0 to 3. */
            use: number;
            /** 0 for the whole certificate, 1 for its public key. */
            select: number;
            /** 0 for the bytes themselves, 1 for SHA-256, 2 for SHA-512. */
            match: number;
            /** What to compare with, as bytes. */
            data: string;
        };
        /** A text. */
        txt?: string;
        /** The data of another type, under its name in lower case. */
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
        /** The code of the answer (RFC 1035, section 4.1.1). */
        readonly rcode?: number;
    };
    /** Gets the records, or undefined and a message. There being none is undefined without message on 0.11 and without libunbound. */
    export type Callback = (this: void, answer: Answer | undefined, error?: string) => void;
    /** Asks on behalf of one caller. */
    export interface Resolver {
        /**
         * Asks; the callback gets the answer.
         * @param type Default "A".
         * @param class_ Default "IN".
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        lookup(callback: Callback, name: string, type?: string, class_?: string): unknown;
        /**
         * Asks and promises the answer.
         * @since 0.12 Before, take `lookup`.
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
        /**
         * Asks and waits; holds up the server.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        lookup(this: void, name: string, type?: string, class_?: string): LuaMultiReturn<[Answer | undefined, string?]>;
        /**
         * Gives a question up.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        cancel(this: void, id: unknown): boolean | undefined;
        /**
         * Forgets all answers.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        purge(this: void): unknown;
        /**
         * The answers that are kept.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        cache(this: void): unknown;
        /**
         * Does nothing; in `prosody.net.dns` an answer that is kept.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        peek(this: void): unknown;
        /**
         * Does nothing; `lookup` asks.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        query(this: void): unknown;
        /**
         * A number by chance, for the id of a question.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        random(this: void): unknown;
        /**
         * Does nothing.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        settimeout(this: void): unknown;
        /**
         * Does nothing.
         * @see [net/adns.lua](https://hg.prosody.im/trunk/file/tip/net/adns.lua)
         */
        socket_wrapper_set(this: void): unknown;
        /** Classes of records by name and number. */
        readonly classes: import("prosody.util.dnsregistry").Registry;
        /** Types of records by name and number. */
        readonly types: import("prosody.util.dnsregistry").Registry;
    };
}
