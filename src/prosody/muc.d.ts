/** @noSelfInFile */

declare namespace Prosody {
    /** XEP-0045, section 5.2; undefined or "none" where there is none. */
    type MucAffiliation = "owner" | "admin" | "member" | "outcast" | "none";
    /** XEP-0045, section 5.1. */
    type MucRole = "moderator" | "participant" | "visitor" | "none";
    /** Who acts: a JID, or true for the server itself. */
    type MucActor = string | true | undefined;
    /** True, or why not, in terms of a stanza error. */
    type MucOutcome = LuaMultiReturn<
        | [ok: true]
        | [
              ok: undefined | false,
              type?: import("prosody.util.stanza").ErrorType,
              condition?: import("prosody.util.stanza").ErrorCondition,
              text?: string,
          ]
    >;

    /** Somebody in a room, with all clients under one nickname. */
    interface MucOccupant {
        /** The real bare JID. */
        bare_jid: string;
        /** Room JID with nickname as resource. */
        nick: string;
        /** The real full JID of the primary session. */
        jid?: string | undefined;
        role?: MucRole | undefined;
        /** Presence by real full JID. */
        sessions: Record<string, Presence | undefined>;
        /**
         * Occupant identifier (XEP-0421); there once it was asked for.
         * @since 0.12
         */
        stable_id?: string | undefined;
        /** The session that would be the primary one; undefined where none is available. */
        choose_new_primary(): string | undefined;
        /** Walks over real full JIDs and presence. */
        each_session(): LuaIterable<LuaMultiReturn<[jid: string, presence: Presence]>, unknown>;
        /** The presence of a session, the primary one without JID. */
        get_presence(real_jid?: string): Presence | undefined;
        /** Notes the presence of a session. */
        set_session(real_jid: string, presence: Presence, replace_primary?: boolean): void;
        /** Takes a session away. */
        remove_session(real_jid: string): void;
    }

    /** A chat room (XEP-0045) of mod_muc. https://prosody.im/doc/developers/muc */
    interface MucRoom {
        readonly jid: string;
        readonly _data: Record<string, any>;
        readonly _affiliations: Record<string, MucAffiliation | undefined>;
        readonly _affiliation_data: Record<string, Record<string, unknown> | undefined>;
        readonly _occupants: Record<string, MucOccupant | undefined>;
        /** Nicknames by real full JID. */
        readonly _jid_nick: Record<string, string | undefined>;
        /** Keeps the room as it is now. @param forced Also where it is not persistent. */
        save(forced?: boolean, savestate?: boolean): unknown;

        // ---- occupants

        get_occupant_by_nick(nick: string): MucOccupant | undefined;
        get_occupant_by_real_jid(real_jid: string): MucOccupant | undefined;
        /** Room JID with nickname of a real full JID. */
        get_occupant_jid(real_jid: string): string | undefined;
        /** Walks over room JIDs and occupants. @param read_only Without copies. */
        each_occupant(read_only?: boolean): LuaIterable<LuaMultiReturn<[nick: string, occupant: MucOccupant]>, unknown>;
        has_occupant(): boolean;
        /** An occupant, not yet in the room. */
        new_occupant(bare_real_jid: string, nick: string): MucOccupant;
        /** Puts it into the room, or takes it out where it has no sessions. */
        save_occupant(occupant: MucOccupant): void;
        get_role(nick: string): MucRole | undefined;
        get_default_role(affiliation: MucAffiliation | undefined): MucRole | undefined;
        set_role(actor: MucActor, occupant_jid: string, role: MucRole | undefined, reason?: string): MucOutcome;
        /** @since 0.12 */
        may_set_role(
            actor: MucActor,
            occupant: MucOccupant,
            role: MucRole | undefined,
        ): LuaMultiReturn<
            [
                allowed: boolean | undefined,
                type?: import("prosody.util.stanza").ErrorType,
                condition?: import("prosody.util.stanza").ErrorCondition,
            ]
        >;
        /** Occupant identifier (XEP-0421). @since 0.12 */
        get_occupant_id(occupant: MucOccupant): string;
        /** @since 0.12 */
        get_salt(): string;
        /** Whether a JID may not see real JIDs. @since 0.12 */
        is_anonymous_for(jid: string): boolean;

        // ---- affiliations

        get_affiliation(jid: string): MucAffiliation | undefined;
        set_affiliation(
            actor: MucActor,
            jid: string,
            affiliation: MucAffiliation | undefined,
            reason?: string,
            data?: object,
        ): MucOutcome;
        /** Walks over JIDs, affiliations and data. */
        each_affiliation(
            with_affiliation?: MucAffiliation,
        ): LuaIterable<LuaMultiReturn<[jid: string, affiliation: MucAffiliation, data: object | undefined]>, unknown>;
        get_affiliation_data(jid: string, key?: string): any;
        /** @since 0.12 */
        set_affiliation_data(jid: string, key: string, value: unknown): LuaMultiReturn<[true] | [undefined, string]>;
        get_registered_nick(jid: string): string | undefined;
        get_registered_jid(nick: string): string | undefined;

        // ---- configuration

        get_name(): string;
        set_name(name: string | undefined): boolean;
        get_description(): string | undefined;
        set_description(description: string | undefined): boolean;
        get_language(): string | undefined;
        set_language(language: string | undefined): boolean;
        get_password(): string | undefined;
        set_password(password: string | undefined): boolean;
        get_hidden(): boolean;
        set_hidden(hidden: boolean): boolean;
        get_public(): boolean;
        set_public(is_public: boolean): boolean;
        get_members_only(): boolean;
        set_members_only(members_only: boolean): boolean;
        get_allow_member_invites(): boolean;
        set_allow_member_invites(allow: boolean): boolean;
        get_moderated(): boolean;
        set_moderated(moderated: boolean): boolean;
        get_persistent(): boolean;
        set_persistent(persistent: boolean): boolean;
        get_changesubject(): boolean;
        set_changesubject(change: boolean): boolean;
        get_whois(): "anyone" | "moderators";
        set_whois(whois: "anyone" | "moderators"): boolean;
        get_historylength(): number;
        set_historylength(length: number | undefined): boolean;
        /** Which roles' presence others get. @since 0.12 */
        get_presence_broadcast(): Record<string, boolean>;
        /** @since 0.12 */
        set_presence_broadcast(roles: Record<string, boolean> | string): boolean;
        /** Who may send private messages: at least this role. @since 13.0 */
        get_allow_pm(): MucRole;
        /** @since 13.0 */
        set_allow_pm(role: MucRole): boolean;
        /** Whether moderators always get private messages. @since 13.0 */
        get_allow_modpm(): boolean;
        /** @since 13.0 */
        set_allow_modpm(allow: boolean): boolean;
        /** Who set the subject, and the subject. */
        get_subject(): LuaMultiReturn<[from: string, subject: string]>;
        set_subject(from: string, subject: string): boolean;
        /** The form that configures it. */
        get_form_layout(actor: string): object;

        // ---- sending

        /** Sends a stanza to all occupants, or to some. */
        broadcast(
            stanza: Stanza,
            condition?: (this: void, nick: string, occupant: MucOccupant) => boolean | undefined,
        ): void;
        /** Sends a message to all, through the room's history. */
        broadcast_message(stanza: Message): void;
        /** Tells all what became of an occupant. */
        publicise_occupant_status(
            occupant: MucOccupant,
            x?: Stanza,
            nick?: string,
            actor?: string,
            reason?: string,
            prev_role?: MucRole,
            force_unavailable?: boolean,
            recipient?: MucOccupant,
        ): void;
        route_stanza(stanza: Stanza): void;
        route_to_occupant(occupant: MucOccupant, stanza: Stanza): void;
        send_history(stanza: Stanza): void;
        send_occupant_list(
            to: string,
            filter?: (this: void, nick: string, occupant: MucOccupant) => boolean | undefined,
        ): void;
        send_subject(to: string, time?: number): void;
        send_form(origin: Origin, stanza: Stanza): void;
        build_item_list(
            occupant: MucOccupant,
            x: Stanza,
            is_anonymous: boolean,
            nick?: string,
            actor_nick?: string,
            actor_jid?: string,
            reason?: string,
        ): Stanza;
        /** @since 0.12 */
        build_unavailable_presence(from: string, to: string): Presence;

        // ---- the room itself

        /** Everybody leaves. */
        clear(x?: Stanza): unknown;
        /** Ends the room. @param new_jid Where to go instead. */
        destroy(new_jid?: string, reason?: string, password?: string): LuaMultiReturn<[true] | [false, unknown?]>;
        /** What is kept of it, and of its state. @param live Whether the state is wanted. */
        freeze(live?: boolean): LuaMultiReturn<[data: object, state: object | undefined]>;
        get_disco_info(stanza: Iq<"get">): Stanza;
        get_disco_items(stanza: Iq<"get">): Stanza;

        // ---- handlers of what is sent to it; true where it was dealt with

        handle_admin_query_get_command(origin: Origin, stanza: Stanza): true | undefined;
        handle_admin_query_set_command(origin: Origin, stanza: Stanza): true | undefined;
        handle_disco_info_get_query(origin: Origin, stanza: Stanza): true | undefined;
        handle_disco_items_get_query(origin: Origin, stanza: Stanza): true | undefined;
        handle_first_presence(origin: Origin, stanza: Stanza): true | undefined;
        handle_groupchat_to_room(origin: Origin, stanza: Stanza): true | undefined;
        handle_iq_to_occupant(origin: Origin, stanza: Stanza): true | undefined;
        handle_kickable(origin: Origin, stanza: Stanza): true | undefined;
        handle_mediated_decline(origin: Origin, stanza: Stanza): true | undefined;
        handle_mediated_invite(origin: Origin, stanza: Stanza): true | undefined;
        handle_message_to_occupant(origin: Origin, stanza: Stanza): true | undefined;
        handle_message_to_room(origin: Origin, stanza: Stanza): true | undefined;
        handle_normal_presence(origin: Origin, stanza: Stanza): true | undefined;
        handle_owner_query_get_to_room(origin: Origin, stanza: Stanza): true | undefined;
        handle_owner_query_set_to_room(origin: Origin, stanza: Stanza): true | undefined;
        handle_presence_to_occupant(origin: Origin, stanza: Stanza): true | undefined;
        handle_presence_to_room(origin: Origin, stanza: Stanza): true | undefined;
        handle_register_iq(origin: Origin, stanza: Stanza): true | undefined;
        handle_role_request(origin: Origin, stanza: Stanza, form: Stanza): true | undefined;
        process_form(origin: Origin, stanza: Stanza): true | undefined;
        /** @since 0.12 */
        respond_to_probe(origin: Origin, stanza: Stanza, occupant: MucOccupant): void;
    }
}
