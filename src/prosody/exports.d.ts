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
            readonly module: Module;
            /** A room, restored from storage where need be; undefined where there is none, false where it cannot be had. */
            get_room_from_jid(this: void, room_jid: string): MucRoom | undefined | false;
            /** Makes a room. @param config Its configuration; the defaults where undefined. */
            create_room(
                this: void,
                room_jid: string,
                config?: object,
            ): LuaMultiReturn<[room: MucRoom | false] | [room: undefined, error: "invalid-jid" | "room-exists"]>;
            /** Makes a room without announcing it. */
            new_room(this: void, room_jid: string, config?: object): MucRoom;
            /** Walks over all rooms, those in storage too. */
            all_rooms(this: void): LuaIterable<MucRoom>;
            /** Walks over the rooms in memory. */
            live_rooms(this: void): LuaIterable<MucRoom>;
            /** Walks over either. */
            each_room(this: void, live_only?: boolean): LuaIterable<MucRoom>;
            /** Keeps a room in memory; false where there are too many. */
            track_room(this: void, room: MucRoom): MucRoom | false;
            /** Drops a room from memory. */
            forget_room(this: void, room: MucRoom): void;
            /** Drops a room from storage. */
            delete_room(this: void, room: MucRoom): void;
            shutdown_component(this: void): void;
            /** The methods of all rooms. */
            readonly room_mt: MucRoom;
        };
        /** Personal eventing (XEP-0163). */
        pep: {
            readonly module: Module;
            /** The personal eventing service (XEP-0163) of a user. */
            get_pep_service(this: void, username: string): PubsubService;
        };
        /** Publish-subscribe (XEP-0060). */
        pubsub: {
            readonly module: Module;
            /** The service of the component; undefined until the module has loaded. */
            readonly service?: PubsubService;
            get_service(this: void): PubsubService;
            set_service(this: void, service: PubsubService): void;
        };
        /** Services beside XMPP (XEP-0215). @since 0.12 */
        external_services: {
            readonly module: Module;
            get_services(this: void): ExternalService[];
            /** The `<services>` element. */
            services_xml(this: void, services: ExternalService[], name?: string, namespace?: string): Stanza;
        };
        /** Marks on accounts. @since 13.0 */
        flags: {
            readonly module: Module;
            add_flag(
                this: void,
                username: string,
                flag: string,
                comment?: string,
            ): LuaMultiReturn<[true] | [undefined, string]>;
            remove_flag(this: void, username: string, flag: string): LuaMultiReturn<[true] | [undefined, string]>;
            has_flag(this: void, username: string, flag: string): boolean;
            get_flag_info(
                this: void,
                username: string,
                flag: string,
            ): LuaMultiReturn<[info: { when: number; comment?: string } | undefined, error?: string]>;
        };
        /** Groups that admins configure. */
        groups: {
            readonly module: Module;
            group_contains(this: void, group: string, jid: string): boolean | undefined;
        };
        /** Files over HTTP. */
        http_files: {
            readonly module: Module;
            /** A handler for a route such as `GET /*`. */
            serve(this: void, options: import("prosody.net.http.files").Options | string): HttpHandler;
            wrap_route(this: void, routes: Record<string, unknown>): Record<string, unknown>;
        };
        /** Invitations. @since 0.12 */
        invites: {
            readonly module: Module;
            create_account(
                this: void,
                username?: string,
                additional_data?: object,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            create_account_reset(
                this: void,
                username: string,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            create_contact(
                this: void,
                username: string,
                allow_registration?: boolean,
                additional_data?: object,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            create_group(
                this: void,
                group_ids: string[],
                additional_data?: object,
                ttl?: number,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            /** Walks over tokens and invitations that are not used yet. */
            pending_account_invites(this: void): LuaIterable<LuaMultiReturn<[token: string, invite: Invite]>, unknown>;
            get_account_invite_info(
                this: void,
                token: string,
            ): LuaMultiReturn<[invite: Invite] | [invite: undefined, error: string]>;
            delete_account_invite(this: void, token: string): StoreOutcome;
            /** An invitation that is still good. @param username The user who invited a contact. */
            get(
                this: void,
                token: string,
                username?: string,
            ): LuaMultiReturn<[invite: ValidInvite] | [invite: undefined, error: string]>;
            use(this: void, token: string): true | undefined;
        };
        /** Tokens that stand for a user. On 0.12 only the functions with that version are there. @since 0.12 */
        tokenauth: {
            readonly module: Module;
            /**
             * @since 0.12
             * @removed 13.0 Take `create_grant` and `create_token`.
             */
            create_jid_token(
                this: void,
                actor_jid: string,
                token_jid: string,
                token_scope?: string,
                token_ttl?: number,
            ): LuaMultiReturn<[token: string, info: TokenInfo] | [token: undefined, error: string]>;
            /** @since 13.0 */
            create_grant(
                this: void,
                actor_jid: string,
                grant_jid: string,
                grant_ttl?: number,
                grant_data?: object,
            ): LuaMultiReturn<[grant: TokenGrant] | [grant: undefined, error: string]>;
            /** @since 13.0 */
            create_token(
                this: void,
                grant_jid: string,
                grant: TokenGrant | string,
                role?: string,
                ttl?: number,
                purpose?: string,
                data?: object,
            ): LuaMultiReturn<[token: string, info: TokenInfo] | [token: undefined, error: string]>;
            /** @since 13.0 */
            get_grant_info(this: void, username: string, grant_id: string): TokenGrant | undefined;
            /** @since 13.0 */
            get_user_grants(this: void, username: string): Record<string, TokenGrant> | undefined;
            get_token_info(
                this: void,
                token: string,
            ): LuaMultiReturn<[info: TokenInfo] | [info: undefined, error: string]>;
            /** Who a token stands for, in the manner of a session. @since 13.0 */
            get_token_session(
                this: void,
                token: string,
                resource?: string,
            ): LuaMultiReturn<
                | [session: { username: string; host: string; resource: string; role: Role }]
                | [session: undefined, error: string]
            >;
            revoke_token(this: void, token: string): LuaMultiReturn<[true] | [undefined, string]>;
            /** @since 13.0 */
            revoke_grant(this: void, username: string, grant_id: string): LuaMultiReturn<[true] | [undefined, string]>;
            /** The method `oauthbearer` of a profile of `prosody.util.sasl`. @since 13.0 */
            sasl_handler(this: void, provider: AuthProvider, purpose?: string, extra?: object): unknown;
        };
        /** Names that are taken no more. @since 0.12 */
        tombstones: {
            readonly module: Module;
            has_tombstone(this: void, username: string): boolean | undefined;
        };
        /** Contact addresses of the server (XEP-0157). @since 13.0 */
        server_info: { readonly module: Module };
        /** Deleting accounts. @since 13.0 */
        user_account_management: {
            readonly module: Module;
            restore_account(this: void, username: string): LuaMultiReturn<[true] | [undefined | false, string]>;
        };
        /** When users were last there. @since 13.0 */
        account_activity: {
            readonly module: Module;
            get_last_active(this: void, username: string): number | undefined;
        };
        /** Contacts by a script. The functions are there from 13.0 on. */
        roster: {
            readonly module: Module;
            /** @since 13.0 */
            subscribe?(this: void, user_jid: string, contact_jid: string): unknown;
            /** @since 13.0 */
            subscribe_both?(this: void, user_jid: string, contact_jid: string): unknown;
            /** @since 13.0 */
            unsubscribe?(this: void, user_jid: string, contact_jid: string): unknown;
            /** @since 13.0 */
            unsubscribe_both?(this: void, user_jid: string, contact_jid: string): unknown;
        };
    }

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
             */
            "new"<S = any>(
                this: void,
                name: string,
                node: string,
                handler: AdhocHandler<S>,
                permission: AdhocPermission,
            ): AdhocCommand;
            /** Runs a step of a command and answers; what mod_adhoc does. */
            handle_cmd(this: void, command: AdhocCommand, origin: Origin, stanza: Iq<"set">): true;
        };
    }

    interface ExternalService {
        type: string;
        transport?: string;
        host: string;
        port?: number;
        username?: string;
        password?: string;
        /** In seconds since 1970. */
        expires?: number;
        restricted?: boolean;
        [key: string]: unknown;
    }
    interface Invite {
        type: "register" | "roster";
        jid: string;
        token: string;
        uri: string;
        landing_page?: string | undefined;
        allow_registration?: boolean | undefined;
        additional_data?: object | undefined;
        /** In seconds since 1970. */
        created_at: number;
        expires: number;
        reusable?: boolean | undefined;
    }
    interface ValidInvite {
        token: string;
        type: "register" | "roster";
        uri: string;
        username?: string | undefined;
        inviter?: string | undefined;
        additional_data?: object | undefined;
        reusable: boolean;
        /** Notes that it was used. */
        use(): true;
    }
    interface TokenGrant {
        id: string;
        owner: string;
        jid: string;
        resource?: string | undefined;
        /** In seconds since 1970. */
        created: number;
        accessed: number;
        expires?: number | undefined;
        data?: object | undefined;
        tokens?: Record<string, TokenInfo> | undefined;
    }
    interface TokenInfo {
        id?: string;
        jid?: string;
        role?: string | undefined;
        /** In seconds since 1970. */
        created: number;
        expires?: number | undefined;
        purpose?: string | undefined;
        data?: object | undefined;
        grant?: TokenGrant;
    }
}
