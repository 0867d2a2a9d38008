/** @noSelfInFile */
/**
 * DNS in Lua; its functions wait. A module takes `prosody.net.adns`.
 * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
 */
declare module "prosody.net.dns" {
    import type { Answer } from "prosody.net.adns";
    /** Numbers by name and names by number. */
    type Codes = {
        /** A name's number, or a number's name. */
        readonly [key: string]: any;
    };

    /**
     * Asks and waits; holds up the server.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function lookup(name: string, type?: string, class_?: string): LuaMultiReturn<[Answer | undefined, string?]>;
    /**
     * Asks without waiting.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function query(name: string, type?: string, class_?: string): unknown;
    /**
     * What is known already.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function peek(name: string, type?: string, class_?: string): Answer | undefined;
    /**
     * The name of an address.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function tohostname(ip: string): LuaMultiReturn<[Answer | undefined, string?]>;
    /**
     * Forgets what is too old.
     * @param soft Keeps what may be asked for again.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function purge(soft?: unknown): void;
    /**
     * Reads a packet.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function feed(...args: unknown[]): unknown;
    /**
     * Gives up.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function cancel(...args: unknown[]): void;
    /**
     * Sets the seconds to wait for an answer.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function settimeout(seconds: number): void;
    /**
     * All that is known.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function cache(): object;
    /**
     * A random number.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function random(...args: number[]): number;
    /**
     * Says how sockets are made.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function socket_wrapper_set(wrapper: (this: void, ...args: any[]) => unknown): void;
    /**
     * A resolver of its own.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export function resolver(): object;
    /**
     * Types of records, by name and by number.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export const type: Codes;
    /**
     * Bytes of types, by name.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export const typecode: Codes;
    /**
     * Types of records, by number.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export const types: Codes;
    /**
     * Classes, by name in any letter case.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    const class_: Codes & Record<"*" | "CH" | "CS" | "HS" | "IN" | "ch" | "cs" | "hs" | "in", string>;
    export { class_ as class };
    /**
     * Bytes of classes, by name in any letter case.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export const classcode: Codes & Record<"*" | "CH" | "CS" | "HS" | "IN" | "ch" | "cs" | "hs" | "in", string>;
    /**
     * Classes, by number.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export const classes: Codes;
    /**
     * The resolver behind these functions.
     * @see [net/dns.lua](https://hg.prosody.im/trunk/file/tip/net/dns.lua)
     */
    export const _resolver: {
        /** Questions that were sent. */
        readonly active: object;
        /** The position of the server that answers. */
        readonly best_server: number;
        /** What was answered and is still valid. */
        readonly cache: object;
        /** Whether to wait a little at random before asking. @since 0.12 */
        readonly jitter: boolean;
        /** The same before asking again. @since 0.12 */
        readonly retry_jitter: boolean;
        /** Answers in the order in which they came. */
        readonly unsorted: object;
        /** Who waits for which answer. */
        readonly wanted: object;
    };
}
