/** @noSelfInFile */
/**
 * Rosters: loading, saving, and the states of RFC 6121, appendix A. JIDs are bare and prepared.
 * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
 */
declare module "prosody.core.rostermanager" {
    /** Success, or why not: nothing happened where the state does not allow it. */
    type Saved = LuaMultiReturn<[ok: true] | [ok: undefined | false, error?: string]>;
    /** True, or nothing with the type, the condition and the text of an error. */
    type Changed = LuaMultiReturn<
        | [ok: true]
        | [
              ok: undefined,
              type: import("prosody.util.stanza").ErrorType,
              condition: import("prosody.util.stanza").ErrorCondition,
              text: string,
          ]
    >;

    /**
     * Puts a contact into the roster of a session's user and saves it.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function add_to_roster(session: Prosody.C2sSession, jid: string, item: Prosody.RosterItem): Changed;
    /**
     * Takes a contact out of the roster of a session's user and saves it.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function remove_from_roster(session: Prosody.C2sSession, jid: string): Changed;
    /**
     * Tells the sessions of a user that asked for the roster what became of a contact (RFC 6121, section 2.1.6).
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function roster_push(username: string, host: string, jid: string): void;
    /**
     * The roster of a user, online or not; empty with a message where it could not be read.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function load_roster(
        username: string,
        host: string,
    ): LuaMultiReturn<[roster: Prosody.Roster, error?: string]>;
    /**
     * Saves a roster, or one contact of it.
     * @param roster That of the user's sessions where undefined.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function save_roster(
        username: string,
        host: string,
        roster: Prosody.Roster | undefined,
        jid?: string,
    ): Saved;

    /**
     * Whether the contact gets the user's presence.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function is_contact_subscribed(
        username: string,
        host: string,
        jid: string,
    ): LuaMultiReturn<[boolean | undefined, error?: string]>;
    /**
     * Whether the user gets the contact's presence.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function is_user_subscribed(
        username: string,
        host: string,
        jid: string,
    ): LuaMultiReturn<[boolean | undefined, error?: string]>;
    /**
     * Whether a request of the contact waits for the user.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function is_contact_pending_in(username: string, host: string, jid: string): boolean;
    /**
     * Whether a request of the user waits for the contact.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function is_contact_pending_out(username: string, host: string, jid: string): "subscribe" | undefined;
    /**
     * Whether the user accepted a request of the contact beforehand.
     * @since 0.12
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function is_contact_preapproved(username: string, host: string, jid: string): boolean | undefined;
    /**
     * Keeps a request of the contact until the user answers.
     * @param stanza The request; kept with it from 0.12 on.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function set_contact_pending_in(
        username: string,
        host: string,
        jid: string,
        stanza?: Prosody.Presence,
    ): Saved;
    /**
     * Notes that the user sent a request.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function set_contact_pending_out(username: string, host: string, jid: string): Saved;
    /**
     * Notes that the user accepts the contact's request; true-ish where that changed something.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function subscribed(username: string, host: string, jid: string): Saved;
    /**
     * Notes that the user takes the contact's subscription away: whether it was saved, was pending, was subscribed.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function unsubscribed(
        username: string,
        host: string,
        jid: string,
    ): LuaMultiReturn<[ok: boolean | undefined, was_pending: boolean, was_subscribed: boolean | undefined]>;
    /**
     * Notes that the user gives up the subscription to the contact.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function unsubscribe(username: string, host: string, jid: string): Saved;
    /**
     * The contact accepted the user's request.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function process_inbound_subscription_approval(username: string, host: string, jid: string): Saved;
    /**
     * The contact took the user's subscription away.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function process_inbound_subscription_cancellation(username: string, host: string, jid: string): Saved;
    /**
     * The contact gave up its subscription.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function process_inbound_unsubscribe(username: string, host: string, jid: string): Saved;
    /**
     * The user sends a request to a contact of the roster.
     * @see [core/rostermanager.lua](https://hg.prosody.im/trunk/file/tip/core/rostermanager.lua)
     */
    export function process_outbound_subscription_request(username: string, host: string, jid: string): Saved;
}
