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
        /** Its role; undefined once it left. */
        role?: MucRole | undefined;
        /** Presence by real full JID. */
        sessions: Record<string, Presence | undefined>;
        /**
         * Occupant identifier (XEP-0421); there once it was asked for.
         * @since 0.12
         */
        stable_id?: string | undefined;
        /**
         * The session that would be the primary one; undefined where none is available.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        choose_new_primary(): string | undefined;
        /**
         * Walks over real full JIDs and presence.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        each_session(): LuaIterable<LuaMultiReturn<[jid: string, presence: Presence]>, unknown>;
        /**
         * The presence of a session, the primary one without JID.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_presence(real_jid?: string): Presence | undefined;
        /**
         * Notes the presence of a session.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_session(real_jid: string, presence: Presence, replace_primary?: boolean): void;
        /**
         * Takes a session away.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        remove_session(real_jid: string): void;
    }

    /** A room's configuration, kept with it. A module that keeps something there adds it by declaration merging. */
    interface MucRoomData {
        /** What modules keep with the room; stored with it where it is stored. */
        [key: string]: unknown;
    }

    /** A chat room (XEP-0045) of mod_muc. https://prosody.im/doc/developers/muc */
    interface MucRoom {
        /** Bare JID of the room. */
        readonly jid: string;
        /** What its configuration is kept in; take the functions below. */
        readonly _data: MucRoomData;
        /** Affiliations by bare JID. */
        readonly _affiliations: Record<string, MucAffiliation | undefined>;
        /** Further data by bare JID. */
        readonly _affiliation_data: Record<string, Record<string, unknown> | undefined>;
        /** Occupants by room JID with nickname. */
        readonly _occupants: Record<string, MucOccupant | undefined>;
        /** Nicknames by real full JID. */
        readonly _jid_nick: Record<string, string | undefined>;
        /**
         * Keeps the room as it is now.
         * @param forced Also where it is not persistent.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        save(forced?: boolean, savestate?: boolean): unknown;

        // ---- occupants

        /**
         * A copy of an occupant, by room JID with nickname.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_occupant_by_nick(nick: string): MucOccupant | undefined;
        /**
         * A copy of an occupant, by real full JID.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_occupant_by_real_jid(real_jid: string): MucOccupant | undefined;
        /**
         * Room JID with nickname of a real full JID.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_occupant_jid(real_jid: string): string | undefined;
        /**
         * Walks over room JIDs and occupants.
         * @param read_only Without copies.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        each_occupant(read_only?: boolean): LuaIterable<LuaMultiReturn<[nick: string, occupant: MucOccupant]>, unknown>;
        /**
         * Whether anybody is in it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        has_occupant(): boolean;
        /**
         * An occupant, not yet in the room.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        new_occupant(bare_real_jid: string, nick: string): MucOccupant;
        /**
         * Puts it into the room, or takes it out where it has no sessions.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        save_occupant(occupant: MucOccupant): void;
        /**
         * The role of an occupant, by room JID with nickname.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_role(nick: string): MucRole | undefined;
        /**
         * The role that an affiliation gives; undefined where it lets nobody in.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_default_role(affiliation: MucAffiliation | undefined): MucRole | undefined;
        /**
         * Gives an occupant another role, as far as the actor may.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_role(actor: MucActor, occupant_jid: string, role: MucRole | undefined, reason?: string): MucOutcome;
        /**
         * Whether the actor may.
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
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
        /**
         * Occupant identifier (XEP-0421).
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_occupant_id(occupant: MucOccupant): string;
        /**
         * What occupant identifiers are made with.
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_salt(): string;
        /**
         * Whether a JID may not see real JIDs.
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        is_anonymous_for(jid: string): boolean;

        // ---- affiliations

        /**
         * The affiliation of a JID, or of its domain.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_affiliation(jid: string): MucAffiliation | undefined;
        /**
         * Gives a JID another affiliation, as far as the actor may; tells the room.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_affiliation(
            actor: MucActor,
            jid: string,
            affiliation: MucAffiliation | undefined,
            reason?: string,
            data?: object,
        ): MucOutcome;
        /**
         * Walks over JIDs, affiliations and data.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        each_affiliation(
            with_affiliation?: MucAffiliation,
        ): LuaIterable<LuaMultiReturn<[jid: string, affiliation: MucAffiliation, data: object | undefined]>, unknown>;
        /**
         * What is kept with an affiliation, or one value of it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_affiliation_data(jid: string, key?: string): any;
        /**
         * Keeps a value with an affiliation.
         * @since 0.12 Before, give the data to `set_affiliation`.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_affiliation_data(jid: string, key: string, value: unknown): LuaMultiReturn<[true] | [undefined, string]>;
        /**
         * The nickname that a JID has registered.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_registered_nick(jid: string): string | undefined;
        /**
         * The JID that has registered a nickname.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_registered_jid(nick: string): string | undefined;

        // ---- configuration

        /**
         * Its name; the local part of its JID where it has none.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_name(): string;
        /**
         * Sets the name; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_name(name: string | undefined): boolean;
        /**
         * What it is about.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_description(): string | undefined;
        /**
         * Sets the description; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_description(description: string | undefined): boolean;
        /**
         * The language that is spoken in it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_language(): string | undefined;
        /**
         * Sets the language; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_language(language: string | undefined): boolean;
        /**
         * The password that is needed to enter.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_password(): string | undefined;
        /**
         * Sets the password, undefined for none; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_password(password: string | undefined): boolean;
        /**
         * Whether it is left out of lists.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_hidden(): boolean;
        /**
         * Leaves it out of lists; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_hidden(hidden: boolean): boolean;
        /**
         * Whether it is listed.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_public(): boolean;
        /**
         * Lists it; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_public(is_public: boolean): boolean;
        /**
         * Whether only members may enter.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_members_only(): boolean;
        /**
         * Lets only members enter; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_members_only(members_only: boolean): boolean;
        /**
         * Whether members may invite others.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_allow_member_invites(): boolean;
        /**
         * Lets members invite others; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_allow_member_invites(allow: boolean): boolean;
        /**
         * Whether newcomers have no voice.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_moderated(): boolean;
        /**
         * Gives newcomers no voice; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_moderated(moderated: boolean): boolean;
        /**
         * Whether it stays when it is empty.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_persistent(): boolean;
        /**
         * Lets it stay when it is empty; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_persistent(persistent: boolean): boolean;
        /**
         * Whether all may change the subject.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_changesubject(): boolean;
        /**
         * Lets all change the subject; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_changesubject(change: boolean): boolean;
        /**
         * Who sees real JIDs.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_whois(): "anyone" | "moderators";
        /**
         * Says who sees real JIDs; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_whois(whois: "anyone" | "moderators"): boolean;
        /**
         * How many messages newcomers get.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_historylength(): number;
        /**
         * Says how many messages newcomers get; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_historylength(length: number | undefined): boolean;
        /**
         * Which roles' presence others get.
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_presence_broadcast(): Record<string, boolean>;
        /**
         * Says which roles' presence others get; whether that changed it.
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_presence_broadcast(roles: Record<string, boolean> | string): boolean;
        /**
         * Who may send private messages: at least this role.
         * @since 13.0
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_allow_pm(): MucRole;
        /**
         * Says who may send private messages; whether that changed it.
         * @since 13.0
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_allow_pm(role: MucRole): boolean;
        /**
         * Whether moderators always get private messages.
         * @since 13.0
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_allow_modpm(): boolean;
        /**
         * Lets moderators always get private messages; whether that changed it.
         * @since 13.0
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_allow_modpm(allow: boolean): boolean;
        /**
         * Who set the subject, and the subject.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_subject(): LuaMultiReturn<[from: string, subject: string]>;
        /**
         * Sets the subject and tells all; whether that changed it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        set_subject(from: string, subject: string): boolean;
        /**
         * The form that configures it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_form_layout(actor: string): object;

        // ---- sending

        /**
         * Sends a stanza to all occupants, or to some.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        broadcast(
            stanza: Stanza,
            condition?: (this: void, nick: string, occupant: MucOccupant) => boolean | undefined,
        ): void;
        /**
         * Sends a message to all, through the room's history.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        broadcast_message(stanza: Message): void;
        /**
         * Tells all what became of an occupant.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
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
        /**
         * Sends a stanza on.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        route_stanza(stanza: Stanza): void;
        /**
         * Sends a stanza to all clients of an occupant.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        route_to_occupant(occupant: MucOccupant, stanza: Stanza): void;
        /**
         * Sends the messages of the past to one who joined.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        send_history(stanza: Stanza): void;
        /**
         * Sends the presence of all to one who joined.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        send_occupant_list(
            to: string,
            filter?: (this: void, nick: string, occupant: MucOccupant) => boolean | undefined,
        ): void;
        /**
         * Sends the subject.
         * @param time When it was set, in seconds since 1970; makes it a delayed message.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        send_subject(to: string, time?: number): void;
        /**
         * Sends the form that configures it.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        send_form(origin: Origin, stanza: Stanza): void;
        /**
         * Adds the items of an occupant to an `<x>`.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        build_item_list(
            occupant: MucOccupant,
            x: Stanza,
            is_anonymous: boolean,
            nick?: string,
            actor_nick?: string,
            actor_jid?: string,
            reason?: string,
        ): Stanza;
        /**
         * Presence for one who is not in it.
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        build_unavailable_presence(from: string, to: string): Presence;

        // ---- the room itself

        /**
         * Everybody leaves.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        clear(x?: Stanza): unknown;
        /**
         * Ends the room.
         * @param new_jid Where to go instead.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        destroy(new_jid?: string, reason?: string, password?: string): LuaMultiReturn<[true] | [false, unknown?]>;
        /**
         * What is kept of it, and of its state.
         * @param live Whether the state is wanted.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        freeze(live?: boolean): LuaMultiReturn<[data: object, state: object | undefined]>;
        /**
         * The answer to disco#info.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_disco_info(stanza: Iq<"get">): Stanza;
        /**
         * The answer to disco#items.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        get_disco_items(stanza: Iq<"get">): Stanza;

        // ---- handlers of what is sent to it; true where it was dealt with

        /**
         * Lists of affiliations and roles are asked for.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_admin_query_get_command(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Affiliations and roles are changed.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_admin_query_set_command(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * disco#info is asked for.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_disco_info_get_query(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * disco#items is asked for.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_disco_items_get_query(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Somebody enters where nobody is.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_first_presence(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * A message for all.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_groupchat_to_room(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * An IQ to an occupant.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_iq_to_occupant(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * An error that says that an occupant is gone.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_kickable(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * An invitation is declined.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_mediated_decline(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Somebody is invited.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_mediated_invite(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * A private message.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_message_to_occupant(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Another message to the room.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_message_to_room(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Somebody enters, leaves, or changes.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_normal_presence(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * The form is asked for.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_owner_query_get_to_room(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * The form is sent, or the room ended.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_owner_query_set_to_room(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Presence to an occupant.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_presence_to_occupant(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Presence to the room.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_presence_to_room(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * A nickname is registered.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_register_iq(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Voice is asked for.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        handle_role_request(origin: Origin, stanza: Stanza, form: Stanza): true | undefined;
        /**
         * The form is sent.
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        process_form(origin: Origin, stanza: Stanza): true | undefined;
        /**
         * Presence is asked for.
         * @since 0.12
         * @see [plugins/muc/muc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/muc.lib.lua)
         */
        respond_to_probe(origin: Origin, stanza: Stanza, occupant: MucOccupant): void;
    }
}
