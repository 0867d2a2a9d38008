/** @noSelfInFile */

/** DNS in Lua; its functions wait. A module takes `prosody.net.adns`. */
declare module "prosody.net.dns" {
    import type { Answer } from "prosody.net.adns";
    type Codes = { readonly [key: string]: any };

    /** Asks and waits; holds up the server. */
    export function lookup(name: string, type?: string, class_?: string): LuaMultiReturn<[Answer | undefined, string?]>;
    /** Asks without waiting. */
    export function query(name: string, type?: string, class_?: string): unknown;
    /** What is known already. */
    export function peek(name: string, type?: string, class_?: string): Answer | undefined;
    /** The name of an address. */
    export function tohostname(ip: string): LuaMultiReturn<[Answer | undefined, string?]>;
    /** Forgets what is too old. @param soft Keeps what may be asked for again. */
    export function purge(soft?: unknown): void;
    /** Reads a packet. */
    export function feed(...args: unknown[]): unknown;
    /** Gives up. */
    export function cancel(...args: unknown[]): void;
    /** Sets the seconds to wait for an answer. */
    export function settimeout(seconds: number): void;
    /** All that is known. */
    export function cache(): object;
    /** A random number. */
    export function random(...args: number[]): number;
    /** Says how sockets are made. */
    export function socket_wrapper_set(wrapper: (this: void, ...args: any[]) => unknown): void;
    /** A resolver of its own. */
    export function resolver(): object;
    /** Types of records, by name and by number. */
    export const type: Codes;
    /** Bytes of types, by name. */
    export const typecode: Codes;
    /** Types of records, by number. */
    export const types: Codes;
    /** Classes, by name in any letter case. */
    const class_: Codes & Record<"*" | "CH" | "CS" | "HS" | "IN" | "ch" | "cs" | "hs" | "in", string>;
    export { class_ as class };
    /** Bytes of classes, by name in any letter case. */
    export const classcode: Codes & Record<"*" | "CH" | "CS" | "HS" | "IN" | "ch" | "cs" | "hs" | "in", string>;
    /** Classes, by number. */
    export const classes: Codes;
    /** The resolver behind these functions. */
    export const _resolver: {
        readonly active: object;
        readonly best_server: number;
        readonly cache: object;
        /** @since 0.12 */
        readonly jitter: boolean;
        /** @since 0.12 */
        readonly retry_jitter: boolean;
        readonly unsorted: object;
        readonly wanted: object;
    };
}
