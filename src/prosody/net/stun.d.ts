/** @noSelfInFile */

/**
 * STUN and TURN (RFC 8489, RFC 8656).
 * @since 0.12
 * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
 */
declare module "prosody.net.stun" {
    /** Where something is reachable. */
    export interface Address {
        /** Which kind of address. */
        family: "IPv4" | "IPv6";
        /** The address. */
        address: string;
        /** The port. */
        port: number;
    }
    /** What a message is: a question, a note that nobody answers, or an answer. */
    export type MessageClass = "request" | "indication" | "success" | "error";
    /** A message of STUN (RFC 8489). */
    export interface Packet {
        /** Method and class, as they stand in the header. */
        readonly type: number;
        /** Bytes after the header. */
        readonly length: number;
        /** What answers are recognised by: 12 bytes. */
        readonly transaction_id: string;
        /** What it holds, in this order. */
        readonly attributes: {
            /** Number of the attribute. */
            type: number;
            /** Its bytes. */
            value: string;
        }[];
        /**
         * Its bytes.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        serialize(): string;
        /**
         * The bytes of its head.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        serialize_header(length: number): string;
        /**
         * Reads bytes into it; undefined and why not where they are none.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        deserialize(bytes: string): LuaMultiReturn<[this] | [undefined, string?]>;
        /**
         * Whether it asks.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        is_request(): boolean;
        /**
         * Whether it tells.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        is_indication(): boolean;
        /**
         * Whether it answers.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        is_success_resp(): boolean;
        /**
         * Whether it refuses.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        is_err_resp(): boolean;
        /**
         * What it is about, such as "binding".
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_method(): LuaMultiReturn<[name: string | undefined, code: number]>;
        /**
         * What kind it is.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_class(): LuaMultiReturn<[name: MessageClass | undefined, code: number]>;
        /**
         * Sets method and class.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        set_type(method: string, class_?: MessageClass): void;
        /**
         * Adds an attribute.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        add_attribute(type: string | number, value?: string): void;
        /**
         * The value of an attribute.
         * @param index Which of several, from 1.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_attribute(type: string | number, index?: number): string | undefined;
        /**
         * MAPPED-ADDRESS.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_mapped_address(): Address | undefined;
        /**
         * XOR-MAPPED-ADDRESS.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_xor_mapped_address(): Address | undefined;
        /**
         * Adds XOR-PEER-ADDRESS.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        add_xor_peer_address(address: string, port?: number): void;
        /**
         * XOR-RELAYED-ADDRESS.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_xor_relayed_address(index?: number): Address | undefined;
        /**
         * All of them.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_xor_relayed_addresses(): Address[] | undefined;
        /**
         * Adds MESSAGE-INTEGRITY, made with a key.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        add_message_integrity(key: string): void;
        /**
         * Adds REQUESTED-TRANSPORT.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        add_requested_transport(transport: "udp" | "tcp"): void;
        /**
         * ERROR-CODE.
         * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
         */
        get_error(): LuaMultiReturn<[code: number, text: string | undefined] | [undefined]>;
    }
    /**
     * Credentials for TURN from a secret that the TURN server shares: username, password, and the seconds that they last.
     * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
     */
    export function get_user_pass_from_secret(
        secret: string,
        ttl?: number,
        username?: string,
    ): LuaMultiReturn<[username: string, password: string, ttl: number]>;
    /**
     * The key for message integrity (RFC 8489, section 9.2.2).
     * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
     */
    export function get_long_term_auth_key(realm: string, username: string, password: string): string;
    /**
     * A message.
     * @see [net/stun.lua](https://hg.prosody.im/trunk/file/tip/net/stun.lua)
     */
    export function new_packet(method?: string, class_?: MessageClass): Packet;
}
