/** @noSelfInFile */

/**
 * Taking JIDs (RFC 7622) apart and putting them together. https://prosody.im/doc/developers/util/jid
 * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
 */
declare module "prosody.util.jid" {
    /**
     * The parts of a JID, unprepared: local part, domain, resource. All undefined where the JID is malformed or undefined.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function split(
        jid: string | undefined,
    ): LuaMultiReturn<
        | [node: string | undefined, host: string, resource: string | undefined]
        | [node: undefined, host: undefined, resource: undefined]
    >;
    /**
     * The parts, each prepared (letter case and Unicode form made one). All undefined where a part is not allowed.
     * @param strict Refuses unassigned code points; read from 0.12 on.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function prepped_split(
        jid: string | undefined,
        strict?: boolean,
    ): LuaMultiReturn<
        | [node: string | undefined, host: string, resource: string | undefined]
        | [node: undefined, host: undefined, resource: undefined]
    >;
    /**
     * The JID without its resource; undefined where malformed.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function bare(jid: string | undefined): string | undefined;
    /**
     * The whole JID prepared; undefined where a part is not allowed.
     * @param strict Refuses unassigned code points; read from 0.12 on.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function prep(jid: string | undefined, strict?: boolean): string | undefined;
    /**
     * The parts put together; undefined without a host. Nothing is checked.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function join(node: string | undefined, host: string, resource?: string): string;
    /**
     * The parts put together; undefined without a host. Nothing is checked.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function join(node: string | undefined, host: string | undefined, resource?: string): string | undefined;
    /**
     * Whether a JID matches a rule: each part that the rule has is equal.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function compare(jid: string, acl: string): boolean;
    /**
     * The local part; undefined where there is none or the JID is malformed.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function node(jid: string | undefined): string | undefined;
    /**
     * The domain; undefined where the JID is malformed.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function host(jid: string | undefined): string | undefined;
    /**
     * The resource; undefined where there is none or the JID is malformed.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function resource(jid: string | undefined): string | undefined;
    /**
     * A text made fit for a local part (XEP-0106).
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function escape(text: string): string;
    /**
     * A text made fit for a local part (XEP-0106).
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function escape(text: string | undefined): string | undefined;
    /**
     * Undoes `escape`.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function unescape(text: string): string;
    /**
     * Undoes `escape`.
     * @see [util/jid.lua](https://hg.prosody.im/trunk/file/tip/util/jid.lua)
     */
    export function unescape(text: string | undefined): string | undefined;
}
