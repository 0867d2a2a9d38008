/** @noSelfInFile */
/**
 * Functions through which all data of a session go. https://prosody.im/doc/developers/util/filters
 * @see [util/filters.lua](https://hg.prosody.im/trunk/file/tip/util/filters.lua)
 */
declare module "prosody.util.filters" {
    /** What passes: bytes or stanzas, to or from the server. */
    export type FilterType = "bytes/in" | "bytes/out" | "stanzas/in" | "stanzas/out";
    /** Gets bytes or a stanza and gives what goes on; undefined drops it. */
    export type Filter<T = any> = (this: void, data: T, session: Prosody.StreamSession) => T | undefined;
    /**
     * Prepares a session; its filter function.
     * @see [util/filters.lua](https://hg.prosody.im/trunk/file/tip/util/filters.lua)
     */
    export function initialize(session: Prosody.StreamSession): (this: void, type: FilterType, data: any) => any;
    /**
     * Adds a filter; those with higher priority run first, default 0.
     * @see [util/filters.lua](https://hg.prosody.im/trunk/file/tip/util/filters.lua)
     */
    export function add_filter(
        session: Prosody.StreamSession,
        type: "bytes/in" | "bytes/out",
        filter: Filter<string>,
        priority?: number,
    ): void;
    /**
     * Adds a filter; those with higher priority run first, default 0.
     * @see [util/filters.lua](https://hg.prosody.im/trunk/file/tip/util/filters.lua)
     */
    export function add_filter(
        session: Prosody.StreamSession,
        type: "stanzas/in" | "stanzas/out",
        filter: Filter<Prosody.Stanza>,
        priority?: number,
    ): void;
    /**
     * Takes a filter away; true where it was there.
     * @see [util/filters.lua](https://hg.prosody.im/trunk/file/tip/util/filters.lua)
     */
    export function remove_filter(session: Prosody.StreamSession, type: FilterType, filter: Filter): true | undefined;
    /**
     * Calls a function for each session that is prepared. Take it away in `module.unload`.
     * @see [util/filters.lua](https://hg.prosody.im/trunk/file/tip/util/filters.lua)
     */
    export function add_filter_hook(callback: (this: void, session: Prosody.StreamSession) => void): void;
    /**
     * Takes such a function away.
     * @see [util/filters.lua](https://hg.prosody.im/trunk/file/tip/util/filters.lua)
     */
    export function remove_filter_hook(callback: (this: void, session: Prosody.StreamSession) => void): void;
}
