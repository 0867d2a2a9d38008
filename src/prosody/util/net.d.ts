/** @noSelfInFile */

/**
 * Addresses of the network as bytes and as text.
 * @see [util-src/net.c](https://hg.prosody.im/trunk/file/tip/util-src/net.c)
 */
declare module "prosody.util.net" {
    /**
     * The addresses of this machine.
     * @param type Default both.
     * @param include_link_local Also those that lead nowhere else.
     * @see [util-src/net.c](https://hg.prosody.im/trunk/file/tip/util-src/net.c)
     */
    export function local_addresses(
        type?: "both" | "ipv4" | "ipv6",
        include_link_local?: boolean,
    ): LuaMultiReturn<string[]>;
    /**
     * The bytes of an address; undefined and a message where it is none.
     * @see [util-src/net.c](https://hg.prosody.im/trunk/file/tip/util-src/net.c)
     */
    export function pton(address: string): LuaMultiReturn<[bytes: string] | [bytes: undefined, error?: string]>;
    /**
     * An address from 4 or 16 bytes.
     * @see [util-src/net.c](https://hg.prosody.im/trunk/file/tip/util-src/net.c)
     */
    export function ntop(bytes: string): LuaMultiReturn<[address: string] | [address: undefined, error?: string]>;
}
