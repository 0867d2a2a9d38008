/** @noSelfInFile */

/**
 * STUN and TURN (RFC 8489, RFC 8656).
 * @since 0.12
 */
declare module "prosody.net.stun" {
    export interface Address {
        family: "IPv4" | "IPv6";
        address: string;
        port: number;
    }
    export type MessageClass = "request" | "indication" | "success" | "error";
    export interface Packet {
        readonly type: number;
        readonly length: number;
        readonly transaction_id: string;
        readonly attributes: { type: number; value: string }[];
        /** Its bytes. */
        serialize(): string;
        /** The bytes of its head. */
        serialize_header(length: number): string;
        /** Reads bytes into it; undefined and why not where they are none. */
        deserialize(bytes: string): LuaMultiReturn<[this] | [undefined, string?]>;
        /** Whether it asks. */
        is_request(): boolean;
        /** Whether it tells. */
        is_indication(): boolean;
        /** Whether it answers. */
        is_success_resp(): boolean;
        /** Whether it refuses. */
        is_err_resp(): boolean;
        /** What it is about, such as "binding". */
        get_method(): LuaMultiReturn<[name: string | undefined, code: number]>;
        /** What kind it is. */
        get_class(): LuaMultiReturn<[name: MessageClass | undefined, code: number]>;
        /** Sets method and class. */
        set_type(method: string, class_?: MessageClass): void;
        /** Adds an attribute. */
        add_attribute(type: string | number, value?: string): void;
        /** The value of an attribute. @param index Which of several, from 1. */
        get_attribute(type: string | number, index?: number): string | undefined;
        /** MAPPED-ADDRESS. */
        get_mapped_address(): Address | undefined;
        /** XOR-MAPPED-ADDRESS. */
        get_xor_mapped_address(): Address | undefined;
        /** Adds XOR-PEER-ADDRESS. */
        add_xor_peer_address(address: string, port?: number): void;
        /** XOR-RELAYED-ADDRESS. */
        get_xor_relayed_address(index?: number): Address | undefined;
        /** All of them. */
        get_xor_relayed_addresses(): Address[] | undefined;
        /** Adds MESSAGE-INTEGRITY, made with a key. */
        add_message_integrity(key: string): void;
        /** Adds REQUESTED-TRANSPORT. */
        add_requested_transport(transport: "udp" | "tcp"): void;
        /** ERROR-CODE. */
        get_error(): LuaMultiReturn<[code: number, text: string | undefined] | [undefined]>;
    }
    /** Credentials for TURN from a secret that the TURN server shares: username, password, and the seconds that they last. */
    export function get_user_pass_from_secret(
        secret: string,
        ttl?: number,
        username?: string,
    ): LuaMultiReturn<[username: string, password: string, ttl: number]>;
    /** The key for message integrity (RFC 8489, section 9.2.2). */
    export function get_long_term_auth_key(realm: string, username: string, password: string): string;
    /** A message. */
    export function new_packet(method?: string, class_?: MessageClass): Packet;
}
