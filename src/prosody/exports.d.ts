/** @noSelfInFile */

declare namespace Prosody {
    /**
     * What modules give to those who depend on them, by name: `module.depends("muc").get_room_from_jid(...)`.
     *
     * A module of others is added by declaration merging:
     *
     * ```ts
     * declare global {
     *     namespace Prosody {
     *         interface ModuleExports {
     *             weather: { forecast(this: void, city: string): string };
     *         }
     *     }
     * }
     * ```
     */
    interface ModuleExports {
        /** Ad-hoc commands; makes no commands itself: `module.require("adhoc").new(...)` does. */
        adhoc: ModuleEnvironment;
        /** Service discovery (XEP-0030). */
        disco: ModuleEnvironment;
        /** HTTP; `module.http_url` is there once it is loaded. */
        http: ModuleEnvironment;
        /** Chat rooms (XEP-0045). */
        muc: {
            /** The module itself. */
            readonly module: Module;
            /**
             * A room, restored from storage where need be; undefined where there is none, false where it cannot be had.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            get_room_from_jid(this: void, room_jid: string): MucRoom | undefined | false;
            /**
             * Makes a room.
             * @param config Its configuration; the defaults where undefined.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            create_room(
                this: void,
                room_jid: string,
                config?: object,
            ): LuaMultiReturn<[room: MucRoom | false] | [room: undefined, error: "invalid-jid" | "room-exists"]>;
            /**
             * Makes a room without announcing it.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            new_room(this: void, room_jid: string, config?: object): MucRoom;
            /**
             * Walks over all rooms, those in storage too.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            all_rooms(this: void): LuaIterable<MucRoom>;
            /**
             * Walks over the rooms in memory.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            live_rooms(this: void): LuaIterable<MucRoom>;
            /**
             * Walks over either.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            each_room(this: void, live_only?: boolean): LuaIterable<MucRoom>;
            /**
             * Keeps a room in memory; false where there are too many.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            track_room(this: void, room: MucRoom): MucRoom | false;
            /**
             * Drops a room from memory.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            forget_room(this: void, room: MucRoom): void;
            /**
             * Drops a room from storage.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            delete_room(this: void, room: MucRoom): void;
            /**
             * Tells everybody in a room that the service ends.
             * @see [plugins/muc/mod_muc.lua](https://hg.prosody.im/trunk/file/tip/plugins/muc/mod_muc.lua)
             */
            shutdown_component(this: void): void;
            /** The methods of all rooms. */
            readonly room_mt: MucRoom;
        };
        /** Personal eventing (XEP-0163). */
        pep: {
            /** The module itself. */
            readonly module: Module;
            /**
             * The personal eventing service (XEP-0163) of a user.
             * @see [plugins/mod_pep.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_pep.lua)
             */
            get_pep_service(this: void, username: string): PubsubService;
        };
        /** Publish-subscribe (XEP-0060). */
        pubsub: {
            /** The module itself. */
            readonly module: Module;
            /** The service of the component; undefined until the module has loaded. */
            readonly service?: PubsubService;
            /**
             * The service of the component.
             * @see [plugins/mod_pubsub/mod_pubsub.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_pubsub/mod_pubsub.lua)
             */
            get_service(this: void): PubsubService;
            /**
             * Puts another service in its place.
             * @see [plugins/mod_pubsub/mod_pubsub.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_pubsub/mod_pubsub.lua)
             */
            set_service(this: void, service: PubsubService): void;
        };
        /** Services beside XMPP (XEP-0215). @since 0.12 */
        external_services: {
            /** The module itself. */
            readonly module: Module;
            /**
             * All services that are configured or given by modules, credentials made for now.
             * @see [plugins/mod_external_services.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_external_services.lua)
             */
            get_services(this: void): ExternalService[];
            /**
             * The `<services>` element.
             * @see [plugins/mod_external_services.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_external_services.lua)
             */
            services_xml(this: void, services: ExternalService[], name?: string, namespace?: string): Stanza;
        };
        /** Marks on accounts. @since 13.0 */
        flags: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Marks an account.
             * @see [plugins/mod_flags.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_flags.lua)
             */
            add_flag(
                this: void,
                username: string,
                flag: string,
                comment?: string,
            ): LuaMultiReturn<[true] | [undefined, string]>;
            /**
             * Takes a mark away.
             * @see [plugins/mod_flags.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_flags.lua)
             */
            remove_flag(this: void, username: string, flag: string): LuaMultiReturn<[true] | [undefined, string]>;
            /**
             * Whether an account has a mark.
             * @see [plugins/mod_flags.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_flags.lua)
             */
            has_flag(this: void, username: string, flag: string): boolean;
            /**
             * When and why an account was marked; undefined where it is not.
             * @see [plugins/mod_flags.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_flags.lua)
             */
            get_flag_info(
                this: void,
                username: string,
                flag: string,
            ): LuaMultiReturn<
                [
                    info:
                        | {
                              /** In seconds since 1970. */
                              when: number;
                              /** Why, in the words of whoever set it. */
                              comment?: string;
                          }
                        | undefined,
                    error?: string,
                ]
            >;
        };
        /** Messages to everybody on a host. They are sent from the host, and their `to` is set for each. */
        announce: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Sends a message to all users who are online; to how many.
             * @param host Default the module's.
             * @see [plugins/mod_announce.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_announce.lua)
             */
            send_to_online(this: void, message: Message, host?: string): number;
            /**
             * Sends a message to all accounts; to how many.
             * @since 13.0
             * @see [plugins/mod_announce.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_announce.lua)
             */
            send_to_all(this: void, message: Message, host?: string): number;
            /**
             * Sends a message to all accounts with a role; to how many.
             * @since 13.0
             * @see [plugins/mod_announce.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_announce.lua)
             */
            send_to_role(this: void, message: Message, role: string, host?: string): number;
        };
        /** Holding back what is not urgent from clients that are idle (XEP-0352). @since 0.12 */
        csi_simple: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Whether a stanza is to be sent at once, and why.
             * @see [plugins/mod_csi_simple.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_csi_simple.lua)
             */
            is_important(this: void, stanza: Stanza | string): LuaMultiReturn<[important: boolean, reason?: string]>;
            /**
             * Holds stanzas back for a session.
             * @see [plugins/mod_csi_simple.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_csi_simple.lua)
             */
            enable_optimizations(this: void, session: C2sSession): void;
            /**
             * Holds nothing back any more.
             * @see [plugins/mod_csi_simple.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_csi_simple.lua)
             */
            disable_optimizations(this: void, session: C2sSession): void;
        };
        /** Server Dialback (XEP-0220). */
        dialback: {
            /** The module itself. */
            readonly module: Module;
            /**
             * The key for a stream (XEP-0185).
             * @see [plugins/mod_dialback.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_dialback.lua)
             */
            generate_dialback(this: void, stream_id: string, to: string, from: string): string;
            /**
             * Whether this server made a key.
             * @see [plugins/mod_dialback.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_dialback.lua)
             */
            verify_dialback(this: void, stream_id: string, to: string, from: string, key: string): boolean;
            /**
             * Sends the key over an outgoing stream.
             * @see [plugins/mod_dialback.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_dialback.lua)
             */
            initiate_dialback(this: void, session: S2sStream): void;
        };
        /** Accounts by invitation. @since 0.12 */
        invites_register: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Lets a user of the host see another's presence, without asking.
             * @see [plugins/mod_invites_register.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites_register.lua)
             */
            subscribe(this: void, host: string, username: string, contact_username: string): void;
            /**
             * Lets two users of the host see each other's presence, without asking.
             * @see [plugins/mod_invites_register.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites_register.lua)
             */
            subscribe_both(this: void, host: string, username: string, contact_username: string): void;
        };
        /** The archive of messages (XEP-0313). */
        mam: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Notes that a user has messages of a day, for the day they expire.
             * @param date Default today's.
             * @see [plugins/mod_mam.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_mam.lua)
             */
            schedule_cleanup(this: void, username: string, date?: string): void;
        };
        /** How long the server runs. */
        uptime: {
            /** The module itself. */
            readonly module: Module;
            /**
             * A sentence that says so, in English.
             * @see [plugins/mod_uptime.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_uptime.lua)
             */
            uptime_text(this: void): string;
        };
        /** vCards (XEP-0054). @since 13.0 */
        vcard: {
            /** The module itself. */
            readonly module: Module;
            /**
             * The SHA-1 of a user's photo in hexadecimal, for XEP-0153; undefined where there is none.
             * @see [plugins/mod_vcard.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_vcard.lua)
             */
            get_avatar_hash(this: void, username: string): string | undefined;
        };
        /** vCards of XEP-0054 for users who publish them over PEP (XEP-0398). */
        vcard_legacy: {
            /** The module itself. */
            readonly module: Module;
            /**
             * What the user's PEP service is to get: a vCard of XEP-0292, and the pictures.
             * @see [plugins/mod_vcard_legacy.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_vcard_legacy.lua)
             */
            vcard_to_pep(this: void, vcard: Stanza): LuaMultiReturn<[vcard4: Stanza | undefined, avatars?: unknown]>;
            /**
             * Publishes that; true, or undefined or false and why not.
             * @see [plugins/mod_vcard_legacy.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_vcard_legacy.lua)
             */
            save_to_pep(
                this: void,
                service: PubsubService,
                actor: string | true,
                vcard4: Stanza | undefined,
                avatars?: unknown,
            ): LuaMultiReturn<[ok: boolean | undefined, error?: unknown]>;
        };
        /** Groups that admins configure. */
        groups: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Whether somebody is in a group.
             * @see [plugins/mod_groups.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_groups.lua)
             */
            group_contains(this: void, group: string, jid: string): boolean | undefined;
        };
        /** Files over HTTP. */
        http_files: {
            /** The module itself. */
            readonly module: Module;
            /**
             * A handler for a route such as `GET /*`.
             * @see [plugins/mod_http_files.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_http_files.lua)
             */
            serve(this: void, options: import("prosody.net.http.files").Options | string): HttpHandler;
            /**
             * The routes with what names a folder or a file turned into handlers.
             * @see [plugins/mod_http_files.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_http_files.lua)
             */
            wrap_route(this: void, routes: Record<string, unknown>): Record<string, unknown>;
        };
        /** Invitations. @since 0.12 */
        invites: {
            /** The module itself. */
            readonly module: Module;
            /**
             * An invitation to make an account.
             * @param ttl Seconds until it expires; default as long as the configuration says.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            create_account(
                this: void,
                username?: string,
                additional_data?: object,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            /**
             * An invitation to choose another password.
             * @param ttl Seconds until it expires; default a day.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            create_account_reset(
                this: void,
                username: string,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            /**
             * An invitation to become a contact of a user.
             * @param ttl Seconds until it expires; default as long as the configuration says.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            create_contact(
                this: void,
                username: string,
                allow_registration?: boolean,
                additional_data?: object,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            /**
             * An invitation to make an account in groups.
             * @param ttl Seconds in which as many as like may use it; without, one may.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            create_group(
                this: void,
                group_ids: string[],
                additional_data?: object,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            /**
             * Walks over tokens and invitations that are not used yet.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            pending_account_invites(this: void): LuaIterable<LuaMultiReturn<[token: string, invite: Invite]>, unknown>;
            /**
             * An invitation that makes an account, used or not.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            get_account_invite_info(
                this: void,
                token: string,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            /**
             * Takes an invitation back.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            delete_account_invite(this: void, token: string): StoreOutcome;
            /**
             * An invitation that is still good.
             * @param username The user who invited a contact.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            get(
                this: void,
                token: string,
                username?: string,
            ): LuaMultiReturn<[invite: ValidInvite] | [invite: undefined, error: string]>;
            /**
             * Notes that an invitation was used.
             * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
             */
            use(this: void, token: string): true | undefined;
        };
        /** Tokens that stand for a user. On 0.12 only the functions with that version are there. @since 0.12 */
        tokenauth: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Makes a token that acts for a JID.
             * @param token_ttl Seconds until it expires.
             * @since 0.12
             * @removed 13.0 Take `create_grant` and `create_token`.
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            create_jid_token(
                this: void,
                actor_jid: string,
                token_jid: string,
                token_scope?: string,
                token_ttl?: number,
            ): LuaMultiReturn<[token: string, info: TokenInfo] | [token: undefined, error: string]>;
            /**
             * Lets tokens be made for a JID of this host, valid for `grant_ttl` seconds; nothing and "not-authorized" or "invalid-host" else.
             * @param grant_ttl Seconds until it expires; never without.
             * @since 13.0
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            create_grant(
                this: void,
                actor_jid: string,
                grant_jid: string,
                grant_ttl?: number,
                grant_data?: object,
            ): LuaMultiReturn<[grant: TokenGrant] | [grant: undefined, error: string]>;
            /**
             * Makes a token of a grant, valid for `ttl` seconds, at most as long as the grant; its text is shown once and stored as a hash only.
             * @param ttl Seconds until it expires, at most as long as the grant.
             * @since 13.0
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            create_token(
                this: void,
                grant_jid: string,
                grant: TokenGrant | string,
                role?: string,
                ttl?: number,
                purpose?: string,
                data?: object,
            ): LuaMultiReturn<[token: string, info: TokenInfo] | [token: undefined, error: string]>;
            /**
             * A grant by its id.
             * @since 13.0
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            get_grant_info(this: void, username: string, grant_id: string): TokenGrant | undefined;
            /**
             * All grants of an account by their ids.
             * @since 13.0
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            get_user_grants(this: void, username: string): Record<string, TokenGrant> | undefined;
            /**
             * What a token stands for; undefined where it is good no more.
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            get_token_info(
                this: void,
                token: string,
            ): LuaMultiReturn<[info: TokenInfo] | [info: undefined, error: string]>;
            /**
             * Who a token stands for, in the manner of a session.
             * @since 13.0
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            get_token_session(
                this: void,
                token: string,
                resource?: string,
            ): LuaMultiReturn<
                | [
                      session: {
                          /** Whose token it is. */
                          username: string;
                          /** The host of the account. */
                          host: string;
                          /** The resource that the token is bound to, else the one asked for or a random one. */
                          resource: string;
                          /** What the token may do. */
                          role: Role;
                      },
                  ]
                | [session: undefined, error: string]
            >;
            /**
             * Ends a token.
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            revoke_token(this: void, token: string): LuaMultiReturn<[true] | [undefined, string]>;
            /**
             * Makes a grant and all its tokens invalid; nothing and why not.
             * @since 13.0
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            revoke_grant(this: void, username: string, grant_id: string): LuaMultiReturn<[true] | [undefined, string]>;
            /**
             * The method `oauthbearer` of a profile of `prosody.util.sasl`.
             * @since 13.0
             * @see [plugins/mod_tokenauth.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tokenauth.lua)
             */
            sasl_handler(this: void, provider: AuthProvider, purpose?: string, extra?: object): unknown;
        };
        /** Names that are taken no more. @since 0.12 */
        tombstones: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Whether an account of the name was deleted not long ago.
             * @see [plugins/mod_tombstones.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_tombstones.lua)
             */
            has_tombstone(this: void, username: string): boolean | undefined;
        };
        /** Contact addresses of the server (XEP-0157). @since 13.0 */
        server_info: {
            /** The module itself. */
            readonly module: Module;
        };
        /** Deleting accounts. @since 13.0 */
        user_account_management: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Brings an account back that is to be deleted.
             * @see [plugins/mod_user_account_management.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_user_account_management.lua)
             */
            restore_account(this: void, username: string): LuaMultiReturn<[true] | [undefined | false, string]>;
        };
        /** When users were last there. @since 13.0 */
        account_activity: {
            /** The module itself. */
            readonly module: Module;
            /**
             * When a user was last there, in seconds since 1970.
             * @see [plugins/mod_account_activity.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_account_activity.lua)
             */
            get_last_active(this: void, username: string): number | undefined;
        };
        /** Contacts by a script. The functions are there from 13.0 on. */
        roster: {
            /** The module itself. */
            readonly module: Module;
            /**
             * Lets a user see a contact's presence, without asking a contact of this server.
             * @since 13.0
             * @see [plugins/mod_roster.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_roster.lua)
             */
            subscribe?(this: void, user_jid: string, contact_jid: string): unknown;
            /**
             * Lets two users see each other's presence.
             * @since 13.0
             * @see [plugins/mod_roster.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_roster.lua)
             */
            subscribe_both?(this: void, user_jid: string, contact_jid: string): unknown;
            /**
             * Ends that a user sees a contact's presence.
             * @since 13.0
             * @see [plugins/mod_roster.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_roster.lua)
             */
            unsubscribe?(this: void, user_jid: string, contact_jid: string): unknown;
            /**
             * Ends subscriptions in both directions.
             * @since 13.0
             * @see [plugins/mod_roster.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_roster.lua)
             */
            unsubscribe_both?(this: void, user_jid: string, contact_jid: string): unknown;
        };
    }

    /**
     * What `module.shared` gives, by path as it is written there. Extend it by declaration merging:
     *
     * ```ts
     * declare global {
     *     namespace Prosody {
     *         interface SharedTables {
     *             "weather/stations": LuaTable<string, { city: string }>;
     *         }
     *     }
     * }
     * ```
     */
    interface SharedTables {}

    /**
     * What `module.require` gives, by name: files `*.lib.lua` beside the module, or of the module that has the name. Extend it by
     * declaration merging.
     */
    interface ModuleLibraries {
        /** Makes ad-hoc commands (XEP-0050). */
        adhoc: {
            /**
             * A command for `module.provides("adhoc", ...)`.
             * @param name For people.
             * @param node For programs.
             * @param permission Who may run it.
             * @see [plugins/adhoc/adhoc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/adhoc/adhoc.lib.lua)
             */
            "new"<S = any>(
                this: void,
                name: string,
                node: string,
                handler: AdhocHandler<S>,
                permission: AdhocPermission,
            ): AdhocCommand;
            /**
             * Runs a step of a command and answers; what mod_adhoc does.
             * @see [plugins/adhoc/adhoc.lib.lua](https://hg.prosody.im/trunk/file/tip/plugins/adhoc/adhoc.lib.lua)
             */
            handle_cmd(this: void, command: AdhocCommand, origin: Origin, stanza: Iq<"set">): true;
        };
    }

    /** A service beside XMPP, as clients are told of it (XEP-0215). */
    interface ExternalService {
        /** What it is: "stun", "turn" ... */
        type: string;
        /** "udp" or "tcp". */
        transport?: string;
        /** Its domain or address. */
        host: string;
        /** Its port. */
        port?: number;
        /** With what to log in there. */
        username?: string;
        /** With what to log in there. */
        password?: string;
        /** In seconds since 1970. */
        expires?: number;
        /** Whether one has to log in there. */
        restricted?: boolean;
        /** Whatever else the configuration says of it. */
        [key: string]: unknown;
    }
    /** An invitation that was just made. @since 0.12 */
    interface Invite {
        /** To register, or to become a contact. */
        type: "register" | "roster";
        /** Whom to add as a contact; for registration the new account or the host. */
        jid: string;
        /** What proves the invitation. */
        token: string;
        /** The xmpp: link that a client opens. */
        uri: string;
        /** A web page for those who have no client yet. */
        landing_page?: string | undefined;
        /** Whether an account can be registered with it. */
        allow_registration?: boolean | undefined;
        /** What the module that made it keeps with it. */
        additional_data?: object | undefined;
        /** In seconds since 1970. */
        created_at: number;
        /** Until when it is valid, in seconds since 1970. */
        expires: number;
        /** Whether more than one person can use it. */
        reusable?: boolean | undefined;
    }
    /** An invitation that was looked up and can be used. @since 0.12 */
    interface ValidInvite {
        /** What proves the invitation. */
        token: string;
        /** To register, or to become a contact. */
        type: "register" | "roster";
        /** The xmpp: link that a client opens. */
        uri: string;
        /** The username that it is for, where it is not for any. */
        username?: string | undefined;
        /** The bare JID of who invites. */
        inviter?: string | undefined;
        /** What the module that made it keeps with it. */
        additional_data?: object | undefined;
        /** Whether more than one person can use it. */
        reusable?: boolean | undefined;
        /**
         * Notes that it was used.
         * @see [plugins/mod_invites.lua](https://hg.prosody.im/trunk/file/tip/plugins/mod_invites.lua)
         */
        use(): true;
    }
    /** What tokens are made of: who may act for whom, and how long. @since 13.0 */
    interface TokenGrant {
        /** Its name among the grants of the account. */
        id: string;
        /** The JID that asked for it. */
        owner: string;
        /** The JID that its tokens act for. */
        jid: string;
        /** The resource that its tokens are bound to. */
        resource?: string | undefined;
        /** In seconds since 1970. */
        created: number;
        /** When one of its tokens was last used, in seconds since 1970. */
        accessed: number;
        /** Until when it is valid, in seconds since 1970; for ever where absent. */
        expires?: number | undefined;
        /** What the module that made it keeps with it. */
        data?: object | undefined;
        /** Its tokens by the hashes of their secrets. */
        tokens?: Record<string, TokenInfo> | undefined;
    }
    /** One token. @since 0.12 */
    interface TokenInfo {
        /** Of the grant. @since 13.0 */
        id?: string;
        /** The JID that it acts for. */
        jid?: string;
        /** The name of the role that it gives; the account's where absent. */
        role?: string | undefined;
        /** In seconds since 1970. */
        created: number;
        /** Until when it is valid, in seconds since 1970. */
        expires?: number | undefined;
        /** What it was made for, in the words of the module that made it. @since 13.0 */
        purpose?: string | undefined;
        /** What that module keeps with it. */
        data?: object | undefined;
        /** What it was made of. @since 13.0 */
        grant?: TokenGrant;
        /** The JID that had it made. @removed 13.0 Take `grant.owner`. */
        owner?: string;
        /** Whom it stands for, in the manner of a session. @removed 13.0 Take `get_token_session`. */
        session?: {
            /** Of the account. */
            username: string;
            /** Of the account. */
            host: string;
            /** The resource that the token is bound to. */
            resource?: string;
            /** The scope that `create_jid_token` was given. */
            auth_scope?: string;
        };
    }
}
